"""2,000 small submissions of one quarter in four shapes, beside a script that
an analyst keeps (csv module, psycopg, one transaction a file).

Ours gives each file its own receipt, checks, provenance and original. Its
schema is made before, as a closing day finds it; the script makes one table.
"""
import os
import subprocess
import sys

from bench_inputs import Folder, run
from side_by_side import PAIRS, SIZE, Run, compare, create, drop, memory, peer, sql, yardstick

cities = max(int(2000 * SIZE), 8)

with Folder() as folder:
    consortium = folder.consortium(cities, 300)
    run("make_bench_shapes.py", consortium)
    plain = folder.path("plain")
    subprocess.run([sys.executable, peer("make_submissions.py"), str(cities), plain], check=True)
    for name in os.listdir(plain):
        place = os.path.join(consortium, "submissions/2026-Q3", name[:8])
        os.makedirs(place)
        os.link(os.path.join(plain, name), os.path.join(place, name))
    ours, others = [], []
    for _ in range(PAIRS):
        create("bench_ours")
        yardstick("db", "init", database="bench_ours", folder=consortium)
        ours.append(yardstick(
            "load", os.path.join(consortium, "submissions"), database="bench_ours",
            folder=consortium))
        create("bench_other")
        os.environ["PGDATABASE"] = "bench_other"
        others.append(Run([sys.executable, peer("load_submissions.py"), plain]))
        del os.environ["PGDATABASE"]
    stored = "(select count(*) from intake.submission where accepted = 300), count(*)"
    found = sql(f"select {stored} from warehouse.observation", "bench_ours")
    print("submissions accepted as a whole, values stored:", found.replace("|", ", "))
    drop("bench_ours", "bench_other")
    compare(f"{cities:,} small submissions", ours, others, "load_submissions.py", 0.35, 0.2)
    memory("small submissions", ours, 100)
