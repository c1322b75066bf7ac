# make demo: the comparison a newcomer wants to see. make test: the whole gate.
# Each makes the virtual environment it needs from nothing.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test bench codebook format schemas clean

demo: $(VENV)/.demo
	@status=0; $(BIN)/plancompare diff us-28 europe-28 || status=$$?; \
	test $$status -eq 1  # as diff(1): the plans differ

test: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/plancompare check
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n 2 --dist loadfile
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --include='*/model/*,*/diffing/*' --fail-under=100
	$(BIN)/coverage report --fail-under=95

bench: $(VENV)/.bench
	$(BIN)/python -m benchmarks

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

codebook: $(VENV)/.demo
	$(BIN)/plancompare kinds --output docs/codebook

schemas: $(VENV)/.demo
	$(BIN)/plancompare schema --output docs/schema

clean:
	rm -rf $(VENV) dist build

$(VENV)/.made:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.demo: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@ $(VENV)/.demo

$(VENV)/.bench: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --editable '.[dev,bench]'
	touch $@
