"""Disturbs loads and releases in every way a machine can, and holds what is left against a run
that nobody disturbed.

usage: soak.py [--program YARDSTICK] [--tenths N] [--seed N] [--only NAME...]

Ten tenths are the full size, one is what runs on every change. The seed is printed and repeats
the choices; the machine's speed still moves the moment of a strike by some statements, so the log
of the server is asked where it fell. One line a check, as everywhere: "ok ..." or "FAIL ...".
"""

import argparse
import pathlib
import random
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Clients"))

from clocks import clock_stepping  # noqa: E402
from connections import connection_cut  # noqa: E402
from crowds import loaders_at_once, releases_at_once  # noqa: E402
from disks import disk_full  # noqa: E402
from kills import loader_killed, server_killed  # noqa: E402
from place import Place  # noqa: E402
from report import Report  # noqa: E402
from workloads import prepare  # noqa: E402

REPORT = Report()
# What is disturbed, and how often at full size.
DISTURBANCES = {
    "loader-killed": (loader_killed, 200),
    "server-killed": (server_killed, 50),
    "disk-full": (disk_full, 20),
    "connection-cut": (connection_cut, 50),
    "loaders-at-once": (loaders_at_once, 10),
    "releases-at-once": (releases_at_once, 20),
    "clock-stepping": (clock_stepping, 20),
}


def arguments():
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("--program", default=str(HERE.parents[1] / ".build/release/yardstick"))
    parser.add_argument("--tenths", type=int, default=10)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    parser.add_argument("--only", nargs="*", choices=sorted(DISTURBANCES))
    return parser.parse_args()


def main():
    given = arguments()
    print(f"seed {given.seed}, {given.tenths} tenths of the full size", flush=True)
    place = Place(given.program)
    try:
        workloads = prepare(place)
        for workload in workloads:
            print(
                f"{workload.name}: {workload.final.count('intake.submission')} submissions, "
                f"{workload.final.count('warehouse.observation')} values, "
                f"{workload.statements} statements, {len(workload.commits)} commits", flush=True)
        for name, (disturb, full) in DISTURBANCES.items():
            if given.only and name not in given.only:
                continue
            begun = time.monotonic()
            rounds = max(1, full * given.tenths // 10)
            choices = random.Random(f"{given.seed} {name}")
            REPORT.run(name, lambda: disturb(place, workloads, choices, rounds, REPORT))
            print(f"     {time.monotonic() - begun:.0f} s", flush=True)
    finally:
        place.close()
    REPORT.finish()


if __name__ == "__main__":
    main()
