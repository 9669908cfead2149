"""What cannot be, through both doors: a sentence that says what and where, and nothing stored."""

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from app.models import Bestand
from tests.integration.indicatoren.cijferhulp import Wereld
from tests.integration.metingen_importeren.hulp import Opdrachtregel, Scherm, aantal, csv, stand, wacht_er_nog_iets

BSN = "111222333"


def formules() -> bytes:
    boek = openpyxl.Workbook()
    blad = boek.active
    blad.append(["indicator", "eenheid", "periode", "waarde"])
    blad.append(["Trajecten", "aantal", 2019, "=1+1"])
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def met_waarde(waarde: str, indicator: str = ";Trajecten;aantal") -> bytes:
    return csv(";Aandeel;procent;2021;9;", f"{indicator};2020;{waarde};")


SLECHT: dict[str, tuple[bytes, str]] = {
    "NaN": (met_waarde("NaN"), "'NaN' is geen getal"),
    "oneindig": (met_waarde("Infinity"), "'Infinity' is geen getal"),
    "10^30": (met_waarde("1" + "0" * 30), "meer dan 14 cijfers voor de komma"),
    "wetenschappelijk": (met_waarde("1e30"), "wetenschappelijke notatie"),
    "negatief aantal": (met_waarde("-3"), "Een aantal is niet negatief; hier staat -3."),
    "boven de bovengrens": (met_waarde("101", ";Aandeel;procent"), "101% kan hier niet: het hoogste is 100%."),
    "andere eenheid": (met_waarde("5", ";Aandeel;aantal"), "De eenheid is 'aantal', maar 'Aandeel' wordt gemeten in"),
    "twee eenheden": (
        csv(";Nieuw;weken;2019;5;", ";Nieuw;euro;2020;6;"),
        "'Nieuw' heeft in dit bestand twee eenheden: 'weken' en 'euro'.",
    ),
    "periode twee keer": (
        csv(";Trajecten;aantal;2020;5;", "Testdorp;trajecten;aantal;2020;6;"),
        "2020 staat er twee keer, met 5 (regel 2) en met 6 (regel 3).",
    ),
    "formule in csv": (met_waarde("=1+1"), "'=1+1' is een formule"),
    "formule in xlsx": (formules(), "Cel D2 bevat een formule zonder uitkomst"),
    "halve regel": (csv(";Aandeel;procent;2021;9;") + b";Trajecten;aantal", "is het bestand afgebroken?"),
    "onbekende indicator": (met_waarde("5", ";Trajectn;aantal"), "Bedoelt u 'Trajecten'?"),
    "geen periode": (met_waarde("5").replace(b"2020", b"vroeger"), "'vroeger' is geen periode"),
}


@pytest.mark.parametrize("naam", SLECHT)
def test_de_opdracht_weigert(naam: str, opdracht: Opdrachtregel, wereld: Wereld) -> None:
    inhoud, woorden = SLECHT[naam]
    voor = stand(wereld)
    uitkomst = opdracht(inhoud, naam="b.xlsx" if inhoud.startswith(b"PK") else "b.csv")
    assert (uitkomst.exit_code, uitkomst.stdout) == (2, "")
    assert woorden in uitkomst.stderr
    assert stand(wereld) == voor
    assert not wacht_er_nog_iets(wereld)


@pytest.mark.parametrize("naam", SLECHT)
def test_het_scherm_weigert(naam: str, scherm: Scherm, wereld: Wereld) -> None:
    inhoud, woorden = SLECHT[naam]
    voor = stand(wereld)
    adres = scherm.lees(inhoud)
    assert woorden.replace("'Trajecten'", "‘Trajecten’") in scherm.pagina(adres).replace("'Trajecten'", "‘Trajecten’")
    assert scherm.neem_over(adres).status_code in (303, 422)
    assert stand(wereld) == voor


ONBRUIKBAAR: dict[str, tuple[bytes, str]] = {
    "leeg": (b"", "Het bestand is leeg."),
    "alleen koppen": (csv(), "Er staan geen cijfers in het bestand"),
    "geen koppen": (b"hallo\nwereld\n", ""),
    "word": (b"%PDF-1.7 hallo", "Dit is een pdf"),
    "burgerservicenummers": (
        csv(*(f";{BSN};aantal;{jaar};1;" for jaar in range(2000, 2020))),
        "burgerservicenummer",
    ),
    "een lange regel": (b"indicator;periode;waarde\n" + b"a" * 300_000, ""),
}


@pytest.mark.parametrize("naam", ONBRUIKBAAR)
def test_een_onbruikbaar_bestand(naam: str, opdracht: Opdrachtregel, scherm: Scherm, wereld: Wereld) -> None:
    inhoud, woorden = ONBRUIKBAAR[naam]
    voor = stand(wereld)
    uitkomst = opdracht(inhoud)
    assert (uitkomst.exit_code, uitkomst.stdout) == (2, "")
    assert uitkomst.stderr.startswith("cijfers.csv")
    assert woorden in uitkomst.stderr
    pagina = scherm.pagina(scherm.lees(inhoud))
    assert "Overnemen Annuleren" not in pagina
    assert woorden in pagina
    assert stand(wereld) == voor


def test_persoonsgegevens_worden_niet_bewaard(scherm: Scherm, wereld: Wereld) -> None:
    inhoud, _ = ONBRUIKBAAR["burgerservicenummers"]
    pagina = scherm.pagina(scherm.lees(inhoud))
    assert BSN not in pagina
    assert aantal(wereld, Bestand) == 0
    assert not wacht_er_nog_iets(wereld)


@pytest.fixture
def bom(tmp_path: Path) -> Path:
    """One line of a gigabyte, of which almost nothing takes room on the disk."""
    pad = tmp_path / "bom.csv"
    with pad.open("wb") as uit:
        uit.write(b"indicator;periode;waarde\nTrajecten;2020;")
        uit.seek(2**30 - 100)
        uit.write(b"1\n")
    return pad


def test_een_regel_van_een_gigabyte(opdracht: Opdrachtregel, bom: Path, piek: Callable[[], int]) -> None:
    uitkomst = opdracht.van(bom)
    assert uitkomst.exit_code == 2
    assert uitkomst.stderr.count("\n") == 1
    assert piek() < 50 * 2**20


@pytest.fixture
def piek() -> Callable[[], int]:
    """By how many bytes the most memory that this process ever used has risen since the test began."""
    import resource

    begin = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return lambda: (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - begin) * 1024
