#!/bin/sh
# Every check, also after one has failed, so that one run shows everything.
set -u

mislukt=""

voer_uit() {
    naam=$1
    shift
    if uitvoer=$("$@" 2>&1); then
        echo "goed    $naam"
    else
        echo "MISLUKT $naam"
        echo "$uitvoer"
        mislukt="$mislukt $naam"
    fi
}

PY=.venv/bin/python
voer_uit "ruff check" $PY -m ruff check .
voer_uit "ruff format" $PY -m ruff format --check .
voer_uit "mypy" $PY -m mypy
voer_uit "lagen" $PY -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'
voer_uit "sjablonen" $PY -m djlint --quiet --lint app/templates
voer_uit "verboden inhoud" $PY scripts/verboden_inhoud.py
[ -z "$mislukt" ]
