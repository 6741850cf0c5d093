"""What the known answers of all examples share.

An example brings FOLDER/known_answers.py with two functions: load(consortium)
loads its files and compares, check(consortium, checks) compares the result with
figures that were not computed by the program.
"""

import csv
import json
import os
import subprocess
import sys

SHARED = os.path.abspath(os.environ.get(
    "YARDSTICK_SHARED",
    os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "shared")))


def data(*parts):
    """Returns the path of a file among the real data."""
    return os.path.join(SHARED, "data", *parts)


def rows_of(path, encoding="utf-8-sig"):
    """Yields the rows of a CSV file as dictionaries."""
    with open(path, encoding=encoding, newline="") as file:
        yield from csv.DictReader(file)


def close(found, expected, relative):
    """Whether a figure of a view is an expected one; a missing one is not."""
    return found != "" and abs(float(found) - expected) <= relative * abs(expected)


class Consortium:
    """One example: its folder, and the program that works on it."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.name = os.path.basename(folder)

    def run(self, *arguments, codes=(0,)):
        """Runs one command of the program and returns what it printed."""
        command = [self.program, *arguments, "--consortium", self.folder]
        run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
        if run.returncode not in codes:
            sys.exit(f"known-answers: code {run.returncode}: {' '.join(command)}\n{run.stdout}")
        return run.stdout

    def load(self, mapping, *paths):
        """Loads files and returns what became of each, as load --format json says."""
        return self._received("load", mapping, paths)["submissions"]

    def check(self, mapping, *paths):
        """Checks files and returns the document of check --format json."""
        return self._received("check", mapping, paths)

    def _received(self, command, mapping, paths):
        printed = self.run(
            command, "--mapping", mapping, "--format", "json", *paths, codes=(0, 1))
        print(f"     {command} {self.name} {mapping}: {len(paths)} file(s)", flush=True)
        return json.loads(printed)

    def compare(self):
        """Compares all periods."""
        self.run("compare", "--all")
        print(f"     compare {self.name}", flush=True)

    def rows(self, query):
        """Returns the rows of a query as lists of texts; null is ''."""
        options = ["-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-c", query]
        run = subprocess.run(
            [self.program, "db", "psql", "--consortium", self.folder, "--", *options],
            stdout=subprocess.PIPE, text=True, check=False)
        if run.returncode != 0:
            sys.exit(f"known-answers: psql ended with code {run.returncode}: {query}")
        return [line.split("\t") for line in run.stdout.splitlines() if line]

    def values(self):
        """Returns the current values of all measures as texts, with their status.

        The key is measure, city, the period's first month (2026-07) and its
        length in months; of what was loaded twice the last counts.
        """
        found = {}
        for measure, city, start, months, value, status in self.rows(
                "select measure, city, to_char(period_start, 'YYYY-MM'), period_months, value,"
                " observation.status from warehouse.observation"
                " inner join warehouse.measure using (measure_id)"
                " inner join warehouse.city using (city_id) order by submission_id"):
            found[measure, city, start, int(months)] = (value, status)
        return found

    def city_ids(self):
        """Returns the id of each name and alias of the cities."""
        ids = {}
        for row in rows_of(os.path.join(self.folder, "cities.csv")):
            for name in [row["name"], *row["aliases"].split("|")]:
                if name:
                    ids[name.casefold()] = row["id"]
        return ids


class Checks:
    """Prints the checks and remembers whether all held."""

    def __init__(self):
        self.failed = 0

    def count(self, name, found, expected, total, remark=""):
        """Checks that `found` of `total` cases hold, and `expected` should."""
        holds = found == expected
        wanted = "" if holds else f", expected {expected:,}"
        self.holds(holds, f"{name} {found:,} of {total:,}{wanted}{remark}")

    def holds(self, holds, what):
        """Prints one check in words."""
        self.failed += not holds
        print(f"{'ok  ' if holds else 'FAIL'} {what}", flush=True)

    def loaded(self, submission, expected):
        """Checks that a file was loaded with so many values and none rejected."""
        name = os.path.basename(submission["file"])
        accepted, rejected = submission["accepted"], submission["rejected"]
        self.holds(
            submission["outcome"] == "loaded" and (accepted, rejected) == (expected, 0),
            f"{name}: {accepted:,} values accepted, {rejected:,} rejected, "
            f"{expected:,} in the file")

    def ad_hoc(self, consortium):
        """Checks that member.compare tells of each common group what was released."""
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "ad-hoc-comparison.sql")
        with open(path, encoding="utf-8") as file:
            [(total, apart)] = consortium.rows(file.read())
        total, apart = int(total), int(apart)
        self.count(
            f"standings of {consortium.name} as member.compare tells them", total - apart, total,
            total)
