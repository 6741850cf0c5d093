#!/usr/bin/env python3
"""Compares what Yardstick computed with what the owners of the data published.

Usage: known-answers.py COMMAND...

COMMAND runs psql on the database of one consortium; "{consortium}" in it is
replaced by the folder, for example:

    known-answers.py yardstick db psql --consortium {consortium} --

Without arguments the environment variable YARDSTICK_PSQL is split and used.
YARDSTICK_SHARED says where the real data lie. One line is printed for each
check; the exit code is 1 unless every count is met exactly. Only the figures
of the views are read: nothing here shares code or SQL with the program.
"""

import collections
import csv
import os
import re
import shlex
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SCOTLAND = os.path.join(HERE, "scottish-councils")
CONNECTICUT = os.path.join(HERE, "connecticut-towns")


def rows_of(path):
    """Yields the rows of a CSV file as dictionaries."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def close(found, expected, relative):
    """Whether a figure of a view is an expected one; a missing one is not."""
    return found != "" and abs(float(found) - expected) <= relative * abs(expected)


class Database:
    """The views of one consortium, read through psql."""

    def __init__(self, command, consortium):
        self.command = [part.replace("{consortium}", consortium) for part in command]

    def rows(self, query):
        """Returns the rows of a query as lists of texts; null is ''."""
        options = ["-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-c", query]
        run = subprocess.run(
            self.command + options, stdout=subprocess.PIPE, text=True, check=False)
        if run.returncode != 0:
            sys.exit(f"known-answers: psql ended with code {run.returncode}: {query}")
        return [line.split("\t") for line in run.stdout.splitlines() if line]


class Checks:
    """Prints the checks and remembers whether all held."""

    def __init__(self):
        self.failed = 0

    def count(self, name, found, expected, total, remark=""):
        """Checks that `found` of `total` cases hold, and `expected` should."""
        holds = found == expected
        self.failed += not holds
        wanted = "" if holds else f", expected {expected:,}"
        word = "ok  " if holds else "FAIL"
        print(f"{word} {name} {found:,} of {total:,}{wanted}{remark}")


def city_ids(folder):
    """Returns the id of each name and alias of a consortium's cities."""
    ids = {}
    for row in rows_of(os.path.join(folder, "cities.csv")):
        for name in [row["name"], *row["aliases"].split("|")]:
            if name:
                ids[name.casefold()] = row["id"]
    return ids


def metrics_by_code():
    """Returns the metric of each indicator code, from mapping and standard."""
    metric_of_measure = {}
    for folder, _, names in os.walk(os.path.join(SCOTLAND, "standard")):
        for name in names:
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                found = re.search(r"^formula: \{reported: (\S+)\}", file.read(), re.M)
            if found:
                metric = f"{os.path.basename(folder)}/{name.removesuffix('.yaml')}"
                metric_of_measure[found[1]] = metric
    with open(os.path.join(SCOTLAND, "mappings", "annual.yaml"), encoding="utf-8") as file:
        codes = re.findall(r'^ +"(\S+)": (\S+/\S+)$', file.read(), re.M)
    return {code: metric_of_measure[measure] for code, measure in codes}


def fiscal_period(label):
    """Returns the canonical text of "2018-19;Q1", "2018-19" or "2010-14"."""
    year, _, quarter = label.partition(";Q")
    start, end = int(year[:4]), int(year[:2] + year[5:])
    if not quarter:
        return f"{start}-04/P{end - start}Y"
    if quarter == "4":
        return f"{start + 1}-Q1"
    return f"{start}-Q{int(quarter) + 1}"


