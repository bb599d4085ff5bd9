"""Pictures of every view, light and dark, at 1280 and 768 pixels: screenshots.py PROGRAM EXAMPLES OUT."""
import pathlib
import shutil
import sys
import tempfile
import time

from browser import Browser, Keys, Server


def main():
    program, examples, out = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for path in [*(examples / "libya").glob("*.txt"), examples.parent / "Glossaries/news.csv"]:
            shutil.copy(path, folder)
        project = f"{folder}/libya.samsvar"
        article = Server(program, f"{folder}/article.nb.txt", f"{folder}/article.en.txt", "--project", project, "--termbase", f"{folder}/news.csv")
        article.post("/api/bitexts", {"files": ["article.nb.txt", "summary-errors.en.txt"], "isSummary": True})
        article.post("/api/bitexts", {"files": ["article.nb.txt", "article.nn.txt", "article.en.txt"]})
        for edit in (
            {"edit": "acceptAbove", "bead": 4}, {"edit": "unlink", "bead": 6}, {"edit": "bookmark", "bead": 5, "bookmarked": True},
            {"edit": "note", "bead": 5, "note": "Sjekk navnet mot leksikonet."}, {"edit": "status", "bead": 8, "status": "rejected"},
            {"edit": "status", "bead": 7, "status": "review"}, {"edit": "text", "segment": 29, "text": "The fighting goes on."},
        ):
            article.edit(**edit)
        article.job("check", 1)
        article.job("check", 2)
        for width in (1280, 768):
            for dark in (False, True):
                browser = Browser(width, 900, dark, "nb" if dark else "en")
                name = f"{width}-{'dark' if dark else 'light'}"
                browser.open(article.address)
                browser.js("localStorage.setItem('language', arguments[0])", "nb" if dark else "en")
                browser.open(article.address)
                browser.keys("j", "j", "j", "j")
                time.sleep(2)
                browser.picture(str(out / f"alignment-{name}.png"))
                browser.keys("s")
                browser.picture(str(out / f"split-{name}.png"))
                browser.keys(Keys.ESCAPE, "?")
                time.sleep(0.3)
                browser.picture(str(out / f"help-{name}.png"))
                browser.keys(Keys.ESCAPE, "2")
                time.sleep(2)
                browser.picture(str(out / f"terms-{name}.png"))
                browser.keys("3")
                time.sleep(1)
                browser.picture(str(out / f"findings-{name}.png"))
                for bitext, view in ((2, "summary"), (3, "three")):
                    browser.js("const pick = document.getElementById('bitexts'); pick.value = arguments[0]; pick.onchange();", str(bitext))
                    time.sleep(4)
                    browser.keys("j")
                    time.sleep(1)
                    browser.picture(str(out / f"{view}-{name}.png"))
                print(name, browser.errors())
                browser.close()
        article.stop()


main()
