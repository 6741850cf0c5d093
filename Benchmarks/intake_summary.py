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


def verdict(holds):
    return "met" if holds else "MISSED"


print(f"read, mapped and checked on one core, whole process, median of {runs}:")
for name, bar in BARS.items():
    size = os.path.getsize(f"{folder}/consortium/{name}.csv") / 1e6
    results = read(name)
    rate = size / statistics.median(seconds for seconds, _ in results)
    peak = max(peak for _, peak in results)
    print(
        f"{name:15} {size:6.1f} MB {rate:6.0f} MB/s (bar {bar}: {verdict(rate >= bar)}),"
        f" peak memory {peak:.0f} MB"
    )

ours, peers, larger = read("sheet"), read("calamine"), read("larger")
ratio = statistics.median(own[0] / peer[0] for own, peer in zip(ours, peers))
memory, other = max(peak for _, peak in ours), min(peak for _, peak in peers)
print(
    f"workbook of 100,000 x 5: ours {statistics.median(s for s, _ in ours):.2f} s,"
    f" python-calamine {statistics.median(s for s, _ in peers):.2f} s,"
    f" ratio {ratio:.2f} (bar 1: {verdict(ratio <= 1)})"
)
print(
    f"peak memory {memory:.0f} MB, python-calamine {other:.0f} MB"
    f" (bar half of it: {verdict(memory <= other / 2)});"
    f" of 400,000 rows {max(peak for _, peak in larger):.0f} MB"
)
