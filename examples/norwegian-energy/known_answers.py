"""Energy of municipal buildings against the form that four municipalities agreed on.

Run by ../known-answers.sh.
"""

import collections
import csv
import datetime
import json

from answers import close, data, rows_of

SOURCE = ("no_energy", "source")
FILES = {
    "drammen-gulskogen": "drammen Gulskogen skole.csv",
    "drammen-parktunet": "drammen Parktunet barnehage.csv",
    "drammen-askollen": "drammen Åskollen bo og servisesenter.csv",
    "bodo-bankgata": "bodo 78 - Forbruksanalyse-Bodø Kommune - Bankgata Flerbrukshall.csv",
    "bodo-buildings": "bodo 00 - Bygg og GPS.xlsx",
    "stavanger": "stavanger measurement_stavanger.csv",
}
# The hour of the change to winter time, from two to three, which is there twice.
DOUBLED_HOUR = "2021-10-31 02:00"


def load(consortium):
    """Loads all files and compares all months."""
    for mapping, file in FILES.items():
        consortium.load(mapping, data(*SOURCE, file))
    consortium.compare()


def cells(name, skipped):
    """Returns the rows of a source file below its header."""
    with open(data(*SOURCE, name), encoding="latin-1", newline="") as file:
        return list(csv.reader(file, delimiter=";"))[skipped:]


def number(text):
    """Reads a number with a decimal comma; nothing is nothing."""
    return float(text.replace(",", ".")) if text.strip() else 0.0


def day_first(text):
    """Returns the month of a stamp that begins with its day."""
    return datetime.datetime.strptime(text[:10], "%d.%m.%Y").strftime("%Y-%m")


def expected_months():
    """Returns what each building took in a month, added up from the source alone."""
    months = collections.Counter()
    for name, building, skipped, columns, month in [
            (FILES["drammen-gulskogen"], "gulskogen-school", 4, (1, 2), day_first),
            (FILES["drammen-parktunet"], "parktunet-nursery", 4, (1, 2), day_first),
            (FILES["drammen-askollen"], "askollen-care-home", 4, (1, 2), day_first),
            (FILES["bodo-bankgata"], "bankgata-sports-hall", 2, (1, 2), lambda text: text[:7]),
            (FILES["stavanger"], "unnamed-school", 2, (1,), day_first)]:
        for row in cells(name, skipped):
            values = [row[column] for column in columns]
            if any(value.strip() for value in values):
                months[building, month(row[0])] += sum(map(number, values))
    return months


def check_months(consortium, checks):
    """Every month of every building, and the doubled hour in October."""
    found = {
        (building, period): value
        for building, period, value in consortium.rows(
            "select breakdown, period, value from member.metric_value"
            " where metric = 'energy/energy-bought' and value is not null"
            " and period ~ '^[0-9]{4}-[0-9]{2}$'")
    }
    expected = expected_months()
    hits = sum(close(found.get(key, ""), value, 1e-9) for key, value in expected.items())
    checks.count("months of buildings", hits, len(expected), len(expected))
    checks.count("months beyond the source", len(found.keys() - expected.keys()), 0, len(found))
    doubled = [row for row in cells(FILES["drammen-gulskogen"], 4)
               if row[0].startswith("31.10.2021 02:")]
    october = expected["gulskogen-school", "2021-10"]
    once = october - sum(number(cell) for cell in doubled[1][1:3])
    value = found.get(("gulskogen-school", "2021-10"), "")
    checks.count("Gulskogen's October has both readings of the doubled hour", int(
        len(doubled) == 2 and close(value, october, 1e-9) and not close(value, once, 1e-9)), 1, 1)
    ((lineage,),) = consortium.rows(
        "select row_count from member.lineage where breakdown = 'gulskogen-school'"
        " and period = '2021-10'")
    # 31 days of 24 hours and one more, two meters.
    checks.count("readings behind Gulskogen's October", int(lineage), 1490, 1490)
    ((buildings,),) = consortium.rows(
        "select value from member.metric_value where metric = 'energy/buildings-with-meters'"
        " and city = 'bodo'")
    listed = list(rows_of(data("no_energy", "coordinated", "bodo-locations.csv")))
    checks.count("buildings of Bodø", round(float(buildings)), 98, max(98, len(listed)))


def check_findings(consortium, checks):
    """The doubled hour of each Drammen building is one finding, and nothing is rejected."""
    for mapping in ("drammen-gulskogen", "drammen-parktunet", "drammen-askollen"):
        (report,) = consortium.check(mapping, data(*SOURCE, FILES[mapping]))["files"]
        doubled = [line for line in report["findings"] if line["rule"] == "duplicate-record"]
        checks.count(
            f"{mapping}: findings on the doubled hour", sum(
                line["found"] == DOUBLED_HOUR for line in doubled), 1, len(doubled))
        checks.count(f"{mapping}: rejected", report["rejected"], 0, report["values_read"])


def check_readings(consortium, checks):
    """Gulskogen's readings one by one, against the agreed form."""
    printed = consortium.run(
        "map", "test", "--rows", data(*SOURCE, FILES["drammen-gulskogen"]),
        "--mapping", "drammen-gulskogen", "--format", "json", codes=(0, 1))
    readings = json.loads(printed)["readings"]
    agreed = collections.defaultdict(list)
    with open(data("no_energy", "coordinated", "drammen-measurements.csv"),
              encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            agreed[row["timestamp"], row["meter_id"]].append(number(row["value"]))
    meters = ("El-014456308", "El-18815788")
    keys = collections.Counter()
    hits = 0
    for reading in readings:
        meter = next((meter for meter in meters if reading["key"].startswith(meter)), "")
        keys[reading["stamp"], meter] += 1
        hits += reading["value"] in agreed[reading["stamp"], meter]
    checks.count("Gulskogen readings", len(readings), 17520, len(readings))
    checks.count("Gulskogen hour-and-meter keys", len(keys), 17518, len(readings))
    checks.count("Gulskogen readings as agreed", hits, 17520, len(readings))


def check(consortium, checks):
    """Runs the checks of these municipalities."""
    check_months(consortium, checks)
    check_findings(consortium, checks)
    check_readings(consortium, checks)
