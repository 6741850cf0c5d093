#!/usr/bin/env python3
"""Writes the figures of the demonstration consortium.

EVERYTHING HERE IS INVENTED: the cities, their residents, their services and
every figure. No real city reports any of these numbers.

    python3 make_demo.py            # writes beside this file
    python3 make_demo.py --out DIR  # writes consortium/ below DIR

It writes consortium/attributes.csv and all of consortium/submissions/, after
removing what was there. The other files (cities, services, mappings, peer
groups, calendar) are written by hand. Two runs give equal bytes: all chance
comes from generators seeded with the names of city, measure and quarter.
Needs Python 3.9 or newer and nothing else.
"""

import argparse
import csv
import io
import math
import pathlib
import random
import shutil

SEED = "yardstick-demo-1"
QUARTERS = [
    "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3",
    "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3",
]

# id: (name, file shape, residents in 2024, yearly growth in per cent, region)
CITIES = {
    "amberwick": ("Amberwick", "return", 12400, 0.2, "coast"),
    "brindlemoor": ("Brindlemoor", "return", 58700, 0.9, "upland"),
    "cinderbrook": ("Cinderbrook", "report", 161000, 0.4, "river"),
    "dunmarrow": ("Dunmarrow", "return", 187000, 1.1, "upland"),
    "eastermere": ("Eastermere", "return", 18900, 0.5, "river"),
    "fallowgate": ("Fallowgate", "return", 21300, 0.3, "river"),
    "garnet-vale": ("Garnet Vale", "indicators", 64200, 1.4, "upland"),
    "gruenwarden": ("Grünwarden", "bericht", 71900, 0.6, "upland"),
    "harbour-point": ("Harbour Point", "return", 412000, 0.8, "coast"),
    "hoehensee": ("Höhensee", "bericht", 52300, 0.1, "upland"),
    "hollinshade": ("Hollinshade", "indicators", 83000, 0.7, "river"),
    "ironquay": ("Ironquay", "indicators", 268000, -0.3, "coast"),
    "juniper-reach": ("Juniper Reach", "return", 97500, 1.9, "upland"),
    "kestrel-falls": ("Kestrel Falls", "return", 233000, 0.6, "river"),
    "larkenfield": ("Larkenfield", "indicators", 49400, 2.3, "river"),
    "mistral-bay": ("Mistral Bay", "report", 639000, 1.2, "coast"),
    "moosbruecken": ("Moosbrücken", "bericht", 27800, -0.2, "upland"),
    "northwold-crossing": ("Northwold Crossing", "fiscal", 136000, 0.9, "river"),
    "ottersley": ("Ottersley", "indicators", 33500, 0.4, "coast"),
    "pellgrave": ("Pellgrave", "report", 205000, -0.4, "river"),
    "quillhaven": ("Quillhaven", "figures", 38200, 0.8, "coast"),
    "rookspire": ("Rookspire", "report", 44100, 0.3, "upland"),
    "saltmeadow-heights": ("Saltmeadow Heights", "figures", 171500, 1.6, "coast"),
    "thornmouth": ("Thornmouth", "figures", 118400, 0.2, "coast"),
}

# What a city does not report because somebody else provides the service, or
# because it does not take part: (city, prefix of the measure, first quarter).
LEFT_OUT = [
    ("dunmarrow", "solid-waste/", "2024-Q4"),
    ("ottersley", "fire/", "2024-Q4"),
    ("quillhaven", "public-safety/", "2024-Q4"),
    ("saltmeadow-heights", "water/", "2024-Q4"),
]

# Files that never came: the city left for a time, or is late.
NO_FILE = [
    ("pellgrave", "2026-Q1"), ("pellgrave", "2026-Q2"), ("pellgrave", "2026-Q3"),
    ("mistral-bay", "2026-Q3"),
]

# Marks instead of figures: (city, measure, quarters or None for all, mark).
MARKS = [
    ("amberwick", "parks/residents-near-park", QUARTERS[:3], "n/a"),
    ("fallowgate", "customer-service/calls-offered", None, "-"),
    ("fallowgate", "customer-service/calls-abandoned", None, "-"),
    ("ottersley", "public-safety/priority-response-minutes", ["2025-Q4"], "x"),
    ("rookspire", "workforce/sick-hours", QUARTERS[:4], "n/a"),
]

# Statuses other than normal: (city, measure, quarters or None for all, code).
STATUSES = [
    ("brindlemoor", "water/water-lost", None, "e"),
    ("kestrel-falls", "finance/operating-expenditure", ["2026-Q3"], "p"),
    ("kestrel-falls", "finance/operating-revenue", ["2026-Q3"], "p"),
]

MONEY, WHOLE, TENTH = "money", "whole", "tenth"

