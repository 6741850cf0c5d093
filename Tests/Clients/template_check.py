"""Reads the workbook of `spec template` as a spreadsheet does, fills it in, and has it checked.

The formulas are worked out by a program that is neither ours nor Excel; where
LibreOffice is installed, it opens the workbook too.

usage: template_check.py YARDSTICK CONSORTIUM
"""

import csv
import datetime
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import formulas
import numpy
import openpyxl
import schedula
import yaml
from jsonschema import Draft202012Validator
from openpyxl.utils import get_column_letter

from report import Report

ROOT = pathlib.Path(__file__).resolve().parents[2]
REPORT = Report()

CITY = "harbour-point"
PERIOD = "2026-Q4"
# The period's first day.
CREATED = datetime.datetime(2026, 10, 1)
INPUTS = {
    "Figure", "Status", "Explanation", "Audit status", "Cost basis", "Overhead method",
    "Accounting basis",
}


class Program:
    """Runs the program in a folder, on a copy of the consortium."""

    def __init__(self, path, folder, consortium):
        self.path = str(pathlib.Path(path).resolve())
        self.folder = folder
        self.consortium = folder / "consortium"
        shutil.copytree(consortium, self.consortium)

    def run(self, *arguments, wanted=0):
        """What a command writes; a check is its exit code."""
        done = subprocess.run(
            [self.path, *arguments, "--consortium", str(self.consortium)], cwd=self.folder,
            capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL, check=False)
        REPORT.check(
            f"yardstick {' '.join(arguments)}", done.returncode == wanted,
            f"exit code {done.returncode}: {(done.stdout + done.stderr)[-800:]}")
        return done.stdout

    def template(self, city, period, name):
        """Writes a workbook; returns what is said of it."""
        return json.loads(self.run(
            "spec", "template", "--city", city, "--period", period, "--out", name,
            "--format", "json"))


class Figures:
    """The sheet of figures, its cells by row and title."""

    def __init__(self, path):
        self.book = openpyxl.load_workbook(path)
        self.sheet = self.book["Figures"]
        self.titles = [cell.value.split(":")[0] for cell in self.sheet[1]]
        self.rows = range(2, self.sheet.max_row + 1)
        words = self.book["Words"]
        self.words = [words.cell(row, 1).value for row in range(1, words.max_row + 1)]
        self.values = {}
        self.compiled = {}

    def cell(self, row, title):
        """A cell of the sheet."""
        return self.sheet.cell(row, self.titles.index(title) + 1)

    def value(self, row, title):
        """What stands in a cell, filled in or not; a formula's result."""
        value = self.values.get((row, title), self.cell(row, title).value)
        if isinstance(value, str) and value.startswith("="):
            return self.result(row, self.cell(2, title).value)
        return value

    def result(self, row, formula):
        """Works out a formula of row 2 for another row: all of a column are alike."""
        if formula not in self.compiled:
            self.compiled[formula] = formulas.Parser().ast(formula)[1].compile()
        function = self.compiled[formula]
        result = numpy.ravel(function(*(self.argument(name, row) for name in function.inputs)))[0]
        return result.item() if hasattr(result, "item") else result

    def argument(self, name, row):
        """What a formula of row 2 reads, moved to another row."""
        place = name.split("!")[-1].replace("$", "")
        if ":" in place:
            first, last = (int(re.sub("[A-Z]", "", end)) for end in place.split(":"))
            return numpy.array([[word] for word in self.words[first - 1:last]], object)
        letters = re.sub("[0-9]", "", place)
        index = openpyxl.utils.column_index_from_string(letters) - 1
        value = self.value(row, self.titles[index])
        return numpy.array([[schedula.EMPTY if value is None else value]], object)

    def key(self, row):
        """The measure and breakdown of a row."""
        return self.value(row, "Measure"), self.value(row, "Breakdown")

    def fill(self, row, **values):
        """Types into a row; names have _ for a blank."""
        for name, value in values.items():
            title = name.replace("_", " ").capitalize()
            self.values[row, title] = value

    def save_csv(self, path):
        """Saves the sheet as Excel does: UTF-8 with a mark, CRLF, results of formulas."""
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([cell.value for cell in self.sheet[1]])
            for row in self.rows:
                values = [self.value(row, title) for title in self.titles]
                writer.writerow(["" if value is None else value for value in values])


