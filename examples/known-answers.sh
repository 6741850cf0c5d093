#!/bin/sh
# Loads the example consortia into a fresh private database, compares all
# periods and checks the result against figures computed elsewhere.
#
# usage: known-answers.sh [EXAMPLE...]    such as scottish-councils; default: all
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

"$yardstick" db start
python3 "$examples/known-answers.py" "$yardstick" "$@"
