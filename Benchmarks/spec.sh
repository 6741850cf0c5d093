#!/bin/sh
# How long `yardstick spec lint` takes, start of the program included: the
# shipped standard (bar 150 ms), and one of 5,000 metrics and 10,000 measures
# (bar 3 s). Bars are for two cores; they are printed and fail nothing.
#
# usage: spec.sh [RUNS]   (default 5; YARDSTICK names the program)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
runs=${1:-5}
yardstick=${YARDSTICK:-$here/../.build/release/yardstick}
if [ ! -x "$yardstick" ]; then
    echo "spec.sh: no program at $yardstick. swift build -c release makes it." >&2
    exit 2
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM
python3 "$here/make_bench_standard.py" 5000 "$folder/large"

# time_lint NAME BAR STANDARD: median seconds of the runs, beside the bar.
time_lint() {
    run=1
    while [ "$run" -le "$runs" ]; do
        python3 "$here/measure.py" "$folder/$1.$run" "$yardstick" spec lint "$3"
        run=$((run + 1))
    done
    cat "$folder/$1".* | sort -n | awk -v name="$1" -v bar="$2" '
        { seconds[NR] = $1; if ($2 > peak) peak = $2 }
        END { printf "%-8s %6.0f ms (bar %d ms), peak %d MB\n",
            name, seconds[int((NR + 1) / 2)] * 1000, bar, peak / 1024 }'
}

echo "spec lint, median of $runs runs:"
time_lint shipped 150 "$here/../metrics-spec"
time_lint large 3000 "$folder/large"
