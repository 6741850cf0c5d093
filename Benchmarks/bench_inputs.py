"""The inputs of the benchmarks, in a folder that goes away with them."""
import os
import random
import subprocess
import sys
import tempfile

from side_by_side import HERE, peer


class Folder:
    """A folder for one benchmark; `with Folder() as folder`."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="yardstick-bench-")
        return self

    def __exit__(self, *_):
        self.folder.cleanup()

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def consortium(self, cities, measures, metrics=1):
        """A consortium folder whose cities and measures the inputs name."""
        path = self.path("consortium")
        run("make_bench_consortium.py", cities, measures, path, metrics)
        return path

    def history(self, cities, measures=100, quarters=20):
        """One long CSV, and the same rows mapped and clean."""
        long, clean = self.path(f"long-{cities}.csv"), self.path(f"clean-{cities}.csv")
        subprocess.run(
            [sys.executable, peer("make_long_csv.py"), str(cities), str(measures), str(quarters),
             long, clean], check=True)
        return long, clean

    def correction(self, long):
        """The same rows with every tenth value, at random, another one."""
        path = long.replace("long", "corrected")
        rng = random.Random(13)
        with open(long) as source, open(path, "w") as target:
            target.write(next(source))
            for line in source:
                target.write(corrected(line) if rng.random() < 0.1 else line)
        return path


def corrected(line):
    """The row with a figure that is 7 % and 1 higher; 1 for one without."""
    city, measure, period, value = line.rstrip("\n").rsplit(",", 1)[0].split(",", 3)
    text = value.strip('"').replace(",", "")
    figure = 0.0 if text == "n/a" else float(text)
    return f"{city},{measure},{period},{figure * 1.07 + 1:.2f},\n"


def run(script, *arguments):
    subprocess.run(
        [sys.executable, os.path.join(HERE, script), *map(str, arguments)], check=True)
