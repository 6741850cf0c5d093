"""Several programs at once: eight loaders on overlapping submissions, two releases."""

from place import RECEIVED, finish
from state import State
from workloads import LAST, counts

LOADERS = 8
LOAD = ("load", "--received", RECEIVED)


def all_at_once(place, commands, wanted):
    """Starts commands together and waits for all; their outputs."""
    started = [place.start(*command) for command in commands]
    outputs = [finish(one) for one in started]
    for one, output in zip(started, outputs):
        if one.returncode not in wanted:
            raise AssertionError(
                f"{' '.join(one.args[1:3])} ended with {one.returncode}: {output[-2000:]}")
    place.wait_for_sessions()
    return outputs


def in_order(place, base):
    """Loads what is stored again, one file after another in the order of the submissions; the
    state that this leaves."""
    files = place.lines(
        "select file from intake.submission order by submission_id", "yardstick_demo")
    place.reset(base)
    before = set(place.lines("select file from intake.submission", "yardstick_demo"))
    for file in files:
        if file not in before:
            place.run(*LOAD, file, wanted=(0, 1))
    return State(place)


def write_overlapping(place):
    """Eight files of eight senders, each with figures of its own for the same cities and months."""
    files = []
    for number in range(LOADERS):
        name = f"submissions/{LAST}/bureau-{number}/counts.csv"
        path = place.consortium / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            counts(place.consortium, number, 0.3, range(2022, 2024)), encoding="utf-8")
        files.append(name)
    return files


def loaders_at_once(place, _, random, rounds, report):
    """Eight loaders with the same files, each in an order of its own."""
    overlapping = write_overlapping(place)
    quarter = sorted(
        str(path.relative_to(place.consortium))
        for path in (place.consortium / "submissions" / LAST).rglob("*.*") if path.is_file())
    try:
        for _ in range(rounds):
            place.reset("quarter_base")
            commands = []
            for _ in range(LOADERS):
                chosen = random.sample(quarter, 3 * len(quarter) // 4)
                commands.append((*LOAD, *(chosen + [random.choice(overlapping)])))
            all_at_once(place, commands, (0, 1))
            # What none of them had.
            place.run(*LOAD, *quarter, wanted=(0, 1))
            place.run("db", "check")
            together = State(place)
            alone = in_order(place, "quarter_base")
            if together.digest != alone.digest:
                raise AssertionError(f"{together.difference(alone)} differ from one after another")
    finally:
        for name in overlapping:
            (place.consortium / name).unlink()
    report.check(
        f"{rounds} times {LOADERS} loaders at once, each with three quarters of {len(quarter)} "
        "files that overlap: all that is stored is as if they had come one after another", True)


def releases_at_once(place, _, random, rounds, report):
    """Two comparisons at once, of one period and of two."""
    outcomes = set()
    for number in range(rounds):
        periods = [LAST, LAST if number % 2 else "2026-Q2"]
        random.shuffle(periods)
        alone = []
        for order in (periods, periods[::-1]):
            place.reset("release_base")
            for period in order:
                place.run("compare", period)
            alone.append(State(place).digest)
        place.reset("release_base")
        all_at_once(place, [("compare", period) for period in periods], (0,))
        place.run("db", "check")
        for period in periods:
            place.run("compare", period)
        together = State(place)
        if together.digest not in alone:
            raise AssertionError(f"{periods} at once are neither one order nor the other")
        outcomes.add((tuple(sorted(periods)), together.count("member.release")))
    report.check(
        f"{rounds} times two releases at once: {sorted(outcomes)}, as one after the other", True)
