"""What goes out as .odt comes back: untouched the same, with its comments, and with tracked changes accepted."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings

from app.domain import structuur as s
from app.reading.fouten import LeesFout
from app.reading.notitie.lezen import lees_notitie
from app.reading.terug.lezen import lees_terug
from app.writing.formaten import schrijf
from tests.unit.terug import voortgangen
from tests.unit.terug.notities import document, leesbare_notitie, notities
from tests.unit.terug.test_heen_en_terug import breng_terug, is_onveranderd

Bewerking = Callable[[str], str]
OPMERKING = (
    '<office:annotation office:name="__Annotation__1"><dc:creator>Jo Jansen</dc:creator><dc:date>2026-11-29T10:00:00'
    "</dc:date><text:p>Klopt dit nog?</text:p></office:annotation>{}"
    '<office:annotation-end office:name="__Annotation__1"/>'
)


def bewerk(inhoud: bytes, bewerking: Bewerking, deel: str = "content.xml") -> bytes:
    uit = BytesIO()
    with ZipFile(BytesIO(inhoud)) as oud, ZipFile(uit, "w", ZIP_DEFLATED) as nieuw:
        for naam in oud.namelist():
            bytes_ = oud.read(naam)
            nieuw.writestr(naam, bewerking(bytes_.decode()).encode() if naam == deel else bytes_)
    return uit.getvalue()


@pytest.fixture
def uitgevoerd() -> bytes:
    return schrijf(document(leesbare_notitie()), "odt")


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(notities())
def test_een_notitie_komt_onveranderd_terug(notitie: s.Notitie) -> None:
    is_onveranderd(breng_terug(schrijf(document(notitie), "odt"), notitie), notitie)


@pytest.mark.parametrize("kolommen", [{}, {"status": False, "kleur": False}])
def test_de_voortgang_komt_onveranderd_terug(kolommen: dict[str, bool]) -> None:
    uit = voortgangen.breng_terug(voortgangen.als_word(formaat="odt", **kolommen))  # type: ignore[arg-type]
    assert (uit.tabellen, uit.meldingen, uit.niet_geplaatst) == (voortgangen.toen(), [], [])


def test_zonder_herkomst_leest_het_als_een_nieuwe_notitie(uitgevoerd: bytes) -> None:
    gelezen = lees_notitie(uitgevoerd)
    assert gelezen.notitie.titel == leesbare_notitie().titel
    assert gelezen.niet_herkend == []


def test_een_opmerking_hoort_bij_het_onderdeel_en_niet_in_de_tekst(uitgevoerd: bytes) -> None:
    notitie = leesbare_notitie()
    doel = notitie.probleemgebieden[0].doelen[1]
    inhoud = bewerk(uitgevoerd, lambda xml: xml.replace(doel.tekst, OPMERKING.format(doel.tekst)))
    uit = breng_terug(inhoud, notitie)
    ((plek, opmerking),) = uit.opmerkingen
    assert (plek.merk, opmerking.wie, opmerking.tekst) == (doel.merk, "Jo Jansen", "Klopt dit nog?")
    assert uit.notitie.probleemgebieden[0].doelen[1].tekst == doel.tekst


def test_een_gekopieerde_alinea_is_een_nieuw_onderdeel(uitgevoerd: bytes) -> None:
    """LibreOffice gives the bookmark of a copy another name; other programs leave the same one twice."""
    notitie = leesbare_notitie()
    doel = notitie.probleemgebieden[0].doelen[1]
    for andere_naam in (" Copy 1", ""):
        inhoud = bewerk(uitgevoerd, lambda xml, naam=andere_naam: _dubbel(xml, f"_ds_doel_{doel.merk}", naam))  # type: ignore[misc]
        doelen = breng_terug(inhoud, notitie).notitie.probleemgebieden[0].doelen
        assert len(doelen) == len(notitie.probleemgebieden[0].doelen) + 1
        assert [d.merk for d in doelen].count(doel.merk) == 1


def _dubbel(xml: str, naam: str, achter: str) -> str:
    begin = xml.rindex("<text:list-item", 0, xml.index(naam))
    punt = xml[begin : xml.index("</text:list-item>", begin) + len("</text:list-item>")]
    return xml.replace(punt, punt + punt.replace(naam, naam + achter))


@pytest.mark.parametrize("lees", [lees_notitie, lees_terug])
@pytest.mark.parametrize(
    ("deel", "bewerking", "zin"),
    [
        (
            "META-INF/manifest.xml",
            lambda xml: xml.replace("<manifest:file-entry", "<manifest:encryption-data/><manifest:file-entry", 1),
            "met een wachtwoord beveiligd",
        ),
        (
            "content.xml",
            lambda xml: xml.replace("?>", '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', 1),
            "DTD of entiteiten in content.xml",
        ),
        ("styles.xml", lambda xml: xml[: len(xml) // 2], "het deel styles.xml is geen geldige XML"),
        ("content.xml", lambda _: "<leeg/>", "de tekst van het document ontbreekt"),
    ],
    ids=["wachtwoord", "entiteit", "afgekapt", "leeg"],
)
def test_wat_niet_te_lezen_is(uitgevoerd: bytes, deel: str, bewerking: Bewerking, zin: str, lees: object) -> None:
    assert callable(lees)
    kapot = bewerk(uitgevoerd, bewerking, deel)
    with pytest.raises(LeesFout, match=zin):
        lees(kapot)


def test_diep_geneste_lijsten_en_tabellen_houden_op(uitgevoerd: bytes) -> None:
    diep = "<text:list><text:list-item>" * 80 + "<text:p>diep</text:p>" + "</text:list-item></text:list>" * 80
    breed = '<table:table><table:table-row table:number-rows-repeated="999999"><table:table-cell '
    breed += (
        'table:number-columns-repeated="999999"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
    )
    inhoud = bewerk(uitgevoerd, lambda xml: xml.replace("</office:text>", f"{diep}{breed}</office:text>"))
    assert lees_terug(inhoud) is not None
