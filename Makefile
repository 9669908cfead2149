# Doelspoor. `make` shows what there is; `make run` starts it.
SHELL := /bin/sh
PY := .venv/bin/python
CSS := app/static/dist/manifest.json
CSS_BRONNEN := $(shell find app/static/src -type f) scripts/build_css.mjs
PYTEST_ARGS ?=

# An environment of a Python that is gone is made anew.
$(shell sh scripts/venv.sh --controleer)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check bench css screenshots lock clean

help: ## show these commands
	@echo "Doelspoor"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

run: .venv/.run $(CSS) ## install what is needed and serve on http://127.0.0.1:8000 (PORT=... for another port)
	@exec $(PY) scripts/start.py

test: .venv/.test $(CSS) ## run all tests (PYTEST_ARGS="-k word" for some)
	@$(PY) -m pytest -n auto --maxprocesses=8 --dist worksteal $(PYTEST_ARGS)

check: .venv/.test ## style, types, layers, templates and what must not be in the repository
	@sh scripts/check.sh

bench: .venv/.test ## measure speed; prints numbers of queries and ratios
	@$(PY) scripts/bench.py

css: $(CSS) ## build the style sheet and the script

screenshots: .venv/.test $(CSS) ## take the screenshots in docs again
	@$(PY) scripts/screenshots.py

lock: ## lock the versions of all dependencies again (needs uv and npm)
	@sh scripts/lock.sh

clean: ## remove what was installed and built; the data in instance/ stays
	rm -rf .venv node_modules app/static/dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find app tests scripts migrations -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.gemaakt:
	@sh scripts/venv.sh

.venv/.run: requirements.txt | .venv/.gemaakt
	@sh scripts/pip_install.sh requirements.txt
	@touch $@

.venv/.test: requirements-dev.txt requirements.txt | .venv/.gemaakt
	@sh scripts/pip_install.sh requirements-dev.txt
	@touch .venv/.run $@

node_modules/.doelspoor: package-lock.json package.json | .venv/.gemaakt
	@sh scripts/npm.sh ci --ignore-scripts --silent
	@touch $@

$(CSS): $(CSS_BRONNEN) node_modules/.doelspoor
	@echo "Doelspoor: vormgeving bouwen (building the style sheet)"
	@sh scripts/npm.sh run --silent build
	@touch $@
