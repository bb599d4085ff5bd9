#!/usr/bin/env python3
"""Speed of the program, as ratios to something measured in the same run: bench.py SAMSVAR

Every figure is the best of several runs of a whole process. The yardstick is the start of a program
that does nothing (/bin/true), measured in turn with the rest.
"""
import os
import subprocess
import sys
import tempfile
import time

SAMSVAR = sys.argv[1]
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LIBYA = os.path.join(ROOT, "Examples", "libya")
TERMBASE = os.path.join(ROOT, "Glossaries", "news.csv")


def best(command, runs=20):
    """The best wall time of a command in milliseconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=LIBYA)
        times.append((time.perf_counter() - start) * 1000)
    return min(times)


def main():
    true = best(["/bin/true"])
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            ("samsvar --version", best([SAMSVAR, "--version"])),
            ("example aligned, checked and written as HTML",
             best([SAMSVAR, "align", "article.nb.txt", "article.en.txt", "--termbase", TERMBASE,
                   "-o", os.path.join(folder, "a.html")])),
        ]
    print("%-50s %8s %10s" % ("", "ms", "x /bin/true"))
    print("%-50s %8.1f %10s" % ("/bin/true", true, "1"))
    for name, milliseconds in rows:
        print("%-50s %8.1f %10.1f" % (name, milliseconds, milliseconds / true))


if __name__ == "__main__":
    main()
