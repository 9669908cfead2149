#!/bin/sh
# Runs npm: the one of this machine when it is new enough, else one that is installed in .venv on demand.
set -eu

nieuw_genoeg() {
    versie=$(npm --version 2>/dev/null) && node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' 2>/dev/null &&
        [ "${versie%%.*}" -ge 9 ]
}

if ! nieuw_genoeg; then
    if [ ! -e .venv/.node ] || [ requirements-node.txt -nt .venv/.node ]; then
        sh scripts/pip_install.sh requirements-node.txt
        touch .venv/.node
    fi
    PATH="$PWD/.venv/bin:$PATH"
    export PATH
fi
if [ "$1" = ci ]; then
    echo "Doelspoor: bouwstenen voor de vormgeving installeren (eenmalig; installing, once)"
fi
exec npm "$@"
