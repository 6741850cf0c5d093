"""Trafford and its neighbours: every value of 13 files, counted and read apart.

Run by ../known-answers.sh. Periods and measures are read here by other means
than the program's; figures are compared as numbers.
"""

import json
import os

from answers import close, data, rows_of

MONTHS = "January February March April May June July August September October November December"
# The mappings with their files.
FILES = {
    "planning": ["planning_applications_major", "planning_applications_non-major"],
    "monthly": [
        "claimant_count", "universal_credit", "care_homes_rating",
        "electric_vehicle_charging_points"],
    "calendar-years": ["borough_wide_co2_emissions", "fuel_poverty", "neet"],
    "waste-recycled": ["household_waste_recycling"],
    "waste-not-recycled": ["household_waste_not_recycled"],
    "children-offending": ["children_offending"],
    "licensed-vehicles": ["licensed_vehicles"],
}
# What a row is about: the file, a word of its indicator, the start of its measure,
# and our measure.
MEASURES = [
    ("planning_applications_major", "", "", "planning/major-in-time-published"),
    ("planning_applications_non-major", "", "", "planning/other-in-time-published"),
    ("claimant_count", "", "Count", "work/claimants"),
    ("claimant_count", "", "Percentage", "work/claimant-rate-published"),
    ("universal_credit", "", "count", "work/universal-credit"),
    ("universal_credit", "", "rate", "work/universal-credit-rate-published"),
    ("care_homes_rating", "", "", "care/homes-good-published"),
    ("electric_vehicle_charging_points", "", "", "climate/charger-rate-published"),
    ("borough_wide_co2_emissions", "", "", "climate/emissions"),
    ("fuel_poverty", "high cost", "", "climate/fuel-poverty-high-cost-published"),
    ("fuel_poverty", "low energy", "", "climate/fuel-poverty-low-efficiency-published"),
    ("neet", "not know", "", "children/neet-or-unknown-published"),
    ("neet", "", "", "children/neet-published"),
    ("household_waste_recycling", "", "Percentage", "waste/recycled-share-published"),
    ("household_waste_recycling", "", "Frequency", "waste/recycled"),
    ("household_waste_not_recycled", "", "Percentage", "waste/residual-share-published"),
    ("household_waste_not_recycled", "", "Frequency", "waste/residual"),
    ("children_offending", "", "Count", "children/offenders"),
    ("children_offending", "", "Per", "children/offender-rate-published"),
]
PEERS = {
    "cipfa-2021": "cipfa2021", "cipfa-2024": "cipfalga0724", "childrens-services": "cssn",
    "nhs-england": "nhsennpg",
}
# Metrics that are a published figure as it stands.
REPORTED = {
    "planning/major-in-time": "planning/major-in-time-published",
    "planning/other-in-time": "planning/other-in-time-published",
    "work/claimant-rate": "work/claimant-rate-published",
    "work/universal-credit-rate": "work/universal-credit-rate-published",
    "children/offender-rate": "children/offender-rate-published",
    "children/neet": "children/neet-or-unknown-published",
    "climate/charger-rate": "climate/charger-rate-published",
    "climate/fuel-poverty": "climate/fuel-poverty-low-efficiency-published",
    "waste/recycling-rate": "waste/recycled-share-published",
    "care/homes-good": "care/homes-good-published",
}
LOADED = {}


def path(name):
    """Returns the path of one file."""
    return data("trafford", name + ".csv")


def load(consortium):
    """Loads all files and compares all periods."""
    for mapping, names in FILES.items():
        for name, submission in zip(names, consortium.load(mapping, *map(path, names))):
            LOADED[name] = submission
    consortium.compare()


def start_and_months(text):
    """Returns the first month and the length of a period in any of seven styles."""
    words = text.split()
    if len(words) == 2 and words[1].startswith("Q"):
        month = 4 + 3 * (int(words[1][1]) - 1)
        return f"{int(words[0][:4]) + (month > 12)}-{(month - 1) % 12 + 1:02d}", 3
    if len(words) == 2:
        names = [name[:3] for name in MONTHS.split()]
        return f"{words[1]}-{names.index(words[0][:3]) + 1:02d}", 1
    if "/" in text:
        return f"{text[:4]}-04", 12
    if text.count("-") == 2:
        return f"{text[:4]}-{int(text[5:7]) - 2:02d}", 3
    return (text, 1) if "-" in text else (f"{text}-01", 12)


def measured(name, row):
    """Returns each measure of a row with the text of its value."""
    if name == "licensed_vehicles":
        return [("climate/ultra-low-emission-vehicles", row["value_ulev"]),
                ("climate/licensed-vehicles", row["value_all_vehicles"])]
    measure = next(
        measure for file, word, way, measure in MEASURES
        if file == name and word in row["indicator"] and row["measure"].startswith(way))
    return [(measure, row["value"])]


def is_council(row):
    """Whether a row is about a council: no ward, and not England."""
    return row["area_code"][:3] in ("E06", "E08", "E09", "E10")


