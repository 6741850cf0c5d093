"""The Scottish councils against the ranks and averages published with the data.

Run by ../known-answers.sh.
"""

import collections
import os
import re

import quotients
from answers import close, data, rows_of

HERE = os.path.dirname(os.path.abspath(__file__))
QUARTERLY = data("lgbf", "Indicator Data - Real - Quarterly.csv")
ANNUAL = data("lgbf", "LGBF_ScotDataReal_ISSpatialHub.csv")


def load(consortium):
    """Loads both files and compares all periods."""
    consortium.load("quarterly", QUARTERLY)
    consortium.load("annual", ANNUAL)
    consortium.compare()


def metrics_by_code():
    """Returns the metric of each indicator code, from mapping and standard."""
    metric_of_measure = {}
    for folder, _, names in os.walk(os.path.join(HERE, "standard")):
        for name in names:
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                found = re.search(r"^formula: \{reported: (\S+)\}", file.read(), re.M)
            if found:
                metric = f"{os.path.basename(folder)}/{name.removesuffix('.yaml')}"
                metric_of_measure[found[1]] = metric
    with open(os.path.join(HERE, "mappings", "annual.yaml"), encoding="utf-8") as file:
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


def check_quarterly_ranks(consortium, checks):
    """Ranks and rank shares of the quarterly file, nationwide and in families."""
    metrics = {
        "CORP 09": "corporate/crisis-grants-in-a-day",
        "CORP 10": "corporate/care-grants-in-fifteen-days",
    }
    standings = {}
    for metric, city, period, group, rank, share in consortium.rows(
            "select metric, city, period, peer_group, rank, rank_share"
            " from member.standing where breakdown = 'total' and rank is not null"
            " and period like '%-Q%'"
            " and (peer_group = 'scotland' or peer_group like 'family-%') and metric in ("
            + ", ".join(f"'{metric}'" for metric in metrics.values()) + ")"):
        scheme = "Scot" if group == "scotland" else "Family"
        standings[metric, city, period, scheme] = (rank, share)
    ids = consortium.city_ids()
    hits = collections.Counter()
    periods = set()
    total = 0
    for row in rows_of(QUARTERLY):
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


def check_family_averages(consortium, checks):
    """Plain means by the annual file's own family groups."""
    means = {
        (metric, period, group): mean
        for metric, period, group, mean in consortium.rows(
            "select metric, period, peer_group, mean from member.peer_statistic"
            " where breakdown = 'total' and owner_city is null"
            " and (peer_group like 'urban-rural-%' or peer_group like 'deprivation-%')")
    }
    metrics = metrics_by_code()
    rows = [
        row for row in rows_of(ANNUAL)
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


def check(consortium, checks):
    """Runs the checks of these councils."""
    check_quarterly_ranks(consortium, checks)
    check_family_averages(consortium, checks)
    quotients.check(consortium, checks)