# measure: (rounding, heading of the indicator sheet, heading of the Bericht,
# factor from our unit to the Bericht's). The code of the quarterly return is
# made of the position, the item of the performance report is the title.
MEASURES = {
    "finance/operating-expenditure": (
        MONEY, "GF Opex ($000)", "Laufende Ausgaben (Tsd. $)", 0.001),
    "finance/operating-revenue": (
        MONEY, "GF Revenue ($000)", "Laufende Einnahmen (Tsd. $)", 0.001),
    "finance/annual-budget": (
        MONEY, "Adopted Budget ($000)", "Jahreshaushalt (Tsd. $)", 0.001),
    "finance/unrestricted-reserves": (
        MONEY, "Unrestricted Reserves ($000)", "Freie Rücklagen (Tsd. $)", 0.001),
    "finance/debt-service": (
        MONEY, "Debt Service ($000)", "Schuldendienst (Tsd. $)", 0.001),
    "finance/taxes-due": (
        MONEY, "Property Tax Due ($000)", "Grundsteuer fällig (Tsd. $)", 0.001),
    "finance/taxes-collected": (
        MONEY, "Property Tax Received ($000)", "Grundsteuer eingegangen (Tsd. $)", 0.001),
    "finance/invoices-paid": (
        WHOLE, "Invoices", "Bezahlte Rechnungen", 1),
    "finance/invoices-paid-on-time": (
        WHOLE, "Invoices <= 30 d", "davon fristgerecht bezahlt", 1),
    "workforce/positions-budgeted": (
        TENTH, "Positions (FTE)", "Planstellen (VZÄ)", 1),
    "workforce/positions-vacant": (
        TENTH, "Vacancies (FTE)", "davon unbesetzt (VZÄ)", 1),
    "workforce/approval-days": (
        TENTH, "Days Request-Ad", "Tage Antrag bis Ausschreibung", 1),
    "workforce/recruitment-days": (
        TENTH, "Days Ad-Offer", "Tage Ausschreibung bis Zusage", 1),
    "workforce/scheduled-hours": (
        WHOLE, "Scheduled Hours", "Sollstunden", 1),
    "workforce/sick-hours": (
        WHOLE, "Sick Hours", "Krankheitsstunden", 1),
    "public-safety/violent-crimes": (
        WHOLE, "Violent Crime", "Gewaltdelikte", 1),
    "public-safety/property-crimes": (
        WHOLE, "Property Crime", "Eigentumsdelikte", 1),
    "public-safety/priority-calls": (
        WHOLE, "P1 Calls", "Notrufe Stufe 1", 1),
    "public-safety/priority-response-minutes": (
        TENTH, "P1 Response Minutes", "Anfahrtsminuten Stufe 1", 1),
    "public-safety/sworn-officers": (
        TENTH, "Sworn (FTE)", "Vollzugsbeamte (VZÄ)", 1),
    "fire/structure-fires": (
        WHOLE, "Structure Fires", "Gebäudebrände", 1),
    "fire/structure-fires-contained": (
        WHOLE, "Held to Room", "davon auf den Raum begrenzt", 1),
    "fire/emergency-responses": (
        WHOLE, "Fire/EMS Responses", "Feuerwehreinsätze", 1),
    "fire/responses-within-standard": (
        WHOLE, "Responses <= 6:20", "davon in der Hilfsfrist", 1),
    "fire/fire-deaths": (
        WHOLE, "Fire Deaths", "Brandtote", 1),
    "fire/fire-injuries": (
        WHOLE, "Fire Injuries", "Brandverletzte", 1),
    "fire/fire-expenditure": (
        MONEY, "Fire Dept ($000)", "Ausgaben Feuerwehr (Tsd. $)", 0.001),
    "streets/lane-miles": (
        TENTH, "Lane Miles", "Fahrstreifen (km)", 1.609344),
    "streets/lane-miles-good": (
        TENTH, "Lane Miles PCI 70+", "davon in gutem Zustand (km)", 1.609344),
    "streets/maintenance-expenditure": (
        MONEY, "Street Upkeep ($000)", "Straßenunterhalt (Tsd. $)", 0.001),
    "streets/pothole-reports-closed": (
        WHOLE, "Potholes Closed", "Schlaglöcher erledigt", 1),
    "streets/pothole-reports-closed-on-time": (
        WHOLE, "Potholes <= 5 wd", "davon in fünf Werktagen", 1),
    "solid-waste/refuse-collected": (
        TENTH, "Refuse (t)", "Restmüll (t)", 1),
    "solid-waste/recycling-collected": (
        TENTH, "Recycling (t)", "Wertstoffe (t)", 1),
    "solid-waste/organics-collected": (
        TENTH, "Organics (t)", "Bioabfall (t)", 1),
    "solid-waste/collections-scheduled": (
        WHOLE, "Stops Scheduled", "Leerungen geplant", 1),
    "solid-waste/collections-missed": (
        WHOLE, "Stops Missed", "Leerungen versäumt", 1),
    "solid-waste/households-served": (
        WHOLE, "Households Served", "Angeschlossene Haushalte", 1),
    "solid-waste/collection-expenditure": (
        MONEY, "Collection ($000)", "Ausgaben Abfuhr (Tsd. $)", 0.001),
    "parks/maintained-acres": (
        TENTH, "Park Acres", "Grünflächen (ha)", 0.40468564224),
    "parks/parks-expenditure": (
        MONEY, "Park Upkeep ($000)", "Grünpflege (Tsd. $)", 0.001),
    "parks/recreation-visits": (
        WHOLE, "Rec Visits", "Besuche Bäder und Sportstätten", 1),
    "parks/residents-near-park": (
        WHOLE, "Residents Near Park", "Einwohner in Parknähe", 1),
    "customer-service/calls-offered": (
        WHOLE, "311 Calls", "Anrufe Bürgertelefon", 1),
    "customer-service/calls-abandoned": (
        WHOLE, "311 Abandoned", "davon aufgelegt", 1),
    "customer-service/requests-received": (
        WHOLE, "Requests In", "Anliegen eingegangen", 1),
    "customer-service/requests-closed": (
        WHOLE, "Requests Closed", "Anliegen erledigt", 1),
    "customer-service/requests-closed-on-time": (
        WHOLE, "Requests On Time", "davon fristgerecht erledigt", 1),
    "water/water-supplied": (
        TENTH, "Water Supplied (MG)", "Wasserabgabe (Tsd. m³)", 3.785411784),
    "water/water-lost": (
        TENTH, "Water Lost (MG)", "Wasserverlust (Tsd. m³)", 3.785411784),
    "water/main-miles": (
        TENTH, "Main Miles", "Rohrnetz (km)", 1.609344),
    "water/main-breaks": (
        WHOLE, "Main Breaks", "Rohrbrüche", 1),
    "water/samples-tested": (
        WHOLE, "Samples", "Trinkwasserproben", 1),
    "water/samples-compliant": (
        WHOLE, "Samples OK", "davon ohne Beanstandung", 1),
}

