# `make run` and `make test` need Python 3.11 or newer (with venv), make and git; `make help` tells the rest.

PYTHON ?= python3
PORT ?= 8000
BIN = .venv/bin
# Makes .venv, when it is not there or not of the lock that follows.
ENVIRONMENT = command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here: install Python 3.11 or newer,\
	or name it: make PYTHON=python3.12 ..." >&2; exit 1; }; $(PYTHON) scripts/environment.py
export DJANGO_SETTINGS_MODULE ?= cms.settings.dev
export PORT

.PHONY: help run dev test lint format serve static lock messages benchmark api

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

run: ## the site with its demo content on http://localhost:8000/ (PORT=8001 for another port)
	@$(ENVIRONMENT) --port "$(PORT)" requirements.txt
	@$(BIN)/python -m scripts.run_site

dev: ## the same for who changes the code: restarts by itself, shows Django's error pages
	@$(ENVIRONMENT) --port "$(PORT)" requirements-dev.txt
	@DEBUG=1 $(BIN)/python manage.py runserver $(PORT)

# The processes that tests start compile everything anew where compiled code is not kept.
test: export PYTHONDONTWRITEBYTECODE =
test: ## the whole suite, on SQLite or on TEST_DATABASE_URL
	@$(ENVIRONMENT) requirements-dev.txt
	@$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder $(TESTS)

lint: ## what the continuous integration asks of style and types
	@$(ENVIRONMENT) requirements-dev.txt
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/djlint templates --lint --quiet
	@$(BIN)/mypy --no-error-summary

format: ## mend what lint can mend
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet .

static: ## collect, compress and fingerprint the static files for production
	@$(ENVIRONMENT) requirements.txt
	@$(BIN)/python -m scripts.catalogues
	@DJANGO_SETTINGS_MODULE=cms.settings.base $(BIN)/python manage.py collectstatic --noinput --verbosity 1

serve: ## the production server; the settings come from the environment (docs/operations.md)
	@test -x $(BIN)/python || { echo "There is no .venv yet: run make static first." >&2; exit 1; }
	@DJANGO_SETTINGS_MODULE=cms.settings.base exec $(BIN)/python -m scripts.serve

benchmark: ## what a page costs: queries, CPU milliseconds, bytes
	@$(ENVIRONMENT) requirements.txt
	@$(BIN)/python manage.py benchmark

api: ## write the OpenAPI document and the TypeScript types of the API anew
	@$(ENVIRONMENT) requirements.txt
	@$(BIN)/python manage.py write_api

messages: ## collect the texts of the source into the Dutch catalogue (needs gettext)
	@$(ENVIRONMENT) requirements.txt
	@$(BIN)/python manage.py makemessages --locale nl --add-location file --no-wrap --no-obsolete \
		--ignore .venv --ignore var --ignore tests --verbosity 0

lock: var/uv ## write both locks anew from pyproject.toml
	@var/uv/bin/uv pip compile --quiet pyproject.toml --generate-hashes --python-version 3.11 \
		--no-header -o requirements.txt
	@var/uv/bin/uv pip compile --quiet pyproject.toml --group dev -c requirements.txt --generate-hashes \
		--python-version 3.11 --no-header -o requirements-dev.txt

var/uv:
	@$(PYTHON) -m venv var/uv
	@var/uv/bin/pip install --quiet --disable-pip-version-check uv
