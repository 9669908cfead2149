"""One period after another: what goes along, what differs, and the number of queries."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from app.domain.voortgang.overzicht import Filter, Wat, gefilterd, tel
from app.domain.voortgang.periodestatus import Beoordeling
from app.domain.voortgang.structuur import Kleur, Moment, Precisie, Status
from app.models import Maatregel, Planningsmoment, Rapportageperiode
from app.services.voortgang import fouten
from app.services.voortgang.beeld import beeld_van
from app.services.voortgang.maatregel_beheren import voeg_maatregel_toe
from app.services.voortgang.periode_starten import start_volgende_periode
from app.services.voortgang.periode_status import (
    sluit_periode,
    zet_ter_controle,
)
from app.services.voortgang.regel_bewaren import bewaar_regel
from app.services.voortgang.regel_rijen import voeg_regel_toe
from app.services.voortgang.vorige import vorige_periode
from tests.integration.voortgang.periodehulp import Dorp, Tel, per_letter


@pytest.fixture
def dorp(session: Session) -> Dorp:
    return Dorp(session)


def test_the_next_period_takes_along_what_is_not_finished(dorp: Dorp, session: Session) -> None:
    eerste = dorp.start("2019-H1")
    dorp.vul(eerste)
    dorp.bewaar(dorp.regel(eerste, "c"), kleur=Kleur.ORANJE, oorzaak="o", gevolg="g", bijsturing="b")
    nieuwe = voeg_maatregel_toe(
        session, thema=dorp.thema, waarden={"naam": "Later bedacht", "letter": "d"}, door=dorp.door
    )
    gestart = start_volgende_periode(session, na=eerste, door=dorp.door)
    assert (gestart.periode.code, gestart.meegenomen, gestart.nieuw) == ("2019-H2", 3, 0)
    regel = dorp.regel(gestart.periode, "c")
    assert (regel.voortgang, regel.planning, regel.status) == ("", "1 januari 2020\nQ2 2020", Status.GEPLAND)
    assert (regel.kleur, regel.beoordeling, len(regel.momenten)) == (None, Beoordeling.IN_TE_VULLEN, 2)
    beeld = beeld_van(session, gestart.periode)
    assert [m.letter for m in beeld.maatregelen] == ["a", "c", nieuwe.letter]
    [klaar] = beeld.zonder_regel
    assert (klaar.letter, klaar.laatste_status, klaar.laatste_periode) == ("b", Status.AFGEROND, "2019-H1")


def test_a_finished_maatregel_does_not_come_back_two_periods_later(dorp: Dorp, session: Session) -> None:
    eerste = dorp.start("2019-H1")
    dorp.vul(eerste)
    tweede = start_volgende_periode(session, na=eerste, door=dorp.door).periode
    derde = start_volgende_periode(session, na=tweede, door=dorp.door)
    assert [m.letter for m in beeld_van(session, derde.periode).maatregelen] == ["a", "c"]
    assert derde.nieuw == 0


def test_differences_with_the_period_before(dorp: Dorp, session: Session) -> None:
    eerste = dorp.start("2019-H1")
    dorp.vul(eerste)
    dorp.sluit(eerste)
    tweede = start_volgende_periode(session, na=eerste, door=dorp.door).periode
    assert tel(beeld_van(session, tweede)).veranderd == 0
    regel = dorp.regel(tweede, "a")
    dorp.bewaar(regel, voortgang="Het loopt.")
    dorp.bewaar(dorp.regel(tweede, "c"), voortgang="Begonnen.", planning="Q2 2020")
    nieuw = voeg_maatregel_toe(session, thema=dorp.thema, waarden={"naam": "Erbij", "letter": "d"}, door=dorp.door)
    beeld = beeld_van(session, tweede)
    rijen = per_letter(beeld)
    assert beeld.vorige is not None
    assert beeld.vorige.code == "2019-H1"
    assert (rijen["a"].veranderingen, rijen["a"].ingevuld) == ((), True)
    assert [v.wat for v in rijen["c"].veranderingen] == [Wat.VOORTGANG, Wat.PLANNING]
    assert rijen["c"].veranderingen[1].oud == "1 januari 2020\nQ2 2020"
    assert (rijen["d"].nieuw, rijen["d"].vorige) == (True, None)
    gewijzigd = gefilterd(beeld, Filter(veranderd=True))
    assert [m.id for m in gewijzigd.maatregelen] == [dorp.maatregelen[2].id, nieuw.id]


def test_the_comparison_reads_what_was_frozen(dorp: Dorp, session: Session) -> None:
    eerste = dorp.start("2019-H1")
    dorp.vul(eerste)
    dorp.sluit(eerste)
    tweede = start_volgende_periode(session, na=eerste, door=dorp.door).periode
    dorp.regel(eerste, "a").voortgang = "Buiten de diensten om gewijzigd."
    vorige = per_letter(beeld_van(session, tweede))["a"].vorige
    assert vorige.voortgang == "Het loopt."


def test_half_years_and_quarters_stand_side_by_side(dorp: Dorp, session: Session) -> None:
    half = dorp.start("2019-H1")
    dorp.vul(half)
    kwartaal = dorp.start("2019-Q3")
    assert vorige_periode(session, kwartaal) is None
    dorp.bewaar(dorp.regel(kwartaal, "a"), voortgang="Kwartaal.", planning="2021")
    tweede = dorp.start("2019-H2")
    assert vorige_periode(session, tweede) is half
    assert dorp.regel(tweede, "a").planning == "Doorlopend"
    # One that is added later, before the others, takes nothing from them.
    eerder = dorp.start("2018-H2")
    assert vorige_periode(session, eerder) is None
    assert vorige_periode(session, half) is eerder
    assert dorp.regel(half, "a").voortgang == "Het loopt."


def test_te_laat_is_judged_on_the_day_of_closing_at_the_latest(dorp: Dorp, session: Session) -> None:
    periode = dorp.start("2019-H1")
    dorp.bewaar(dorp.regel(periode, "a"), voortgang="x", planning="15 juli 2019")
    dorp.bewaar(dorp.regel(periode, "b"), voortgang="x", planning="1 september 2019")
    letters = {
        dag: {m.letter for m in beeld_van(session, periode, vandaag=dag).maatregelen if m.regels[0].te_laat}
        for dag in (date(2019, 7, 15), date(2019, 7, 16), date(2026, 1, 1))
    }
    assert list(letters.values()) == [set(), {"a"}, {"a"}]


def test_more_rows_for_one_maatregel_keep_apart(dorp: Dorp, session: Session) -> None:
    eerste = dorp.start("2019-H1")
    dorp.bewaar(dorp.regel(eerste, "a"), voortgang="Klaar.", planning="Afgerond")
    extra = voeg_regel_toe(session, periode=eerste, maatregel=dorp.maatregelen[0], door=dorp.door)
    dorp.bewaar(extra, voortgang="Loopt door.", planning="Jaarlijks")
    tweede = start_volgende_periode(session, na=eerste, door=dorp.door).periode
    [regel] = beeld_van(session, tweede).maatregelen[0].regels
    assert regel.volgorde == 2
    assert regel.vorige is not None
    assert (regel.vorige.voortgang, regel.momenten) == ("Loopt door.", (Moment(herhaling="jaarlijks"),))


def test_an_outdated_row_is_refused(dorp: Dorp, session: Session) -> None:
    regel = dorp.regel(dorp.start("2019-H1"), "a")
    gezien = regel.rev
    dorp.bewaar(regel, voortgang="Van een collega.")
    with pytest.raises(fouten.RegelIntussenGewijzigd, match="niets overschreven"):
        bewaar_regel(session, regel=regel, waarden={"voortgang": "Van mij."}, door=dorp.door, rev=gezien)
    assert regel.voortgang == "Van een collega."


def _groot(dorp: Dorp, aantal: int) -> Rapportageperiode:
    for nummer in range(aantal):
        dorp.thema.maatregelen.append(
            Maatregel(organisatie_id=dorp.organisatie.id, volgorde=10 + nummer, naam=f"Groot {nummer}")
        )
    dorp.session.flush()
    eerste = dorp.start("2019-H1")
    for regel in eerste.regels:
        regel.voortgang, regel.planning, regel.status = "Gedaan.", "2020", Status.GEPLAND
        regel.beoordeling = Beoordeling.AKKOORD
        regel.momenten.append(
            Planningsmoment(
                organisatie_id=regel.organisatie_id, volgorde=1, van=date(2020, 1, 1), tot=date(2020, 12, 31),
                precisie=Precisie.JAAR,
            )
        )  # fmt: skip
    dorp.session.flush()
    return eerste


@pytest.mark.parametrize("aantal", [2, 200])
def test_starting_showing_and_closing_take_a_fixed_number_of_queries(
    dorp: Dorp, session: Session, tel_queries: Tel, aantal: int
) -> None:
    eerste = _groot(dorp, aantal)
    session.commit()
    eerste = session.get_one(Rapportageperiode, eerste.id)
    zet_ter_controle(session, periode=eerste, door=dorp.door)
    with tel_queries() as sluiten:
        sluit_periode(session, periode=eerste, door=dorp.door)
    session.commit()
    with tel_queries() as starten:
        tweede = start_volgende_periode(session, na=eerste, door=dorp.door).periode
    session.commit()
    session.expire_all()
    with tel_queries() as tonen:
        beeld = beeld_van(session, tweede)
    assert (len(beeld.regels), beeld.regels[0].vorige is not None) == (aantal + 3, True)
    assert sluiten.aantal <= 20, sluiten.statements
    assert starten.aantal <= 40, starten.statements
    assert tonen.aantal <= 14, tonen.statements
