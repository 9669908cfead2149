"""The life of a period: start, fill in, judge, close, change something, reopen."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.periode import OngeldigePeriode
from app.domain.periodestatus import Beoordeling, PeriodeStatus
from app.domain.voortgang import Kleur, Moment, Precisie, Status
from app.domain.voortgang_overzicht import Filter, VoortgangBeeld, Wat, gefilterd, tel
from app.models import Bron, Gebruiker, Logregel, Maatregel, Planningsmoment, Rapportageperiode, Rol, Voortgangsregel
from app.services.accounts.gebruiker_maken import maak_gebruiker
from app.services.logboek import OPDRACHTREGEL, Dader
from app.services.organisatie_maken import maak_organisatie
from app.services.voortgang import fouten
from app.services.voortgang.beeld import beeld_van
from app.services.voortgang.kleurdefinities import zet_kleurdefinities
from app.services.voortgang.maatregel_beheren import voeg_maatregel_toe, wijzig_maatregel
from app.services.voortgang.periode_openen import open_periode, wijzig_sluitdatum
from app.services.voortgang.periode_starten import start_periode, start_volgende_periode
from app.services.voortgang.periode_status import (
    heropen_periode,
    sluit_periode,
    zet_ter_controle,
    zet_terug_naar_open,
)
from app.services.voortgang.regel_beoordelen import keur_alles_goed, keur_regel_goed, stuur_regel_terug
from app.services.voortgang.regel_bewaren import bewaar_regel
from app.services.voortgang.regel_rijen import voeg_regel_toe
from app.services.voortgang.thema_beheren import voeg_thema_toe, wijzig_thema
from app.services.voortgang.vorige import vorige_periode

Tel = Callable[[], AbstractContextManager[Any]]


class Dorp:
    """A gemeente with one thema, three maatregelen and someone who owns the first."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.organisatie = maak_organisatie(session, slug="testdorp", naam="Testdorp", door=OPDRACHTREGEL)
        self.wie: Gebruiker = maak_gebruiker(
            session, email="a@testdorp.example", naam="Ada", rol=Rol.BELEIDSADVISEUR,
            organisatie=self.organisatie, wachtwoord="lang-genoeg-123",
        )  # fmt: skip
        self.door = Dader(self.wie.id, Bron.SCHERM)
        self.thema = voeg_thema_toe(session, organisatie_id=self.organisatie.id, naam="Samen", door=self.door)
        eigenaren = (self.wie.id, None, None)
        self.maatregelen = [
            voeg_maatregel_toe(
                session,
                thema=self.thema,
                waarden={"naam": f"Maatregel {letter}", "letter": letter, "eigenaar_id": eigenaar},
                door=self.door,
            )
            for letter, eigenaar in zip("abc", eigenaren, strict=True)
        ]

    def start(self, code: str) -> Rapportageperiode:
        return start_periode(self.session, organisatie_id=self.organisatie.id, code=code, door=self.door).periode

    def regel(self, periode: Rapportageperiode, letter: str) -> Voortgangsregel:
        keuze = select(Voortgangsregel).join(Maatregel, Maatregel.id == Voortgangsregel.maatregel_id)
        return self.session.scalars(
            keuze.where(Voortgangsregel.periode_id == periode.id, Maatregel.letter == letter)
        ).one()

    def bewaar(self, regel: Voortgangsregel, **waarden: Any) -> bool:
        return bewaar_regel(self.session, regel=regel, waarden=waarden, door=self.door)

    def vul(self, periode: Rapportageperiode) -> None:
        self.bewaar(self.regel(periode, "a"), voortgang="Het loopt.", planning="Doorlopend")
        self.bewaar(self.regel(periode, "b"), voortgang="Klaar.", planning="Afgerond")
        self.bewaar(self.regel(periode, "c"), voortgang="Komt nog.", planning="1 januari 2020\nQ2 2020")

    def sluit(self, periode: Rapportageperiode) -> VoortgangBeeld:
        keur_alles_goed(self.session, periode=periode, door=self.door)
        zet_ter_controle(self.session, periode=periode, door=self.door)
        return sluit_periode(self.session, periode=periode, door=self.door)

    def log(self) -> list[str]:
        return list(self.session.scalars(select(Logregel.omschrijving).order_by(Logregel.id)))


@pytest.fixture
def dorp(session: Session) -> Dorp:
    return Dorp(session)


