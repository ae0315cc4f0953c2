# Every target sets up its own environment; all that is needed is Python 3.11 and git.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
# An environment that forbids writing byte code makes every start four times slower.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test check bench texts lock

run: .venv/app  ## open the demo
	$(BIN)/tracker demo

test: .venv/dev  ## run every test
	$(BIN)/python -m pytest -n auto --dist worksteal

check: .venv/dev  ## format, lint, types, import contracts, spelling
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell tracker tui db docs README.md CHANGELOG.md

bench: .venv/dev  ## print speed as ratios measured in one run
	for file in tests/benchmarks/bench_*.py; do PYTHONPATH=. $(BIN)/python $$file || exit 1; done

texts: .venv/dev  ## bring the Swedish catalogues up to date with the texts in the code
	$(BIN)/python -m tests.architecture.catalogues

lock: .venv/dev  ## lock the versions of everything that is installed
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes pyproject.toml -o requirements/app.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --group dev pyproject.toml -o requirements/dev.txt

.venv/app: pyproject.toml requirements/app.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/app.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	$(BIN)/python -m compileall -q .venv/lib tracker tui db || true
	touch .venv/app

.venv/dev: pyproject.toml requirements/dev.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q .venv/lib tracker tui db || true
	touch .venv/app .venv/dev
