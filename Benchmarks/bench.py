#!/usr/bin/env python3
"""Speed of the program, as ratios to something measured in the same run: bench.py SAMSVAR

Every figure is the best of several runs of a whole process, yardstick and program in turn.
"""
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

SAMSVAR = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
LIBYA = os.path.join(ROOT, "Examples", "libya")
TERMBASE = os.path.join(ROOT, "Glossaries", "news.csv")
CORE = os.path.join(ROOT, "Sources", "SamsvarLexicon", "Core")


def run(command, cwd=LIBYA):
    """The wall and processor time of a command in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=cwd)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def best(commands, runs):
    """For each command its best wall and processor time, the commands run in turn."""
    times = [[run(command) for command in commands] for _ in range(runs)]
    return [(min(t[i][0] for t in times), min(t[i][1] for t in times))
            for i in range(len(commands))]


def startup():
    """The start of the program and the example, beside a program that does nothing."""
    with tempfile.TemporaryDirectory() as folder:
        commands = [
            ["/bin/true"], [SAMSVAR, "--version"],
            [SAMSVAR, "align", "article.nb.txt", "article.en.txt", "--termbase", TERMBASE,
             "-o", os.path.join(folder, "a.html")]]
        names = ["/bin/true", "samsvar --version", "example aligned, checked, written as HTML"]
        times = best(commands, 15)
    print("%-52s %8s %12s" % ("", "ms", "x /bin/true"))
    for name, (wall, _) in zip(names, times):
        print("%-52s %8.1f %12.1f" % (name, wall * 1000, wall / times[0][0]))


def words():
    """The Bokmål words of the core lexicon."""
    return [word for word, _ in entries()]


def running_text(size):
    """Norwegian text by seed: sentences of lexicon words with commas, numbers, abbreviations, quotes."""
    random.seed(1814)
    vocabulary, text, length = words(), [], 0
    while length < size:
        sentences = []
        for _ in range(random.randint(1, 6)):
            parts = random.choices(vocabulary, k=random.randint(5, 24))
            parts[random.randrange(len(parts))] += ","
            if random.random() < 0.2:
                parts.insert(random.randrange(1, len(parts)), random.choice(
                    ["bl.a.", "17. mai", "2,5 prosent", "kl. 18.30", "kr 1 250", "§ 3-1", "ca. 40"]))
            sentence = " ".join(parts)
            sentence = sentence[0].upper() + sentence[1:] + "."
            sentences.append("«" + sentence[:-1] + "», sier hun." if random.random() < 0.1
                             else sentence)
        text.append(" ".join(sentences))
        length += len(text[-1].encode()) + 2
    return "\n\n".join(text) + "\n"


def segmentation():
    """Sentences and tokens, beside a bare C loop over ICU's iterators on the same text."""
    with tempfile.TemporaryDirectory() as folder:
        text, loop = os.path.join(folder, "text.txt"), os.path.join(folder, "icu_loop")
        with open(text, "w", encoding="utf-8") as file:
            file.write(running_text(10_000_000))
        flags = subprocess.run(
            ["pkg-config", "--cflags", "--libs", "icu-uc", "icu-i18n"], check=True,
            capture_output=True, text=True).stdout.split()
        compiler = shutil.which("cc") or "clang"
        subprocess.run(
            [compiler, "-O2", os.path.join(HERE, "icu_loop.c"), "-o", loop, *flags], check=True)
        size = os.path.getsize(text) / 1e6
        icu, own = best(
            [[loop, "nb", text], [SAMSVAR, "text", "tokens", "--count", "--lang", "nb", text]], 9)
    print("\n%-52s %8s %12s" % ("sentences and tokens, one core, whole process", "MB/s", "ratio"))
    print("%-52s %8.1f %12s" % ("C loop over ICU's sentence and word iterators", size / icu[1], "1"))
    print("%-52s %8.1f %12.2f" % ("samsvar text tokens --count", size / own[1], icu[1] / own[1]))


def entries():
    """Bokmål words of the core lexicon with their first English translation."""
    found = []
    for name in sorted(os.listdir(CORE)):
        if not name.endswith(".tsv"):
            continue
        with open(os.path.join(CORE, name), encoding="utf-8") as file:
            for line in file.readlines()[1:]:
                columns = line.rstrip("\n").split("\t")
                if len(columns) == 4:
                    found.append((columns[0].split("; ")[0], columns[3].split("; ")[0]))
    return found


def bitext(count, folder):
    """A bitext by seed: words and their translations, with gaps, insertions and merges on both sides."""
    random.seed(count)
    pairs, left, right = entries(), [], []
    while len(left) < count:
        chosen = random.choices(pairs, k=random.randint(4, 20))
        number = str(random.randint(2, 99999)) if random.random() < 0.3 else ""
        source = " ".join([word for word, _ in chosen] + [number]).strip() + "."
        # A translation is freer than a word list: one word in four is another.
        target = " ".join([word if random.random() < 0.75 else random.choice(pairs)[1]
                           for _, word in chosen] + [number]).strip() + "."
        fate = random.random()
        if fate < 0.04:
            left.append(source)
        elif fate < 0.08:
            right.append(target)
        elif fate < 0.14 and left:
            left[-1] += " " + source
            right.append(target)
        elif fate < 0.20 and right:
            left.append(source)
            right[-1] += " " + target
        else:
            left.append(source)
            right.append(target)
    paths = [os.path.join(folder, "%d.%s.txt" % (count, code)) for code in ("nb", "en")]
    for path, lines in zip(paths, (left, right)):
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    return paths


