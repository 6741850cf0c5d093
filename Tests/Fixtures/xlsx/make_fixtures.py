"""Writes the workbooks of this folder and what openpyxl reads in them.

usage: make_fixtures.py      in a Python with openpyxl 3.1.5

The content is invented. `expected.tsv` holds every cell that is not empty:
file, sheet, row, column from 0, kind, text. The values are those that
openpyxl reads back from the files; only how they are written as text is said
here. Formulas that openpyxl writes were never calculated.
"""

import datetime
import decimal
import pathlib

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904

FOLDER = pathlib.Path(__file__).parent
STAMP = datetime.datetime(2026, 1, 1)


def quarter() -> openpyxl.Workbook:
    """A summary table as a finance office keeps it."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Q3 2025"
    sheet["B2"] = "Alderbrook - service figures, third quarter"
    sheet.merge_cells("B2:H2")
    sheet["B3"] = "R thousands"
    sheet["D3"], sheet["G3"] = "Months", "Quarter"
    sheet.merge_cells("D3:F3")
    heads = ["Service", "Share", "July\n2025", "August\n2025", "Sept\n2025", "Q3 Actual"]
    for column, text in enumerate(heads, start=2):
        sheet.cell(4, column, text)
    rows = [
        ("Waste", 0.057, 1204, 1180.5, 1333.25),
        ("Fire", 0.3333333333333333, 0.1 + 0.2, 12, None),
        ("Parks & gardens", 1, -17, 1e-7, 1e16),
    ]
    for row, (name, share, *months) in enumerate(rows, start=5):
        sheet.cell(row, 2, name)
        sheet.cell(row, 3, share).number_format = "0.0%"
        for column, value in enumerate(months, start=4):
            sheet.cell(row, column, value).number_format = "#,##0.00;[Red]-#,##0.00"
        sheet.cell(row, 7, f"=SUM(D{row}:F{row})")
    sheet["B9"] = "References: figures are provisional"
    sheet["D5"].comment = Comment("July includes a one-off", "officer")
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["C"].hidden = True
    lists = workbook.create_sheet("Lists")
    lists.sheet_state = "hidden"
    lists.append(["yes", True])
    lists.append(["no", False])
    return workbook


def types() -> openpyxl.Workbook:
    """One row a kind of value."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Types"
    rich = CellRichText("plain ", TextBlock(InlineFont(b=True), "bold"), " plain")
    values = [
        ("text", "München, 東京 😀"), ("spaces", "  kept  "), ("lines", "one\ntwo"),
        ("number in text", "0012"), ("rich", rich), ("true", True), ("error", "#N/A"),
        ("date", datetime.date(2024, 2, 29)), ("first day", datetime.date(1900, 3, 1)),
        ("moment", datetime.datetime(2025, 10, 26, 2, 30, 15)),
        ("midnight", datetime.datetime(2025, 1, 1)),
        ("milliseconds", datetime.datetime(2025, 1, 1, 1, 2, 3, 250000)),
        ("time", datetime.time(23, 59, 59)),
        ("duration", datetime.timedelta(hours=101, minutes=5, seconds=9)),
        ("large", 12345678901234567890), ("small", 1.5e-9), ("formula", "=1+1"),
    ]
    for name, value in values:
        sheet.append([name, value])
    return workbook


def mac() -> openpyxl.Workbook:
    """Days counted from 1904."""
    workbook = openpyxl.Workbook()
    workbook.epoch = CALENDAR_MAC_1904
    sheet = workbook.active
    sheet.title = "Mac"
    for day in [(1904, 1, 2), (2000, 2, 29), (2025, 12, 31)]:
        sheet.append([datetime.date(*day)])
    return workbook


def text(cell) -> tuple[str, str]:
    """The kind and text that the reader gives a value."""
    value, style = cell.value, cell.number_format
    if cell.data_type == "e":
        return "error", value
    if isinstance(value, bool):
        return "boolean", "TRUE" if value else "FALSE"
    if isinstance(value, datetime.timedelta):
        seconds = round(value.total_seconds())
        hours, rest = divmod(seconds, 3600)
        return "duration", f"{hours:02}:{rest // 60:02}:{rest % 60:02}"
    if isinstance(value, datetime.time):
        return "time", value.isoformat(timespec="seconds")
    if isinstance(value, datetime.datetime):
        if "h" not in style:
            return "date", value.date().isoformat()
        parts = "milliseconds" if value.microsecond else "seconds"
        return "date", value.isoformat(timespec=parts)
    if isinstance(value, (int, float)):
        kind = "percentage" if "%" in style else "number"
        number = repr(float(value))
        if "e" in number and not 1e-7 <= abs(value) < 1e21:
            return kind, number
        plain = f"{decimal.Decimal(number):f}"
        return kind, plain[:-2] if plain.endswith(".0") else plain
    return "text", str(value)


def main() -> None:
    lines = ["file\tsheet\trow\tcolumn\tkind\ttext"]
    for name, workbook in [("quarter", quarter()), ("types", types()), ("mac", mac())]:
        path = FOLDER / f"{name}.xlsx"
        workbook.properties.created = workbook.properties.modified = STAMP
        workbook.save(path)
        values = openpyxl.load_workbook(path, data_only=True)
        formulas = openpyxl.load_workbook(path)
        for sheet in values.worksheets:
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                formula = formulas[sheet.title][cell.coordinate].value
                if cell.value is not None:
                    kind, shown = text(cell)
                elif formula is not None:
                    kind, shown = "formulaWithoutValue", formula
                else:
                    continue
                place = [path.name, sheet.title, cell.row, cell.column - 1]
                shown = shown.replace("\n", "\\n")
                lines.append("\t".join(str(part) for part in [*place, kind, shown]))
    (FOLDER / "expected.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
