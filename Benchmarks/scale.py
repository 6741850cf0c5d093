"""Measures bytes and rates on one machine, and works out what docs/scale.md says for others.

usage: scale.py [CITIES [QUARTERS]]     YARDSTICK names the program; default 2000 cities, 4 quarters

Loads that many quarters of 150 measures in one file a quarter, compares each quarter in two
groups (all, and 30 that each city chose) and asks PostgreSQL how large the tables are. Bytes and
rates are printed first, each with what it is of; then the table of four sizes over twenty years.
"""

import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
MEASURES = 150
PEERS = 30
# Of all values, how many are sent again with another figure.
CORRECTED = 0.1
# A provisional and a final release of each quarter.
RELEASES = 2
YEARS = 20
UNITS = (100, 2_000, 20_000, 1_000_000)
# What is stored of one value, of one received file, and of one released figure.
PARTS = {
    "value": ("warehouse.observation",),
    "original": ("intake.submission_chunk",),
    "figure": (
        "member.release_value", "member.release_statistic", "member.release_standing",
        "member.release_lineage", "member.release_peer"),
}
# All of a table with its keys and indexes, or its rows alone, which is what travels.
SIZE = """
    select coalesce(sum({1}(pg_class.oid)), 0)
    from pg_class
    where pg_class.oid = '{0}'::regclass
        or pg_class.oid in (select inhrelid from pg_inherits where inhparent = '{0}'::regclass)"""
WHOLE, ROWS = "pg_total_relation_size", "pg_table_size"


class Place:
    """A consortium of its own in a private database."""

    def __init__(self, folder, cities):
        self.folder, self.cities = folder, cities
        self.program = os.environ.get("YARDSTICK", str(ROOT / ".build/release/yardstick"))
        self.environment = {**os.environ, "YARDSTICK_DATA_DIR": str(folder / "data")}
        subprocess.run(
            [sys.executable, str(ROOT / "Benchmarks/make_bench_consortium.py"), str(cities),
             str(MEASURES), str(folder)], check=True)
        metric = folder / "standard/bench/metric-m000.yaml"
        for number in range(1, MEASURES):
            (metric.parent / f"metric-m{number:03}.yaml").write_text(
                metric.read_text().replace("m000", f"m{number:03}").replace(
                    "Measure 000", f"Measure {number:03}").replace(
                    "The first measure", f"Measure number {number:03}"))
        (folder / "peer-groups/chosen.yaml").write_text("title: Chosen\nown_lists:\n" + "".join(
            f"  us-{city:05d}: [" + ", ".join(
                f"us-{(city + step * 7) % cities:05d}" for step in range(1, PEERS + 1)) + "]\n"
            for city in range(cities)))

    def run(self, *arguments):
        """Seconds that a command takes."""
        begun = time.monotonic()
        done = subprocess.run(
            [self.program, *arguments, "--consortium", str(self.folder)], env=self.environment,
            capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            raise SystemExit(f"yardstick {' '.join(arguments)}: {done.stderr[-2000:]}")
        return time.monotonic() - begun

    def number(self, sql):
        """One number from the database."""
        done = subprocess.run(
            [self.program, "db", "psql", "--consortium", str(self.folder), "--", "-X", "-A", "-t",
             "-c", sql], env=self.environment, capture_output=True, text=True, check=True)
        return float(done.stdout)

    def write(self, period):
        """One quarter of all cities."""
        figures = random.Random(period)
        file = self.folder / f"{period}.csv"
        with file.open("w") as out:
            out.write("city,period,measure,value,status\n")
            for city in range(self.cities):
                for measure in range(MEASURES):
                    out.write(
                        f"us-{city:05d},{period},m{measure:03d},{figures.randint(100, 99999)},\n")
        return file


def measure(place, quarters):
    """Bytes and rates, by name."""
    periods = [f"{2020 + number // 4}-Q{number % 4 + 1}" for number in range(quarters)]
    values = place.cities * MEASURES * quarters
    subprocess.run([place.program, "db", "start"], env=place.environment, check=True)
    try:
        load = sum(
            place.run("load", str(place.write(period)), "--mapping", "long") for period in periods)
        compare = sum(place.run("compare", period) for period in periods)
        found = {
            table: place.number(SIZE.format(table, WHOLE)) / values
            for tables in PARTS.values() for table in tables}
        for name, tables in PARTS.items():
            found[name] = sum(found[table] for table in tables)
            found[name, ROWS] = sum(
                place.number(SIZE.format(table, ROWS)) for table in tables) / values
        found["standings"] = place.number("select count(*) from member.release_standing") / values
    finally:
        subprocess.run(
            [place.program, "db", "stop", "--force"], env=place.environment, check=False,
            capture_output=True)
    found["loaded"], found["compared"] = values / load, values / compare
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    found["memory"] = peak / (place.cities * MEASURES)
    return found


def size(count):
    """Bytes in words."""
    for unit, name in ((1e12, "TB"), (1e9, "GB"), (1e6, "MB")):
        if count >= unit:
            return f"{count / unit:.3g} {name}"
    return f"{count / 1e3:.3g} kB"


def duration(seconds):
    """Seconds in words."""
    for unit, name in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= unit:
            return f"{seconds / unit:.2g} {name}"
    return f"{seconds:.2g} s"


def show(found):
    """What was measured, and the table."""
    print(f"a value with its key: {found['value']:.0f} bytes, {found['value', ROWS]:.0f} its row")
    print(f"its share of the original: {found['original']:.1f} bytes")
    print(
        f"a released figure: {found['figure']:.0f} bytes, {found['figure', ROWS]:.0f} its rows, "
        f"with {found['standings']:.1f} standings")
    for table in PARTS["figure"]:
        print(f"    of that {table}: {found[table]:.0f} bytes")
    print(f"loaded: {found['loaded']:,.0f} values a second")
    print(f"compared and released: {found['compared']:,.0f} figures a second")
    print(f"memory of the largest command: {found['memory']:.0f} bytes a figure of a quarter")
    print("\n| units | values | stored values | originals | releases | a quarter: load | release |")
    print("|---|---|---|---|---|---|---|")
    for units in UNITS:
        quarter = units * MEASURES
        values = quarter * 4 * YEARS * (1 + CORRECTED)
        released = quarter * 4 * YEARS * RELEASES
        print(
            f"| {units:,} | {values / 1e6:,.0f} million | {size(values * found['value'])} "
            f"| {size(values * found['original'])} | {size(released * found['figure'])} "
            f"| {duration(quarter / found['loaded'])} | {duration(quarter / found['compared'])} |")


def main():
    given = [int(word) for word in sys.argv[1:]]
    cities, quarters = given + [2000, 4][len(given):]
    with tempfile.TemporaryDirectory(prefix="yardstick-scale-") as folder:
        os.chmod(folder, 0o711)
        show(measure(Place(pathlib.Path(folder), cities), quarters))


if __name__ == "__main__":
    main()
