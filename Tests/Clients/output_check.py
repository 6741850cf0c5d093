"""Runs the commands with --format json on the demo and checks each document against its schema.

usage: output_check.py YARDSTICK CONSORTIUM
"""

import copy
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile

from jsonschema import Draft202012Validator

import output_schemas
from report import Report

REPORT = Report()

# A period before any city counted anything.
EMPTY_PERIOD = "1800-Q1"


class Program:
    """Runs the program and checks what it writes."""

    def __init__(self, path, consortium, schemas):
        self.path = str(pathlib.Path(path).resolve())
        self.consortium = str(pathlib.Path(consortium).resolve())
        self.schemas = schemas
        self.documents = {}

    def run(self, name, *arguments, wanted=0):
        """Runs a command on the consortium; returns its document, which fits its schema."""
        return self.run_alone(name, *arguments, "--consortium", self.consortium, wanted=wanted)

    def run_alone(self, name, *arguments, wanted=0):
        """Runs a command that takes no consortium."""
        done = subprocess.run(
            [self.path, *arguments, "--format", "json"], capture_output=True, text=True,
            timeout=120, stdin=subprocess.DEVNULL, check=False)
        label = f"yardstick {' '.join(arguments)}".split(" --consortium")[0]
        label = label.replace(self.consortium + "/", "")
        REPORT.check(
            f"{label} ends with exit code {wanted}", done.returncode == wanted,
            f"exit code {done.returncode}: {(done.stdout + done.stderr)[-800:]}")
        document = json.loads(done.stdout)
        errors = Draft202012Validator(self.schemas[name]).iter_errors(document)
        REPORT.empty(
            f"{label} fits {name}.schema.json",
            sorted(f"{error.json_path}: {error.message}" for error in errors))
        self.documents.setdefault(name, document)
        return document

    def submissions(self):
        """The rows of `submissions`."""
        return self.run("submissions", "submissions")["submissions"]

    def releases(self):
        """The rows of `releases`."""
        return self.run("releases", "releases")["releases"]

    def file(self, record):
        """Where a file lies that a document names."""
        return str(pathlib.Path(self.consortium) / record["file"])


