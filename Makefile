# Everything needed is set up by the targets themselves; git, make and Python 3.11 or newer are enough.

BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
PIN := $(BIN)/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --system-certs --custom-compile-command "make pins"

export PYTHON

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help chat demo run telegram test soak coverage lint audit sbom pins clean

help:
	@echo "make chat    talk to kpibot here; everything is kept in ./data"
	@echo "make demo    fill ./data/demo.db with a company to try, and say what to try"
	@echo "make run     run kpibot on Telegram; .env holds the token"
	@echo "make telegram  try the bot in a browser, without Telegram; everything is kept in ./data"
	@echo "make test    check style and types, run the tests"
	@echo "make soak    fail everything that can, for days; SOAK=\"--minutes 20\" for less; writes docs/reliability.md"
	@echo "make coverage  show what the tests cover; it takes half as long again"
	@echo "make lint    check style and types only"
	@echo "make audit   look for known vulnerabilities in what kpibot is made of; part of make lint"
	@echo "make sbom    write what kpibot is made of to dist/kpibot.cdx.json"
	@echo "make pins    renew requirements.txt and its like"
	@echo "make clean   remove what was set up and built; ./data stays"

chat: .venv/runtime
	@$(BIN)/kpibot chat

demo: .venv/runtime
	@$(BIN)/kpibot demo

run: .venv/runtime
	@$(BIN)/kpibot run

telegram: .venv/runtime
	@$(BIN)/python scripts/telegram.py

test: lint
	$(BIN)/pytest -n auto --dist worksteal

soak: .venv/dev
	$(BIN)/python -m tests.harness.soak $(SOAK)

coverage: .venv/dev
	$(BIN)/pytest -n auto --dist worksteal --cov --cov-report=term

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python scripts/audit.py

audit: .venv/dev
	$(BIN)/python scripts/audit.py

sbom: .venv/dev
	mkdir -p dist
	$(BIN)/cyclonedx-py requirements requirements-postgresql.txt --pyproject pyproject.toml --mc-type application \
		--output-reproducible --output-file dist/kpibot.cdx.json

pins: .venv/dev
	$(PIN) --group build --output-file requirements.txt
	$(PIN) --group build --extra postgresql --constraint requirements.txt --output-file requirements-postgresql.txt
	$(PIN) --group dev --extra postgresql --constraint requirements.txt --output-file requirements-dev.txt

clean:
	rm -rf .venv .soak dist build htmlcov .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps: set up again only when Python, the pins or the project file changed.
.venv/runtime: requirements.txt pyproject.toml .venv/bin/python
	@echo "Setting kpibot up in .venv (once, about a minute)"
	@$(PIP) install --require-hashes --no-deps --requirement requirements.txt
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

.venv/dev: requirements-dev.txt .venv/runtime
	@echo "Setting the tools for tests up in .venv (once, about a minute)"
	@$(PIP) install --require-hashes --no-deps --requirement requirements-dev.txt
	@touch $@

.venv/bin/python:
	@python=$$(scripts/find-python) && "$$python" -m venv --clear .venv
