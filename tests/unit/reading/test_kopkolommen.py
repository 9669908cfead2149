"""Progress tables on a page: without lines, below the heads of their columns, and cut by the end of a page."""

from dataclasses import replace

import pytest

from app.reading.bladen.afbreking import Woordkennis
from app.reading.bladen.blad import Blad, Lijn, genummerd
from app.reading.bladen.opbouw import Opgebouwd, bouw_op
from app.reading.word.lezen import Alinea, Tabel
from tests.unit.reading.test_bladen import LANG, Plek, blad, onder_elkaar

KOP = ("Actie", "Termijn", "Voortgang")
XS = (60, 220, 330)


def rij(y: float, *cellen: str, xs: tuple[float, ...] = XS) -> list[Plek]:
    """Cells beside each other; "|" parts the lines in one."""
    return [plek for x, tekst in zip(xs, cellen, strict=True) for plek in onder_elkaar(x, y, *tekst.split("|"))]


def cellen(opgebouwd: Opgebouwd) -> list[list[str]]:
    tabellen = [blok for blok in opgebouwd.blokken if isinstance(blok, Tabel)]
    return [
        [" / ".join(alinea.tekst for alinea in cel.alineas) for cel in regel.cellen]
        for tabel in tabellen
        for regel in tabel.rijen
    ]


def buiten(opgebouwd: Opgebouwd) -> list[str]:
    return [blok.tekst for blok in opgebouwd.blokken if isinstance(blok, Alinea)]


NAMEN = ("", "Aap.", "Noot.", "Mies.", "Wim.", "Zus.")
VOL = "|".join(["de gemeente en de school werken eraan"] * 9)


def test_onder_kolomkoppen_is_een_blad_geen_krant() -> None:
    """The left half is as full of text as the right half."""
    naam = "|".join(["een naam die de kolom vult"] * 9)
    (kop, inhoud) = cellen(bouw_op([blad(1, *rij(100, *KOP), *rij(130, naam, "Q1 2024", VOL))]))
    assert kop == list(KOP)
    assert inhoud[1] == "Q1 2024"
    assert inhoud[2].count("eraan") == 9


def test_smalle_kolommen_en_een_los_nummer_ervoor() -> None:
    xs = (60, 90, 200, 330)
    vel = blad(
        1,
        *rij(100, "Nr", "Actie", "Voortgang", "Planning", xs=xs),
        *rij(130, "1", "Inzet wijkteam", "Het loopt en de|teams zijn er.", "Q1 2024", xs=xs),
        *rij(166, "2", "Scholing", "Het bestuur wil er|niet aan.", "2025", xs=xs),
    )
    assert cellen(bouw_op([vel]))[1:] == [
        ["1", "Inzet wijkteam", "Het loopt en de teams zijn er.", "Q1 2024"],
        ["2", "Scholing", "Het bestuur wil er niet aan.", "2025"],
    ]


def test_koppen_die_op_het_volgende_blad_terugkomen_knippen_geen_rij() -> None:
    eerste = blad(1, *rij(700, *KOP), *rij(730, "a. Inzet", "Q1 2024", "De teams werken samen met"))
    tweede = blad(2, *rij(60, *KOP), *rij(90, "", "", "de scholen."), *rij(120, "b. Zorg", "2025", "Het loopt."))
    assert cellen(bouw_op([eerste, tweede])) == [
        list(KOP),
        ["a. Inzet", "Q1 2024", "De teams werken samen met de scholen."],
        ["b. Zorg", "2025", "Het loopt."],
    ]


def test_lopende_tekst_onder_de_tabel_hoort_er_niet_bij() -> None:
    slot = "Deze tekst loopt over alle kolommen heen en hoort dus nergens in de tabel thuis."
    vel = blad(1, *rij(100, *KOP), *rij(130, "a. Inzet", "Q1 2024", "Het loopt."), (60, 170, slot))
    gelezen = bouw_op([vel])
    assert cellen(gelezen)[1:] == [["a. Inzet", "Q1 2024", "Het loopt."]]
    assert buiten(gelezen) == [slot]