def check_sheets(figures):
    """Sheets, protection, what stays in view, and the date of creation."""
    book, sheet = figures.book, figures.sheet
    REPORT.check(
        "the workbook has its three sheets", book.sheetnames == ["Read me", "Figures", "Words"],
        str(book.sheetnames))
    REPORT.check(
        "the date of creation is the period's first day", book.properties.created == CREATED
        == book.properties.modified, str(book.properties.created))
    REPORT.check("the header stays in view", sheet.freeze_panes == "B2", str(sheet.freeze_panes))
    REPORT.check("the header is on each page", sheet.print_title_rows == "$1:$1")
    REPORT.check(
        "a page is as wide as the sheet", sheet.sheet_properties.pageSetUpPr.fitToPage
        and sheet.page_setup.orientation == "landscape")
    REPORT.empty("every sheet is protected", [s.title for s in book if not s.protection.sheet])
    REPORT.empty("no sheet has a password", [s.title for s in book if s.protection.password])
    REPORT.check("filters work while it is protected", not sheet.protection.autoFilter)
    open_titles = {
        figures.titles[cell.column - 1] for row in sheet.iter_rows(min_row=2) for cell in row
        if not cell.protection.locked}
    REPORT.check("only inputs are open", open_titles == INPUTS, str(open_titles ^ INPUTS))
    readme = [cell.value for row in book["Read me"].iter_rows() for cell in row if cell.value]
    for text in ("Harbour Point (harbour-point)", "Whom to ask", "Standard", "Due"):
        REPORT.check(f"the first sheet says {text}", text in readme)
    texts = [
        cell.value for page in book for row in page.iter_rows() for cell in row
        if cell.data_type == "s"]
    REPORT.empty(
        "no text could be taken for a formula",
        [text for text in texts if text[:1] in ("=", "+", "-", "@", "\t")])


def check_rows(figures, said):
    """Rows, notes, groups and earlier figures."""
    keys = [figures.key(row) for row in figures.rows]
    REPORT.check("each figure is asked for once", len(set(keys)) == len(keys) == said["figures"])
    totals = [row for row in figures.rows if figures.value(row, "Breakdown") == "total"]
    REPORT.check("a measure has one total", len(totals) == said["measures"])
    REPORT.empty(
        "a total has a note with its title, unit and definition",
        [figures.key(row) for row in totals
         if (note := figures.cell(row, "Figure wanted").comment) is None
         or not note.text.startswith(figures.value(row, "Figure wanted") + "\nUnit: ")
         or note.text.count("\n\n") < 1])
    REPORT.empty(
        "groups stand one level below their total, and are hidden at first",
        [figures.key(row) for row in figures.rows
         if (figures.sheet.row_dimensions[row].outlineLevel == 1) != (row not in totals)
         or figures.sheet.row_dimensions[row].hidden != (row not in totals)])
    earlier = [
        figures.value(row, title) for row in figures.rows
        for title in ("A year before", "The period before")]
    found = [value for value in earlier if value is not None]
    REPORT.check(
        "earlier figures stand beside", len(found) == said["last_values"] > 0, str(len(found)))


