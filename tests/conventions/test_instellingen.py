"""A setting that nobody can find does not exist: each one is named where people look for it."""

import re

import pytest

from config import PROJECT

LEZERS = (
    "config.py",
    "config_inloggen.py",
    "config_lezen.py",
    "config_server.py",
    "config_sleutels.py",
    "config_verbindingen.py",
    "gunicorn.conf.py",
    "Makefile",
    "scripts/start.py",
    "scripts/venv.sh",
    "tests/voorwaarden.py",
)
UITLEG = ("README.md", "docs/handleiding.md", "CONTRIBUTING.md")
# How Python, a shell script and a Makefile read a setting.
GELEZEN = re.compile(
    r"""(?:(?:environ|omgeving)\.get\(\s*|lees_(?:getal|aan_of_uit)\(omgeving, )["']([A-Z_]+)["']"""
    r"""|\$\{([A-Z_]+):-|^([A-Z_]+) \?=""",
    re.MULTILINE,
)
# Belongs to Playwright, not to us.
VAN_ANDEREN = {"PLAYWRIGHT_BROWSERS_PATH"}


def instellingen() -> list[str]:
    gevonden = (v for naam in LEZERS for v in GELEZEN.findall((PROJECT / naam).read_text(encoding="utf-8")))
    return sorted({"".join(vondst) for vondst in gevonden} - VAN_ANDEREN)


def test_de_zoeker_vindt_de_bekende_instellingen() -> None:
    assert {
        "DATABASE_URL",
        "SECRET_KEY",
        "PORT",
        "DOELSPOOR_OMGEVING",
        "CHROMIUM",
        "PYTHON",
        "DOELSPOOR_SESSIE_UREN",
    } <= set(instellingen())


@pytest.mark.parametrize("instelling", instellingen())
def test_elke_instelling_staat_beschreven(instelling: str) -> None:
    tekst = "".join(pad.read_text(encoding="utf-8") for pad in map(PROJECT.joinpath, UITLEG) if pad.exists())
    assert re.search(rf"\b{instelling}\b", tekst), f"Beschrijf {instelling} in README.md of docs/handleiding.md."
