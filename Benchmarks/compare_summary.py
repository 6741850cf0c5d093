"""Medians and ratios of compare.sh's runs. usage: compare_summary.py FOLDER PAIRS"""
import ast
import statistics
import sys

BARS = {"ours": 0.1, "full": 0.25}
NAMES = {"ours": "statistics of the query", "full": "the full set without rank intervals"}

folder, pairs = sys.argv[1], int(sys.argv[2])
times, checks = {"ours": [], "duckdb": [], "full": []}, {"ours": [], "duckdb": [], "full": []}
for side in times:
    for pair in range(1, pairs + 1):
        with open(f"{folder}/{side}.{pair}") as lines:
            time, check = lines.read().splitlines()
        times[side].append(float(time.split()[1]))
        checks[side].append(ast.literal_eval(check.removeprefix("check ")))

print("median:", ", ".join(f"{side} {statistics.median(times[side]):.0f} ms" for side in times))
for side, bar in BARS.items():
    ratio = statistics.median(a / b for a, b in zip(times[side], times["duckdb"]))
    word = "met" if ratio <= bar else "MISSED"
    print(f"{NAMES[side]}, ratio (median of pairs): {ratio:.3f}, bar {bar}: {word}")

# Counts and ranks are equal; the sum of medians may differ in its last digits
# by the order of the additions.
both = checks["ours"] + checks["duckdb"]
first = both[0]
if any(c[0] != first[0] or c[2] != first[2] or abs(c[1] - first[1]) > 0.01 for c in both):
    print("the results differ:", *sorted(set(both)), sep="\n  ")
    sys.exit(1)
if len(set(checks["full"])) > 1:
    print("the full set differs from run to run:", *sorted(set(checks["full"])), sep="\n  ")
    sys.exit(1)
print("results: equal,", first)
