#!/usr/bin/env bash
# Runs the benchmarks against one PostgreSQL server started for them.
#
# usage: tools/bench.sh [SIZE [NAME...]]
#   SIZE  a part of the sizes of YARDSTICK_SHARED/bench/README.md: 1, or 0.02
#         for a quick look whose figures mean nothing.
#   NAME  benchmarks by their files' names: load, growth, submissions,
#         reading, scorecard, lineage, compare, methods, intake, spec.
#         Default: all.
# BENCH_PAIRS says how many pairs are run of each (default 5).
#
# The server has the settings of YARDSTICK_SHARED/bench/README.md; both sides
# use it, Yardstick by --database or PG*, the others by PG*. Set PGHOST to use a
# server of your own instead. YARDSTICK names the program that is measured.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ ! -f "${YARDSTICK_SHARED:-}/bench/README.md" ]; then
  echo "make bench needs YARDSTICK_SHARED, the folder that holds bench/ with the generators" >&2
  echo "and the programs that Yardstick is measured beside." >&2
  exit 2
fi
export YARDSTICK=${YARDSTICK:-$PWD/.build/release/yardstick}

settings=(
  shared_buffers=1GB max_wal_size=8GB maintenance_work_mem=512MB work_mem=64MB
  wal_level=replica fsync=on synchronous_commit=on
)

# The newest server programs, where a PATH or Debian has them.
programs() {
  if command -v initdb >/dev/null 2>&1; then
    dirname "$(command -v initdb)"
  else
    ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1
  fi
}

# initdb and postgres refuse root, so as root they run as the account postgres.
as_server() {
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start_server() {
  local bin options=() setting
  bin=$(programs)
  folder=$(mktemp -d /tmp/yardstick-bench.XXXXXX)
  [ "$(id -u)" -eq 0 ] && chown postgres "$folder"
  chmod 0755 "$folder"
  for setting in "${settings[@]}"; do options+=(-c "$setting"); done
  (cd / && as_server "$bin/initdb" -D "$folder/data" -A trust -U bench -E UTF8 --locale=C.UTF-8 >/dev/null)
  trap stop_server EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  (cd / && as_server "$bin/pg_ctl" -D "$folder/data" -l "$folder/data/log" -w \
    -o "-k $folder -c listen_addresses= ${options[*]}" start >/dev/null)
  export PGHOST=$folder PGUSER=bench PGDATABASE=postgres
  unset DATABASE_URL PGPORT PGPASSWORD PGSERVICE
}

stop_server() {
  (cd / && as_server "$(programs)/pg_ctl" -D "$folder/data" -m fast -w stop >/dev/null 2>&1) || true
  rm -rf "$folder"
}

if [ -z "${PGHOST:-}" ]; then start_server; fi
psql -At -c "select version()"
echo "settings asked for: ${settings[*]}"
psql -At -F '=' -c "select name, current_setting(name) from pg_settings
  where name in ('shared_buffers', 'max_wal_size', 'maintenance_work_mem', 'work_mem',
                 'wal_level', 'fsync', 'synchronous_commit') order by name" | paste -sd ' '

venv=$PWD/.venv-bench
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
  --requirement Benchmarks/requirements.txt
export BENCH_SIZE=${1:-1}
[ $# -gt 0 ] && shift

# The file of a benchmark's name.
script() {
  local file
  for file in "Benchmarks/bench_$1.py" "Benchmarks/$1.sh"; do
    if [ -e "$file" ]; then echo "$file"; return; fi
  done
  echo "there is no benchmark $1" >&2
  exit 2
}

names=("$@")
if [ ${#names[@]} -eq 0 ]; then
  names=(load growth submissions reading scorecard lineage compare methods intake spec)
fi
status=0
for name in "${names[@]}"; do
  file=$(script "$name")
  echo
  echo "== $name"
  case "$file" in
    *.py) "$venv/bin/python" "$file" || status=1 ;;
    *) "$file" || status=1 ;;
  esac
done
exit $status
