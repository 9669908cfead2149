"""Tables of a period, edited as Word saves that: the list of changes is the right one, and nothing else."""

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO

import docx
import pytest

from app.domain.terugkomst.vergelijken import Keuze
from app.domain.terugkomst.voortgang import vergelijk_tabellen
from app.domain.voortgang.tabel import Maatregelrijen, Tabellen, Themarijen, aangevuld
from app.reading.terug.lezen import lees_terug
from app.reading.terug.voortgang_bouw import TabellenTerug
from app.reading.terug.voortgang_lezen import lees_voortgang_terug
from tests.unit.terug import wordbewerking as w
from tests.unit.terug.voortgangen import CODE, als_word, breng_terug, toen

Bewerking = Callable[[w.Element], None]
Gevonden = tuple[str, str, str, str]


@pytest.fixture(scope="module")
def uitgevoerd() -> bytes:
    return als_word()


def keuzes(uit: TabellenTerug) -> list[Keuze]:
    return list(vergelijk_tabellen(toen(), uit.tabellen, toen()).keuzes)


def gevonden(uit: TabellenTerug) -> list[Gevonden]:
    return [(x.naam, x.aard.value, x.oud, x.nieuw) for keuze in keuzes(uit) for x in keuze.wijzigingen]


def rij(wortel: w.Element, tekst: str) -> w.Element:
    return next(w.alinea(wortel, tekst).iterancestors(w.W + "tr"))


def cel(wortel: w.Element, tekst: str, kolom: int) -> w.Element:
    return rij(wortel, tekst).findall(w.W + "tc")[kolom].find(w.W + "p")


def typ(p: w.Element, tekst: str) -> None:
    """All text replaced, as when somebody selects it and types: the marks around it are gone."""
    for eigen in p.findall(w.W + "r"):
        p.remove(eigen)
    w.zonder_merken(p)
    p.append(w.run(tekst))


def nieuwe_rij(na: w.Element, *teksten: str) -> w.Element:
    """As Word inserts a row below another: its looks, no marks, and nothing in its cells yet."""
    gemaakt = deepcopy(na)
    na.addnext(gemaakt)
    for plek, vak in enumerate(gemaakt.findall(w.W + "tc")):
        typ(vak.find(w.W + "p"), teksten[plek] if plek < len(teksten) else "")
    return gemaakt


@pytest.mark.parametrize(("status", "kleur"), [(False, False), (True, False), (False, True), (True, True)])
def test_ongewijzigd_terug_is_geen_enkele_wijziging(status: bool, kleur: bool) -> None:
    uit = breng_terug(als_word(status=status, kleur=kleur))
    assert uit.tabellen == toen()
    assert (uit.meldingen, uit.niet_geplaatst, keuzes(uit)) == ([], [], [])


def test_het_bestand_zegt_waar_het_van_is(uitgevoerd: bytes) -> None:
    gelezen = lees_voortgang_terug(uitgevoerd)
    assert gelezen is not None
    assert (gelezen.uitvoer, gelezen.periode, gelezen.organisatie) == (CODE, "2019-H2", "Gemeente Testdorp")


def test_een_ander_bestand_is_het_niet(uitgevoerd: bytes) -> None:
    leeg = BytesIO()
    docx.Document().save(leeg)
    assert lees_voortgang_terug(leeg.getvalue()) is None
    terug = lees_terug(uitgevoerd)
    assert terug is None or not terug.heeft_tabellen


def _alles_in_stukken(wortel: w.Element) -> None:
    for p in wortel.iter(w.W + "p"):
        if p.find(w.W + "r") is not None and p.find(f"{w.W}r/{w.W}tab") is None and p.find(f"{w.W}r/{w.W}br") is None:
            w.in_stukken(p)


def _merken_buiten(wortel: w.Element) -> None:
    for p in list(wortel.iter(w.W + "p")):
        w.merken_naar_buiten(p)


def _zonder_merken(wortel: w.Element) -> None:
    for p in wortel.iter(w.W + "p"):
        w.zonder_merken(p)


def _in_besturing(wortel: w.Element) -> None:
    for p in list(wortel.iter(w.W + "p")):
        w.in_inhoudsbesturing(p)


@pytest.mark.parametrize("bewerking", [_alles_in_stukken, _merken_buiten, _in_besturing])
def test_zoals_word_het_anders_bewaart_verandert_er_niets(uitgevoerd: bytes, bewerking: Bewerking) -> None:
    uit = breng_terug(w.bewerk(uitgevoerd, bewerking))
    assert (uit.tabellen, uit.meldingen, uit.niet_geplaatst) == (toen(), [], [])


