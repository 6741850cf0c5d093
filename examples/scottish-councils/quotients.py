"""What the checks find in the councils' files, against the published list.

"Numerator Denominator Fail References.csv" names the rows whose value is not
their numerator over their denominator by more than 2 %.
"""

import collections
import csv
import os
import tempfile

from answers import data, rows_of

FILES = {
    "Real_Quarterly": ("quarterly", data("lgbf", "Indicator Data - Real - Quarterly.csv")),
    "Real_Annual": ("annual", data("lgbf", "LGBF_ScotDataReal_ISSpatialHub.csv")),
}
LISTED = {"Real_Quarterly": 83, "Real_Annual": 400}
# Caught by the same tolerance and not in the list, by code.
FURTHER = {"CORP10": 1, "ECON12a": 1}


def places(document, rule):
    """Returns the line and severity of each finding of a rule."""
    return {
        finding["row"]: finding["severity"]
        for file in document["files"] for finding in file["findings"]
        if finding["rule"] == rule}


def key(code, council, period):
    """Returns the key of a row; codes are written with and without a space."""
    return code.replace(" ", ""), council, period


def check_listed(consortium, checks):
    """All listed rows are found, and what else is found is told by code."""
    listed = collections.defaultdict(set)
    for row in rows_of(data("lgbf", "Numerator Denominator Fail References.csv")):
        listed[row["Type"]].add(key(row["Code"], row["Local Authority"], row["Period"]))
    further = collections.Counter()
    exceptions = 0
    for kind, (mapping, path) in FILES.items():
        found = places(consortium.check(mapping, path), "not-the-quotient")
        keys = set()
        for line, row in enumerate(rows_of(path), start=2):
            if line in found:
                one = key(row["Code"], row["LocalAuthority"], row.get("Year") or row["Period"])
                keys.add(one)
                exceptions += found[line] == "info"
                if one not in listed[kind]:
                    further[one[0]] += 1
        checks.count(
            f"{mapping} listed values that are not their quotient", len(listed[kind] & keys),
            LISTED[kind], len(listed[kind]))
    checks.count("of them known exceptions, CORP 03c", exceptions, 254, 254)
    codes = ", ".join(f"{code} {number}" for code, number in sorted(further.items()))
    checks.count(
        "further values caught", sum(further.values()), sum(FURTHER.values()),
        sum(further.values()), f" ({codes})")
    checks.count("further codes as named", int(further == FURTHER), 1, 1)


def check_fractions(consortium, checks):
    """CHN 14a and 14b are in percentage points here and fractions elsewhere."""
    mapping, path = FILES["Real_Annual"]
    rows = list(rows_of(path))
    changed = set()
    for line, row in enumerate(rows, start=2):
        if row["Code"] in ("CHN14a", "CHN14b") and row["LA_IndicatorReal"]:
            row["LA_IndicatorReal"] = str(float(row["LA_IndicatorReal"]) / 100)
            changed.add(line)
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "fractions.csv")
        with open(copy, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
        found = set(places(consortium.check(mapping, copy), "wrong-magnitude"))
    checks.count("CHN 14a/b as fractions, named x100", len(changed & found), 232, len(changed))


def check(consortium, checks):
    """Runs the checks of quotients and magnitudes."""
    check_listed(consortium, checks)
    check_fractions(consortium, checks)
