"""The Connecticut towns against the averages and ranks of their state.

Run by ../known-answers.sh.
"""

import collections
import os

from answers import close, data, rows_of

TABLES = data("ct_fiscal", "csv", "2016")


def load(consortium):
    """Loads all tables and compares all periods."""
    consortium.load("fiscin", *(table(f"FISCIN{year}") for year in range(12, 17)))
    consortium.load("per-capita-income", table("Per Capita Income Sorted - 2016"))
    consortium.compare()


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


def check(consortium, checks):
    """Runs the checks of these towns."""
    check_band_means(consortium, checks)
    check_income_ranks(consortium, checks)
    check_derived_columns(consortium, checks)
