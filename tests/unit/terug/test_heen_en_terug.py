"""A notitie that was handed out and comes back untouched is the same notitie, to the letter."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from itertools import count
from typing import Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings

from app.domain import structuur as s
from app.domain.notitie.structuur_json import als_dict
from app.reading.notitie.lezen import lees_notitie
from app.reading.terug.bouw import bouw
from app.reading.terug.lezen import lees_terug
from app.reading.terug.uitkomst import Teruggebracht
from app.writing.documenten.notitie import notitie_document
from app.writing.formaten import schrijf
from tests.unit.terug.notities import HERKOMST, UITVOER, document, leesbare_notitie, notities


def nieuwe_merken() -> Callable[[], str]:
    nummers = count(1)
    return lambda: f"n{next(nummers):09d}"


def breng_terug(inhoud: bytes, basis: s.Notitie) -> Teruggebracht:
    terug = lees_terug(inhoud)
    assert terug is not None
    assert terug.uitvoer == UITVOER
    return bouw(terug, basis, nieuwe_merken())


def is_onveranderd(uit: Teruggebracht, basis: s.Notitie) -> None:
    """Also every merk, and nothing to tell."""
    assert anders(als_dict(basis), als_dict(uit.notitie)) == []
    assert (uit.meldingen, uit.niet_geplaatst, uit.opmerkingen, uit.wijzigingen) == ([], [], [], 0)


def anders(oud: Any, nieuw: Any, plek: str = "") -> list[str]:
    """Every place where the two differ: with what was there, and what is there."""
    if isinstance(oud, dict) and isinstance(nieuw, dict):
        return [regel for naam in oud | nieuw for regel in anders(oud.get(naam), nieuw.get(naam), f"{plek}.{naam}")]
    if isinstance(oud, list) and isinstance(nieuw, list) and len(oud) == len(nieuw):
        paren = enumerate(zip(oud, nieuw, strict=True))
        return [regel for i, paar in paren for regel in anders(*paar, f"{plek}[{i}]")]
    return [] if oud == nieuw else [f"{plek}: {oud!r} is {nieuw!r}"]


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(notities())
def test_een_notitie_komt_onveranderd_terug(notitie: s.Notitie) -> None:
    is_onveranderd(breng_terug(schrijf(document(notitie), "docx"), notitie), notitie)


def test_een_leesbare_notitie_ook_na_openen_en_bewaren_met_python_docx() -> None:
    notitie = leesbare_notitie()
    bewaard = BytesIO()
    docx.Document(BytesIO(schrijf(document(notitie), "docx"))).save(bewaard)
    is_onveranderd(breng_terug(bewaard.getvalue(), notitie), notitie)


@pytest.mark.parametrize("grootte", [2_000, 20_000])
def test_heel_lange_teksten(grootte: int) -> None:
    notitie = leesbare_notitie()
    gebied = notitie.probleemgebieden[0]
    gebied.doelen[1].tekst = "woord " * grootte
    gebied.toelichting = "\n".join(f"regel {nummer}" for nummer in range(grootte))
    is_onveranderd(breng_terug(schrijf(document(notitie), "docx"), notitie), notitie)


@pytest.mark.parametrize("veld", ["doelen_toelichting", "indicatoren_inleiding", "toelichting"])
def test_een_tekst_die_op_een_lijst_lijkt_blijft_een_tekst(veld: str) -> None:
    notitie = leesbare_notitie()
    setattr(notitie.probleemgebieden[0], veld, "Let op:\n1. eerst dit\na) dan dat\n• en dit\nDoelen: geen")
    is_onveranderd(breng_terug(schrijf(document(notitie), "docx"), notitie), notitie)


def test_een_los_probleemgebied_komt_onveranderd_terug() -> None:
    heel = leesbare_notitie()
    deel = replace(heel, inleiding="", probleemgebieden=heel.probleemgebieden[1:])
    inhoud = schrijf(notitie_document(deel, HERKOMST, als_deel=True), "docx")
    is_onveranderd(breng_terug(inhoud, deel), deel)


def test_wie_niet_weet_wat_er_was_leest_hetzelfde() -> None:
    """Another installation, which knows nothing of what was handed out, reads it as a new notitie."""
    notitie = leesbare_notitie()
    gelezen = lees_notitie(schrijf(document(notitie), "docx"))
    assert gelezen.notitie == notitie
    assert (gelezen.waarschuwingen, gelezen.niet_herkend) == ([], [])


def test_ook_zonder_merken_leest_de_gewone_lezer_bijna_hetzelfde() -> None:
    """What a program that drops bookmarks and properties leaves is still read as a notitie."""
    notitie = leesbare_notitie()
    zonder_uitvoer = notitie_document(notitie, replace(HERKOMST, uitvoer=""))
    inhoud = schrijf(replace(zonder_uitvoer, blokken=_zonder_merken(tuple(zonder_uitvoer.blokken)), merken={}), "docx")
    assert lees_terug(inhoud) is None
    gelezen = lees_notitie(inhoud).notitie
    zelfde = [gebied.doelen for gebied in gelezen.probleemgebieden], [g.opdracht for g in gelezen.probleemgebieden]
    assert zelfde == ([g.doelen for g in notitie.probleemgebieden], [g.opdracht for g in notitie.probleemgebieden])
    assert [g.prioriteit for g in gelezen.probleemgebieden] == [g.prioriteit for g in notitie.probleemgebieden]


def _zonder_merken(waarde: Any) -> Any:
    if isinstance(waarde, tuple):
        return tuple(map(_zonder_merken, waarde))
    if not is_dataclass(waarde) or isinstance(waarde, type):
        return waarde
    velden = {veld.name: _zonder_merken(getattr(waarde, veld.name)) for veld in fields(waarde)}
    return type(waarde)(**velden | {naam: type(velden[naam])() for naam in ("merk", "merken") if naam in velden})