def check_rules(figures):
    """Validations, their lists, and conditional formats."""
    last = figures.sheet.max_row
    rules = {}
    for rule in figures.sheet.data_validations.dataValidation:
        rules.setdefault(str(rule.sqref), []).append(rule)
    wanted = {
        f"{letter}2:{letter}{last}": title for title in INPUTS - {"Explanation"}
        for letter in [get_column_letter(figures.titles.index(title) + 1)]}
    REPORT.check(
        "each input but the explanation has one validation",
        {place: 1 for place in wanted} == {place: len(found) for place, found in rules.items()},
        str(sorted(rules)))
    for place, title in wanted.items():
        rule = rules[place][0]
        REPORT.check(
            f"{title} has a message before and after", rule.promptTitle and rule.prompt
            and rule.errorTitle and rule.error and rule.showInputMessage
            and rule.showErrorMessage)
        if title == "Figure":
            REPORT.check(
                "a figure outside the range is a warning",
                rule.type == "decimal" and rule.operator in (None, "between")
                and rule.errorStyle == "warning", str(rule))
        else:
            first, end = map(int, re.fullmatch(
                r"Words!\$A\$(\d+):\$A\$(\d+)", rule.formula1).groups())
            words = figures.words[first - 1:end]
            REPORT.check(
                f"{title} is chosen from a list", rule.type == "list"
                and rule.errorStyle in (None, "stop") and len(words) > 2 and all(words),
                str(words))
    colours = [
        (str(place.sqref), rule.type, bool(rule.dxf.fill))
        for place in figures.sheet.conditional_formatting for rule in place.rules]
    letter = get_column_letter(figures.titles.index("Figure") + 1)
    REPORT.check(
        "three marks colour figures",
        colours == [(f"{letter}2:{letter}{last}", "expression", True)] * 3, str(colours))


def marks(figures, row):
    """Which of the three conditional formats hold for a row."""
    return [
        bool(figures.result(row, "=" + rule.formula[0]))
        for place in figures.sheet.conditional_formatting for rule in place.rules]


def check_entries(figures):
    """What the column Check and the colours say of entries."""
    limited = next(
        row for row in figures.rows if figures.value(row, "Highest expected") is not None
        and figures.value(row, "Lowest expected") is not None
        and figures.value(row, "Explain a change above (%)") is not None)
    low, high = (figures.value(limited, f"{end} expected") for end in ("Lowest", "Highest"))
    before = (low + high) / 2
    far = before + max(
        figures.value(limited, "Explain a change above (%)") / 100 * before,
        figures.value(limited, "and above (in the unit)") or 0) * 1.01
    cases = [
        ({}, "To fill in", [False] * 3),
        ({"figure": before}, "OK", [False] * 3),
        ({"figure": low}, None, None),
        ({"figure": "many"}, "Not a number", [True, False, False]),
        ({"figure": high + 1}, "Outside the range: explain", None),
        ({"figure": high + 1, "explanation": "A flood"}, "OK, explained", [False] * 3),
        ({"figure": before, "status": "withheld"}, "Figure, but status says none",
         [True, False, False]),
        ({"figure": before, "status": "estimated"}, "OK", [False] * 3),
        ({"status": "not_collected"}, "No figure, reason given", [False] * 3),
    ]
    if far <= high:
        cases += [
            ({"figure": far}, "Much changed: explain", [False, False, True]),
            ({"figure": far, "explanation": "A flood"}, "OK, explained", [False] * 3),
        ]
    for entry, says, colours in cases:
        figures.values.clear()
        figures.fill(limited, a_year_before=before, **entry)
        found = figures.value(limited, "Check")
        if says is not None:
            REPORT.check(f"Check says \"{says}\" of {entry}", found == says, str(found))
        if colours is not None:
            REPORT.check(
                f"the colours of {entry} are right", marks(figures, limited) == colours,
                str(marks(figures, limited)))
    figures.values.clear()


def sound(figures, row):
    """A figure that raises no question, also beside the others: small, so that no
    part is more than its whole."""
    if (before := figures.value(row, "A year before")) is not None:
        return before
    low, high = (figures.value(row, f"{end} expected") for end in ("Lowest", "Highest"))
    smallest = 1 if low is None else low + 1
    return smallest if high is None else min(smallest, high)


def sums():
    """The measures that are sums, with their parts, as the standard says."""
    for path in sorted((ROOT / "metrics-spec").glob("*/measures.yaml")):
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
        for measure in document["measures"]:
            if "sum_of" in measure:
                yield f"{path.parent.name}/{measure['name']}", measure["sum_of"]["measures"]


def made_up(figures, rows):
    """A figure for each row; where all parts of a sum are there, one of those
    without an earlier figure makes it right."""
    made = {figures.value(row, "Measure"): sound(figures, row) for row in rows}
    place = {figures.value(row, "Measure"): row for row in rows}
    for whole, parts in sums():
        free = [
            part for part in parts
            if part in place and figures.value(place[part], "A year before") is None]
        if whole in made and free and all(part in made for part in parts):
            made[free[0]] += made[whole] - sum(made[part] for part in parts)
    return made


