"""Checks every YAML file that ships against the JSON Schema for it, and the schemas themselves.

usage: schemas_check.py
"""

import json
import pathlib

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import plain_yaml
import schema_readers
import schema_samples
from report import Report

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "metrics-spec" / "schemas"
REPORT = Report()

# Files at the top of a standard or consortium that have a schema of their name.
NAMED = [
    "standard", "units", "services", "breakdowns", "prices", "recognition", "measures",
    "consortium",
]

# What the schemas of a consortium's own files must refuse: a schema, the place of the change in
# the first shipped file that fits it, what stands there then, what is wrong.
DROP = schema_samples.DROP
FAULTS = schema_samples.FAULTS + [
    ("consortium", ["id"], "Our Cities", "an id with capitals"),
    ("consortium", ["standard"], DROP, "a consortium without a standard"),
    ("consortium", ["calendar"], {"year_starts": 13}, "a thirteenth month"),
    ("consortium", ["publication"], {"uncertified": "hidden"}, "uncertified figures hidden"),
    ("consortium", ["publication"], {"certified_by_sender": "no"}, "a word where yes or no is"),
    ("consortium", ["burden"], {"minutes_per_service": 0}, "no time for reporting"),
    ("peer-group", ["list"], "all", "two kinds of membership"),
    ("peer-group", ["title"], DROP, "a group without a title"),
    ("peer-group", ["minimum"], 0, "statistics of nobody"),
    ("peer-group", ["valid"], DROP, "a choice by likeness without a day"),
    ("peer-group", ["visibility"], "private", "a private group of everybody's"),
    ("peer-group", ["neighbours", "k"], 4, "a choice of fewer than are close peers"),
    ("peer-group", ["neighbours", "variables"], [], "likeness in nothing"),
    ("peer-group", ["neighbours", "variables"], [{"attribute": "a", "level": 0.9}],
     "the level of no margin"),
    ("peer-group", ["neighbours", "eligible"], {"modes": "equal"}, "equal modes of no service"),
    ("mapping", ["layout"], "tall", "an unknown layout"),
    ("mapping", ["city"], DROP, "a mapping without a city"),
    ("mapping", ["city"], {"constant": "ashford", "ignore_codes": "Total"},
     "cities left out of no column"),
    ("mapping", ["status"], {"codes": {"e": "estimated"}}, "a status from nowhere"),
    ("mapping", ["period", "colum"], "Quarter", "a typo in a place"),
    ("mapping", ["period", "calendar"], "town", "an unknown calendar"),
    ("mapping", ["period"], {"date": "Opened"}, "a date where a row is no record"),
    ("mapping", ["figures"], [{"aggregate": "count"}], "figures where a cell is a value"),
    ("mapping", ["ledger"], {"account": "Account"}, "a ledger in another layout"),
    ("mapping", ["cost_basis"], {"constant": "gross"}, "an unknown cost basis"),
    ("mapping", ["accounting_basis"], {"constant": "budget"}, "an unknown accounting basis"),
    ("mapping", ["overhead_method"], {"constant": "some"}, "an unknown overhead method"),
    ("mapping", ["audit_status"], {"codes": {"y": "audited"}}, "codes without a column"),
    ("mapping", ["explanation"], {"constant": "Snow."}, "one explanation for all"),
    ("mapping", ["breakdown"], {"column": "Group", "crosswalk": "bands"},
     "a crosswalk of no list"),
    ("mapping", ["values"], [{"measure": "a/b"}], "figures in no column"),
    ("mapping", ["values"], [{"column": "A", "header": ["A"], "measure": "a/b"}],
     "a column said twice"),
    ("mapping", ["values"], [{"header": [], "measure": "a/b"}], "a pattern of no header row"),
    ("mapping", ["variant"], {}, "a variant from nowhere"),
    ("mapping", ["city"], {"column": "City", "block": "{city}"}, "a city in rows and above them"),
    ("mapping", ["period"], {"path": "{period}/*", "date": "Day"}, "a date beside a path"),
    ("mapping", ["units"], {"R thousands": {}}, "a unit without a factor"),
    ("mapping", ["fill"], [], "no column to be filled"),
    ("mapping", ["format", "rows"], "data..records", "a path with a hole"),
    ("mapping", ["format", "grouping"], "two", "digits grouped as nobody does"),
    ("mapping", ["format", "rows"], ["data", "records"], "a path in parts"),
    ("mapping", ["nesting"], ["city"], "one block in an order"),
    ("mapping", ["title"], DROP, "a mapping without a title"),
    ("mapping", ["files"], 7, "a pattern that is a number"),
    ("mapping", ["sender"], ["ashford"], "several senders"),
    ("mapping", ["format", "sheet"], [], "no sheet at all"),
    ("mapping", ["format", "member"], {"name": "*.csv"}, "files of an archive by a table"),
    ("mapping", ["format", "header_row"], 0, "a line before the first"),
    ("mapping", ["format", "table"], {"before": "Sums"}, "a table before a text"),
    ("mapping", ["format", "total_rows"], {"column": "Item"}, "rows of totals like nothing"),
    ("mapping", ["format", "negative"], "red", "negative numbers in red"),
    ("mapping", ["measure"], {"colum": "Code"}, "a typo in the place of a measure"),
    ("mapping", ["value"], {"header": ["A"]}, "a value in no column"),
    ("mapping", ["missing"], {"n/a": "unknown"}, "an unknown reason for no value"),
    ("mapping", ["where"], ["Status"], "a condition without texts"),
    ("mapping", ["ignore"], {"column": "Remarks"}, "columns left out by a table"),
    ("mapping", ["personal"], 3, "a personal column by its place"),
    ("mapping", ["checks"], {"sum": "Total"}, "a check of one row alone"),
    ("mapping", ["values"], [{"column": "A", "measure": "a/b", "accumulates": "year"}],
     "a year so far of no fiscal year"),
]


