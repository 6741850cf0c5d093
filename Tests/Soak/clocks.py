"""The clock steps backwards: the program's, the server's, and the instants of receipt."""

import os
import pathlib
import subprocess
import time

from place import finish, is_alive
from state import State
from workloads import LAST

HERE = pathlib.Path(__file__).resolve().parent
# Seconds: an hour and a day.
STEPS = (0, -3600, 7200, -86400)


class SteppedClock:
    """A clock for the program and the server that can be set back while they run."""

    def __init__(self, place):
        self.place = place
        self.offset = place.folder / "offset"
        self.library = place.folder / "step_clock.so"
        subprocess.run(
            ["cc", "-O1", "-shared", "-fPIC", "-o", str(self.library),
             str(HERE / "step_clock.c"), "-ldl"], check=True)
        self.library.chmod(0o755)
        self.set(0)
        self.environment = {"LD_PRELOAD": str(self.library), "STEP_CLOCK": str(self.offset)}

    def set(self, seconds):
        """Sets it to so many seconds off the machine's."""
        fresh = self.offset.with_suffix(".new")
        fresh.write_text(str(seconds))
        fresh.chmod(0o644)
        fresh.replace(self.offset)

    def start_server(self):
        """Starts the private PostgreSQL by hand, under this clock; the program takes it as its
        own."""
        data = self.place.data / "cluster"
        process = self.place.postmaster()
        self.place.run("db", "stop", "--force")
        self.place.wait(lambda: not is_alive(process), "the server's end")
        owner = data.stat()
        programs = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/postgres"))[-1]
        as_owner = [] if os.geteuid() == owner.st_uid else [
            "setpriv", f"--reuid={owner.st_uid}", f"--regid={owner.st_gid}", "--init-groups"]
        with (self.place.data / "server.log").open("ab") as log:
            subprocess.Popen(
                [*as_owner, str(programs), "-D", str(data)], stdin=subprocess.DEVNULL, stdout=log,
                stderr=log, cwd="/", start_new_session=True,
                env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", **self.environment})
        self.place.wait(self.answers, "the server under a clock of its own")
        self.place.open()

    def answers(self):
        """Whether the server is ready."""
        try:
            text = (self.place.data / "cluster" / "postmaster.pid").read_text()
        except FileNotFoundError:
            return False
        return "ready" in text.split("\n")[-2]


def server_time(place):
    """The server's clock, in seconds."""
    return float(place.lines("select extract(epoch from clock_timestamp())")[0])


def check_stepping(place, clock, random, workloads):
    """One round: the clock steps while a load runs; the retry is under a clock set back again."""
    workload = random.choice(workloads)
    place.reset(workload.base)
    clock.set(0)
    before = server_time(place)
    started = place.start(*workload.command, environment=clock.environment)
    while started.poll() is None:
        clock.set(random.choice(STEPS))
        try:
            started.wait(random.uniform(0.01, 0.2))
        except subprocess.TimeoutExpired:
            pass
    if started.returncode not in workload.codes:
        raise AssertionError(f"the load ended with {started.returncode}: {finish(started)[-2000:]}")
    clock.set(-90_000)
    if server_time(place) > before - 80_000:
        raise AssertionError("the server's clock did not step")
    workload.check_whole(place)
    workload.check_retry(place)


def check_receipts(place, clock):
    """A correction that is received before what it corrects, by a clock set back: the order is
    that of the submissions, and a steady clock gives the same."""
    states = []
    loads = [("2026-11-02T00:00:00Z", "bureau-a"), ("2026-11-01T00:00:00Z", "bureau-b")]
    for step in (0, -86400):
        place.reset("file_base")
        for number, (instant, folder) in enumerate(loads):
            clock.set(step * number)
            place.run(
                "load", "--received", instant, f"submissions/2024/{folder}", wanted=(0, 1),
                environment=clock.environment)
        clock.set(0)
        states.append(State(place))
    if states[0].digest != states[1].digest:
        raise AssertionError(f"{states[0].difference(states[1])} differ under a clock set back")
    # Without --received the program's own clock counts, and it was set back.
    clock.set(-90_000)
    place.run("load", f"submissions/{LAST}", wanted=(0, 1), environment=clock.environment)
    newest = float(place.lines(
        "select extract(epoch from received_at) from intake.submission "
        "order by submission_id desc limit 1", "yardstick_demo")[0])
    clock.set(0)
    if abs(time.time() - 90_000 - newest) > 3000:
        raise AssertionError("the program's clock did not step")


def clock_stepping(place, workloads, random, rounds, report):
    """The clock steps backwards and forwards under so many loads."""
    clock = SteppedClock(place)
    clock.start_server()
    try:
        for _ in range(rounds):
            check_stepping(place, clock, random, workloads)
        check_receipts(place, clock)
    finally:
        clock.set(0)
        process = place.postmaster()
        place.run("db", "stop", "--force")
        place.wait(lambda: not is_alive(process), "the server's end")
        place.open()
    report.check(
        f"{rounds} loads under a clock that steps backwards, of the program and of the server, "
        "and a correction that is received before what it corrects", True)
