"""Templates: each one is used, and none lets unescaped text through."""

import re
from pathlib import Path

import pytest

from config import PROJECT

MAP = PROJECT / "app/templates"
SJABLONEN = sorted(pad.relative_to(MAP).as_posix() for pad in MAP.rglob("*.html"))
GENOEMD = re.compile(r"""["']([\w/-]+\.html)["']""")
ONVEILIG = re.compile(r"\|\s*safe\b|\bautoescape\s+false|\|\s*attr\(")


def genoemde_sjablonen() -> dict[str, set[str]]:
    """Per file with code or a template the templates it names."""
    bestanden: list[Path] = [*(PROJECT / "app").rglob("*.py"), *MAP.rglob("*.html")]
    return {pad.as_posix(): set(GENOEMD.findall(pad.read_text(encoding="utf-8"))) for pad in bestanden}


def test_elk_sjabloon_wordt_gebruikt() -> None:
    genoemd = genoemde_sjablonen()
    gebruikt = {naam for pad, namen in genoemd.items() for naam in namen if not pad.endswith(f"/{naam}")}
    assert SJABLONEN
    assert not set(SJABLONEN) - gebruikt


def test_elk_genoemd_sjabloon_bestaat() -> None:
    genoemd = {naam for namen in genoemde_sjablonen().values() for naam in namen}
    assert not genoemd - set(SJABLONEN)


@pytest.mark.parametrize("naam", SJABLONEN)
def test_geen_sjabloon_laat_tekst_ongefilterd_door(naam: str) -> None:
    assert not ONVEILIG.search((MAP / naam).read_text(encoding="utf-8"))
