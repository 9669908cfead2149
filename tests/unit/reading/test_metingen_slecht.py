"""Files that cannot be used, in whole or in part: each fault has its line, its column and a sentence that says why."""

import io
import tracemalloc
from typing import BinaryIO, cast

import pytest

from app.reading.bestandssoort import OLE
from app.reading.metingen import rij as metingen_rij
from app.reading.metingen.lezen import Betekenis, Kolomkeuze, Meetregel, OnbruikbaarBestand, lees_metingen, verken
from tests.unit.reading.metingen_bouw import (
    KOP,
    RIJEN,
    csv_bytes,
    csv_tekst,
    fouten,
    gelezen,
    metingen,
    verkend,
    weigering,
)

GOED = ("Dorp", "Kosten", "euro", "2020", "5", "telling")


def _met(**anders: str) -> tuple[str, ...]:
    return tuple(anders.get(kop, cel) for kop, cel in zip(KOP, GOED, strict=True))


@pytest.mark.parametrize(
    ("anders", "kolom", "woord"),
    [
        ({"waarde": "NaN"}, "waarde", "'NaN'"),
        ({"waarde": "Infinity"}, "waarde", "'Infinity'"),
        ({"waarde": "oneindig"}, "waarde", "'oneindig'"),
        ({"waarde": "1" + "0" * 30}, "waarde", "cijfers"),
        ({"waarde": "1e30"}, "waarde", "notatie"),
        ({"waarde": "1,2E+05"}, "waarde", "notatie"),
        ({"waarde": "=A1+B1"}, "waarde", "formule"),
        ({"waarde": "#N/B"}, "waarde", "#N/B"),
        ({"waarde": "<5"}, "waarde", "afgeschermd"),
        ({"waarde": "veel"}, "waarde", "'veel'"),
        ({"waarde": "5 weken"}, "waarde", "weken"),
        ({"periode": "32-13-2020"}, "periode", "'32-13-2020'"),
        ({"periode": "2019-H3"}, "periode", "'2019-H3'"),
        ({"periode": ""}, "periode", "ontbreekt"),
        ({"indicator": ""}, "indicator", "ontbreekt"),
        ({"indicator": "=SOM(A1)"}, "indicator", "formule"),
        ({"indicator": "x" * 301}, "indicator", "te lang"),
        ({"eenheid": "x" * 41}, "eenheid", "te lang"),
    ],
)
def test_een_fout_in_een_cel(anders: dict[str, str], kolom: str, woord: str) -> None:
    uit = gelezen(csv_bytes(KOP, GOED, _met(**anders), GOED))
    assert [m.regel for m in uit if isinstance(m, Meetregel)] == [2, 4]
    (fout,) = fouten(uit)
    assert (fout.regel, fout.kolom) == (3, kolom)
    assert woord in fout.zin
    assert fout.zin.endswith(".")


def test_alle_fouten_van_een_rij() -> None:
    uit = fouten(gelezen(csv_bytes(KOP, _met(indicator="", periode="ooit", waarde="veel", eenheid="=1"))))
    assert [(fout.regel, fout.kolom) for fout in uit] == [
        (2, "indicator"),
        (2, "eenheid"),
        (2, "periode"),
        (2, "waarde"),
    ]


def test_rijen_met_te_veel_of_te_weinig_kolommen() -> None:
    inhoud = csv_bytes(KOP, *RIJEN, scheiding=",") + b"Dorp,Kosten,euro,2020,8,3,telling\r\nDorp,Kosten\r\n"
    te_veel, te_weinig = fouten(gelezen(inhoud))
    assert te_veel.regel == 5
    assert "7 kolommen en de koprij 6" in te_veel.zin
    assert "komma erin tussen aanhalingstekens" in te_veel.zin
    assert te_weinig == (6, "", "De regel heeft 2 van de 6 kolommen; is het bestand afgebroken?")


def test_te_veel_kolommen() -> None:
    kop = (*KOP, *[f"kolom {nummer}" for nummer in range(195)])
    assert weigering(csv_bytes(kop)).startswith("Regel 1 heeft meer dan 200 kolommen")
    assert len(metingen(csv_bytes(kop[:200], GOED))) == 1


def test_een_kolom_zonder_kop_heet_naar_haar_plaats() -> None:
    keuze = Kolomkeuze({0: Betekenis.INDICATOR, 1: Betekenis.PERIODE, 2: Betekenis.WAARDE})
    (fout,) = fouten(gelezen(csv_bytes(("naam", "jaar", "", "x"), ("Kosten", "2020", "veel", "")), keuze))
    assert fout.kolom == "kolom 3"


def test_een_kortere_rij_met_alles_wat_nodig_is() -> None:
    assert metingen(csv_bytes(KOP, GOED[:5]))[0].bron is None


