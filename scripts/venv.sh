#!/bin/sh
# Makes .venv with the first Python that is new enough. --controleer only marks one that no longer works.
set -eu

MINIMUM="(3, 11)"

werkt() {
    .venv/bin/python -c 'import os, sys
sys.exit(not os.path.isdir(os.path.join(sys.prefix, "lib", "python%d.%d" % sys.version_info[:2], "site-packages", "pip")))' 2>/dev/null
}

if [ "${1:-}" = "--controleer" ]; then
    if [ -e .venv/.gemaakt ] && ! werkt; then rm -f .venv/.gemaakt .venv/.run .venv/.test; fi
    exit 0
fi

# An environment that works is kept, whoever made it: only what is missing is installed.
if werkt; then touch .venv/.gemaakt; exit 0; fi

for kandidaat in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    if "$kandidaat" -c "import sys; sys.exit(sys.version_info < $MINIMUM)" 2>/dev/null; then
        PYTHON=$kandidaat
        gevonden=ja
        break
    fi
done
if [ -z "${gevonden:-}" ]; then
    echo "Doelspoor heeft Python 3.11 of nieuwer nodig; gevonden: $(python3 --version 2>&1 || echo geen)." >&2
    echo "Doelspoor needs Python 3.11 or newer; set PYTHON=/path/to/python3.11 when it is not called python3." >&2
    exit 1
fi
if ! "$PYTHON" -c 'import venv, ensurepip' 2>/dev/null; then
    echo "Python kan geen omgeving maken: installeer python3-venv (bijvoorbeeld: sudo apt install python3-venv)." >&2
    echo "Python cannot make an environment: install python3-venv." >&2
    exit 1
fi
echo "Doelspoor: omgeving maken in .venv met $("$PYTHON" --version)"
"$PYTHON" -m venv --clear .venv
touch .venv/.gemaakt
