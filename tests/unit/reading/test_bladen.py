"""From words with positions to paragraphs and tables, without a PDF in between."""

from collections.abc import Iterable

import pytest

from app.reading.bladen.afbreking import Woordkennis
from app.reading.bladen.blad import Blad, Lijn, Woord, genummerd, schoon_woord
from app.reading.bladen.opbouw import Opgebouwd, bouw_op
from app.reading.word.lezen import Alinea, Tabel

LETTER = 5.0
LANG = "Deze zin is zo lang dat hij de hele breedte van het blad nodig heeft en dan"

Plek = tuple[float, float, str]


def blad(nummer: int, *plekken: Plek, lijnen: Iterable[Lijn] = ()) -> Blad:
    """Every text from a place on, in letters that are all as wide."""
    woorden: list[Woord] = []
    for x, y, tekst in plekken:
        for woord in tekst.split():
            woorden.append(Woord(x, x + LETTER * len(woord), y, 10, False, woord))
            x += LETTER * (len(woord) + 1)
    return Blad(nummer, 595, 842, genummerd(nummer, woorden), list(lijnen))


def onder_elkaar(x: float, y: float, *teksten: str) -> list[Plek]:
    return [(x, y + 12 * plek, tekst) for plek, tekst in enumerate(teksten)]


def alineas(opgebouwd: Opgebouwd) -> list[str]:
    return [blok.tekst for blok in opgebouwd.blokken if isinstance(blok, Alinea)]


def rijen(opgebouwd: Opgebouwd) -> list[list[list[str]]]:
    tabellen = [blok for blok in opgebouwd.blokken if isinstance(blok, Tabel)]
    return [[[a.tekst for a in cel.alineas] for cel in rij.cellen] for tabel in tabellen for rij in tabel.rijen]


@pytest.mark.parametrize(
    ("regels", "verwacht"),
    [
        ((LANG, "gaat hij verder."), [f"{LANG} gaat hij verder."]),
        (("Een korte regel.", "En nog een."), ["Een korte regel.", "En nog een."]),
        ((f"{LANG} afbre-", "ken we een woord."), [f"{LANG} afbreken we een woord."]),
        ((f"{LANG} onder-", "en bovenbouw."), [f"{LANG} onder- en bovenbouw."]),
        (("- eerste punt", "- tweede punt"), ["- eerste punt", "- tweede punt"]),
        ((f"{LANG} op", "1 juli begint het."), [f"{LANG} op 1 juli begint het."]),
    ],
    ids=["loopt door", "losse zinnen", "afgebroken woord", "weglatingsstreepje", "opsomming", "getal voorop"],
)
def test_welke_regels_een_alinea_zijn(regels: tuple[str, ...], verwacht: list[str]) -> None:
    assert alineas(bouw_op([blad(1, *onder_elkaar(60, 100, *regels))])) == verwacht


def test_een_alinea_loopt_over_de_bladrand_heen_en_de_kop_en_voetregels_staan_er_niet_tussen() -> None:
    def vel(nummer: int, *tekst: str) -> Blad:
        return blad(nummer, (60, 40, "Notitie wonen"), *onder_elkaar(60, 100, *tekst), (300, 800, f"{nummer} van 3"))

    gelezen = bouw_op(
        [vel(1, "Eerst dit.", LANG), vel(2, "gaat hij verder.", "Een nieuw begin."), vel(3, "Het einde.")]
    )
    assert alineas(gelezen) == ["Eerst dit.", f"{LANG} gaat hij verder.", "Een nieuw begin.", "Het einde."]
    assert "Notitie wonen" in gelezen.randteksten
    alinea = gelezen.blokken[1]
    assert isinstance(alinea, Alinea)
    assert alinea.plaats.zin == "bladzijde 1, regel 3"


def test_kolommen_zonder_lijnen_zijn_een_tabel() -> None:
    vel = blad(
        1,
        *onder_elkaar(60, 100, "Ist", "", "", "Soll"),
        *onder_elkaar(180, 100, "1. Te weinig huizen in de stad.", "2. Te hoge huren.", "", "1. Genoeg huizen."),
    )
    assert rijen(bouw_op([vel])) == [
        [["Ist"], ["1. Te weinig huizen in de stad.", "2. Te hoge huren."]],
        [["Soll"], ["1. Genoeg huizen."]],
    ]


def test_een_tabel_met_lijnen_gaat_op_het_volgende_blad_verder() -> None:
    vol = "1. Meer huizen in de stad en in de dorpen die er omheen staan, in"

    def vel(nummer: int, y: float, etiket: str, *tekst: str) -> Blad:
        lijnen = [Lijn(x, y - 12, x, y + 60) for x in (50, 150, 500)] + [Lijn(50, h, 500, h) for h in (y - 12, y + 60)]
        return blad(nummer, (60, y, etiket), *onder_elkaar(160, y, *tekst), lijnen=lijnen)

    vellen = [vel(1, 700, "Doelen", vol, "het jaar 2030."), vel(2, 80, "", "2. Minder klachten.")]
    (tabel,) = bouw_op(vellen).blokken
    assert isinstance(tabel, Tabel)
    assert [a.tekst for rij in tabel.rijen for a in rij.cellen[1].alineas] == [
        f"{vol} het jaar 2030.",
        "2. Minder klachten.",
    ]


@pytest.mark.parametrize(
    ("links", "rechts", "verwacht"),
    [
        ("een jeugdhulp-", "verlener", "een jeugdhulpverlener"),
        ("de ex-", "partner", "de ex-partner"),
        ("van AMHK-", "medewerkers", "van AMHK-medewerkers"),
        ("ge-", "indiceerd", "geïndiceerd"),
        ("het sociaal-", "domein", "het sociaal-domein"),
        ("en/", "of", "en/of"),
        ("het woord", ". De zin erna", "het woord. De zin erna"),
        ("twee", "woorden", "twee woorden"),
        ("een streepje -", "los", "een streepje - los"),
    ],
)
def test_woorden_aan_het_einde_van_een_regel(links: str, rechts: str, verwacht: str) -> None:
    document = ["Jeugdhulpverlener, geïndiceerd en sociaal-domein staan hier heel.", "een afbre-", "king van het woord"]
    assert Woordkennis([document]).plak(links, rechts) == verwacht


@pytest.mark.parametrize(
    ("ruw", "schoon"),
    [
        ("e\ufb03ci\u00ebnt", "efficiënt"),
        ("af\u00adbreken", "afbreken"),
        ("af\u00ad", "af-"),
        ("a\ud800\x07b", "a\ufffd\ufffdb"),
    ],
)
def test_wat_in_een_woord_niet_thuishoort(ruw: str, schoon: str) -> None:
    assert schoon_woord(ruw) == schoon