def per_letter(beeld: VoortgangBeeld) -> dict[str | None, Any]:
    return {m.letter: m.regels[0] for m in beeld.maatregelen}


def test_first_period_asks_for_every_maatregel(dorp: Dorp, session: Session) -> None:
    gestart = start_periode(session, organisatie_id=dorp.organisatie.id, code="2019-h1", door=dorp.door)
    assert (gestart.meegenomen, gestart.nieuw, gestart.periode.code) == (0, 3, "2019-H1")
    assert (gestart.periode.van, gestart.periode.tot) == (date(2019, 1, 1), date(2019, 6, 30))
    assert gestart.periode.sluit_op == date(2019, 7, 31)
    assert [(n.eigenaar, [m.letter for m in n.maatregelen]) for n in gestart.te_rapporteren] == [
        ("Ada", ["a"]),
        (None, ["b", "c"]),
    ]


@pytest.mark.parametrize(
    ("code", "dag"),
    [("2019-H2", "2020-01-31"), ("2020-Q1", "2020-04-30"), ("2020-Q3", "2020-10-31"), ("2019", "2020-01-31")],
)
def test_closes_a_month_after_it_ends(dorp: Dorp, session: Session, code: str, dag: str) -> None:
    periode = open_periode(session, organisatie_id=dorp.organisatie.id, code=code, door=dorp.door)
    assert periode.sluit_op.isoformat() == dag


def test_refuses_a_period_twice_and_what_is_none(dorp: Dorp, session: Session) -> None:
    dorp.start("2019-H1")
    with pytest.raises(fouten.PeriodeBestaatAl, match="2019-H1 bestaat al"):
        open_periode(session, organisatie_id=dorp.organisatie.id, code="2019-H1", door=dorp.door)
    with pytest.raises(fouten.PeriodeBestaatAl, match="al gestart"):
        dorp.start("2019-H1")
    with pytest.raises(OngeldigePeriode, match="2019-H3"):
        dorp.start("2019-H3")
    with pytest.raises(fouten.OngeldigeSluitdatum, match="1 juli 2019"):
        open_periode(
            session, organisatie_id=dorp.organisatie.id, code="2019-H2", sluit_op=date(2019, 7, 1), door=dorp.door
        )
    assert session.scalar(select(func.count()).select_from(Rapportageperiode)) == 1


def test_planning_gives_momenten_and_status(dorp: Dorp) -> None:
    periode = dorp.start("2019-H1")
    dorp.vul(periode)
    regel = dorp.regel(periode, "c")
    assert (regel.status, regel.beoordeling) == (Status.GEPLAND, Beoordeling.INGEVULD)
    assert [(m.van, m.tot, m.precisie) for m in regel.momenten] == [
        (date(2020, 1, 1), date(2020, 1, 1), Precisie.DAG),
        (date(2020, 4, 1), date(2020, 6, 30), Precisie.KWARTAAL),
    ]
    assert dorp.bewaar(regel, planning="Q2 2020\n 1 januari 2020 ") is True
    assert [m.precisie for m in regel.momenten] == [Precisie.KWARTAAL, Precisie.DAG]
    assert regel.planning == "Q2 2020\n1 januari 2020"
    assert dorp.bewaar(regel, planning="Q2 2020\n1 januari 2020") is False


def test_a_status_set_by_hand_stays_when_the_planning_changes(dorp: Dorp) -> None:
    periode = dorp.start("2019-H1")
    regel = dorp.regel(periode, "a")
    dorp.bewaar(regel, voortgang="Bezig.", planning="2020", status=Status.IN_UITVOERING)
    dorp.bewaar(regel, planning="2021")
    assert regel.status is Status.IN_UITVOERING
    dorp.bewaar(regel, planning="Uitgesteld", status=None)
    assert regel.status is Status.UITGESTELD
    dorp.bewaar(regel, planning="Afgerond")
    assert regel.status is Status.AFGEROND


def test_oranje_and_rood_ask_why(dorp: Dorp) -> None:
    regel = dorp.regel(dorp.start("2019-H1"), "a")
    with pytest.raises(fouten.UitlegOntbreekt, match="Bij rood horen") as fout:
        dorp.bewaar(regel, voortgang="Stokt.", kleur=Kleur.ROOD, oorzaak="Ziekte", gevolg=" ")
    assert fout.value.velden == ("gevolg", "bijsturing")
    assert (regel.kleur, regel.voortgang) == (None, "")
    dorp.bewaar(regel, voortgang="Stokt.", kleur=Kleur.ROOD, oorzaak="o", gevolg="g", bijsturing="b")
    assert regel.kleur is Kleur.ROOD
    with pytest.raises(fouten.UitlegOntbreekt):
        dorp.bewaar(regel, bijsturing="")
    assert dorp.bewaar(regel, kleur=Kleur.GROEN, bijsturing="")


