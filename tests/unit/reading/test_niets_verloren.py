"""Nothing is dropped silently: every line of a document is in the structure, or reported."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.notitie.structuur_json import als_dict
from app.reading.fouten import LeesFout
from app.reading.notitie.labels import herken, herken_nemer, is_koptekst
from app.reading.notitie.lezen import GelezenNotitie, lees_notitie
from app.reading.notitie.regels import Regel, maak_regels
from app.reading.plaats import Plaats
from app.reading.word.document import alle_teksten, lees_word
from app.reading.word.lezen import Alinea
from tests.unit.reading.bouw import schrijf
from tests.unit.reading.opmaak import Opmaak
from tests.unit.reading.pakket import alinea, met_tekst, rij, tabel
from tests.unit.reading.test_opmaak import OPMAKEN
from tests.unit.reading.voorbeeld import voorbeeld


def alle_waarden(waarde: Any) -> list[str]:
    if isinstance(waarde, dict):
        return [tekst for deel in waarde.values() for tekst in alle_waarden(deel)]
    if isinstance(waarde, list):
        return [tekst for deel in waarde for tekst in alle_waarden(deel)]
    return [waarde] if isinstance(waarde, str) else []


def overal(gelezen: GelezenNotitie) -> str:
    """All that the reader gives, the sources of what became numbers included."""
    bronnen = [tekst for pad, (_, tekst) in gelezen.bron.items() if pad.endswith(("/doelen", "/interventies", "/naam"))]
    herhaald = [tekst for pad, (_, tekst) in gelezen.bron.items() if "/opdracht/" in pad]
    delen = [*alle_waarden(als_dict(gelezen.notitie)), *bronnen, *herhaald]
    return " ".join(" ".join(delen).split())


def zoek(inhoud: bytes) -> list[str]:
    """The lines of the document that are nowhere in the result, with or without the mark before them."""
    tekst = overal(lees_notitie(inhoud))
    return [regel.ruw for regel in _regels(inhoud) if not any(vorm in tekst for vorm in _vormen(regel))]


def _regels(inhoud: bytes) -> list[Regel]:
    teksten = alle_teksten(lees_word(inhoud).blokken)
    regels = [regel for tekst in teksten for regel in maak_regels(Alinea(tekst, Plaats()))]
    return [regel for regel in regels if not _is_opbouw(regel.tekst)]


def _is_opbouw(tekst: str) -> bool:
    """Labels, column headings and "Geen." give the document its form and are no content."""
    bekend = herken(tekst, ruim=True) or herken_nemer(tekst) or is_koptekst(tekst)
    return bool(bekend) or tekst.strip(" .").casefold() in {"geen", ""}


def _vormen(regel: Regel) -> list[str]:
    vormen = [regel.tekst, regel.los[1] if regel.los else None, regel.dubbel[2] if regel.dubbel else None]
    voor, _, na = regel.tekst.partition(":")
    if na.strip() and (herken(voor) or herken_nemer(voor)):
        vormen.extend(deel.tekst for deel in maak_regels(Alinea(na.strip(), Plaats())))
    return [vorm for vorm in vormen if vorm]


@pytest.mark.parametrize("opmaak", OPMAKEN.values(), ids=OPMAKEN.keys())
def test_elke_regel_van_elke_opmaak_is_terug_te_vinden(opmaak: Opmaak) -> None:
    assert zoek(schrijf(voorbeeld(), opmaak)) == []


ETIKETTEN = ["Ist", "Soll:", "Doelen", "Indicatoren", "Interventies", "Opdracht", "Opdracht RIGG", "Lokaal", ""]
ETIKETTEN += ["Toelichting", "Kosten", "Prioriteit", "Maatregelen", "Onderdeel", "Wonen"]
MERKEN = ["", "1. ", "2) ", "a. ", "- ", "• ", "3 ", "1.1 ", "Realiseren doelen: ", "Lokaal: ", "Ist: ", "Doelen "]
LETTERS = "abcdefgh xyz123().,:"
WOORDEN = st.text(LETTERS, min_size=12, max_size=40).map(lambda tekst: "woord " + " ".join(tekst.split()))
REGEL = st.tuples(st.sampled_from(MERKEN), WOORDEN).map("".join)
VET = "<w:rPr><w:b/></w:rPr>"


def _vet(xml: str, vet: bool) -> str:
    return xml.replace("<w:r>", f"<w:r>{VET}") if vet else xml


LOSSE_ALINEA = st.tuples(st.one_of(REGEL, st.sampled_from(ETIKETTEN)), st.booleans()).map(
    lambda p: _vet(alinea(p[0]), p[1])
)
CEL = st.lists(LOSSE_ALINEA, min_size=1, max_size=4).map("".join)
RIJ = st.one_of(
    st.tuples(st.sampled_from(ETIKETTEN).map(alinea), CEL).map(lambda cellen: rij(*cellen)),
    st.lists(CEL, min_size=1, max_size=3).map(lambda cellen: rij(*cellen)),
)
TABEL = st.lists(RIJ, min_size=1, max_size=6).map(lambda rijen: tabel(*rijen))
GENEST = TABEL.map(lambda binnen: tabel(rij(alinea("Opdracht"), binnen + "<w:p/>")))
LICHAAM = st.lists(st.one_of(LOSSE_ALINEA, TABEL, GENEST), min_size=1, max_size=8).map("".join)


@settings(max_examples=50, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(LICHAAM)
def test_elke_regel_van_een_willekeurig_document_is_terug_te_vinden(lichaam: str) -> None:
    inhoud = met_tekst(lichaam)
    with suppress(LeesFout):
        assert zoek(inhoud) == []
