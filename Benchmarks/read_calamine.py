"""Reads every cell of a workbook's first sheet with the Rust reader calamine.

usage: read_calamine.py FILE.xlsx
"""
import sys

from python_calamine import CalamineWorkbook

sheet = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0)
print(sum(len(row) for row in sheet.iter_rows()))
