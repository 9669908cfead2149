"""Edits made in LibreOffice itself: the list of changes is the right one for each of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain import structuur as s
from app.domain.terugkomst.vergelijken import vergelijk
from app.writing.formaten import schrijf
from tests.libreoffice import LibreOffice
from tests.unit.terug.notities import document, leesbare_notitie
from tests.unit.terug.test_heen_en_terug import breng_terug

_BASIC = Path(__file__).with_name("bewerkingen.bas")

# Per edit: for each choice what it is about, its kind, the field, and how it was and becomes.
WONEN = "Wonen met hulp"
CIJFERS, BRON = "Cijfers over 2025 zijn voorlopig.", "\n• Bron: de corporatie.\n• Peildatum: 1 oktober 2025."
VERWACHT: dict[str, list[tuple[str, str, str, str, str]]] = {
    "tekst_anders": [
        ("Doel 2", "gewijzigd", "tekst", "X extra kamers in 2030.", "Twaalf extra kamers in 2030."),
    ],
    "doel_ertussen": [("Doel 2", "nieuw", "tekst", "", "Een nieuw doel.")],
    "doel_weg": [
        ("Doel 2", "verwijderd", "tekst", "X extra kamers in 2030.", ""),
        ("Doel 2", "verwijderd", "lokaal", "ja", ""),
    ],
    "doel_verplaatst": [("Doel 3", "verplaatst", "plaats", "Doel 1", "Doel 3")],
    "gebied_hernoemd": [("Naam", "gewijzigd", "naam", WONEN, "Wonen met hulp en zorg")],
    "punt_achteraan": [("Ist-punt 4", "nieuw", "tekst", "", "Nog een probleem.")],
    "onderdeel_anders": [
        ("Onderdeel 1a", "gewijzigd", "tekst", "Over kleine kamers.", "Over grote kamers."),
        ("Onderdeel 1b", "nieuw", "tekst", "", "Over het onderhoud."),
    ],
    "toewijzing_anders": [
        ("Doel 2", "gewijzigd", "lokaal", "ja", "niet"),
        ("Doel 3", "gewijzigd", "lokaal", "niet", "onder voorbehoud"),
    ],
    "gesplitst": [
        # The half with most of the words goes on as the point.
        ("Ist-punt 2", "nieuw", "tekst", "", "Verhuizen duurt"),
        ("Ist-punt 3", "gewijzigd", "tekst", "Verhuizen duurt een half jaar.", "een half jaar."),
    ],
    "ervoor_gezet": [("Ist-punt 1", "nieuw", "tekst", "", "Eerst dit.")],
    "samengevoegd": [
        (
            "Ist-punt 1",
            "gewijzigd",
            "tekst",
            "Te weinig kamers in de dorpen.",
            "Te weinig kamers in de dorpen. Verhuizen duurt een half jaar.",
        ),
        ("Ist-punt 2", "verwijderd", "tekst", "Verhuizen duurt een half jaar.", ""),
    ],
    "bijgehouden": [
        ("Soll-punt 2", "verwijderd", "tekst", "Wachten duurt hoogstens een maand.", ""),
        ("Soll-punt 2", "nieuw", "tekst", "", "Niemand wacht."),
        (
            "Interventie 2",
            "gewijzigd",
            "tekst",
            "Een makelaar voor kamers aanstellen.",
            "Een regisseur voor kamers aanstellen.",
        ),
    ],
    "toelichting_anders": [
        (
            "Toelichting",
            "gewijzigd",
            "toelichting",
            f"{CIJFERS}{BRON}",
            f"{CIJFERS}\nEen tweede alinea.{BRON}",
        )
    ],
    "rij_erbij": [],
}


# What was opened, and as what LibreOffice saved it.
WEGEN = (("docx", "docx"), ("docx", "odt"), ("odt", "odt"))
_FILTERS = {"docx": "MS Word 2007 XML", "odt": "writer8"}


@pytest.fixture(scope="module")
def bewerkt(libreoffice: LibreOffice, werkmap: Path) -> Path:
    """All edits in one start of LibreOffice, each in files of its own."""
    for soort in _FILTERS:
        (werkmap / f"uitgevoerd.{soort}").write_bytes(schrijf(document(leesbare_notitie()), soort))
    libreoffice.zet_om([werkmap / "uitgevoerd.docx"], "pdf", werkmap)  # makes the profile
    libreoffice.voer_uit(_BASIC.read_text("utf-8").replace("'CALLS", "\n".join(_aanroepen(werkmap))))
    return werkmap


def _aanroepen(werkmap: Path) -> Iterator[str]:
    for bron in _FILTERS:
        for naam in VERWACHT:
            adres = (werkmap / f"uitgevoerd.{bron}").as_uri()
            yield f'  doc = StarDesktop.loadComponentFromURL("{adres}", "_blank", 0, verborgen())'
            yield f"  {naam}(doc)"
            for als in (als for van, als in WEGEN if van == bron):
                yield f'  opslaan(0).Value = "{_FILTERS[als]}"'
                yield f'  doc.storeToURL("{(werkmap / f"{naam}-{bron}.{als}").as_uri()}", opslaan())'
            yield "  doc.close(True)"


@pytest.mark.parametrize(("bron", "als"), WEGEN)
@pytest.mark.parametrize("naam", VERWACHT)
def test_de_juiste_wijzigingen(bewerkt: Path, naam: str, bron: str, als: str) -> None:
    toen = leesbare_notitie()
    uit = breng_terug((bewerkt / f"{naam}-{bron}.{als}").read_bytes(), toen)
    keuzes = vergelijk(toen, uit.notitie, toen).keuzes
    gevonden = [(w.wat, w.aard.value, w.veld, w.oud, w.nieuw) for keuze in keuzes for w in keuze.wijzigingen]
    assert [regel for regel in gevonden if regel[2] != "streefwaarde"] == VERWACHT[naam]
    assert (uit.wijzigingen > 0) == (naam == "bijgehouden")
    assert uit.niet_geplaatst == (["Risico's: De rente."] if naam == "rij_erbij" else [])


def test_wat_niet_veranderde_houdt_zijn_merk(bewerkt: Path) -> None:
    toen = leesbare_notitie()
    na = breng_terug((bewerkt / "doel_ertussen-docx.docx").read_bytes(), toen).notitie.probleemgebieden[0]
    oud = toen.probleemgebieden[0]
    assert [d.merk for d in na.doelen if not d.merk.startswith("n0")] == [d.merk for d in oud.doelen]
    assert [s.merk_van(i) for i in na.indicatoren] == [i.merk for i in oud.indicatoren]
