#!/bin/sh
# Every check, also after one has failed, so that one run shows everything.
set -u

mislukt=""

meld_mislukt() {
    echo "MISLUKT $1"
    echo "$2"
    mislukt="$mislukt $1"
}

voer_uit() {
    naam=$1
    shift
    if uitvoer=$("$@" 2>&1); then
        echo "goed    $naam"
    else
        meld_mislukt "$naam" "$uitvoer"
    fi
}

# Known vulnerabilities: asked while the rest is being checked. Not being able to ask is no failure (code 3), but is said.
meld_audit() {
    wait "$audit"
    code=$?
    uitvoer=$(cat "$antwoord")
    rm -f "$antwoord"
    case $code in
        0) echo "goed    audit${uitvoer:+ ($uitvoer)}" ;;
        3) echo "niet gedaan audit: $uitvoer" ;;
        *) meld_mislukt "audit" "$uitvoer" ;;
    esac
}

PY=.venv/bin/python
antwoord=$(mktemp)
$PY scripts/audit.py >"$antwoord" 2>&1 &
audit=$!
voer_uit "ruff check" $PY -m ruff check .
voer_uit "ruff format" $PY -m ruff format --check .
voer_uit "mypy" $PY -m mypy
voer_uit "lagen" $PY -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'
voer_uit "sjablonen" $PY -m djlint --quiet --lint app/templates
voer_uit "verboden inhoud" $PY scripts/verboden_inhoud.py
meld_audit
[ -z "$mislukt" ]
