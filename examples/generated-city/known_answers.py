"""A made city: its requests, ledger and posts against what was drawn.

Run by ../known-answers.sh. make_city.py writes the files into a folder that is
removed again, and says which figures they must give.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
EXPORT_MAPPINGS = ["requests-received", "requests-closed", "requests-open"]
LEDGER = {
    "finance/operating-revenue", "finance/own-source-revenue", "finance/operating-expenditure",
    "finance/debt-service", "finance/capital-expenditure", "customer-service/cost-own-staff",
    "customer-service/cost-purchased",
}
POSTS = {
    "public-safety/sworn-officers", "public-safety/sworn-posts",
    "public-safety/sworn-posts-vacant", "fire/firefighters",
    "workforce/positions-budgeted", "workforce/positions-vacant",
}
TABLED = {
    "solid-waste/refuse-collected", "solid-waste/recycling-collected",
    "solid-waste/organics-collected", "water/main-breaks", "water/samples-tested",
    "water/quality-complaints",
}
TABLES = {"tonnages": "tonnages-FY2026.csv", "water-book": "water-book-FY2026.csv"}
STATE = {}


def load(consortium):
    """Makes the files, loads all but the last ledger, and takes the time."""
    STATE["folder"] = tempfile.TemporaryDirectory()
    folder = STATE["folder"].name
    subprocess.run([sys.executable, os.path.join(HERE, "make_city.py"), folder], check=True)
    with open(os.path.join(folder, "expected.json"), encoding="utf-8") as file:
        STATE["expected"] = json.load(file)
    STATE["submissions"] = []
    for mapping in EXPORT_MAPPINGS:
        timed(consortium, mapping, "requests.csv")
        STATE["submissions"] += consortium.load(mapping, made("requests.csv"))
    for quarter in range(1, 4):
        STATE["submissions"] += consortium.load(
            "trial-balance", made(f"trial-balance-FY2026-Q{quarter}.csv"))
    STATE["submissions"] += consortium.load("positions", made("positions-FY2027-Q1.csv"))
    for mapping, name in TABLES.items():
        STATE["submissions"] += consortium.load(mapping, made(name))


def made(name):
    """Returns the path of a file that was made."""
    return os.path.join(STATE["folder"].name, name)


def timed(consortium, mapping, name):
    """Checks a file without storing it and prints how fast that went."""
    began = time.monotonic()
    document = consortium.check(mapping, made(name))
    seconds = time.monotonic() - began
    size = os.path.getsize(made(name))
    rows = document["files"][0]["rows_read"]
    print(f"     check {name} by {mapping}: {rows:,} rows, {size / 1e6:.1f} MB in "
          f"{seconds:.2f} s, {size / 1e6 / seconds:.0f} MB/s with the start of the program")


def first_month(period):
    """Returns the first month of a quarter such as 2026-Q3."""
    return f"{period[:4]}-{3 * int(period[6]) - 2:02d}"


def check_figures(consortium, checks):
    """Every figure that was drawn is there, and no other."""
    stored = consortium.values()
    # The ledger of the last quarter is only checked.
    figures = {
        (entry["measure"], "copperhollow", first_month(entry["period"]), 3): entry["value"]
        for entry in STATE["expected"]["figures"]
        if entry["measure"] not in LEDGER or entry["period"] != "2026-Q2"}
    kinds = {"requests": 0, "ledger": 0, "posts": 0, "tables": 0}
    totals = dict(kinds)
    for key, value in figures.items():
        named = {"ledger": LEDGER, "posts": POSTS, "tables": TABLED}
        kind = next((name for name, own in named.items() if key[0] in own), "requests")
        totals[kind] += 1
        found = stored.get(key, ("nan", ""))[0]
        kinds[kind] += abs(float(found) - value) <= 1e-9 * max(abs(value), 1)
    for kind, hits in kinds.items():
        checks.count(f"figures of {kind} as drawn", hits, totals[kind], totals[kind])
    checks.count("figures beyond those", len(stored.keys() - figures.keys()), 0, len(stored))


def check_new_accounts(consortium, checks):
    """The next quarter's six new accounts are one finding with their amount."""
    document = consortium.check("trial-balance", made("trial-balance-FY2026-Q4.csv"))
    new = STATE["expected"]["new_accounts"]
    found = [
        finding for finding in document["files"][0]["findings"]
        if finding["rule"] == "unmapped-account"]
    checks.count("findings on new accounts", len(found), 1, len(found))
    message = found[0]["message"] if found else ""
    checks.holds(
        f"{new['accounts']} accounts" in message and new["amount"] in message.replace(",", ""),
        f"the finding names {new['accounts']} accounts and {new['amount']}: {message}")
    checks.holds(
        document["files"][0]["rejected"] == 0, "nothing of the next quarter is rejected")


def check_personal(consortium, checks):
    """No name of a caller or holder of a post is in the database."""
    columns = consortium.rows(
        "select count(*) from intake.finding where coalesce(raw_text, found) ~ '[A-Z][a-z]+son$'")
    checks.count("names of persons in findings", int(columns[0][0]), 0, 2)


def check(consortium, checks):
    """Runs the checks of the made city."""
    for submission in STATE["submissions"]:
        checks.holds(
            submission["outcome"] == "loaded" and submission["rejected"] == 0,
            f"{os.path.basename(submission['file'])} by {submission['mapping']}: "
            f"{submission['rows_read']:,} rows, {submission['accepted']:,} figures, "
            f"{submission['rejected']:,} rejected")
    check_figures(consortium, checks)
    check_new_accounts(consortium, checks)
    check_personal(consortium, checks)
    STATE["folder"].cleanup()
