"""Plants faults into real files and counts which of them `yardstick check` finds.

usage: checks.py [--seed N] [--plants N] [--only NAME]

Needs YARDSTICK_SHARED, the folder that holds data/; YARDSTICK names the program. Each
file is loaded as it is, `history` writes what was stored, and copies with planted
faults are checked with that history: a figure is judged by the periods before its own
alone. Every fault stands in one cell, but last period's figures, which are all those of
a city. Faults are planted where four earlier values are; exchanged digits and figures
of another city where they change the figure by a quarter or more, since nobody could
question less.
"""
import argparse
import collections
import csv
import dataclasses
import io
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = os.environ.get("YARDSTICK", str(ROOT / ".build/release/yardstick"))
EARLIER = 4
LEAST_CHANGE = 0.25
# The bars: what must be caught, and what may be questioned in clean files.
CAUGHT = 0.9
CLEAN_QUARTERS = 0.05
CLEAN = 0.15


def plain(number):
    """A number without exponent, as people write it."""
    return f"{number:.10f}".rstrip("0").rstrip(".")


def exchanged(value, _):
    """The first two unlike neighbouring digits the other way round."""
    text = plain(abs(value))
    places = [index for index, sign in enumerate(text) if sign.isdigit()]
    for left, right in zip(places, places[1:]):
        if text[left] != text[right] and text[left] != "0":
            signs = list(text)
            signs[left], signs[right] = signs[right], signs[left]
            return float("".join(signs)) * (-1 if value < 0 else 1)
    return value


ONE_CELL = {
    "a hundred times": lambda value, _: value * 100,
    "a thousand times": lambda value, _: value * 1000,
    "a thousandth": lambda value, _: value / 1000,
    "a zero too many": lambda value, _: value * 10,
    "a share for per cent": lambda value, _: value / 100,
    "two digits exchanged": exchanged,
    "the other sign": lambda value, _: -value,
    "zero for a figure": lambda value, _: 0.0,
    "another city's figure": lambda _, other: other,
}
AGAIN = "last period again"
# Faults that may change little or nothing.
SMALL = {"two digits exchanged", "another city's figure"}


@dataclasses.dataclass(frozen=True)
class Cell:
    """A stored value and where it stands."""

    file: str
    row: int
    column: int
    measure: str
    city: str
    start: int
    months: int
    value: float


@dataclasses.dataclass
class Source:
    """Real files, the consortium they belong to and the mappings that read them."""

    name: str
    consortium: pathlib.Path
    files: list
    is_quarterly: bool = False


