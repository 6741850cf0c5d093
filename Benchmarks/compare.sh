#!/bin/sh
# The engine beside DuckDB: quartiles, mean, deviation and rank of each city
# among its own 30 peers, 5,000 cities x 100 metrics, in memory; then the full
# set of what is said of such standings, without and with rank intervals; then
# how the time grows with the cities of one group.
#
# Runs A B C A B C ... on one machine in one run and prints the medians and
# their ratios. A missed bar is printed and does not fail; different results do.
#
# usage: Benchmarks/compare.sh [PAIRS]        YARDSTICK_SHARED names ../shared
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
shared=${YARDSTICK_SHARED:-$(dirname "$root")/shared}
pairs=${1:-5}

if [ ! -f "$shared/bench/make_compare.py" ]; then
    echo "compare.sh: $shared/bench/make_compare.py is not there." \
        "Set YARDSTICK_SHARED to the shared folder." >&2
    exit 2
fi

venv=$root/.venv-bench
python=$venv/bin/python
if [ ! -x "$python" ]; then
    python3 -m venv "$venv"
fi
"$python" -m pip install --quiet --disable-pip-version-check \
    --requirement "$here/requirements.txt"

swift build --package-path "$here" --configuration release --product compare-bench
ours=$(swift build --package-path "$here" --configuration release --show-bin-path)/compare-bench

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM
"$python" "$shared/bench/make_compare.py" 5000 100 "$folder/values.csv" "$folder/peers.csv"

pair=1
while [ "$pair" -le "$pairs" ]; do
    "$ours" "$folder/values.csv" "$folder/peers.csv" >"$folder/ours.$pair"
    "$python" "$shared/bench/compare_duckdb.py" \
        "$folder/values.csv" "$folder/peers.csv" >"$folder/duckdb.$pair"
    "$ours" "$folder/values.csv" "$folder/peers.csv" --work full >"$folder/full.$pair"
    for side in ours duckdb full; do
        echo "$side $(tr '\n' ' ' <"$folder/$side.$pair")"
    done
    pair=$((pair + 1))
done

"$python" "$here/compare_summary.py" "$folder" "$pairs"
"$ours" "$folder/values.csv" "$folder/peers.csv" --work ranks >"$folder/ranks"
echo "marginal rank intervals of all standings (bar 60 s): $(tr '\n' ' ' <"$folder/ranks")"
"$ours" --work growth
