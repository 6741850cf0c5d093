"""For each schema of the standard a file without faults that uses all its keys, and changes to
such files that a schema must refuse."""

import copy

import plain_yaml

MEASURE = """
name: structure-fires
title: Structure fires
definition: Fires in buildings.
unit: count
kind: flow
quarter_to_year: none
service: fire
plausible: {minimum: 0, maximum: 500, reason: Twice the largest., year: {minimum: 1, maximum: 900}}
change: {percent: 30, absolute: 10, reason: Fires are many.}
minutes: 5
source: The incident log.
includes: [Fires put out before arrival]
excludes: [Vehicle fires]
breakdowns: [property-type]
synonyms: [STRUCT_FIRES]
part_of: [fire/fires]
sum_of: {measures: [fire/house-fires, fire/shop-fires], tolerance: 0.5}
additive: false
required: true
cost: own_staff
population: resident
margin_of: fire/fires
level: 0.90
rulings:
  - {number: 1, question: "Do sheds count?", answer: They do., date: 2026-10-01}
codes: {census_function: "24", cofog: ["03.2"], iso_37120: "14.2", sdg: "11.5.2"}
supersedes: fire/building-fires
changes:
  - version: 1.1.0
    date: 2027-01-01
    what: Sheds count.
    comparable: false
    restated: false
    correction: true
"""

METRIC = """
title: Structure fires per 1,000 residents
question: How often does a building burn?
definition: Divides fires by residents.
formula:
  ratio: {numerator: [fire/a, fire/b], less: fire/c, denominator: people/p, multiplier: 1000}
unit: per-1000-residents
polarity: target
target: {from: 0, to: 1}
kind: outcome
uncertainty: events
meaningful_difference: {percent: 10}
decimals: 2
max_age: P2Y
service: fire
population: resident
annualised: true
cost_basis: direct
accounting_basis: [cash, accrual]
comparable_modes: [own_staff, joint]
fiscal_years: any_ending
plausible: {minimum: 0}
change: {percent: 50, absolute: 5}
breakdowns: property-type
prices: {series: consumer-prices, parity: true}
compare: peers
symmetric: false
disclosure: {minimum_count: 5, minimum_denominator: 30}
influencing_factors: [Age of buildings]
perverse_incentive: Calling fires something else.
owner: The fire panel
review: 2027-09-30
valid_from: 2026-10-01
supersedes: fire/building-fire-rate
rulings: [{number: 1, question: "Which residents?", answer: Those of the last census.}]
codes: {sdg: "11.5.2"}
changes: [{version: 1.0.1, date: 2026-12-01, what: Wording., comparable: true}]
"""

# Every way in which a metric may be built.
FORMULAS = """
- {reported: fire/a}
- {sum: [fire/a, fire/b]}
- {difference: {plus: fire/a, minus: [fire/b]}}
- {ratio: {numerator: fire/a, denominator: fire/b}}
- {share: {part: fire/a, whole: [fire/a, fire/b]}}
- {mean: {total: fire/a, count: fire/b, sum_of_squares: fire/c}}
- {percentile: {measure: fire/a, percent: 90, count: fire/b}}
- {rate_of_change: {of: fire/a, over: P12M}}
- {index: {of: fire/a, base: 2025}}
- direct_standardised:
    {cases: fire/a, population: people/p, breakdown: age, weights: {age-young: 0.8, age-old: 0.2},
     multiplier: 1000, standard: National 2020}
- indirect_standardised:
    {cases: fire/a, population: people/p, breakdown: age, rates: {age-young: 0.1, age-old: 0.2},
     standard: National 2020}
"""

