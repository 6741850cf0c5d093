"""One line a check: `ok NAME` or `FAIL NAME: why`; the script ends non-zero if one failed."""

import sys
import traceback


class Report:
    """Collects the outcome of checks and prints each as it comes."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, name, holds, why=""):
        """Notes one check that either holds or not."""
        if holds:
            self.passed += 1
            print(f"ok   {name}", flush=True)
        else:
            self.failed += 1
            print(f"FAIL {name}{': ' if why else ''}{why}", flush=True)

    def empty(self, name, rows):
        """Notes a check that holds if there is nothing in `rows`."""
        rows = list(rows)
        shown = "; ".join(str(row) for row in rows[:3])
        more = f" and {len(rows) - 3} more" if len(rows) > 3 else ""
        self.check(name, not rows, shown + more)

    def run(self, name, check):
        """Runs a function that makes checks; an exception is one that failed."""
        try:
            check()
        except Exception as error:  # any failure of a client is a finding
            traceback.print_exc()
            self.check(name, False, f"{type(error).__name__}: {error}")

    def finish(self):
        """Ends the script; nothing checked is a failure too."""
        sys.exit(0 if self.failed == 0 and self.passed > 0 else 1)
