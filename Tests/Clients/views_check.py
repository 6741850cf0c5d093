"""Reads the member views of the demo's database as analysts do, with psycopg, SQLAlchemy and pandas.

usage: views_check.py --database URL
"""

import argparse
import pathlib

import pandas
import psycopg
import sqlalchemy

from report import Report

REPORT = Report()

KEY = {"metric": "text", "city": "text"}
PERIOD = {"period": "text", "period_start": "date", "period_end": "date", "breakdown": "text"}
STATISTICS = {
    "contributors": "integer", "mean": "double precision", "group_value": "double precision",
    "median": "double precision", "lower_quartile": "double precision",
    "upper_quartile": "double precision", "minimum": "double precision",
    "maximum": "double precision", "not_reported": "integer", "not_provided": "integer",
    "not_taking_part": "integer", "suppressed": "integer", "unreliable": "integer",
    "not_comparable": "integer", "coverage": "double precision",
}
VALUE = {
    "value": "double precision", "numerator": "double precision",
    "denominator": "double precision",
}

# What the contract promises; further columns may stand behind these.
VIEWS = {
    "standing": KEY | PERIOD | {"peer_group": "text", "status": "text"} | VALUE | {
        "includes_city": "boolean", "ranked": "integer", "rank": "integer",
        "rank_worst": "integer", "rank_share": "double precision",
        "percent_rank": "double precision", "quartile": "integer"} | STATISTICS
    | {"release": "bigint"},
    "metric_value": KEY | PERIOD | VALUE | {
        "lower": "double precision", "upper": "double precision", "unit": "text",
        "status": "text", "release": "bigint"},
    "peer_statistic": {"metric": "text"} | PERIOD | {"peer_group": "text", "owner_city": "text"}
    | STATISTICS | {"release": "bigint"},
    "lineage": KEY | PERIOD | {
        "release": "bigint", "measure": "text", "measure_period": "text",
        "measure_value": "double precision", "submission": "bigint", "received_at": "text",
        "file": "text", "sheet": "text", "source_row": "integer", "source_column": "integer",
        "raw_text": "text", "row_count": "bigint", "filter": "text", "digest": "text",
        "rule": "text", "mapping": "text", "standard_version": "text"},
}
# Further views, and what stands behind the contract's columns.
FURTHER = {
    "standing": {
        "reason": "text", "lower": "double precision", "upper": "double precision",
        "is_reliable": "boolean", "gap_to_median": "double precision",
        "gap_to_best_quartile": "double precision", "gap_to_target": "double precision",
        "z_score": "double precision", "robust_z": "double precision",
        "others_median": "double precision", "others_group_value": "double precision",
        "difference_error": "double precision", "probability": "double precision",
        "verdict": "text", "is_headline": "boolean", "funnel": "text",
        "rank_lower": "integer", "rank_upper": "integer", "rank_lower_all": "integer",
        "rank_upper_all": "integer"},
    "trend": KEY | PERIOD | {
        "value": "double precision", "periods": "integer", "method": "text",
        "slope": "double precision", "direction": "text", "course": "text",
        "year_change": "double precision", "year_change_lower": "double precision",
        "year_change_upper": "double precision", "release": "bigint"},
    "standing_trend": KEY | PERIOD | {
        "peer_group": "text", "list": "text", "value": "double precision",
        "others_median": "double precision", "slope": "double precision",
        "is_headline": "boolean", "release": "bigint"},
    "indistinct": KEY | PERIOD | {
        "peer_group": "text", "other_city": "text", "release": "bigint"},
    "metric_value": {
        "reason": "text", "cost_basis": "text", "accounting_basis": "text",
        "overhead_method": "text", "audit_status": "text", "comparable_from": "date",
        "real_value": "double precision", "parity_value": "double precision",
        "rolling_year": "double precision", "unknown_share": "double precision"},
    "lineage": {"measure_breakdown": "text", "vintage": "text"},
    "metric_change": KEY | PERIOD | {
        "value": "double precision", "earlier_period": "text",
        "earlier_value": "double precision", "change": "double precision",
        "change_percent": "double precision", "is_comparable": "boolean", "reason": "text",
        "unit": "text", "release": "bigint", "earlier_release": "bigint"},
    "recognition": {
        "city": "text", "period": "text", "level": "text", "points": "double precision",
        "possible": "double precision", "share": "double precision", "rule": "text",
        "rule_points": "double precision", "rule_possible": "double precision",
        "release": "bigint"},
    "definition_change": {
        "metric": "text", "subject": "text", "id": "text", "version": "text",
        "change_date": "date", "what": "text", "is_comparable": "boolean",
        "is_restated": "boolean", "is_correction": "boolean", "is_break": "boolean"},
    "breakdown": {
        "breakdown": "text", "title": "text", "list": "text", "is_unknown": "boolean"},
    "price_basis": {
        "metric": "text", "period": "text", "series": "text", "base_period": "text",
        "index_value": "double precision", "base_index_value": "double precision",
        "vintage": "date", "source": "text", "release": "bigint"},
    "uncertified": {"city": "text", "period": "text", "service": "text", "release": "bigint"},
    "response": KEY | PERIOD | {
        "response": "text", "author": "text", "responded_on": "date", "release": "bigint"},
}
# PostgreSQL has three whole-number types; the contract names two of them.
WHOLE = {"integer", "bigint"}

