#!/bin/sh
# Locks every version, for all platforms, with hashes and without the address of an index.
set -eu

for naam in requirements requirements-dev requirements-node; do
    uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate \
        --quiet "$naam.in" -o "$naam.txt"
done
npm install --package-lock-only --ignore-scripts