def check_values(consortium, checks):
    """Each value of each file is there, at its city and period, and no other."""
    ids = consortium.city_ids()
    stored = consortium.values()
    total = 0
    for name, submission in LOADED.items():
        expected = {}
        for row in filter(is_council, rows_of(path(name))):
            period = start_and_months(row["period"])
            for measure, text in measured(name, row):
                expected[measure, ids[row["area_code"].casefold()], *period] = float(text)
        total += len(expected)
        checks.loaded(submission, len(expected))
        hits = sum(
            key in stored and close(stored[key][0], value, 1e-12)
            for key, value in expected.items())
        checks.count(f"{name}: values as in the file", hits, len(expected), len(expected))
    checks.count("values beyond the files", len(stored) - total, 0, len(stored))


def check_vehicles(consortium, checks):
    """The share of ultra low emission vehicles is one column divided by the other."""
    ids = consortium.city_ids()
    shares = {
        (city, start): value for city, start, value in consortium.rows(
            "select city, to_char(period_start::date, 'YYYY-MM'), value from member.metric_value"
            " where metric = 'climate/ultra-low-emission-share' and breakdown = 'total'"
            " and period like '%-Q%' and value is not null")}
    rows = list(filter(is_council, rows_of(path("licensed_vehicles"))))
    hits = 0
    for row in rows:
        start, _ = start_and_months(row["period"])
        share = shares.get((ids[row["area_code"].casefold()], start), "")
        parts = float(row["value_ulev"]), float(row["value_all_vehicles"])
        hits += close(share, 100 * parts[0] / parts[1], 1e-12)
    checks.count("share of ultra low emission vehicles", hits, len(rows), len(rows))


def check_peers(consortium, checks):
    """Trafford's peers are those of the four lists, by their number and mean."""
    ids = consortium.city_ids()
    reported = {}
    for name in LOADED:
        for row in filter(is_council, rows_of(path(name))):
            for measure, text in measured(name, row):
                key = (measure, start_and_months(row["period"]))
                reported.setdefault(key, {})[ids[row["area_code"].casefold()]] = float(text)
    members = {}
    for group, file in PEERS.items():
        members[group] = {ids[row["area_code"].casefold()] for row in rows_of(path(file))}
        standings = consortium.rows(
            "select metric, to_char(period_start::date, 'YYYY-MM'), period, contributors, mean"
            f" from member.standing where peer_group = '{group}' and city = 'trafford'"
            " and breakdown = 'total' and contributors > 0")
        hits = total = 0
        for metric, start, period, contributors, mean in standings:
            months = 12 if "P1Y" in period or len(period) == 4 else 3 if "Q" in period else 1
            if metric not in REPORTED:
                continue
            total += 1
            values = reported[REPORTED[metric], (start, months)]
            peers = [value for city, value in values.items() if city in members[group]]
            hits += int(contributors) == len(peers) and close(mean, sum(peers) / len(peers), 1e-9)
        checks.holds(
            hits == total > 0, f"peers {group}: number and mean in {hits:,} of {total:,} standings")
    check_dates(consortium, checks, members)
    gone = members["cipfa-2021"] - members["cipfa-2024"]
    checks.count("CIPFA peers of 2021 that left in 2024", len(gone), 4, 15)


def check_dates(consortium, checks, members):
    """An old period keeps its old peers: CIPFA's list of 2021 until the end of June 2024."""
    for day, group in [("2024-06-30", "cipfa-2021"), ("2024-07-01", "cipfa-2024")]:
        document = json.loads(consortium.run(
            "peers", "trafford", "--on", day, "--format", "json"))
        told = {row["group"]: set(row["peers"]) for row in document["groups"]}
        cipfa = [name for name in told if name.startswith("cipfa")]
        hits = len(members[group] & told.get(group, set()))
        checks.count(f"CIPFA peers on {day}, of {group} alone,", hits, 15, len(members[group]))
        checks.holds(cipfa == [group], f"CIPFA lists that hold on {day}: {', '.join(cipfa)}")
    compared = consortium.rows(
        "select peer_group.peer_group, release.period_start < '2024-07-01', city.city"
        " from member.release_peer"
        " inner join member.release on release.release_id = release_peer.release_id"
        " inner join member.peer_group"
        " on peer_group.peer_group_id = release_peer.peer_group_id"
        " inner join member.city on city.city_id = release_peer.city_id"
        " where peer_group.peer_group like 'cipfa%'")
    hits = sum(
        city in members[group] and group == ("cipfa-2021" if is_early == "t" else "cipfa-2024")
        for group, is_early, city in compared)
    checks.holds(
        hits == len(compared) > 0,
        f"CIPFA peers of all releases, of the list of their day {hits:,} of {len(compared):,}")


def check(consortium, checks):
    """Runs the checks of these councils."""
    check_values(consortium, checks)
    check_vehicles(consortium, checks)
    check_peers(consortium, checks)