def test_zonder_merken_is_alles_aan_naam_en_letter_te_herkennen(uitgevoerd: bytes) -> None:
    """Our own sentence above the tables is the only one that nobody can tell from one that was added."""
    uit = breng_terug(w.bewerk(uitgevoerd, _zonder_merken))
    assert (uit.tabellen, uit.meldingen) == (toen(), [])


def tekst_bijgehouden(wortel: w.Element) -> None:
    w.vervang(w.alinea(wortel, "regisseur is"), "aangesteld", "begonnen")


def tekst_overgetypt(wortel: w.Element) -> None:
    typ(w.alinea(wortel, "regisseur is"), "Heel iets anders.")


def lege_cel_gevuld(wortel: w.Element) -> None:
    cel(wortel, "Huisbezoek", 1).append(w.run("De eerste bezoeken zijn geweest."))


def tekst_gewist(wortel: w.Element) -> None:
    typ(w.alinea(wortel, "regisseur is"), "")


def planning_anders(wortel: w.Element) -> None:
    typ(cel(wortel, "Afbouw van", 2), "Afgerond")


def status_anders(wortel: w.Element) -> None:
    typ(cel(wortel, "Procesregie", 3), "afgerond")


def kleur_anders(wortel: w.Element) -> None:
    typ(cel(wortel, "Cijfers", 4), "groen")


def naam_anders(wortel: w.Element) -> None:
    w.vervang(w.alinea(wortel, "c. Huisbezoek"), "Huisbezoek", "Bezoek aan huis")


def letter_anders(wortel: w.Element) -> None:
    w.vervang(w.alinea(wortel, "c. Huisbezoek"), "c", "d")


def rij_erbij(wortel: w.Element) -> None:
    nieuwe_rij(rij(wortel, "Huisbezoek"), "d. Kennis delen", "Er is een site.", "Q2 2020", "Gepland")


def tweede_rij_erbij(wortel: w.Element) -> None:
    nieuwe_rij(rij(wortel, "Procesregie"), "", "Er is een tweede regisseur.", "Afgerond", "Afgerond")


def rij_weg(wortel: w.Element) -> None:
    """With tracked changes on: the row is marked as deleted, and so is what stood in it."""
    weg = rij(wortel, "Afbouw van")
    eigenschappen = weg.find(w.W + "trPr")
    if eigenschappen is None:
        eigenschappen = w.etree.Element(w.W + "trPr")
        weg.insert(0, eigenschappen)
    w.etree.SubElement(eigenschappen, w.W + "del", w.WIE)
    for p in weg.iter(w.W + "p"):
        w.verwijder_bijgehouden(p)


def rij_verplaatst(wortel: w.Element) -> None:
    rij(wortel, "Huisbezoek").getparent().insert(3, rij(wortel, "Huisbezoek"))


def rij_naar_ander_thema(wortel: w.Element) -> None:
    rij(wortel, "Cijfers").addprevious(rij(wortel, "Huisbezoek"))


def thema_anders(wortel: w.Element) -> None:
    w.vervang(w.alinea(wortel, "2. Sturing"), "Sturing", "Grip op geld")


P = "1a Procesregie"
BEWERKINGEN: list[tuple[Bewerking, list[Gevonden]]] = [
    (
        tekst_bijgehouden,
        [(f"{P}: voortgang", "gewijzigd", "De regisseur is aangesteld.", "De regisseur is begonnen.")],
    ),
    (tekst_overgetypt, [(f"{P}: voortgang", "gewijzigd", "De regisseur is aangesteld.", "Heel iets anders.")]),
    (lege_cel_gevuld, [("1c Huisbezoek: voortgang", "gewijzigd", "", "De eerste bezoeken zijn geweest.")]),
    (tekst_gewist, [(f"{P}: voortgang", "gewijzigd", "De regisseur is aangesteld.", "")]),
    (planning_anders, [("2b Afbouw van plekken: planning", "gewijzigd", "2021", "Afgerond")]),
    (status_anders, [(f"{P}: status", "gewijzigd", "Doorlopend", "Afgerond")]),
    (
        kleur_anders,
        [
            (
                "2 Cijfers: kleur",
                "gewijzigd",
                "Rood\nOorzaak: Geen mensen.\nGevolg: Wachttijd.\nBijsturing: Inhuur.",
                "Groen",
            )
        ],
    ),
    (naam_anders, [("1c Huisbezoek: naam", "gewijzigd", "Huisbezoek", "Bezoek aan huis")]),
    (letter_anders, [("1c Huisbezoek: letter", "gewijzigd", "c", "d")]),
    (
        rij_erbij,
        [
            ("Nieuwe maatregel d. Kennis delen", "nieuw", "", "d. Kennis delen"),
            ("Voortgang", "nieuw", "", "Er is een site."),
            ("Planning", "nieuw", "", "Q2 2020"),
            ("Status", "nieuw", "", "Gepland"),
        ],
    ),
    (
        tweede_rij_erbij,
        [
            (f"{P}: voortgang", "nieuw", "", "Er is een tweede regisseur."),
            (f"{P}: planning", "nieuw", "", "Afgerond"),
            (f"{P}: status", "nieuw", "", "Afgerond"),
        ],
    ),
    (
        rij_weg,
        [
            ("2b Afbouw van plekken: voortgang", "verwijderd", "Er zijn minder plekken.", ""),
            ("2b Afbouw van plekken: planning", "verwijderd", "2021", ""),
            ("2b Afbouw van plekken: status", "verwijderd", "Doorlopend", ""),
        ],
    ),
    (
        rij_verplaatst,
        [("1c Huisbezoek", "verplaatst", "onder 1b Scholing van medewerkers", "bovenaan thema 1")],
    ),
    (rij_naar_ander_thema, [("1c Huisbezoek: thema", "verplaatst", "1. Structuur", "2. Sturing")]),
    (thema_anders, [("Thema 2: naam", "gewijzigd", "Sturing", "Grip op geld")]),
]


