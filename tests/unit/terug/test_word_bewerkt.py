"""Edits as Word saves them: the list of changes is the right one, and marks that went astray do no harm."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest

from app.domain.terugkomst.vergelijken import vergelijk
from app.reading.terug.lezen import lees_terug
from app.reading.terug.uitkomst import Teruggebracht
from app.reading.word.document import LeesFout
from app.writing.formaten import schrijf
from tests.unit.terug import wordbewerking as w
from tests.unit.terug.notities import document, leesbare_notitie
from tests.unit.terug.test_heen_en_terug import breng_terug, is_onveranderd

Bewerking = Callable[[w.Element], None]
Gevonden = tuple[str, str, str, str]


@pytest.fixture(scope="module")
def uitgevoerd() -> bytes:
    return schrijf(document(leesbare_notitie()), "docx")


def wijzigingen(uit: Teruggebracht) -> list[Gevonden]:
    toen = leesbare_notitie()
    keuzes = vergelijk(toen, uit.notitie, toen).keuzes
    return [
        (x.wat, x.aard.value, x.oud, x.nieuw) for keuze in keuzes for x in keuze.wijzigingen if x.veld != "streefwaarde"
    ]


def _alles_in_stukken(wortel: w.Element) -> None:
    for p in wortel.iter(w.W + "p"):
        if p.find(w.W + "r") is not None and p.find(f"{w.W}r/{w.W}tab") is None:
            w.in_stukken(p)


def _merken_buiten(wortel: w.Element) -> None:
    for p in list(wortel.iter(w.W + "p")):
        w.merken_naar_buiten(p)


def _in_besturing(wortel: w.Element) -> None:
    for p in list(wortel.iter(w.W + "p")):
        w.in_inhoudsbesturing(p)


def _hoofdletters(wortel: w.Element) -> None:
    for merk in wortel.iter(w.W + "bookmarkStart"):
        merk.set(w.W + "name", str(merk.get(w.W + "name")).upper())


@pytest.mark.parametrize("bewerking", [_alles_in_stukken, _merken_buiten, _in_besturing, _hoofdletters])
def test_zoals_word_het_anders_bewaart_verandert_er_niets(uitgevoerd: bytes, bewerking: Bewerking) -> None:
    is_onveranderd(breng_terug(w.bewerk(uitgevoerd, bewerking), leesbare_notitie()), leesbare_notitie())


def _woord_vervangen(wortel: w.Element) -> None:
    w.vervang(w.alinea(wortel, "X extra kamers"), "X", "Twaalf")


def _doel_weg(wortel: w.Element) -> None:
    w.verwijder_bijgehouden(w.alinea(wortel, "X extra kamers"))


def _punt_erbij(wortel: w.Element) -> None:
    w.nieuwe_alinea(w.alinea(wortel, "Niemand kent"), "Nog een ‘probleem’.")


def _verplaatst(wortel: w.Element) -> None:
    """Word leaves the mark with the text that was moved away."""
    w.nieuwe_alinea(w.alinea(wortel, "Niemand kent"), "Te weinig kamers in de dorpen.", "moveTo")
    w.verwijder_bijgehouden(w.alinea(wortel, "Te weinig kamers"), "moveFrom")


def _overgetypt(wortel: w.Element) -> None:
    """Selected and typed over: the mark is gone, the number stays."""
    p = w.alinea(wortel, "Een makelaar")
    w.zonder_merken(p)
    for eigen in p.findall(w.W + "r"):
        p.remove(eigen)
    p.append(w.run("Wie zoekt, helpen we."))


def _toewijzing(wortel: w.Element) -> None:
    w.vervang(w.alinea(wortel, "Uitvoeren interventies: (2)."), "(2)", "2 en 4")


def _onleesbare_toewijzing(wortel: w.Element) -> None:
    w.vervang(w.alinea(wortel, "Uitvoeren interventies: (2)."), "(2).", "zie bijlage 7.")


def _geen_nummer(wortel: w.Element) -> None:
    w.vervang(w.alinea(wortel, "Realiseren doelen: 3."), "3.", "3, 9.")


def _datum(wortel: w.Element) -> None:
    p = w.alinea(wortel, "2 maart 2026")
    p.findall(w.W + "r")[-1].find(w.W + "t").text = "5 april 2026"


def _geen_datum(wortel: w.Element) -> None:
    p = w.alinea(wortel, "2 maart 2026")
    p.findall(w.W + "r")[-1].find(w.W + "t").text = "binnenkort"


def _in_lijst(wortel: w.Element) -> None:
    p = w.alinea(wortel, "Leerlingenvervoer")
    p.find(f"{w.W}r/{w.W}t").text = "Vervoer naar school"


BEWERKINGEN: list[tuple[Bewerking, list[Gevonden], list[str]]] = [
    (_woord_vervangen, [("Doel 2", "gewijzigd", "X extra kamers in 2030.", "Twaalf extra kamers in 2030.")], []),
    (
        _doel_weg,
        [("Doel 2", "verwijderd", "X extra kamers in 2030.", ""), ("Doel 2", "verwijderd", "ja", "")],
        ["Realiseren doelen: 1, 2.", "Realiseren doelen: 3."],
    ),
    (_punt_erbij, [("Ist-punt 4", "nieuw", "", "Nog een ‘probleem’.")], []),
    (_verplaatst, [("Ist-punt 3", "verplaatst", "Ist-punt 1", "Ist-punt 3")], []),
    (
        _overgetypt,
        [("Interventie 2", "gewijzigd", "Een makelaar voor kamers aanstellen.", "Wie zoekt, helpen we.")],
        [],
    ),
    (
        _toewijzing,
        [("Interventie 2", "gewijzigd", "onder voorbehoud", "ja"), ("Interventie 4", "gewijzigd", "niet", "ja")],
        [],
    ),
    (_onleesbare_toewijzing, [], ["is niet begrepen"]),
    (_geen_nummer, [], ["noemt 9, maar dat staat niet in het bestand"]),
    (_datum, [("Datum", "gewijzigd", "2 maart 2026", "5 april 2026")], []),
    (_geen_datum, [], ["‘binnenkort’ is geen datum"]),
    (_in_lijst, [("Naam in de lijst", "verwijderd", "Leerlingenvervoer", "")], []),
]


@pytest.mark.parametrize(("bewerking", "verwacht", "meldingen"), BEWERKINGEN)
def test_de_juiste_wijzigingen(
    uitgevoerd: bytes, bewerking: Bewerking, verwacht: list[Gevonden], meldingen: list[str]
) -> None:
    uit = breng_terug(w.bewerk(uitgevoerd, bewerking), leesbare_notitie())
    assert wijzigingen(uit) == verwacht
    assert len(uit.meldingen) == len(meldingen)
    assert all(deel in melding for deel, melding in zip(meldingen, uit.meldingen, strict=True))


def test_opmerkingen_komen_naast_het_onderdeel_en_niet_in_de_tekst(uitgevoerd: bytes) -> None:
    word = docx.Document(BytesIO(uitgevoerd))
    cel = word.tables[0].rows[4].cells[1]
    word.add_comment(cel.paragraphs[3].runs, text="Klopt dit nog?", author="Jo Jansen", initials="JJ")
    bewaard = BytesIO()
    word.save(bewaard)
    uit = breng_terug(bewaard.getvalue(), leesbare_notitie())
    gebied = leesbare_notitie().probleemgebieden[0]
    ((plek, opmerking),) = uit.opmerkingen
    assert (plek.gebied_merk, plek.soort, plek.merk) == (gebied.merk, "interventie", gebied.interventies[1].merk)
    assert (opmerking.wie, opmerking.tekst) == ("JJ", "Klopt dit nog?")
    assert wijzigingen(uit) == []


# --- marks that went astray ---


def _zonder_alle_merken(wortel: w.Element) -> None:
    for p in wortel.iter(w.W + "p"):
        w.zonder_merken(p)


def test_zonder_merken_op_nummer_en_tekst(uitgevoerd: bytes) -> None:
    """A program that drops all bookmarks leaves the code among the properties of the file."""

    def bewerking(wortel: w.Element) -> None:
        w.vervang(w.alinea(wortel, "X extra kamers"), "X", "Twaalf")
        _zonder_alle_merken(wortel)

    uit = breng_terug(w.bewerk(uitgevoerd, bewerking), leesbare_notitie())
    assert wijzigingen(uit) == [("Doel 2", "gewijzigd", "X extra kamers in 2030.", "Twaalf extra kamers in 2030.")]


def _twee_keer_hetzelfde_merk(wortel: w.Element) -> None:
    naam = w.naam_van_merk(w.alinea(wortel, "Niemand kent"))
    kopie = w.nieuwe_alinea(w.alinea(wortel, "Niemand kent"), "Iets heel anders.")
    w.met_merk(kopie, naam)


def _merk_op_de_verkeerde_plek(wortel: w.Element) -> None:
    """The mark of a doel at a line of the soll, and that of a soll at the doel."""
    een, ander = w.alinea(wortel, "X extra kamers"), w.alinea(wortel, "Iedereen woont")
    namen = w.naam_van_merk(een), w.naam_van_merk(ander)
    for p, naam in ((een, namen[1]), (ander, namen[0])):
        w.zonder_merken(p)
        w.met_merk(p, naam, 800 + len(naam))


def _merk_zonder_einde(wortel: w.Element) -> None:
    for eind in list(w.alinea(wortel, "Te weinig kamers").findall(w.W + "bookmarkEnd")):
        eind.getparent().remove(eind)


def _vreemd_merk(wortel: w.Element) -> None:
    w.met_merk(w.alinea(wortel, "Te weinig kamers"), "_ds_doel_" + "z" * 16)
    w.met_merk(w.alinea(wortel, "Verhuizen duurt"), "_ds_onzin_abc", 778)


@pytest.mark.parametrize(
    ("bewerking", "verwacht"),
    [
        (_twee_keer_hetzelfde_merk, [("Ist-punt 4", "nieuw", "", "Iets heel anders.")]),
        (_merk_op_de_verkeerde_plek, []),
        (_merk_zonder_einde, []),
        (_vreemd_merk, []),
    ],
)
def test_verdwaalde_merken_doen_geen_kwaad(uitgevoerd: bytes, bewerking: Bewerking, verwacht: list[Gevonden]) -> None:
    assert wijzigingen(breng_terug(w.bewerk(uitgevoerd, bewerking), leesbare_notitie())) == verwacht


def test_een_tabel_die_weg_is_gooit_niets_weg(uitgevoerd: bytes) -> None:
    def bewerking(wortel: w.Element) -> None:
        tabel = next(wortel.iter(w.W + "tbl"))
        tabel.getparent().remove(tabel)

    uit = breng_terug(w.bewerk(uitgevoerd, bewerking), leesbare_notitie())
    assert wijzigingen(uit) == []
    assert uit.meldingen == [
        "De tabel van ‘Wonen met hulp’ staat niet in het bestand; dat probleemgebied blijft zoals het was."
    ]


def test_een_kapot_pakket_wordt_geweigerd() -> None:
    with pytest.raises(LeesFout):
        lees_terug(b"PK\x03\x04kapot")


@pytest.mark.parametrize("inhoud", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, b"Gewone tekst."])
def test_wat_geen_pakket_is_draagt_geen_merken(inhoud: bytes) -> None:
    """What it is, or why it cannot be read, is for the readers of other files to say."""
    assert lees_terug(inhoud) is None


def test_een_afgebroken_bestand_wordt_geweigerd(uitgevoerd: bytes) -> None:
    with pytest.raises(LeesFout):
        lees_terug(uitgevoerd[: len(uitgevoerd) // 2])


def test_een_pdf_draagt_geen_merken() -> None:
    assert lees_terug(b"%PDF-1.7") is None
