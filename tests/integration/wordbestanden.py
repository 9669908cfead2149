"""Word files made on the spot: odd notities, and files that are none."""

import io
import zipfile
from collections.abc import Sequence

import docx

Rijen = Sequence[tuple[str, Sequence[str]]]
GEWOON: Rijen = (
    ("Ist", ["- te weinig huizen"]),
    ("Soll", ["- iedereen woont goed"]),
    ("Doelen", ["1. 10% meer huizen in 2024 dan in 2020", "2. X% minder klachten in 2024 dan in 2020"]),
    ("Indicatoren", ["1. aantal huizen"]),
    ("Interventies", ["1. grond kopen", "2. praten met bewoners"]),
    ("Opdracht", ["Lokaal", "Realiseren doelen: 1, 2", "Uitvoeren interventies: 1, 2"]),
)


def notitie(rijen: Rijen = GEWOON, *, naam: str = "Wonen", titel: str = "Proefnotitie", inleiding: str = "") -> bytes:
    document = docx.Document()
    document.add_heading(titel, 0)
    if inleiding:
        document.add_paragraph(inleiding)
    document.add_heading(naam, 1)
    tabel = document.add_table(rows=0, cols=2)
    for label, regels in rijen:
        links, rechts = tabel.add_row().cells
        links.text, rechts.text = label, regels[0] if regels else ""
        for regel in regels[1:]:
            rechts.add_paragraph(regel)
    return _bytes(document)


def met(**anders: Sequence[str]) -> Rijen:
    """GEWOON with other lines: `met(doelen=[...])`."""
    return [(label, anders.get(label.lower(), regels)) for label, regels in GEWOON]


def leeg_document() -> bytes:
    document = docx.Document()
    document.add_table(rows=2, cols=2)
    return _bytes(document)


def _bytes(document: object) -> bytes:
    uit = io.BytesIO()
    document.save(uit)  # type: ignore[attr-defined]
    return uit.getvalue()


def zip_met(delen: dict[str, bytes], basis: bytes | None = None) -> bytes:
    """A package; with `basis` that one, with these parts in place of its own."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        if basis is not None:
            with zipfile.ZipFile(io.BytesIO(basis)) as oud:
                for naam in oud.namelist():
                    if naam not in delen:
                        nieuw.writestr(naam, oud.read(naam))
        for naam, inhoud in delen.items():
            nieuw.writestr(naam, inhoud)
    return uit.getvalue()


def onleesbaar() -> dict[str, bytes]:
    """Per kind a file that cannot be used."""
    goed = notitie()
    versleuteld = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    entiteit = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>'
    return {
        "leeg": b"",
        "tekst": b"zomaar wat tekst",
        "pdf": b"%PDF-1.7\n1 0 obj",
        "versleuteld": versleuteld,
        "zip": zip_met({"readme.txt": b"hallo"}),
        "afgebroken": goed[: len(goed) // 2],
        "bom": zip_met({"word/document.xml": b"<w>" + b" " * 60_000_000 + b"</w>"}, goed),
        "geen xml": zip_met({"word/document.xml": b"<w:document"}, goed),
        "entiteit": zip_met({"word/document.xml": entiteit}, goed),
        "lege tabel": leeg_document(),
    }