COLUMNS = """
select columns.table_name, columns.column_name, columns.data_type,
    col_description(class.oid, columns.ordinal_position::integer),
    obj_description(class.oid, 'pg_class')
from information_schema.columns
inner join pg_catalog.pg_class as class on class.relname = columns.table_name
inner join pg_catalog.pg_namespace as namespace
    on namespace.oid = class.relnamespace and namespace.nspname = columns.table_schema
where columns.table_schema = 'member' and class.relkind = 'v'
order by columns.table_name, columns.ordinal_position
"""

STATUSES = {
    "reported", "not_reported", "not_collected", "not_applicable", "not_provided",
    "not_taking_part", "withheld", "suppressed", "unreliable", "not_comparable", "late",
}

# Each returns the rows that break a promise of the contract.
PROMISES = {
    "a value stands where the status is reported, and else only set apart": """
        select metric, city, period, status, value from member.metric_value
        where status = 'reported' and value is null
            or value is not null and status not in ('reported', 'unreliable', 'not_comparable')""",
    "what is not comparable has its reason, and what is reported none": """
        select metric, city, period, status, reason from member.metric_value
        where status = 'not_comparable' and reason is null
            or status = 'reported' and reason is not null""",
    "a standing shows the value and status of metric_value, or is of another mode": """
        select standing.metric, standing.city, standing.period
        from member.standing
        left join member.metric_value using (metric, city, period, breakdown)
        where standing.value is distinct from metric_value.value
            or (standing.status is distinct from metric_value.status
                or standing.reason is distinct from metric_value.reason)
                and (standing.status <> 'not_comparable' or standing.reason <> 'mode')""",
    "a verdict is told of a figure with an interval and a standard error": """
        select metric, city, period, verdict from member.standing
        where verdict is not null and (lower is null or difference_error is null)""",
    "better and worse lie on their side of the others by more than chance": """
        select standing.metric, standing.city, standing.period, standing.verdict
        from member.standing
        inner join member.metric using (metric)
        where standing.verdict in ('better', 'worse') and metric.polarity <> 'target'
            and ((standing.value > standing.others_median)
                    <> ((metric.polarity = 'high_good') = (standing.verdict = 'better'))
                or standing.probability > 0.05)""",
    "a headline is better or worse": """
        select metric, city, period, verdict from member.standing
        where is_headline and verdict not in ('better', 'worse')""",
    "a rank lies among those that the data allow": """
        select metric, city, period, rank, rank_lower, rank_upper from member.standing
        where rank not between rank_lower and rank_upper""",
    "the ranks that the data allow reach as far as those whom a city cannot be told from": """
        select own.metric, own.period, own.peer_group, own.city, own.rank_lower, own.rank_upper
        from member.standing as own
        inner join member.peer_statistic as statistic
            using (metric, period, breakdown, peer_group)
        left join (
            select metric, period, breakdown, peer_group, city, count(*) as others
            from member.indistinct
            group by metric, period, breakdown, peer_group, city
        ) as listed using (metric, period, breakdown, peer_group, city)
        where statistic.owner_city is null and own.rank_lower is not null
            and own.lower is not null
            and own.rank_upper - own.rank_lower <> coalesce(listed.others, 0)""",
    "a trend is told of a figure that stands, and its course follows its direction": """
        select metric, city, period, direction, course from member.trend
        where value is null or (direction = 'no_trend' and course <> 'neither')
            or (direction is null) and course is not null""",
    "a change is the difference of two figures that compare": """
        select metric, city, period, breakdown from member.metric_change
        where is_comparable is distinct from (reason is null)
            or abs(change - (value - earlier_value)) > 1e-12 * abs(value)
            or not is_comparable and change is not null""",
    "a standing shows the statistics of peer_statistic": """
        select standing.metric, standing.city, standing.period, standing.peer_group
        from member.standing
        where not exists (
            select from member.peer_statistic as statistic
            where statistic.metric = standing.metric and statistic.period = standing.period
                and statistic.breakdown = standing.breakdown
                and statistic.peer_group = standing.peer_group
                and statistic.contributors = standing.contributors
                and statistic.mean is not distinct from standing.mean
                and statistic.median is not distinct from standing.median
                and statistic.group_value is not distinct from standing.group_value
                and (statistic.owner_city is null or statistic.owner_city = standing.city))""",
    "contributors and counts add up to the members of a common group": """
        select standing.metric, standing.period, standing.peer_group, count(*)
        from member.standing
        inner join member.peer_statistic as statistic
            using (metric, period, breakdown, peer_group)
        where statistic.owner_city is null
        group by standing.metric, standing.period, standing.breakdown, standing.peer_group
        having count(*) <> max(statistic.contributors + statistic.not_reported
            + statistic.not_provided + statistic.not_taking_part + statistic.suppressed
            + statistic.unreliable + statistic.not_comparable)""",
    "contributors of a common group are its members with a value": """
        select standing.metric, standing.period, standing.peer_group
        from member.standing
        inner join member.peer_statistic as statistic
            using (metric, period, breakdown, peer_group)
        where statistic.owner_city is null
        group by standing.metric, standing.period, standing.breakdown, standing.peer_group
        having count(*) filter (where standing.status = 'reported')
            <> max(statistic.contributors)""",
    "the median of a common group is PostgreSQL's percentile_cont": """
        select standing.metric, standing.period, standing.peer_group
        from member.standing
        inner join member.peer_statistic as statistic
            using (metric, period, breakdown, peer_group)
        where statistic.owner_city is null and statistic.median is not null
        group by standing.metric, standing.period, standing.breakdown, standing.peer_group
        having abs(
                percentile_cont(0.5) within group (order by standing.value)
                    filter (where standing.status = 'reported')
                - max(statistic.median)) > 1e-9 * greatest(abs(max(statistic.median)), 1)""",
    "a rank needs two contributors and a value": """
        select metric, city, period, rank, ranked from member.standing
        where rank is not null and (value is null or ranked < 2 or rank > ranked or rank < 1)""",
    "rank_worst is rank and those who did not report": """
        select metric, city, period, rank, rank_worst, not_reported from member.standing
        where rank_worst is distinct from rank + not_reported""",
    "rank_share is rank over ranked": """
        select metric, city, period from member.standing
        where abs(rank_share - rank::float8 / ranked) > 1e-12
            or (rank is null) is distinct from (rank_share is null)""",
    "percent_rank is 0 for the best": """
        select metric, city, period from member.standing
        where rank = 1 and ranked > 1 and percent_rank <> 0""",
    "ranked is contributors, and one more for a city outside": """
        select metric, city, period, ranked, contributors from member.standing
        where rank is not null
            and ranked <> contributors + case when includes_city then 0 else 1 end""",
    "quartiles need four contributors": """
        select metric, city, period from member.standing
        where contributors < 4 and (lower_quartile is not null or upper_quartile is not null)
            or ranked < 4 and quartile is not null""",
    "each reported figure has its lineage": """
        select metric, city, period from member.metric_value
        where status = 'reported' and not exists (
            select from member.lineage
            where lineage.metric = metric_value.metric and lineage.city = metric_value.city
                and lineage.period = metric_value.period
                and lineage.breakdown = metric_value.breakdown)""",
    "each lineage row names file, position, text, digest, mapping and standard": """
        select metric, city, period, file from member.lineage
        where file is null or raw_text is null
            or rule = 'cell' and (digest is null or mapping is null
                or standard_version is null or received_at is null
                or source_row is null or source_column is null)""",
    "lineage is that of the release of its figure": """
        select lineage.metric, lineage.city, lineage.period from member.lineage
        inner join member.metric_value using (metric, city, period, breakdown)
        where lineage.release <> metric_value.release""",
    "a figure of one observation in the same unit is that observation": """
        select metric_value.metric, metric_value.city, metric_value.period
        from member.metric_value
        inner join member.lineage using (metric, city, period, breakdown)
        inner join member.measure on measure.measure = lineage.measure
        where metric_value.status = 'reported'
        group by metric_value.metric, metric_value.city, metric_value.period,
            metric_value.breakdown, metric_value.value
        having count(*) = 1 and bool_and(measure.unit = metric_value.unit)
            and abs(sum(lineage.measure_value) - metric_value.value)
                > 1e-9 * greatest(abs(metric_value.value), 1)""",
}