# The titles of the measures, as the performance report prints them.
ITEMS = {
    "finance/operating-expenditure": "General fund operating expenditure",
    "finance/operating-revenue": "General fund revenue",
    "finance/annual-budget": "Annual general fund budget",
    "finance/unrestricted-reserves": "Unrestricted reserves",
    "finance/debt-service": "Debt service",
    "finance/taxes-due": "Property taxes due",
    "finance/taxes-collected": "Property taxes collected",
    "finance/invoices-paid": "Invoices paid",
    "finance/invoices-paid-on-time": "Invoices paid within 30 days",
    "workforce/positions-budgeted": "Budgeted positions",
    "workforce/positions-vacant": "Vacant positions",
    "workforce/approval-days": "Days from request to advertisement",
    "workforce/recruitment-days": "Days from advertisement to acceptance",
    "workforce/scheduled-hours": "Scheduled hours",
    "workforce/sick-hours": "Hours lost to sickness",
    "public-safety/violent-crimes": "Violent offences",
    "public-safety/property-crimes": "Property offences",
    "public-safety/priority-calls": "Priority 1 police calls",
    "public-safety/priority-response-minutes": "Priority 1 response minutes",
    "public-safety/sworn-officers": "Sworn officers",
    "fire/structure-fires": "Structure fires",
    "fire/structure-fires-contained": "Structure fires kept to the room",
    "fire/emergency-responses": "Emergency responses, fire service",
    "fire/responses-within-standard": "Emergency responses within 6:20",
    "fire/fire-deaths": "Fire deaths",
    "fire/fire-injuries": "Fire injuries",
    "fire/fire-expenditure": "Fire service expenditure",
    "streets/lane-miles": "Lane miles",
    "streets/lane-miles-good": "Lane miles in good condition",
    "streets/maintenance-expenditure": "Street maintenance expenditure",
    "streets/pothole-reports-closed": "Pothole reports closed",
    "streets/pothole-reports-closed-on-time": "Pothole reports closed in 5 days",
    "solid-waste/refuse-collected": "Refuse, tonnes",
    "solid-waste/recycling-collected": "Recyclables, tonnes",
    "solid-waste/organics-collected": "Organics, tonnes",
    "solid-waste/collections-scheduled": "Collections scheduled",
    "solid-waste/collections-missed": "Collections missed",
    "solid-waste/households-served": "Households served",
    "solid-waste/collection-expenditure": "Collection expenditure",
    "parks/maintained-acres": "Park acres",
    "parks/parks-expenditure": "Park maintenance expenditure",
    "parks/recreation-visits": "Recreation visits",
    "parks/residents-near-park": "Residents near a park",
    "customer-service/calls-offered": "Contact centre calls",
    "customer-service/calls-abandoned": "Contact centre calls abandoned",
    "customer-service/requests-received": "Service requests received",
    "customer-service/requests-closed": "Service requests closed",
    "customer-service/requests-closed-on-time": "Service requests closed on time",
    "water/water-supplied": "Water supplied, million gallons",
    "water/water-lost": "Water lost, million gallons",
    "water/main-miles": "Water main miles",
    "water/main-breaks": "Water main breaks",
    "water/samples-tested": "Water samples tested",
    "water/samples-compliant": "Water samples that comply",
}


