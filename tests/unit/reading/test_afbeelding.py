"""A logo from outside: what is no picture is refused, and what is one comes out clean."""

import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from app.reading.afbeelding import MEESTE_BYTES, Afbeelding, lees_afbeelding
from app.reading.fouten import LeesFout


def maak(soort: str = "PNG", maat: tuple[int, int] = (60, 20), vorm: str = "RGB", **opties: object) -> bytes:
    uit = BytesIO()
    Image.new(vorm, maat).save(uit, soort, **opties)
    return uit.getvalue()


@pytest.mark.parametrize("vorm", ["RGB", "RGBA", "P", "L", "1", "LA"])
def test_elke_png_wordt_een_gewone(vorm: str) -> None:
    gelezen = lees_afbeelding(maak(vorm=vorm))
    assert (gelezen.breedte, gelezen.hoogte) == (60, 20)
    with Image.open(BytesIO(gelezen.png)) as beeld:
        assert (beeld.format, beeld.mode) == ("PNG", "RGBA" if vorm in ("RGBA", "LA") else "RGB")


def test_een_jpeg_in_drukkleuren() -> None:
    assert lees_afbeelding(maak("JPEG", vorm="CMYK")).breedte == 60


def test_wat_erin_verstopt_zat_gaat_niet_mee() -> None:
    info = PngInfo()
    info.add_text("Author", "jan.jansen@gemeente.example")
    gelezen = lees_afbeelding(maak(pnginfo=info) + b"<script>alert(1)</script>")
    assert b"jansen" not in gelezen.png
    assert b"script" not in gelezen.png


def test_een_grote_wordt_kleiner() -> None:
    gelezen = lees_afbeelding(maak(maat=(3000, 1500)))
    assert (gelezen.breedte, gelezen.hoogte) == (1200, 600)


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "geen PNG- of JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "geen PNG- of JPEG"),
        (maak("GIF"), "geen PNG- of JPEG"),
        (b"%PDF-1.7", "geen PNG- of JPEG"),
        (maak()[:40], "beschadigd"),
        (maak(maat=(5000, 10)), "4000 punten"),
        (bytes(MEESTE_BYTES + 1), "groter dan 2 MB"),
    ],
)
def test_wat_niet_kan_wordt_gezegd(inhoud: bytes, zin: str) -> None:
    with pytest.raises(LeesFout, match=zin):
        lees_afbeelding(inhoud)


def test_een_bom_wordt_niet_uitgepakt() -> None:
    """It says to be a hundred thousand points wide and high."""
    kop = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    deel = b"IHDR" + kop
    bom = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(kop)) + deel + struct.pack(">I", zlib.crc32(deel))
    with pytest.raises(LeesFout):
        lees_afbeelding(bom)


@given(st.binary(max_size=400), st.integers(0, 100))
def test_nooit_iets_anders(ruis: bytes, plek: int) -> None:
    goed = maak()
    with suppress(LeesFout):
        assert isinstance(lees_afbeelding(goed[:plek] + ruis + goed[plek:]), Afbeelding)
