"""Prints each pair, the medians, the ratio and the memory of the load benchmark.

usage: load_summary.py FOLDER PAIRS
"""
import statistics
import sys

folder, pairs = sys.argv[1], int(sys.argv[2])
RATIO_BAR, MEMORY_BAR = 1.0, 100


def read(name, pair):
    with open(f"{folder}/{name}.{pair}") as file:
        seconds, peak = file.read().split()
    return float(seconds), int(peak) / 1024


ratios, ours, copies, memory = [], [], [], []
for pair in range(1, pairs + 1):
    (own, peak), (copy, _) = read("ours", pair), read("copy", pair)
    print(f"pair {pair}: ours {own:.2f} s, load_copy.sh {copy:.2f} s, ratio {own / copy:.2f}")
    ratios.append(own / copy)
    ours.append(own)
    copies.append(copy)
    memory.append(peak)
ratio, peak = statistics.median(ratios), max(memory)
print(
    f"median of {pairs} pairs: ours {statistics.median(ours):.2f} s, "
    f"load_copy.sh {statistics.median(copies):.2f} s"
)
print(f"ratio {ratio:.2f} (bar {RATIO_BAR}): {'met' if ratio <= RATIO_BAR else 'MISSED'}")
print(f"peak memory {peak:.0f} MB (bar {MEMORY_BAR}): {'met' if peak <= MEMORY_BAR else 'MISSED'}")
