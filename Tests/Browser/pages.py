"""Looks at pages in a real browser: pages.py FOLDER [--time PAGE]

Opens each page of the folder in headless Chromium, light and dark, at 1280 and 390 pixels, and says what is wrong:
errors in the console, scrolling to the side, contrast under 4.5:1, roles, the order of focus, what axe-core finds,
layouts that lose or change a text, pages that need their script, beads cut by a page break in print. Ends with 1 when
something is wrong, with 77 when a program is missing. --time prints how long a page takes to open.

Needs chromium, chromedriver and pdftotext, and from PyPI selenium and axe-core-python.
"""

import base64
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")
try:
    import axe_core_python
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
except ImportError as error:
    print(f"missing: {error.name}")
    sys.exit(77)
MISSING = [
    name
    for name, path in [("chromium", CHROMIUM), ("chromedriver", DRIVER), ("pdftotext", shutil.which("pdftotext"))]
    if not path
]
if MISSING:
    print("missing: " + ", ".join(MISSING))
    sys.exit(77)

AXE = (pathlib.Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")

# Every text that is seen, with its colour and the background behind it (WCAG 2.2, 1.4.3).
CONTRAST = """
const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
const luminance = ([r, g, b]) => [r, g, b].map((value) => value / 255)
  .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
const behind = (node) => {
  for (; node; node = node.parentElement) {
    const colour = parse(getComputedStyle(node).backgroundColor);
    if (colour.length < 4 || colour[3] === 1) return colour;
  }
  return [255, 255, 255];
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const poor = new Map();
let count = 0;
while (walker.nextNode()) {
  const node = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || node.closest("script, style") || !node.checkVisibility()) continue;
  count += 1;
  const style = getComputedStyle(node);
  const [a, b] = [luminance(parse(style.color)), luminance(behind(node))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const isLarge = parseFloat(style.fontSize) >= 24;
  if (ratio < (isLarge ? 3 : 4.5)) poor.set(`${node.localName}.${node.className}`, ratio.toFixed(2));
}
return [count, [...poor]];
"""

# Numbers the elements that Tab should reach, in the order of the document; a group of radio buttons is one stop.
STOPS = """
const stops = [...document.querySelectorAll("a[href], button, summary, input:checked, [tabindex='0']")]
  .filter((node) => node.checkVisibility()).slice(0, arguments[0]);
stops.forEach((node, index) => { node.dataset.stop = index; });
return stops.map((node) => node.outerHTML.slice(0, 90));
"""

TEXTS = """
const result = {};
for (const part of document.querySelectorAll("main .segment")) {
  const copy = part.cloneNode(true);
  copy.querySelectorAll("rt, .glossed").forEach((gloss) => gloss.remove());
  (result[part.closest("td, .page").lang] ||= []).push(copy.textContent);
}
return result;
"""

ROLES = {"table.beads": "table", "tr.bead": "row", "tr.bead th": "rowheader", "tr.bead td": "cell",
         "thead th[lang]": "columnheader", "main": "main", "header": "banner", "footer": "contentinfo",
         ".is-heading": "heading", "fieldset": "group"}


class Browser:
    """A headless Chromium."""

    def __init__(self):
        options = webdriver.ChromeOptions()
        for argument in ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]:
            options.add_argument(argument)
        options.binary_location = CHROMIUM
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(DRIVER))

    def open(self, path, width=1280, scheme="light"):
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        media = {"features": [{"name": "prefers-color-scheme", "value": scheme},
                              {"name": "prefers-reduced-motion", "value": "reduce"}]}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
        self.driver.get(path.resolve().as_uri())

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def pdf(self, path):
        answer = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
        path.write_bytes(base64.b64decode(answer["data"]))