# ---------------------------------------------------------------- chance

def generator(*names):
    """A generator of its own for each thing named, so that adding one
    figure changes no other."""
    return random.Random("/".join([SEED, *map(str, names)]))


def normal(*names):
    return generator(*names).gauss(0, 1)


def poisson(mean, *names):
    chance = generator(*names, "poisson")
    if mean > 60:
        return max(0, round(chance.gauss(mean, math.sqrt(mean))))
    limit, product, count = math.exp(-mean), chance.random(), 0
    while product > limit:
        product *= chance.random()
        count += 1
    return count


def binomial(size, share, *names):
    chance = generator(*names, "binomial")
    if size > 400:
        drawn = chance.gauss(size * share, math.sqrt(size * share * (1 - share)))
        return min(size, max(0, round(drawn)))
    return sum(chance.random() < share for _ in range(size))


# ---------------------------------------------------------------- a city

def residents(city, year):
    _, _, start, growth, _ = CITIES[city]
    exact = start * (1 + growth / 100) ** (year - 2024)
    return round(exact / 10) * 10 if year > 2024 else start


class Quarter:
    """One city in one quarter: levels with a steady character, a slow
    drift, a season and a little noise."""

    def __init__(self, city, number):
        self.city = city
        self.number = number
        self.name = QUARTERS[number]
        self.season = int(self.name[-1]) - 1
        self.years = number / 4
        self.people = residents(city, min(int(self.name[:4]), 2025))
        self.strain = normal(city, "strain")  # hardship of the place
        self.values = {}

    def character(self, name, strain=0.0):
        own = normal(self.key(name), name)
        return strain * self.strain + math.sqrt(1 - strain * strain) * own

    def key(self, name):
        # Two cities share one fire authority, and so its ways.
        is_joint = self.city in ("eastermere", "fallowgate")
        return "joint-fire" if is_joint and name.startswith("fire") else self.city

    def level(self, name, base, spread, noise=0.03, season=None, drift=0.02, strain=0.0):
        power = spread * self.character(name, strain)
        power += drift * normal(self.city, name, "drift") * self.years
        power += noise * normal(self.city, name, self.name)
        return base * math.exp(power) * (season[self.season] if season else 1)

    def share(self, name, base, spread, noise=0.05, drift=0.08, strain=0.0, shift=0.0):
        power = math.log(base / (1 - base)) + spread * self.character(name, strain) + shift
        power += drift * normal(self.city, name, "drift") * self.years
        power += noise * normal(self.city, name, self.name)
        return 1 / (1 + math.exp(-power))

    def set(self, measure, value):
        rounding = MEASURES[measure][0]
        if rounding == MONEY:
            value = round(value / 100) * 100
        elif rounding == WHOLE:
            value = round(value)
        else:
            value = round(value, 1)
        self.values[measure] = value
        return value

    def events(self, measure, mean):
        return self.set(measure, poisson(mean, self.city, measure, self.name))

    def part(self, measure, whole, share):
        return self.set(measure, binomial(whole, share, self.city, measure, self.name))


def figures(city, number):
    """All figures of a city's quarter, in the order of MEASURES."""
    quarter = Quarter(city, number)
    for step in (finance, workforce, police, fire, streets, waste, parks, contact, water):
        step(quarter)
    return {measure: quarter.values[measure] for measure in MEASURES}