LISTS = {
    "standard": """
id: sample
version: 1.2.3
title: Sample
valid_from: 2026-10-01
""",
    "units": """
dimensions:
  money: {definition: Dollars.}
  persons: {definition: People., counted: true}
units:
  thousand-usd: {label: thousand, dimension: money, factor: 1000, prefix: $}
  percent: {label: "%", dimension: share, factor: 0.01}
  usd-per-resident: {label: per resident, dimension: money / persons}
  odd: {label: odd, dimension: money * money / persons * persons}
""",
    "services": """
services:
  fire: {title: Fire, definition: Puts out fires., population: served}
""",
    "breakdowns": """
breakdowns:
  age:
    title: Age
    definition: Age in whole years.
    ordered: true
    reference: age-old
    values:
      age-young: {title: Under 65}
      age-old: {title: 65 and over, unknown: false}
    crosswalks:
      letters: {"Y": age-young, "": age-old}
""",
    "prices": """
series:
  consumer-prices: {title: Consumer prices, definition: What households buy., base: "2020"}
  wages: {title: Wages, definition: What employers pay., base: 2020-Q4}
""",
    "recognition": """
levels:
  - {id: bronze, title: Bronze, from: 50}
rules:
  - {id: core, title: Core, points: 20, coverage: {of: verified, measures: required}}
  - id: inventory
    title: Inventory
    points: 2.5
    practice:
      criterion: The city lists its data.
      group: data
      checklist: [It is complete, It is public]
      needed: 1
      evidence: [document, link]
      requires: [core]
""",
}

PROPOSAL = """
proposal:
  {proposed: 2026-10-01, by: The panel, consulted_until: 2026-12-31, adopted_from: 2027-07-01,
   replaces: fire/a}
"""

# A choice by likeness with every key, then the other kinds of peer groups.
PEER_GROUPS = """
- title: Alike
  metrics: fire/*
  minimum: 3
  visibility: shared
  valid: {from: "2024-07-01", to: "2028-07-01"}
  neighbours:
    k: 10
    variables:
      - {attribute: population, title: Residents, transform: log, weight: 2}
      - {attribute: income, fallback: income-2019, margin: income-margin, level: 0.9}
    eligible:
      list: [ashford, bexley]
      bands: [{attribute: population, from: 1000, below: 9000}]
      same: [region]
      service: fire-rescue
      modes: equal
- {title: Own, visibility: private, own_lists: {ashford: [bexley]}}
- title: Read
  own_lists: {from: {file: a.csv, mapping: {owner: A, city: B, where: {C: 1}}}}
- {title: Band, rule: {measure: people/population, period: 2026-Q3, from: 5}}
"""


def samples():
    """Lists of good files by the name of their schema; the first of each uses all keys."""
    metric = plain_yaml.read(METRIC)
    measure = plain_yaml.read(MEASURE)
    good = {name: [plain_yaml.read(text)] for name, text in LISTS.items()}
    good["measures"] = [{"measures": [measure]}, {"measures": measure}]
    good["metric"] = [metric]
    for formula in plain_yaml.read(FORMULAS):
        other = copy.deepcopy(metric)
        other.update(formula=formula, compare="standard", symmetric="mean" in formula)
        good["metric"].append(other)
    good["peer-group"] = plain_yaml.read(PEER_GROUPS)
    proposal = plain_yaml.read(PROPOSAL)
    good["proposal"] = [{**proposal, "metric": metric, "measures": [measure]}]
    return good