def schema_of(path):
    """The name of the schema for a shipped YAML file."""
    parts = path.relative_to(ROOT).parts
    folder, name = parts[-2], parts[-1]
    if len(parts) > 2 and parts[-3] == "proposals":
        return "proposal"
    for plain in NAMED:
        if name == plain + ".yaml":
            return plain
    if folder == "mappings":
        return "mapping"
    if folder == "peer-groups":
        return "peer-group"
    return "metric"


def undescribed(schema, place):
    """The properties of a schema that an editor could not explain."""
    found = []
    if isinstance(schema, dict):
        for name, part in schema.get("properties", {}).items():
            is_bare = isinstance(part, dict) and part.keys() <= {"$ref"}
            if isinstance(part, dict) and "description" not in part and not is_bare:
                found.append(f"{place}.{name}")
        for name, part in schema.items():
            if name not in ("if", "then", "else", "not"):
                found += undescribed(part, f"{place}.{name}")
    elif isinstance(schema, list):
        for part in schema:
            found += undescribed(part, place)
    return found


def property_names(schema):
    """The names of all properties anywhere in a schema."""
    names = set()
    if isinstance(schema, dict):
        names |= set(schema.get("properties", {}))
        for name, part in schema.items():
            if name not in ("if", "then", "else", "not"):
                names |= property_names(part)
    elif isinstance(schema, list):
        for part in schema:
            names |= property_names(part)
    return names


def used_names(value):
    """All keys anywhere in a file."""
    if isinstance(value, dict):
        return set(value).union(*(used_names(part) for part in value.values()))
    if isinstance(value, list):
        return set().union(*(used_names(part) for part in value))
    return set()


def load_schemas():
    """All schemas by name, each checked to be one."""
    schemas = {}
    for path in sorted(SCHEMAS.glob("*.schema.json")):
        name = path.name.removesuffix(".schema.json")
        schemas[name] = json.loads(path.read_text(encoding="utf-8"))
        try:
            Draft202012Validator.check_schema(schemas[name])
            REPORT.check(f"{path.name} is a schema of draft 2020-12", True)
        except Exception as error:
            REPORT.check(f"{path.name} is a schema of draft 2020-12", False, str(error))
        REPORT.empty(f"{path.name} describes every key", undescribed(schemas[name], name))
    return schemas