def memory(command):
    """The peak memory of a command in MiB."""
    script = ("import resource,subprocess,sys;subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL);"
              "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    done = subprocess.run([sys.executable, "-c", script, *command], check=True, capture_output=True)
    return int(done.stdout) / 1024


def alignment():
    """Time and memory of alignment, and how the time grows from half the text."""
    print("\n%-52s %8s %8s %12s" % ("alignment, one core, whole process", "s", "MiB", "x half"))
    with tempfile.TemporaryDirectory() as folder:
        before = None
        for count in (1900, 10000, 20000):
            source, target = bitext(count, folder)
            command = [SAMSVAR, "align", source, target, "--from", "lines", "--to", "beads"]
            (_, seconds), = best([command], 3 if count > 5000 else 7)
            growth = "%.2f" % (seconds / before) if count == 20000 else ""
            before = seconds
            print("%-52s %8.2f %8.0f %12s" % ("%d segments" % count, seconds, memory(command), growth))


def translation_memory(path, count):
    """A TMX of some units: pairs of sentences of lexicon words, each with its own identifier."""
    random.seed(1905)
    pairs = entries()
    sentences = []
    for _ in range(5000):
        chosen = random.choices(pairs, k=random.randint(5, 22))
        sentences.append(tuple(" ".join(pair[side] for pair in chosen) for side in (0, 1)))
    with open(path, "w", encoding="utf-8") as file:
        file.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n"
                   "<header creationtool=\"bench\" creationtoolversion=\"1\" segtype=\"sentence\" "
                   "o-tmf=\"x\" adminlang=\"en\" srclang=\"nb\" datatype=\"plaintext\"/>\n<body>\n")
        for number in range(count):
            source, target = sentences[number % len(sentences)]
            mark = " &amp; co." if number % 17 == 0 else "."
            file.write(
                "<tu tuid=\"%d\">\n  <tuv xml:lang=\"nb\">\n    <seg>%s%s</seg>\n  </tuv>\n"
                "  <tuv xml:lang=\"en\">\n    <seg>%s%s</seg>\n  </tuv>\n</tu>\n"
                % (number + 1, source, mark, target, mark))
        file.write("</body>\n</tmx>\n")


def conversion():
    """A TMX of a million units as TSV, beside libxml2's own program that only reads it."""
    print("\n%-52s %8s %8s %12s" % ("TMX of 1,000,000 units, one core", "MB/s", "MiB", "ratio"))
    with tempfile.TemporaryDirectory() as folder:
        memory_file = os.path.join(folder, "memory.tmx")
        translation_memory(memory_file, 1_000_000)
        size = os.path.getsize(memory_file) / 1e6
        own = [SAMSVAR, "convert", memory_file, os.path.join(folder, "memory.tsv")]
        commands = [own]
        if shutil.which("xmllint"):
            commands.append(["xmllint", "--stream", memory_file])
        times = best(commands, 3)
        if len(times) > 1:
            print("%-52s %8.1f %8s %12s" % ("xmllint --stream", size / times[1][1], "", "1"))
        ratio = "%.2f" % (times[1][1] / times[0][1]) if len(times) > 1 else ""
        print("%-52s %8.1f %8.0f %12s" % (
            "samsvar convert memory.tmx memory.tsv", size / times[0][1], memory(own), ratio))


def large_termbase(count, path):
    """A termbase by seed: words of the lexicon, and compounds and phrases made of them."""
    random.seed(count)
    simple = sorted({word for word in words() if word.isalpha() and word.islower() and len(word) > 3})
    terms = set()
    while len(terms) < count:
        first, second = random.choice(simple), random.choice(simple)
        terms.add(random.choice([first, first + second, first + "s" + second, first + " " + second]))
    with open(path, "w", encoding="utf-8") as file:
        file.write("id,nb,en\n")
        for number, term in enumerate(sorted(terms)):
            file.write("c%d,%s,term %d\n" % (number, term, number))


def terms():
    """Finding terms, beside the same run with a termbase of one term that does not occur."""
    print("\n%-52s %8s %12s" % ("terms in 10 MB of text, one core", "MB/s", "x analysis"))
    with tempfile.TemporaryDirectory() as folder:
        paths = {name: os.path.join(folder, name) for name in ("text.nb.txt", "one.csv", "large.csv")}
        with open(paths["text.nb.txt"], "w", encoding="utf-8") as file:
            file.write(running_text(10_000_000))
        with open(paths["one.csv"], "w", encoding="utf-8") as file:
            file.write("id,nb,en\nc,xyzzyq,xyzzy\n")
        with open(os.path.join(folder, "empty.nb.txt"), "w", encoding="utf-8") as file:
            file.write("Ja.\n")
        large_termbase(100_000, paths["large.csv"])

        def command(termbase, text):
            return [SAMSVAR, "terms", "find", "--count", "--source-lang", "nb", "--termbase", termbase,
                    os.path.join(folder, text)]

        size = os.path.getsize(paths["text.nb.txt"]) / 1e6
        one, news, large, start, compiled = best(
            [command(paths["one.csv"], "text.nb.txt"), command(TERMBASE, "text.nb.txt"),
             command(paths["large.csv"], "text.nb.txt"), command(paths["one.csv"], "empty.nb.txt"),
             command(paths["large.csv"], "empty.nb.txt")], 5)
        compiling = compiled[1] - start[1]
        for name, seconds in (("analysis, no term found", one[1]),
                              ("the news glossary alone", max(1e-9, news[1] - one[1])),
                              ("100,000 terms alone", max(1e-9, large[1] - one[1] - compiling))):
            print("%-52s %8.1f %12.2f" % (name, size / seconds, seconds / one[1]))
        print("%-52s %8.2f s %10.2f" % ("100,000 terms read and compiled", compiling, compiling / one[1]))


def main():
    startup()
    segmentation()
    alignment()
    conversion()
    terms()


if __name__ == "__main__":
    main()
