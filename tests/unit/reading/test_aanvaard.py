"""Tracked changes, as Word writes them: what was deleted is gone, what was inserted stays, what was joined is one."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from lxml import etree

from app.reading.word.aanvaard import aanvaard
from app.reading.word.document import WordDocument, alle_teksten, lees_word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WIE = 'w:id="1" w:author="Jo" w:date="2026-11-29T10:00:00Z"'


def lees(*alineas: str) -> WordDocument:
    word = docx.Document()
    for plek, alinea in enumerate(alineas):
        word.element.body.insert(plek, parse_xml(alinea.replace(">", f" {W}>", 1)))
    bestand = BytesIO()
    word.save(bestand)
    return lees_word(bestand.getvalue())


def r(tekst: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{tekst}</w:t></w:r>"


def weg(tekst: str, soort: str = "del") -> str:
    return f"<w:{soort} {WIE}><w:r><w:delText xml:space='preserve'>{tekst}</w:delText></w:r></w:{soort}>"


def erbij(tekst: str, soort: str = "ins") -> str:
    return f"<w:{soort} {WIE}>{r(tekst)}</w:{soort}>"


ALINEATEKEN_WEG = f"<w:pPr><w:rPr><w:del {WIE}/></w:rPr></w:pPr>"


@pytest.mark.parametrize(
    ("alineas", "teksten", "wijzigingen"),
    [
        ((f"<w:p>{r('een ')}{weg('twee')}{erbij('drie')}</w:p>",), ["een drie"], 2),
        ((f"<w:p>{ALINEATEKEN_WEG}{r('een ')}</w:p>", f"<w:p>{r('twee')}</w:p>"), ["een twee"], 1),
        ((f"<w:p>{ALINEATEKEN_WEG}{weg('een')}</w:p>", f"<w:p>{r('twee')}</w:p>"), ["twee"], 2),
        (
            (
                f"<w:p>{ALINEATEKEN_WEG}{r('een ')}</w:p>",
                f"<w:p>{ALINEATEKEN_WEG}{r('twee ')}</w:p>",
                f"<w:p>{r('drie')}</w:p>",
            ),
            ["een twee drie"],
            2,
        ),
        (
            (f"<w:p>{weg('plek een', 'moveFrom')}</w:p>", f"<w:p>{erbij('plek een', 'moveTo')}</w:p>"),
            ["plek een"],
            2,
        ),
        ((f"<w:p>{r('een')}</w:p>",), ["een"], 0),
    ],
)
def test_gelezen_als_aanvaard(alineas: tuple[str, ...], teksten: list[str], wijzigingen: int) -> None:
    gelezen = lees(*alineas)
    assert (alle_teksten(gelezen.blokken), gelezen.wijzigingen) == (teksten, wijzigingen)


def test_een_verwijderde_rij_is_weg() -> None:
    rij = "<w:tr>{eigen}<w:tc><w:p>{tekst}</w:p></w:tc></w:tr>"
    weg_ = rij.format(eigen=f"<w:trPr><w:del {WIE}/></w:trPr>", tekst=r("weg"))
    gelezen = lees(f"<w:tbl>{weg_}{rij.format(eigen='', tekst=r('blijft'))}</w:tbl>")
    assert (alle_teksten(gelezen.blokken), gelezen.wijzigingen) == (["blijft"], 1)


def test_een_bladwijzer_die_in_een_verwijdering_eindigt_eindigt_nog_steeds() -> None:
    begin, eind = '<w:bookmarkStart w:id="7" w:name="b"/>', '<w:bookmarkEnd w:id="7"/>'
    p = etree.fromstring(
        f"<w:body {W}><w:p>{begin}{r('een')}<w:del {WIE}>{r('twee')}{eind}</w:del>{r('drie')}</w:p></w:body>"
    )
    aanvaard(p)
    soorten = [element.tag.rsplit("}")[-1] for element in p.iter() if element.tag.rsplit("}")[-1] != "t"]
    assert soorten == ["body", "p", "bookmarkStart", "r", "bookmarkEnd", "r"]


def test_een_lange_keten_van_samengevoegde_alineas_kost_geen_kwadraat() -> None:
    """Twenty thousand paragraphs joined into one: only counting them, since nothing here may take the time."""
    alinea = f"<w:p>{ALINEATEKEN_WEG}{r('x')}</w:p>"
    romp = etree.fromstring(f"<w:body {W}>{alinea * 20_000}<w:p>{r('eind')}</w:p></w:body>")
    assert aanvaard(romp) == 20_000
    assert len(romp) == 1


def test_opmerkingen_worden_gelezen_maar_staan_niet_in_de_tekst() -> None:
    word = docx.Document()
    alinea = word.add_paragraph("Een zin met een opmerking.")
    word.add_comment(alinea.runs, text="Klopt dit?", author="Jo Jansen", initials="JJ")
    bestand = BytesIO()
    word.save(bestand)
    with ZipFile(bestand) as pakket:
        assert "word/comments.xml" in pakket.namelist()
    gelezen = lees_word(bestand.getvalue(), met_merken=True)
    (opmerking,) = gelezen.opmerkingen.values()
    assert (opmerking.wie, opmerking.tekst) == ("JJ", "Klopt dit?")
    assert [blok.tekst for blok in gelezen.blokken] == ["Een zin met een opmerking."]
    assert [blok.opmerkingen for blok in gelezen.blokken] == [tuple(gelezen.opmerkingen)]