INDEX = ["metric", "city", "period", "breakdown"]


def check_columns(connection):
    """Names, types and comments are those of the contract."""
    found = {}
    bare = []
    for view, column, data_type, comment, view_comment in connection.execute(COLUMNS):
        found.setdefault(view, {})[column] = data_type
        if not comment:
            bare.append(f"{view}.{column}")
        if not view_comment:
            bare.append(view)
    for view, wanted in VIEWS.items():
        columns = found.get(view, {})
        wrong = [
            f"{column} is {columns.get(column, 'missing')}, not {data_type}"
            for column, data_type in wanted.items()
            if columns.get(column) != data_type
            and not {columns.get(column), data_type} <= WHOLE]
        REPORT.empty(f"member.{view} has the contract's columns and types", wrong)
        REPORT.check(f"member.{view}_history is there", f"{view}_history" in found)
    for view, wanted in FURTHER.items():
        columns = found.get(view, {})
        wrong = [
            f"{column} is {columns.get(column, 'missing')}, not {data_type}"
            for column, data_type in wanted.items()
            if columns.get(column) != data_type
            and not {columns.get(column), data_type} <= WHOLE]
        REPORT.empty(f"member.{view} has the columns and types that are documented", wrong)
    REPORT.empty("every view and column of the schema member has a comment", bare)


