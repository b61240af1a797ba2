# Everything stays inside this folder: the environment in .venv, caches in .venv/cache, the demo's data in var.
VENV := .venv
CACHE := $(CURDIR)/$(VENV)/cache
ARGS ?=
FUZZ_SECONDS ?= 60
FORMATS ?= plain markdown html mhtml docx pdf odt rtf epub mail paste

# The first Python that is new enough and can make an environment; PYTHON=... overrides it.
FIND_PYTHON := for name in python3 python3.15 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$name -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
	then echo $$name; break; fi; done
PYTHON ?= $(shell $(FIND_PYTHON))

# pip asks rustc for its version, where there is one, and rustup would then make a folder at home.
PIP_INSIDE := PIP_CACHE_DIR="$(CACHE)/pip" RUSTUP_HOME="$(CACHE)/rustup"
PIP := $(PIP_INSIDE) $(VENV)/bin/python -m pip --disable-pip-version-check install --quiet
PROJECT := --no-deps --no-build-isolation --editable .

# One process of tests for each processor; a file of tests stays in one of them.
SIDE_BY_SIDE ?= -n auto --dist loadfile

# Tools that would write to the home folder write here instead.
INSIDE := HOME="$(CACHE)/home" XDG_CACHE_HOME="$(CACHE)/home/.cache" XDG_CONFIG_HOME="$(CACHE)/home/.config" \
	XDG_DATA_HOME="$(CACHE)/home/.local/share" PLAYWRIGHT_BROWSERS_PATH="$(CACHE)/browsers"

# An environment that was made elsewhere (the folder was moved or copied) is made anew.
ifneq ($(shell cat $(VENV)/made-in 2>/dev/null),$(CURDIR))
$(shell rm -f $(VENV)/made-in $(VENV)/ready $(VENV)/ready-dev)
endif

.DEFAULT_GOAL := help
.PHONY: demo test check bench bench-server bench-page faults quality changes calibration picture examples fuzz audit format lock clean help

demo: $(VENV)/ready  ## open the bundled case in the web application
	@$(VENV)/bin/copytrail demo $(ARGS)

test: check  ## check the code and run every test (ARGS="-k word" for some)
	@mkdir -p "$(CACHE)/home"
	$(INSIDE) $(VENV)/bin/python -m pytest $(SIDE_BY_SIDE) $(ARGS)

check: $(VENV)/ready-dev  ## check style, types and the direction of imports
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --cache-dir "$(CACHE)/imports"

bench: $(VENV)/ready-dev  ## time the engine beside other ways of comparing words (pairs a second need QUALITY_KIT)
	$(VENV)/bin/python -m bench $(ARGS)

faults: $(VENV)/ready-dev  ## kill the server amid saves, 100 times (ARGS="1000" for more), and fail its disk in eight ways
	$(VENV)/bin/python -m bench.faults $(or $(ARGS),100)
	$(VENV)/bin/python -m bench.storage

bench-server: $(VENV)/ready-dev  ## put thirty readers before the production server: pages a second, waits, memory
	@$(VENV)/bin/python -m bench.server $(ARGS)

bench-page: $(VENV)/ready-dev  ## time a comparison in Chromium: first content, frames of scrolling and filtering, bytes
	@$(VENV)/bin/python -m bench.reading $(ARGS)

quality: $(VENV)/ready-dev  ## hold the labels to their floors, and to the goals on the kit that QUALITY_KIT names
	$(VENV)/bin/python -m pytest tests/quality tests/pairs
	@$(VENV)/bin/python -m bench.own
	@if [ -n "$(QUALITY_KIT)" ]; then QUALITY_KIT="$(QUALITY_KIT)" $(VENV)/bin/python -m bench.quality $(ARGS) && \
	QUALITY_KIT="$(QUALITY_KIT)" $(VENV)/bin/python -m bench.mutations; \
	else echo "The figures on development data need the quality kit: make quality QUALITY_KIT=/path/to/the/kit"; fi

changes: $(VENV)/ready-dev  ## report gains and losses passage by passage: make changes SINCE=revision
	@if [ -z "$(SINCE)" ]; then echo "Name the revision to compare with: make changes SINCE=HEAD~1" >&2; exit 2; fi
	@$(VENV)/bin/python -m bench.changes --since "$(SINCE)" $(ARGS)

calibration: $(VENV)/ready-dev  ## hold scores against gold and draw docs/calibration.svg anew (needs QUALITY_KIT)
	@QUALITY_KIT="$(QUALITY_KIT)" $(VENV)/bin/python -m bench.calibration

picture: $(VENV)/ready-dev  ## take the README's screenshot anew (needs Chromium)
	$(VENV)/bin/python -m tests.browser.picture

examples: $(VENV)/ready-dev  ## write the exports of docs/examples anew, and their pictures (these need LibreOffice)
	$(VENV)/bin/python -m tests.export.examples
	$(VENV)/bin/python -m tests.export.pictures

fuzz: $(VENV)/ready-dev  ## run the property tests long, then every reader of files for FUZZ_SECONDS each (Linux)
	$(VENV)/bin/python -m pytest -m hypothesis --hypothesis-profile=fuzz $(ARGS)
	@$(VENV)/bin/python -c "import atheris" 2>/dev/null || { echo "The readers of files are fuzzed where atheris runs."; exit 0; }; \
	mkdir -p "$(CACHE)/fuzz" && for name in $(FORMATS); do \
	$(VENV)/bin/python -m fuzz.intake $$name -max_total_time=$(FUZZ_SECONDS) -artifact_prefix="$(CACHE)/fuzz/" || exit 1; done

audit:  ## ask the advisory service for known weaknesses of what is installed (needs the network)
	@$(PIP_INSIDE) python3 -m venv "$(CACHE)/audit" && $(PIP_INSIDE) "$(CACHE)/audit/bin/pip" --quiet install pip-audit
	@$(INSIDE) "$(CACHE)/audit/bin/pip-audit" --requirement requirements.lock --disable-pip --require-hashes

format: $(VENV)/ready-dev  ## format the code
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

lock:  ## renew the lock files from pyproject.toml (needs uv)
	uv lock
	uv export --quiet --frozen --no-emit-project --no-header --no-annotate --no-default-groups --group build > requirements.lock
	uv export --quiet --frozen --no-emit-project --no-header --no-annotate --all-groups > requirements-dev.lock

clean:  ## remove the environment and all caches (not var, where the demo keeps its data)
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage htmlcov dist build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help:  ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

$(VENV)/made-in:
	@if [ -z "$(PYTHON)" ]; then \
		echo "Copytrail needs Python 3.11 or newer with its venv module (on Debian and Ubuntu: apt install python3 python3-venv)." >&2; \
		echo "If it has another name, say so: make demo PYTHON=/path/to/python3" >&2; exit 1; fi
	@echo "Making an environment in $(VENV) ..."
	@$(PIP_INSIDE) $(PYTHON) -m venv --clear $(VENV)
	@printf '%s' "$(CURDIR)" > $@

$(VENV)/ready: requirements.lock pyproject.toml | $(VENV)/made-in
	@echo "Installing what Copytrail needs ..."
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) $(PROJECT)
	@touch $@

$(VENV)/ready-dev: requirements-dev.lock pyproject.toml | $(VENV)/made-in
	@echo "Installing what Copytrail and its tests need ..."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@$(PIP) $(PROJECT)
	@touch $@ $(VENV)/ready
