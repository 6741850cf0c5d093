# make demo           build, load an invented consortium, and write its reports to yardstick-demo/
# make test           all tests; nothing else is needed for them
# make check          the gate beside the tests: format, lint, build without warnings, texts
# make format         puts Swift code in the form that check wants
# make soak           loads and releases killed, cut off and crowded, some hundred times (an hour)
# make known-answers  the real consortia under examples/ against published figures
# make bench          speed beside other tools on one server (needs YARDSTICK_SHARED);
#                     SIZE=0.02 is a quick look, BENCH="load compare" only these
# make bench-checks   planted faults in real files: what is caught (needs YARDSTICK_SHARED)
# make bench-mapping  how many columns map suggest gets right, asks and gets wrong
# make scale          bytes and rates of this machine, and what docs/scale.md makes of them
# make install        the program and its share folder under PREFIX (default /usr/local)
# make clean          removes what was built
#
# On a fresh machine the first of them installs what is missing but Swift: Debian
# packages, through apt-get, with a word before.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help prepare release demo test check format known-answers bench bench-checks \
    bench-mapping soak scale install clean

PREFIX ?= /usr/local
DESTDIR ?=

# Where real data for tests, known answers and benchmarks lies.
YARDSTICK_SHARED ?= $(if $(wildcard ../shared),$(abspath ../shared))
ifneq ($(YARDSTICK_SHARED),)
export YARDSTICK_SHARED
endif

# A part of the sizes of make bench, and which of its benchmarks.
SIZE ?= 1
BENCH ?=

program := .build/release/yardstick
share := $(DESTDIR)$(PREFIX)/share/yardstick

help:
	@sed -n '1,13s/^# //p' Makefile

prepare:
	@tools/prepare.sh

release: prepare
	swift build --configuration release --product yardstick

demo: release
	$(program) demo --out yardstick-demo

# One after another: a test that starts programs while others write files they
# run meets "text file busy" now and then.
test: prepare
	@if [ -z "$${YARDSTICK_SHARED:-}" ]; then \
	    echo "YARDSTICK_SHARED is not set: the tests on real data skip, by name."; fi
	swift test --no-parallel

check: prepare
	@tools/check.sh

format:
	git ls-files -z --cached --others --exclude-standard -- '*.swift' | xargs -0 swift format --in-place --parallel

known-answers: release
	@tools/prepare.sh python3
	@if [ -z "$${YARDSTICK_SHARED:-}" ]; then echo "make known-answers needs YARDSTICK_SHARED," \
	    "the folder that holds data/ with the published figures." >&2; exit 2; fi
	YARDSTICK="$(abspath $(program))" examples/known-answers.sh

# All of it, or so many tenths: make soak TENTHS=1. As root or with sudo, since
# a small disk is mounted.
soak: release
	@tools/prepare.sh python3
	@python3 Tests/Soak/soak.py --program "$(abspath $(program))" --tenths $(or $(TENTHS),10)

# What docs/scale.md works with.
scale: release
	@tools/prepare.sh python3
	@YARDSTICK="$(abspath $(program))" python3 Benchmarks/scale.py

bench: release
	@tools/prepare.sh python3 python3-venv
	@YARDSTICK="$(abspath $(program))" tools/bench.sh $(SIZE) $(BENCH)

bench-checks: release
	@tools/prepare.sh python3
	@YARDSTICK="$(abspath $(program))" python3 Benchmarks/checks.py

bench-mapping: release
	@tools/prepare.sh python3
	@python3 tools/bench-mapping.py "$(abspath $(program))" examples "$${YARDSTICK_SHARED:-}"

install: release
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(share)/examples"
	install -m 0755 $(program) "$(DESTDIR)$(PREFIX)/bin/yardstick"
	rm -rf "$(share)/sql" "$(share)/metrics-spec" "$(share)/examples/demo" "$(share)/json"
	cp -R sql metrics-spec "$(share)/"
	cp -R examples/demo "$(share)/examples/"
	cp -R docs/json "$(share)/json"
	chmod -R u=rwX,go=rX "$(share)"

clean:
	rm -rf .build yardstick-demo .venv-ci .venv-bench