def check_promises(connection):
    """No row breaks what the contract says of the figures."""
    for name, query in PROMISES.items():
        REPORT.run(name, lambda: REPORT.empty(name, connection.execute(query).fetchall()))
    path = pathlib.Path(__file__).resolve().parents[2] / "examples" / "ad-hoc-comparison.sql"
    total, apart = connection.execute(path.read_text(encoding="utf-8")).fetchone()
    REPORT.check(
        "member.compare tells of each common group what was released",
        total > 0 and apart == 0, f"{apart} of {total} standings differ")
    statuses = {row[0] for row in connection.execute("select distinct status from member.standing")}
    REPORT.empty("statuses are the contract's words", statuses - STATUSES)


def check_psycopg(url):
    """psycopg 3: types arrive as Python types."""
    with psycopg.connect(url) as connection:
        check_columns(connection)
        for view in VIEWS:
            count = connection.execute(f"select count(*) from member.{view}").fetchone()[0]
            REPORT.check(f"member.{view} has rows", count > 0)
        row = connection.execute(
            "select value, rank, includes_city, period_start, release from member.standing"
            " where rank is not null limit 1").fetchone()
        kinds = [type(cell).__name__ for cell in row or ()]
        REPORT.check(
            "psycopg reads a standing as float, int, bool, date and int",
            kinds == ["float", "int", "bool", "date", "int"], str(kinds))
        check_promises(connection)


