"""The made-up voortgang that speed is measured on: whole, the same every time, and as the product would store it."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.voortgang.overzicht import MaatregelBeeld, RegelBeeld, VoortgangBeeld, tel
from app.models import Beoordeling, Bron, Maatregel, PeriodeStatus, Planningsmoment, Rapportageperiode, Voortgangsregel
from app.services.logboek import Dader
from app.services.voortgang.beeld import beeld_van
from app.services.voortgang.periode_status import sluit_periode, zet_ter_controle
from app.services.voortgang.regel_vullen import als_moment, gelezen
from scripts.regio import Gemeente, Voortgang, maak_regio, maak_voortgang

DOOR = Dader(gebruiker_id=None, bron=Bron.OPDRACHTREGEL)
MAATREGELEN, PERIODES = 25, 3


@pytest.fixture
def gemeente(session: Session) -> Gemeente:
    return maak_regio(session, gemeenten=1, logregels=0).gemeenten[0]


@pytest.fixture
def voortgang(session: Session, gemeente: Gemeente) -> Voortgang:
    return maak_voortgang(session, gemeente, maatregelen=MAATREGELEN, periodes=PERIODES)


def periodes(session: Session, voortgang: Voortgang) -> list[Rapportageperiode]:
    return [session.get_one(Rapportageperiode, id_) for id_ in voortgang.periodes]


def beelden(session: Session, voortgang: Voortgang) -> list[VoortgangBeeld]:
    return [beeld_van(session, periode) for periode in periodes(session, voortgang)]


def test_every_maatregel_has_a_row_in_every_period(session: Session, voortgang: Voortgang) -> None:
    assert voortgang.codes == ("2011-H1", "2011-H2", "2012-H1")
    rij = periodes(session, voortgang)
    assert [periode.code for periode in rij] == list(voortgang.codes)
    assert [periode.status for periode in rij] == [PeriodeStatus.TER_CONTROLE] * 2 + [PeriodeStatus.OPEN]
    assert len(set(voortgang.maatregelen)) == MAATREGELEN
    for beeld in beelden(session, voortgang):
        assert (tel(beeld).maatregelen, tel(beeld).regels) == (MAATREGELEN, MAATREGELEN)
        assert len(beeld.themas) == 7
        assert sorted(m.id for m in beeld.maatregelen) == sorted(voortgang.maatregelen)


def test_the_adviseur_owns_every_maatregel(session: Session, gemeente: Gemeente, voortgang: Voortgang) -> None:
    eigenaren = {m.eigenaar.email for m in session.scalars(select(Maatregel)) if m.eigenaar}
    assert eigenaren == {gemeente.adviseur}
    assert {m.organisatie_id for m in session.scalars(select(Maatregel))} == {gemeente.organisatie_id}


def test_only_the_last_period_still_asks_for_something(session: Session, voortgang: Voortgang) -> None:
    eerste, tweede, laatste = (tel(beeld) for beeld in beelden(session, voortgang))
    for telling in (eerste, tweede):
        assert telling.per_beoordeling[Beoordeling.AKKOORD] == MAATREGELEN
    assert all(
        laatste.per_beoordeling[b] for b in (Beoordeling.IN_TE_VULLEN, Beoordeling.INGEVULD, Beoordeling.AKKOORD)
    )
    leeg = [r for r in beelden(session, voortgang)[-1].regels if not r.ingevuld]
    assert {(r.voortgang, r.kleur) for r in leeg} == {("", None)}


def test_dates_are_what_the_screens_read_in_the_planning(session: Session, voortgang: Voortgang) -> None:
    regels = session.scalars(select(Voortgangsregel)).all()
    assert session.scalar(select(func.count()).select_from(Planningsmoment)) > 0
    for regel in regels:
        momenten = list(gelezen(regel.planning, regel.periode).momenten)
        assert [als_moment(moment) for moment in regel.momenten] == momenten, regel.planning


def test_of_every_three_maatregelen_about_one_gets_another_status(session: Session, voortgang: Voortgang) -> None:
    tweede = beelden(session, voortgang)[1]
    anders = [r for r in tweede.regels if r.vorige and r.vorige.status is not r.status]
    assert MAATREGELEN // 3 <= len(anders) <= MAATREGELEN // 3 + 1


def test_the_same_again_for_another_gemeente(session: Session, voortgang: Voortgang) -> None:
    ander = maak_regio(session, gemeenten=1, logregels=0, slug="elders").gemeenten[0]
    nog_eens = maak_voortgang(session, ander, maatregelen=MAATREGELEN, periodes=PERIODES)
    teksten = [
        [
            (m.aanduiding, m.naam, r.voortgang, r.planning, r.status, r.kleur, r.momenten, r.oorzaak)
            for m, r in _rijen(b)
        ]
        for b in (*beelden(session, voortgang), *beelden(session, nog_eens))
    ]
    assert teksten[:PERIODES] == teksten[PERIODES:]


def test_such_a_period_can_be_closed(session: Session, voortgang: Voortgang) -> None:
    periode = periodes(session, voortgang)[-1]
    zet_ter_controle(session, periode=periode, door=DOOR)
    voor = tel(beeld_van(session, periode))
    sluit_periode(session, periode=periode, door=DOOR, toch=True, vandaag=periode.sluit_op)
    session.commit()
    bevroren = tel(beeld_van(session, periode))
    assert (bevroren.per_status, bevroren.per_kleur) == (voor.per_status, voor.per_kleur)


def _rijen(beeld: VoortgangBeeld) -> list[tuple[MaatregelBeeld, RegelBeeld]]:
    return [(maatregel, regel) for maatregel in beeld.maatregelen for regel in maatregel.regels]
