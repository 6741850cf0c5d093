"""What is loaded while something goes wrong, and what an undisturbed run of it leaves."""

import csv
import random

from place import RECEIVED
from server_log import positions
from state import State

LAST = "2026-Q3"
MAPPING = """\
title: Monthly counts of a bureau, all cities
files: "*/bureau*/counts*.csv"
format: {type: csv, encoding: utf-8, delimiter: ","}
layout: long
city: {column: city}
period: {column: month}
measure: {column: measure, prefix: ""}
value: {column: value}
"""
MEASURES = [
    "public-safety/violent-crimes", "public-safety/property-crimes",
    "public-safety/priority-calls", "fire/structure-fires", "fire/emergency-responses",
    "streets/pothole-reports-closed", "solid-waste/refuse-collected",
    "solid-waste/recycling-collected", "finance/operating-expenditure", "workforce/sick-hours",
]
YEARS = range(2000, 2024)


class Workload:
    """A command to disturb, and the database that it begins with."""

    def __init__(self, name, base, command):
        self.name = name
        self.base = base
        self.command = command
        self.codes = ()
        self.final = None
        # Numbers of statements: inside transactions that have written, at commits, all.
        self.inside, self.commits, self.statements = [], [], 0

    def measure(self, place):
        """Runs it undisturbed, twice: what it leaves is the same."""
        for _ in range(2):
            place.reset(self.base)
            place.log.skip()
            started = place.start(*self.command)
            output = started.communicate()[0]
            if started.returncode not in (0, 1):
                raise AssertionError(f"{self.name}, undisturbed: {output[-2000:]}")
            place.wait_for_sessions()
            self.codes = (started.returncode,)
            self.inside, self.commits, self.statements = positions(place.log.read())
            state = State(place)
            if self.final and state.digest != self.final.digest:
                raise AssertionError(
                    f"two undisturbed runs of {self.name} differ in {state.difference(self.final)}")
            self.final = state
        place.run("db", "check")

    def check_whole(self, place):
        """After a disturbance: whole submissions only, and every promise holds."""
        place.run("db", "check")
        partial = State(place).partial(self.final)
        if partial:
            raise AssertionError(f"{self.name}: submissions {partial} are not whole")

    def check_retry(self, place):
        """The same command again comes to the end that it always has.

        That end breaks no promise: the checks were run on it once.
        """
        # What is there already is no news, so a run may have less to reject.
        place.run(*self.command, wanted=(0, *self.codes))
        state = State(place)
        if state.digest != self.final.digest:
            raise AssertionError(
                f"{self.name}: after the retry {state.difference(self.final)} differ from an "
                "undisturbed run")


def counts(consortium, number, changed=0.0, years=YEARS, measures=MEASURES):
    """The rows of a bureau's file; the same number gives the same figures, but for those changed."""
    with (consortium / "cities.csv").open(newline="", encoding="utf-8") as file:
        cities = [row["id"] for row in csv.DictReader(file)]
    figures, changes = random.Random(1), random.Random(number)
    rows = []
    for city in cities:
        for measure in measures:
            for year in years:
                for month in range(1, 13):
                    value = figures.randint(4000, 4400)
                    if changes.random() < changed:
                        value += changes.randint(1, 99)
                    rows.append(f"{city},{year}-{month:02},{measure},{value}")
    return "city,month,measure,value\n" + "\n".join(rows) + "\n"


def prepare(place):
    """Makes the consortium and the databases to begin from; the workloads, measured."""
    place.run("demo", "--out", str(place.folder / "demo"))
    place.open()
    (place.consortium / "mappings" / "bureau.yaml").write_text(MAPPING, encoding="utf-8")
    submissions = place.consortium / "submissions"
    for name, changed in (("a", 0), ("b", 0.1)):
        folder = submissions / "2024" / f"bureau-{name}"
        folder.mkdir(parents=True)
        (folder / "counts.csv").write_text(
            counts(place.consortium, ord(name), changed), encoding="utf-8")
    load = ("load", "--received", RECEIVED)
    place.lines("drop database yardstick_demo with (force)")
    earlier = sorted(
        f"submissions/{path.name}" for path in submissions.iterdir() if path.name not in (LAST, "2024"))
    place.run(*load, "submissions/2024/consortium-office", *earlier, wanted=(0, 1))
    place.keep("quarter_base")
    place.run(*load, f"submissions/{LAST}", wanted=(0, 1))
    place.keep("release_base")
    place.lines("drop database yardstick_demo with (force)")
    place.run(*load, "submissions/2024/consortium-office")
    place.keep("file_base")
    place.run(*load, "submissions/2024/bureau-a", wanted=(0, 1))
    place.keep("correction_base")
    found = [
        Workload("a quarter of many files", "quarter_base", (*load, f"submissions/{LAST}")),
        Workload("a large file of new years", "file_base", (*load, "submissions/2024/bureau-a")),
        Workload("its correction", "correction_base", (*load, "submissions/2024/bureau-b")),
    ]
    for workload in found:
        workload.measure(place)
    return found
