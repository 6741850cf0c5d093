"""Reads YAML as YAML 1.2 and editors do: no dates, no yes and no, no doubled keys."""

import re

import yaml


class PlainLoader(yaml.SafeLoader):
    """The core schema of YAML 1.2: null, true and false, whole numbers, numbers, text."""

    yaml_implicit_resolvers = {}


PlainLoader.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"^(null|Null|NULL|~|)$"), ["n", "N", "~", ""])
PlainLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
PlainLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
PlainLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$"),
    list("-+.0123456789"))


def mapping(loader, node):
    """A table whose keys are texts and stand once."""
    table = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in table:
            raise yaml.constructor.ConstructorError(
                None, None, f"the key {key!r} stands twice", key_node.start_mark)
        table[key] = loader.construct_object(value_node, deep=True)
    return table


PlainLoader.add_constructor("tag:yaml.org,2002:map", mapping)
PlainLoader.add_constructor(
    "tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))


def read(text):
    """The value of a YAML text."""
    return yaml.load(text, Loader=PlainLoader)
