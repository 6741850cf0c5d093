#!/bin/sh
# How long the engine takes for what a query cannot do: the 30 nearest of 20,000
# cities by 8 variables (bar 1 s), and simultaneous rank intervals of 300 cities
# from 10,000 draws, step by step (bar 0.4 s). Medians of five runs in memory,
# on all cores. Bars are for two cores; they are printed and fail nothing.
#
# usage: methods.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
swift build --package-path "$here" --configuration release --product methods-bench
"$(swift build --package-path "$here" --configuration release --show-bin-path)/methods-bench"