def check_look(browser, complain):
    """What depends on width and colour scheme."""
    width = browser.run("return [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    if width[0] > width[1]:
        complain(f"scrolls to the side: {width[0]} > {width[1]}")
    count, poor = browser.run(CONTRAST)
    if count < 10:
        complain(f"only {count} texts are seen")
    for name, ratio in poor:
        complain(f"contrast {ratio} of {name}")


def check_axe(browser, complain):
    browser.run(AXE)
    found = browser.driver.execute_async_script(
        "const done = arguments[arguments.length - 1]; axe.run().then((result) => done(result.violations));")
    for violation in found:
        complain(f"axe {violation['id']}: {violation['help']}: {violation['nodes'][0]['html'][:120]}")


def check_roles(browser, complain):
    for selector, role in ROLES.items():
        for node in browser.driver.find_elements(By.CSS_SELECTOR, selector)[:3]:
            browser.run("arguments[0].scrollIntoView({block: 'center'})", node)
            if node.is_displayed() and node.aria_role != role:
                complain(f"{selector} is {node.aria_role}, not {role}")


def check_focus(browser, complain, count=25):
    """Tab goes through the page in its order, beginning with the skip link, and shows where it is."""
    for index, stop in enumerate(browser.run(STOPS, count)):
        browser.driver.switch_to.active_element.send_keys(Keys.TAB)
        seen, outline, inside = browser.run("""
            const node = document.activeElement, box = node.getBoundingClientRect();
            const drawn = node.matches("input") ? node.nextElementSibling : node;
            const style = getComputedStyle(drawn);
            return [node.dataset.stop, style.outlineStyle !== "none" || node.matches(".skip"),
              box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight];""")
        if seen != str(index):
            complain(f"Tab reaches stop {seen} where {stop} stands")
            return
        if not outline or not inside:
            complain(f"focus is not seen on {stop}")


def check_layouts(browser, complain):
    """Every layout shows the same texts, in the same order, and the way back gives the same page."""
    before = browser.run(TEXTS)
    choices = [node.get_attribute("value") for node in browser.driver.find_elements(By.NAME, "layout")]
    first = browser.run("return document.documentElement.dataset.layout")
    for layout in choices + [first]:
        browser.run("document.querySelector(`[name=layout][value=${arguments[0]}]`).click()", layout)
        if browser.run("return document.documentElement.dataset.layout") != layout:
            complain(f"cannot change to {layout}")
        if browser.run(TEXTS) != before:
            complain(f"the texts differ after changing to {layout}")
        ids = browser.run("return [...document.querySelectorAll('[id]')].map((node) => node.id)")
        if len(ids) != len(set(ids)):
            complain(f"ids stand twice after changing to {layout}")
        check_look(browser, lambda what, layout=layout: complain(f"changed to {layout}: {what}"))


def check_without_script(browser, page, folder, complain):
    """The page is whole without its script."""
    bare = folder / ("bare-" + page.name)
    bare.write_text(re.sub(r"<script>.*?</script>", "", page.read_text(encoding="utf-8"), flags=re.S), encoding="utf-8")
    browser.open(bare)
    check_look(browser, complain)
    for choice in browser.driver.find_elements(By.CSS_SELECTOR, "#layout, #reveal, #dim"):
        if choice.is_displayed():
            complain("without its script the page offers what needs it")
    for details in browser.driver.find_elements(By.CSS_SELECTOR, "main td details")[:1]:
        details.find_element(By.TAG_NAME, "summary").click()
        if not details.find_element(By.CSS_SELECTOR, ".segment").is_displayed():
            complain("a translation does not open without the script")


def check_print(browser, page, folder, complain):
    """No bead is cut by the end of a page: both ends of each, qbacda and qbacdz, are on one sheet."""
    browser.open(page)
    pdf = folder / "print.pdf"
    browser.pdf(pdf)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    where = {}
    for number, sheet in enumerate(text.split("\f")):
        for mark in re.findall(r"q[bt][a-j]{3}[az](?![a-z])", sheet):
            where.setdefault(mark, number)
    marks = set(re.findall(r"q[bt][a-j]{3}[az](?![a-z])", page.read_text(encoding="utf-8")))
    if marks != set(where):
        complain(f"print lacks {sorted(marks - set(where))[:5]}")
    for mark in where:
        if mark.endswith("a") and where[mark] != where.get(mark[:-1] + "z"):
            complain(f"print cuts {mark[:-1]}")
    if len(set(where.values())) < 3:
        complain("the text to be printed takes less than three sheets")


def check_page(browser, page, folder):
    found = []
    for width in (1280, 390):
        for scheme in ("light", "dark"):
            def complain(what, label=f"{width} {scheme}"):
                found.append(f"{page.name} ({label}): {what}")
            browser.open(page, width, scheme)
            check_look(browser, complain)
            if (width == 390) == (scheme == "dark"):
                check_axe(browser, complain)
                check_roles(browser, complain)
    if "print" in page.name:
        check_print(browser, page, folder, complain)
    browser.open(page)
    check_focus(browser, complain)
    if browser.driver.find_elements(By.ID, "layout"):
        browser.open(page)
        check_layouts(browser, complain)
    for entry in browser.driver.get_log("browser"):
        complain(f"console: {entry['message']}")
    check_without_script(browser, page, folder, complain)
    return found


def opening_time(browser, page):
    """Milliseconds until the page is loaded and painted, and the processor time of the page's main thread.

    On a machine that does other things as well, the processor time says what the page costs.
    """
    browser.driver.get("about:blank")
    browser.driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})

    def metrics():
        found = browser.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
        return {entry["name"]: entry["value"] for entry in found}

    before = metrics()
    browser.driver.get(page.resolve().as_uri())
    wall = browser.driver.execute_async_script("""
        const done = arguments[arguments.length - 1];
        requestAnimationFrame(() => setTimeout(() => {
          const paint = performance.getEntriesByName("first-contentful-paint")[0];
          done([performance.getEntriesByType("navigation")[0].loadEventEnd, paint.startTime].map(Math.round));
        }));""")
    after = metrics()
    names = ["TaskDuration", "LayoutDuration", "RecalcStyleDuration", "ScriptDuration"]
    processor = {name: round(1000 * (after[name] - before.get(name, 0))) for name in names}
    return f"loaded {wall[0]} ms, first text {wall[1]} ms; processor ms {processor}"


def main():
    browser = Browser()
    try:
        if "--time" in sys.argv:
            page = pathlib.Path(sys.argv[sys.argv.index("--time") + 1])
            for _ in range(3):
                print(opening_time(browser, page))
            return 0
        found = []
        with tempfile.TemporaryDirectory() as folder:
            for page in sorted(pathlib.Path(sys.argv[1]).glob("*.html")):
                found += check_page(browser, page, pathlib.Path(folder))
        print("\n".join(found) or "nothing found")
        return 1 if found else 0
    finally:
        browser.driver.quit()


sys.exit(main())
