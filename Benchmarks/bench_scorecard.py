"""A mayor's scorecard by the view member.standing: 95 % of warm queries.

10 million standings are stored: 2,500 cities, 100 metrics, 20 released
quarters and 2 peer groups. The schema is the program's own; the rows are made
by SQL, in the order in which a release writes them. One query is one city and
period, 200 standings with all columns, over one connection.
"""
import random
import statistics
import sys
import time

import psycopg

from bench_inputs import Folder
from side_by_side import SIZE, create, drop, sql, verdict, yardstick

cities, quarters = max(int(2500 * SIZE), 10), 20

ROWS = f"""
insert into member.city
select c, 'us-' || lpad(c::text, 5, '0'), 'City ' || c from generate_series(1, {cities}) as c;
insert into member.metric
select m, 'bench/m' || m, 'Metric ' || m, 'amount', 'high_good' from generate_series(1, 100) as m;
insert into member.peer_group
select g, 'group-' || g, 'Group ' || g from generate_series(1, 2) as g;
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
"""
# A release at a time, as releases are written.
RELEASE = f"""
insert into member.release_value
    (value, metric_id, release_id, city_id, breakdown_id, status)
select hashint4(c * 100 + m) / 1e4, m, %(r)s, c, 1, 0
from generate_series(1, 100) as m, generate_series(1, {cities}) as c order by m, c;
insert into member.release_statistic
    (mean, median, minimum, maximum, metric_id, release_id, peer_group_id, owner_city_id,
    breakdown_id, contributors, not_reported, not_provided, not_taking_part, suppressed,
    unreliable, not_comparable)
select 1, 1, 0, 2, m, %(r)s, g, 0, 1, {cities}, 0, 0, 0, 0, 0, 0
from generate_series(1, 100) as m, generate_series(1, 2) as g order by m, g;
insert into member.release_standing
    (rank_share, percent_rank, metric_id, release_id, peer_group_id, city_id, breakdown_id,
    owner_city_id, ranked, rank, rank_worst, quartile, includes_city)
select c / {cities}.0, c / {cities}.0, m, %(r)s, g, c, 1, 0, {cities}, c, c, 1 + c % 4, true
from generate_series(1, 100) as m, generate_series(1, 2) as g, generate_series(1, {cities}) as c
order by c, m, g;
""".replace("c % 4", "c %% 4")

with Folder() as folder:
    create("bench_ours")
    yardstick("db", "init", database="bench_ours", folder=folder.consortium(10, 2))
    sql(ROWS, "bench_ours")
    for release in range(1, quarters + 1):
        sql(RELEASE % {"r": release}, "bench_ours")
    sql("vacuum analyze", "bench_ours")
    stored = int(sql("select count(*) from member.release_standing", "bench_ours"))
    rng, times = random.Random(3), []
    with psycopg.connect("dbname=bench_ours", autocommit=True) as connection:
        for number in range(600):
            key = (f"us-{rng.randint(1, cities):05d}",
                   f"{2020 + rng.randrange(quarters) // 4}-Q{rng.randint(1, 4)}")
            start = time.perf_counter()
            rows = connection.execute(
                "select * from member.standing where city = %s and period = %s", key).fetchall()
            # The first hundred warm caches and connection.
            if number >= 100:
                times.append(1000 * (time.perf_counter() - start))
            if len(rows) != 200:
                sys.exit(f"{key}: {len(rows)} standings, expected 200")
    drop("bench_ours")
    times.sort()
    p95 = times[int(0.95 * len(times))]
    print(f"scorecard of 200 standings among {stored:,}: median {statistics.median(times):.2f} ms,"
          f" 95 % within {p95:.2f} ms (bar 5: {verdict(p95 <= 5)}, aim 1: {verdict(p95 <= 1)})")
