#!/bin/sh
# Loads both example consortia into a fresh private database, compares all
# periods and checks the result against published figures.
#
# YARDSTICK         the program; default: the release, else the debug build
# YARDSTICK_SHARED  where the real data lie; default: ../shared beside the project
set -eu

examples=$(cd "$(dirname "$0")" && pwd)
project=$(dirname "$examples")
: "${YARDSTICK_SHARED:=$(dirname "$project")/shared}"
export YARDSTICK_SHARED

if [ ! -d "$YARDSTICK_SHARED/data" ]; then
    echo "known-answers: no real data in $YARDSTICK_SHARED/data." \
        "Set YARDSTICK_SHARED to the folder that holds data/." >&2
    exit 2
fi
for candidate in "${YARDSTICK:-}" \
    "$project/.build/release/yardstick" "$project/.build/debug/yardstick"; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then
        yardstick=$candidate
        break
    fi
done
if [ -z "${yardstick:-}" ]; then
    echo "known-answers: no yardstick program. Run swift build, or set YARDSTICK." >&2
    exit 2
fi

# Another database in the environment must not be touched: ours is private.
unset DATABASE_URL PGHOST PGHOSTADDR PGPORT PGDATABASE PGUSER PGSERVICE \
    YARDSTICK_CONSORTIUM
folder=$(mktemp -d "${TMPDIR:-/tmp}/ys.XXXXXX")
# As root the server runs under another account, which must reach its folder.
chmod 711 "$folder"
export YARDSTICK_DATA_DIR="$folder/data"

finish() {
    code=$?
    trap - EXIT
    "$yardstick" db stop >/dev/null 2>&1 || true
    rm -rf "$folder"
    exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# load CONSORTIUM MAPPING FILE...
load() {
    consortium=$1
    mapping=$2
    shift 2
    "$yardstick" load --consortium "$examples/$consortium" --mapping "$mapping" "$@"
}

"$yardstick" db start
load scottish-councils quarterly \
    "$YARDSTICK_SHARED/data/lgbf/Indicator Data - Real - Quarterly.csv"
load scottish-councils annual \
    "$YARDSTICK_SHARED/data/lgbf/LGBF_ScotDataReal_ISSpatialHub.csv"
"$yardstick" compare --consortium "$examples/scottish-councils" --all

load connecticut-towns fiscin \
    "$YARDSTICK_SHARED"/data/ct_fiscal/csv/2016/FISCIN1[2-6].csv
load connecticut-towns per-capita-income \
    "$YARDSTICK_SHARED/data/ct_fiscal/csv/2016/Per Capita Income Sorted - 2016.csv"
"$yardstick" compare --consortium "$examples/connecticut-towns" --all

python3 "$examples/known-answers.py" \
    "$yardstick" db psql --consortium '{consortium}' --
