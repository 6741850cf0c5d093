"""The schemas of the documents that --format json writes, and the Swift types behind them."""

import json
import pathlib
import re

from jsonschema import Draft202012Validator

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "docs" / "json"
SOURCES = ROOT / "Sources"

# The Swift type that each object of a schema is written from, by document and
# the keys of the arrays that lead to the object.
SHAPES = {
    ("check",): "CheckDocument",
    ("check", "files"): "CheckReport",
    ("check", "files", "groups"): "FindingGroupLine",
    ("check", "files", "findings"): "FindingLine",
    ("aggregate",): "AggregateReport",
    ("aggregate", "findings"): "FindingLine",
    ("inbox",): "InboxDocument",
    ("inbox", "replies"): "InboxLine",
    ("map-suggest",): "SuggestionDocument",
    ("map-suggest", "columns"): "SuggestedColumn",
    ("map-suggest", "columns", "candidates"): "CandidateLine",
    ("map-suggest", "further"): "FurtherDraft",
    ("map-suggest", "codes"): "SuggestedCode",
    ("map-suggest", "codes", "candidates"): "CandidateLine",
    ("map-test",): "MapTestDocument",
    ("map-test", "drafts"): "DraftLine",
    ("map-test", "readings"): "ReadingLine",
    ("map-test", "findings"): "FindingLine",
    ("map-test", "columns"): "ColumnUseLine",
    ("map-test", "codes"): "CodeUseLine",
    ("load",): "LoadDocument",
    ("load", "submissions"): "ReceiptLine",
    ("load", "submissions", "groups"): "FindingGroupLine",
    ("load", "submissions", "changes"): "ChangeLine",
    ("agenda",): "AgendaDocument",
    ("agenda", "queries"): "QueryLine",
    ("agenda", "queries", "entries"): "QueryEntryLine",
    ("agenda", "moves"): "MoveLine",
    ("agenda", "moves", "said"): "SaidLine",
    ("agenda", "flagged"): "FlaggedLine",
    ("agenda", "flagged", "said"): "SaidLine",
    ("certify",): "CertificationDocument",
    ("certify", "services"): "CertifiedLine",
    ("query",): "QueryDocument",
    ("query", "query"): "QueryLine",
    ("query", "query", "entries"): "QueryEntryLine",
    ("queries",): "QueriesDocument",
    ("queries", "queries"): "QueryLine",
    ("queries", "queries", "entries"): "QueryEntryLine",
    ("withdraw",): "WithdrawalDocument",
    ("erase",): "ErasureDocument",
    ("audit",): "AuditDocument",
    ("audit", "entries"): "AuditLine",
    ("audit-verify",): "AuditVerifyDocument",
    ("submissions",): "SubmissionsDocument",
    ("submissions", "submissions"): "SubmissionLine",
    ("findings",): "FindingsDocument",
    ("findings", "findings"): "StoredFindingLine",
    ("history",): "HistoryDocument",
    ("history", "series"): "HistorySeries",
    ("history", "peers"): "HistoryPeers",
    ("history", "explanations"): "HistoryExplanation",
    ("history", "records"): "HistoryRecords",
    ("history", "files"): "HistoryFile",
    ("history", "codes"): "HistoryCodes",
    ("history", "codes", "codes"): "HistoryCode",
    ("explain",): "ExplanationDocument",
    ("questions",): "QuestionsDocument",
    ("questions", "questions"): "QuestionLine",
    ("releases",): "ReleasesDocument",
    ("releases", "releases"): "ReleaseLine",
    ("status",): "StatusDocument",
    ("status", "cities"): "StatusLine",
    ("status", "services"): "ServiceStatusLine",
    ("status", "counts"): "StateCountLine",
    ("status", "late"): "LateLine",
    ("peers",): "PeersDocument",
    ("peers", "groups"): "PeerGroupLine",
    ("peers", "groups", "likeness"): "LikenessLine",
    ("peers", "groups", "likeness", "variables"): "PeerVariableLine",
    ("peers", "groups", "likeness", "close"): "NearPeerLine",
    ("peers", "groups", "likeness", "close", "variables"): "PeerShareLine",
    ("compare",): "CompareDocument",
    ("compare", "comparisons"): "ComparisonLine",
    ("compare", "comparisons", "uncertified"): "UncertifiedLine",
    ("release",): "ReleaseDocument",
    ("release", "releases"): "ComparisonLine",
    ("release", "releases", "uncertified"): "UncertifiedLine",
    ("preview",): "PreviewDocument",
    ("preview", "standings"): "StandingLine",
    ("preview", "responses"): "ResponseLine",
    ("respond",): "ResponseDocument",
    ("release-publish",): "PublicationDocument",
    ("release-publish", "releases"): "PublicationLine",
    ("release-diff",): "ReleaseDiffDocument",
    ("release-diff", "values"): "ValueChangeLine",
    ("release-diff", "values", "causes"): "CauseLine",
    ("release-diff", "ranks"): "RankMoveLine",
    ("release-diff", "members"): "MemberChangeLine",
    ("release-log",): "ReleaseLogDocument",
    ("release-log", "entries"): "ReleaseLogLine",
    ("release-log", "entries", "values"): "ValueChangeLine",
    ("release-log", "entries", "values", "causes"): "CauseLine",
    ("release-verify",): "VerificationDocument",
    ("release-verify", "releases"): "VerificationLine",
    ("release-verify", "releases", "tables"): "VerifiedTableLine",
    ("lineage",): "LineageDocument",
    ("lineage", "sources"): "SourceLine",
    ("standing-explanation",): "StandingExplanationDocument",
    ("standing-explanation", "terms"): "TermsLine",
    ("standing-explanation", "sources"): "SourceLine",
    ("standing-explanation", "groups"): "ExplainedGroupLine",
    ("standing-explanation", "groups", "standing"): "StandingLine",
    ("standing-explanation", "groups", "peers"): "ExplainedPeerLine",
    ("standing-explanation", "course"): "CourseLine",
    ("show",): "ShowDocument",
    ("show", "standings"): "StandingLine",
    ("show", "recognition"): "RecognitionLine",
    ("show", "recognition", "rules"): "RecognitionRuleLine",
    ("report",): "ReportDocument",
    ("db-status",): "DatabaseStatusDocument",
    ("db-check",): "DatabaseCheckDocument",
    ("db-check", "broken"): "BrokenPromiseLine",
    ("db-backup",): "BackupDocument",
    ("db-backup", "tables"): "BackupTable",
    ("db-backup", "files"): "BackupFile",
    ("db-restore",): "RestoreDocument",
    ("spec-list",): "SpecDocument",
    ("spec-list", "metrics"): "SpecLine",
    ("spec-lint",): "LintDocument",
    ("spec-lint", "faults"): "LintLine",
    ("spec-show",): "DefinitionDocument",
    ("spec-show", "fields"): "DefinitionLine",
    ("spec-show", "measures"): "DefinitionLine",
    ("spec-diff",): "DiffDocument",
    ("spec-diff", "added"): "DiffEntry",
    ("spec-diff", "removed"): "DiffEntry",
    ("spec-diff", "changed"): "DiffChange",
    ("spec-diff", "changed", "fields"): "DiffField",
    ("spec-docs",): "DocsDocument",
    ("spec-template",): "TemplateDocument",
}

