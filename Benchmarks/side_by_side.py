"""What the benchmarks against PostgreSQL share: runs, medians and the words.

Both sides of a pair use the server that PG* names, in turn, with a checkpoint
before each run. Beside the clock stands the CPU time of our process and of all
server processes that ended meanwhile, since other work on the machine moves
the clock more than that.
"""
import os
import resource
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
SHARED = os.environ.get("YARDSTICK_SHARED") or os.path.join(os.path.dirname(ROOT), "shared")
YARDSTICK = os.environ.get("YARDSTICK") or os.path.join(ROOT, ".build/release/yardstick")
SIZE = float(os.environ.get("BENCH_SIZE") or 1)
PAIRS = int(os.environ.get("BENCH_PAIRS") or 5)
TICKS = os.sysconf("SC_CLK_TCK")


def peer(name):
    """A generator or a program of the shared folder."""
    path = os.path.join(SHARED, "bench", name)
    if not os.path.exists(path):
        sys.exit(f"{path} is not there. Set YARDSTICK_SHARED to the shared folder.")
    return path


def sql(text, database="postgres"):
    """Runs statements, each by itself; gives what they print."""
    return subprocess.run(
        ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", database], input=text, text=True,
        check=True, stdout=subprocess.PIPE,
    ).stdout.strip()


def create(database, template="template0"):
    sql(f"set client_min_messages = warning;\ndrop database if exists {database};\n"
        f"create database {database} template {template};")


def drop(*databases):
    for database in databases:
        sql(f"set client_min_messages = warning;\ndrop database if exists {database};")


def server_process():
    """The server's first process where it runs here; None elsewhere."""
    try:
        with open(sql("show data_directory") + "/postmaster.pid") as file:
            return int(file.readline())
    except (OSError, ValueError):
        return None


SERVER = None


def server_seconds():
    """CPU seconds of the server's processes that have ended, after all have."""
    global SERVER
    SERVER = SERVER or server_process()
    if SERVER is None:
        return 0.0
    while sql("select count(*) from pg_stat_activity where backend_type = 'client backend'") != "1":
        time.sleep(0.05)
    time.sleep(0.05)
    with open(f"/proc/{SERVER}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[13]) + int(fields[14])) / TICKS


class Run:
    """Wall and CPU seconds and peak memory in MB of one command."""

    def __init__(self, command, codes=(0,)):
        sql("checkpoint")
        before = server_seconds()
        clock = os.times().elapsed
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        error = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        self.wall = os.times().elapsed - clock
        if os.waitstatus_to_exitcode(status) not in codes:
            sys.exit(f"{' '.join(command)}\n{error.decode()}")
        self.cpu = usage.ru_utime + usage.ru_stime + server_seconds() - before
        self.memory = usage.ru_maxrss / 1024


def yardstick(*arguments, database, folder):
    return Run(
        [YARDSTICK, *arguments, "--consortium", folder, "--database", f"dbname={database}"])


def median(runs, part="wall"):
    return statistics.median(getattr(run, part) for run in runs)


def verdict(holds):
    return "met" if holds else "MISSED"


def compare(name, ours, others, peer_name, bar, aim):
    """Prints each pair and the median ratio, by the clock and by CPU time."""
    for own, other in zip(ours, others):
        print(f"  ours {own.wall:.2f} s ({own.cpu:.2f} CPU), {peer_name} {other.wall:.2f} s"
              f" ({other.cpu:.2f} CPU), ratio {own.wall / other.wall:.2f}")
    ratio = statistics.median(a.wall / b.wall for a, b in zip(ours, others))
    work = statistics.median(a.cpu / max(b.cpu, 0.01) for a, b in zip(ours, others))
    print(f"{name}, median of {len(ours)} pairs: ours {median(ours):.2f} s, {peer_name}"
          f" {median(others):.2f} s, ratio {ratio:.2f} (CPU {work:.2f}); bar {bar}:"
          f" {verdict(ratio <= bar)}, aim {aim}: {verdict(ratio <= aim)}")


def memory(name, runs, bar):
    peak = max(run.memory for run in runs)
    print(f"{name}: peak memory of our process {peak:.0f} MB (bar {bar}): {verdict(peak <= bar)}")