def check_quarterly_ranks(database, data, checks):
    """Ranks and rank shares of the quarterly file, nationwide and in families."""
    metrics = {
        "CORP 09": "corporate/crisis-grants-in-a-day",
        "CORP 10": "corporate/care-grants-in-fifteen-days",
    }
    standings = {}
    for metric, city, period, group, rank, share in database.rows(
            "select metric, city, period, peer_group, rank, rank_share"
            " from member.standing where breakdown = 'total' and rank is not null"
            " and period like '%-Q%'"
            " and (peer_group = 'scotland' or peer_group like 'family-%') and metric in ("
            + ", ".join(f"'{metric}'" for metric in metrics.values()) + ")"):
        scheme = "Scot" if group == "scotland" else "Family"
        standings[metric, city, period, scheme] = (rank, share)
    ids = city_ids(SCOTLAND)
    hits = collections.Counter()
    periods = set()
    total = 0
    for row in rows_of(os.path.join(data, "Indicator Data - Real - Quarterly.csv")):
        total += 1
        period = fiscal_period(row["Period"])
        for scheme in ("Scot", "Family"):
            key = (metrics[row["Code"]], ids[row["LocalAuthority"].casefold()], period, scheme)
            if key not in standings:
                continue
            periods.add(period)
            rank, share = standings[key]
            hits[scheme + "Rank"] += int(rank) == float(row[scheme + "Rank"])
            hits[scheme + "Pct"] += close(share, float(row[scheme + "Pct"]), 1e-12)
    for name in ("ScotRank", "FamilyRank", "ScotPct", "FamilyPct"):
        checks.count(f"quarterly {name}", hits[name], 1339, total)
    checks.count("quarterly fiscal quarters compared", len(periods), 21, 21)
    checks.count("quarterly ranks beyond the file", len(standings) - 2 * total, 0, len(standings))


# The averages in the annual file that do not follow from its own values, by
# indicator and year.
KNOWN_MISSES = {
    ("CORP09", "2022-23"): 16,
    ("CORP10", "2022-23"): 8,
    ("SW08", "2022-23"): 8,
    ("SW08", "2023-24"): 8,
}
FAMILY_GROUPS = {
    "urban-rural": {
        "Urban": "urban", "3": "3", "2": "2", "Rural": "rural"},
    "deprivation": {
        "Most Deprived": "most", "3": "3", "2": "2", "Least Deprived": "least"},
}


def check_family_averages(database, data, checks):
    """Plain means by the annual file's own family groups."""
    means = {
        (metric, period, group): mean
        for metric, period, group, mean in database.rows(
            "select metric, period, peer_group, mean from member.peer_statistic"
            " where breakdown = 'total' and owner_city is null"
            " and (peer_group like 'urban-rural-%' or peer_group like 'deprivation-%')")
    }
    metrics = metrics_by_code()
    rows = [
        row for row in rows_of(os.path.join(data, "LGBF_ScotDataReal_ISSpatialHub.csv"))
        if row["FG_Avg_Indicator_Real"]
    ]
    schemes = {
        row["Code"]: "urban-rural" if row["FamilyGroup"] == "Urban" else "deprivation"
        for row in rows if row["FamilyGroup"] in ("Urban", "Most Deprived")
    }
    hits = 0
    misses = collections.Counter()
    for row in rows:
        scheme = schemes[row["Code"]]
        group = f"{scheme}-{FAMILY_GROUPS[scheme][row['FamilyGroup']]}"
        mean = means.get((metrics[row["Code"]], fiscal_period(row["Year"]), group), "")
        if close(mean, float(row["FG_Avg_Indicator_Real"]), 1e-6):
            hits += 1
        else:
            misses[row["Code"], row["Year"]] += 1
    checks.count("annual FG_Avg_Indicator_Real", hits, 35401, 35441)
    checks.count("annual FG_Avg_Indicator_Real rows", len(rows), 35441, 35441)
    for (code, year), number in KNOWN_MISSES.items():
        checks.count(f"annual named misses {code} {year}", misses.pop((code, year), 0), number, 40)
    checks.count("annual misses beyond those", sum(misses.values()), 0, len(rows))


BANDS = {
    "under-10-thousand": ("avg under 10,000.csv", 72),
    "10-30-thousand": ("avg 10-30 thousand.csv", 66),
    "30-70-thousand": ("avg 30-70 thousand.csv", 23),
    "over-70-thousand": ("avg over 70 thousand.csv", 8),
    "all-municipalities": ("avg all municipalities.csv", 169),
}
AVERAGED = {
    "Tax_Rev": "finance/tax-revenue",
    "Total_Revenue": "finance/total-revenue",
    "Inter_Gov_Rev": "finance/intergovernmental-revenue",
    "Debt_Service": "finance/debt-service",
    "Total_Expenditures": "finance/total-expenditures",
    "Education": "finance/education-spending",
    "Total_Fund_Bal": "finance/fund-balance",
    "Curr_Year_Taxes_Collected": "taxes/current-taxes-collected",
    "2016 Population": "community/population",
    "TANF16 Recipients": "community/tanf-recipients",
}


