"""Follows the README's five steps on data of one's own, word by word, in a folder of its own.

usage: readme_check.py YARDSTICK
"""

import csv
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from report import Report

ROOT = pathlib.Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
REPORT = Report()

CITIES = ["Springfield", "Riverton", "Fairview", "Lakeside", "Hillcrest", "Ashford"]


def code_block(language):
    """The first code block of the README in a language, without its indentation."""
    match = re.search(rf"^( *)```{language}\n(.*?)^ *```", README, re.DOTALL | re.MULTILINE)
    indent, text = match.groups()
    return "".join(line.removeprefix(indent) for line in text.splitlines(keepends=True))


def run(program, folder, *arguments, wanted=0):
    """Runs a command of the README; a check is its exit code."""
    done = subprocess.run(
        [program, *arguments], cwd=folder, capture_output=True, text=True, timeout=120,
        stdin=subprocess.DEVNULL, check=False)
    REPORT.check(
        f"yardstick {' '.join(arguments).splitlines()[0]}", done.returncode == wanted,
        f"exit code {done.returncode}: {(done.stdout + done.stderr)[-800:]}")
    return done.stdout


def write_rows(path, header, rows):
    """Writes a CSV file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def steps(program, parent):
    """The five steps, with six cities of 10,000 residents that spend about a million."""
    run(program, parent, "init", "our-cities")
    folder = parent / "our-cities"
    REPORT.check("init writes a README", (folder / "README.md").is_file())
    write_rows(
        folder / "cities.csv", ["id", "name", "aliases", "country"],
        [[name.lower(), name, "", "US"] for name in CITIES])
    for position, name in enumerate(CITIES):
        write_rows(
            folder / f"submissions/2026-Q3/{name.lower()}/finance.csv",
            ["City", "Quarter", "Spent (thousands)", "Residents", "Sworn officers", "Remarks"],
            [[name, "2026-Q3", 1000 + position, 10000, 100 - 10 * position, "late"]])
    (folder / "mappings/long.yaml").unlink()
    (folder / "mappings/quarterly-return.yaml").write_text(code_block("yaml"), encoding="utf-8")
    for command in (
        ["check", "submissions/2026-Q3"], ["load", "submissions/2026-Q3"],
        ["status", "2026-Q3"], ["compare", "2026-Q3"],
        ["report", "--all", "--period", "2026-Q3", "--out", "reports"],
        ["show", "springfield", "2026-Q3"],
    ):
        REPORT.check(
            f"the README says `yardstick {' '.join(command)}`",
            f"yardstick {' '.join(command)}" in README)
        run(program, folder, *command)
    pages = sorted(path.name for path in (folder / "reports").glob("*.html"))
    REPORT.check(
        "the reports are an index and a page a city",
        pages == sorted(["index.html"] + [f"{name.lower()}.html" for name in CITIES]), str(pages))
    query = code_block("sql").strip().rstrip(";")
    answer = run(program, folder, "db", "psql", "--", "-X", "-A", "-t", "-c", query)
    REPORT.check("the README's SQL returns rows", "|" in answer, answer)
    stored = run(
        program, folder, "db", "psql", "--", "-X", "-A", "-t", "-c",
        "select max(measure_value) from member.lineage where city = 'springfield'"
        " and measure = 'finance/operating-expenditure'")
    REPORT.check("1000 thousand are stored as 1000000", stored.strip() == "1000000", stored)
    rows = [line.split("|") for line in answer.splitlines()]
    spending = [row for row in rows if row[0] == "finance/expenditure-per-resident"]
    REPORT.check(
        "Springfield spends 100 for each resident, and the median of six is 100.25",
        [(float(row[1]), float(row[4])) for row in spending] == [(100.0, 100.25)], answer)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="yardstick-readme.") as name:
        parent = pathlib.Path(name)
        # As root the server runs under another account, which must reach its folder.
        parent.chmod(0o711)
        for variable in ("DATABASE_URL", "PGHOST", "PGDATABASE", "PGSERVICE"):
            os.environ.pop(variable, None)
        os.environ["YARDSTICK_DATA_DIR"] = str(parent / "data")
        REPORT.run("the README's steps", lambda: steps(program, parent))
    REPORT.finish()


main()
