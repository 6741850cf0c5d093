"""Prints how many columns `map suggest` gets right, asks about, and gets wrong.

usage: bench-mapping.py YARDSTICK EXAMPLES [DATA]

The key to a file is the mapping that somebody wrote for it by hand: what it
does with each column and code, as `map test` tells. The mappings of the same
shape are left out of what `map suggest` looks at. Of a column that carries a
measure, the suggestion is right, asked or wrong; of any other it is wrong where
a measure is put on it unasked.

Files of the half "tune" were looked at while the suggestions were made; those
of the half "test" were not. Mappings that came later are in turn in one half
and the other, but for one that showed a wrong suggestion and was looked at.
"""

import fnmatch
import json
import pathlib
import subprocess
import sys

# consortium, mapping, files below it or below DATA, half
CASES = [
    ("connecticut-towns", "fiscin", "ct_fiscal/csv/2016/FISCIN1[24].csv", "tune"),
    ("connecticut-towns", "fiscin", "ct_fiscal/csv/2016/FISCIN1[356].csv", "test"),
    ("connecticut-towns", "per-capita-income",
     "ct_fiscal/csv/2016/Per Capita Income Sorted - 2016.csv", "test"),
    ("connecticut-towns", "area", "ct_fiscal/csv/2016/Area*.csv",
     "tune"),
    ("connecticut-towns", "equalized-grand-lists", "ct_fiscal/csv/2016/ENGL*.csv",
     "test"),
    ("connecticut-towns", "family-assistance", "ct_fiscal/csv/2016/TANF*.csv",
     "tune"),
    ("connecticut-towns", "grand-list-parts", "ct_fiscal/csv/2016/GL Components*.csv",
     "test"),
    ("connecticut-towns", "home-values", "ct_fiscal/csv/2016/Median Value*.csv",
     "tune"),
    ("connecticut-towns", "household-income", "ct_fiscal/csv/2016/Median Household*.csv",
     "test"),
    ("connecticut-towns", "labor", "ct_fiscal/csv/2016/*Labor*.csv",
     "tune"),
    ("connecticut-towns", "mill-rates", "ct_fiscal/csv/2016/ACMR 201[0-4]*.csv",
     "test"),
    ("connecticut-towns", "mill-rates-by-kind", "ct_fiscal/csv/2016/ACMR 201[56]*.csv",
     "tune"),
    ("connecticut-towns", "net-grand-lists", "ct_fiscal/csv/2016/NetGL*.csv",
     "test"),
    ("connecticut-towns", "pension-plan-counts", "ct_fiscal/csv/2016/Pension Main*.csv",
     "tune"),
    ("connecticut-towns", "permits", "ct_fiscal/csv/2016/Permits*.csv",
     "test"),
    ("connecticut-towns", "retiree-health-plan-counts", "ct_fiscal/csv/2016/OPEB Main*.csv",
     "tune"),
    ("connecticut-towns", "school-spending", "ct_fiscal/csv/2016/NCEADM*.csv",
     "test"),
    ("connecticut-towns", "tax-collection", "ct_fiscal/csv/2016/2016 Tax Coll*.csv",
     "tune"),
    ("connecticut-towns", "tax-exempt-property", "ct_fiscal/csv/2016/2015*Tax Exempt*.csv",
     "tune"),
    ("scottish-councils", "annual", "lgbf/LGBF_ScotDataReal_ISSpatialHub.csv", "tune"),
    ("scottish-councils", "quarterly", "lgbf/Indicator Data - Real - Quarterly.csv", "test"),
    ("trafford-neighbours", "calendar-years", "trafford/fuel_poverty.csv", "test"),
    ("trafford-neighbours", "calendar-years", "trafford/neet.csv", "test"),
    ("trafford-neighbours", "calendar-years", "trafford/borough_wide_co2_emissions.csv", "test"),
    ("trafford-neighbours", "children-offending", "trafford/children_offending.csv", "test"),
    ("trafford-neighbours", "licensed-vehicles", "trafford/licensed_vehicles.csv", "test"),
    ("trafford-neighbours", "monthly", "trafford/claimant_count.csv", "test"),
    ("trafford-neighbours", "monthly", "trafford/universal_credit.csv", "test"),
    ("trafford-neighbours", "monthly", "trafford/care_homes_rating.csv", "test"),
    ("trafford-neighbours", "monthly", "trafford/electric_vehicle_charging_points.csv", "test"),
    ("trafford-neighbours", "planning", "trafford/planning_applications_major.csv", "test"),
    ("trafford-neighbours", "planning", "trafford/planning_applications_non-major.csv", "test"),
    ("trafford-neighbours", "waste-not-recycled", "trafford/household_waste_not_recycled.csv",
     "test"),
    ("trafford-neighbours", "waste-recycled", "trafford/household_waste_recycling.csv", "test"),
    ("demo/consortium", "indicator-sheet",
     "submissions/2025-Q4/ironquay/quarterly-indicators-*.csv", "tune"),
    ("demo/consortium", "indicator-sheet",
     "submissions/2026-Q2/ottersley/quarterly-indicators-*.csv", "test"),
    ("demo/consortium", "quarterly-return", "submissions/2025-Q4/amberwick/return-*.csv", "tune"),
    ("demo/consortium", "performance-report",
     "submissions/2025-Q4/cinderbrook/performance-report-*.csv", "test"),
    ("demo/consortium", "figures-only", "submissions/2025-Q4/*/figures.tsv", "test"),
    ("demo/consortium", "fiscal-return",
     "submissions/2025-Q4/northwold-crossing/fiscal-return-*.csv", "test"),
    ("demo/consortium", "crash-registry", "submissions/2025-Q4/crash-registry/casualties.csv",
     "test"),
    ("demo/consortium", "crash-registry-by-road-user",
     "submissions/2025-Q4/crash-registry/casualties-by-road-user.csv", "test"),
    ("demo/consortium", "quartalsbericht",
     "submissions/2025-Q4/gruenwarden/quartalsbericht-*.csv", "test"),
]


