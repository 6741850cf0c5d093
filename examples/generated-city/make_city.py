#!/usr/bin/env python3
"""Makes the files of an invented city, and what Yardstick must find in them.

Usage: make_city.py FOLDER

Copperhollow and all its requests, accounts and posts are invented. Written are
a 311 export of 200,000 requests, four trial balances of the fiscal year so far
(5,000 accounts; the last one has six more), a list of 2,400 posts, a two-way
table of tonnages, a water book with a block a measure, and expected.json with the figures that the mappings beside this file must give.
They are computed here, from what was drawn and not from the files. A second
run writes the same bytes.
"""

import csv
import datetime
import json
import math
import os
import random
import sys

REQUESTS = 200_000
DUPLICATES = 150
EXPORT_DAY = datetime.date(2026, 9, 30)
FIRST_DAY = datetime.date(2026, 1, 1)
# Each category with its share of requests and its usual days until closing.
CATEGORIES = [
    ("Missed collection", 22, 2.0), ("Pothole", 17, 6.0), ("Street light", 12, 11.0),
    ("Bulky item", 16, 5.0), ("Traffic signal", 6, 1.5), ("Graffiti", 11, 8.0),
    ("Noise, \"loud\" music", 9, 3.0), ("Tree", 7, 25.0),
]
CHANNELS = ["app", "phone", "web", "counter"]
NAMES = ["Ada", "Bo", "Cleo", "Dov", "Ines", "Jun", "Kofi", "Lux", "Mara", "Nils"]
FUNDS = {"general": "101", "capital": "301", "water": "501"}
NEW_ACCOUNTS = 6


def quarter(day):
    """Returns the period of a day, such as 2026-Q3."""
    return f"{day.year}-Q{(day.month - 1) // 3 + 1}"


def quantile(share, values):
    """Returns a quantile by definition 7 of Hyndman and Fan (1996)."""
    values = sorted(values)
    position = share * (len(values) - 1)
    low = math.floor(position + 1e-9)
    high = min(low + 1, len(values) - 1)
    return values[low] + max(position - low, 0) * (values[high] - values[low])


