#!/usr/bin/env bash
# Reads made-up files until time is over, led by what code they reach.
#
# A reader that crashes, hangs, runs out of 2 GB or breaks a promise ends the
# run; the input that did it is kept and named. New inputs that reach new code
# stay in .build/corpus/, so that the next run begins where this one ended.
#
# usage: Tests/Fuzz/run.sh [SECONDS A READER] [READER...]
#        readers: csv xlsx json number period mapping; default: all, 60 s each
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
seconds=${1:-60}
shift || true
if [ $# -eq 0 ]; then set -- csv xlsx json number period mapping; fi

build=(--package-path "$here" --configuration release -Xswiftc -sanitize=fuzzer)
swift build "${build[@]}" --product fuzz
program=$(swift build "${build[@]}" --show-bin-path)/fuzz

failures=0
for reader in "$@"; do
    corpus=$here/.build/corpus/$reader
    mkdir -p "$corpus" "$here/.build/found"
    seeds=()
    for folder in "$here/Seeds/$reader" "$here/../Fixtures/bad-files"; do
        case $folder in */bad-files) [ "$reader" = csv ] || continue ;; esac
        if [ -d "$folder" ]; then seeds+=("$folder"); fi
    done
    log=$here/.build/found/$reader.log
    if SWIFT_BACKTRACE=enable=no FUZZED_READER=$reader "$program" -max_total_time="$seconds" -max_len=4096 -timeout=10 \
        -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="$here/.build/found/$reader-" \
        "$corpus" "${seeds[@]}" >"$log" 2>&1; then
        runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
        echo "ok   $reader: $runs inputs in $seconds s"
    else
        echo "FAIL $reader: see $log"
        grep -aE 'ERROR|Fatal|SUMMARY|Test unit written' "$log" | head -n 20 | sed 's/^/     /'
        failures=$((failures + 1))
    fi
done
[ "$failures" -eq 0 ]
