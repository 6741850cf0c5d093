#!/usr/bin/env bash
# The gate beside the tests; prints one line a check, non-zero if one fails.
#
# Runs all checks even if an early one fails, so that one run shows everything.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 2

failures=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# usage: check NAME COMMAND...   (its output is shown only if it fails)
check() {
  local name=$1
  shift
  if "$@" >"$log" 2>&1; then
    echo "ok   $name"
  else
    echo "FAIL $name"
    sed 's/^/     /' "$log" | tail -n 80
    failures=$((failures + 1))
  fi
}

# The files that belong to the project: those git knows, and new ones.
files() { git ls-files --cached --others --exclude-standard -- "$@"; }

swift_format() {
  files '*.swift' | tr '\n' '\0' | xargs -0 swift format lint --strict --parallel
}

shell_syntax() {
  local file status=0
  while IFS= read -r file; do
    bash -n "$file" || status=1
  done < <(files '*.sh' .ci/run)
  if command -v shellcheck >/dev/null 2>&1; then
    files '*.sh' .ci/run | xargs shellcheck --severity=warning || status=1
  fi
  return $status
}

# The corpus of bad files is left out: some of it is no JSON on purpose.
json_syntax() {
  local file status=0
  while IFS= read -r file; do
    python3 -m json.tool "$file" >/dev/null || { echo "$file is no JSON"; status=1; }
  done < <(files '*.json' .swift-format ':!Tests/Fixtures/bad-files')
  return $status
}

# The compose file in the words of compose itself, which needs no engine for it.
compose_file() {
  export POSTGRES_PASSWORD=unused
  if docker compose version >/dev/null 2>&1; then
    docker compose --profile single config --quiet &&
      docker compose --profile cluster config --quiet
  else
    docker-compose --profile single config --quiet &&
      docker-compose --profile cluster config --quiet
  fi
}

has_compose() {
  docker compose version >/dev/null 2>&1 || command -v docker-compose >/dev/null 2>&1
}

# Text that tidy editors would have mended. Fixtures, data and snapshots are as
# somebody sent them.
tidy_texts() {
  local status=0 list file
  list=$(files '*.swift' '*.sh' '*.sql' '*.yaml' '*.yml' '*.json' '*.md' '*.py' Makefile .ci/run \
    .swift-format .editorconfig | grep -vE '/Fixtures/|__Snapshots__|\.snapshot$')
  if printf '%s\n' "$list" | tr '\n' '\0' | xargs -0 grep -nE '[[:blank:]]+$'; then
    echo "white space at the end of a line"
    status=1
  fi
  if printf '%s\n' "$list" | grep -v '^Makefile$' | tr '\n' '\0' | xargs -0 grep -nP '\t'; then
    echo "a tab; indent with spaces"
    status=1
  fi
  while IFS= read -r file; do
    if [ -s "$file" ] && [ -n "$(tail -c 1 "$file")" ]; then
      echo "$file does not end with a line feed"
      status=1
    fi
  done <<<"$list"
  return $status
}

# A file speaks of the project alone: no place of one machine, and web
# addresses only of the hosts that are listed here.
own_words() {
  local status=0 list
  list=$(files | grep -vE '^LICENSE$|/Fixtures/')
  if printf '%s\n' "$list" | tr '\n' '\0' \
    | xargs -0 grep -nIE '(^|[^A-Za-z0-9_.~$}-])/(home|Users|work|mnt|srv)/[A-Za-z0-9_.]'; then
    echo "a path that only one machine has"
    status=1
  fi
  if printf '%s\n' "$list" | tr '\n' '\0' | xargs -0 grep -noIE 'https?://[A-Za-z0-9.-]+' \
    | grep -vE '://(github\.com|www\.swift\.org|json-schema\.org|www\.apache\.org|www\.w3\.org|schemas\.openxmlformats\.org|keepachangelog\.com|semver\.org|raw\.example\.org|([a-z]+\.)*example\.(org|com))$'; then
    echo "an address of a host that is not on the list in tools/check.sh"
    status=1
  fi
  return $status
}

# What Swift code never holds; swift-format's rules see the rest.
no_leftovers() {
  local status=0
  if files 'Sources/*.swift' | tr '\n' '\0' \
    | xargs -0 grep -nE '\b(TODO|FIXME|XXX)\b|fatalError\(|\btry!|\bas! '; then
    echo "a leftover: finish it or remove it"
    status=1
  fi
  if git ls-files | grep -E '(^|/)\.build|(^|/)Package\.resolved$'; then
    echo "build output is tracked by git"
    status=1
  fi
  return $status
}

build() { swift build --build-tests; }

spec_lint() { "$(swift build --show-bin-path)/yardstick" spec lint; }

check "swift-format finds nothing" swift_format
check "shell scripts parse" shell_syntax
if command -v python3 >/dev/null 2>&1; then check "JSON files parse" json_syntax; fi
if has_compose; then check "docker-compose.yml is valid" compose_file; fi
check "texts are tidy" tidy_texts
check "files speak of the project alone" own_words
check "nothing is left over" no_leftovers
check "everything builds without a warning" build
check "the shipped standard lints" spec_lint

if [ "$failures" -ne 0 ]; then
  echo "make check: $failures failed"
  exit 1
fi
