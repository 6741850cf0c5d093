"""Writes the consortium folder and standard of the load benchmark.

usage: make_bench_consortium.py CITIES MEASURES FOLDER [METRICS]

Measures are m000 ..., cities us-00000 ..., as the generators of the
benchmark's input name them. Not timed.
"""
import os
import sys

cities, measures, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
metrics = int(sys.argv[4]) if len(sys.argv) > 4 else 1


def write(name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


write("consortium.yaml", "id: bench\nname: Benchmark\nstandard: ./standard\n")
write(
    "cities.csv",
    "id,name\n" + "".join(f"us-{c:05d},City {c:05d}\n" for c in range(cities)),
)
write("peer-groups/all.yaml", "title: All cities\nlist: all\n")
write("standard/standard.yaml", 'id: bench\nversion: 1.0.0\ntitle: Benchmark\n')
write(
    "standard/units.yaml",
    "dimensions:\n  amount: {definition: An amount with decimals.}\n"
    "units:\n  amount: {label: '', dimension: amount}\n",
)
write("standard/services.yaml", "services: {}\n")
write(
    "standard/bench/measures.yaml",
    "measures:\n"
    + "".join(
        f"  - {{name: m{m:03d}, title: Measure {m:03d}, definition: Measure number {m:03d}.,"
        " unit: amount, kind: flow}\n"
        for m in range(measures)
    ),
)
for m in range(metrics):
    write(
        f"standard/bench/metric-m{m:03d}.yaml",
        f"title: Measure {m:03d}\nquestion: How much of {m}?\n"
        f"definition: Measure number {m} as reported.\n"
        f"formula: {{reported: bench/m{m:03d}}}\nunit: amount\npolarity: high_good\nkind: output\n"
        "uncertainty: volume\nmeaningful_difference: {percent: 5}\ndecimals: 2\n",
    )
write(
    "mappings/long.yaml",
    """title: One row a value
format: {type: csv, thousands: ","}
layout: long
city: {column: city}
period: {column: period}
measure: {column: measure, prefix: bench/}
value: {column: value}
status: {column: status, codes: {e: estimated}}
missing: {n/a: not_collected}
""",
)
