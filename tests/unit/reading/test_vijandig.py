"""Whatever is uploaded: a clear Dutch sentence or a result, never another exception."""

import random
from collections.abc import Callable

import pytest

from app.domain.bevindingen.vinden import bevindingen
from app.domain.structuur import Opdrachtnemer
from app.reading.fouten import LeesFout
from app.reading.notitie.lezen import GelezenNotitie, als_dict, lees_notitie, uit_dict
from tests.unit.reading.bouw import schrijf
from tests.unit.reading.opmaak import Opmaak
from tests.unit.reading.pakket import DOCUMENT, alinea, delen, met_deel, met_tekst, pak_in, rij, tabel, vervang
from tests.unit.reading.voorbeeld import voorbeeld
from tests.verminken import verminkt

MUTATIES = 40


@pytest.fixture(scope="module")
def goed() -> bytes:
    return schrijf(voorbeeld())


def weigering(inhoud: bytes) -> str:
    with pytest.raises(LeesFout) as fout:
        lees_notitie(inhoud)
    zin = fout.value.zin
    assert zin.endswith(".")
    assert zin[0].isupper()
    return zin


def lees_of_zin(inhoud: bytes) -> GelezenNotitie | str:
    """The result, or the sentence that says why there is none; any other exception fails the test."""
    try:
        return lees_notitie(inhoud)
    except LeesFout as fout:
        return fout.zin


def test_macros_worden_genegeerd(goed: bytes) -> None:
    gelezen = lees_notitie(met_deel(goed, "word/vbaProject.bin", b"macro"))
    assert any("macro" in zin for zin in gelezen.waarschuwingen)
    assert len(gelezen.notitie.probleemgebieden) == 3


def test_externe_verwijzingen_worden_niet_opgehaald(goed: bytes) -> None:
    relatie = (
        '<Relationship Id="rId99" TargetMode="External" Target="http://127.0.0.1:9/x.png" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>'
    )
    gelezen = lees_notitie(vervang(goed, "</Relationships>", relatie, "word/_rels/document.xml.rels"))
    assert any("1 keer naar iets buiten het bestand" in zin for zin in gelezen.waarschuwingen)


def test_relatie_naar_buiten_het_pakket(goed: bytes) -> None:
    gelezen = lees_notitie(vervang(goed, "styles.xml", "../../../../etc/passwd", "word/_rels/document.xml.rels"))
    assert gelezen.notitie.probleemgebieden


@pytest.mark.parametrize(
    "lichaam", ["", "<w:p/>", tabel(), tabel(rij()), tabel(rij("<w:p/>", "<w:p/>")), tabel("<w:tr/>")]
)
def test_leeg_document_en_lege_tabel(lichaam: str) -> None:
    assert "geen probleemgebied" in weigering(met_tekst(lichaam))


def test_etiketten_zonder_inhoud() -> None:
    rijen = [
        rij(alinea(naam), "<w:p/>") for naam in ("Ist", "Soll", "Doelen", "Indicatoren", "Interventies", "Opdracht")
    ]
    gelezen = lees_notitie(met_tekst(alinea("Wonen") + tabel(*rijen)))
    (gebied,) = gelezen.notitie.probleemgebieden
    assert (gebied.naam, gebied.ist, gebied.doelen) == ("Wonen", [], [])


def test_twee_doelen_met_hetzelfde_nummer_blijven_allebei() -> None:
    cel = alinea("1. Een doel.") + alinea("2. Nog een.") + alinea("2. En nog een.")
    gelezen = lees_notitie(met_tekst(alinea("Wonen") + tabel(rij(alinea("Doelen"), cel))))
    (gebied,) = gelezen.notitie.probleemgebieden
    assert [doel.nummer for doel in gebied.doelen] == [1, 2, 2]
    assert gelezen.bron["1/doelen/2-2"][1] == "2. En nog een."
    (zin,) = [zin for zin in gelezen.waarschuwingen if "komt 2 keer voor" in zin]
    assert "tabel 1, rij 1, alinea 2 en tabel 1, rij 1, alinea 3" in zin
    assert any(b.nummer == 2 and "dubbel" in b.code for b in bevindingen(gelezen.notitie))


