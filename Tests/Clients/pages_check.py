"""Opens report pages in a headless Chromium: accessibility, width, requests, what a page must say.

usage: pages_check.py FOLDER [NAME.html ...]   (default: index.html and the first two cities)
"""

import html.parser
import importlib.util
import json
import pathlib
import shutil
import sys
import tempfile

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from report import Report

REPORT = Report()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: {type: 'tag', values: %s}})
    .then(done, error => done({error: String(error)}));
""" % json.dumps(RULES)
# What axe must find, or it looks at nothing.
FAULTY = '<!doctype html><html><title>x</title><body><img src="data:,"><a href="#"></a></body></html>'
WIDE, NARROW = 1280, 320


class Page(html.parser.HTMLParser):
    """What a page holds, without a browser."""

    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.addresses = []
        self.charts = []
        self.words = []
        self.hidden = 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.tags.append(tag)
        if self.charts and self.charts[-1] is None:
            self.charts[-1] = tag
        if tag == "svg" and values.get("role") == "img":
            self.charts.append(None)
        for name in ("src", "href", "xlink:href", "action", "poster", "data"):
            if values.get(name):
                self.addresses.append((tag, values[name]))
        if tag in ("style", "script"):
            self.hidden += 1

    def handle_endtag(self, tag):
        if tag in ("style", "script"):
            self.hidden -= 1

    def handle_data(self, data):
        if not self.hidden:
            self.words.append(data)


def axe_source():
    """The text of axe-core, as a package from the Python index ships it."""
    found = importlib.util.find_spec("axe_playwright_python")
    for base in found.submodule_search_locations if found else []:
        for path in pathlib.Path(base).rglob("axe.min.js"):
            return path.read_text(encoding="utf-8")
    raise SystemExit("axe.min.js was not found; install requirements-axe.txt")


def browser():
    """A headless Chromium that logs what it requests."""
    options = Options()
    options.binary_location = shutil.which("chromium") or "chromium"
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--window-size=1280,900", "--hide-scrollbars",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    service = Service(shutil.which("chromedriver") or "chromedriver")
    return webdriver.Chrome(service=service, options=options)


def resize(driver, width, scheme="light", media=""):
    """Gives the page a width, a colour scheme and a medium."""
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "media": media, "features": [{"name": "prefers-color-scheme", "value": scheme}]})


def requests(driver):
    """The addresses that the page asked for since the last call."""
    found = []
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            found.append(message["params"]["request"]["url"])
    return found


def violations(driver, axe):
    """What axe-core finds wrong with the open page."""
    driver.execute_script(axe)
    result = driver.execute_async_script(AXE)
    if "error" in result:
        return [result["error"]]
    return [
        f"{found['id']}: {found['help']}: {found['nodes'][0]['html'][:120]}"
        for found in result["violations"]]


def check_width(driver, label):
    """Nothing makes the page wider than the screen."""
    wide = driver.execute_script("return document.documentElement.scrollWidth")
    screen = driver.execute_script("return document.documentElement.clientWidth")
    REPORT.check(f"{label} does not scroll sideways", wide <= screen, f"{wide} of {screen} px")


def check_open(driver, axe, path):
    """One page in the browser, wide, narrow, dark, with large text and on paper."""
    address = path.resolve().as_uri()
    for width, scheme in ((WIDE, "light"), (NARROW, "light"), (WIDE, "dark")):
        label = f"{path.name} at {width} px, {scheme}"
        resize(driver, width, scheme)
        requests(driver)
        driver.get(address)
        asked = [url for url in requests(driver) if url != address and not url.startswith("data:")]
        REPORT.empty(f"{label} asks for nothing outside itself", asked)
        REPORT.empty(f"{label} has no violation that axe finds", violations(driver, axe))
        check_width(driver, label)
    resize(driver, 2 * NARROW)
    driver.get(address)
    driver.execute_script("document.documentElement.style.fontSize = '200%'")
    check_width(driver, f"{path.name} with text of 200 %")
    resize(driver, 794, media="print")
    driver.get(address)
    check_width(driver, f"{path.name} on paper")


def check_text(path, is_city, is_invented):
    """What a page must hold and must not, read without a browser."""
    text = path.read_text(encoding="utf-8")
    page = Page(text)
    REPORT.check(f"{path.name} has no script", "script" not in page.tags)
    outside = [
        address for address in page.addresses
        if address[1].startswith(("http:", "//")) or
        (address[1].startswith("https:") and address[0] != "a")]
    REPORT.empty(f"{path.name} names nothing that lies outside", outside)
    REPORT.check(f"{path.name} says its language", "<html lang=" in text)
    if is_invented:
        REPORT.check(f"{path.name} says that it is invented", "nvented" in "".join(page.words))
    if is_city:
        REPORT.check(f"{path.name} has charts", len(page.charts) > 0)
        REPORT.check(
            f"{path.name}: each chart begins with its title",
            all(first == "title" for first in page.charts))
        REPORT.check(f"{path.name} has the figures as tables", "table" in page.tags)
        REPORT.check(f"{path.name} has captions on its tables",
                     page.tags.count("caption") == page.tags.count("table"))


def check_links(folder, pages):
    """The index links every page, and no link leads nowhere."""
    names = {page.name for page in pages}
    index = Page((folder / "index.html").read_text(encoding="utf-8"))
    linked = {address.removeprefix("./") for tag, address in index.addresses if tag == "a"}
    REPORT.empty("the index links every page", names - {"index.html"} - linked)
    broken = []
    for path in pages:
        for tag, address in Page(path.read_text(encoding="utf-8")).addresses:
            target = address.split("#")[0]
            if tag == "a" and target and "://" not in target and not target.startswith("mailto:"):
                if not (path.parent / target).exists():
                    broken.append(f"{path.name} -> {address}")
    REPORT.empty("no link leads nowhere", broken)


def check_axe(driver, axe):
    """axe finds a planted fault, so that its silence means something."""
    with tempfile.NamedTemporaryFile("w", suffix=".html") as page:
        page.write(FAULTY)
        page.flush()
        driver.get(pathlib.Path(page.name).as_uri())
        found = " ".join(violations(driver, axe))
    REPORT.check("axe finds an image without a text", "image-alt" in found, found)


def main():
    folder = pathlib.Path(sys.argv[1])
    pages = sorted(folder.glob("*.html"))
    cities = [page for page in pages if page.name != "index.html"]
    REPORT.check("there is a page for each of 24 cities and an index",
                 len(cities) >= 24 and (folder / "index.html").exists(), f"{len(cities)} cities")
    for page in pages:
        check_text(page, is_city=page in cities, is_invented=True)
    check_links(folder, pages)
    chosen = [folder / name for name in sys.argv[2:]] or [folder / "index.html"] + cities[:2]
    axe = axe_source()
    driver = browser()
    try:
        check_axe(driver, axe)
        for page in chosen:
            check_open(driver, axe, page)
    finally:
        driver.quit()


REPORT.run("the report pages", main)
REPORT.finish()