def finance(q):
    yearly = q.people * q.level("spending", 1750, 0.2, noise=0, drift=0.01)
    yearly *= 1.033 ** q.years
    season = [0.97, 0.99, 1.0, 1.04]
    q.set("finance/operating-expenditure",
          yearly / 4 * season[q.season] * math.exp(0.012 * normal(q.city, "opex", q.name)))
    dates = generator(q.city, "tax dates").choice(
        [[0.98, 1.05, 0.95, 1.02], [1.08, 0.95, 0.93, 1.04]])
    revenue = yearly / 4 * (1.09 + 0.02 * q.character("margin", -0.4))
    q.set("finance/operating-revenue",
          revenue * dates[q.season] * math.exp(0.012 * normal(q.city, "revenue", q.name)))
    # The budget is adopted once a fiscal year, which begins in January, and
    # in Northwold Crossing in October.
    begins = 3 if q.city == "northwold-crossing" else 0
    age = ((q.season - begins) % 4) / 4
    adopted = yearly / 1.033 ** age * 1.01
    budget = q.set("finance/annual-budget", round(adopted / 5000) * 5000)
    if q.city == "amberwick":  # lives on its savings
        kept = 0.172 - 0.0142 * q.number
    else:
        kept = min(0.34, q.level("reserves", 0.125, 0.42, noise=0.03, drift=0.05, strain=-0.4))
    q.set("finance/unrestricted-reserves", budget * kept)
    q.set("finance/debt-service", revenue * q.level("debt", 0.078, 0.38, noise=0.02, strain=0.2))
    due = q.set("finance/taxes-due", revenue * 0.37 * dates[q.season])
    q.set("finance/taxes-collected",
          due * q.share("collection", 0.968, 0.4, noise=0.08, strain=-0.5))
    paid = q.events("finance/invoices-paid", q.people * q.level("invoices", 0.05, 0.2))
    prompt = q.share("prompt", 0.87, 0.55, noise=0.12)
    if q.city == "juniper-reach":  # goes over to electronic invoices in 2025-Q3
        prompt = [0.69, 0.71, 0.70, 0.79, 0.86, 0.90, 0.92, 0.93][q.number]
    q.part("finance/invoices-paid-on-time", paid, prompt)


def workforce(q):
    posts = q.people / 1000 * q.level("posts", 8.2, 0.18, noise=0.003, drift=0.01)
    posts = q.set("workforce/positions-budgeted", round(posts * 2) / 2)
    empty = posts * q.share("vacancy", 0.085, 0.35, noise=0.06)
    empty = q.set("workforce/positions-vacant", round(empty * 2) / 2)
    q.set("workforce/approval-days", q.level("approval", 20, 0.38, noise=0.08))
    q.set("workforce/recruitment-days", q.level("recruitment", 50, 0.18, noise=0.06))
    hours = q.set("workforce/scheduled-hours", (posts - empty) * 478)
    winter = [0.16, -0.03, -0.14, 0.05][q.season]
    q.set("workforce/sick-hours", hours * q.share("sickness", 0.04, 0.18, shift=winter))


def police(q):
    warm = [0.90, 1.03, 1.12, 0.95]
    q.events("public-safety/violent-crimes",
             q.people / 1e5 * q.level("violence", 88, 0.42, season=warm, strain=0.75))
    q.events("public-safety/property-crimes",
             q.people / 1e5 * q.level("theft", 470, 0.28, season=warm, strain=0.6))
    calls = q.events("public-safety/priority-calls",
                     q.people / 1000 * q.level("priority", 8.4, 0.2, season=warm, strain=0.4))
    pace = q.level("pace", 7.3, 0.17, noise=0.02)
    if q.city == "thornmouth":  # new dispatch in 2025-Q4
        pace = [9.8, 9.7, 9.9, 9.6, 8.4, 7.6, 7.2, 7.1][q.number]
    q.set("public-safety/priority-response-minutes", calls * pace)
    q.set("public-safety/sworn-officers",
          round(q.people / 1000 * q.level("officers", 1.75, 0.18, noise=0.01, strain=0.4) * 2) / 2)


def fire(q):
    cold = [1.25, 0.92, 0.85, 1.05]
    fires = q.events("fire/structure-fires",
                     q.people / 1e5 * q.level("fires", 21, 0.3, season=cold, strain=0.5))
    q.part("fire/structure-fires-contained", fires, q.share("fire hold", 0.63, 0.3))
    sent = q.events("fire/emergency-responses",
                    q.people / 1000 * q.level("fire calls", 17, 0.15, strain=0.4))
    q.part("fire/responses-within-standard", sent, q.share("fire reach", 0.82, 0.45))
    q.events("fire/fire-deaths", q.people / 1e5 * 0.28 * cold[q.season])
    q.events("fire/fire-injuries", q.people / 1e5 * 1.7 * cold[q.season])
    q.set("fire/fire-expenditure",
          q.people * q.level("fire cost", 49, 0.16, noise=0.02) * 1.033 ** q.years)


def streets(q):
    lanes = q.people / 1000 * q.level("lanes", 4.7, 0.22, noise=0, drift=0.002)
    lanes = q.set("streets/lane-miles", lanes)
    q.set("streets/lane-miles-good",
          lanes * q.share("pavement", 0.61, 0.42, noise=0.01, strain=-0.4))
    q.set("streets/maintenance-expenditure",
          lanes * q.level("paving", 1900, 0.25, noise=0.06, season=[0.45, 1.1, 1.55, 0.9]))
    holes = q.events("streets/pothole-reports-closed",
                     lanes * q.level("potholes", 0.62, 0.35, season=[1.8, 1.3, 0.5, 0.5]))
    q.part("streets/pothole-reports-closed-on-time", holes,
           q.share("pothole pace", 0.79, 0.6, shift=[-0.35, -0.05, 0.2, 0.15][q.season]))


