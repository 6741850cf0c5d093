"""The loader is killed, and the server is killed, at moments that the server's log proves."""

import os
import signal
import time
from collections import Counter

from place import finish, progress
from server_log import Sessions

# Microseconds that a commit waits where the loader is to be killed in it.
COMMIT_DELAY = 60_000
# Statements that a program begins until a strike that was decided on has fallen.
MARGIN = 12


def watch(place, started, target, sessions):
    """Follows the log until a number of statements have begun; False where the program ended
    before."""
    begun = 0
    while begun < target:
        for entry in place.log.read():
            sessions.take(entry)
            begun += entry.name == "yardstick" and entry.statement is not None
        if begun < target:
            if started.poll() is not None:
                return False
            time.sleep(0.0005)
    return True


def choose(random, workload, plan):
    """The statement at which to strike."""
    if plan == "commit":
        return random.choice(workload.commits)
    if plan == "write":
        # The program goes on for some statements until the strike has fallen.
        inside = set(workload.inside)
        early = [place for place in workload.inside if place + MARGIN in inside]
        return random.choice(early or workload.inside)
    return random.randint(1, workload.statements)


def kill_loader(place, workload, target, commit_delay):
    """One round: the moment of the kill as the log has it, or None where the loader had ended."""
    place.reset(workload.base, commit_delay)
    place.log.skip()
    sessions = Sessions()
    started = place.start(*workload.command)
    if watch(place, started, target, sessions):
        os.kill(started.pid, signal.SIGKILL)
    started.communicate()
    # The mark in the log, once the process is gone.
    place.lines(f"select 'killed', {started.pid}")
    place.wait_for_sessions()
    for entry in place.log.read():
        sessions.take(entry)
    if started.returncode != -signal.SIGKILL:
        return None
    workload.check_whole(place)
    workload.check_retry(place)
    return sessions.moment()


def loader_killed(place, workloads, random, rounds, report):
    """The loader is killed so many times, half of them after a first write and a tenth in a
    commit."""
    wanted = Counter({"write": rounds // 2, "commit": rounds // 10})
    moments, tries = Counter(), 0
    while (moments.total() < rounds or moments & wanted != wanted) and tries < 3 * rounds:
        tries += 1
        lacking = wanted - moments
        plan = random.choice(sorted(lacking)) if lacking else random.choice(
            ["write", "commit", "other"])
        # One long transaction is hit more surely than one of many short ones.
        weights = (1, 2, 2) if plan == "write" else (1, 1, 1)
        workload = random.choices(workloads, weights)[0]
        delay = COMMIT_DELAY if plan == "commit" else 0
        moment = kill_loader(place, workload, choose(random, workload, plan), delay)
        if moment:
            moments[moment] += 1
            progress(moments.total(), rounds)
    counted = (
        f"{moments.total()} kills of the loader: {moments['write']} between a transaction's first "
        f"write and its commit, {moments['commit']} during a commit, {moments['other']} elsewhere")
    report.check(
        counted + "; whole submissions only, each retry ends as an undisturbed run",
        moments.total() >= rounds and moments & wanted == wanted, f"{tries} tries, wanted {wanted}")


def kill_server(place, workload, target):
    """One round: whether the server was killed while the load ran."""
    place.reset(workload.base)
    place.lines("checkpoint")
    place.log.skip()
    started = place.start(*workload.command)
    sessions = Sessions()
    is_hit = watch(place, started, target, sessions)
    if is_hit:
        place.kill_server()
    output = finish(started)
    if not is_hit:
        return None
    if started.returncode not in (0, 1, 2):
        raise AssertionError(f"the load ended with {started.returncode}: {output[-2000:]}")
    # The next command starts the server again, which recovers.
    place.run("db", "check")
    place.open()
    text = " ".join(entry.text for entry in place.log.read())
    if "automatic recovery in progress" not in text:
        raise AssertionError("the log tells of no recovery")
    workload.check_whole(place)
    workload.check_retry(place)
    state = set(sessions.states.values())
    return "write" if state & {"written", "committing"} else "other"


def server_killed(place, workloads, random, rounds, report):
    """PostgreSQL is killed so many times under a load."""
    moments, tries = Counter(), 0
    while moments.total() < rounds and tries < 3 * rounds:
        tries += 1
        workload = random.choice(workloads)
        target = choose(random, workload, random.choice(["write", "write", "commit", "other"]))
        moment = kill_server(place, workload, target)
        if moment:
            moments[moment] += 1
            progress(moments.total(), rounds)
    report.check(
        f"{moments.total()} kills of PostgreSQL: {moments['write']} while a transaction that had "
        "written was open; each time it recovers and the retry ends as an undisturbed run",
        moments.total() >= rounds, f"{tries} tries")
