"""From a figure to its sources by the view member.lineage: 95 % of warm queries.

4 million sources are stored: 2,500 cities, 100 metrics of two measures, 8
released quarters. The schema is the program's own; the rows are made by SQL,
in the order in which a release writes them. One query is one figure with all
columns of its sources, over one connection: as a client sends it that asks
once, so that each is planned anew, and as one that asks again and again.
"""
import random
import statistics
import sys
import time

import psycopg

from bench_inputs import Folder
from side_by_side import SIZE, create, drop, sql, verdict, yardstick

cities, quarters = max(int(2500 * SIZE), 10), 8

ROWS = f"""
insert into member.city
select c, 'us-' || lpad(c::text, 5, '0'), 'City ' || c from generate_series(1, {cities}) as c;
insert into member.metric
select m, 'bench/m' || m, 'Metric ' || m, 'amount', 'high_good' from generate_series(1, 100) as m;
insert into member.measure
select m, 'bench/v' || m, 'Measure ' || m, 'amount' from generate_series(1, 200) as m;
insert into member.breakdown_value (breakdown_id, breakdown) values (1, 'total')
on conflict do nothing;
insert into member.release
    (release_id, period, period_start, period_end, kind, standard, standard_version,
    input_digest, last_submission_id, is_newest)
select r, (2020 + (r - 1) / 4) || '-Q' || (r - 1) % 4 + 1,
    date '2020-01-01' + make_interval(months => 3 * (r - 1)),
    date '2020-01-01' + make_interval(months => 3 * r),
    'provisional', 'bench', '1.0.0', 'none', 1, true
from generate_series(1, {quarters}) as r;
insert into member.submission
    (submission_id, received_at, file, mapping, standard_version, digest)
select s, now(), 'submissions/' || s || '.csv', 'wide', '1.0.0', sha256(s::text::bytea)::text
from generate_series(1, {cities * quarters}) as s;
insert into member.release_lineage
    (submission_id, measure_value, metric_id, release_id, city_id, breakdown_id, measure_id,
    source_row, source_column, measure_period, measure_breakdown_id)
select (r - 1) * {cities} + c, c, m, r, c, 1, m + 100 * part, c, m,
    (2020 + (r - 1) / 4) || '-Q' || (r - 1) % 4 + 1, 1
from generate_series(1, {quarters}) as r, generate_series(1, 100) as m,
    generate_series(1, {cities}) as c, generate_series(0, 1) as part;
"""
FIGURE = """
select * from member.lineage
where metric = %s and city = %s and period = %s and breakdown = 'total'
"""


def ask(prepares):
    """The milliseconds of 500 warm queries, sorted."""
    rng, times = random.Random(3), []
    with psycopg.connect("dbname=bench_ours", autocommit=True) as connection:
        if not prepares:
            connection.prepare_threshold = None
        for number in range(600):
            key = (f"bench/m{rng.randint(1, 100)}", f"us-{rng.randint(1, cities):05d}",
                   f"{2020 + rng.randrange(quarters) // 4}-Q{rng.randint(1, 4)}")
            start = time.perf_counter()
            rows = connection.execute(FIGURE, key).fetchall()
            # The first hundred warm caches and connection.
            if number >= 100:
                times.append(1000 * (time.perf_counter() - start))
            if len(rows) != 2:
                sys.exit(f"{key}: {len(rows)} sources, expected 2")
    return sorted(times)


with Folder() as folder:
    create("bench_ours")
    yardstick("db", "init", database="bench_ours", folder=folder.consortium(10, 2))
    sql(ROWS, "bench_ours")
    sql("vacuum analyze", "bench_ours")
    stored = int(sql("select count(*) from member.release_lineage", "bench_ours"))
    for name, prepares in (("planned anew", False), ("prepared", True)):
        times = ask(prepares)
        p95 = times[int(0.95 * len(times))]
        print(f"lineage of a figure among {stored:,} sources, {name}: median "
              f"{statistics.median(times):.2f} ms, 95 % within {p95:.2f} ms "
              f"(bar 10: {verdict(p95 <= 10)})")
    drop("bench_ours")