def validators(schemas):
    """A validator for each schema, by name; schemas refer to each other by file name."""
    registry = Registry().with_resources(
        (f"{name}.schema.json", Resource.from_contents(schema))
        for name, schema in schemas.items())
    return {
        name: Draft202012Validator(
            {"$ref": f"{name}.schema.json"}, registry=registry)
        for name in schemas
    }


def source(name):
    """The text of a Swift source."""
    return (ROOT / "Sources" / name).read_text(encoding="utf-8")


def check_readers(schemas):
    """The keys and words of a schema are those that Swift takes."""
    for label, file, anchor, skipped, name, steps in schema_readers.READERS:
        taken = schema_readers.keys(source(file), anchor, skipped)
        known = set(schema_readers.part(schemas[name], steps)["properties"])
        REPORT.check(
            f"the keys of {label} are those that {file} reads", taken == known,
            f"in the schema {sorted(known)}, in Swift {sorted(taken or [])}")
    for swift, file, name, steps in schema_readers.WORDS:
        taken = schema_readers.words(source(file), swift)
        known = set(schema_readers.part(schemas[name], steps)["enum"])
        REPORT.check(
            f"the words of {name} are those of {swift}", taken == known,
            f"in the schema {sorted(known)}, in Swift {sorted(taken or [])}")


def check_files(fits):
    """Every shipped file fits its schema; returns one good value for each schema."""
    good = {}
    sound = ROOT / "Tests" / "Fixtures" / "broken-specs" / "sound"
    folders = [ROOT / "metrics-spec", ROOT / "examples", sound]
    paths = sorted(path for folder in folders for path in folder.rglob("*.yaml"))
    for path in paths:
        name = schema_of(path)
        label = str(path.relative_to(ROOT))
        try:
            value = plain_yaml.read(path.read_text(encoding="utf-8"))
        except Exception as error:
            REPORT.check(label, False, f"no YAML: {error}")
            continue
        errors = sorted(fits[name].iter_errors(value), key=str)
        REPORT.empty(
            f"{label} fits {name}.schema.json",
            [f"{error.json_path}: {error.message}" for error in errors])
        if not errors:
            good.setdefault(name, value)
    return good


def check_samples(schemas, fits):
    """Files that use every key fit; returns the first of each schema."""
    samples = schema_samples.samples()
    for name, values in samples.items():
        errors = [error for value in values for error in fits[name].iter_errors(value)]
        REPORT.empty(
            f"{name}.schema.json takes a file with every key",
            [f"{error.json_path}: {error.message}" for error in errors])
        REPORT.empty(
            f"the samples of {name} use every key",
            sorted(property_names(schemas[name]) - used_names(values)))
    used = used_names(list(samples.values()))
    REPORT.empty(
        "the samples use every key of definition.schema.json",
        sorted(property_names(schemas["definition"]["$defs"]) - used))
    return {name: values[0] for name, values in samples.items()}


def check_faults(schemas, fits, good):
    """Each schema refuses what is wrong with a file, for at least three faults."""
    for name, path, new, label in FAULTS:
        title = f"{name}.schema.json refuses {label}"
        if name not in good:
            REPORT.check(title, False, "no good file to change")
            continue
        REPORT.check(
            title, not fits[name].is_valid(schema_samples.changed(good[name], path, new)))
    # definition.schema.json is part of others and tried with them.
    for name in schemas.keys() - {"definition"}:
        number = sum(fault[0] == name for fault in FAULTS)
        REPORT.check(f"{name}.schema.json has three planted faults or more", number >= 3)


def main():
    schemas = load_schemas()
    fits = validators(schemas)
    REPORT.run("the keys that Swift reads", lambda: check_readers(schemas))
    good = check_files(fits)
    REPORT.run("samples", lambda: good.update(check_samples(schemas, fits)))
    REPORT.run("planted faults", lambda: check_faults(schemas, fits, good))
    REPORT.finish()


main()
