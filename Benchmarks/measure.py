"""Runs a command and writes its wall seconds and peak memory (KB).

usage: measure.py FILE COMMAND...
The memory is the largest of any process that the command started.
"""
import resource
import subprocess
import sys
import time

start = time.perf_counter()
code = subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL).returncode
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
with open(sys.argv[1], "w") as file:
    file.write(f"{seconds:.3f} {peak}\n")
sys.exit(code)