@pytest.mark.parametrize(("bewerking", "verwacht"), BEWERKINGEN, ids=lambda x: getattr(x, "__name__", ""))
def test_een_bewerking_geeft_precies_haar_wijziging(
    uitgevoerd: bytes, bewerking: Bewerking, verwacht: list[Gevonden]
) -> None:
    uit = breng_terug(w.bewerk(uitgevoerd, bewerking))
    assert gevonden(uit) == verwacht
    assert (uit.meldingen, uit.niet_geplaatst) == ([], [])


def test_alle_bewerkingen_samen_zijn_alle_wijzigingen_samen(uitgevoerd: bytes) -> None:
    samen = [tekst_bijgehouden, planning_anders, kleur_anders, naam_anders, tweede_rij_erbij, thema_anders]
    verwacht = [x for bewerking, lijst in BEWERKINGEN if bewerking in samen for x in lijst]
    inhoud = uitgevoerd
    for bewerking in reversed(samen):
        inhoud = w.bewerk(inhoud, bewerking)
    assert sorted(gevonden(breng_terug(inhoud))) == sorted(verwacht)


def test_een_andere_volgorde_van_de_rijen_van_een_maatregel_wordt_genoemd(uitgevoerd: bytes) -> None:
    """The place of a row ties it to that of the period before, so it stays; the texts are compared with their own."""

    def omgewisseld(wortel: w.Element) -> None:
        eerste, tweede = rij(wortel, "Groep 1 is klaar"), rij(wortel, "De trainer is gekozen")
        eerste.addprevious(tweede)

    uit = breng_terug(w.bewerk(uitgevoerd, omgewisseld))
    assert gevonden(uit) == []
    (melding,) = uit.meldingen
    assert melding.startswith("Tabel 1, rij 3: de rijen van ‘b. Scholing van medewerkers’ staan in een andere volgorde")


def test_een_status_die_uit_de_planning_volgt_gaat_mee_met_de_planning() -> None:
    def anders(wortel: w.Element) -> None:
        typ(cel(wortel, "trainer", 2), "Doorlopend")

    (keuze,) = keuzes(breng_terug(w.bewerk(als_word(status=False), anders)))
    assert [(x.veldnaam, x.oud, x.nieuw) for x in keuze.wijzigingen] == [
        ("planning", "Afgerond", "Doorlopend"),
        ("status volgens de planning", "Afgerond", "Doorlopend"),
    ]


def test_een_rij_van_een_bekende_maatregel_die_er_niet_in_stond(uitgevoerd: bytes) -> None:
    bekend = Maatregelrijen("m14", "d", "Kennis delen")
    basis = aangevuld(toen(), Tabellen(toen().peil, (Themarijen("t1", 1, "Structuur", (bekend,)),)))
    uit = breng_terug(w.bewerk(uitgevoerd, rij_erbij), basis)
    (keuze,) = vergelijk_tabellen(basis, uit.tabellen, basis).keuzes
    assert (keuze.sleutel.soort, keuze.eerste.gebied_merk) == ("rij", "m14")


@pytest.mark.parametrize(
    ("kolom", "tekst", "zin"),
    [
        (3, "misschien", "de status ‘misschien’ bestaat niet en is niet overgenomen."),
        (4, "paars", "de kleur ‘paars’ bestaat niet en is niet overgenomen. Kies uit groen, oranje en rood."),
        (4, "oranje", "bij oranje ontbreekt de oorzaak en de gevolg en de bijsturing; de kleur is niet overgenomen."),
    ],
)
def test_een_cel_die_niet_klopt_wordt_genoemd_met_haar_plaats(
    uitgevoerd: bytes, kolom: int, tekst: str, zin: str
) -> None:
    uit = breng_terug(w.bewerk(uitgevoerd, lambda wortel: typ(cel(wortel, "Procesregie", kolom), tekst)))
    assert (gevonden(uit), uit.meldingen) == ([], [f"Tabel 1, rij 2: {zin}"])


