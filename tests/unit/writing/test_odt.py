"""What makes the ODT file one that can be sent out, read by a screen reader and edited further in any program."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from app.domain.opdrachtoverzicht import Blok, Regel
from app.domain.structuur import Opdrachtnemer
from app.writing.document import Alinea, Document, Kolom, Kop, Lijst, Tabel
from app.writing.formaten import schrijf
from app.writing.grafiek.beeld import alttekst
from app.writing.odf import beeld
from app.writing.odf.elementen import element, tekst
from tests.unit.writing.grafieken import lijngrafiek, volle_grafiek
from tests.unit.writing.teruglezen_odf import NS, Element, deel, met_stijl, q, tabellen
from tests.unit.writing.teruglezen_odf import tekst as lees_tekst
from tests.unit.writing.test_grafiek_bestanden import delen
from tests.unit.writing.test_grafiek_bestanden import document as grafiekdocument
from tests.unit.writing.voorbeelden import LASTIGE_TEKSTEN, gewoon_blok, maak_document


@pytest.fixture
def document() -> Document:
    return maak_document(gewoon_blok(), filters=(("Opdrachtnemer", "RIGG"),))


def zoek(inhoud: bytes, pad: str, bestand: str = "content.xml") -> list[Element]:
    return deel(inhoud, bestand).findall(pad, NS)


def test_pakket_is_van_de_goede_soort(document: Document) -> None:
    inhoud = schrijf(document, "odt")
    with ZipFile(BytesIO(inhoud)) as pakket:
        eerste = pakket.infolist()[0]
        assert (eerste.filename, eerste.compress_type) == ("mimetype", ZIP_STORED)
        assert pakket.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        namen = set(pakket.namelist()) - {"mimetype", "META-INF/manifest.xml"}
    vermeld = [e.get(q("manifest:full-path")) for e in deel(inhoud, "META-INF/manifest.xml")]
    assert set(vermeld) == namen | {"/"}
    assert len(vermeld) == len(set(vermeld))


def test_titelblok(document: Document) -> None:
    inhoud = schrijf(document, "odt")
    assert met_stijl(inhoud, "Begin") == ["Gemeente Waddenstad"]
    assert met_stijl(inhoud, "Title") == ["Opdrachtoverzicht"]
    assert met_stijl(inhoud, "Subtitle") == ["Opdrachten aan de RIGG"]
    assert met_stijl(inhoud, "Kenmerk") == ["Datum\t20 mei 2020", "Notitie\tNotitie jeugd 2020"]
    assert met_stijl(inhoud, "Scheiding") == ["Opdrachtnemer\tRIGG"]


def test_koppen_zijn_koppen(document: Document) -> None:
    koppen = (Kop("Een"), Kop("Twee", 2), Kop("Vier", 4), Kop("Zeven", 7))
    gevonden = zoek(schrijf(replace(document, blokken=koppen), "odt"), ".//text:h")
    assert [(lees_tekst(kop), kop.get(q("text:outline-level"))) for kop in gevonden] == [
        ("Een", "1"),
        ("Twee", "2"),
        ("Vier", "4"),
        ("Zeven", "4"),
    ]


def test_inhoudsopgave_verwijst_naar_de_hoofdstukken(document: Document) -> None:
    koppen = (Kop("Eerste"), Kop("Onder", 2), Kop("Tweede"))
    inhoud = schrijf(replace(document, blokken=koppen, inhoudsopgave=True), "odt")
    regels = zoek(inhoud, ".//text:index-body//text:a")
    merken = {e.get(q("text:name")): lees_tekst(e.getparent()) for e in zoek(inhoud, ".//text:bookmark")}
    assert [(lees_tekst(r), merken[r.get(q("xlink:href"), "")[1:]]) for r in regels] == [
        ("Eerste", "Eerste"),
        ("Tweede", "Tweede"),
    ]
    zonder = schrijf(replace(document, blokken=(Alinea("a"),), inhoudsopgave=True), "odt")
    assert not zoek(zonder, ".//text:table-of-content")


def test_tabel_is_te_volgen_zonder_hem_te_zien(document: Document) -> None:
    (tabel,) = zoek(schrijf(document, "odt"), ".//table:table")
    assert tabel.findtext("table:title", namespaces=NS) == "Opdrachten aan de RIGG bij Hulp dichtbij, Waddenstad"
    assert tabel.findtext("table:desc", namespaces=NS) == (
        "Tabel met 4 rijen en de kolommen Soort, Nr, Tekst en Bijzonderheden."
    )
    (kop,) = tabel.findall("table:table-header-rows/table:table-row", NS)
    assert [lees_tekst(p) for p in kop.iter(q("text:p"))] == ["Soort", "Nr", "Tekst", "Bijzonderheden"]


def test_kop_raakt_geen_tabel(document: Document) -> None:
    tabel = Tabel("t", (Kolom("k"),), (("w",),))
    (romp,) = zoek(schrijf(replace(document, blokken=(tabel, Kop("Kop"), tabel)), "odt"), ".//office:text")
    assert [e.tag.rpartition("}")[2] for e in romp][-5:] == ["table", "p", "h", "table", "p"]


def test_korte_rijen_blijven_heel_en_onderdelen_springen_in() -> None:
    regels = (Regel("1", "Kort.", onderdelen=(Regel("1a", "Deel."),)), Regel("2", "Lange tekst. " * 200))
    blok = Blok("Waddenstad", "Notitie", "Hulp", 1, Opdrachtnemer.RIGG, interventies=regels)
    inhoud = schrijf(maak_document(blok), "odt")
    rijen = zoek(inhoud, ".//table:table-row")
    assert [rij.get(q("table:style-name")) for rij in rijen] == ["Helerij", "Helerij", "Helerij", "Langerij"]
    assert met_stijl(inhoud, "Tabelonderdeel") == ["1a", "Deel.", ""]
    assert met_stijl(inhoud, "Tabelrijkop") == ["Interventie", "Onderdeel", "Interventie"]


@pytest.mark.parametrize("liggend", [False, True])
def test_pagina_is_a4_en_de_tabel_vult_de_regel(document: Document, liggend: bool) -> None:
    inhoud = schrijf(replace(document, liggend=liggend), "odt")
    (pagina,) = zoek(inhoud, ".//style:page-layout-properties", "styles.xml")
    maat = pagina.get(q("fo:page-width")), pagina.get(q("fo:page-height"))
    assert maat == (("29.7cm", "21.0cm") if liggend else ("21.0cm", "29.7cm"))
    stijlen = {e.getparent().get(q("style:name")): e for e in zoek(inhoud, ".//style:table-column-properties")}
    kolommen = [stijlen[e.get(q("table:style-name"))] for e in zoek(inhoud, ".//table:table-column")]
    som = sum(float(kolom.get(q("style:column-width"), "").removesuffix("mm")) for kolom in kolommen)
    assert abs(som - (251 if liggend else 164)) < 0.1


def test_kop_en_voet_met_paginanummers_als_veld(document: Document) -> None:
    inhoud = schrijf(replace(document, titel="R&D <b>"), "odt")
    bladen = {e.get(q("style:name")): e for e in zoek(inhoud, ".//style:master-page", "styles.xml")}
    assert bladen["Eerste"].get(q("style:next-style-name")) == "Standard"
    koppen = {naam: lees_tekst(blad.find("style:header/text:p", NS)) for naam, blad in bladen.items()}
    assert koppen == {"Standard": "R&D <b>\tGemeente Waddenstad", "Eerste": ""}
    for blad in bladen.values():
        voet = blad.find("style:footer/text:p", NS)
        assert lees_tekst(voet) == "20 mei 2020\tpagina 1 van\u00a01"
        assert [e.tag for e in voet.iter(q("text:page-number"), q("text:page-count"))] == [
            q("text:page-number"),
            q("text:page-count"),
        ]


def test_taal_en_eigenschappen(document: Document) -> None:
    inhoud = schrijf(replace(document, titel="T" * 400), "odt")
    talen = {
        e.get(q("fo:language")) for e in zoek(inhoud, ".//style:default-style/style:text-properties", "styles.xml")
    }
    assert talen == {"nl"}
    meta = deel(inhoud, "meta.xml")
    assert meta.findtext(".//dc:title", namespaces=NS) == "T" * 254 + "…"
    assert meta.findtext(".//dc:language", namespaces=NS) == "nl-NL"
    assert meta.findtext(".//meta:creation-date", namespaces=NS) == "2020-05-20T00:00:00"


def test_lijst_is_een_echte_lijst(document: Document) -> None:
    inhoud = schrijf(replace(document, blokken=(Lijst(("een", "twee")), Alinea("stil", stil=True))), "odt")
    assert [lees_tekst(p) for p in zoek(inhoud, ".//text:list/text:list-item/text:p")] == ["een", "twee"]
    assert met_stijl(inhoud, "Toelichting") == ["stil"]


def test_elke_stijl_die_gebruikt_wordt_bestaat(document: Document) -> None:
    for inhoud in (schrijf(document, "odt"), schrijf(grafiekdocument(volle_grafiek()), "odt")):
        gebruikt = {
            waarde
            for e in deel(inhoud).iter()
            for naam, waarde in e.attrib.items()
            if naam.endswith("}style-name") and not e.tag.startswith(q("style:x")[:-1])
        }
        namen = {e.get(q("style:name")) for b in ("content.xml", "styles.xml") for e in deel(inhoud, b).iter()}
        assert gebruikt
        assert gebruikt <= namen


def test_tekst_blijft_tekst_met_al_zijn_spaties(document: Document) -> None:
    for lastig in (*LASTIGE_TEKSTEN[3:5], "  twee  vooraan\n een\t\t tab \n\n", "a  ", "<text:p/>&amp;\x00"):
        inhoud = schrijf(replace(document, blokken=(Alinea(lastig), Tabel("t", (Kolom("k"),), ((lastig,),)))), "odt")
        assert met_stijl(inhoud, "Standard") == [lastig.replace("\x00", "")]
        assert tabellen(inhoud) == [[["k"], [lastig.replace("\x00", "")]]]


def test_xml_bouwen_houdt_tekst_en_kenmerken_uit_elkaar() -> None:
    assert (
        element("text:p", {"text:a": '<"&\n'}, tekst("<b>")) == "<text:p text:a='&lt;\"&amp;&#10;'>&lt;b&gt;</text:p>"
    )
    assert etree.fromstring(element("p", {"a": "x\"'y"})).get("a") == "x\"'y"


# --- charts ---


def test_grafiek_is_svg_en_punten_met_woorden() -> None:
    inhoud = schrijf(grafiekdocument(volle_grafiek(), lijngrafiek(), volle_grafiek()), "odt")
    bestanden = delen(inhoud)
    assert etree.fromstring(bestanden["Pictures/grafiek1.svg"]).get("viewBox") == "0 0 720 320"
    assert "9,6%\u00a0<tspan" in bestanden["Pictures/grafiek1.svg"].decode()
    assert bestanden["Pictures/grafiek3.png"].startswith(b"\x89PNG")
    assert "Pictures/grafiek2.svg" not in bestanden
    kaders = zoek(inhoud, ".//draw:frame")
    assert [[b.get(q("xlink:href")) for b in k.iterfind("draw:image", NS)] for k in kaders] == [
        ["Pictures/grafiek1.svg", "Pictures/grafiek1.png"],
        ["Pictures/grafiek3.svg", "Pictures/grafiek3.png"],
    ]
    assert kaders[0].findtext("svg:title", namespaces=NS) == "Jongeren met hulp"
    assert kaders[0].findtext("svg:desc", namespaces=NS) == alttekst(volle_grafiek())
    assert (kaders[0].get(q("svg:width")), kaders[0].get(q("svg:height"))) == ("16.40cm", "7.29cm")
    assert met_stijl(inhoud, "Grafiek")[1] == "Er zijn nog geen cijfers."


def test_zonder_lettertypen_blijft_de_svg(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beeld, "heeft_letters", lambda: False)
    inhoud = schrijf(grafiekdocument(volle_grafiek()), "odt")
    assert [naam for naam in delen(inhoud) if naam.startswith("Pictures/")] == ["Pictures/grafiek1.svg"]
    assert len(zoek(inhoud, ".//draw:image")) == 1
