"""The Connecticut towns against the averages and ranks of their state.

Run by ../known-answers.sh.
"""

import collections
import glob
import os
import re

from answers import close, data, rows_of

TABLES = data("ct_fiscal", "csv", "2016")
TOWN_COLUMNS = ("Municipality", "MUNICIPALITY", "Entity")


def calendar(year):
    """The key of a calendar year: its first month and length."""
    return f"{year}-01", 12


def fiscal(text):
    """The key of a fiscal year, "2011-12", or "2012" for the one that ends then."""
    return f"{text[:4] if '-' in text else int(text) - 1}-07", 12


def year_or_month(text):
    """The key of "2015" or "October 2017"."""
    return (text[-4:] + "-10", 1) if "October" in text else calendar(text)


# The further tables, in the order in which they are loaded: the mapping, a pattern of
# file names, how a year is read, and patterns of headers with the measure. The year
# stands in the header, else in the file's name; "2016" where neither says it.
FURTHER = [
    ("mill-rates", r"ACMR 201[0-4] GL Year", fiscal, {
        r"Mill ?[Rr]ates? +FY (.*)": "property/mill-rate"}),
    ("mill-rates-by-kind", r"ACMR 201[56] GL Year", fiscal, {
        r"Mill Rate FY (.*)": "property/mill-rate",
        r"Mill Rate - Real & Personal Property - FY (.*)": "property/mill-rate-real",
        r"Mill Rate - Motor Vehicle - FY (.*)": "property/mill-rate-vehicles"}),
    ("tax-exempt-property", r"2015 (GL Data - )?Tax Exempt Property.*", calendar, {
        r"(2015) Net GL": "property/net-grand-list",
        r"(2015) GL Tax Exempt Property": "property/tax-exempt",
        r"Total Assessed Value (2015) GL": "property/assessed-total"}),
    ("net-grand-lists", r"NetGL\d{4}", calendar, {
        r"Net Grand List - (.*) GL Year": "property/net-grand-list"}),
    ("equalized-grand-lists", r"ENGL ?\d{4} GL Year", calendar, {
        r"Equalized Net Grand List GLYR (.*)": "property/equalized-net-grand-list"}),
    ("grand-list-parts", r"GL Components (\d{4}) GL Year.*", calendar, {
        "RESIDENTIAL": "property/residential", "COMMERCIAL": "property/commercial",
        "INDUSTRIAL": "property/industrial", "PUBLIC UTILITY": "property/public-utility",
        "APARTMENT": "property/apartment", "TOTAL NET MV": "property/motor-vehicles",
        "TOTAL NET PERS PROP": "property/personal-property",
        "TOTAL NET GRAND LIST": "property/net-grand-list"}),
    ("family-assistance", r"TANF .*", fiscal, {
        r"(\d{4}) TANF RECIPIENTS": "people/tanf-recipients"}),
    ("school-spending", r"NCEADM.*", fiscal, {
        r"ADM (.*)": "people/enrolment", r"NCE (.*)": "accounts/net-current-expenditure"}),
    ("labor", r".*Labor .*", year_or_month, {
        r"(.*) Labor Force": "people/labor-force", r"(.*) Unemployed": "people/unemployed"}),
    ("permits", r"Permits by Town (\d{4}) Calendar Year", calendar, {
        "Total Units": "homes/units-permitted", "1 Unit": "homes/in-one-unit",
        "2 Unit": "homes/in-two-units", "3 and 4 Units": "homes/in-three-or-four",
        "5 Units or More": "homes/in-five-or-more", "Demolitions": "homes/demolitions",
        "Valuation of Total Units": "homes/valuation"}),
    ("tax-collection", r"(2016) Tax Collection Data Table", fiscal, {
        "Curr_Year_Taxes_Collected": "accounts/current-taxes-collected",
        "Curr_Year_Adjusted_Taxes_Collectible": "accounts/current-taxes-collectible",
        "Total_Taxes_Collected": "accounts/total-taxes-collected",
        "Total_Adjusted_Taxes_Collectible": "accounts/total-taxes-collectible"}),
    ("per-capita-income", r"Per Capita Income - 2016 Table", calendar, {
        r"PER CAPITA INCOME - (2016) ESTIMATE": "people/per-capita-income"}),
    ("household-income", r"Median Household Income .*", calendar, {
        r"MEDIAN HOUSEHOLD INCOME - (2016) ESTIMATE": "people/median-household-income"}),
    ("home-values", r"Median Value .*", calendar, {
        r"Median Home Values - (2016) Estimate": "property/median-home-value",
        "Margin of Error": "property/median-home-value-margin"}),
    ("area", r"Area - (2010) Census", calendar, {"AREA": "property/land-area"}),
    ("pension-plan-counts", r"Pension Main Table from (\d{4}) Audits", fiscal, {
        "DBplans": "pensions/defined-benefit-plans",
        "DCplans": "pensions/defined-contribution-plans",
        "CSplans": "pensions/cost-sharing-plans"}),
    ("retiree-health-plan-counts", r"OPEB Main Table from (\d{4}) Audits", fiscal, {
        "DBplans": "pensions/retiree-health-defined-benefit-plans",
        "DCplans": "pensions/retiree-health-defined-contribution-plans",
        "CSplans": "pensions/retiree-health-cost-sharing-plans"}),
    ("pension-plans-to-2013", r"Pension Data Table from (201[23]) Audits", fiscal, {
        "Number of Members:": "pensions/members", "req'd emplyr contrib": "pensions/required",
        "emplyr contrib made": "pensions/paid", "GASB27 AAL": "pensions/accrued-liability",
        "GASB27 AssetValue": "pensions/actuarial-assets"}),
    ("pension-plans", r"Pension Data Table from (201[456]) Audits", fiscal, {
        "Number of Members:": "pensions/members",
        "Emplyr Required ADC-GASB67": "pensions/required",
        "Emplyr Contribution-GASB67": "pensions/paid",
        "Total Pension Liability-GASB6768": "pensions/total-liability",
        "Plan Fiduciary Net Position-GASB6768": "pensions/net-position"}),
    ("retiree-health-plans", r"OPEB Data Table from (\d{4}) Audits", fiscal, {
        "Number of Members:": "pensions/retiree-health-members",
        "req'd emplyr contrib": "pensions/retiree-health-required",
        "emplyr contrib made": "pensions/retiree-health-paid",
        "GASB45 AAL": "pensions/retiree-health-liability",
        "GASB45 AssetValue": "pensions/retiree-health-assets"}),
]
# The mappings in which the rows of a town are added up.
SUMMED = {"pension-plans-to-2013", "pension-plans", "retiree-health-plans"}
LOADED = []