# What a schema must refuse: the schema, the place of the change in the first sample of it, what
# stands there then (DROP: nothing), what is wrong.
DROP = object()
FAULTS = [
    ("standard", ["version"], "1.0", "a version of two numbers"),
    ("standard", ["id"], "My Standard", "an id with a blank"),
    ("standard", ["valid_from"], "October", "a date that is none"),
    ("standard", ["title"], DROP, "a standard without a title"),
    ("units", ["units", "Per Head"], {}, "a unit id with a blank"),
    ("units", ["units", "percent", "factor"], 0, "a factor of 0"),
    ("units", ["units", "percent", "dimension"], "money per person", "a dimension in words"),
    ("units", ["units", "percent", "dimension"], "a / b / c", "a dimension with two slashes"),
    ("units", ["dimensions", "share"], {"definition": "Shares."}, "a built-in dimension"),
    ("units", ["dimensions", "money", "counts"], True, "a typo in a key of a dimension"),
    ("units", ["dimensions"], DROP, "units without dimensions"),
    ("services", ["services", "fire", "definition"], "Puts out fires", "no full stop"),
    ("services", ["services", "fire", "population"], "users", "an unknown population"),
    ("services", ["service"], {}, "an unknown key"),
    ("breakdowns", ["breakdowns", "age", "values", "total"], {"title": "All"}, "a group total"),
    ("breakdowns", ["breakdowns", "age", "values", "age-old"], DROP, "a single group"),
    ("breakdowns", ["breakdowns", "age", "values", "age-old", "unknown"], "yes",
     "a word for true"),
    ("breakdowns", ["breakdowns", "age", "crosswalks", "letters", "Y"], 1, "a code for no group"),
    ("breakdowns", ["breakdowns", "age", "definition"], DROP, "a breakdown without a definition"),
    ("prices", ["series", "wages", "base"], "lately", "a base that is no period"),
    ("prices", ["series", "wages", "base"], DROP, "a series without a base"),
    ("prices", ["series", "wages", "values"], [1, 2], "index values in the standard"),
    ("recognition", ["levels", 0, "from"], 120, "a level above all points"),
    ("recognition", ["rules", 0, "points"], 0, "a rule for no points"),
    ("recognition", ["rules", 0, "practice"], {}, "a rule of both kinds"),
    ("recognition", ["rules", 0, "coverage"], DROP, "a rule of no kind"),
    ("recognition", ["rules", 0, "coverage", "of"], "seen", "an unknown state"),
    ("recognition", ["rules", 0, "coverage", "measures"], "all", "measures in a word"),
    ("recognition", ["rules", 1, "practice", "needed"], -1, "fewer than no items"),
    ("measures", ["measures", 0, "kind"], "level", "an unknown kind"),
    ("measures", ["measures", 0, "part_of"], [], "a part of nothing"),
    ("measures", ["measures", 0, "sum_of", "measures"], ["fire/fires"], "a sum of one"),
    ("measures", ["measures", 0, "sum_of", "tolerance"], DROP, "a sum without its tolerance"),
    ("measures", ["measures", 0, "unit"], DROP, "a measure without a unit"),
    ("measures", ["measures", 0, "name"], "Structure fires", "a name with a blank"),
    ("measures", ["measures", 0, "kind"], DROP, "a measure without a kind"),
    ("measures", ["measures", 0, "quarter_to_year"], DROP, "a percentile that is summed"),
    ("measures", ["measures", 0, "level"], DROP, "a margin without a level"),
    ("measures", ["measures", 0, "level"], 90, "a level in per cent"),
    ("measures", ["measures", 0, "margin_of"], DROP, "a level without a margin"),
    ("measures", ["measures", 0, "service"], DROP, "a cost without a service"),
    ("measures", ["measures", 0, "cost"], "staff", "an unknown cost"),
    ("measures", ["measures", 0, "population"], "served", "users as a measure"),
    ("measures", ["measures", 0, "plausible"], {"reason": "None."}, "a range without an end"),
    ("measures", ["measures", 0, "plausible", "years"], {}, "a typo in a range"),
    ("measures", ["measures", 0, "change"], {"reason": "None."}, "a change without a limit"),
    ("measures", ["measures", 0, "change", "percent"], 0, "a change of nothing"),
    ("measures", ["measures", 0, "minutes"], -1, "minutes below 0"),
    ("measures", ["measures", 0, "additive"], "no", "an additive that is not true or false"),
    ("measures", ["measures", 0, "breakdowns"], ["Age band"], "a breakdown with a blank"),
    ("measures", ["measures", 0, "codes", "census"], "24", "an unknown list of codes"),
    ("measures", ["measures", 0, "codes", "census_function"], 24, "a code that is a number"),
    ("measures", ["measures", 0, "rulings", 0, "number"], 0, "a ruling without a number"),
    ("measures", ["measures", 0, "rulings", 0, "question"], "Sheds.", "no question"),
    ("measures", ["measures", 0, "rulings", 0, "answer"], DROP, "a ruling without an answer"),
    ("measures", ["measures", 0, "changes", 0, "date"], "2027-01-15", "a change within a month"),
    ("measures", ["measures", 0, "changes", 0, "comparable"], DROP, "a change that hides a break"),
    ("measures", ["measures", 0, "changes", 0, "what"], "Sheds", "a change without a full stop"),
    ("metric", ["polarity"], "high_is_good", "an unknown polarity"),
    ("metric", ["polaritty"], "high_good", "a typo in a key"),
    ("metric", ["definition"], DROP, "a missing definition"),
    ("metric", ["question"], "How often.", "no question mark"),
    ("metric", ["target"], DROP, "a target polarity without target"),
    ("metric", ["polarity"], "low_good", "a target without a target polarity"),
    ("metric", ["decimals"], 12, "twelve decimals"),
    ("metric", ["meaningful_difference"], DROP, "no smallest gap worth a word"),
    ("metric", ["meaningful_difference", "absolute"], 1, "two kinds of gap"),
    ("metric", ["meaningful_difference", "percent"], 0, "a gap of 0"),
    ("metric", ["max_age"], "12 months", "an age that is no duration"),
    ("metric", ["population"], "visitors", "an unknown population"),
    ("metric", ["cost_basis"], "gross", "an unknown cost basis"),
    ("metric", ["accounting_basis"], ["budget"], "an unknown accounting basis"),
    ("metric", ["comparable_modes"], ["none"], "a mode that provides nothing"),
    ("metric", ["service"], DROP, "modes without a service"),
    ("metric", ["fiscal_years"], "all", "unknown fiscal years"),
    ("metric", ["prices"], {"parity": True}, "parity without a series"),
    ("metric", ["compare"], "everybody", "an unknown comparison"),
    ("metric", ["symmetric"], True, "a symmetric ratio"),
    ("metric", ["disclosure", "minimum_count"], 0, "a disclosure of nothing"),
    ("metric", ["review"], "next year", "a review without a date"),
    ("metric", ["formula"], {}, "an empty formula"),
    ("metric", ["formula"], {"reported": "a/b", "sum": ["a/b"]}, "two formulas"),
    ("metric", ["formula"], {"median": "a/b"}, "an unknown formula"),
    ("metric", ["formula"], {"reported": ["a/b"]}, "a list of reported measures"),
    ("metric", ["formula"], {"reported": "fires"}, "an id without a domain"),
    ("metric", ["formula"], {"sum": []}, "a sum of nothing"),
    ("metric", ["formula"], {"difference": {"plus": "a/b"}}, "a difference from nothing"),
    ("metric", ["formula", "ratio", "multiplier"], 0, "a multiplier of 0"),
    ("metric", ["formula", "ratio", "denominator"], DROP, "a ratio without a denominator"),
    ("metric", ["formula"], {"share": {"part": "a/b", "whole": "a/c", "multiplier": 100}},
     "a share with a multiplier"),
    ("metric", ["formula"], {"mean": {"total": "a/b"}}, "a mean of no count"),
    ("metric", ["formula"], {"percentile": {"measure": "a/b", "percent": 100}},
     "a 100th percentile"),
    ("metric", ["formula"], {"rate_of_change": {"of": "a/b", "over": "P0M"}}, "no time between"),
    ("metric", ["formula"], {"index": {"of": "a/b", "base": "2025-Q1"}}, "a base within a year"),
    ("metric", ["formula"], {"direct_standardised": {
        "cases": "a/b", "population": "a/c", "breakdown": "age", "weights": {"old": 1, "young": 0},
        "standard": "N"}}, "a group without weight"),
    ("metric", ["formula"], {"indirect_standardised": {
        "cases": "a/b", "population": "a/c", "breakdown": "age", "rates": {"old": 1, "young": 2},
        "standard": "N"}}, "an indirect ratio compared with peers"),
    ("proposal", ["proposal", "by"], DROP, "a proposal by nobody"),
    ("proposal", ["proposal", "proposed"], "soon", "a proposal without a date"),
    ("proposal", ["proposal", "until"], "2026-12-31", "a typo in the terms"),
    ("proposal", ["metric", "unit"], DROP, "a proposed metric without a unit"),
    ("proposal", ["measures", 0, "kind"], "level", "a proposed measure of no kind"),
]


def changed(value, path, new):
    """A copy of a file with one place set to something else or dropped."""
    value = copy.deepcopy(value)
    part = value
    for step in path[:-1]:
        part = part[step]
    if new is DROP:
        del part[path[-1]]
    else:
        part[path[-1]] = new
    return value
