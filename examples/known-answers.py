#!/usr/bin/env python3
"""Compares what Yardstick computed with what the owners of the data published.

Usage: known-answers.py PROGRAM [EXAMPLE...]

Loads each example that brings a known_answers.py, or only those named, and
prints one line for each check; the exit code is 1 unless every count is met
exactly. Only documents of commands and figures of views are read: nothing here
shares code or SQL with the program. YARDSTICK_SHARED says where the real data
lie. Run it through known-answers.sh, which gives it a database of its own.
"""

import glob
import importlib.util
import os
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import answers  # noqa: E402


def known_answers(path):
    """Returns the functions of an example's known_answers.py, which may import its neighbours."""
    sys.path.insert(1, os.path.dirname(path))
    spec = importlib.util.spec_from_file_location("known_answers", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main():
    """Runs all checks; exits with 1 unless each one holds."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program, *wanted = sys.argv[1:]
    paths = [os.path.join(HERE, name, "known_answers.py") for name in wanted]
    checks = answers.Checks()
    for path in paths or sorted(glob.glob(os.path.join(HERE, "*", "known_answers.py"))):
        example = known_answers(path)
        consortium = answers.Consortium(program, os.path.dirname(path))
        example.load(consortium)
        example.check(consortium, checks)
        checks.ad_hoc(consortium)
    if checks.failed:
        sys.exit(f"known-answers: {checks.failed} checks failed")


if __name__ == "__main__":
    main()
