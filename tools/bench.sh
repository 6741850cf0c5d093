#!/usr/bin/env bash
# Runs every Benchmarks/*.sh against one PostgreSQL server started for them.
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

status=0
for script in Benchmarks/*.sh; do
  [ -e "$script" ] || { echo "there is no Benchmarks/*.sh" >&2; exit 2; }
  echo
  echo "== $script"
  "$script" || status=1
done
exit $status