class Bench:
    """Runs the program and counts."""

    def __init__(self, program, examples, data):
        self.program = program
        self.examples = examples
        self.data = data
        self.sums = {}

    def run(self, consortium, *arguments):
        """The document of a command; None where it could not go on."""
        done = subprocess.run(
            [self.program, *arguments, "--consortium", str(consortium), "--format", "json"],
            capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        if done.returncode > 1:
            print(f"  {' '.join(arguments[:3])}: {done.stderr.strip()[:200]}")
            return None
        return json.loads(done.stdout)

    def files(self, consortium, pattern):
        """The files of a pattern, below the consortium or the shared data."""
        root = consortium if pattern.startswith("submissions/") else self.data
        return sorted(root.glob(pattern)) if root else []

    def measure(self, consortium, mapping, path, options):
        """Counts of one file: right, asked, wrong, carrying."""
        key = self.run(consortium, "map", "test", str(path), "--mapping", mapping, "--limit",
                       "1000000")
        draft = self.run(consortium, "map", "suggest", str(path), *options)
        if key is None or draft is None:
            return None
        wanted, given = answers(key), suggestions(draft, key)
        counts = {"right": 0, "asked": 0, "wrong": 0, "all": 0}
        if any(kind == "code" for kind, _ in wanted):
            # In a long file no column is one measure's.
            counts["wrong"] += sum(
                kind == "column" and measure is not None and not asked
                for (kind, _), (measure, asked) in given.items())
        for name, measure in wanted.items():
            found, asked = given.get(name, (None, True))
            if measure is None:
                counts["wrong"] += found is not None and not asked
                continue
            counts["all"] += 1
            counts["right"] += found == measure and not asked
            counts["asked"] += asked
            counts["wrong"] += not asked and found != measure
        return counts

    def show(self, name, half, kind, counts):
        """Prints one line and adds it up."""
        total = self.sums.setdefault((kind, half), {"right": 0, "asked": 0, "wrong": 0, "all": 0})
        for key, count in counts.items():
            total[key] += count
        share = f"{100 * counts['right'] / counts['all']:.0f} %" if counts["all"] else "-"
        print(f"{name:58} {half:5} {kind:9} {counts['right']:4} of {counts['all']:4} {share:>6}"
              f" {counts['asked']:6} {counts['wrong']:6}")


def answers(key):
    """The measure that each column or code carries by the key; None: none."""
    codes = [column for column in key["columns"] if column["use"] == "code"]
    if not codes:
        return {("column", column["column"]): column.get("measure") for column in key["columns"]}
    return {("code", code["code"]): code.get("measure") for code in key["codes"]}


def suggestions(draft, key):
    """What was suggested for each column and code, and whether it was asked."""
    found = {}
    for column in draft["columns"]:
        found["column", column["column"]] = (column.get("measure"), "question" in column)
    for code in draft["codes"]:
        found["code", code["code"]] = (
            code.get("measure"), "question" in code or code.get("measure") is None)
    return found


def main():
    """Runs all cases, then lists the files without a key."""
    program, examples = sys.argv[1], pathlib.Path(sys.argv[2])
    data = pathlib.Path(sys.argv[3]) / "data" if len(sys.argv) > 3 else None
    bench = Bench(program, examples, data)
    print(f"{'file':58} {'half':5} {'mappings':9} {'right':>13} {'':>5} {'asked':>6} {'wrong':>6}")
    known = set()
    for folder, mapping, pattern, half in CASES:
        consortium = examples / folder
        for path in bench.files(consortium, pattern):
            known.add(path)
            for kind, options in [("none", ["--fresh"]), ("others", ["--without", mapping])]:
                counts = bench.measure(consortium, mapping, path, options)
                if counts:
                    bench.show(path.name, half, kind, counts)
    for (kind, half), counts in sorted(bench.sums.items()):
        bench.sums = {}
        bench.show("all files together", half, kind, counts)
    if data:
        rest = [path for path in sorted(data.rglob("*")) if path.is_file() and path not in known
                and fnmatch.fnmatch(path.name.lower(), "*.[cxj]s[vlo]*")]
        print(f"\nwithout a key: {len(rest)} files")
        for path in rest:
            print(f"  {path.relative_to(data)}")


if __name__ == "__main__":
    main()
