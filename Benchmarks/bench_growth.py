"""What a row costs with 5 and with 20 million values: time, CPU, memory.

Loads into new warehouses, A B A B, and corrects the larger once.
"""
import statistics

from bench_inputs import Folder
from side_by_side import PAIRS, SIZE, create, drop, memory, verdict, yardstick

cities = max(int(2500 * SIZE), 10)


def load(file, consortium):
    return yardstick("load", "--mapping", "long", file, database="bench_ours", folder=consortium)


with Folder() as folder:
    consortium = folder.consortium(4 * cities, 100)
    small, _ = folder.history(cities)
    large, _ = folder.history(4 * cities)
    smaller, larger = [], []
    for pair in range(PAIRS):
        create("bench_ours")
        smaller.append(load(small, consortium))
        create("bench_ours")
        larger.append(load(large, consortium))
    correction = load(folder.correction(large), consortium)
    drop("bench_ours")
    for part in ("wall", "cpu"):
        growth = statistics.median(
            getattr(b, part) / 4 / getattr(a, part) for a, b in zip(smaller, larger))
        print(f"{part} time a row, {cities * 8000:,} against {cities * 2000:,} values:"
              f" {100 * (growth - 1):+.0f} % (bar 15 %): {verdict(growth <= 1.15)}")
    memory(f"load of {cities * 8000:,}", larger, 100)
    memory(f"correction of {cities * 8000:,}", [correction], 150)
