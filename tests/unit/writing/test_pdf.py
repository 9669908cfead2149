"""What makes the PDF one that everybody can read and archives may keep; texts of users are never markup."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
import pytest
from pdfminer.pdftypes import resolve1

from app.domain.opdrachtoverzicht import Blok, Regel
from app.domain.structuur import Opdrachtnemer
from app.writing.document import Alinea, Document, Kolom, Kop, Lijst, Tabel
from app.writing.formaten import schrijf
from app.writing.grafiek.beeld import alttekst
from app.writing.zetwerk import zetter
from tests.unit.writing.grafieken import lijngrafiek, volle_grafiek
from tests.unit.writing.teruglezen_pdf import lees_pdf, tabellen
from tests.unit.writing.test_grafiek_bestanden import document as grafiekdocument
from tests.unit.writing.voorbeelden import gewoon_blok, maak_document

STREEPJES = "#set text(red) *vet* _schuin_ $x^2$ @wie \\ `code` <label> // weg /* weg */ [x] #panic() = Kop\n- lijst"


@pytest.fixture(scope="module")
def document() -> Document:
    return maak_document(gewoon_blok(), filters=(("Opdrachtnemer", "RIGG"),))


def catalogus(inhoud: bytes) -> dict[str, Any]:
    with pdfplumber.open(BytesIO(inhoud)) as pdf:
        gevonden = {naam: resolve1(waarde) for naam, waarde in pdf.doc.catalog.items()}
        gevonden["Metadata"] = gevonden["Metadata"].get_data().decode()
        gevonden["Info"] = pdf.metadata
        return gevonden


def bladen(inhoud: bytes) -> list[str]:
    boek = pypdfium2.PdfDocument(inhoud)
    try:
        return [boek[nummer].get_textpage().get_text_bounded() for nummer in range(len(boek))]
    finally:
        boek.close()


def met_tekst(document: Document, tekst: str) -> Document:
    return replace(document, blokken=(Alinea(tekst),))


def test_voldoet_aan_pdf_ua_en_pdf_a(document: Document) -> None:
    gevonden = catalogus(schrijf(document, "pdf"))
    assert gevonden["MarkInfo"]["Marked"] is True
    assert gevonden["Lang"] == b"nl-NL"
    assert "K" in gevonden["StructTreeRoot"]
    assert gevonden["ViewerPreferences"]["DisplayDocTitle"] is True
    for norm in ("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"):
        assert norm in gevonden["Metadata"]
    assert (gevonden["Info"]["Title"], gevonden["Info"]["Author"]) == ("Opdrachtoverzicht", "Doelspoor")
    assert gevonden["Info"]["CreationDate"].startswith("D:20200520")


def test_titelblok_en_tabel_zijn_tags(document: Document) -> None:
    boom = lees_pdf(schrijf(document, "pdf"))
    assert [k.woorden for k in boom.alle("Title")] == ["Opdrachtoverzicht"]
    alineas = [k.woorden for k in boom.alle("P")]
    assert alineas[:2] == ["Gemeente Waddenstad", "Opdrachten aan de RIGG"]
    assert alineas[2:8] == ["Datum", "20 mei 2020", "Notitie", "Notitie jeugd 2020", "Opdrachtnemer", "RIGG"]
    assert [k.woorden for k in boom.alle("TH")] == ["Soort", "Nr", "Tekst", "Bijzonderheden"]
    assert len(list(boom.alle("THead"))) == 1
    assert [k.woorden for k in boom.alle("H1")] == ["1. Hulp dichtbij"]


def test_koppen_zijn_bladwijzers_en_slaan_geen_niveau_over(document: Document) -> None:
    koppen = (Kop("Diep", 3), Kop("Dieper", 4), Kop("Nog een", 2), Kop("Hoog", 1), Kop("Vier", 4), Kop("L" * 1_001, 1))
    inhoud = schrijf(replace(document, blokken=koppen), "pdf")
    gevonden = [(k.soort, k.woorden[:10]) for k in lees_pdf(inhoud).alle("H1", "H2", "H3", "H4")]
    assert gevonden == [
        ("H1", "Diep"),
        ("H2", "Dieper"),
        ("H2", "Nog een"),
        ("H1", "Hoog"),
        ("H2", "Vier"),
        ("H1", "L" * 10),
    ]
    with pdfplumber.open(BytesIO(inhoud)) as pdf:
        bladwijzers = [(niveau, titel) for niveau, titel, *_ in pdf.doc.get_outlines()]
    assert bladwijzers == [(1, "Diep"), (2, "Dieper"), (2, "Nog een"), (1, "Hoog"), (2, "Vier")]


def test_koprij_en_paginanummer_op_elke_bladzijde() -> None:
    regels = tuple(Regel(str(nummer), f"Doel nummer {nummer} uit een lange reeks.") for nummer in range(1, 121))
    blok = Blok("Waddenstad", "Notitie", "Hulp", 1, Opdrachtnemer.LOKAAL, doelen=regels)
    paginas = bladen(schrijf(maak_document(blok), "pdf"))
    assert len(paginas) > 2
    for nummer, tekst in enumerate(paginas, 1):
        assert f"Pagina {nummer} van {len(paginas)}" in tekst
        assert "Bijzonderheden" in tekst
        assert ("Opdrachtoverzicht" in tekst.splitlines()[0]) == (nummer > 1)


@pytest.mark.parametrize("liggend", [False, True])
def test_pagina_is_a4(document: Document, liggend: bool) -> None:
    with pdfplumber.open(BytesIO(schrijf(replace(document, liggend=liggend), "pdf"))) as pdf:
        maat = round(pdf.pages[0].width), round(pdf.pages[0].height)
    assert maat == ((842, 595) if liggend else (595, 842))


def test_grafiek_is_een_tekening_met_woorden() -> None:
    grafiek = volle_grafiek()
    inhoud = schrijf(grafiekdocument(grafiek), "pdf")
    (figuur,) = lees_pdf(inhoud).alle("Figure")
    assert figuur.extra["Alt"] == alttekst(grafiek)
    assert alttekst(grafiek).startswith("Jongeren met hulp. Realisatie van 8,3% (2018)")
    with pdfplumber.open(BytesIO(inhoud)) as pdf:
        assert not [beeld for pagina in pdf.pages for beeld in pagina.images]
        assert sum(len(pagina.curves) for pagina in pdf.pages) > 10
    assert "Verwacht pad" in bladen(inhoud)[0]


def test_lege_grafiek_is_een_zin() -> None:
    boom = lees_pdf(schrijf(grafiekdocument(lijngrafiek()), "pdf"))
    assert not list(boom.alle("Figure", "Table"))
    assert [k.woorden for k in boom.alle("P")][-2:] == ["Jongeren met hulp", "Er zijn nog geen cijfers."]


def test_inhoudsopgave_verwijst_naar_de_hoofdstukken(document: Document) -> None:
    koppen = (Kop("Eerste"), Kop("Onder", 2), Kop("Tweede"))
    boom = lees_pdf(schrijf(replace(document, blokken=koppen, inhoudsopgave=True), "pdf"))
    assert [k.woorden.split()[0] for k in boom.alle("TOCI")] == ["Eerste", "Tweede"]
    assert len(list(boom.alle("Link"))) == 2
    zonder = lees_pdf(schrijf(replace(document, blokken=(Alinea("a"),), inhoudsopgave=True), "pdf"))
    assert not list(zonder.alle("TOC"))


def test_lijst_en_getallen(document: Document) -> None:
    tabel = Tabel("t", (Kolom("naam"), Kolom("bedrag", getal=True)), (("a", "€ 5"), ("b", 12)))
    inhoud = schrijf(replace(document, blokken=(Lijst(("een", "twee")), tabel)), "pdf")
    assert [k.woorden for k in lees_pdf(inhoud).alle("LBody")] == ["een", "twee"]
    assert tabellen(inhoud) == [[["naam", "bedrag"], ["a", "€ 5"], ["b", "12"]]]
    with pdfplumber.open(BytesIO(inhoud)) as pdf:
        woorden = {w["text"]: w for w in pdf.pages[0].extract_words()}
    assert round(woorden["bedrag"]["x1"]) == round(woorden["12"]["x1"]) == round(woorden["5"]["x1"])


# --- what users write ---


def test_tekst_is_nooit_opmaak(document: Document) -> None:
    overal = replace(
        document,
        titel=STREEPJES,
        ondertitel=STREEPJES,
        organisatie=STREEPJES,
        kenmerken=((STREEPJES, STREEPJES),),
        blokken=(Kop(STREEPJES), Lijst((STREEPJES,)), Tabel(STREEPJES, (Kolom(STREEPJES),), ((STREEPJES,),))),
    )
    boom = lees_pdf(schrijf(overal, "pdf"))
    verwacht = re.sub(r"\s", "", STREEPJES)
    for soort in ("Title", "H1", "LBody", "TH", "TD"):
        assert [re.sub(r"[\s-]", "", k.woorden) for k in boom.alle(soort)] == [verwacht.replace("-", "")], soort
    assert sum(re.sub(r"\s", "", k.woorden) == verwacht for k in boom.alle("P")) >= 4


@pytest.mark.parametrize(
    ("tekst", "gelezen"),
    [
        ("Minder wachttijd 🎯", "Minder wachttijd 🎯"),
        ("＝1+1", "=1+1"),
        ("＂aan＂ ＼n", '"aan" \\n'),
        ("中文 en meer", "\ufffd\ufffd en meer"),
        ("eigen \ue000 teken", "eigen \ufffd teken"),
        ("stuur\x00teken", "stuurteken"),
        ("é en e\u0301", "é en é"),
        ("€ 1.234 – ‘ja’ … ≥ 5 → ✓", "€ 1.234 – ‘ja’ … ≥ 5 → ✓"),
    ],
)
def test_elk_teken_komt_op_papier_of_wordt_herkenbaar_vervangen(document: Document, tekst: str, gelezen: str) -> None:
    boom = lees_pdf(schrijf(met_tekst(document, tekst), "pdf"))
    assert [k.woorden for k in boom.alle("P")][-1] == gelezen


@pytest.mark.parametrize("tekst", ["مرحبا بالعالم", "שלום", "\u202eomgekeerd\u202c", "👩‍👩‍👧", "ไทย हिन्दी"])
def test_andere_schriften_hebben_letters(document: Document, tekst: str) -> None:
    (blad,) = bladen(schrijf(met_tekst(document, tekst), "pdf"))
    assert "\ufffd" not in blad


def test_een_woord_dat_niet_past_blijft_binnen_zijn_kolom(document: Document) -> None:
    adres = "https://voorbeeld.test/" + "pad/" * 30
    tabel = Tabel("t", (Kolom("a", 1), Kolom("b", 5)), ((adres, "w" * 3_000), ("Jeugdbeschermingstafels", "1" * 300)))
    inhoud = schrijf(replace(document, blokken=(tabel,)), "pdf")
    with pdfplumber.open(BytesIO(inhoud)) as pdf:
        pagina = pdf.pages[0]
        assert max(teken["x1"] for teken in pagina.chars) <= pagina.width - 65 + 0.5
        grens = 65.2 + (pagina.width - 130.4) / 6
        tussen = [t for t in pagina.chars if t["x0"] < grens - 0.5 < grens + 0.5 < t["x1"] and t["size"] == 9]
        assert not tussen
    (_, eerste, tweede) = tabellen(inhoud)[0]
    assert [cel.replace(" ", "") for cel in eerste] == [adres, "w" * 3_000]
    assert tweede[0].replace(" ", "").replace("-", "") == "Jeugdbeschermingstafels"


def test_een_lange_rij_gaat_over_de_bladzijde_en_een_korte_niet(document: Document) -> None:
    inhoud = schrijf(replace(document, blokken=(Tabel("t", (Kolom("a"),), (("woord " * 3_400,),)),)), "pdf")
    paginas = bladen(inhoud)
    assert len(paginas) > 2
    assert sum(tekst.count("woord") for tekst in paginas) == 3_400


def test_lange_titels_maken_geen_te_lange_eigenschappen(document: Document) -> None:
    inhoud = schrijf(replace(document, titel="t" * 40_000, ondertitel="o" * 40_000, blokken=()), "pdf")
    assert catalogus(inhoud)["Info"]["Title"] == "t" * 254 + "…"


def test_zonder_titel_of_organisatie_is_er_toch_een_naam(document: Document) -> None:
    inhoud = schrijf(replace(document, titel="", organisatie="", blokken=()), "pdf")
    assert catalogus(inhoud)["Info"]["Title"] == "Doelspoor"


def test_wat_niet_te_zetten_is_geeft_een_zin(
    document: Document, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    stuk = tmp_path / "stuk.typ"
    stuk.write_text('#panic("dit kan niet")')
    monkeypatch.setattr(zetter, "_SJABLOON", stuk)
    with pytest.raises(zetter.NietTeZetten, match="Van dit overzicht kan geen pdf worden gemaakt"):
        schrijf(document, "pdf")
    assert "dit kan niet" in caplog.text


def test_titel_van_de_grafiek_in_een_taal_met_vreemde_tekens() -> None:
    grafiek = replace(volle_grafiek(), titel="Groei 🎯 中 <b>&amp;", omschrijving="x" * 5_000)
    (figuur,) = lees_pdf(schrijf(grafiekdocument(grafiek), "pdf")).alle("Figure")
    assert len(figuur.extra["Alt"]) == 1_000
