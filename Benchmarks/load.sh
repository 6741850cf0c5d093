#!/bin/sh
# Loading 5 million values beside `psql \copy` of rows that are mapped and
# clean already: ours maps, checks, keeps the original and its provenance.
#
# Runs A B A B ... on one server in one run, with a checkpoint before each, and
# prints the medians, their ratio and the peak memory of our process. A missed
# bar is printed and does not fail.
#
# usage: Benchmarks/load.sh [PAIRS]     PG* name the server; YARDSTICK the program
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
shared=${YARDSTICK_SHARED:-$(dirname "$root")/shared}
yardstick=${YARDSTICK:-$root/.build/release/yardstick}
pairs=${1:-5}

if [ ! -f "$shared/bench/make_long_csv.py" ]; then
    echo "load.sh: $shared/bench/make_long_csv.py is not there." \
        "Set YARDSTICK_SHARED to the shared folder." >&2
    exit 2
fi
if [ ! -x "$yardstick" ]; then
    echo "load.sh: no program at $yardstick. swift build -c release makes it." >&2
    exit 2
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM
cities=${BENCH_CITIES:-2500}
python3 "$shared/bench/make_long_csv.py" "$cities" 100 20 "$folder/long.csv" "$folder/clean.csv"
python3 "$here/make_bench_consortium.py" "$cities" 100 "$folder/consortium"

# run NAME COMMAND...: seconds and peak memory in KB go to NAME.
run() {
    name=$1
    shift
    psql -q -d postgres -c checkpoint
    python3 "$here/measure.py" "$name" "$@"
}

pair=1
while [ "$pair" -le "$pairs" ]; do
    psql -q -d postgres -c "set client_min_messages = warning" \
        -c "drop database if exists bench_ours" -c "create database bench_ours"
    run "$folder/ours.$pair" "$yardstick" load --consortium "$folder/consortium" \
        --database "dbname=bench_ours" --mapping long "$folder/long.csv"
    run "$folder/copy.$pair" sh "$shared/bench/load_copy.sh" "$folder/clean.csv"
    psql -q -d postgres -c "drop table bench_copy"
    pair=$((pair + 1))
done
psql -Atq -d bench_ours -c \
    "select 'values stored: ' || count(*) from warehouse.observation"
psql -q -d postgres -c "drop database bench_ours"

python3 "$here/load_summary.py" "$folder" "$pairs"