@pytest.mark.parametrize("lengte", range(1, 60))
def test_waar_het_bestand_ook_is_afgebroken(lengte: int) -> None:
    """The last line is read, is a fault, or the file says that its last line is open; it is never silently half."""
    rij = csv_tekst([("Dorp", "Kosten", "euro", "2020", "1234567", "de telling van ons eigen register")])
    inhoud = (csv_tekst([KOP, GOED]) + rij[: min(lengte, len(rij) - 2)]).encode()
    uit, waarschuwingen = gelezen(inhoud), verkend(inhoud).waarschuwingen
    assert any("Regel 3, de laatste, eindigt zonder regeleinde" in zin for zin in waarschuwingen)
    laatste = [regel for regel in uit if regel.regel == 3]
    assert all(isinstance(regel, Meetregel) for regel in laatste) is (rij[:lengte].count(";") == 5)


def test_afgebroken_tussen_aanhalingstekens() -> None:
    zin = weigering(csv_bytes(KOP, GOED) + b'Dorp;"Kosten;euro')
    assert zin.startswith("Op regel 3 begint een tekst met een aanhalingsteken die nergens eindigt.")
    assert "afgebroken" in zin


def test_een_aanhalingsteken_dat_pas_veel_later_sluit() -> None:
    zin = weigering(csv_bytes(KOP) + b'Dorp;"Kosten;euro;2020;5;x\r\n' + csv_bytes(*[(*GOED[:5], "a;b")] * 3))
    assert "Op regel 2 begint" in zin
    veel = weigering(csv_bytes(KOP) + b'Dorp;"Kosten;euro;2020;5;x\r\n' + csv_bytes(*[GOED] * 4_000))
    assert "Op regel 2 begint" in veel


def test_een_aanhalingsteken_midden_in_een_tekst() -> None:
    uit = gelezen(csv_bytes(KOP, GOED) + b'Dorp;"Kosten" zorg;euro;2020;5;x\r\n' + csv_bytes(GOED))
    (fout,) = fouten(uit)
    assert (fout.regel, fout.kolom) == (3, "")
    assert "aanhalingsteken" in fout.zin
    assert len(uit) == 3
    assert metingen(csv_bytes(KOP) + b'Dorp;5" buis;euro;2020;5;x\r\n')[0].indicator == '5" buis'


def test_afgebroken_midden_in_een_letter() -> None:
    inhoud = csv_bytes(KOP, RIJEN[1], _met(bron="café"))
    assert "Het bestand is afgebroken: regel 3" in weigering(inhoud[:-3])
    assert "Het bestand is afgebroken: regel 2" in weigering(csv_bytes(KOP, GOED, codering="utf-16")[:-5])


def test_twee_coderingen_door_elkaar() -> None:
    zin = weigering(csv_bytes(KOP, RIJEN[1], GOED) + csv_bytes(RIJEN[1], codering="cp1252"))
    assert zin.startswith("Regel 4 bevat een teken dat niet past bij de rest van het bestand (UTF-8).")
    assert "Regel 2 bevat een teken dat niet te lezen is" in weigering(csv_bytes(KOP) + b"\x81\xff;x\r\n")