def check_sqlalchemy(engine):
    """SQLAlchemy reflects the views, with comments, and selects from them."""
    inspector = sqlalchemy.inspect(engine)
    names = inspector.get_view_names(schema="member")
    REPORT.empty("SQLAlchemy lists the views", (set(VIEWS) | set(FURTHER)) - set(names))
    columns = inspector.get_columns("standing", schema="member")
    REPORT.empty(
        "SQLAlchemy reflects the comments of member.standing",
        [column["name"] for column in columns if not column.get("comment")])
    standing = sqlalchemy.Table(
        "standing", sqlalchemy.MetaData(), schema="member", autoload_with=engine)
    best = sqlalchemy.select(standing.c.city, standing.c.metric).where(standing.c.rank == 1)
    with engine.connect() as connection:
        REPORT.check("SQLAlchemy finds the first of a ranking", connection.execute(best).first())


def check_pandas(engine):
    """pandas reads each view whole; the key of a figure is unique."""
    frames = {}
    for view in VIEWS:
        frame = pandas.read_sql_table(view, engine, schema="member")
        frames[view] = frame
        wrong = [
            f"{column} is {frame[column].dtype}"
            for column, data_type in VIEWS[view].items()
            if data_type == "double precision" and frame[column].notna().any()
            and frame[column].dtype != "float64"]
        REPORT.empty(f"pandas reads the numbers of member.{view} as float64", wrong)
    values = frames["metric_value"]
    REPORT.check(
        "a figure stands once for metric, city, period and breakdown",
        not values.duplicated(INDEX).any())
    standings = frames["standing"]
    REPORT.check(
        "a standing stands once for each figure and peer group",
        not standings.duplicated(INDEX + ["peer_group"]).any())
    means = standings[standings["includes_city"] & (standings["status"] == "reported")]
    groups = frames["peer_statistic"]
    common = groups[groups["owner_city"].isna()]
    key = ["metric", "period", "breakdown", "peer_group"]
    joined = (
        means.groupby(key)["value"].mean().rename("ours").reset_index()
        .merge(common[key + ["mean"]].dropna(), on=key))
    apart = joined[(joined["ours"] - joined["mean"]).abs() > 1e-9 * joined["mean"].abs() + 1e-12]
    REPORT.check("pandas compares some means of common groups", len(joined) > 0)
    REPORT.empty("pandas computes the means that are stored", apart.to_dict("records"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--database", required=True)
    url = parser.parse_args().database
    REPORT.run("psycopg", lambda: check_psycopg(url))
    scheme, rest = url.split("://", 1)
    engine = sqlalchemy.create_engine(f"postgresql+psycopg://{rest}")
    REPORT.run("SQLAlchemy", lambda: check_sqlalchemy(engine))
    REPORT.run("pandas", lambda: check_pandas(engine))
    engine.dispose()
    REPORT.finish()


main()