def waste(q):
    homes = q.set("solid-waste/households-served",
                  q.people / 2.45 * q.level("served", 0.92, 0.03, noise=0, drift=0))
    q.set("solid-waste/refuse-collected", homes * q.level("refuse", 0.152, 0.16, noise=0.02))
    q.set("solid-waste/recycling-collected", homes * q.level("recycling", 0.047, 0.28, noise=0.02))
    organics = homes * q.level("organics", 0.030, 0.3, season=[0.4, 1.3, 1.4, 0.9])
    if q.city == "kestrel-falls":  # the green bin comes in 2025-Q3
        organics *= [0, 0, 0, 0.45, 0.75, 0.9, 1, 1][q.number]
    q.set("solid-waste/organics-collected", organics)
    rounds = generator(q.city, "rounds").choice([26, 26, 32.5])
    stops = q.set("solid-waste/collections-scheduled", homes * rounds)
    rate = q.level("missed", 6.2, 0.5, noise=0.1, season=[1.25, 0.95, 0.9, 1.0])
    q.events("solid-waste/collections-missed", stops / 1e4 * rate)
    q.set("solid-waste/collection-expenditure",
          homes * q.level("collection cost", 31, 0.18, noise=0.02) * 1.033 ** q.years)


def parks(q):
    acres = q.set("parks/maintained-acres",
                  q.people / 1000 * q.level("acres", 7.4, 0.36, noise=0, drift=0.002))
    q.set("parks/parks-expenditure",
          acres * q.level("park cost", 1550, 0.28, noise=0.04, season=[0.6, 1.25, 1.3, 0.85]))
    q.set("parks/recreation-visits",
          q.people * q.level("visits", 0.84, 0.3, noise=0.05, season=[0.8, 1.05, 1.4, 0.75]))
    q.set("parks/residents-near-park", q.people * q.share("walk", 0.66, 0.45, noise=0.005))


def contact(q):
    calls = q.events("customer-service/calls-offered",
                     q.people * q.level("calls", 0.105, 0.25, strain=0.2))
    q.part("customer-service/calls-abandoned", calls, q.share("abandon", 0.075, 0.5, noise=0.1))
    asked = q.events("customer-service/requests-received",
                     q.people / 1000 * q.level("requests", 41, 0.38, 0.03, [1, 1.1, 1.05, 0.85]))
    done = q.part("customer-service/requests-closed", asked, q.share("closed", 0.95, 0.3))
    q.part("customer-service/requests-closed-on-time", done, q.share("on time", 0.84, 0.5))


def water(q):
    used = q.people * 91 * 104 / 1e6
    supplied = q.set("water/water-supplied",
                     used * q.level("water use", 1, 0.14, 0.02, [0.9, 1.0, 1.18, 0.92]))
    q.set("water/water-lost", supplied * q.share("leaks", 0.135, 0.38, noise=0.05, strain=0.3))
    mains = q.set("water/main-miles",
                  q.people / 1000 * q.level("mains", 3.1, 0.2, noise=0, drift=0.002))
    q.events("water/main-breaks",
             mains / 100 * q.level("breaks", 4.9, 0.4, season=[1.5, 0.8, 0.7, 1.0], strain=0.3))
    taken = q.set("water/samples-tested", 36 + q.people / 1000 * 0.8)
    q.part("water/samples-compliant", taken, q.share("clean", 0.994, 0.5))


def road_casualties(city, number):
    q = Quarter(city, number)
    dry = [0.88, 1.02, 1.12, 0.98]
    hurt = q.people / 1e5 * q.level("roads", 13.5, 0.28, season=dry)
    killed = poisson(hurt * 0.15, city, "killed", q.name)
    return killed, poisson(hurt, city, "seriously injured", q.name)


# ---------------------------------------------------------------- a file

def reported(city, number):
    """What the city writes for each measure: a number, or a mark; measures
    that it has nothing to say about are None."""
    name = QUARTERS[number]
    cells = dict(figures(city, number))
    for other, prefix, first in LEFT_OUT:
        for measure in cells:
            if other == city and measure.startswith(prefix) and name >= first:
                cells[measure] = None
    for other, measure, quarters, mark in MARKS:
        if other == city and (quarters is None or name in quarters):
            cells[measure] = mark
    return cells


def status(city, measure, name):
    for other, marked, quarters, code in STATUSES:
        if (other, marked) == (city, measure) and (quarters is None or name in quarters):
            return code
    return ""


def plain(value):
    if value is None or isinstance(value, str):
        return value or ""
    return f"{value:.1f}" if isinstance(value, float) and value != int(value) else str(int(value))


