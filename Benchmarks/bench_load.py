"""Loading 5 million values, and correcting a tenth of them, beside `psql \\copy`
of rows that are mapped and clean already.

Ours maps, checks, keeps the original and its provenance. Prints the medians of
pairs on one server, the peak memory of our process, and bytes a value on disk.
"""
from bench_inputs import Folder
from side_by_side import PAIRS, SIZE, Run, compare, create, drop, memory, peer, sql, yardstick

cities = max(int(2500 * SIZE), 10)


def load(file, database, consortium):
    return yardstick("load", "--mapping", "long", file, database=database, folder=consortium)


def copy(clean):
    run = Run(["sh", peer("load_copy.sh"), clean])
    sql("drop table bench_copy")
    return run


def sizes(database):
    """What a value takes, and a year of a whole country's quarters."""
    values, heap, index, original = map(float, sql(
        "select (select count(*) from warehouse.observation), sum(pg_table_size(oid)),"
        " sum(pg_indexes_size(oid)), pg_total_relation_size('intake.submission_chunk')"
        " from pg_class where relname like 'observation\\_2%' and relkind = 'r'",
        database).split("|"))
    each = (heap + index + original) / values
    year = 20_000 * 150 * 4
    print(f"bytes a value on disk: {each:.0f} ({heap / values:.0f} row, {index / values:.0f} key,"
          f" {original / values:.0f} original); a year of 20,000 cities x 150 measures x 4"
          f" quarters, {year:,} values: {each * year / 1e9:.1f} GB")


with Folder() as folder:
    consortium = folder.consortium(cities, 100)
    long, clean = folder.history(cities)
    corrected = folder.correction(long)
    loads, corrections, copies, others = [], [], [], []
    for _ in range(PAIRS):
        create("bench_ours")
        loads.append(load(long, "bench_ours", consortium))
        copies.append(copy(clean))
        corrections.append(load(corrected, "bench_ours", consortium))
        others.append(copy(clean))
    print(f"values stored: {int(sql('select count(*) from warehouse.observation', 'bench_ours')):,}")
    create("bench_ours")
    load(long, "bench_ours", consortium)
    sizes("bench_ours")
    drop("bench_ours")
    compare("load", loads, copies, "load_copy.sh", 0.8, 0.6)
    memory("load", loads, 100)
    compare("correction", corrections, others, "load_copy.sh", 0.9, 0.5)
    memory("correction", corrections, 150)