def check_band_means(database, data, checks):
    """The five tables of averages by population band."""
    statistics = {
        (metric, group): (mean, contributors)
        for metric, group, mean, contributors in database.rows(
            "select metric, peer_group, mean, contributors from member.peer_statistic"
            " where breakdown = 'total' and owner_city is null and period = '2015-07/P1Y'")
    }
    for group, (file, size) in BANDS.items():
        (row,) = rows_of(os.path.join(data, file))
        hits = 0
        for column, metric in AVERAGED.items():
            mean, contributors = statistics.get((metric, group), ("", ""))
            hits += contributors == str(size) and close(mean, float(row["AvgOf" + column]), 1e-6)
        checks.count(f"means {group}, n = {size}", hits, len(AVERAGED), len(AVERAGED))
    ((standings,),) = database.rows(
        "select count(*) from member.standing where city = 'groton-city'")
    ((values,),) = database.rows(
        "select count(*) from member.metric_value where city = 'groton-city'"
        " and metric = 'finance/tax-revenue' and value is not null")
    checks.count("City of Groton: years with a value", int(values), 5, 5)
    checks.count("City of Groton: standings in a band", int(standings), 0, int(values))


def check_income_ranks(database, data, checks):
    """The published order of towns by income per head."""
    ranks = dict(database.rows(
        "select city, rank from member.standing where breakdown = 'total' and period = '2016'"
        " and metric = 'community/income-per-head' and peer_group = 'all-municipalities'"))
    ids = city_ids(CONNECTICUT)
    rows = list(rows_of(os.path.join(data, "Per Capita Income Sorted - 2016.csv")))
    hits = sum(ranks.get(ids[row["Municipality"].casefold()]) == row["Sort ID"] for row in rows)
    checks.count("income per head rank", hits, 169, len(rows))


# Towns whose published rate is rounded to three decimals, by year.
ROUNDED_RATES = {("plymouth", 14), ("plymouth", 15), ("plymouth", 16), ("andover", 16)}
DERIVED = {
    "taxes/current-collection-rate": ("Curr_Year_Tax_Collection_Rate", 100, ROUNDED_RATES),
    "taxes/total-collection-rate": ("Overal_Total_Tax_Collection_Rate", 100, ROUNDED_RATES),
    "finance/unrestricted-fund-balance": ("Unrestricted_Fund_Bal", 1, set()),
}


def check_derived_columns(database, data, checks):
    """Columns of the source that our ratio and sum metrics compute anew."""
    values = {
        (metric, city, period): value
        for metric, city, period, value in database.rows(
            "select metric, city, period, value from member.metric_value"
            " where breakdown = 'total' and metric in ("
            + ", ".join(f"'{metric}'" for metric in DERIVED) + ")")
    }
    ids = city_ids(CONNECTICUT)
    hits = collections.Counter()
    misses = collections.defaultdict(set)
    total = 0
    for year in range(12, 17):
        period = f"{1999 + year}-07/P1Y"
        for row in rows_of(os.path.join(data, f"FISCIN{year}.csv")):
            total += 1
            city = ids[row["Municipality"].casefold()]
            for metric, (column, factor, _) in DERIVED.items():
                value = values.get((metric, city, period), "")
                if close(value, factor * float(row[column]), 1e-9):
                    hits[metric] += 1
                else:
                    misses[metric].add((city, year))
    for metric, (column, _, rounded) in DERIVED.items():
        checks.count(column, hits[metric], 850 - len(rounded), total)
        checks.count(f"{column} misses not rounded there", len(misses[metric] ^ rounded), 0, total)


def main():
    """Runs all checks; exits with 1 unless each one holds."""
    command = sys.argv[1:] or shlex.split(os.environ.get("YARDSTICK_PSQL", ""))
    shared = os.environ.get("YARDSTICK_SHARED", os.path.join(HERE, "..", "..", "shared"))
    if not command:
        sys.exit(__doc__)
    checks = Checks()
    scotland = Database(command, SCOTLAND)
    data = os.path.join(shared, "data", "lgbf")
    check_quarterly_ranks(scotland, data, checks)
    check_family_averages(scotland, data, checks)
    connecticut = Database(command, CONNECTICUT)
    data = os.path.join(shared, "data", "ct_fiscal", "csv", "2016")
    check_band_means(connecticut, data, checks)
    check_income_ranks(connecticut, data, checks)
    check_derived_columns(connecticut, data, checks)
    if checks.failed:
        sys.exit(f"known-answers: {checks.failed} checks failed")


if __name__ == "__main__":
    main()
