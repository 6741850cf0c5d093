"""Reading the newest values that a quarter is compared by, among 20 quarters of
3 versions each, beside COPY TO binary of just those rows from a table of their
own.

Ours is a whole `compare` that finds nothing new: it reads the values of all
cities and 200 measures for the quarter and the three before it, which its
rolling year is made of, compares 200 metrics and takes digests of the result.

Reading alone is what the server's log says of the statement that asks for the
values, of ours and of psql alike: from its arrival until the last row was
taken off its hands. Each version came in a submission that replaced the one
before it as a whole, which loading notes. Reading and comparing is the whole
command, less what it takes for a quarter without values.
"""
import os
import re
import statistics
import sys

from bench_inputs import Folder
from side_by_side import PAIRS, SIZE, Run, create, drop, sql, verdict, yardstick

cities = max(int(1000 * SIZE), 10)
# A year's table is filled quarter by quarter, each sent three times, and gets
# its key at the end, as loading does.
YEAR = f"""
create table warehouse.observation_%(y)s (like warehouse.observation);
insert into warehouse.observation_%(y)s
    (submission_id, value, measure_id, city_id, period_start, breakdown_id, source_row,
    period_months, variant, status, confidentiality, source_column, basis)
select ((%(y)s - 2020) * 4 + q) * 3 + v + 1, (hashint4(c * 200 + m) + v) / 1e4, m, c,
    date '%(y)s-01-01' + make_interval(months => 3 * q), 0, c * 200 + m, 3, 0, 0, 0, 4, 0
from generate_series(0, 3) as q, generate_series(1, 3) as v, generate_series(1, {cities}) as c,
    generate_series(1, 200) as m
order by q, v, c, m;
alter table warehouse.observation_%(y)s add primary key
    (measure_id, city_id, period_start, period_months, variant, breakdown_id, submission_id);
alter table warehouse.observation attach partition warehouse.observation_%(y)s
    for values from ('%(y)s-01-01') to ('%(z)s-01-01');
"""
SUBMISSIONS = """
insert into intake.submission
    (submission_id, identity, digest, mapping_id, standard_version_id, sender, file, byte_count,
    received_at)
select number, 'identity ' || number, 'none', mapping_id, standard_version_id, sender, file, 1,
    received_at
from intake.submission, generate_series(2, 61) as number where submission_id = 1;
update intake.submission set superseded_by = submission_id + 1
where submission_id > 1 and (submission_id - 2) % 3 < 2;
create table plain as
select * from warehouse.observation
where period_start between '2022-10-01' and '2023-07-01' and submission_id in (
    select max(submission_id) from warehouse.observation group by period_start);
vacuum analyze;
"""

LOG = os.path.join(sql("show data_directory"), "log")
if not os.path.exists(LOG):
    sys.exit(f"{LOG} is not there: let tools/bench.sh start the server, whose log is read.")


def copy_seconds(run):
    """What the server's log says that the COPY of a run took, and the run."""
    start = os.path.getsize(LOG)
    os.environ["PGOPTIONS"] = "-c log_min_duration_statement=0"
    done = run()
    del os.environ["PGOPTIONS"]
    with open(LOG, errors="replace") as log:
        log.seek(start)
        found = re.findall(r"duration: ([\d.]+) ms  statement: copy\b", log.read(), re.IGNORECASE)
    return sum(map(float, found)) / 1000, done


with Folder() as folder:
    consortium = folder.consortium(cities, 200, 200)
    create("bench_ours")
    seed = folder.path("seed.csv")
    with open(seed, "w") as file:
        file.write("city,measure,period,value,status\nus-00000,m000,2019-Q1,1.5,\n")
    yardstick("load", "--mapping", "long", seed, database="bench_ours", folder=consortium)
    for year in range(2020, 2025):
        sql(YEAR % {"y": year, "z": year + 1}, "bench_ours")
    sql(SUBMISSIONS, "bench_ours")

    def compare(period):
        return yardstick("compare", period, database="bench_ours", folder=consortium)

    compare("2023-Q3"), compare("2018-Q3")
    alone, whole = [], []
    target = folder.path("plain")
    for _ in range(PAIRS):
        reading, full = copy_seconds(lambda: compare("2023-Q3"))
        idle = compare("2018-Q3")
        copying, other = copy_seconds(lambda: Run([
            "psql", "-Xqd", "bench_ours", "-c", f"\\copy plain to '{target}' (format binary)"]))
        alone.append(copying / reading)
        whole.append(other.wall / (full.wall - idle.wall))
        print(f"  reading {reading:.2f} s, COPY of just those rows {copying:.2f} s; reading and"
              f" comparing {full.wall - idle.wall:.2f} s ({full.cpu - idle.cpu:.2f} CPU), psql"
              f" {other.wall:.2f} s ({other.cpu:.2f} CPU)")
    drop("bench_ours")
    ratio = statistics.median(alone)
    print(f"reading {cities * 800:,} newest of {cities * 12000:,} values, median of {PAIRS} pairs:"
          f" at {100 * ratio:.0f} % of the speed of COPY (bar 40 %: {verdict(ratio >= 0.4)}, aim"
          f" 60 %: {verdict(ratio >= 0.6)}); reading and comparing:"
          f" {100 * statistics.median(whole):.0f} %")