def test_toewijzing_aan_een_doel_dat_niet_bestaat() -> None:
    opdracht = alinea("RIGG") + alinea("- Realiseren doelen: 1, 9.")
    rijen = rij(alinea("Doelen"), alinea("1. Een doel.")), rij(alinea("Opdracht"), opdracht)
    gelezen = lees_notitie(met_tekst(alinea("Wonen") + tabel(*rijen)))
    (gebied,) = gelezen.notitie.probleemgebieden
    assert [v.nummer for v in gebied.opdracht[Opdrachtnemer.RIGG].doelen] == [1, 9]
    assert any(b.nummer == 9 or "9" in b.zin for b in bevindingen(gelezen.notitie))


BIJZONDER = [
    "x" * 20_000,
    "👨‍👩‍👧 hulp voor gezinnen 🏡",
    "שלום עולם — مرحبا بالعالم",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "=cmd()|' /C calc'!A0",
    "+31 en @iemand",
    "{{ 7*7 }} %s {0}",
]


@pytest.mark.parametrize("tekst", BIJZONDER, ids=lambda tekst: tekst[:10])
def test_bijzondere_teksten_komen_ongewijzigd_door(tekst: str) -> None:
    rijen = rij(alinea("Ist"), alinea(tekst)), rij(alinea("Doelen"), alinea(f"1. {tekst}"))
    gelezen = lees_notitie(met_tekst(alinea("Wonen") + tabel(*rijen)))
    bedoeld = tekst.replace("&lt;", "<").replace("&gt;", ">")
    assert gelezen.notitie.probleemgebieden[0].ist == [bedoeld]
    assert gelezen.notitie.probleemgebieden[0].doelen[0].tekst == bedoeld
    assert uit_dict(als_dict(gelezen)) == gelezen


@pytest.mark.parametrize("teken", ["&#0;", "&#1;", "&#x1F;", "\x0b", "&#xFFFF;"])
def test_verboden_tekens_geven_een_duidelijke_zin(teken: str) -> None:
    assert DOCUMENT in weigering(met_tekst(alinea(f"Ist{teken}")))


def test_onzichtbare_tekens_verdwijnen() -> None:
    cel = alinea("gewone\u00a0tekst\u200b met een af\u00adbreek\u2011streep\u0085")
    gelezen = lees_notitie(met_tekst(alinea("Wonen") + tabel(rij(alinea("I\u00adst"), cel))))
    assert gelezen.notitie.probleemgebieden[0].ist == ["gewone tekst met een afbreek-streep"]