def write(folder, name, header, rows):
    """Writes one CSV file."""
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def draw_requests(random_):
    """Draws the requests of three quarters, in the order of their numbers."""
    names = [name for name, _, _ in CATEGORIES]
    weights = [weight for _, weight, _ in CATEGORIES]
    usual = {name: days for name, _, days in CATEGORIES}
    length = (EXPORT_DAY - FIRST_DAY).days + 1
    requests = []
    for place in range(REQUESTS - DUPLICATES):
        opened = FIRST_DAY + datetime.timedelta(days=place * length // REQUESTS)
        category = random_.choices(names, weights)[0]
        days = int(random_.expovariate(1 / usual[category]))
        closed = opened + datetime.timedelta(days=days)
        if closed > EXPORT_DAY:
            closed, days = None, None
        requests.append({
            "case": f"CH-{2026_000_000 + place}", "opened": opened, "closed": closed,
            "category": category, "district": f"D{random_.randint(1, 9)}",
            "channel": random_.choice(CHANNELS),
            "caller": f"{random_.choice(NAMES)} {random_.choice(NAMES)}son",
            "days": days, "on_time": days is not None and days <= usual[category] * 2,
        })
    return requests


def request_row(request):
    """Returns the cells of one request."""
    closed = request["closed"]
    return [
        request["case"], request["opened"].isoformat(), closed.isoformat() if closed else "",
        request["category"], request["district"], request["channel"], request["caller"],
        "" if closed is None else request["days"],
        "" if closed is None else "yes" if request["on_time"] else "no",
    ]


def make_requests(folder, random_):
    """Writes the export; some requests stand in it twice."""
    requests = draw_requests(random_)
    rows = requests + random_.sample(requests, DUPLICATES)
    write(
        folder, "requests.csv",
        ["Case Number", "Opened", "Closed", "Category", "District", "Channel", "Caller",
         "Days to Close", "On Time"],
        (request_row(request) for request in rows))
    return received(requests) | closed(rows)


def received(requests):
    """Returns the figures by the day on which requests came in."""
    figures = {}
    measures = {
        "solid-waste/collections-missed": "Missed collection",
        "streets/signal-faults": "Traffic signal",
    }
    for period in ("2026-Q1", "2026-Q2", "2026-Q3"):
        ours = [request for request in requests if quarter(request["opened"]) == period]
        figures["customer-service/requests-received", period] = len(ours)
        for measure, category in measures.items():
            figures[measure, period] = sum(each["category"] == category for each in ours)
    figures["customer-service/requests-open", "2026-Q3"] = sum(
        request["closed"] is None for request in requests)
    return figures


def closed(rows):
    """Returns the figures by the day on which requests were closed."""
    figures = {}
    for period in ("2026-Q1", "2026-Q2", "2026-Q3"):
        ours = [row for row in rows if row["closed"] and quarter(row["closed"]) == period]
        days = {name: [row["days"] for row in ours if row["category"] == name]
                for name, _, _ in CATEGORIES}
        lights = days["Street light"]
        for measure, value in {
            "customer-service/requests-closed": len(ours),
            "customer-service/requests-closed-on-time": sum(row["on_time"] for row in ours),
            "customer-service/close-days-p90": quantile(0.9, [row["days"] for row in ours]),
            "streets/pothole-reports-closed": len(days["Pothole"]),
            "streets/lights-repaired": len(lights),
            "streets/light-repair-days": sum(lights),
            "streets/light-repair-days-squared": sum(day * day for day in lights),
            "solid-waste/bulky-on-time": sum(day <= 5 for day in days["Bulky item"]),
        }.items():
            figures[measure, period] = value
    return figures


def measures_of(fund, department, number):
    """Returns the measures that an account is part of, with the sign.

    Department 14 is the contact centre.
    """
    found = []
    if fund == FUNDS["general"] and 4000 <= number <= 4999:
        found.append(("finance/operating-revenue", -1))
        if number <= 4699:
            found.append(("finance/own-source-revenue", -1))
    if fund == FUNDS["general"] and 5000 <= number <= 5999:
        found.append(("finance/operating-expenditure", 1))
        if department == 14:
            part = "own-staff" if number <= 5299 else "purchased"
            found.append((f"customer-service/cost-{part}", 1))
    if fund == FUNDS["general"] and 7000 <= number <= 7199:
        found.append(("finance/debt-service", 1))
    if fund == FUNDS["capital"] and 6000 <= number <= 6999:
        found.append(("finance/capital-expenditure", 1))
    return found


def chart_of_accounts():
    """Returns 5,000 accounts: fund, department, object."""
    general, capital, water = FUNDS.values()
    accounts = [(general, 0, number) for number in range(4010, 5000, 10)]
    accounts += [(general, department, number)
                 for department in range(10, 45) for number in range(5010, 5990, 10)]
    accounts += [(general, 90, number) for number in range(7010, 7110, 10)]
    accounts += [(capital, department, number)
                 for department in range(10, 30) for number in range(6010, 6410, 10)]
    accounts += [(water, department, number)
                 for department in range(60, 70) for number in range(5010, 5510, 10)]
    balances = [(fund, 0, number) for number in range(1010, 4000, 10) for fund in FUNDS.values()]
    return sorted(accounts + balances[:5000 - len(accounts)])


def booked(random_, account):
    """Returns what a quarter books to an account, debits positive, in cents."""
    _, _, number = account
    if 4000 <= number <= 4999:
        return -random_.randint(1_000_000, 120_000_000)
    if number < 4000:
        return 0
    return random_.randint(0, 3_000_000)


def money(cents):
    """Writes cents as an amount."""
    return f"{cents // 100}.{cents % 100:02d}"


def balance_row(account, cents):
    """Returns the cells of one account."""
    fund, department, number = account
    return [
        f"{fund}-{department:02d}-{number}", f"Account {number} of department {department}",
        money(cents) if cents > 0 else "", money(-cents) if cents < 0 else "",
    ]


def make_trial_balances(folder, random_):
    """Writes four quarters of the year so far; the last has new accounts."""
    accounts = chart_of_accounts()
    so_far = dict.fromkeys(accounts, 0)
    figures = {}
    new = [(FUNDS["general"], 95, 7710 + place) for place in range(NEW_ACCOUNTS)]
    for fiscal, period in enumerate(("2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"), start=1):
        if fiscal == 4:
            accounts = sorted(accounts + new)
            so_far.update(dict.fromkeys(new, 0))
        cash = dict.fromkeys(FUNDS.values(), 0)
        for account in accounts:
            cents = booked(random_, account)
            so_far[account] += cents
            cash[account[0]] -= cents
            for measure, sign in measures_of(*account):
                figures[measure, period] = figures.get((measure, period), 0) + sign * cents
        for fund, cents in cash.items():
            so_far[fund, 0, 1010] += cents
        write(
            folder, f"trial-balance-FY2026-Q{fiscal}.csv", ["Account", "Name", "Debit", "Credit"],
            (balance_row(account, so_far[account]) for account in accounts))
    new_cents = sum(so_far[account] for account in new)
    figures = {key: cents / 100 for key, cents in figures.items()}
    return figures, {"accounts": NEW_ACCOUNTS, "amount": money(new_cents)}


POSTS = [
    ("Police officer", "Police", 420), ("Police sergeant", "Police", 60),
    ("Firefighter", "Fire", 380), ("Clerk", "Administration", 640),
    ("Gardener", "Parks", 300), ("Librarian", "Library", 200), ("Mechanic", "Fleet", 400),
]


def make_posts(folder, random_):
    """Writes the posts of July to September 2026."""
    first, end = datetime.date(2026, 7, 1), datetime.date(2026, 10, 1)
    rows = []
    figures = dict.fromkeys(
        ["public-safety/sworn-officers", "public-safety/sworn-posts",
         "public-safety/sworn-posts-vacant", "fire/firefighters",
         "workforce/positions-budgeted", "workforce/positions-vacant"], 0)
    for title, department, count in POSTS:
        is_sworn = department == "Police"
        for _ in range(count):
            share = 1 if is_sworn else random_.choice([1, 1, 1, 0.8, 0.5])
            start = first + datetime.timedelta(days=random_.randint(-4000, 85))
            until, status = None, "filled"
            fate = random_.random()
            if fate < 0.06:
                until = first + datetime.timedelta(days=random_.randint(0, 90))
                status = "vacant"
            elif fate < 0.10:
                start, status = None, "vacant"
            days = 0
            if start or until:
                days = max(((until or end) - max(start or first, first)).days, 0)
            rows.append([
                f"P-{len(rows) + 10001}", title, department,
                "" if status == "vacant" else f"{random_.choice(NAMES)} {random_.choice(NAMES)}son",
                share, start or "", until or "", status])
            figures["workforce/positions-budgeted"] += share
            figures["workforce/positions-vacant"] += share * (status == "vacant")
            equivalents = share * days / (end - first).days
            if is_sworn:
                figures["public-safety/sworn-officers"] += equivalents
                figures["public-safety/sworn-posts"] += 1
                figures["public-safety/sworn-posts-vacant"] += status == "vacant"
            if title == "Firefighter":
                figures["fire/firefighters"] += equivalents
    write(
        folder, "positions-FY2027-Q1.csv",
        ["Post", "Title", "Department", "Holder", "Share", "Filled From", "Filled Until",
         "Status"], rows)
    return {(measure, "2026-Q3"): value for measure, value in figures.items()}


# What each row or block of a table is called, and the most that is drawn for it.
TONNAGES = {
    "Refuse": ("solid-waste/refuse-collected", 9_000),
    "Recyclables": ("solid-waste/recycling-collected", 4_000),
    "Organics": ("solid-waste/organics-collected", 2_500),
}
WATER_BOOK = {
    "Main breaks": ("water/main-breaks", 60),
    "Samples tested": ("water/samples-tested", 900),
    "Complaints": ("water/quality-complaints", 120),
}
FISCAL_QUARTERS = {"Q1": "2025-Q3", "Q2": "2025-Q4", "Q3": "2026-Q1", "Q4": "2026-Q2"}


def make_tables(folder, random_):
    """Writes a two-way table of tonnages and a book with a block a measure."""
    figures = {}
    rows = []
    for material, (measure, most) in TONNAGES.items():
        drawn = [random_.randint(most // 2, most) for _ in FISCAL_QUARTERS]
        rows.append([material, *drawn, sum(drawn)])
        figures |= {(measure, period): value
                    for period, value in zip(FISCAL_QUARTERS.values(), drawn)}
    rows.append(["All", *(sum(column) for column in list(zip(*rows))[1:])])
    write(
        folder, "tonnages-FY2026.csv",
        ["Material", *(f"{name} FY2026" for name in FISCAL_QUARTERS), "Year FY2026"], rows)
    book = []
    for name, (measure, most) in WATER_BOOK.items():
        book.append([f"Line: {name}", ""])
        for quarter_name, period in FISCAL_QUARTERS.items():
            figures[measure, period] = random_.randint(most // 2, most)
            book.append([f"FY2026-{quarter_name}", figures[measure, period]])
    write(folder, "water-book-FY2026.csv", ["Quarter", "Figure"], book)
    return figures


def main():
    """Makes all files."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    random_ = random.Random(20260930)
    figures = make_requests(folder, random_)
    books, new = make_trial_balances(folder, random_)
    figures |= books | make_posts(folder, random_) | make_tables(folder, random_)
    expected = {
        "figures": [
            {"measure": measure, "period": period, "value": value}
            for (measure, period), value in sorted(figures.items())],
        "new_accounts": new,
    }
    with open(os.path.join(folder, "expected.json"), "w", encoding="utf-8") as file:
        json.dump(expected, file, indent=2)
        file.write("\n")


if __name__ == "__main__":
    main()