def test_a_row_without_text_is_not_reported(dorp: Dorp) -> None:
    regel = dorp.regel(dorp.start("2019-H1"), "a")
    dorp.bewaar(regel, planning="2020")
    assert (regel.beoordeling, regel.status) == (Beoordeling.IN_TE_VULLEN, Status.GEPLAND)
    dorp.bewaar(regel, voortgang="Nu wel.")
    assert regel.beoordeling is Beoordeling.INGEVULD


def test_the_manager_returns_and_approves(dorp: Dorp, session: Session) -> None:
    periode = dorp.start("2019-H1")
    regel = dorp.regel(periode, "a")
    with pytest.raises(fouten.OngeldigeStap, match="nog niet ingevuld"):
        keur_regel_goed(session, regel=regel, door=dorp.door)
    dorp.vul(periode)
    with pytest.raises(fouten.OpmerkingOntbreekt):
        stuur_regel_terug(session, regel=regel, opmerking="  ", door=dorp.door)
    zet_ter_controle(session, periode=periode, door=dorp.door)
    with pytest.raises(fouten.RegelDicht, match="ter controle"):
        dorp.bewaar(regel, voortgang="Toch anders.")
    stuur_regel_terug(session, regel=regel, opmerking="Hoeveel gezinnen?", door=dorp.door)
    assert (regel.beoordeling, regel.opmerking) == (Beoordeling.TERUGGESTUURD, "Hoeveel gezinnen?")
    dorp.bewaar(regel, voortgang="Het loopt, met 12 gezinnen.")
    assert (regel.beoordeling, regel.opmerking) == (Beoordeling.INGEVULD, "Hoeveel gezinnen?")
    keur_regel_goed(session, regel=regel, door=dorp.door)
    assert (regel.beoordeling, regel.opmerking) == (Beoordeling.AKKOORD, "")
    with pytest.raises(fouten.OngeldigeStap, match="al akkoord"):
        keur_regel_goed(session, regel=regel, door=dorp.door)
    assert dorp.log()[-3:] == [
        "Voortgang 2019-H1 van 1a Maatregel a teruggestuurd",
        "Voortgang 2019-H1 van 1a Maatregel a ingevuld",
        "Voortgang 2019-H1 van 1a Maatregel a goedgekeurd",
    ]


def test_changing_an_approved_row_asks_for_approval_again(dorp: Dorp, session: Session) -> None:
    periode = dorp.start("2019-H1")
    dorp.vul(periode)
    keur_alles_goed(session, periode=periode, door=dorp.door)
    regel = dorp.regel(periode, "a")
    assert dorp.bewaar(regel, voortgang="Het loopt.") is False
    assert regel.beoordeling is Beoordeling.AKKOORD
    dorp.bewaar(regel, voortgang="Het loopt beter.")
    assert regel.beoordeling is Beoordeling.INGEVULD


def test_only_the_steps_that_exist(dorp: Dorp, session: Session) -> None:
    periode = dorp.start("2019-H1")
    with pytest.raises(fouten.OngeldigeStap, match="is open en kan niet naar gesloten"):
        sluit_periode(session, periode=periode, door=dorp.door)
    with pytest.raises(fouten.OngeldigeStap):
        heropen_periode(session, periode=periode, reden="zomaar", door=dorp.door)
    zet_ter_controle(session, periode=periode, door=dorp.door)
    with pytest.raises(fouten.OngeldigeStap):
        zet_ter_controle(session, periode=periode, door=dorp.door)
    zet_terug_naar_open(session, periode=periode, door=dorp.door)
    assert periode.status is PeriodeStatus.OPEN