class Run:
    """The program on one source."""

    def __init__(self, source, folder):
        self.source = source
        self.folder = folder
        self.history = str(folder / "history.json")
        self.environment = dict(os.environ, YARDSTICK_DATA_DIR=str(folder / "data"))
        self.environment.pop("DATABASE_URL", None)

    def call(self, *arguments, may_fail=False):
        """Runs a command; 1 is the exit code of rejected values."""
        done = subprocess.run(
            [PROGRAM, *arguments], capture_output=True, text=True, cwd=self.source.consortium,
            env=self.environment, check=False)
        if done.returncode not in (0, 1) or done.returncode and not may_fail:
            raise SystemExit(f"{' '.join(arguments)}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout

    def load(self):
        """Loads the files; returns the cells of all values."""
        self.call("db", "start")
        for path, mapping in self.source.files:
            self.call("load", path, "--mapping", mapping, may_fail=True)
        text = self.call("db", "psql", "--", "-X", "-q", "--csv", "-c", """
            select submission.file, source_row, source_column, measure, city,
                (extract(year from period_start) * 12 + extract(month from period_start))::int,
                period_months, value
            from warehouse.observation
            join intake.submission using (submission_id)
            join warehouse.measure using (measure_id)
            join warehouse.city using (city_id)
            where value is not null and breakdown_id = 0
            order by submission_id, source_row, source_column""")
        rows = list(csv.reader(io.StringIO(text)))[1:]
        cells = [
            Cell(file, int(row), int(column), measure, city, int(start), int(months), float(value))
            for file, row, column, measure, city, start, months, value in rows]
        cities = sorted({cell.city for cell in cells})
        self.call(
            "history", *[part for city in cities for part in ("--city", city)],
            "--out", self.history)
        return cells

    def check(self, path, mapping):
        """The questions about a file: row, column and rule of each, and its message."""
        document = json.loads(self.call(
            "check", path, "--mapping", mapping, "--history", self.history,
            "--format", "json", may_fail=True))
        return {
            (finding.get("row"), finding.get("column"), finding["rule"]): finding["message"]
            for finding in document["files"][0]["findings"]
            if finding["severity"] != "info"}


class Planter:
    """Plants faults into copies of one source's files."""

    def __init__(self, cells, seed):
        self.random = random.Random(seed)
        self.at = {(c.measure, c.city, c.start, c.months): c for c in cells}
        series = collections.defaultdict(set)
        self.of_period = collections.defaultdict(list)
        self.of_city = collections.defaultdict(list)
        for cell in cells:
            series[cell.measure, cell.city, cell.months].add(cell.start)
            self.of_period[cell.measure, cell.start, cell.months].append(cell)
            self.of_city[cell.file, cell.city, cell.start, cell.months].append(cell)
        self.judged = [
            cell for cell in cells if cell.value != 0 and EARLIER <= sum(
                start < cell.start for start in series[cell.measure, cell.city, cell.months])]

    def one_cell(self, kind, taken):
        """A cell and the figure that takes its place."""
        for _ in range(20_000):
            cell = self.random.choice(self.judged)
            other = self.random.choice(self.of_period[cell.measure, cell.start, cell.months])
            value = ONE_CELL[kind](cell.value, other.value)
            if (cell.file, cell.city, cell.start) in taken or value == cell.value:
                continue
            if kind in SMALL and abs(value - cell.value) < LEAST_CHANGE * abs(cell.value):
                continue
            taken.add((cell.file, cell.city, cell.start))
            return [(cell, plain(value))]
        return []

    def again(self, taken):
        """All figures of a city for a period, and those of the period before."""
        for _ in range(20_000):
            cell = self.random.choice(self.judged)
            key = (cell.file, cell.city, cell.start)
            group = self.of_city[cell.file, cell.city, cell.start, cell.months]
            before = [
                self.at.get((c.measure, c.city, c.start - c.months, c.months)) for c in group]
            moved = sum(a is not None and a.value != c.value for a, c in zip(before, group))
            if key in taken or moved < max(3, len(group) / 2):
                continue
            taken.add(key)
            return [(c, plain(a.value)) for a, c in zip(before, group) if a is not None]
        return []

    def plants(self, kind, count):
        """So many faults of a kind, no two for one city and period."""
        taken = set()
        found = [
            self.again(taken) if kind == AGAIN else self.one_cell(kind, taken)
            for _ in range(count)]
        return [plant for plant in found if plant]


def write_copy(original, changes, copy):
    """A copy of a file in which some cells hold another text."""
    lines = pathlib.Path(original).read_bytes().decode("utf-8").split("\n")
    by_row = collections.defaultdict(list)
    for cell, text in changes:
        by_row[cell.row].append((cell.column, text))
    for row, cells in by_row.items():
        end = "\r" if lines[row - 1].endswith("\r") else ""
        parts = next(csv.reader([lines[row - 1]]))
        for column, text in cells:
            parts[column - 1] = text
        out = io.StringIO()
        csv.writer(out, lineterminator="").writerow(parts)
        lines[row - 1] = out.getvalue() + end
    copy.write_bytes("\n".join(lines).encode("utf-8"))


def is_at(question, plant):
    """Whether a question is about a planted fault."""
    row, column = question[:2]
    return any(row == cell.row and column in (None, cell.column) for cell, _ in plant)


def measure(run, planter, clean, kind, count):
    """How many faults of a kind were planted and caught, and what else was asked."""
    plants = planter.plants(kind, count)
    caught, outside = 0, []
    for path, mapping in run.source.files:
        name = os.path.basename(path)
        here = [p for p in plants if os.path.basename(p[0][0].file) == name]
        if not here:
            continue
        copy = run.folder / name
        write_copy(path, [change for plant in here for change in plant], copy)
        found = run.check(str(copy), mapping)
        new = found.keys() - clean[path, mapping].keys()
        caught += sum(any(is_at(question, plant) for question in new) for plant in here)
        outside += [found[q] for q in new if not any(is_at(q, plant) for plant in here)]
    return len(plants), caught, outside


def report(source, folder, seed, count):
    """Prints one source's figures; returns (planted, caught, outside, is clean)."""
    run = Run(source, folder)
    try:
        cells = run.load()
    finally:
        run.call("db", "stop", may_fail=True)
    clean = {(path, mapping): run.check(path, mapping) for path, mapping in source.files}
    asked = sum(len({(row, column) for row, column, *_ in found}) for found in clean.values())
    share, bar = asked / len(cells), CLEAN_QUARTERS if source.is_quarterly else CLEAN
    print(f"{source.name}: {len(cells):,} values, {share:.1%} questioned when clean "
          f"(at most {bar:.0%})", flush=True)
    planter = Planter(cells, seed)
    planted = caught = 0
    outside = []
    for kind in [*ONE_CELL, AGAIN]:
        one, found, others = measure(run, planter, clean, kind, count)
        print(f"    {kind:22} {found:3} of {one:3} caught, {len(others)} outside")
        planted, caught, outside = planted + one, caught + found, outside + others
    for question in outside[:5]:
        print(f"    outside: {question}")
    return planted, caught, len(outside), share <= bar


# MARK: The sources

UNITS = """dimensions:
  number: {definition: Numbers of any kind.}
units:
  number: {label: "", dimension: number}
"""


def consortium(folder, name, cities, measures, mappings):
    """Writes a consortium folder for files that no example reads."""
    texts = {
        "consortium.yaml": f"id: {name}\nname: Real files\nstandard: ./standard\n",
        "cities.csv": "id,name\n" + "".join(f"c{i},{city}\n" for i, city in enumerate(cities)),
        "standard/standard.yaml": f"id: {name}\nversion: 1.0.0\ntitle: Real files\n",
        "standard/units.yaml": UNITS,
        "standard/services.yaml": "services: {}\n",
        "standard/real/measures.yaml": "measures:\n" + "".join(
            f"  - {{name: {m}, title: {m}, definition: The column {m}., unit: number, kind: flow}}\n"
            for m in measures),
    }
    texts.update({f"mappings/{key}.yaml": text for key, text in mappings.items()})
    for path, text in texts.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def column(path, name):
    """The different texts of a column, in their order."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(dict.fromkeys(row[name] for row in csv.DictReader(file)))


def welfare_fund(folder, data, code):
    """Rate, numerator and denominator of one quarterly indicator."""
    path = data / "lgbf/Indicator Data - Real - Quarterly.csv"
    mapping = f"""title: One indicator with its parts
format: {{type: csv, encoding: utf-8}}
layout: wide
city: {{column: LocalAuthority}}
period: {{column: Period, calendar: {{year_starts: 4, year_named: start}}}}
where: {{Code: "{code}", DataType: Real_Quarterly}}
missing: {{"null": not_reported}}
values:
  - {{column: Value, measure: real/value}}
  - {{column: Numerator, measure: real/numerator}}
  - {{column: Denominator, measure: real/denominator}}
ignore: ["*"]
"""
    name = "lgbf-" + code.lower().replace(" ", "")
    made = consortium(
        folder / name, name, column(path, "LocalAuthority"),
        ["value", "numerator", "denominator"], {"parts": mapping})
    return Source(f"lgbf quarterly, {code}", made, [(str(path), "parts")], True)


def municipalities(folder, data):
    """Swedish municipalities, three amounts by year."""
    path = data / "munexp_sweden/MunExp.csv"
    mapping = """title: Three amounts by year
layout: wide
city: {column: id}
period: {column: year}
values:
  - {column: expend, measure: real/expend}
  - {column: revenue, measure: real/revenue}
  - {column: grants, measure: real/grants}
ignore: [rownames]
"""
    made = consortium(
        folder / "sweden", "sweden", column(path, "id"), ["expend", "revenue", "grants"],
        {"amounts": mapping})
    return Source("munexp_sweden", made, [(str(path), "amounts")])


def sources(folder, data):
    """All real files that are checked."""
    examples = ROOT / "examples"
    fiscal = data / "ct_fiscal/csv/2016"
    planning = [data / f"trafford/planning_applications_{kind}.csv" for kind in
                ("major", "non-major")]
    annual = data / "lgbf/LGBF_ScotDataReal_ISSpatialHub.csv"
    return [
        welfare_fund(folder, data, "CORP 09"),
        welfare_fund(folder, data, "CORP 10"),
        Source("trafford planning", examples / "trafford-neighbours",
               [(str(path), "planning") for path in planning], True),
        Source("lgbf annual", examples / "scottish-councils", [(str(annual), "annual")]),
        Source("ct_fiscal", examples / "connecticut-towns",
               [(str(fiscal / f"FISCIN{year}.csv"), "fiscin") for year in range(12, 17)]),
        municipalities(folder, data),
    ]


def main():
    """Runs all sources and says whether the bars are met."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--plants", type=int, default=20)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    data = pathlib.Path(os.environ.get("YARDSTICK_SHARED", "")) / "data"
    if not os.environ.get("YARDSTICK_SHARED") or not data.is_dir():
        raise SystemExit("checks.py needs YARDSTICK_SHARED, the folder that holds data/.")
    planted = caught = outside = 0
    all_clean = True
    with tempfile.TemporaryDirectory(prefix="yardstick-checks-") as temporary:
        folder = pathlib.Path(temporary)
        # As root the database runs as another account, which must pass.
        folder.chmod(0o711)
        for number, source in enumerate(sources(folder, data)):
            if options.only not in source.name:
                continue
            place = folder / f"run{number}"
            place.mkdir()
            some, found, others, is_clean = report(source, place, options.seed, options.plants)
            planted, caught, outside = planted + some, caught + found, outside + others
            all_clean = all_clean and is_clean
    print(f"all: {caught} of {planted} caught, {caught / planted:.1%} (at least {CAUGHT:.0%}), "
          f"{outside} questions outside of the planted cells (none)")
    if caught < CAUGHT * planted or outside or not all_clean:
        raise SystemExit("A bar is not met.")


if __name__ == "__main__":
    sys.exit(main())
