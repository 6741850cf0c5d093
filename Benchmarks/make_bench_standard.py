"""Writes a standard of many metrics into a folder, for timing how it is read.

usage: make_bench_standard.py METRICS FOLDER

Sixteen domains; each metric has two measures of its own, prose of the length
that real ones have, and every optional key that most of them use. The same
number gives the same bytes.
"""

import pathlib
import sys

DOMAINS = [
    "finance", "governance", "police", "fire", "streets", "transit", "water", "sewers",
    "waste", "energy", "parks", "libraries", "housing", "health", "economy", "permits",
]

UNITS = """\
dimensions:
  persons: {definition: People., counted: true}
  count: {definition: Separate things., counted: true}
units:
  persons: {label: persons, dimension: persons}
  count: {label: "", dimension: count}
  percent: {label: "%", dimension: share, factor: 0.01}
"""

SERVICE = """\
  {domain}:
    title: Service {domain}
    definition: All that the city does under the heading {domain}.
"""

MEASURE = """\
  - name: {name}
    title: {title}
    definition: >-
      {title}, each counted once in the period in which it was finished. Those
      that were withdrawn, or handed over to another government before anybody
      worked on them, do not count in number {number}.
    unit: count
    kind: flow
    quarter_to_year: sum
    service: {domain}
    plausible: {{minimum: 0, maximum: 100000, reason: No member is larger.}}
    change: {{percent: 40, absolute: 50}}
    minutes: 0.1
    source: The case system
    includes: [Cases from all channels]
    excludes: [Tests of the system]
"""

METRIC = """\
title: Cases of kind {number} finished in time
question: Is work of kind {number} done when it was promised?
definition: >-
  Cases of kind {number} that were finished within the promised time, in per cent of
  all that were finished in the period. Cases still open are not in it, so a
  backlog shows only once it is worked off.
formula:
  share:
    part: {domain}/in-time-{number}
    whole: {domain}/finished-{number}
unit: percent
polarity: high_good
kind: service_level
uncertainty: events
meaningful_difference: {{absolute: 3}}
decimals: 1
service: {domain}
plausible: {{minimum: 20, maximum: 100, reason: Below it the clock is wrong.}}
influencing_factors:
  - Share of cases that need another department
  - Staff on leave
perverse_incentive: Closing a case and opening another makes all look prompt.
owner: Panel {domain}
review: 2027-09-30
"""


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main():
    if len(sys.argv) != 3 or not sys.argv[1].isdigit():
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[2])
    write(folder / "standard.yaml", "id: bench\nversion: 1.0.0\ntitle: A large standard\n")
    write(folder / "units.yaml", UNITS)
    services = "".join(SERVICE.format(domain=domain) for domain in DOMAINS)
    write(folder / "services.yaml", "services:\n" + services)
    measures = {domain: ["measures:\n"] for domain in DOMAINS}
    for number in range(int(sys.argv[1])):
        domain = DOMAINS[number % len(DOMAINS)]
        for name, title in (("finished", "Cases finished"), ("in-time", "Cases finished in time")):
            measures[domain].append(
                MEASURE.format(
                    name=f"{name}-{number}", title=f"{title}, kind {number}", number=number,
                    domain=domain))
        write(folder / domain / f"share-{number}.yaml", METRIC.format(number=number, domain=domain))
    for domain, parts in measures.items():
        if len(parts) > 1:
            write(folder / domain / "measures.yaml", "".join(parts))


main()
