#!/usr/bin/env python3
"""Speed and memory of the review app with 100,000 beads: review.py SAMSVAR-REVIEW

Prints the time until the page shows its first rows (best of five), how long keys take until the page has answered
(50th and 95th percentile), and the server's largest resident memory. Needs Chromium, ChromeDriver and Selenium.
"""
import json
import pathlib
import statistics
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Tests" / "Browser"))
from browser import Browser, Server  # noqa: E402

COUNT = 100_000
PROGRAM = sys.argv[1]


def bitext(path):
    """A made-up bitext, a bead a line; every seventh has no counterpart."""
    with open(path, "w", encoding="utf-8") as file:
        for number in range(COUNT):
            row = {"id": str(number), "document": "d", "sourceLanguage": "nb", "targetLanguage": "en",
                   "source": f"Setning nummer {number} om budsjettet for {1900 + number % 120}, som Stortinget vedtok i dag.",
                   "target": "" if number % 7 == 6 else f"Sentence number {number} about the budget for {1900 + number % 120}, passed today."}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def memory(server):
    text = pathlib.Path(f"/proc/{server.process.pid}/status").read_text()
    return int(next(line for line in text.splitlines() if line.startswith("VmHWM")).split()[1]) // 1024


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def timed_keys(browser, keys, count):
    """Presses keys and waits for each; from the key to the changed page, in milliseconds, measured in the page."""
    browser.driver.set_script_timeout(300)
    return browser.driver.execute_async_script("""
      const [keys, count, done] = arguments;
      (async () => {
        const times = [];
        for (let number = 0; number < count; number += 1) {
          const begin = performance.now();
          document.dispatchEvent(new KeyboardEvent("keydown", { key: keys[number % keys.length], bubbles: true }));
          await samsvar.turn;
          document.getElementById("beads").getBoundingClientRect();
          times.push(performance.now() - begin);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        done(times);
      })();""", keys, count)


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/large.jsonl"
        bitext(path)
        begin = time.monotonic()
        server = Server(PROGRAM, path)
        print(f"made the project from a file of {COUNT:,} beads in {time.monotonic() - begin:.1f} s")
        server.stop()
        opened, started = [], []
        for _ in range(5):
            begin = time.monotonic()
            server = Server(PROGRAM, f"{folder}/large.samsvar")
            started.append(time.monotonic() - begin)
            browser = Browser()
            browser.driver.get("about:blank")
            begin = time.monotonic()
            browser.driver.get(server.address)
            browser.wait(lambda: browser.js("return !!document.querySelector('.bead:not(.waiting)')"))
            opened.append(started[-1] + time.monotonic() - begin)
            if len(opened) < 5:
                browser.close()
                server.stop()
        print(f"open (server start and page): best {min(opened):.2f} s, median {statistics.median(opened):.2f} s")
        for name, keys in (("walk", ["j", "j", "k"]), ("accept", ["a"]), ("edit", ["m", "z", "d", "z", "p", "z", "b", "v"]),
                           ("seek", ["i", "w", "W"])):
            times = timed_keys(browser, keys, 200)
            print(f"keys, {name}: p50 {percentile(times, 0.5):.1f} ms, p95 {percentile(times, 0.95):.1f} ms, worst {max(times):.1f} ms")
        browser.js("samsvar.current.go(99_000)")
        browser.wait(lambda: browser.js("return !!samsvar.current.bead"))
        times = timed_keys(browser, ["a", "j", "m", "z"], 200)
        print(f"keys at row 99,000: p50 {percentile(times, 0.5):.1f} ms, p95 {percentile(times, 0.95):.1f} ms")
        print(f"largest memory of the server: {memory(server)} MiB")
        browser.close()
        server.stop()


main()
