"""A long list takes no more memory than a short one, in every format that is written row by row."""

import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.opdrachtoverzicht import Blok, Overzicht, Regel, Totaal
from app.domain.stroom import Stroom
from app.domain.structuur import Opdrachtnemer
from app.writing import formaten
from app.writing.document import Document
from app.writing.documenten.logboek import Opgave, Rij, logboek_document
from app.writing.documenten.opdrachten import opdrachten_document
from app.writing.formaten import FORMATEN, schrijf_naar
from tests.unit.writing.teruglezen import csv_rijen
from tests.unit.writing.voorbeelden import DATUM, maak_document

RIGG = Opdrachtnemer.RIGG
PER_RIJ = [naam for naam, formaat in FORMATEN.items() if formaat.meeste_regels is None]
KORT, LANG = 30, 300  # probleemgebieden of ten lines, of 600 characters each
GROEI = 800_000  # bytes; the texts of the long list are more than twice that, those of the short one a quarter


def test_welke_formaten_rij_voor_rij_gaan() -> None:
    assert PER_RIJ == ["xlsx", "ods", "csv", "json"]


@pytest.mark.parametrize("formaat", PER_RIJ)
@pytest.mark.parametrize("soort", ["opdrachten", "logboek"])
def test_het_geheugen_groeit_niet_met_de_lijst(soort: str, formaat: str, tmp_path: Path) -> None:
    maak = _opdrachten if soort == "opdrachten" else _logboek
    _piek(maak(1), formaat, tmp_path)  # what is made once, whatever is written
    kort, lang = (_piek(maak(aantal), formaat, tmp_path) for aantal in (KORT, LANG))
    assert lang - kort < GROEI


@pytest.mark.parametrize("formaat", PER_RIJ)
def test_alles_wordt_hoogstens_een_keer_gemaakt(formaat: str, tmp_path: Path) -> None:
    """Besides the look at what the first lines say."""
    gemaakt: list[int] = []
    _piek(_opdrachten(KORT, gemaakt), formaat, tmp_path)
    assert sorted(gemaakt)[-KORT + 1 :] == list(range(1, KORT))
    assert len(gemaakt) <= KORT + 4


@pytest.mark.parametrize("formaat", ["docx", "odt", "pdf"])
def test_te_lang_voor_bladzijden(formaat: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(formaten.FORMATEN, formaat, replace(FORMATEN[formaat], meeste_regels=1_000))
    gemaakt: list[int] = []
    with (tmp_path / "uit").open("wb") as uit:
        zin = f"meer dan 1.000 regels; dat is te lang voor een {FORMATEN[formaat].label}. Kies Excel, ODS of CSV, of"
        with pytest.raises(ValueError, match=zin):
            schrijf_naar(uit, _opdrachten(LANG, gemaakt), formaat)
        assert uit.tell() == 0


def test_een_lijst_kan_opnieuw_doorlopen_worden(tmp_path: Path) -> None:
    document = _opdrachten(3)
    keren = []
    for keer in range(2):
        with (tmp_path / str(keer)).open("wb") as uit:
            schrijf_naar(uit, document, "csv")
        keren.append((tmp_path / str(keer)).read_bytes())
    assert keren[0] == keren[1]
    assert len(csv_rijen(keren[0])) == 30


def test_een_gewoon_document_is_niet_te_lang() -> None:
    assert all(formaat.meeste_regels is None or formaat.meeste_regels >= 10_000 for formaat in FORMATEN.values())
    assert list(maak_document().gegevens.rijen) == []


def _piek(document: Document, formaat: str, map_: Path) -> int:
    tracemalloc.start()
    try:
        with (map_ / f"uit.{formaat}").open("wb") as uit:
            schrijf_naar(uit, document, formaat)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _opdrachten(gebieden: int, gemaakt: list[int] | None = None) -> Document:
    """Every probleemgebied of another notitie, none shared or uncertain: nothing shows before all were seen."""
    totalen = {RIGG: Totaal(doelen=10 * gebieden)}
    overzicht = Overzicht(Stroom(lambda: _blokken(gebieden, gemaakt)), totalen, (("Opdrachtnemer", "RIGG"),))
    return opdrachten_document(overzicht, organisatie="Regio Noord", datum=DATUM)


def _blokken(gebieden: int, gemaakt: list[int] | None) -> Iterator[Blok]:
    for nummer in range(gebieden):
        if gemaakt is not None:
            gemaakt.append(nummer)
        doelen = tuple(Regel(str(regel), f"Doel {regel} van {nummer}. ".ljust(20) * 30) for regel in range(10))
        yield Blok(f"Gemeente {nummer:03}", f"Notitie {nummer}", "Hulp", 1, RIGG, doelen=doelen)


def _logboek(aantal: int) -> Document:
    return logboek_document(Opgave("Gemeente Noord", DATUM), Stroom(lambda: _logregels(aantal)))


def _logregels(aantal: int) -> Iterator[Rij]:
    for nummer in range(10 * aantal):
        nieuw = f"tekst {nummer}. ".ljust(20) * 30
        yield ("1 mei 2020, 12:00", "Jo", "Op het scherm", "Notities", f"Doel {nummer} gewijzigd", "", nieuw)
