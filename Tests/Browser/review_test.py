"""Drives the real app in real headless Chromium: review_test.py PROGRAM EXAMPLES.

Each test opens its own project; the first failure ends the run with its name.
"""
import concurrent.futures
import pathlib
import random
import shutil
import socket
import sys
import tempfile
import threading
import time
import traceback
import xml.etree.ElementTree as XML

from browser import TOKEN, Browser, Keys, Server

PROGRAM, EXAMPLES = sys.argv[1], pathlib.Path(sys.argv[2])


class Case:
    """A folder with the libya example, a server on it and, when asked for, a browser."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        for path in [*(EXAMPLES / "libya").glob("*.txt"), EXAMPLES.parent / "Glossaries/news.csv"]:
            shutil.copy(path, self.folder.name)
        self.servers, self.browsers = [], []

    def path(self, name):
        return f"{self.folder.name}/{name}"

    def server(self, *names, more=()):
        server = Server(PROGRAM, *[self.path(name) for name in names], *more)
        self.servers.append(server)
        return server

    def libya(self):
        return self.server("article.nb.txt", "article.en.txt", more=("--termbase", self.path("news.csv")))

    def browser(self, server, **options):
        browser = Browser(**options)
        self.browsers.append(browser)
        browser.open(server.address)
        return browser

    def close(self):
        for browser in self.browsers:
            browser.close()
        for server in self.servers:
            server.stop()
        self.folder.cleanup()


def texts(bead):
    return [" ".join(segment.get("edited") or segment["text"] for segment in side) for side in bead["sides"]]


def wrong_bead_mended_by_keys(case):
    """Opens the example with a wrong bead, mends it with keys only, undoes, redoes, reloads."""
    server = case.libya()
    right = [texts(bead) for bead in server.beads()]
    # The wrong bead: the first target segment of the third pair stands with the second.
    third = server.beads()[2]
    server.edit(edit="move", bead=third["id"], side=1, direction="up")
    wrong = [texts(bead) for bead in server.beads()]
    assert wrong != right
    browser = case.browser(server)
    browser.keys("j", "l", "d")
    browser.idle()
    assert [texts(bead) for bead in server.beads()] == right, "the keys did not mend the bead"
    assert browser.texts(2)[1].strip() == right[2][1]
    browser.keys("z")
    browser.idle()
    assert [texts(bead) for bead in server.beads()] == wrong, "undo did not take it back"
    browser.chord(Keys.CONTROL, "y")
    browser.idle()
    browser.driver.refresh()
    browser.wait(lambda: browser.js("return !!document.querySelector('.bead:not(.waiting)')"))
    assert [texts(bead) for bead in server.beads()] == right
    assert "mended" not in browser.errors() and not browser.errors(), browser.errors()


def every_key(case):
    """Judging, merging, splitting at the caret, parting, linking, editing, notes, bookmarks, search."""
    server = case.libya()
    browser = case.browser(server)
    browser.keys("a", "a", "r", "v", "A")
    browser.idle()
    assert [bead["status"] for bead in server.beads()[:4]] == ["accepted", "accepted", "rejected", "accepted"]
    row = browser.row
    browser.keys("c", "m")
    browser.idle()
    assert server.beads()[row]["shape"] == "2-2"
    count = len(server.beads())
    # Split: the caret goes to the end of the second word.
    browser.keys("j", "h", "s")
    browser.idle()
    browser.chord(Keys.CONTROL, Keys.HOME)
    browser.chord(Keys.CONTROL, Keys.ARROW_RIGHT)
    browser.keys(Keys.ENTER)
    browser.idle()
    assert len(server.beads()) == count + 1
    assert len(texts(server.beads()[row + 1])[0].split()) == 1, [texts(bead)[0] for bead in server.beads()[row:row + 4]]
    browser.keys("z", "p")
    browser.idle()
    parted = server.beads()[row + 1:row + 3]
    assert [bead["shape"] for bead in parted] == ["1-0", "0-1"]
    browser.js("window.samsvar.current.go(arguments[0], 0)", row + 1)
    browser.keys(Keys.SPACE, "j", "l", Keys.SPACE)
    browser.idle()
    assert server.beads()[row + 1]["shape"] == "1-1"
    browser.keys("b", "x", "x", "e")
    browser.idle()
    browser.chord(Keys.CONTROL, "a")
    browser.keys("Endret tekst")
    browser.chord(Keys.CONTROL, Keys.ENTER)
    browser.idle()
    bead = server.beads()[row + 1]
    assert bead["isBookmarked"] and not bead["isDropped"]
    edited = [segment for side in bead["sides"] for segment in side if segment.get("edited")]
    assert [segment["edited"] for segment in edited] == ["Endret tekst"] and edited[0]["text"] != "Endret tekst"
    browser.keys("t")
    browser.wait(lambda: browser.js("return !!document.querySelector('dialog[open] textarea')"))
    browser.keys("et notat", Keys.TAB, Keys.ENTER)
    browser.idle()
    browser.wait(lambda: server.beads()[row + 1]["note"] == "et notat", what="the note")
    browser.keys("k", "k", "k", "o")
    browser.wait(lambda: browser.row == row + 1, what="the bookmark")
    browser.keys("i")
    browser.wait(lambda: browser.row != row + 1, what="a pair that is not 1-1")
    browser.keys("/")
    browser.wait(lambda: browser.js("return !!document.querySelector('dialog[open] [name=pattern]')"))
    browser.keys("Misrat.", Keys.TAB, "Misurata")
    browser.js("const form = document.querySelector('dialog form'); form.regex.checked = true; form.then.value = 'replace';")
    browser.keys(Keys.ENTER)
    browser.wait(lambda: any("Misurata" in text for bead in server.beads() for text in texts(bead)), what="the replacement")
    browser.idle()
    browser.keys("?")
    listed = browser.js("return document.querySelector('dialog[open]').innerText")
    for word in ("merge with the next pair", "undo, without limit", "realign the rest"):
        assert word in listed, f"the help does not list: {word}"
    browser.keys(Keys.ESCAPE)
    assert not browser.errors(), browser.errors()


def acknowledged_edits_survive_kill(case):
    """Kills the server in the middle of 200 edits; what was acknowledged is there, the rest is not."""
    server = case.libya()
    generator = random.Random(8)
    acknowledged, limit = [], generator.randrange(80, 140)
    beads = [bead["id"] for bead in server.beads()]

    def work():
        for number in range(200):
            bead = beads[number % len(beads)]
            try:
                answer = server.edit(edit="note", bead=bead, note=f"merknad {number}")
            except (OSError, AssertionError):
                return
            acknowledged.append((answer["result"]["edit"], bead, f"merknad {number}"))

    worker = threading.Thread(target=work)
    worker.start()
    while len(acknowledged) < limit:
        time.sleep(0.001)
    server.kill()
    worker.join()
    assert limit <= len(acknowledged) < 200, len(acknowledged)
    again = case.server("article.samsvar")
    entries = {entry["edit"]: entry for entry in again.get("/api/history?count=1000")["entries"]}
    for edit, bead, note in acknowledged:
        assert entries[edit]["request"] == {"edit": "note", "bead": bead, "note": note}, f"the edit {edit} is lost"
    assert len(entries) - len(acknowledged) in (0, 1), "more than the edit in flight is there"
    last = {}
    for entry in sorted(entries):
        last[entries[entry]["request"]["bead"]] = entries[entry]["request"]["note"]
    assert {bead["id"]: bead["note"] for bead in again.beads() if bead["note"]} == last
    for _ in entries:
        again.post("/api/undo")
    assert not any(bead["note"] for bead in again.beads())


def realignment_keeps_accepted(case):
    """Accepts a wrong and a right bead, breaks others, realigns by key: the accepted two stand."""
    server = case.libya()
    right = [texts(bead) for bead in server.beads()]
    beads = server.beads()
    server.edit(edit="status", bead=beads[0]["id"], status="accepted")
    server.edit(edit="merge", bead=beads[4]["id"])
    server.edit(edit="status", bead=beads[4]["id"], status="accepted")
    for bead in (beads[8], beads[10], beads[12]):
        server.edit(edit="unlink", bead=bead["id"])
    kept = {bead["id"]: texts(bead) for bead in server.beads() if bead["status"] == "accepted"}
    browser = case.browser(server)
    browser.keys("R")
    browser.wait(lambda: server.get("/api/history?count=1")["entries"][0]["request"]["edit"] == "realign", what="the realignment", seconds=90)
    after = server.beads()
    assert {bead["id"]: texts(bead) for bead in after if bead["status"] == "accepted"} == kept
    assert texts(after[4]) == kept[beads[4]["id"]]
    for index in (8, 10, 12):
        assert right[index] in [texts(bead) for bead in after], "the rest was not aligned"
    server.post("/api/undo")
    assert len(server.beads()) != len(after)


def export_reads_back(case):
    """Exports TMX of accepted beads and of all, and reads it back with the app itself."""
    server = case.libya()
    beads = server.beads()
    for bead in beads[:3]:
        server.edit(edit="status", bead=bead["id"], status="accepted")
    server.edit(edit="drop", bead=beads[3]["id"], dropped=True)
    formats = [name for name in server.get("/api/project")["formats"] if name != "links"]
    for name in formats:
        status, data = server.request("GET", f"/api/bitexts/1/export?format={name}")
        assert status == 200 and data, (name, status, data[:200])
    units = {}
    for accepted in ("true", "false"):
        status, data = server.request("GET", f"/api/bitexts/1/export?format=tmx&accepted={accepted}")
        assert status == 200
        units[accepted] = [["".join(seg.itertext()) for seg in unit.iter("seg")] for unit in XML.fromstring(data).iter("tu")]
        pathlib.Path(case.path(f"{accepted}.tmx")).write_bytes(data)
    assert units["true"] == [texts(bead) for bead in beads[:3]]
    both = [texts(bead) for number, bead in enumerate(beads) if number != 3]
    assert [unit for unit in both if all(unit)] == [unit for unit in units["false"] if len(unit) == 2]
    again = case.server("true.tmx")
    assert [texts(bead) for bead in again.beads()] == units["true"]


def summary_terms_and_findings(case):
    """Links are added and removed, findings accepted with a reason, terms admitted and written back."""
    server = case.server("article.nb.txt", "summary-errors.en.txt", more=("--summary", "--termbase", case.path("news.csv")))
    server.job("check")
    browser = case.browser(server)
    before = server.get("/api/bitexts/1/summary")
    browser.keys("j", "h", Keys.SPACE)
    browser.idle()
    browser.wait(lambda: len(server.get("/api/bitexts/1/summary")["links"]) == len(before["links"]) - 1, what="the link to go")
    browser.keys("z")
    browser.idle()
    browser.wait(lambda: len(server.get("/api/bitexts/1/summary")["links"]) == len(before["links"]), what="the link to come back")
    drawn = browser.js("return document.querySelectorAll('path.line.current').length")
    assert drawn > 0, "no link is drawn"
    browser.keys("l", "k", "g")
    browser.wait(lambda: browser.js("return !!document.querySelector('dialog[open] [name=reason]')"))
    browser.keys("avtalt med desken", Keys.ENTER)
    browser.wait(lambda: any(row["state"] == "accepted" and row["acceptance"] == "avtalt med desken" for row in server.get("/api/findings")["findings"]), what="the acceptance")
    concepts = server.get("/api/bitexts/1/terms")["concepts"]
    assert concepts and all(concept["occurrences"] > 0 for concept in concepts)
    server.edit(edit="admitTerm", concept=concepts[0]["id"], language="en", term="a new rendering")
    server.edit(edit="addTerm", terms={"nb": "prøveord", "en": "test word"})
    written = server.post("/api/termbase")
    table = pathlib.Path(written["path"]).read_text()
    assert "a new rendering" in table and "prøveord" in table
    browser.keys("2")
    browser.wait(lambda: browser.js("return document.querySelectorAll('table.terms tbody tr').length") == len(concepts))
    browser.keys("3")
    browser.wait(lambda: browser.js("return document.querySelectorAll('ol.findings li').length") > 0)
    assert not browser.errors(), browser.errors()


def three_texts(case):
    """Bokmål, Nynorsk and English side by side, and realigned."""
    server = case.server("article.nb.txt", "article.nn.txt", "article.en.txt")
    browser = case.browser(server)
    assert len(browser.texts(0)) == 3
    beads = server.beads()
    server.edit(edit="status", bead=beads[1]["id"], status="accepted")
    server.edit(edit="unlink", bead=beads[5]["id"])
    server.job("realign")
    assert [texts(bead) for bead in server.beads()] == [texts(bead) for bead in beads]


def project_travels_as_lines(case):
    """The export of a project, with its history, makes the same project elsewhere."""
    server = case.libya()
    server.edit(edit="merge", bead=1)
    server.edit(edit="note", bead=1, note="æøå \" \\")
    status, data = server.request("GET", "/api/export?history=true")
    assert status == 200
    pathlib.Path(case.path("export.jsonl")).write_bytes(data)
    again = case.server("copy.samsvar", more=("--import", case.path("export.jsonl")))
    assert again.request("GET", "/api/export?history=true")[1] == data
    again.post("/api/undo")
    again.post("/api/undo")
    assert again.beads()[0]["shape"] == "1-1"


def refused_and_goes_on(case):
    """Another origin, no token, paths outside, a large body, broken JSON, slow connections."""
    server = case.libya()

    def status(method, path, **options):
        return server.request(method, path, **options)[0]

    assert status("GET", "/api/project", headers={"Authorization": None}) == 401
    assert status("GET", "/", headers={"Authorization": "Bearer wrong"}) == 401
    assert status("GET", "/?token=wrong", headers={"Authorization": None}) == 401
    assert status("GET", "/assets/app.js", headers={"Authorization": None}) == 401
    assert status("POST", "/api/undo", body={}, headers={"Origin": "http://evil.example"}) == 403
    assert status("GET", "/api/project", headers={"Sec-Fetch-Site": "cross-site"}) == 403
    assert status("GET", "/api/project", headers={"Host": "evil.example"}) == 421
    assert status("POST", "/api/edits", body={}, headers={"Content-Type": "text/plain"}) == 415
    for path in ("/assets/..%2f..%2fetc%2fpasswd", "/assets/%2e%2e/index.html", "/etc/passwd", "/api/../../etc/passwd"):
        assert status("GET", path) == 404, path
    pathlib.Path(case.path("link.txt")).symlink_to("/etc/passwd")
    for path in ("/etc/passwd", "../outside.txt", "link.txt", "a/../../x", ""):
        assert status("POST", "/api/bitexts", body={"files": [path, "article.en.txt"]}) in (403, 409), path
        assert status("POST", "/api/termbase", body={"path": path}) == 403, path
    assert status("POST", "/api/check", body={"source": "a", "target": "b", "options": {"termbase": "/etc/passwd"}}) == 403
    for body in (b"{", b"[]", b"null", b"\xff\xfe", b'{"edit":"split"}', b'{"edit":"nothing"}', b'{"edit":"status","bead":"x","status":"open"}'):
        assert status("POST", "/api/edits", raw=body) == 400, body
    assert status("POST", "/api/edits", body={"edit": "merge", "bead": 999}) == 404

    large = b"x" * (100 << 20)
    try:
        assert status("POST", "/api/edits", raw=large) == 413
    except OSError:
        pass  # The server may close while we still send; refused is refused.
    chunked = socket.create_connection(("127.0.0.1", server.port))
    chunked.sendall(f"POST /api/edits HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nAuthorization: Bearer {TOKEN}\r\n"
                    "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n".encode())
    try:
        for _ in range(24):
            chunked.sendall(b"100000\r\n" + b" " * 0x100000 + b"\r\n")
        chunked.settimeout(20)
        assert b" 413 " in chunked.recv(200)
    except OSError:
        pass
    finally:
        chunked.close()

    slow = []
    for number in range(500):
        one = socket.create_connection(("127.0.0.1", server.port))
        one.sendall(b"POST /api/edits HTTP/1.1\r\nHost: 127.0" if number % 2 else b"G")
        slow.append(one)
    browser = case.browser(server)
    browser.keys("a", "a")
    browser.idle()
    assert [bead["status"] for bead in server.beads()[:2]] == ["accepted", "accepted"]
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        assert all(pool.map(lambda _: status("GET", "/api/project") == 200, range(100)))
    for one in slow:
        one.close()
    assert server.process.poll() is None


def accessible(case):
    """Labels for screen readers, a language for each cell, words beside every colour, 768 pixels."""
    server = case.libya()
    browser = case.browser(server, width=768, height=900, dark=True, language="nb")
    facts = browser.js("""
      const grid = document.querySelector('[role=grid]');
      const unnamed = [...document.querySelectorAll('button, select, input')].filter((node) =>
        !(node.innerText || node.ariaLabel || node.labels?.length || node.title)).length;
      const row = document.querySelector('.bead.current');
      return { unnamed, label: grid.ariaLabel, rows: Number(grid.ariaRowCount), index: row.ariaRowIndex,
        cells: [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.lang), meta: row.querySelector('.meta').innerText,
        wide: document.documentElement.scrollWidth, language: document.documentElement.lang };
    """)
    assert facts["unnamed"] == 0 and facts["label"], facts
    assert facts["rows"] == len(server.beads()) and facts["index"] == "1", facts
    assert facts["cells"] == ["nb", "en"], facts
    assert "%" in facts["meta"], facts
    assert facts["wide"] <= 768, facts
    browser.js("localStorage.setItem('language', 'nn')")
    browser.driver.refresh()
    browser.wait(lambda: browser.js("return document.documentElement.lang") == "nn")
    browser.wait(lambda: "Funn" in browser.js("return document.getElementById('views').innerText"))
    browser.keys("j")
    browser.wait(lambda: browser.js("return document.getElementById('said').textContent").startswith("Par 2"), what="what is said")


TESTS = [
    wrong_bead_mended_by_keys, every_key, acknowledged_edits_survive_kill, realignment_keeps_accepted, export_reads_back,
    summary_terms_and_findings, three_texts, project_travels_as_lines, refused_and_goes_on, accessible,
]


def main():
    wanted = sys.argv[3:]
    failed = 0
    for test in TESTS:
        if wanted and test.__name__ not in wanted:
            continue
        case = Case()
        begin = time.monotonic()
        try:
            test(case)
            print(f"ok   {test.__name__} ({time.monotonic() - begin:.1f} s)", flush=True)
        except Exception:
            failed += 1
            print(f"FAIL {test.__name__}\n{traceback.format_exc()}", flush=True)
        finally:
            case.close()
    sys.exit(1 if failed else 0)


main()
