"""The changes between two versions as a file: Word tracks them, and accepting or refusing all gives either text."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from app.domain import structuur as s
from app.domain.notitie.vergelijking import vergelijk
from app.writing.document import Document
from app.writing.documenten.notitie_vergelijking import Versie, vergelijking_document
from app.writing.formaten import FORMATEN, schrijf

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OUD = s.Probleemgebied(
    1,
    "Wonen",
    ist=["te weinig huizen", "oude schuren"],
    doelen=[s.Doel(1, "bouw meer huizen in het dorp", merk="a"), s.Doel(2, "sloop schuren", merk="b")],
    interventies=[s.Interventie(1, "grond kopen", [s.Onderdeel("a", "weiland", "o")], "i")],
    toelichting="eerste regel\ntweede regel",
    merk="g",
)
NIEUW = replace(
    OUD,
    doelen=[s.Doel(1, "leg fietspaden aan", merk="c"), s.Doel(2, "bouw veel meer huizen in het dorp", merk="a")],
    interventies=[s.Interventie(1, "grond kopen", [], "i")],
    toelichting="eerste regel\nderde <regel>\x00",
    opdracht={s.Opdrachtnemer.LOKAAL: s.Opdracht([], [s.Verwijzing(2)]), s.Opdrachtnemer.RIGG: s.Opdracht()},
)
ANDER = s.Probleemgebied(2, "Werk", doelen=[s.Doel(1, "meer banen")], merk="w")


def document(oud: s.Probleemgebied = OUD, nieuw: s.Probleemgebied = NIEUW) -> Document:
    een, ander = s.Notitie("Plan", probleemgebieden=[oud]), s.Notitie("Plan", probleemgebieden=[nieuw, ANDER])
    return vergelijking_document(
        vergelijk(een, ander),
        titel="Plan",
        organisatie="Noordwoude",
        datum=date(2020, 5, 20),
        van=Versie("versie 1", "vastgesteld"),
        naar=Versie("versie 2", "concept"),
    )


def romp(inhoud: bytes) -> etree._Element:
    return etree.fromstring(ZipFile(BytesIO(inhoud)).read("word/document.xml"))


def alineas(wortel: etree._Element, *, zonder: str, weg: str) -> list[str]:
    """What is left when every change is accepted (without del) or refused (without ins)."""
    uit = []
    for alinea in wortel.iter(f"{W}p"):
        if alinea.find(f"{W}pPr/{W}rPr/{W}{weg}") is not None:
            continue
        delen = [
            deel.text if deel.tag != f"{W}br" else "\n"
            for deel in alinea.iter(f"{W}t", f"{W}delText", f"{W}br")
            if not any(ouder.tag == f"{W}{zonder}" for ouder in deel.iterancestors())
        ]
        uit.append("".join(delen))
    return uit


def test_alles_aannemen_of_weigeren_geeft_de_ene_of_de_andere_tekst() -> None:
    wortel = romp(schrijf(document(), "docx"))
    nieuw = "\n".join(alineas(wortel, zonder="del", weg="del"))
    oud = "\n".join(alineas(wortel, zonder="ins", weg="ins"))
    for tekst in ("leg fietspaden aan", "bouw veel meer huizen in het dorp", "derde <regel>", "meer banen"):
        assert tekst in nieuw
        assert tekst not in oud
    for tekst in ("sloop schuren", "bouw meer huizen in het dorp", "tweede regel", "weiland"):
        assert tekst in oud
        assert tekst not in nieuw
    assert "grond kopen" in oud
    assert "grond kopen" in nieuw


def test_elke_wijziging_heeft_een_nummer_een_naam_en_een_dag() -> None:
    sporen = list(romp(schrijf(document(), "docx")).iter(f"{W}ins", f"{W}del"))
    nummers = [spoor.get(f"{W}id") for spoor in sporen]
    assert len(nummers) == len(set(nummers)) > 8
    assert {(spoor.get(f"{W}author"), spoor.get(f"{W}date")) for spoor in sporen} == {
        ("Noordwoude", "2020-05-20T00:00:00Z")
    }
    for tekst in romp(schrijf(document(), "docx")).iter(f"{W}t"):
        assert not any(ouder.tag == f"{W}del" for ouder in tekst.iterancestors())


@pytest.mark.parametrize("formaat", FORMATEN)
def test_elk_formaat_zegt_het(formaat: str) -> None:
    inhoud = schrijf(document(), formaat)
    assert len(inhoud) > 500
    if formaat in ("csv", "json"):
        tekst = inhoud.decode("utf-8-sig")
        for zin in ("sloop schuren", "leg fietspaden aan", "verwijderd", "Doel 2"):
            assert zin in tekst


def test_namen_zeggen_ook_zonder_kleur_wat_er_gebeurde() -> None:
    uit = " ".join(alineas(romp(schrijf(document(), "docx")), zonder="niets", weg="niets"))
    for naam in (
        "Doel 1 (nieuw)",
        "Doel 2 (was Doel 1)",
        "Doel 2 (verwijderd)",
        "Werk (nieuw)",
        "Onderdeel 1a (verwijderd)",
    ):
        assert naam in uit
    assert "Gelijk gebleven: Ist." in uit


def test_zonder_verschil_staat_dat_er() -> None:
    een = s.Notitie("Plan", probleemgebieden=[OUD])
    uit = vergelijking_document(
        vergelijk(een, een),
        titel="Plan",
        organisatie="",
        datum=date(2020, 5, 20),
        van=Versie("versie 1", "vastgesteld"),
        naar=Versie("versie 1", "vastgesteld"),
    )
    assert "Er is geen verschil tussen deze versies." in alineas(romp(schrijf(uit, "docx")), zonder="del", weg="del")
