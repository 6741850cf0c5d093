"""Buffalo City's workbooks against a reading of their cells by other code.

Run by ../known-answers.sh.
"""

import collections
import re
import xml.etree.ElementTree as xml
import zipfile

from answers import data

NAMES = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
HEADER_ROW = 3
MONTHS = ["July", "Aug", "Sept", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "June"]
FUNCTIONS = {
    "Administrative and Corporate Support": "administrative-and-corporate-support",
    "Cemeteries, Funeral Parlours and Crematoriums": "cemeteries",
    "Community Halls and Facilities": "community-halls",
    "Community Parks (including Nurseries)": "community-parks",
    "Disaster Management": "disaster-management",
    "Economic Development/Planning": "economic-development",
}


def workbook(name):
    """Returns the path of a workbook of the source."""
    return data("sa_municipal", name + ".xlsx")


def load(consortium):
    """Loads the workbooks, the mislabelled one under both mappings, and compares."""
    consortium.received = {
        (mapping, name): consortium.load(mapping, workbook(name))[0]
        for mapping, name in [
            ("quarterly", "quarterly"), ("budget", "test"), ("budget", "failtest"),
            ("budget-by-title", "failtest")]
    }
    consortium.compare()


def cells(name):
    """Returns the cells of the first sheet of a workbook by row and column."""
    with zipfile.ZipFile(workbook(name)) as archive:
        strings = [
            "".join(part.text or "" for part in entry.iter("{%s}t" % NAMES["x"]))
            for entry in xml.fromstring(archive.read("xl/sharedStrings.xml"))]
        sheet = xml.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    found = {}
    for cell in sheet.iterfind(".//x:c", NAMES):
        value = cell.find("x:v", NAMES)
        if value is not None:
            column, row = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r")).groups()
            text = strings[int(value.text)] if cell.get("t") == "s" else value.text
            found[int(row), column] = text
    return found


def meaning(header):
    """Returns variant and period of a column; None where it is not loaded."""
    words, year = header.split("\n")
    start = int(year[:4]) if re.fullmatch(r"\d{4}/\d\d", year) else 0
    actual = re.fullmatch(r"(Q|M)(\d+) \w+ Actual", words)
    if actual and actual[1] == "Q":
        quarter = int(actual[2])
        return "actual", f"{start + quarter // 3}-Q{(quarter + 1) % 4 + 1}"
    if actual:
        month = (int(actual[2]) + 5) % 12 + 1
        return "actual", f"{start + (month < 7)}-{month:02}"
    variants = {
        "Audited Outcome": "actual", "Original Budget": "budget", "Budget year": "budget",
        "Adjusted Budget": "adjusted_budget"}
    return (variants[words], f"{start}-07/P1Y") if words in variants else None


def sums(name):
    """Returns the sum of each function, variant and period in a workbook."""
    found = cells(name)
    total = collections.Counter()
    for (row, column), text in found.items():
        function = FUNCTIONS.get(found.get((row, "A")))
        header = found.get((HEADER_ROW, column), "")
        if row <= HEADER_ROW or not function or not header.strip() or header[0] == "\n":
            continue
        key = meaning(header)
        if key:
            total[(function, *key)] += float(text)
    return total


def check(consortium, checks):
    """Counts of values of each workbook, and each actual figure of the views."""
    expected = {
        ("quarterly", "quarterly"): 17, ("budget", "test"): 7,
        ("budget-by-title", "failtest"): 20,
    }
    for (mapping, name), count in expected.items():
        accepted = consortium.received[mapping, name]["accepted"]
        checks.count(f"{name}.xlsx: values of {mapping}", accepted, count, len(sums(name)))
    refused = consortium.received["budget", "failtest"]
    rules = [
        finding["rule"] for file in consortium.check("budget", workbook("failtest"))["files"]
        for finding in file["findings"] if finding["severity"] == "error"]
    checks.count(
        "failtest.xlsx: sheet BYU under the title of BUF",
        (refused["outcome"], rules) == ("rejected", ["identity-mismatch"]), True, 1,
        f" {refused['outcome']}: {', '.join(rules)}")
    actual = {}
    for name in ("quarterly", "test", "failtest"):
        for (function, variant, period), value in sums(name).items():
            if variant == "actual":
                actual[function, period] = value
    shown = {
        (metric.removeprefix("capital/"), period): float(value)
        for metric, period, value in consortium.rows(
            "select metric, period, value from member.metric_value"
            " where city = 'buffalo-city' and value is not null")}
    checks.count(
        "actual figures by function and period",
        sum(shown.get(key) == value for key, value in actual.items()), len(actual), len(actual))
    checks.count("figures beyond the workbooks", len(shown.keys() - actual.keys()), 0, len(shown))
