"""Medians and ratio of compare.sh's runs. usage: compare_summary.py FOLDER PAIRS BAR"""
import ast
import statistics
import sys

folder, pairs, bar = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
times, checks = {"ours": [], "duckdb": []}, []
for side in times:
    for pair in range(1, pairs + 1):
        with open(f"{folder}/{side}.{pair}") as lines:
            time, check = lines.read().splitlines()
        times[side].append(float(time.split()[1]))
        checks.append(ast.literal_eval(check.removeprefix("check ")))

ours, duckdb = (statistics.median(times[side]) for side in ("ours", "duckdb"))
ratio = statistics.median(a / b for a, b in zip(times["ours"], times["duckdb"]))
print(f"median: ours {ours:.0f} ms, duckdb {duckdb:.0f} ms")
print(f"ratio (median of pairs): {ratio:.3f}, bar {bar}: {'met' if ratio <= bar else 'MISSED'}")

# Counts and ranks are equal; the sum of medians may differ in its last digits
# by the order of the additions.
first = checks[0]
if any(c[0] != first[0] or c[2] != first[2] or abs(c[1] - first[1]) > 0.01 for c in checks):
    print("the results differ:", *sorted(set(checks)), sep="\n  ")
    sys.exit(1)
print("results: equal,", first)