def _diep(aantal: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * aantal + alinea("Ist") + "</w:tc></w:tr></w:tbl>" * aantal


@pytest.mark.parametrize("diepte", [5, 40, 60, 80, 85, 200, 5_000])
def test_diep_geneste_tabellen(diepte: int) -> None:
    gelezen = lees_of_zin(met_tekst(_diep(diepte)))
    assert not isinstance(gelezen, str) or "geldige XML" in gelezen
    assert diepte > 40 or not isinstance(gelezen, str)


@pytest.mark.parametrize("element", ["w:sdt><w:sdtContent", "w:ins", "w:hyperlink", "w:smartTag"])
def test_diep_geneste_inhoud(element: str) -> None:
    dicht = "".join(f"</{deel}>" for deel in reversed(element.split("><")))
    for diepte in (50, 100, 120, 240, 1_000):
        inhoud = f"<{element}>" * diepte + "<w:r><w:t>Ist</w:t></w:r>" + dicht * diepte
        gelezen = lees_of_zin(met_tekst(f"<w:p>{inhoud}</w:p>" + f"<{element}>" * diepte + dicht * diepte))
        assert not isinstance(gelezen, str) or "geldige XML" in gelezen
        assert diepte > 50 or not isinstance(gelezen, str)


def _lang(aantal: int) -> bytes:
    cel = "".join(alinea(f"{n % 900 + 1}. Regel {n} van de lijst") for n in range(aantal))
    onder = "".join(alinea(f"Los {n}") for n in range(aantal))
    return met_tekst(alinea("Wonen") + tabel(rij(alinea("Ist"), cel)) + onder)


def test_tienduizend_alineas() -> None:
    """What costs more than linear time would keep the suite waiting for minutes here; `make bench` has the figures."""
    gebied = lees_notitie(_lang(10_000)).notitie.probleemgebieden[0]
    assert len(gebied.ist) == 10_000
    assert "Los 9999" in gebied.toelichting


@pytest.mark.parametrize("leeg", [False, True])
def test_meer_alineas_dan_iemand_schrijft(monkeypatch: pytest.MonkeyPatch, leeg: bool) -> None:
    """A file of a few kilobytes can hold millions of them."""
    monkeypatch.setattr("app.reading.word.lezen.MAX_ALINEAS", 1000)
    assert "meer dan 1.000 alinea's" in weigering(met_tekst((alinea("") if leeg else alinea("Doel 1. x")) * 1001))


def _verwissel_waarden(xml: bytes, toeval: random.Random) -> bytes:
    """Keeps the XML well-formed, so that the reading behind the parser is reached."""
    nieuw = toeval.choice([b"x", b"", b"-5", b"99999999999999999999", b"0", b"bullet", b"Title", b"Heading1", b"3.5"])
    delen_ = xml.split(b'w:val="')
    for plek in toeval.sample(range(1, len(delen_)), k=min(8, len(delen_) - 1)):
        delen_[plek] = nieuw + b'"' + delen_[plek].split(b'"', 1)[1]
    return b'w:val="'.join(delen_)


def _verwissel_elementen(xml: bytes, toeval: random.Random) -> bytes:
    namen = [b"w:p", b"w:r", b"w:t", b"w:tc", b"w:tr", b"w:tbl", b"w:pPr", b"w:numPr", b"w:body", b"w:ilvl", b"w:sdt"]
    oud, nieuw = toeval.sample(namen, k=2)
    for begin, eind in ((b"<", b">"), (b"<", b" "), (b"</", b">"), (b"<", b"/>")):
        xml = xml.replace(begin + oud + eind, begin + nieuw + eind)
    return xml


@pytest.mark.parametrize("deel", [DOCUMENT, "word/numbering.xml", "word/styles.xml"])
@pytest.mark.parametrize("hoe", [verminkt, _verwissel_waarden, _verwissel_elementen])
def test_verminkte_bestanden(deel: str, hoe: Callable[[bytes, random.Random], bytes]) -> None:
    toeval = random.Random(f"{deel}{hoe.__name__}")
    bestanden = [delen(schrijf(voorbeeld(), opmaak)) for opmaak in (Opmaak(), Opmaak(opdracht="genest", naam="rij"))]
    gelukt = 0
    for _ in range(MUTATIES // 3):
        onderdelen = dict(toeval.choice(bestanden))
        onderdelen[deel] = hoe(onderdelen[deel], toeval)
        gelezen = lees_of_zin(pak_in(onderdelen))
        if not isinstance(gelezen, str):
            gelukt += 1
            assert uit_dict(als_dict(gelezen)) == gelezen
    assert gelukt or hoe is verminkt


def test_verminkte_zip() -> None:
    toeval = random.Random(7)
    goed = schrijf(voorbeeld())
    for _ in range(MUTATIES):
        kapot = bytearray(goed)
        for _ in range(toeval.randint(1, 5)):
            kapot[toeval.randrange(len(kapot))] = toeval.randrange(256)
        assert lees_of_zin(bytes(kapot))
