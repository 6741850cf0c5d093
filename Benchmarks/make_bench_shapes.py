"""Writes the four mappings of the small submissions' shapes.

usage: make_bench_shapes.py CONSORTIUM
"""
import os
import sys

SHAPES = [
    """title: One row a value
format: {type: csv, delimiter: ","}
layout: long
city: {column: city}
period: {column: period}
measure: {column: measure, prefix: bench/}
value: {column: value}
status: {column: status, codes: {e: estimated}}
""",
    """title: One column a measure
format: {type: csv, delimiter: ","}
layout: wide
city: {path: "{city}/*.csv"}
period: {column: Quarter}
values:
""" + "".join(f"  - {{column: m{m:03d}, measure: bench/m{m:03d}}}\n" for m in range(300)),
    """title: Semicolons and decimal commas
format: {type: csv, delimiter: ";", decimal: ","}
layout: long
city: {path: "{city}/*.csv"}
period: {column: Stand, style: quarter-end-date}
measure: {column: Kennzahl, prefix: bench/}
value: {column: Wert}
""",
    """title: A header on the fourth line
format: {type: csv, delimiter: ",", header_row: 4, thousands: ",", ends: "Prepared by*"}
layout: long
city: {path: "{city}/*.csv"}
period: {path: "*_{period}.csv"}
measure: {column: Item, prefix: bench/}
value: {column: This quarter}
ignore: [Note]
""",
]

for number, text in enumerate(SHAPES):
    files = [f"*/us-???{ones:02d}/*.csv" for ones in range(number, 100, 4)]
    lines = text.splitlines(keepends=True)
    lines.insert(1, f"files: [{', '.join(repr(name) for name in files)}]\n")
    with open(os.path.join(sys.argv[1], f"mappings/shape-{number}.yaml"), "w") as file:
        file.write("".join(lines))
