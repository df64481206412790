# Two commands do all the set-up: `make run` and `make test`.
PYTHON ?= python3
PORT ?= 8080
BIN := .venv/bin

.PHONY: run test check lint install format browser golden weights

run: install ## the sandbox with the bot in it; prints its URL, and where its runs are
	@$(BIN)/haggle sandbox --with-bot --port $(PORT)

test: install ## every test but the browser's, shared among processes
	@$(BIN)/pytest -n auto --dist worksteal --ignore tests/browser

check: lint test ## lint, types, import contracts, tests

lint: install
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

# A browser stalls now and then on a busy machine: a test that fails is tried once more, and named at the end.
browser: install ## the tests that need a Chromium
	@$(BIN)/pytest tests/browser --reruns 1 -rR

golden: install ## writes golden profiles, playthroughs, the coverage page and the list of checked packs anew; read the difference before you commit it
	@$(BIN)/python -m tests.engine.persona.golden
	@$(BIN)/python -m tests.engine.golden
	@$(BIN)/python -m tests.bot.sandbox.coverage
	@$(BIN)/python -m tests.packs.shipping

weights: install ## learns from every labelled line what the words around a number say; read the figure it prints
	@$(BIN)/uv run --frozen --quiet --extra postgres --with scikit-learn python -m tests.engine.reading.weighing

format: install
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

install: .venv/.installed

.venv/.installed: pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Haggle needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1)."; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { rm -rf .venv && $(PYTHON) -m venv .venv; } \
	  || { rm -rf .venv; echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt install python3-venv"; exit 1; }
	@echo "Installing what Haggle needs into .venv. This takes half a minute or so, and only this once."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv sync --frozen --quiet --extra postgres
	@touch $@