def test_closing_asks_for_approval_or_for_an_explicit_decision(dorp: Dorp, session: Session) -> None:
    periode = dorp.start("2019-H1")
    dorp.vul(periode)
    keur_regel_goed(session, regel=dorp.regel(periode, "a"), door=dorp.door)
    zet_ter_controle(session, periode=periode, door=dorp.door)
    with pytest.raises(fouten.NietAllesAkkoord, match="2 regels zijn nog niet akkoord") as fout:
        sluit_periode(session, periode=periode, door=dorp.door)
    assert fout.value.regels == ("1b Maatregel b: ingevuld", "1c Maatregel c: ingevuld")
    assert (periode.status, periode.momentopname) == (PeriodeStatus.TER_CONTROLE, None)
    sluit_periode(session, periode=periode, door=dorp.door, toch=True)
    assert periode.status is PeriodeStatus.GESLOTEN
    laatste = session.scalars(select(Logregel).order_by(Logregel.id.desc())).first()
    assert laatste is not None
    assert laatste.nieuw == {"niet akkoord": ["1b Maatregel b: ingevuld", "1c Maatregel c: ingevuld"]}


def test_a_closed_period_shows_what_was_frozen(dorp: Dorp, session: Session) -> None:
    periode = dorp.start("2019-H1")
    zet_kleurdefinities(
        session, organisatie_id=dorp.organisatie.id, teksten={Kleur.ROOD: "Het lukt niet."}, door=dorp.door
    )
    dorp.vul(periode)
    dorp.bewaar(dorp.regel(periode, "a"), kleur=Kleur.ROOD, oorzaak="o", gevolg="g", bijsturing="b")
    bevroren = dorp.sluit(periode)
    assert bevroren.periode.gesloten_door == "Ada"
    assert bevroren.kleurdefinities == {Kleur.ROOD: "Het lukt niet."}
    session.commit()
    session.expire_all()
    assert beeld_van(session, periode) == bevroren

    wijzig_thema(session, thema=dorp.thema, naam="Anders", door=dorp.door)
    wijzig_maatregel(session, maatregel=dorp.maatregelen[0], waarden={"naam": "Nieuw", "letter": "z"}, door=dorp.door)
    dorp.wie.naam = "Beatrix"
    zet_kleurdefinities(session, organisatie_id=dorp.organisatie.id, teksten={Kleur.ROOD: ""}, door=dorp.door)
    dorp.regel(periode, "b").voortgang = "Buiten de diensten om gewijzigd."
    session.commit()
    session.expire_all()
    assert beeld_van(session, periode) == bevroren
    assert [m.aanduiding for m in beeld_van(session, periode).maatregelen] == ["1a", "1b", "1c"]


def test_a_closed_period_refuses_everything(dorp: Dorp, session: Session) -> None:
    periode = dorp.start("2019-H1")
    dorp.vul(periode)
    dorp.sluit(periode)
    regel = dorp.regel(periode, "a")
    for doe in (
        lambda: dorp.bewaar(regel, voortgang="Te laat."),
        lambda: keur_regel_goed(session, regel=regel, door=dorp.door),
        lambda: stuur_regel_terug(session, regel=regel, opmerking="Nee", door=dorp.door),
        lambda: keur_alles_goed(session, periode=periode, door=dorp.door),
        lambda: voeg_regel_toe(session, periode=periode, maatregel=dorp.maatregelen[0], door=dorp.door),
        lambda: start_periode(session, organisatie_id=dorp.organisatie.id, code="2019-H1", door=dorp.door),
    ):
        with pytest.raises(fouten.PeriodeGesloten, match="2019-H1 is gesloten"):
            doe()
    with pytest.raises(fouten.OngeldigeSluitdatum):
        wijzig_sluitdatum(session, periode=periode, sluit_op=date(2020, 1, 1), door=dorp.door)


def test_reopening_asks_why_and_shows_the_tables_again(dorp: Dorp, session: Session) -> None:
    periode = dorp.start("2019-H1")
    dorp.vul(periode)
    dorp.sluit(periode)
    wijzig_thema(session, thema=dorp.thema, naam="Anders", door=dorp.door)
    with pytest.raises(fouten.RedenOntbreekt):
        heropen_periode(session, periode=periode, reden=" ", door=dorp.door)
    heropen_periode(session, periode=periode, reden="Cijfer klopt niet", door=dorp.door)
    assert (periode.status, periode.gesloten_op) == (PeriodeStatus.TER_CONTROLE, None)
    assert dorp.log()[-1] == "Periode 2019-H1 heropend: Cijfer klopt niet"
    assert beeld_van(session, periode).themas[0].naam == "Anders"
    opnieuw = sluit_periode(session, periode=periode, door=dorp.door)
    assert beeld_van(session, periode) == opnieuw
    assert opnieuw.themas[0].naam == "Anders"


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