# Closed lists: where a schema has one, and the Swift type whose words it holds.
WORDS = [
    (("check", "files", "findings"), "severity", "Severity", "Submission/Checking/Finding.swift"),
    (("status", "cities"), "state", "State", "Warehouse/CityStatus.swift"),
    (("status", "services"), "state", "State", "Warehouse/Quarter/ServiceStatus.swift"),
    (("status", "counts"), "state", "State", "Warehouse/Quarter/ServiceStatus.swift"),
    (("status", "late"), "owes", "Owes", "yardstick/Commands/Quarter/PeriodStatus+Quarter.swift"),
    (("status",), "stage", "Stage", "Consortium/ReportingCycle.swift"),
    (("status",), "next_step", "Step", "Consortium/ReportingCycle.swift"),
    (("certify", "services"), "outcome", "Outcome", "Warehouse/Quarter/Certification.swift"),
    (("queries", "queries"), "state", "State", "Warehouse/Quarter/FigureQuery.swift"),
    (("queries", "queries"), "waits_for", "Side", "Warehouse/Quarter/FigureQuery.swift"),
    (("queries", "queries", "entries"), "action", "Action",
     "Warehouse/Quarter/FigureQuery.swift"),
    (("findings", "findings"), "severity", "Severity", "Submission/Checking/Finding.swift"),
    (("check", "files", "groups"), "severity", "Severity", "Submission/Checking/Finding.swift"),
    (("load", "submissions", "groups"), "severity", "Severity",
     "Submission/Checking/Finding.swift"),
    (("load", "submissions", "changes"), "old_status", "ObservationStatus",
     "MetricSpec/Vocabulary.swift"),
    (("load", "submissions", "changes"), "new_status", "ObservationStatus",
     "MetricSpec/Vocabulary.swift"),
    (("load", "submissions", "changes"), "variant", "Variant", "MetricSpec/Vocabulary.swift"),
    (("audit", "entries"), "action", "Action", "Warehouse/AuditEntry.swift"),
    (("audit-verify",), "problem", "Problem", "Warehouse/Warehouse+AuditReading.swift"),
    (("load", "submissions"), "outcome", "Outcome", "Warehouse/LoadReceipt.swift"),
    (("peers", "groups", "likeness", "variables"), "transform", "NeighbourTransform",
     "Consortium/NeighbourRule.swift"),
    (("compare", "comparisons"), "kind", "ReleaseKind", "Warehouse/Release.swift"),
    (("releases", "releases"), "visibility", "Audience", "Warehouse/Release.swift"),
    (("release-diff", "values"), "change", "Kind", "Warehouse/ReleaseDifference.swift"),
    (("show", "standings"), "status", "StandingStatus", "MetricSpec/Vocabulary.swift"),
    (("show", "standings"), "reason", "IncomparableReason", "MetricSpec/ValueBasis.swift"),
    (("spec-list", "metrics"), "polarity", "Polarity", "MetricSpec/Vocabulary.swift"),
]


