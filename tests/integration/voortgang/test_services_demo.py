"""The demonstration data: the facts of the real half-year report, and a second period that differs from it."""

import json
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.voortgang.overzicht import Filter, VoortgangBeeld, gefilterd, nog_te_doen, tel
from app.domain.voortgang.periodestatus import Beoordeling, PeriodeStatus
from app.domain.voortgang.structuur import Kleur
from app.models import Organisatie, Rapportageperiode
from app.reading.seeds.lezen import Seeds
from app.services.voortgang.beeld import beeld_van
from tests.voorwaarden import bronnen


@pytest.fixture
def beelden(demo: Seeds, session: Session) -> dict[str, VoortgangBeeld]:
    keuze = select(Rapportageperiode).join(Organisatie).where(Organisatie.slug == "het-hogeland")
    return {periode.code: beeld_van(session, periode) for periode in session.scalars(keuze)}


def test_the_first_period_has_the_facts_of_the_report(beelden: dict[str, VoortgangBeeld]) -> None:
    bestand = bronnen() / "halfjaarrapportage-noordoostpolder-2019-h1.json"
    waarheid: dict[str, Any] = json.loads(bestand.read_text(encoding="utf-8"))
    beeld = beelden["2019-H1"]
    assert [(t.nummer, [m.letter for m in t.maatregelen]) for t in beeld.themas] == [
        (t["nummer"], [m["letter"] for m in t["maatregelen"]]) for t in waarheid["themas"]
    ]
    echt = [regel for t in waarheid["themas"] for m in t["maatregelen"] for regel in m["regels"]]
    assert [regel.status for regel in beeld.regels] == [regel["status"] for regel in echt]
    assert [[_moment(m) for m in regel.momenten] for regel in beeld.regels] == [regel["momenten"] for regel in echt]


def _moment(moment: Any) -> dict[str, Any]:
    if moment.herhaling:
        return {"herhaling": moment.herhaling}
    van, tot = (dag.isoformat() if dag else None for dag in (moment.van, moment.tot))
    return {"van": van, "tot": tot, "precisie": moment.precisie.value}


def test_the_first_period_is_frozen(beelden: dict[str, VoortgangBeeld]) -> None:
    beeld = beelden["2019-H1"]
    assert (beeld.periode.status, beeld.periode.gesloten_door) == (PeriodeStatus.GESLOTEN, "Manager Het Hogeland")
    tellingen = tel(beeld)
    assert (tellingen.maatregelen, tellingen.regels, tellingen.niet_ingevuld) == (19, 20, 0)
    assert tellingen.per_beoordeling[Beoordeling.AKKOORD] == 20
    assert set(beeld.kleurdefinities) == set(Kleur)
    assert len([m for m in beeld.maatregelen if m.interventies]) >= 7


def test_the_second_period_shows_everything_at_once(beelden: dict[str, VoortgangBeeld]) -> None:
    beeld = beelden["2019-H2"]
    tellingen = tel(beeld)
    assert (tellingen.regels, tellingen.niet_ingevuld) == (18, 5)
    assert tellingen.per_beoordeling[Beoordeling.TERUGGESTUURD] == 1
    assert (tellingen.per_kleur[Kleur.ORANJE], tellingen.per_kleur[Kleur.ROOD]) == (2, 1)
    assert all(r.bijsturing for r in beeld.regels if r.kleur and r.kleur.vraagt_uitleg)
    assert tellingen.te_laat >= 2
    assert 10 <= tellingen.veranderd < 18
    assert [m.aanduiding for m in beeld.zonder_regel] == ["1b"]
    onveranderd = gefilterd(beeld, Filter(themas=frozenset({2}))).maatregelen[0].regels[0]
    assert (onveranderd.ingevuld, [v.wat.value for v in onveranderd.veranderingen]) == (True, ["kleur"][:0])
    assert {wie.eigenaar for wie in nog_te_doen(beeld)} >= {"Beleidsadviseur Het Hogeland", "Manager Het Hogeland"}


def test_no_planning_of_the_seeds_is_left_unread(demo: Seeds) -> None:
    from app.domain.planning.lezen import lees_planning

    [seed] = demo.voortgang
    niet = [
        (regel.maatregel, planning.niet_begrepen)
        for periode in seed.voortgang.periodes
        for regel in periode.regels
        if regel.planning and (planning := lees_planning(regel.planning)).niet_begrepen
    ]
    assert niet == []
