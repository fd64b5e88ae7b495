# `make demo` and `make test` do all the set-up themselves: they need Python 3.11 or later, git and make.

VENV := .venv
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := $(VENV)/bin
READY := $(VENV)/ready
ARTICLE := examples/2024-03-12-harbour.txt
PUBLISHED := 2024-03-12

.DEFAULT_GOAL := help
.PHONY: help demo test recipes lint format types docs build bench clean

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

demo: $(READY)/demo ## Clean an example article and show before and after
	@$(BIN)/python examples/demo.py $(ARTICLE) $(PUBLISHED)

test: $(READY)/test ## Run all tests, and the examples of the documentation
	$(BIN)/python -m pytest --cov --cov-report=term $(ARGS)

recipes: $(READY)/recipes ## Install the data-frame libraries of the recipes, so that their tests run too

lint: $(READY)/lint ## Check style and format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

format: $(READY)/lint ## Format the code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

types: $(READY)/types ## Check types, and that all that is public has one
	$(BIN)/mypy
	PATH="$(abspath $(BIN)):$$PATH" pyright --verifytypes newsnorm --ignoreexternal

docs: $(READY)/docs ## Build the documentation into docs/_build/html
	$(BIN)/sphinx-build -W -n --keep-going -q -b html docs docs/_build/html

build: $(READY)/build ## Build the wheel and the source archive, and check them
	rm -rf dist
	$(BIN)/python -m build
	$(BIN)/twine check --strict dist/*
	$(BIN)/check-wheel-contents dist/*.whl

bench: $(READY)/bench ## Measure speed, growth and memory
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/growth.py
	$(BIN)/python benchmarks/memory.py

clean: ## Remove what was made
	rm -rf $(VENV) dist build docs/_build .coverage* htmlcov .mypy_cache .ruff_cache .pytest_cache .hypothesis

# One marker for each set of packages that is installed; a change of pyproject.toml installs anew.
$(READY)/demo: pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed: make PYTHON=/path/to/python" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable .
	@mkdir -p $(READY) && touch $@

$(READY)/%: $(READY)/demo
	$(BIN)/python -m pip install --quiet --group $*
	@touch $@
