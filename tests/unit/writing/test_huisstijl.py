"""The colour and logo of an organisatie in every format that has a look, and nowhere in what is said."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import openpyxl
import pdfplumber
import pytest
from PIL import Image

from app.writing.bevroren import bevries, ontdooi
from app.writing.document import Alinea, Document, Genummerd, Kader, Kaderrij, Kolom, Kop, Lijst, Nummerpunt, Tabel
from app.writing.formaten import FORMATEN, schrijf
from app.writing.huisstijl import KLEUR, LICHT, Huisstijl, Logo

EIGEN = "A01E3C"
ZIN = f"Hier staat {KLEUR} gewoon als tekst."


def logo(breedte: int = 300, hoogte: int = 100) -> Logo:
    uit = BytesIO()
    Image.new("RGB", (breedte, hoogte), (160, 30, 60)).save(uit, "PNG")
    return Logo(uit.getvalue(), breedte, hoogte, "Logo van Noordwoude")


def maak() -> Document:
    tabel = Tabel("Tabel", (Kolom("Wat"), Kolom("Hoeveel")), (("een", 1), (ZIN, 2)))
    blokken = (
        Kop("Kop"),
        Alinea(ZIN),
        Lijst(("punt",)),
        Genummerd((Nummerpunt("eerste", 1), Nummerpunt("deel", 1, "a"))),
        Kader("Kader", (Kaderrij("Ist", (Alinea("tekst"),)),)),
        tabel,
    )
    return Document(KLEUR, "Ondertitel", "Noordwoude", date(2026, 1, 2), blokken, tabel)


def eigen(beeld: Logo | None = None) -> Document:
    return replace(maak(), huisstijl=Huisstijl(EIGEN, beeld))


def delen(inhoud: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(inhoud)) as pakket:
        return {naam: pakket.read(naam).decode("utf-8", "replace") for naam in pakket.namelist()}


@pytest.mark.parametrize("formaat", ["docx", "odt", "xlsx", "ods"])
def test_de_kleur_van_de_organisatie_in_plaats_van_de_onze(formaat: str) -> None:
    """Ours is left only where a user wrote it."""
    geheel = "".join(delen(schrijf(eigen(), formaat)).values())
    assert EIGEN in geheel
    assert LICHT not in geheel
    zonder_teksten = geheel.replace(ZIN, "").replace(f">{KLEUR}<", "><").replace(f"{KLEUR} Noordwoude", "")
    overig = re.findall(rf".{{30}}{KLEUR}.{{10}}", zonder_teksten)
    assert all("title" in stuk.lower() or "Header" in stuk or "&amp;" in stuk for stuk in overig), overig
    assert KLEUR in "".join(delen(schrijf(maak(), formaat)).values()).replace(ZIN, "")


def test_de_kleur_in_de_pdf() -> None:
    with pdfplumber.open(BytesIO(schrijf(eigen(), "pdf"))) as pdf:
        kleuren = {tuple(round(deel * 255) for deel in teken["non_stroking_color"]) for teken in pdf.pages[0].chars}
    assert (0xA0, 0x1E, 0x3C) in kleuren
    assert (0x1D, 0x4F, 0x7C) not in kleuren


def test_het_logo_in_word() -> None:
    word = docx.Document(BytesIO(schrijf(eigen(logo()), "docx")))
    (beeld,) = word.inline_shapes
    assert beeld._inline.docPr.get("descr") == "Logo van Noordwoude"
    assert (round(beeld.width.cm, 2), round(beeld.height.cm, 2)) == (4.8, 1.6)
    assert word.paragraphs[0].style.name == "Logo"


def test_het_logo_in_odt() -> None:
    inhoud = delen(schrijf(eigen(logo()), "odt"))
    assert "<svg:desc>Logo van Noordwoude</svg:desc>" in inhoud["content.xml"]
    assert 'full-path="Pictures/logo.png"' in inhoud["META-INF/manifest.xml"]


def test_het_logo_in_de_pdf() -> None:
    inhoud = schrijf(eigen(logo()), "pdf")
    with pdfplumber.open(BytesIO(inhoud)) as pdf:
        (beeld,) = pdf.pages[0].images
        assert round(beeld["width"] / 72 * 2.54, 1) == 4.8


@pytest.mark.parametrize(
    ("maat", "op_papier"), [((300, 100), (4.8, 1.6)), ((100, 400), (0.4, 1.6)), ((2000, 100), (7, 0.35))]
)
def test_een_logo_past_boven_de_titel(maat: tuple[int, int], op_papier: tuple[float, float]) -> None:
    breed, hoog = logo(*maat).maat
    assert (round(breed, 2), round(hoog, 2)) == op_papier


@pytest.mark.parametrize("formaat", ["csv", "json"])
def test_wat_er_staat_verandert_niet(formaat: str) -> None:
    assert schrijf(eigen(logo()), formaat) == schrijf(maak(), formaat)


def test_een_bevroren_document_houdt_geen_huisstijl() -> None:
    assert ontdooi(bevries(eigen(logo()))) == maak()


def test_alle_formaten_kunnen_het() -> None:
    for formaat in FORMATEN:
        assert schrijf(eigen(logo(40, 400)), formaat)


def test_de_kop_van_excel() -> None:
    boek = openpyxl.load_workbook(BytesIO(schrijf(eigen(), "xlsx")))
    assert boek["Gegevens"]["A1"].font.color.rgb == f"FF{EIGEN}"
