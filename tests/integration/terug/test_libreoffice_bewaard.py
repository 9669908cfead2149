"""What LibreOffice opened and saved, untouched, comes back as the same notitie."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from app.domain import structuur as s
from app.reading.notitie.lezen import lees_notitie
from app.writing.formaten import schrijf
from tests.databases import seeds
from tests.libreoffice import LibreOffice
from tests.unit.terug.notities import document, leesbare_notitie, met_merken, notities
from tests.unit.terug.test_heen_en_terug import breng_terug, is_onveranderd
from tests.voorwaarden import BRONNEN, bronnen

VERZONNEN = 12
WEGEN = ["als_docx", "via_odt", "als_odt", "eigen_odt"]


@dataclass
class Rondreis:
    notities: dict[str, s.Notitie]
    als_docx: dict[str, Path]
    via_odt: dict[str, Path]
    als_odt: dict[str, Path]
    eigen_odt: dict[str, Path]


@pytest.fixture(scope="module")
def rondreis(libreoffice: LibreOffice, werkmap: Path) -> Rondreis:
    """Three starts of LibreOffice for all notities together."""
    alle = _alle_notities()
    bestanden, eigen = [], []
    for naam, notitie in alle.items():
        bestanden.append(werkmap / f"{naam}.docx")
        bestanden[-1].write_bytes(schrijf(document(notitie), "docx"))
        eigen.append(werkmap / f"{naam}-eigen.odt")
        eigen[-1].write_bytes(schrijf(document(notitie), "odt"))
    opnieuw = libreoffice.zet_om(bestanden, "docx", werkmap / "opnieuw")
    odt = libreoffice.zet_om([*bestanden, *eigen], "odt", werkmap / "odt")
    als_odt, eigen_odt = odt[: len(alle)], odt[len(alle) :]
    terug = libreoffice.zet_om(als_odt, "docx", werkmap / "terug")
    return Rondreis(alle, *(dict(zip(alle, paden, strict=True)) for paden in (opnieuw, terug, als_odt, eigen_odt)))


def _alle_notities() -> dict[str, s.Notitie]:
    alle = {"leesbaar": leesbare_notitie()}
    alle |= {f"seed{plek}": met_merken(seed.notitie) for plek, seed in enumerate(seeds().notities)}
    alle |= {f"verzonnen{plek}": notitie for plek, notitie in enumerate(_verzonnen())}
    if BRONNEN.exists():
        alle["echt"] = echte_notitie()
    return alle


def _verzonnen() -> list[s.Notitie]:
    getrokken: list[s.Notitie] = []

    @settings(
        max_examples=VERZONNEN,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(notities())
    def trek(notitie: s.Notitie) -> None:
        getrokken.append(notitie)

    trek()
    return getrokken


def echte_notitie() -> s.Notitie:
    gelezen = lees_notitie((bronnen() / "conceptnotitie-hogeland-2020.docx").read_bytes())
    return met_merken(gelezen.notitie)


@pytest.mark.parametrize("weg", WEGEN)
def test_niets_verandert_door_bewaren_in_libreoffice(rondreis: Rondreis, weg: str) -> None:
    for naam, bestand in getattr(rondreis, weg).items():
        is_onveranderd(breng_terug(bestand.read_bytes(), rondreis.notities[naam]), rondreis.notities[naam])


@pytest.mark.parametrize("weg", WEGEN)
def test_de_echte_notitie_komt_onveranderd_terug(rondreis: Rondreis, weg: str) -> None:
    bronnen()
    notitie = rondreis.notities["echt"]
    assert sum(len(gebied.doelen) for gebied in notitie.probleemgebieden) == 31
    is_onveranderd(breng_terug(getattr(rondreis, weg)["echt"].read_bytes(), notitie), notitie)
