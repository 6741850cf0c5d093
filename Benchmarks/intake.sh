#!/bin/sh
# How fast files are read, mapped and checked, without a database, on one core:
# CSV in every layout against its bar in MB/s, and a workbook of 100,000 rows x
# 5 in turn with the Rust reader in python-calamine, which maps and checks
# nothing.
#
# Bars are printed and fail nothing. Each file must be accepted as a whole.
#
# usage: Benchmarks/intake.sh [RUNS]     YARDSTICK names the program
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
shared=${YARDSTICK_SHARED:-$(dirname "$root")/shared}
yardstick=${YARDSTICK:-$root/.build/release/yardstick}
runs=${1:-5}

if [ ! -f "$shared/bench/make_long_csv.py" ]; then
    echo "intake.sh: $shared/bench/make_long_csv.py is not there." \
        "Set YARDSTICK_SHARED to the shared folder." >&2
    exit 2
fi
if [ ! -x "$yardstick" ]; then
    echo "intake.sh: no program at $yardstick. swift build -c release makes it." >&2
    exit 2
fi

venv=$root/.venv-bench
python=$venv/bin/python
if [ ! -x "$python" ]; then
    python3 -m venv "$venv"
fi
"$python" -m pip install --quiet --disable-pip-version-check \
    --requirement "$here/requirements.txt"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM
# A folder without a server, so that nothing is asked of a database.
export YARDSTICK_DATA_DIR="$folder/none"
python3 "$here/make_bench_consortium.py" 2500 100 "$folder/consortium"
python3 "$here/make_bench_intake.py" "$folder/consortium"
python3 "$shared/bench/make_long_csv.py" 2500 100 20 "$folder/consortium/long.csv" "$folder/clean.csv"
rm "$folder/clean.csv"

# On one core, with its seconds and peak memory in FILE. usage: check FILE NAME MAPPING
check() {
    python3 "$here/measure.py" "$1" taskset -c 0 "$yardstick" check \
        --consortium "$folder/consortium" --mapping "$3" "$folder/consortium/$2"
}

for layout in long wide wide-by-period records ledger positions; do
    run=1
    while [ "$run" -le "$runs" ]; do
        check "$folder/$layout.$run" "$layout.csv" "$layout"
        run=$((run + 1))
    done
done

# The Rust reader on one core. usage: calamine FILE NAME
calamine() {
    python3 "$here/measure.py" "$1" taskset -c 0 \
        "$python" "$here/read_calamine.py" "$folder/consortium/$2"
}

run=1
while [ "$run" -le "$runs" ]; do
    check "$folder/sheet.$run" sheet-100000.xlsx sheet
    calamine "$folder/calamine.$run" sheet-100000.xlsx
    check "$folder/larger.$run" sheet-400000.xlsx sheet
    check "$folder/idle.$run" sheet-1.xlsx sheet
    calamine "$folder/idle-calamine.$run" sheet-1.xlsx
    run=$((run + 1))
done

python3 "$here/intake_summary.py" "$folder" "$runs"