@pytest.mark.parametrize(
    ("inhoud", "woord"),
    [
        (b"", "leeg"),
        (b"\xef\xbb\xbf", "leeg"),
        (b"\r\n \r\n" * 5_000, "leeg"),
        (b"zomaar tekst", "geen kolommen"),
        (b"een\r\nregel\r\nper keer\r\n", "geen kolommen"),
        (b"%PDF-1.7 enzovoort", "een pdf"),
        (b"<!DOCTYPE html><table>", "een webpagina"),
        (b"\xff\xd8\xff\xe0", "een afbeelding"),
        (OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"), ".xls"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (OLE + b"\0" * 600, "oude Office-vorm"),
        (b"PK\x03\x04 en dan niets", "beschadigd"),
        (b"indicator;jaar;waarde\r\nKo\0sten;2020;1\r\n", "Regel 2 bevat een nulteken"),
        (csv_tekst([KOP, GOED]).encode("utf-16-le"), "nulteken"),
        (csv_tekst([KOP, GOED]).encode("utf-32"), "UTF-32"),
        (b"sep=|\r\n" + csv_bytes(KOP, GOED), "'|'"),
    ],
    ids=lambda waarde: waarde if isinstance(waarde, str) else "",
)
def test_geen_bestand_met_metingen(inhoud: bytes, woord: str) -> None:
    assert woord in weigering(inhoud)


class _Bom(io.RawIOBase):
    """A gigabyte that is never there: `stuk` again and again behind a real beginning."""

    def __init__(self, begin: bytes, stuk: bytes, lengte: int = 1 << 30) -> None:
        self.begin, self.stuk, self.lengte, self.plek, self.gelezen = begin, stuk, lengte, 0, 0

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True

    def seek(self, plek: int, vanaf: int = 0) -> int:
        self.plek = plek + (self.lengte if vanaf == 2 else self.plek if vanaf == 1 else 0)
        return self.plek

    def tell(self) -> int:
        return self.plek

    def readinto(self, doel: memoryview) -> int:  # type: ignore[override]
        aantal = min(len(doel), self.lengte - self.plek)
        self.gelezen += aantal
        rest = self.begin[self.plek : self.plek + aantal]
        over = aantal - len(rest)
        verschuiving = max(0, self.plek - len(self.begin)) % len(self.stuk)
        vulling = (self.stuk * (over // len(self.stuk) + 2))[verschuiving : verschuiving + over]
        doel[:aantal] = rest + vulling
        self.plek += aantal
        return aantal


BEGIN = csv_bytes(KOP, GOED)


@pytest.mark.parametrize(
    ("begin", "stuk", "woord"),
    [
        (b"", b"x", "Regel 1 is langer dan 64 duizend tekens"),
        (b"", b";", "Regel 1 is langer dan"),
        (BEGIN, b"1234567890", "Regel 3 is langer dan"),
        (BEGIN, b'"', "Regel 3 is langer dan"),
        ("\ufeff".encode("utf-16-le"), "\u0a41".encode("utf-16-le"), "Regel 1 is langer dan"),
    ],
    ids=["tekst", "scheiding", "cijfers", "aanhaling", "utf-16"],
)
def test_een_regel_van_een_gigabyte(begin: bytes, stuk: bytes, woord: str) -> None:
    bom = _Bom(begin, stuk)
    tracemalloc.start()
    with pytest.raises(OnbruikbaarBestand) as fout:
        verken(cast(BinaryIO, bom))
    piek = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert woord in fout.value.zin
    assert piek < 4_000_000
    assert bom.gelezen < 4_000_000


def test_een_record_van_heel_veel_regels() -> None:
    """Every cell holds a line end, so that no line is long and the record never ends."""
    inhoud = BEGIN + b'"a\r\n";' * 200_000
    tracemalloc.start()
    zin = weigering(inhoud)
    piek = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "regel 3" in zin
    assert piek < 12_000_000


def test_een_lang_bestand_kost_niet_meer_geheugen(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered is made small here, so that few rows suffice to fill it."""
    monkeypatch.setattr(metingen_rij, "MEESTE_ONTHOUDEN", 100)

    def piek(aantal: int) -> int:
        rijen = (f"Dorp {n % 300};Kosten;euro;2020;{n};telling {n % 200}\r\n" for n in range(aantal))
        bestand = io.BytesIO(BEGIN + "".join(rijen).encode())
        tracemalloc.start()
        gevonden = sum(1 for _ in lees_metingen(bestand, verken(bestand)))
        hoogste = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert gevonden == aantal + 1
        return hoogste

    assert piek(6_000) < 1.2 * piek(2_000)


def test_lange_teksten_worden_niet_bewaard() -> None:
    """Each is different and as long as a record may be; searching one costs no more than its length."""
    inhoud = BEGIN + b"".join(csv_bytes(_met(bron=f"{nummer} " + "a-" * 30_000)) for nummer in range(60))
    tracemalloc.start()
    assert verkend(inhoud).aantal_regels == 61
    piek = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert piek < 2 * len(inhoud)


BSNS = ["111222333", "123456782"]


@pytest.mark.parametrize(
    "inhoud",
    [
        csv_bytes((*KOP, "bsn"), (*GOED, BSNS[0])),
        csv_bytes(KOP, GOED, _met(bron=f"cliënt {BSNS[1]}")),
        csv_bytes(KOP, GOED, _met(bron="lange tekst " * 14 + f"over cliënt {BSNS[1]}" + " en meer" * 500)),
        csv_bytes((f"Lijst van {BSNS[0]}", "", "", "", "", ""), KOP, GOED),
        csv_bytes((*KOP, "voornaam", "geboortedatum"), (*GOED, "Sanne", "01-02-2012")),
    ],
    ids=["kolom", "in tekst", "in lange tekst", "in titel", "namen"],
)
def test_persoonsgegevens_houden_de_import_tegen(inhoud: bytes) -> None:
    verkenning = verkend(inhoud)
    assert verkenning.bezwaar is not None
    assert verkenning.voorbeeldrijen == ()
    zin = weigering(inhoud)
    assert not any(geheim in zin for geheim in (*BSNS, "Sanne", "2012"))