def table(rows, delimiter=",", encoding="utf-8", newline="\n", quoting=csv.QUOTE_MINIMAL):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=newline, quoting=quoting).writerows(rows)
    return text.getvalue().encode(encoding)


def code_of_return(measure):
    domain, _ = measure.split("/")
    names = [name for name in MEASURES if name.startswith(domain + "/")]
    letters = {
        "finance": "FIN", "workforce": "HR", "public-safety": "POL", "fire": "FIR",
        "streets": "STR", "solid-waste": "SWM", "parks": "PRK",
        "customer-service": "CSC", "water": "WAT",
    }
    return f"{letters[domain]}{names.index(measure) + 1:02}"


def quarterly_return(city, number, change=None, only=""):
    """Long, one row a figure; comma, ISO quarters, a status column."""
    name = QUARTERS[number]
    rows = [["City", "Quarter", "Code", "Value", "Status", "Note"]]
    for measure, value in reported(city, number).items():
        if value is None or not measure.startswith(only):
            continue
        if change:
            value = change(measure, value)
        code = status(city, measure, name)
        note = "from the 2023 audit" if code == "e" else ""
        rows.append(["City of " + CITIES[city][0], name, code_of_return(measure),
                     plain(value), code, note])
    return table(rows)


def indicator_sheet(city, number):
    """Wide, one row a quarter, the last quarter repeated; money in thousands.
    """
    rows = [["Municipality", "Quarter", *[entry[1] for entry in MEASURES.values()], "Prepared by"]]
    for position in [number - 1, number]:
        if position < 0:
            continue
        year, quarter = QUARTERS[position].split("-")
        cells = []
        for measure, value in reported(city, position).items():
            value = "-" if value is None else value
            is_restated = (city, measure, position, number) == (
                "ironquay", "finance/operating-expenditure", 4, 5)
            if is_restated:  # a late invoice
                value += 1250000
            if MEASURES[measure][0] == MONEY and not isinstance(value, str):
                value = value / 1000
            cells.append(plain(value))
        rows.append([f"CITY OF {CITIES[city][0].upper()}", f"{quarter} {year}", *cells,
                     "Budget Office"])
    return table(rows, newline="\r\n")


def bericht(city, number):
    """Wide, semicolons, decimal comma, metric units, Windows-1252."""
    rows = [["Stadt", "Quartalsende", *[entry[2] for entry in MEASURES.values()], "Bemerkung"]]
    cells = []
    for measure, value in reported(city, number).items():
        factor = MEASURES[measure][3]
        if value is None or isinstance(value, str):
            cells.append(value or "-")
        elif MEASURES[measure][0] == WHOLE:
            cells.append(f"{value:,}".replace(",", "."))
        else:
            marks = str.maketrans(",.", ".,")
            digits = 1 if factor == 0.001 or factor == 1 else 2
            cells.append(f"{value * factor:,.{digits}f}".translate(marks))
    remark = "Zahlen geprüft" if number % 2 else ""
    rows.append([CITIES[city][0], quarter_end(number, "{2}.{1}.{0}"), *cells, remark])
    return table(rows, delimiter=";", encoding="cp1252", newline="\r\n")


def quarter_end(number, form):
    year, quarter = QUARTERS[number].split("-Q")
    ends = {"1": ("03", "31"), "2": ("06", "30"), "3": ("09", "30"), "4": ("12", "31")}
    month, day = ends[quarter]
    return form.format(year, month, day)


def performance_report(city, number):
    """Long below three rows of title; thousands marks in quotes."""
    ended = quarter_end(number, "{0}-{1}-{2}")
    rows = [
        [f"City of {CITIES[city][0]}"],
        ["Quarterly Performance Report"],
        ["Amounts in dollars unless stated; n/a = not collected"],
        ["Item", "Quarter ended", "Amount", "Remarks"],
    ]
    for measure, value in reported(city, number).items():
        if value is None:
            continue
        if not isinstance(value, str):
            is_whole = value == int(value)
            value = f"{int(value):,}" if is_whole else f"{value:,.1f}"
        row = [ITEMS[measure], ended, value, ""]
        if (city, QUARTERS[number]) == ("cinderbrook", "2026-Q1"):
            row = spoiled(measure, row)
        rows.append(row)
        if (city, QUARTERS[number], measure) == (
                "cinderbrook", "2026-Q1", "parks/residents-near-park"):
            rows.append(["Cemetery plots sold", ended, "38", "new line"])
    return table(rows)


def spoiled(measure, row):
    """The faults that a hurried clerk typed."""
    if measure == "public-safety/priority-calls":
        return [row[0], row[1], "1,2O4", "letter O"]
    if measure == "workforce/approval-days":
        return [row[0], row[1], "12.5.3", ""]
    if measure == "parks/maintained-acres":
        return row[:2]
    return row