def test_een_naam_zonder_merk_die_lijkt_wordt_genoemd(uitgevoerd: bytes) -> None:
    def overgetypt(wortel: w.Element) -> None:
        typ(w.alinea(wortel, "Afbouw van"), "b. Afbouw van alle plekken")
        w.zonder_merken(w.alinea(wortel, "minder plekken"))

    uit = breng_terug(w.bewerk(uitgevoerd, overgetypt))
    assert gevonden(uit) == [
        ("2b Afbouw van plekken: naam", "gewijzigd", "Afbouw van plekken", "Afbouw van alle plekken")
    ]
    assert "‘Afbouw van alle plekken’ heeft geen verborgen merk meer" in uit.meldingen[0]


def test_alleen_dezelfde_letter_maakt_nog_geen_zelfde_maatregel(uitgevoerd: bytes) -> None:
    def vervangen(wortel: w.Element) -> None:
        nieuwe_rij(rij(wortel, "Afbouw van"), "b. Iets nieuws", "Begonnen.", "Q1 2020")
        rij(wortel, "Afbouw van").getparent().remove(rij(wortel, "Afbouw van"))

    soorten = [(k.sleutel.soort, k.eerste.aard.value) for k in keuzes(breng_terug(w.bewerk(uitgevoerd, vervangen)))]
    assert soorten == [("maatregel", "nieuw"), ("rij", "verwijderd")]


def test_een_merk_dat_met_een_kopie_meeging_wijst_niet_de_kopie_aan(uitgevoerd: bytes) -> None:
    """Another program may leave the marks in the copy and not in the row that was copied."""

    def gekopieerd(wortel: w.Element) -> None:
        oud = rij(wortel, "Procesregie")
        kopie = deepcopy(oud)
        oud.addnext(kopie)
        for p in oud.iter(w.W + "p"):
            w.zonder_merken(p)
        w.vervang(next(kopie.iter(w.W + "p")), "a. Procesregie", "d. Kennis delen")

    keuze, *rest = keuzes(breng_terug(w.bewerk(uitgevoerd, gekopieerd)))
    assert (keuze.eerste.nieuw, rest) == ("d. Kennis delen", [])


def test_een_kop_die_weg_is_laat_de_maatregelen_in_hun_thema(uitgevoerd: bytes) -> None:
    def weg(wortel: w.Element) -> None:
        kop = w.alinea(wortel, "2. Sturing")
        kop.getparent().remove(kop)

    uit = breng_terug(w.bewerk(uitgevoerd, weg))
    assert gevonden(uit) == []
    assert uit.meldingen == ["De kop van thema 2 ontbreekt in het bestand; de naam blijft ‘Sturing’."]


def test_een_kolom_die_weg_is_laat_staan_wat_erin_stond(uitgevoerd: bytes) -> None:
    def weg(wortel: w.Element) -> None:
        for tabel in wortel.iter(w.W + "tbl"):
            rooster = tabel.find(w.W + "tblGrid")
            rooster.remove(rooster[-1])
            for eigen in tabel.findall(w.W + "tr"):
                eigen.remove(eigen.findall(w.W + "tc")[-1])

    assert gevonden(breng_terug(w.bewerk(uitgevoerd, weg))) == []


def test_tekst_buiten_de_tabellen_wordt_genoemd(uitgevoerd: bytes) -> None:
    def erbij(wortel: w.Element) -> None:
        w.nieuwe_alinea(w.alinea(wortel, "Dit overzicht bevat"), "Graag snel reageren.")

    assert breng_terug(w.bewerk(uitgevoerd, erbij)).niet_geplaatst == ["Graag snel reageren."]


def test_een_opmerking_hoort_bij_de_rij(uitgevoerd: bytes) -> None:
    word = docx.Document(BytesIO(uitgevoerd))
    word.add_comment(word.tables[0].rows[1].cells[2].paragraphs[0].runs, text="Klopt dit?", author="Jo", initials="JJ")
    bewaard = BytesIO()
    word.save(bewaard)
    ((plek, opmerking),) = breng_terug(bewaard.getvalue()).opmerkingen
    assert (plek.soort, plek.merk, opmerking.wie, opmerking.tekst) == ("rij", "r101", "JJ", "Klopt dit?")


@pytest.mark.parametrize("inhoud", [b"", b"%PDF-1.7", b"Voortgang over 2019-H2\n\n1. Structuur\n"])
def test_een_pdf_of_tekst_is_niet_van_ons(inhoud: bytes) -> None:
    assert lees_voortgang_terug(inhoud) is None