def load(consortium):
    """Loads all tables and compares all periods."""
    consortium.load("fiscin", *(table(f"FISCIN{year}") for year in range(12, 17)))
    consortium.load("per-capita-income", table("Per Capita Income Sorted - 2016"))
    for mapping, pattern, period, columns in FURTHER:
        names = [name for name in table_names() if re.fullmatch(pattern, name)]
        submissions = consortium.load(mapping, *map(table, names))
        for name, submission in zip(names, submissions):
            in_name = re.fullmatch(pattern, name).groups()
            year = next((text for text in in_name if text and text.isdigit()), "2016")
            LOADED.append((mapping, name, period, columns, year, submission))
    consortium.compare()


def table_names():
    """Returns the names of all tables of the source, without .csv."""
    paths = glob.glob(os.path.join(TABLES, "*.csv"))
    return sorted(os.path.basename(path).removesuffix(".csv") for path in paths)


def table(name):
    """Returns the path of one table of the source."""
    return os.path.join(TABLES, name + ".csv")


BANDS = {
    "under-10-thousand": ("avg under 10,000", 72),
    "10-30-thousand": ("avg 10-30 thousand", 66),
    "30-70-thousand": ("avg 30-70 thousand", 23),
    "over-70-thousand": ("avg over 70 thousand", 8),
    "all-municipalities": ("avg all municipalities", 169),
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


def check_band_means(consortium, checks):
    """The five tables of averages by population band."""
    statistics = {
        (metric, group): (mean, contributors)
        for metric, group, mean, contributors in consortium.rows(
            "select metric, peer_group, mean, contributors from member.peer_statistic"
            " where breakdown = 'total' and owner_city is null and period = '2015-07/P1Y'")
    }
    for group, (file, size) in BANDS.items():
        (row,) = rows_of(table(file))
        hits = 0
        for column, metric in AVERAGED.items():
            mean, contributors = statistics.get((metric, group), ("", ""))
            hits += contributors == str(size) and close(mean, float(row["AvgOf" + column]), 1e-6)
        checks.count(f"means {group}, n = {size}", hits, len(AVERAGED), len(AVERAGED))
    ((standings,),) = consortium.rows(
        "select count(*) from member.standing where city = 'groton-city'")
    ((values,),) = consortium.rows(
        "select count(*) from member.metric_value where city = 'groton-city'"
        " and metric = 'finance/tax-revenue' and value is not null")
    checks.count("City of Groton: years with a value", int(values), 5, 5)
    checks.count("City of Groton: standings in a band", int(standings), 0, int(values))


def check_income_ranks(consortium, checks):
    """The published order of towns by income per head."""
    ranks = dict(consortium.rows(
        "select city, rank from member.standing where breakdown = 'total' and period = '2016'"
        " and metric = 'community/income-per-head' and peer_group = 'all-municipalities'"))
    ids = consortium.city_ids()
    rows = list(rows_of(table("Per Capita Income Sorted - 2016")))
    hits = sum(ranks.get(ids[row["Municipality"].casefold()]) == row["Sort ID"] for row in rows)
    checks.count("income per head rank", hits, 169, len(rows))


# Towns whose published rate is rounded to three decimals, by year.
ROUNDED_RATES = {("plymouth", 14), ("plymouth", 15), ("plymouth", 16), ("andover", 16)}
DERIVED = {
    "taxes/current-collection-rate": ("Curr_Year_Tax_Collection_Rate", 100, ROUNDED_RATES),
    "taxes/total-collection-rate": ("Overal_Total_Tax_Collection_Rate", 100, ROUNDED_RATES),
    "finance/unrestricted-fund-balance": ("Unrestricted_Fund_Bal", 1, set()),
}


def check_derived_columns(consortium, checks):
    """Columns of the source that our ratio and sum metrics compute anew."""
    values = {
        (metric, city, period): value
        for metric, city, period, value in consortium.rows(
            "select metric, city, period, value from member.metric_value"
            " where breakdown = 'total' and metric in ("
            + ", ".join(f"'{metric}'" for metric in DERIVED) + ")")
    }
    ids = consortium.city_ids()
    hits = collections.Counter()
    misses = collections.defaultdict(set)
    total = 0
    for year in range(12, 17):
        period = f"{1999 + year}-07/P1Y"
        for row in rows_of(table(f"FISCIN{year}")):
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


def values_of(name, mapping, period, columns, year, ids):
    """Returns what a table says: texts, or sums over the rows of a town, by key."""
    found = {}
    for row in rows_of(table(name)):
        town = next(row[column] for column in TOWN_COLUMNS if column in row)
        if not town:
            continue
        for header, text in row.items():
            for pattern, measure in columns.items():
                match = re.fullmatch(pattern, header)
                if not match:
                    continue
                when = match[1] if match.groups() else year
                key = (measure, ids[town.casefold()], *period(when))
                if mapping not in SUMMED:
                    found[key] = text
                elif text:
                    found[key] = found.get(key, 0) + float(text)
    return found


def check_further_tables(consortium, checks):
    """Each figure of the further tables is there, or its absence."""
    ids = consortium.city_ids()
    expected = {}
    for mapping, name, period, columns, year, submission in LOADED:
        values = values_of(name, mapping, period, columns, year, ids)
        checks.loaded(submission, len(values))
        expected |= values
    stored = consortium.values()
    hits = 0
    for key, text in expected.items():
        value = stored.get(key, ("missing", ""))[0]
        hits += value == "" if text == "" else close(value, float(text), 1e-12)
    checks.count("figures of the further tables", hits, len(expected), len(expected))
    checks.count("tables loaded", 6 + len(LOADED), 63, len(table_names()))


def check_corrections(consortium, checks):
    """What further tables say again, and what an adjusted one corrects."""
    unchanged = {"tax-collection": 680, "family-assistance": 509}
    for mapping, expected in unchanged.items():
        again = [entry[-1] for entry in LOADED if entry[0] == mapping]
        checks.count(
            f"{mapping}: values that were there already",
            sum(submission["unchanged"] for submission in again), expected,
            sum(submission["accepted"] for submission in again))
    ((provisional,),) = consortium.rows(
        "select count(*) from warehouse.observation inner join intake.submission"
        " using (submission_id) where file like '%NCEADM%' and status = 2")
    checks.count("values that a file's name calls preliminary", int(provisional), 338, 1700)
    adjusted = next(entry[-1] for entry in LOADED if "Adjusted" in entry[1])
    # Three of each of 18 towns, and a nought that was blank.
    checks.count("values that the adjusted table corrects", adjusted["superseded"], 55, 510)


def check_lagged_columns(consortium, checks):
    """The grand list of a year is in the indicators of the fiscal year two years on."""
    stored = consortium.values()
    hits = total = 0
    for year in range(2010, 2015):
        for city in set(consortium.city_ids().values()) - {"groton-city"}:
            total += 1
            ours = stored["property/equalized-net-grand-list", city, *calendar(year)][0]
            theirs = stored["property/equalized-grand-list", city, *fiscal(str(year + 2))][0]
            hits += close(ours, float(theirs), 1e-9)
    checks.count("equalized grand lists as in the indicators", hits, 845, total)


def check(consortium, checks):
    """Runs the checks of these towns."""
    check_band_means(consortium, checks)
    check_income_ranks(consortium, checks)
    check_derived_columns(consortium, checks)
    check_further_tables(consortium, checks)
    check_corrections(consortium, checks)
    check_lagged_columns(consortium, checks)