def check_aggregate(program):
    """aggregate, into a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        document = program.run(
            "aggregate", "aggregate", program.file({"file": "records/requests-2026-Q3.csv"}),
            "--mapping", "service-requests", "--out", f"{folder}/figures.csv")
        lines = pathlib.Path(document["figures_file"]).read_text(encoding="utf-8").splitlines()
        REPORT.check(
            "aggregate writes a row a figure", len(lines) == document["figures"] + 1, str(lines))
        REPORT.check(
            "no cell of a personal column is written", "Resident" not in "".join(lines))


def first(records, **wanted):
    """The first record that has the values wanted; there must be one."""
    for record in records:
        if all(record[key] == value for key, value in wanted.items()):
            return record
    raise ValueError(f"none has {wanted}")


def check_findings(program):
    """submissions, findings and check."""
    submissions = program.submissions()
    numbers = [record["submission"] for record in submissions]
    REPORT.check("submissions come in the order of their numbers", numbers == sorted(numbers))
    program.run("check", "check", program.file(first(submissions, state="accepted", rejected=0)))
    bad = next(record for record in submissions if record["rejected"] > 0)
    every = program.run("findings", "findings")["findings"]
    stored = program.run("findings", "findings", str(bad["submission"]))["findings"]
    REPORT.check(
        "findings of one submission are its own among all", bool(stored) and
        stored == [line for line in every if line["submission"] == bad["submission"]])
    found = program.run("check", "check", program.file(bad), wanted=1)["files"][0]
    REPORT.check(
        "check finds what load found", [line["message"] for line in found["findings"]]
        == [line["message"] for line in stored])
    REPORT.check("check counts its findings", found["finding_count"] == len(found["findings"])
                 == sum(group["count"] for group in found["groups"]))
    REPORT.check(
        "accepted and rejected are all values that were read",
        found["accepted"] + found["rejected"] == found["values_read"] > 0, str(found))
    with tempfile.NamedTemporaryFile(suffix=".csv") as file:
        file.write(b"city,\x00\n")
        file.flush()
        found = program.run(
            "check", "check", file.name, "--mapping", bad["mapping"], wanted=1)["files"][0]
    REPORT.check(
        "a file with a NUL is rejected as a whole, with a fatal finding", found["is_rejected"]
        and [line["severity"] for line in found["findings"]] == ["fatal"], str(found))


def check_archive(program):
    """check of a zip archive: findings name the file in it."""
    sound = first(program.submissions(), state="accepted", rejected=0)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "city.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.write(program.file(sound), sound["file"])
            archive.writestr("b/broken.csv", b"city,\x00\n")
        found = program.run(
            "check", "check", str(path), "--mapping", sound["mapping"], wanted=1)["files"][0]
    broken = [line.get("member") for line in found["findings"] if line["severity"] == "fatal"]
    REPORT.check(
        "the broken file of an archive is named, and the others are accepted",
        broken == ["b/broken.csv"] and not found["is_rejected"] and found["accepted"] > 0,
        str(found))


def check_history(program):
    """history, explain and check with a history."""
    record = first(program.submissions(), state="accepted", rejected=0)
    line = first(program.run("status", "status")["cities"])
    history = program.run("history", "history", "--city", line["city"])
    series = history["series"][0]
    period, value = sorted(series["values"].items())[-1]
    said = ["explain", "--city", line["city"], "--measure", series["measure"], "--period", period,
            "--breakdown", series["breakdown"], "--text", "It is so"]
    for is_known in (False, True):
        told = program.run("explain", *said)
        REPORT.check(
            "an explanation is of the current figure, and new once",
            (told["value"], told["current"], told["is_known"]) == (value, value, is_known), str(told))
    history = program.run("history", "history", "--city", line["city"])
    REPORT.check(
        "a history holds what was explained",
        [told["explanation"] for told in history["explanations"]] == ["It is so"], str(history))
    for stored in program.submissions():
        asked = program.run("questions", "explain", str(stored["submission"]))["questions"]
        REPORT.check(
            "each open question has the command that answers it",
            all(f"--city {line['city']} " in line["command"] for line in asked), str(asked))
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(history, file)
        file.flush()
        program.run("check", "check", program.file(record), "--history", file.name)


def check_mapping(program):
    """map suggest and map test."""
    record = first(program.submissions(), state="accepted", rejected=0)
    file = program.file(record)
    tested = program.run("map-test", "map", "test", file, "--limit", "5")
    REPORT.check("map test shows as many figures as it was asked for", len(tested["drafts"]) == 5)
    suggested = program.run("map-suggest", "map", "suggest", file)
    REPORT.check(
        "map suggest says something of each column",
        [column["name"] for column in suggested["columns"]]
        == [column["name"] for column in tested["columns"]])
    REPORT.check(
        "a measure is found unasked or a question stands there",
        suggested["found"] + suggested["questions"] > 0, str(suggested))


def check_load(program):
    """load, of what is there already."""
    submissions = program.submissions()
    for state, outcome in [("accepted", "already_loaded"), ("withdrawn", "withdrawn")]:
        record = first(submissions, state=state)
        again = program.run("load", "load", program.file(record))["submissions"]
        REPORT.check(
            f"a file of state {state} is known when it is loaded again",
            [(line["outcome"], line["submission"]) for line in again]
            == [(outcome, record["submission"])], str(again))
    with tempfile.TemporaryDirectory() as empty:
        nothing = program.run("load", "load", empty)["submissions"]
    REPORT.check("an empty folder is nothing to do", nothing == [])
    REPORT.check("loading again changed nothing", program.submissions() == submissions)


def check_comparison(program):
    """status, releases, compare, show and report."""
    status = program.run("status", "status")
    nobody = program.run("status", "status", EMPTY_PERIOD)["cities"]
    REPORT.check(
        "a city that sent nothing has no instant of receipt",
        len(nobody) == len(status["cities"]) > 0
        and not any("last_received_at" in city for city in nobody))
    release = first(program.releases(), period=status["period"], is_newest=True)
    none = program.run("compare", "compare", EMPTY_PERIOD)["comparisons"]
    REPORT.check(
        "a period without figures has no release", len(none) == 1 and "release" not in none[0])
    check_unchanged(program, release)
    check_peers(program, "harbour-point", release)
    for city in (status["cities"][0]["city"], status["cities"][-1]["city"]):
        check_standings(program, city, release)
    with tempfile.TemporaryDirectory() as folder:
        pages = program.run(
            "report", "report", "--all", "--period", release["period"], "--out", folder)["files"]
        REPORT.check(
            "report names the files that it wrote", sorted(pages) == sorted(os.listdir(folder)))


def check_quarter(program):
    """certify and query."""
    line = first(program.run("status", "status")["services"], state="received")
    period = program.documents["status"]["period"]
    for outcome in ("certified", "known"):
        services = program.run(
            "certify", "certify", line["city"], period, "--service", line["service"], "--by",
            certifier(program, line["city"]), "--office", "Director of finance")["services"]
        REPORT.check(
            f"a service is {outcome}", [row["outcome"] for row in services] == [outcome])
    asked = program.run(
        "query", "query", "open", "--city", line["city"], "--measure",
        "people/resident-population", "--period", period, "--text", "Is it so?")["query"]
    number = str(asked["query"])
    agenda = program.run("agenda", "agenda", period)
    REPORT.check(
        "the agenda has the question, and moves that its figures make", asked in agenda["queries"]
        and agenda["moves"] and all(
            abs((row["value"] - row["before"]) / abs(row["before"]) - row["change"]) < 1e-12
            for row in agenda["moves"]))
    answered = program.run("query", "query", "answer", number, "--text", "It is.")["query"]
    closed = program.run("query", "query", "close", number, "--text", "Good.")["query"]
    REPORT.check(
        "a question waits for one side, then the other, then nobody",
        [asked["waits_for"], answered["waits_for"], closed.get("waits_for")]
        == ["city", "consortium", None])
    REPORT.check(
        "list and show have the question",
        program.run("query", "query", "show", number)["query"] == closed
        and closed in program.run("queries", "query", "list", period)["queries"])


def certifier(program, city):
    """Who certifies for a city, by contacts.csv."""
    with open(f"{program.consortium}/contacts.csv", encoding="utf-8", newline="") as file:
        return first(csv.DictReader(file), city=city, role="certifier")["name"]


def check_standings(program, city, release):
    """show says what the newest release says."""
    standings = program.run("show", "show", city, release["period"])["standings"]
    REPORT.check(
        f"the standings of {city} are those of the newest release", bool(standings) and
        {(row["city"], row["release"]) for row in standings} == {(city, release["release"])})
    REPORT.empty(
        f"a standing of {city} that is reported has a value",
        [row for row in standings if row["status"] == "reported" and "value" not in row])
    REPORT.empty(
        f"a standing of {city} has both ranks or none",
        [row for row in standings if row.get("rank_worst") != (
            row["rank"] + row["not_reported"] if "rank" in row else None)])


def check_peers(program, city, release):
    """peers says whom the newest release compared a city with, and shares that add up."""
    document = program.run("peers", "peers", city, "--period", release["period"])
    alike = first(document["groups"], group="most-like")
    near = alike["likeness"]["close"] + alike["likeness"]["beyond"]
    REPORT.check(
        f"{city} has close peers, nearest first",
        [row["city"] for row in alike["likeness"]["close"]] == alike["peers"]
        and [row["distance"] for row in near] == sorted(row["distance"] for row in near))
    REPORT.empty(
        "the shares of a distance add up to 1",
        [row for row in near if abs(sum(part["share"] for part in row["variables"]) - 1) > 1e-9])
    then = program.run("peers", "peers", city, "--group", "most-like", "--period",
                       release["period"], "--as-of", "2999-01-01T00:00:00Z")
    REPORT.check(
        "a release keeps what peers were chosen by",
        then["release"] == release["release"] and then["groups"] == [alike], str(then)[:300])


def check_releases(program):
    """release and what is below it, and lineage."""
    release = first(program.releases(), period="2026-Q3", is_newest=True)
    number = str(release["release"])
    line = program.run("release", "release", release["period"])["releases"][0]
    REPORT.check(
        "releasing on unchanged input names the release",
        (line["release"], line["is_unchanged"], line["is_held"])
        == (release["release"], True, False), str(line))
    REPORT.check("no release of the demo waits to be published",
                 program.run("release-publish", "release", "publish")["releases"] == [])
    same = program.run("release-diff", "release", "diff", number, number)
    REPORT.check("a release does not differ from itself",
                 same["values"] == same["ranks"] == same["members"] == [], str(same))
    found = program.run("release-verify", "release", "verify", number)["releases"][0]
    REPORT.check("a release is computed again with the same bytes",
                 found["holds"] and found["digest"] == release["digest"], str(found))
    program.run("release-log", "release", "log")
    check_preview(program)
    city = program.run("status", "status")["cities"][0]["city"]
    shown = first(program.run("show", "show", city, release["period"])["standings"],
                  status="reported")
    figure = program.run("lineage", "lineage", city, shown["metric"], release["period"])
    REPORT.check("the lineage of a figure has its value and a source",
                 figure["value"] == shown["value"] and bool(figure["sources"]), str(figure))
    told = program.run("standing-explanation", "compare", release["period"], "--explain", city,
                       shown["metric"])
    REPORT.check("an explanation has the figure, its sources and the city among its peers",
                 told["value"] == shown["value"] and told["sources"] == figure["sources"]
                 and all(any(peer["city"] == city for peer in group["peers"])
                         == group["standing"]["includes_city"] for group in told["groups"]),
                 str(told))
    then = program.run("compare", "compare", release["period"], "--as-of",
                       "2026-11-30T00:00:00Z")
    REPORT.check("a comparison as of an instant is told as such",
                 then["as_of"] == "2026-11-30T00:00:00Z", str(then))


def check_preview(program):
    """release --visibility preview of a quarter of its own, preview and respond."""
    period = "2026-Q2"
    held = program.run("release", "release", period, "--final", "--visibility", "preview")
    held = held["releases"][0]
    REPORT.check("a final preview is held back and lists what is not certified",
                 held["is_held"] and held["kind"] == "final" and bool(held["uncertified"]), str(held))
    city = held["uncertified"][0]["city"]
    shown = first(program.run("preview", "preview", city, period)["standings"], status="reported")
    REPORT.check("a preview is of the release that is held back",
                 shown["release"] == held["release"], str(shown))
    said = ["respond", city, period, shown["metric"], "--text", "It is so", "--by", "Runa"]
    for is_known in (False, True):
        told = program.run("respond", *said)
        REPORT.check("a response is of the figure shown, and new once",
                     (told["value"], told["is_known"], told["is_held"])
                     == (shown["value"], is_known, True), str(told))
    program.run("release-publish", "release", "publish", str(held["release"]),
                "--visibility", "member")
    seen = program.run("preview", "preview", city, period)
    REPORT.check("a release that members see is no preview, and keeps its response",
                 not seen["is_held"] and not seen["standings"]
                 and [line["text"] for line in seen["responses"]] == ["It is so"], str(seen))


def check_unchanged(program, release):
    """Comparing a period again names its release."""
    line = program.run("compare", "compare", release["period"])["comparisons"][0]
    REPORT.check(
        f"{release['period']} is unchanged since release {release['release']}",
        line["is_unchanged"] and line["release"] == release["release"], str(line))


def check_place(program):
    """db status and spec list."""
    status = program.run_alone("db-status", "db", "status")
    with tempfile.TemporaryDirectory() as folder:
        new = program.run_alone("db-status", "db", "status", "--data-dir", f"{folder}/none")
    if status["kind"] == "private":
        REPORT.check(
            "a private database that is not made has no version",
            "server_version" not in new and not new["is_running"], str(new))
    listed = program.run_alone("spec-list", "spec", "list")["metrics"]
    REPORT.check("spec lists metrics, each once", 0 < len(listed) == len(
        {line["metric"] for line in listed}))
    check_standard(program, listed)


def check_standard(program, listed):
    """spec lint, show, diff and docs."""
    program.run_alone("spec-lint", "spec", "lint")
    metric = listed[0]["metric"]
    shown = program.run_alone("spec-show", "spec", "show", metric)
    REPORT.check("spec shows a metric with its measures", shown["what"] == "metric"
                 and len(shown["measures"]) > 0, str(shown))
    part = shown["measures"][0]["key"]
    measure = program.run_alone("spec-show", "spec", "show", part)
    REPORT.check("spec shows a measure with its metrics", metric in measure["used_by"])
    same = program.run_alone("spec-diff", "spec", "diff", "shipped", "shipped")
    REPORT.check("equal standards have no difference",
                 same["added"] == same["removed"] == same["changed"] == [])
    sound = pathlib.Path(__file__).resolve().parents[1] / "Fixtures" / "broken-specs" / "sound"
    other = program.run_alone("spec-diff", "spec", "diff", str(sound), "shipped")
    REPORT.check("a metric that only one standard has is added",
                 metric in {line["id"] for line in other["added"]})
    program.run_alone("spec-template", "spec", "template", "--mapping")
    with tempfile.TemporaryDirectory() as folder:
        docs = program.run_alone("spec-docs", "spec", "docs", "--out", folder)
        REPORT.check("spec docs writes what it lists", all(
            (pathlib.Path(folder) / name).is_file() for name in docs["files"]))


def check_inbox(program):
    """inbox answers each file once."""
    with tempfile.TemporaryDirectory() as outbox:
        arguments = (
            "inbox", f"{program.consortium}/submissions/2026-Q3", "--once", "--settle", "0",
            "--out", outbox)
        first_time = program.run("inbox", *arguments)
        REPORT.check("inbox names the files that it wrote", bool(first_time["replies"]) and all(
            pathlib.Path(name).is_file() for line in first_time["replies"]
            for name in line["replies"]))
        again = program.run("inbox", *arguments)
        REPORT.check("the same files are answered once", again["replies"] == [])


def check_erasure(program):
    """erase, of a file that brings nothing, so that no figure rests on it."""
    known = program.submissions()
    release = program.releases()[-1]
    record = first(known, state="accepted", rejected=0)
    header = pathlib.Path(program.file(record)).read_bytes().splitlines(keepends=True)[0]
    with tempfile.NamedTemporaryFile(suffix=".csv") as file:
        # Other bytes at each run, or it would be the submission of the last one.
        file.write(header + b"\n" * len(known))
        file.flush()
        loaded = program.run("load", "load", file.name, "--mapping", record["mapping"])
    number = loaded["submissions"][0]["submission"]
    done = program.run(
        "erase", "erase", str(number), "--bytes", "--reason", "To see what the program writes")
    REPORT.check("an erasure has its audit entry", done["audit_entry"] >= 1, str(done))
    REPORT.check(
        "submissions says that it is erased",
        first(program.submissions(), submission=number)["original"] == "erased")
    check_audit(program, number)
    check_unchanged(program, release)


def check_backup(program):
    """db check, backup and restore."""
    checked = program.run("db-check", "db", "check")
    REPORT.check("no promise is broken", checked["broken"] == [], str(checked))
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o711)
        backup = program.run("db-backup", "db", "backup", f"{folder}/backup")
        listed = json.loads((pathlib.Path(folder) / "backup/backup.json").read_bytes())
        REPORT.check("the list in a backup is what db backup says", listed == backup)
        restored = program.run(
            "db-restore", "db", "restore", f"{folder}/backup", "--data-dir", f"{folder}/data")
        REPORT.check(
            "what is restored is what was backed up",
            restored["submissions"] == len(program.submissions()) and restored["unerased"] == [],
            str(restored))


def check_audit(program, erased):
    """audit and audit verify, once a submission is erased."""
    entries = program.run("audit", "audit")["entries"]
    REPORT.check(
        "audit entries have no gap",
        [entry["entry"] for entry in entries] == list(range(1, len(entries) + 1)))
    REPORT.check(
        "the last entry is the erasure",
        (entries[-1]["action"], entries[-1]["submission"]) == ("erased", erased))
    verdict = program.run(
        "audit-verify", "audit", "verify", "--holds", entries[0]["chain_digest"])
    REPORT.check(
        "the audit chain is whole",
        verdict["is_valid"] and verdict["chain_digest"] == entries[-1]["chain_digest"])
    program.run("audit-verify", "audit", "verify", "--holds", "0" * 64, wanted=1)


def check_withdrawal(program):
    """withdraw, and its undoing, after which all counts as before."""
    before = program.submissions()
    release = program.releases()[-1]
    # Nothing later repeats the last one.
    number = first(reversed(before), state="accepted")["submission"]
    arguments = ("withdraw", str(number), "--reason", "To see what the program writes")
    try:
        done = program.run("withdraw", *arguments)
        REPORT.check("a submission is withdrawn", done["is_withdrawn"] is True)
        REPORT.check(
            "submissions says that it is withdrawn",
            first(program.submissions(), submission=number)["state"] == "withdrawn")
    finally:
        undone = program.run("withdraw", *arguments, "--undo")
    REPORT.check("its withdrawal is undone", undone["is_withdrawn"] is False)
    REPORT.check("the submissions are as they were", program.submissions() == before)
    check_unchanged(program, release)


def faulty(document, required):
    """What a schema must refuse: a name of the fault, and the document with it."""
    def changed(change):
        value = copy.deepcopy(document)
        change(value)
        return value

    yield "another version", {**document, "schema": document["schema"] + "9"}
    yield "an unknown key", {**document, "further": 1}
    for key in required:
        yield f"no {key}", {name: document[name] for name in document if name != key}
    for key, rows in document.items():
        yield f"null as {key}", {**document, key: None}
        if isinstance(rows, list) and rows and isinstance(rows[0], dict):
            yield f"an unknown key in {key}", changed(lambda it, key=key: it[key][0].update(new=1))
            for name in rows[0]:
                yield f"null as {key}.{name}", changed(
                    lambda it, key=key, name=name: it[key][0].update({name: None}))


def check_faults(schemas, documents):
    """Each schema refuses what is wrong with a document."""
    for name, document in sorted(documents.items()):
        validator = Draft202012Validator(schemas[name])
        REPORT.empty(
            f"{name}.schema.json refuses what is wrong",
            [fault for fault, value in faulty(document, schemas[name]["required"])
             if validator.is_valid(value)])


def main():
    schemas = output_schemas.load_schemas(REPORT)
    program = Program(sys.argv[1], sys.argv[2], schemas)
    for name, check in [
        ("the Swift types", lambda: output_schemas.check_types(REPORT, schemas)),
        ("the closed lists", lambda: output_schemas.check_words(REPORT, schemas)),
        ("submissions, findings and check", lambda: check_findings(program)),
        ("check of an archive", lambda: check_archive(program)),
        ("history and explain", lambda: check_history(program)),
        ("aggregate", lambda: check_aggregate(program)),
        ("map suggest and map test", lambda: check_mapping(program)),
        ("load", lambda: check_load(program)),
        ("status, releases, compare, show and report", lambda: check_comparison(program)),
        ("certify and query", lambda: check_quarter(program)),
        ("release and lineage", lambda: check_releases(program)),
        ("db status and spec list", lambda: check_place(program)),
        ("inbox", lambda: check_inbox(program)),
        ("withdraw", lambda: check_withdrawal(program)),
        ("erase", lambda: check_erasure(program)),
        ("db check, backup and restore", lambda: check_backup(program)),
        ("planted faults", lambda: check_faults(schemas, program.documents)),
    ]:
        REPORT.run(name, check)
    REPORT.check(
        "a document of every schema was written", set(program.documents) == set(schemas),
        str(set(program.documents) ^ set(schemas)))
    REPORT.finish()


main()
