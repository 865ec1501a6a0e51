# make demo    set up, then read the four examples
# make test    set up, then everything that must hold before a change is merged
# make browser the report page in headless Chromium; screenshots in build/browser
# make docs    the pages, in build/docs
# make shots   renew the pictures of the report page in docs/_static
# make lock    renew requirements.lock from pyproject.toml
# make readme  renew the generated parts of README.md

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := -m pip --disable-pip-version-check

.PHONY: demo test browser docs shots lock readme clean

demo: $(READY)
	$(BIN)/pmlint check examples --exit-zero

# The pages are built by tests/docs, with warnings as errors.
test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2

# Playwright drives a Chromium that is there already (PMLINT_BROWSER names another); it downloads none.
browser: $(READY)
	$(BIN)/python $(PIP) install --quiet --no-deps -r tests/browser/requirements.txt
	PMLINT_SCREENSHOTS=build/browser $(BIN)/pytest tests/browser -rs

docs: $(READY)
	$(BIN)/sphinx-build -W -n --keep-going -b html docs build/docs

shots: $(READY)
	$(BIN)/python $(PIP) install --quiet --no-deps -r tests/browser/requirements.txt
	$(BIN)/python docs/_tools/refresh_screenshots.py

readme: $(READY)
	$(BIN)/python docs/_tools/refresh_readme.py

# Only what the lock names is installed: no dependency is resolved and no build environment is filled.
$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("pmlint needs Python 3.11 or newer; set PYTHON=python3.x" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python $(PIP) install --quiet --no-deps -r requirements.lock
	$(BIN)/python $(PIP) install --quiet --no-deps --no-build-isolation -e .
	$(BIN)/python $(PIP) check
	touch $@

# spaCy asks for setuptools, which venv brings along up to Python 3.11 only and freeze leaves out.
lock:
	rm -rf build/lock
	$(PYTHON) -m venv build/lock
	build/lock/bin/python $(PIP) install --quiet --upgrade '.[dev,docs,report]' setuptools
	{ echo '# Renewed by `make lock`: every package of the runtime, the tests and the pages.'; \
	  build/lock/bin/python $(PIP) freeze --all --exclude pip --exclude pmlint; } > requirements.lock
	rm -rf build/lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests docs benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