def check_reading(program, figures):
    """A filled sheet, saved as CSV, is read by the mapping without a finding."""
    text = program.run("spec", "template", "--mapping")
    schema = json.loads(
        (ROOT / "metrics-spec/schemas/mapping.schema.json").read_text(encoding="utf-8"))
    REPORT.empty(
        "the mapping fits the schema of mappings",
        [error.message for error in Draft202012Validator(schema).iter_errors(
            yaml.safe_load(text))])
    (program.consortium / "mappings" / "template.yaml").write_text(text, encoding="utf-8")
    folder = program.consortium / "submissions" / PERIOD / CITY
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{CITY}-{PERIOD}-template.csv"
    filled = [row for row in figures.rows if figures.value(row, "Breakdown") == "total"]
    made = made_up(figures, [row for index, row in enumerate(filled) if index % 7 != 6])
    for index, row in enumerate(filled):
        if index % 7 == 6:
            figures.fill(row, status="not_collected")
        else:
            figures.fill(row, figure=made[figures.value(row, "Measure")])
    figures.save_csv(path)
    document = json.loads(program.run("check", str(path), "--format", "json"))["files"][0]
    REPORT.empty(
        "the filled sheet is read without a finding",
        [line["message"] for line in document["findings"]])
    REPORT.check(
        "all that was filled in is accepted, and nothing else",
        document["accepted"] == document["values_read"] == len(filled), str(document))


def check_application(program):
    """A service that a city does not provide, or takes no part with, is not asked for."""
    with (program.consortium / "services.csv").open(encoding="utf-8") as file:
        rows = [
            row for row in csv.DictReader(file)
            if (row["mode"] in ("none", "another_government") or row["takes_part"] == "false")
            and row["valid_from"] <= "2026-10-01" and not row["valid_to"]]
    everybody = {
        figures.value(row, "Measure"): figures.value(row, "Service")
        for figures in [Figures(program.folder / "first.xlsx")] for row in figures.rows}
    REPORT.check("somebody does not provide a service", bool(rows))
    for row in rows[:3]:
        said = program.template(row["city"], PERIOD, "other.xlsx")
        other = Figures(program.folder / "other.xlsx")
        asked = {other.value(line, "Measure") for line in other.rows}
        missing = {everybody[measure] for measure in everybody if measure not in asked}
        services = sum(line["city"] == row["city"] for line in rows)
        REPORT.check(
            f"{row['city']} is not asked for {row['service']}",
            said["measures"] == len(asked) < len(everybody) and len(missing) == services
            and not missing & {other.value(line, "Service") for line in other.rows},
            f"{missing}")


def check_libreoffice(program):
    """LibreOffice opens the workbook, where it is installed."""
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice is not installed: the workbook was not opened in it")
        return
    done = subprocess.run(
        [office, "--headless", "--convert-to", "pdf", "--outdir", str(program.folder),
         str(program.folder / "first.xlsx")], capture_output=True, text=True, timeout=180,
        check=False)
    REPORT.check(
        "LibreOffice prints the workbook", (program.folder / "first.pdf").is_file(),
        done.stdout + done.stderr)


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        program = Program(sys.argv[1], folder, sys.argv[2])
        said = program.template(CITY, PERIOD, "first.xlsx")
        program.template(CITY, PERIOD, "second.xlsx")
        REPORT.check(
            "two runs give equal bytes", (folder / "first.xlsx").read_bytes()
            == (folder / "second.xlsx").read_bytes())
        figures = Figures(folder / "first.xlsx")
        for name, check in [
            ("sheets", lambda: check_sheets(figures)),
            ("rows", lambda: check_rows(figures, said)),
            ("rules", lambda: check_rules(figures)),
            ("entries", lambda: check_entries(figures)),
            ("reading", lambda: check_reading(program, figures)),
            ("application", lambda: check_application(program)),
            ("LibreOffice", lambda: check_libreoffice(program)),
        ]:
            REPORT.run(name, check)
    REPORT.finish()


main()
