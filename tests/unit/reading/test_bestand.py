"""Files that are no readable Word document: each is refused with a sentence that says why."""

import struct
import tracemalloc
import zipfile
from io import BytesIO

import pytest

from app.reading.bestandssoort import OLE
from app.reading.word.veilig import MAX_BESTAND
from tests.unit.reading.bouw import schrijf
from tests.unit.reading.pakket import DOCUMENT, delen, met_deel, pak_in, wijzig
from tests.unit.reading.test_vijandig import weigering
from tests.unit.reading.voorbeeld import voorbeeld


@pytest.fixture(scope="module")
def goed() -> bytes:
    return schrijf(voorbeeld())


def _zip(**onderdelen: bytes) -> bytes:
    return pak_in({naam.replace("__", "/"): inhoud for naam, inhoud in onderdelen.items()})


@pytest.mark.parametrize(
    ("inhoud", "woord"),
    [
        (b"", "leeg"),
        (b"zomaar tekst", "geen probleemgebied"),
        (bytes(range(256)), "geen Word-document, OpenDocument-tekst, PDF of gewone tekst"),
        (b"%PDF-1.7 enzovoort", "De PDF is beschadigd"),
        (b"{\\rtf1 hallo}", "rtf"),
        (b"<!DOCTYPE html><html></html>", "webpagina"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "oude .doc-vorm"),
        (OLE + b"\0" * 600, "oude Office-vorm"),
        (
            _zip(mimetype=b"application/vnd.oasis.opendocument.text", content=b"<x/>"),
            "de tekst van het document ontbreekt",
        ),
        (_zip(xl__workbook=b"<x/>"), "Excel"),
        (_zip(ppt__presentation=b"<x/>"), "PowerPoint"),
        (_zip(losse_foto=b"x"), "zip-archief"),
        (b"PK\x03\x04 en dan niets", "beschadigd"),
        (b"PK\x05\x06" + b"\0" * 18, "zip-archief"),
        (b"\0" * (MAX_BESTAND + 1), "20 MB"),
    ],
    ids=lambda waarde: waarde if isinstance(waarde, str) else "",
)
def test_geen_word_bestand(inhoud: bytes, woord: str) -> None:
    assert woord in weigering(inhoud)


def test_versleuteld_onderdeel_in_de_zip(goed: bytes) -> None:
    """The flag that marks a part as encrypted, set in every header."""
    beschermd = bytearray(goed)
    for kenmerk, plek in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := goed.find(kenmerk, start + 1)) >= 0:
            beschermd[start + plek] |= 1
    assert "wachtwoord" in weigering(bytes(beschermd))


@pytest.mark.parametrize("tiende", range(10))
def test_afgekapt(goed: bytes, tiende: int) -> None:
    weigering(goed[: len(goed) * tiende // 10])


def test_document_ontbreekt_of_is_geen_xml(goed: bytes) -> None:
    onderdelen = delen(goed)
    del onderdelen[DOCUMENT]
    assert "ontbreekt" in weigering(pak_in(onderdelen))
    assert DOCUMENT in weigering(wijzig(goed, DOCUMENT, lambda xml: xml[: len(xml) // 2]))
    assert "ontbreekt" in weigering(wijzig(goed, DOCUMENT, lambda _: b"<leeg/>"))


def test_onderdeel_met_verkeerde_controlesom(goed: bytes) -> None:
    kapot = bytearray(goed)
    with zipfile.ZipFile(BytesIO(goed)) as archief:
        begin = archief.getinfo(DOCUMENT).header_offset
    naam_lengte, extra = struct.unpack_from("<HH", goed, begin + 26)
    kapot[begin + 30 + naam_lengte + extra + 200] ^= 0xFF
    assert "beschadigd" in weigering(bytes(kapot))


def test_zipbom_wordt_tijdens_het_uitpakken_gestopt(goed: bytes) -> None:
    bom = met_deel(goed, DOCUMENT, b"<a>" + b"\0" * (300 * 1024 * 1024))
    assert len(bom) < 2 * 1024 * 1024
    tracemalloc.start()
    zin = weigering(bom)
    _, piek = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "te groot" in zin
    assert piek < 64 * 1024 * 1024


def test_zipbom_die_over_zijn_grootte_liegt(goed: bytes) -> None:
    """The headers say 100 bytes; only counting while unpacking shows otherwise."""
    bom = met_deel(goed, DOCUMENT, b"<a>" + b"\0" * (64 * 1024 * 1024))
    kapot = bytearray(bom)
    for kenmerk, plek in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = -1
        while (start := bom.find(kenmerk, start + 1)) >= 0:
            if struct.unpack_from("<I", bom, start + plek)[0] > 60 * 1024 * 1024:
                struct.pack_into("<I", kapot, start + plek, 100)
    assert bytes(kapot) != bom
    weigering(bytes(kapot))


def test_te_veel_onderdelen(goed: bytes) -> None:
    assert "onderdelen" in weigering(pak_in({**delen(goed), **{f"word/media/{n}": b"" for n in range(5_001)}}))


ENTITEITEN = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
)
EXTERN = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("dtd", [ENTITEITEN, EXTERN])
@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
def test_entiteiten_worden_geweigerd(goed: bytes, dtd: str, code: str) -> None:
    def hoe(xml: bytes) -> bytes:
        tekst = xml.decode()
        begin = tekst.index("<w:document")
        kop = f"<?xml version='1.0' encoding='{code}'?>{dtd}"
        return (kop + tekst[begin:].replace("<w:t>", "<w:t>&c;&e;", 1)).encode(code)

    assert "onveilig" in weigering(wijzig(goed, DOCUMENT, hoe))