def test_of_er_een_rij_begint_is_zonder_wit_niet_zeker_en_dat_wordt_gezegd() -> None:
    vel = blad(1, *rij(100, *KOP), *rij(112, "Inzet", "Q1 2024", "Het loopt."), *rij(124, "Zorg", "2025", "Nog niet."))
    gelezen = bouw_op([vel])
    assert cellen(gelezen)[1:] == [["Inzet", "Q1 2024", "Het loopt."], ["Zorg", "2025", "Nog niet."]]
    assert gelezen.waarschuwingen == [
        "Bladzijde 1, regel 3: het is niet zeker of hier een nieuwe rij van de tabel begint;"
        " controleer wat er bij 'Zorg 2025 Nog niet.' hoort."
    ]


def vak(nummer: int, y: float, *inhoud: str) -> Blad:
    lijnen = [Lijn(x - 6, y - 12, x - 6, y + 40) for x in (*XS, 540)]
    lijnen += [Lijn(XS[0] - 6, hoog, 534, hoog) for hoog in (y - 12, y + 40)]
    return blad(nummer, *rij(y, *inhoud), lijnen=lijnen)


@pytest.mark.parametrize(
    ("onder", "verwacht"),
    [
        (("d. Zorg", "2025", "Nog niet."), [["c. Inzet", "Mei 2024", "Het loopt."], ["d. Zorg", "2025", "Nog niet."]]),
        (("", "", "Het wordt meer."), [["c. Inzet", "Mei 2024", "Het loopt. / Het wordt meer."]]),
    ],
    ids=["een nieuwe rij", "alleen de voortgang gaat verder"],
)
def test_een_blad_houdt_op_bij_een_rij(onder: tuple[str, ...], verwacht: list[list[str]]) -> None:
    assert cellen(bouw_op([vak(1, 780, "c. Inzet", "Mei 2024", "Het loopt."), vak(2, 60, *onder)])) == verwacht


def test_een_status_onder_een_datum_is_een_eigen_planning() -> None:
    vel = vak(1, 100, "Inzet", "1 januari 2024|Doorlopend", "Het loopt.")
    assert cellen(bouw_op([vel]))[0][1] == "1 januari 2024 / Doorlopend"


def test_de_naam_van_het_rapport_boven_elk_blad_is_geen_kop_van_een_kolom() -> None:
    def vel(nummer: int, onderaan: str) -> Blad:
        return blad(
            nummer, (60, 40, "Voortgangsrapportage gemeente Zandwijk"), (60, 400, NAMEN[nummer]), (60, 790, onderaan)
        )

    los = ["Een.", "zelfde regel", "Twee.", "zelfde regel", "Drie."]
    gelezen = bouw_op([vel(nummer, tekst) for nummer, tekst in enumerate(los, start=1)])
    assert gelezen.randteksten == ["Voortgangsrapportage gemeente Zandwijk"]
    assert " ".join(buiten(gelezen)).count("zelfde regel") == 2


def test_wat_een_smalle_kolom_meer_dan_eens_afbrak_is_geen_woord_van_het_document() -> None:
    kennis = Woordkennis([["de verantwoordingsinforma", "verantwoordingsinforma", "tie en", "ondersteuning", "thuis"]])
    assert not kennis.kent_apart("tie")
    assert not kennis.kent_apart("thuis")
    assert kennis.kent_apart("en")


@pytest.mark.parametrize(
    ("titel", "is_titel"),
    [("Notitie inkoop jeugdhulp", True), ("Wonen met begeleiding", False)],
    ids=["notitie", "naam"],
)
def test_wat_zich_een_notitie_noemt_is_geen_naam_van_een_probleemgebied(titel: str, *, is_titel: bool) -> None:
    vel = blad(1, *onder_elkaar(60, 140, *[f"{LANG} is hij uit."] * 3))
    groot = [replace(woord, grootte=20) for woord in blad(1, (60, 80, titel)).woorden]
    vel.woorden = genummerd(1, [*groot, *vel.woorden])
    eerste = bouw_op([vel]).blokken[0]
    assert isinstance(eerste, Alinea)
    assert (eerste.tekst, eerste.titel, eerste.kop_niveau) == (titel, is_titel, None if is_titel else 1)