def figures_only(city, number):
    """Key and value with tabs; city and quarter stand in the path only."""
    rows = [["key", "value"]]
    for measure, value in reported(city, number).items():
        if value is not None:
            rows.append([measure.replace("/", ".").replace("-", "_"), plain(value)])
    return table(rows, delimiter="\t")


def fiscal_return(city, number):
    """Long, quarters of a fiscal year that begins in October."""
    year, quarter = QUARTERS[number].split("-Q")
    fiscal = int(year) + (quarter == "4")
    label = f"FY{fiscal} Q{int(quarter) % 4 + 1}"
    rows = [["Fiscal Quarter", "Line", "Description", "Actual", "Budget"]]
    for position, (measure, value) in enumerate(reported(city, number).items()):
        is_money = MEASURES[measure][0] == MONEY
        budget = plain(round(value * 1.02 / 1000) * 1000) if is_money else ""
        rows.append([label, 1000 + 10 * position, ITEMS[measure], plain(value), budget])
    return table(rows)


SHAPES = {
    "return": ("return-{0}.csv", quarterly_return),
    "indicators": ("quarterly-indicators-{0}.csv", indicator_sheet),
    "bericht": ("quartalsbericht-{0}.csv", bericht),
    "report": ("performance-report-{0}.csv", performance_report),
    "figures": ("figures.tsv", figures_only),
    "fiscal": ("fiscal-return-{0}.csv", fiscal_return),
}


# ---------------------------------------------------------------- the folder

def extra_zero(measure, value):
    return value * 10 if measure == "finance/operating-expenditure" else value


def wrong_year(measure, value):
    return round(value * 0.87 / 100) * 100 if value > 100000 else round(value * 0.87)


def submissions():
    """Path and bytes of every file."""
    for number, name in enumerate(QUARTERS):
        for city, (_, shape, *_) in CITIES.items():
            if (city, name) in NO_FILE:
                continue
            file, write = SHAPES[shape]
            path = f"{name}/{city}/{file.format(name)}"
            if (city, name) == ("harbour-point", "2025-Q2"):
                yield path, quarterly_return(city, number, change=extra_zero)
                yield path.replace(".csv", "-corrected.csv"), write(city, number)
            else:
                yield path, write(city, number)
        rows = [["place", "killed", "seriously_injured", "crashes"]]
        for city, (place, *_) in CITIES.items():
            killed, hurt = road_casualties(city, number)
            crashes = round((killed + hurt) * 8.5) + poisson(12, city, "crashes", name)
            rows.append([place.upper(), killed, hurt, crashes])
        yield f"{name}/crash-registry/casualties.csv", table(rows)
        yield f"{name}/crash-registry/casualties-by-road-user.csv", by_road_user(number)
    yield "2025-Q3/kestrel-falls/finance-wrong.csv", quarterly_return(
        "kestrel-falls", 3, change=wrong_year, only="finance/")
    for year in [2024, 2025]:
        rows = [["city", "year", "residents"]]
        rows += [[CITIES[city][0], year, residents(city, year)] for city in CITIES]
        yield f"{year}/consortium-office/population.csv", table(rows)


# How those who are hurt were travelling, in the words of the crash reports,
# with their usual part of all.
ROAD_USERS = {
    "PEDESTRIAN": 0.21, "BICYCLIST": 0.1, "MOTORCYCLIST": 0.16, "DRIVER": 0.46,
    "TRUCK": 0.03, "NOT STATED": 0.04,
}


def by_road_user(number):
    """The same casualties, one row a city and way of travelling."""
    rows = [["place", "road_user", "killed", "seriously_injured"]]
    for city, (place, *_) in CITIES.items():
        left = road_casualties(city, number)
        rest = 1.0
        for user, part in ROAD_USERS.items():
            share = min(1.0, part / rest)
            rest -= part
            names = (city, "road user", user, QUARTERS[number])
            hurt = [binomial(count, share, kind, *names) for kind, count in zip("kh", left)]
            if user == "NOT STATED":
                hurt = left
            left = [count - taken for count, taken in zip(left, hurt)]
            rows.append([place.upper(), user, *hurt])
    return table(rows)


def attributes():
    rows = [["city", "attribute", "value", "valid_from", "valid_to", "source"]]
    for city, (*_, region) in CITIES.items():
        source = "invented"
        rows.append([city, "population", residents(city, 2024), "", "2025-01-01", source])
        rows.append([city, "population", residents(city, 2025), "2025-01-01", "", source])
        rows.append([city, "region", region, "", "", source])
    return table(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).parent)
    folder = parser.parse_args().out / "consortium"
    shutil.rmtree(folder / "submissions", ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "attributes.csv").write_bytes(attributes())
    count = 0
    for path, content in submissions():
        file = folder / "submissions" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        count += 1
    print(f"{count} files in {folder / 'submissions'}")


if __name__ == "__main__":
    main()
