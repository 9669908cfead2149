#!/bin/sh
# Installs one locked file of requirements in .venv.
set -eu

echo "Doelspoor: onderdelen uit $1 installeren (eenmalig; installing, once)"
if ! .venv/bin/python -m pip install -qq --disable-pip-version-check --no-input --require-hashes -r "$1"; then
    echo "Het installeren is niet gelukt; is er verbinding met internet? (installing failed; is there a network?)" >&2
    exit 1
fi
