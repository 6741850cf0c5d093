"""Prints MB/s of each layout, and the workbook beside calamine.

usage: intake_summary.py FOLDER RUNS
"""
import os
import statistics
import sys

folder, runs = sys.argv[1], int(sys.argv[2])
BARS = {
    "long": 200, "wide": 100, "wide-by-period": 100, "records": 20, "ledger": 20,
    "positions": 20,
}


def read(name):
    """Seconds and megabytes of memory of each run."""
    found = []
    for run in range(1, runs + 1):
        with open(f"{folder}/{name}.{run}") as file:
            seconds, peak = file.read().split()
        found.append((float(seconds), int(peak) / 1024))
    return found


def peak(name):
    """The largest peak of any run, in megabytes."""
    return max(memory for _, memory in read(name))


def verdict(holds):
    return "met" if holds else "MISSED"


print(f"read, mapped and checked on one core, whole process, median of {runs}:")
for name, bar in BARS.items():
    size = os.path.getsize(f"{folder}/consortium/{name}.csv") / 1e6
    results = read(name)
    rate = size / statistics.median(seconds for seconds, _ in results)
    print(
        f"{name:15} {size:6.1f} MB {rate:6.0f} MB/s (bar {bar}: {verdict(rate >= bar)}),"
        f" peak memory {peak(name):.0f} MB"
    )

ours, peers = read("sheet"), read("calamine")
ratio = statistics.median(own[0] / peer[0] for own, peer in zip(ours, peers))

idle, idle_peer = peak("idle"), peak("idle-calamine")
own, other = peak("sheet") - idle, peak("calamine") - idle_peer
print(
    f"workbook of 100,000 x 5: ours {statistics.median(s for s, _ in ours):.2f} s,"
    f" python-calamine {statistics.median(s for s, _ in peers):.2f} s,"
    f" ratio {ratio:.2f} (bar 1: {verdict(ratio <= 1)})"
)
print(
    f"memory for its rows {own:.0f} MB, python-calamine {other:.0f} MB"
    f" (bar half of it: {verdict(own <= other / 2)}); of 400,000 rows {peak('larger') - idle:.0f} MB"
)
print(
    f"whole processes, with all their libraries: {peak('sheet'):.0f} MB, with a workbook of"
    f" one row {idle:.0f} MB; python-calamine {peak('calamine'):.0f} MB and {idle_peer:.0f} MB"
)
