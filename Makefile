# Everything happens in a virtual environment of its own, made on first use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ADDRESS ?= 127.0.0.1:8000

.DEFAULT_GOAL := help

help:  ## Show what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

serve: $(VENV)/installed  ## Serve the manual, which is also the demo, with live reload
	$(BIN)/mkdocs serve --dev-addr $(ADDRESS)

build: $(VENV)/installed  ## Build the manual into site/
	$(BIN)/mkdocs build --strict

test: $(VENV)/tested  ## Run every test, the linters and the type checker
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n 2 $(TESTS)

golden: $(VENV)/tested  ## Write golden files, the style sheet and the drawing of the house anew; then read the diff
	$(BIN)/pytest tests/test_golden.py tests/test_docs.py tests/test_style_sheets.py -k "golden or house or its_sources" --update-golden

engines: $(VENV)/tested  ## Write the table of docs/engines.md anew: what works, by the tests that pass
	$(BIN)/pytest tests/test_engines.py tests/test_lab_engines.py tests/test_live_reload.py tests/browser/test_zensical.py --update-golden

bench: $(VENV)/installed  ## Measure how fast sites build, and write docs/benchmark.md
	$(BIN)/python -m benchmarks

bench-quick: $(VENV)/installed  ## The same in one round without the largest, printed only
	$(BIN)/python -m benchmarks --quick

audit: $(VENV)/tested audit/node_modules  ## Measure the look in a browser, and write docs/audit.md
	$(BIN)/python -m audit

dist: $(VENV)/tested  ## Build the wheel and the source distribution into dist/
	$(BIN)/python -m build

clean:  ## Remove the virtual environment and everything built
	rm -rf $(VENV) site dist .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "mkdocs-academic needs Python 3.11 or newer; set PYTHON=python3.12 or similar")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/tested: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@ $(VENV)/installed

# Lighthouse and the HTML checkers; a machine without node measures the rest.
audit/node_modules: audit/package.json
	-command -v npm > /dev/null && npm install --prefix audit --no-package-lock --no-audit --no-fund
	@mkdir -p $@ && touch $@

.PHONY: help serve build test golden engines bench bench-quick audit dist clean
