#!/usr/bin/env bash
# Makes sure that what the build and the program need is there; installs what
# is missing but Swift. Silent, and fast, where nothing is missing.
#
# usage: prepare.sh [python3] [python3-venv]    what a target needs beyond that
set -euo pipefail

swift_needed="Yardstick is built with Swift 6.2 or newer"

if ! command -v swift >/dev/null 2>&1; then
  echo "$swift_needed, and no \"swift\" is on the PATH." >&2
  echo "Install it as https://www.swift.org/install/linux/ says, then run this again." >&2
  exit 2
fi
version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+)\.([0-9]+).*/\1 \2/p' | head -n 1)
read -r major minor <<<"${version:-0 0}"
if [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 2 ]; }; then
  echo "$swift_needed; found $major.$minor at $(command -v swift)." >&2
  exit 2
fi

# Whether PostgreSQL's server programs are there, where Debian or a PATH has them.
has_server() {
  command -v initdb >/dev/null 2>&1 && command -v postgres >/dev/null 2>&1 && return 0
  local folder
  for folder in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin; do
    if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ]; then return 0; fi
  done
  return 1
}

missing=()
command -v git >/dev/null 2>&1 || missing+=(git)
command -v pkg-config >/dev/null 2>&1 || missing+=(pkg-config)
has_library() { command -v pkg-config >/dev/null 2>&1 && pkg-config --exists "$1"; }
has_library libzip || missing+=(libzip-dev)
has_library expat || missing+=(libexpat1-dev)
has_library libpq || missing+=(libpq-dev)
has_library libcrypto || missing+=(libssl-dev)
has_library libzstd || missing+=(libzstd-dev)
has_library xlsxwriter || missing+=(libxlsxwriter-dev)
has_server || missing+=(postgresql)
for package in "$@"; do
  case $package in
    python3) command -v python3 >/dev/null 2>&1 || missing+=(python3) ;;
    python3-venv) python3 -c 'import ensurepip' >/dev/null 2>&1 || missing+=(python3-venv) ;;
  esac
done
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "Missing, by their Debian names: ${missing[*]}." >&2
  echo "This machine has no apt-get: install their like (the headers of libpq, OpenSSL, zstd," >&2
  echo "libzip, expat and libxlsxwriter, pkg-config, git, the PostgreSQL server 15 or newer)," >&2
  echo "then run this again." >&2
  exit 2
fi

sudo=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "Missing: ${missing[*]}. Ask an administrator to run:" >&2
    echo "  apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 2
  fi
  sudo=(sudo)
fi

echo "Installing what is missing (Debian packages): ${missing[*]}"
case " ${missing[*]} " in
  *" postgresql "*)
    echo "Debian may start a PostgreSQL of its own; Yardstick does not use that one." ;;
esac
"${sudo[@]}" apt-get update -qq
"${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
if ! has_server; then
  echo "PostgreSQL's initdb and postgres are still not found. Put them on the PATH." >&2
  exit 2
fi
