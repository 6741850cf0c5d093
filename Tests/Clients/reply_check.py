"""Opens the annotated copies of `check --annotate` as a spreadsheet does: marks, notes, links.

usage: reply_check.py YARDSTICK CONSORTIUM
"""

import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import openpyxl
from openpyxl.utils import get_column_letter

from report import Report

REPORT = Report()


class Program:
    """Runs `check` on a copy of a file."""

    def __init__(self, path, consortium, folder):
        self.path = str(pathlib.Path(path).resolve())
        self.consortium = str(pathlib.Path(consortium).resolve())
        self.folder = folder

    def check(self, file, mapping):
        """What check says of a file, and the workbook that it writes."""
        copy = self.folder / "copy.xlsx"
        done = subprocess.run(
            [self.path, "check", str(file), "--mapping", mapping, "--consortium", self.consortium,
             "--annotate", str(copy), "--html", str(self.folder / "copy.html"), "--format", "json"],
            capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL, check=False)
        REPORT.check(f"{file.name} is checked", done.returncode in (0, 1), done.stderr)
        return json.loads(done.stdout)["files"][0], openpyxl.load_workbook(copy)


def notes(sheet):
    """The texts of a sheet's notes, by cell."""
    return {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row
            if cell.comment}


def check_marks(name, found, sheet):
    """Each finding has a note at its cell, and no other cell has one."""
    wanted = {f"{get_column_letter(line.get('column', 1))}{line['row']}"
              for line in found["findings"] if "row" in line}
    there = notes(sheet)
    REPORT.check(f"{name}: notes stand at the findings and nowhere else",
                 set(there) == wanted and wanted, f"{sorted(set(there) ^ wanted)[:5]}")
    REPORT.empty(
        f"{name}: a marked cell is coloured, bold and framed",
        [place for place in there if sheet[place].fill.fgColor.rgb in ("00000000", None)
         or not sheet[place].font.bold or sheet[place].border.left.style is None])
    REPORT.empty(
        f"{name}: a note says in words how much it weighs",
        [text for text in there.values()
         if not re.match(r"(TO CORRECT|PLEASE LOOK|NOTE): ", text)])


def check_summary(name, found, book):
    """The first sheet lists every group, with a link to its cell."""
    summary = book.worksheets[0]
    links = [cell.hyperlink.location for row in summary.iter_rows() for cell in row
             if cell.hyperlink]
    REPORT.check(f"{name}: the first sheet is the summary", summary.title == "Summary")
    REPORT.check(f"{name}: each group with a place has a link", len(links) == sum(
        1 for group in found["groups"] if group["first_rows"]), str(links))
    for link in links:
        sheet, cell = link.replace("'", "").split("!")
        REPORT.check(f"{name}: the link {link} leads to a note",
                     book[sheet][cell].comment is not None)


def check_csv(program):
    """A CSV comes back line by line, and nothing in it is a formula."""
    texts = ["=1+1", "+cmd", "@SUM(A1)", "-2+3", "007", "1.50", "plain"]
    with open(source_file(program), encoding="utf-8-sig", newline="") as given:
        rows = list(csv.reader(given))
    rows[0].append("Remark")
    for position, row in enumerate(rows[1:]):
        row.append(texts[position % len(texts)])
    for position in (3, 5):
        rows[position][3] = "12O"
    file = program.folder / "long.csv"
    with open(file, "w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows(rows)
    found, book = program.check(file, mapping_of(program))
    sheet = book.worksheets[1]
    check_marks("CSV", found, sheet)
    check_summary("CSV", found, book)
    REPORT.check("CSV: the file's own line is the row of the copy", all(
        str(sheet.cell(number, len(row)).value).lstrip("'") == row[-1]
        for number, row in enumerate(rows, start=1)))
    REPORT.empty("CSV: no cell is a formula", [
        cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"])


def source_file(program):
    """A sound file of the demo."""
    return program.consortium + "/submissions/2026-Q3/harbour-point/return-2026-Q3.csv"


def mapping_of(program):
    """The mapping of that file."""
    done = subprocess.run(
        [program.path, "check", source_file(program), "--consortium", program.consortium,
         "--format", "json"], capture_output=True, text=True, timeout=120, check=False)
    return json.loads(done.stdout)["files"][0]["mapping"]


def main():
    with tempfile.TemporaryDirectory() as folder:
        program = Program(sys.argv[1], sys.argv[2], pathlib.Path(folder))
        REPORT.run("a CSV and its annotated copy", lambda: check_csv(program))
    REPORT.finish()


main()