def words(names):
    """Names in Swift as they stand in JSON."""
    return {re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower() for name in names}


def part(schemas, place):
    """The schema of an object in a document."""
    schema = schemas[place[0]]
    for key in place[1:]:
        schema = schema["properties"][key]
        schema = schema.get("items", schema)
    return schema


def faults_of(schema, place):
    """What in a schema is not explained or not closed."""
    found = []
    if isinstance(schema, dict):
        if schema.get("type") == "object" and schema.get("additionalProperties") is not False:
            found.append(f"{place} is open")
        for name, value in schema.get("properties", {}).items():
            if not value.get("description", "").endswith("."):
                found.append(f"{place}.{name} has no sentence")
        for name, value in schema.items():
            found += faults_of(value, f"{place}.{name}")
    return found


def is_schema(schema):
    """Whether a value is a schema of draft 2020-12."""
    return Draft202012Validator(Draft202012Validator.META_SCHEMA).is_valid(schema)


def load_schemas(report):
    """All schemas by name, each checked to be one."""
    schemas = {}
    for path in sorted(SCHEMAS.glob("*.schema.json")):
        name = path.name.removesuffix(".schema.json")
        schema = schemas[name] = json.loads(path.read_text(encoding="utf-8"))
        report.check(f"{path.name} is a schema of draft 2020-12", is_schema(schema))
        report.empty(f"{path.name} is closed and describes every key", faults_of(schema, name))
        report.check(
            f"{path.name} has the id of its document",
            re.fullmatch(rf"yardstick/{name}/[1-9][0-9]*", schema["$id"]) is not None
            and schema["properties"]["schema"]["const"] == schema["$id"], schema["$id"])
    return schemas


def swift_files():
    """The texts of the Swift files of the program itself."""
    return [path.read_text(encoding="utf-8")
            for path in sorted((SOURCES / "yardstick").rglob("*.swift"))]


def encodable_types():
    """Fields of all types that the program writes as JSON: the name, and whether it may be nil."""
    types = {}
    for text in swift_files():
        for name, body in re.findall(
                r"^(?:private )?struct (\w+): (?:Encodable|Codable)(?:, Equatable)? \{\n(.*?)^\}", text, re.M | re.S):
            fields = re.findall(r"^    (?:let|var(?=[^{\n]* = )) (\w+)(?:: ([^=\n]+?))?(?: = .*)?$", body, re.M)
            types[name] = {field: kind.endswith("?") for field, kind in fields}
    return types


def check_types(report, schemas):
    """The schemas have the keys of the Swift types, and require what is never nil."""
    types = encodable_types()
    report.check(
        "every type that is written as JSON has a schema", set(types) == set(SHAPES.values()),
        str(set(types) ^ set(SHAPES.values())))
    written = {name for text in swift_files()
               for name in re.findall(r'"(yardstick/[a-z-]+/[0-9]+)"', text)}
    ids = {schema["$id"] for schema in schemas.values()}
    report.check("every document has a schema of its version", written == ids, str(written ^ ids))
    for place, name in SHAPES.items():
        schema, fields = part(schemas, place), types[name]
        keys, required = set(schema["properties"]), set(schema["required"])
        report.check(
            f"{'.'.join(place)} has the keys of {name}", keys == words(fields),
            str(keys ^ words(fields)))
        always = words(field for field, may_be_nil in fields.items() if not may_be_nil)
        report.check(
            f"{'.'.join(place)} requires what {name} always has", required == always,
            str(required ^ always))


def check_words(report, schemas):
    """The closed lists of the schemas are those of the Swift types."""
    for place, key, name, source in WORDS:
        text = (SOURCES / source).read_text(encoding="utf-8")
        body = re.search(rf"enum {name}: String.*?\{{\n(.*?)^ *\}}", text, re.M | re.S).group(1)
        cases = re.findall(r'^ *case (\w+)(?: = "(\w+)")?$', body, re.M)
        swift = {raw or case for case, raw in cases}
        listed = set(part(schemas, place)["properties"][key]["enum"])
        report.check(
            f"{'.'.join(place)}.{key} lists the words of {name}", listed == swift,
            str(listed ^ swift))
