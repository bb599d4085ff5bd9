"""Measures the translation memory: import, size, and the time of searches (warm).

Usage: memory.py SAMSVAR [UNITS]

Units are generated: sentences from lists of words and templates, seeded, so that each run measures the
same. Prints one figure a line; searches are timed one by one in a running program, as `samsvar
translate` does them: exact, with another number or word, with a clause more, and unlike all.
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import time

SUBJECTS = """regjeringen kommunen styret politiet sykehuset fylkesmannen departementet havnevesenet
direktøren statsråden læreren redaktøren domstolen banken selskapet foreningen skolen universitetet
forskeren ordføreren partiet komiteen utvalget kystvakten brannvesenet biblioteket museet teateret
""".split()
VERBS = """vedtok utsatte godkjente varslet la\xa0fram foreslo avviste stanset åpnet bekreftet vurderte
undersøkte finansierte krevde beskrev registrerte anbefalte ventet\xa0på offentliggjorde endret
""".split()
OBJECTS = """budsjettet avtalen rapporten planen søknaden reformen veien tunnelen bygningen
undersøkelsen forslaget ordningen strategien loven forskriften kontrakten utvidelsen sammenslåingen
anlegget kaia kraftlinja fabrikken barnehagen svømmehallen idrettsparken kontoret arkivet
""".split()
PLACES = """Bergen Tromsø Molde Hamar Skien Bodø Alta Voss Lillehammer Kristiansund Narvik Arendal
Kongsvinger Stord Levanger Røros Farsund Vadsø Namsos Elverum Larvik Førde Notodden Svolvær
""".split()
CLAUSES = [
    "etter et langt møte", "til tross for motstand fra beboerne", "med knapt flertall",
    "fordi kostnadene økte", "i samråd med naboene", "uten nærmere begrunnelse",
    "etter råd fra fagfolk", "for tredje gang på fem år", "mot en årlig avgift",
    "så snart finansieringen var på plass", "på bakgrunn av nye opplysninger",
]
ADJECTIVES = """nye omstridte lenge\xa0ventede gamle store midlertidige kostbare felles regionale
viktige siste første statlige private""".split()
MONTHS = "januar februar mars april mai juni juli august september oktober november desember".split()


def sentence(rng):
    """One sentence of 6 to 30 words."""
    parts = [
        rng.choice(SUBJECTS).capitalize(), "i", rng.choice(PLACES), rng.choice(VERBS),
        rng.choice(["den", "det", "de"]), rng.choice(ADJECTIVES), rng.choice(OBJECTS),
    ]
    if rng.random() < 0.7:
        parts.append(f"{rng.randrange(1, 29)}. {rng.choice(MONTHS)} {rng.randrange(1990, 2026)}")
    if rng.random() < 0.6:
        parts.append(rng.choice(CLAUSES))
    if rng.random() < 0.5:
        parts.append(f"til {rng.randrange(2, 900)} millioner kroner")
    if rng.random() < 0.4:
        parts += ["og", rng.choice(VERBS), rng.choice(OBJECTS), "i", rng.choice(PLACES)]
    return " ".join(parts) + "."


def changed(rng, text):
    """A sentence like one in the memory."""
    words = text.split()
    for _ in range(rng.randrange(1, 3)):
        place = rng.randrange(len(words))
        words[place] = rng.choice(SUBJECTS + OBJECTS + ["7", "34", "utvilsomt"])
    return " ".join(words)


def write(path, units):
    rng = random.Random(11)
    kept = []
    with open(path, "w", encoding="utf-8") as file:
        for number in range(units):
            text = sentence(rng)
            if number % (units // 400 or 1) == 0:
                kept.append(text)
            record = {"document": str(number // 50), "sourceLanguage": "nb", "targetLanguage": "en",
                      "source": text, "target": "EN " + text}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return kept


def tmx(source, path):
    with open(source, encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header/><body>\n')
        for line in lines:
            unit = json.loads(line)
            file.write(f'<tu><tuv xml:lang="nb"><seg>{unit["source"]}</seg></tuv>'
                       f'<tuv xml:lang="en"><seg>{unit["target"]}</seg></tuv></tu>\n')
        file.write("</body></tmx>\n")


def searches(program, memory, queries):
    """The seconds of each search in one running program, the first 50 left out."""
    process = subprocess.Popen(
        [program, "memory", "search", memory, "-", "--to", "jsonl"], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True, encoding="utf-8")
    times = []
    found = 0
    process.stdin.write(queries[0] + "\n")
    for number, query in enumerate(queries[1:]):
        begin = time.perf_counter()
        process.stdin.write(query + "\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        if number >= 50:
            times.append(time.perf_counter() - begin)
            found += '"score"' in answer
    process.stdin.close()
    process.wait()
    return sorted(times), found / len(times)


def main():
    program = sys.argv[1]
    units = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        kept = write(f"{folder}/units.jsonl", units)
        tmx(f"{folder}/units.jsonl", f"{folder}/units.tmx")
        memory = f"{folder}/bench.memory"
        begin = time.perf_counter()
        subprocess.run([program, "memory", "import", memory, f"{folder}/units.tmx"], check=True,
                       stderr=subprocess.DEVNULL)
        print(f"import   {time.perf_counter() - begin:.0f} s for {units} units")
        print(subprocess.run([program, "memory", "stats", memory], check=True, text=True,
                             capture_output=True).stdout, end="")
        rng = random.Random(12)
        queries = []
        for text in kept:
            queries += [changed(rng, text), text, text[:-1] + ", ifølge en ny melding.",
                        sentence(rng).upper()]
        rng.shuffle(queries)
        times, share = searches(program, memory, queries)
        for name, place in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("max", 1)):
            value = times[min(int(len(times) * place), len(times) - 1)]
            print(f"search   {name} {value * 1000:.1f} ms")
        print(f"search   {share:.3f} of {len(times)} segments with a match")
        print(f"file     {os.path.getsize(memory) / 2**20:.0f} MiB")


main()
