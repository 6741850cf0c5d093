"""Checks every YAML file that ships against the JSON Schema for it, and the schemas themselves.

usage: schemas_check.py
"""

import copy
import json
import pathlib
import re

from jsonschema import Draft202012Validator

import plain_yaml
from report import Report

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "metrics-spec" / "schemas"
REPORT = Report()

# The keys that a Swift reader takes, in the list that it names `keys`.
READERS = {
    "measure": ("MetricSpec/MeasureReader.swift", "measures", ["$defs", "measure"]),
    "metric": ("MetricSpec/MetricReader.swift", "metric", []),
    "consortium": ("Consortium/ConsortiumHeader.swift", "consortium", []),
    "mapping": ("Submission/Mapping/MappingReader.swift", "mapping", []),
    "format": (
        "Submission/Mapping/MappingReader+Format.swift", "mapping", ["properties", "format"]),
}

# What a schema must refuse: a schema, a change to a good file, what is wrong.
FAULTS = [
    ("metric", lambda value: value.update(polarity="high_is_good"), "an unknown polarity"),
    ("metric", lambda value: value.update(polaritty="high_good"), "a typo in a key"),
    ("metric", lambda value: value.pop("definition"), "a missing definition"),
    ("metric", lambda value: value.update(polarity="target"), "a target polarity without target"),
    ("metric", lambda value: value.update(decimals=12), "twelve decimals"),
    ("metric", lambda value: value.update(formula={}), "an empty formula"),
    ("measures", lambda value: value["measures"][0].update(kind="level"), "an unknown kind"),
    ("measures", lambda value: value["measures"][0].pop("unit"), "a measure without a unit"),
    ("units", lambda value: value["units"].update({"Per Head": {}}), "a unit id with a blank"),
    ("standard", lambda value: value.update(version="1.0"), "a version of two numbers"),
    ("services", lambda value: value.update(service={}), "an unknown key"),
    ("consortium", lambda value: value.update(id="Our Cities"), "an id with capitals"),
    ("peer-group", lambda value: value.update(list="all", rule={"attribute": "population"}),
     "two kinds of membership"),
    ("mapping", lambda value: value.update(layout="tall"), "an unknown layout"),
    ("mapping", lambda value: value.pop("city"), "a mapping without a city"),
    ("mapping", lambda value: value["period"].update(colum="Quarter"), "a typo in a place"),
]


def schema_of(path):
    """The name of the schema for a shipped YAML file, None for other files."""
    parts = path.relative_to(ROOT).parts
    folder, name = parts[-2], parts[-1]
    if "__Snapshots__" in parts or "Fixtures" in parts:
        return None
    for plain in ("standard", "units", "services", "measures", "consortium"):
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


def check_readers(schemas):
    """The keys of a schema are those that the Swift reader takes."""
    for label, (source, name, steps) in READERS.items():
        text = (ROOT / "Sources" / source).read_text(encoding="utf-8")
        match = re.search(r"static let keys = \[(.*?)\]", text, re.DOTALL)
        part = schemas[name]
        for step in steps:
            part = part[step]
        taken = set(re.findall(r'"([a-z_]+)"', match.group(1))) if match else set()
        known = set(part["properties"])
        REPORT.check(
            f"the keys of {label} are those that {source} reads", bool(match) and taken == known,
            f"only in the schema {sorted(known - taken)}, only in Swift {sorted(taken - known)}")


def check_files(schemas):
    """Every shipped file fits its schema; returns one good value for each schema."""
    good = {}
    folders = [ROOT / "metrics-spec", ROOT / "examples"]
    paths = sorted(path for folder in folders for path in folder.rglob("*.yaml"))
    for path in paths:
        name = schema_of(path)
        if name is None:
            continue
        label = str(path.relative_to(ROOT))
        try:
            value = plain_yaml.read(path.read_text(encoding="utf-8"))
        except Exception as error:
            REPORT.check(label, False, f"no YAML: {error}")
            continue
        errors = sorted(Draft202012Validator(schemas[name]).iter_errors(value), key=str)
        REPORT.empty(
            f"{label} fits {name}.schema.json",
            [f"{error.json_path}: {error.message}" for error in errors])
        if not errors:
            good.setdefault(name, value)
    return good


def check_faults(schemas, good):
    """Each schema refuses what is wrong with a file."""
    for name, change, label in FAULTS:
        value = copy.deepcopy(good.get(name))
        if value is None:
            REPORT.check(f"{name}.schema.json refuses {label}", False, "no good file to change")
            continue
        change(value)
        REPORT.check(
            f"{name}.schema.json refuses {label}",
            not Draft202012Validator(schemas[name]).is_valid(value))


def main():
    schemas = load_schemas()
    REPORT.run("the keys that Swift reads", lambda: check_readers(schemas))
    good = check_files(schemas)
    REPORT.run("planted faults", lambda: check_faults(schemas, good))
    REPORT.finish()


main()
