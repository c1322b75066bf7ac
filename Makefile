# make demo: the comparison a newcomer wants to see. make test: the whole gate.
# Each makes the virtual environment it needs from nothing.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test bench browser codebook format schemas clean

demo: $(VENV)/.demo
	@status=0; $(BIN)/plancompare diff us-28 europe-28 || status=$$?; \
	test $$status -eq 1  # as diff(1): the plans differ

test: $(VENV)/.dev browser
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

# The report is tested in a real Chromium. On Debian it is installed where it is missing and may be.
CHROMIUM := chromium chromium-browser google-chrome google-chrome-stable
browser:
	@for name in $(CHROMIUM); do ! command -v $$name >/dev/null || exit 0; done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update --quiet --quiet && DEBIAN_FRONTEND=noninteractive \
		apt-get install --quiet --quiet --yes --no-install-recommends chromium; \
	else \
		echo "the tests need Chromium; install it, as with: sudo apt-get install chromium" >&2; exit 1; \
	fi

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
