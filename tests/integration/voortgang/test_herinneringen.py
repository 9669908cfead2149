"""`flask herinneringen`, sending to a real server: who gets what, once, and what happens when it fails."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.models import Beoordeling, Frequentie, Gebruiker, Herinnering, HerinneringSoort, HerinneringStatus, db, nu
from app.services.voortgang.herinneringen import zet_klaar
from app.services.voortgang.herinneringen_versturen import pak_op
from app.services.voortgang.periode_status import sluit_periode, zet_ter_controle
from config import PROJECT, Mailserver
from tests.databases import SLEUTEL
from tests.integration.bewerkhulp import maak_gebruiker, maak_organisatie, tekst_van
from tests.integration.certificaten import maak_certificaat
from tests.integration.conftest import Teller
from tests.integration.posthulp import ADRES, AFZENDER, Brievenbus, brievenbus
from tests.integration.voortgang.schermhulp import DOOR, Wereld, maak_wereld, stel_beoordeling
from tests.integration.voortgang.test_services_gelijktijdig import tegelijk

JO, COL, MAX = (f"{naam}@testdorp.example" for naam in ("jo", "col", "max"))
DERTIG = "2020-01-01"  # the period of this world closes on 31 January 2020


@pytest.fixture
def wereld(app: Flask, session: Session) -> Wereld:
    return maak_wereld(app, session)


@pytest.fixture
def bus(app: Flask) -> Iterator[Brievenbus]:
    with brievenbus() as bus:
        stel_in(app, bus.poort)
        yield bus


def stel_in(app: Flask, poort: int) -> None:
    app.config["MAILSERVER"] = Mailserver("127.0.0.1", poort, False, AFZENDER)
    app.config["ADRES"] = ADRES


def draai(wereld: Wereld, datum: str = DERTIG) -> Result:
    wereld.session.commit()
    uit = wereld.app.test_cli_runner().invoke(args=["herinneringen", "--datum", datum])
    assert uit.exception is None or isinstance(uit.exception, SystemExit), uit.exception
    wereld.session.expire_all()
    return uit


def standen(wereld: Wereld) -> dict[HerinneringStatus, int]:
    keuze = select(Herinnering.status, func.count()).group_by(Herinnering.status)
    return dict(wereld.session.execute(keuze).all())


def kies(wereld: Wereld, naam: str, frequentie: Frequentie) -> None:
    wereld.een(Gebruiker, naam=naam).herinneringen = frequentie
    wereld.session.commit()


def test_wie_nog_iets_moet_doen_krijgt_een_mail_met_links(wereld: Wereld, bus: Brievenbus) -> None:
    uit = draai(wereld)
    assert (uit.exit_code, uit.output) == (0, "3 mails verstuurd.\n")
    assert bus.aan == [COL, JO, MAX]
    mail = bus.mail_aan("Jo")
    assert (mail["Subject"], mail["From"]) == ("Voortgang: 2019-H2 sluit binnenkort", AFZENDER)
    assert mail["Auto-Submitted"] == "auto-generated"
    tekst = mail.get_content().replace("\r\n", "\n")
    assert "Beste Jo," in tekst
    assert "De periode 2019-H2 sluit op 31 januari 2020. U moet nog 2 regels invullen." in tekst
    assert f"{ADRES}/voortgang/2019-H2\n" in tekst
    assert f"{ADRES}/instellingen\n" in tekst
    assert "Van anderen of zonder eigenaar: nog 3 regels in te vullen." in bus.mail_aan("Max").get_content().replace(
        "\r\n", "\n"
    )


def test_dertig_zeven_en_een_dag_elk_een_keer(wereld: Wereld, bus: Brievenbus) -> None:
    for datum, aantal in (
        ("2019-12-31", 0), ("2020-01-01", 3), ("2020-01-02", 0), ("2020-01-24", 3), ("2020-01-25", 0),
        ("2020-01-30", 3), ("2020-01-31", 0), ("2020-02-01", 0),
    ):  # fmt: skip
        bus.mails.clear()
        draai(wereld, datum)
        assert len(bus.mails) == aantal, datum


def test_een_voorbije_planning_gaat_naar_de_eigenaar_en_een_keer(wereld: Wereld, bus: Brievenbus) -> None:
    draai(wereld, "2020-04-01")
    assert bus.aan == [COL]
    regel = wereld.regel("Cijfers")
    tekst = bus.mail_aan("Col").get_content().replace("\r\n", "\n")
    assert "liep tot 31 maart 2020; de maatregel is nog niet afgerond." in tekst
    assert f"{ADRES}/voortgang/2019-H2/invullen?wie=alle#regel-{regel.id}" in tekst
    draai(wereld, "2020-04-02")
    assert len(bus.mails) == 1


def test_een_teruggestuurde_regel_staat_met_de_opmerking_in_dezelfde_mail(wereld: Wereld, bus: Brievenbus) -> None:
    stel_beoordeling(wereld, "Scholing", Beoordeling.TERUGGESTUURD, "Hoeveel\r\nmensen — en één datum?")
    draai(wereld)
    mail = bus.mail_aan("Jo")
    assert mail["Subject"] == "Voortgang: 2019-H2 sluit binnenkort, 1 regel teruggestuurd"
    assert "1b Scholing (2019-H2) terug. Opmerking: Hoeveel mensen — en één datum?" in mail.get_content().replace(
        "\r\n", "\n"
    )
    assert standen(wereld) == {HerinneringStatus.VERSTUURD: 4}


def test_hoogstens_een_mail_per_dag(wereld: Wereld, bus: Brievenbus) -> None:
    draai(wereld)
    stel_beoordeling(wereld, "Scholing", Beoordeling.TERUGGESTUURD, "Graag een getal.")
    draai(wereld)
    assert len(bus.mails) == 3
    draai(wereld, "2020-01-02")
    assert len(bus.mails) == 4
    assert "Graag een getal." in bus.mails[-1].get_content().replace("\r\n", "\n")


def test_wekelijks_is_hoogstens_een_mail_van_maandag_tot_en_met_zondag(wereld: Wereld, bus: Brievenbus) -> None:
    for naam in ("Col", "Max"):
        kies(wereld, naam, Frequentie.GEEN)
    kies(wereld, "Jo", Frequentie.WEKELIJKS)
    draai(wereld, "2020-01-01")  # a Wednesday
    stel_beoordeling(wereld, "Scholing", Beoordeling.TERUGGESTUURD, "Graag een getal.")
    draai(wereld, "2020-01-05")
    assert bus.aan == [JO]
    draai(wereld, "2020-01-06")
    assert bus.aan == [JO, JO]


def test_geen_is_geen_ook_niet_voor_wat_al_klaarstond(wereld: Wereld, app: Flask) -> None:
    app.config["MAILSERVER"] = None
    draai(wereld)
    for naam in ("Col", "Jo", "Max"):
        kies(wereld, naam, Frequentie.GEEN)
    with brievenbus() as bus:
        stel_in(app, bus.poort)
        draai(wereld)
        assert bus.mails == []
    assert standen(wereld) == {}


def test_zonder_mailserver_blijven_ze_klaarstaan(wereld: Wereld, app: Flask) -> None:
    app.config["MAILSERVER"] = None
    uit = draai(wereld)
    assert uit.exit_code == 0
    assert "Er is geen mailserver ingesteld" in uit.output
    assert "klaar voor 3 mensen" in uit.output
    assert standen(wereld) == {HerinneringStatus.KLAARGEZET: 3}
    with brievenbus() as bus:
        stel_in(app, bus.poort)
        draai(wereld)
        assert bus.aan == [COL, JO, MAX]


def test_wat_niet_meer_klopt_en_nog_niet_weg_is_vervalt(wereld: Wereld, app: Flask) -> None:
    app.config["MAILSERVER"] = None
    draai(wereld)
    stel_beoordeling(wereld, "Cijfers", Beoordeling.INGEVULD)
    draai(wereld)
    over = {h.gebruiker.naam: h.tekst for h in wereld.session.scalars(select(Herinnering))}
    assert over.keys() == {"Jo", "Max"}
    assert "nog 2 regels in te vullen. 1 regel wacht op uw oordeel." in over["Max"]


def test_wie_geweigerd_wordt_blijft_bewaard_en_de_rest_gaat_door(wereld: Wereld, bus: Brievenbus) -> None:
    bus.weigert = {JO}
    uit = draai(wereld)
    assert uit.exit_code == 1
    assert "2 mails verstuurd." in uit.output
    assert "1 mail is niet verstuurd" in uit.output
    assert "451 Nu even niet" in uit.output
    assert standen(wereld) == {HerinneringStatus.VERSTUURD: 2, HerinneringStatus.MISLUKT: 1}
    bus.weigert = set()
    draai(wereld)
    assert bus.aan == [COL, JO, MAX]
    assert standen(wereld) == {HerinneringStatus.VERSTUURD: 3}


def test_een_mail_met_meer_herinneringen_gaat_heel_of_niet(wereld: Wereld, bus: Brievenbus) -> None:
    stel_beoordeling(wereld, "Scholing", Beoordeling.TERUGGESTUURD, "Graag een getal.")
    bus.data_antwoord = "452 Vol"
    assert draai(wereld).exit_code == 1
    assert bus.mails == []
    assert standen(wereld) == {HerinneringStatus.MISLUKT: 4}
    bus.data_antwoord = "250 OK"
    draai(wereld)
    assert bus.aan == [COL, JO, MAX]


def test_een_onbereikbare_server_houdt_alles_vast_zonder_het_bij_ieder_te_proberen(wereld: Wereld, app: Flask) -> None:
    with brievenbus() as weg:
        stel_in(app, weg.poort)
    uit = draai(wereld)
    assert uit.exit_code == 1
    assert "De mailserver is niet te bereiken" in uit.output
    assert standen(wereld) == {HerinneringStatus.KLAARGEZET: 2, HerinneringStatus.MISLUKT: 1}
    with brievenbus() as bus:
        stel_in(app, bus.poort)
        draai(wereld)
        assert bus.aan == [COL, JO, MAX]


def test_een_vreemd_certificaat_houdt_alles_in_de_lijst_met_de_reden(
    wereld: Wereld, app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificaat = maak_certificaat(tmp_path)
    with brievenbus(tls=certificaat.server()) as bus:
        app.config["MAILSERVER"] = Mailserver("localhost", bus.poort, True, AFZENDER)
        app.config["ADRES"] = ADRES
        uit = draai(wereld)
        assert (uit.exit_code, bus.mails) == (1, [])
        assert "0 mails verstuurd." in uit.output
        reden = "Het certificaat van de mailserver localhost is door de server zelf ondertekend."
        assert f"1 mail is niet verstuurd en blijft bewaard voor een volgende keer. {reden}" in uit.output
        assert standen(wereld) == {HerinneringStatus.KLAARGEZET: 2, HerinneringStatus.MISLUKT: 1}
        assert reden in tekst_van(wereld.als("Max").get("/herinneringen"))
        monkeypatch.setenv("SSL_CERT_FILE", str(certificaat.pad))
        assert draai(wereld).exit_code == 0
        assert (bus.aan, bus.versleuteld) == ([COL, JO, MAX], [True] * 3)


def test_na_twee_jaar_gaat_weg_wat_verstuurd_is(wereld: Wereld, bus: Brievenbus) -> None:
    draai(wereld)  # of 1 January 2020
    draai(wereld, "2020-01-24")
    periode = wereld.periode()
    zet_ter_controle(wereld.session, periode=periode, door=DOOR)
    sluit_periode(wereld.session, periode=periode, toch=True, door=DOOR)
    draai(wereld, "2022-01-01")
    assert standen(wereld) == {HerinneringStatus.VERSTUURD: 6}
    draai(wereld, "2022-01-02")
    assert standen(wereld) == {HerinneringStatus.VERSTUURD: 3}
    draai(wereld, "2022-01-25")
    assert standen(wereld) == {}
    assert len(bus.mails) == 6


def test_wat_na_twee_jaar_nog_zo_is_blijft_en_gaat_niet_opnieuw(wereld: Wereld, bus: Brievenbus) -> None:
    draai(wereld, "2020-04-01")
    assert bus.aan == [COL]
    draai(wereld, "2022-06-01")  # the same planning still stands, and that of Scholing has passed too
    assert bus.aan == [COL, JO]
    assert standen(wereld) == {HerinneringStatus.VERSTUURD: 2}
    draai(wereld, "2024-07-01")
    assert len(bus.mails) == 2


def test_alleen_de_eigen_gemeente_wordt_opgeruimd(wereld: Wereld, app: Flask) -> None:
    """zet_klaar works on one organisatie; what waits is never too old."""
    app.config["MAILSERVER"] = None
    draai(wereld)
    ander = maak_organisatie(wereld.session, "anderdorp")
    wie = maak_gebruiker(wereld.session, ander)
    oud = {"status": HerinneringStatus.VERSTUURD, "verzonden_dag": date(2017, 1, 1)}
    vast = {"soort": HerinneringSoort.SLUIT, "tekst": "Sluit.", "periode": "2016-H2", "sleutel": "sluit:1"}
    wereld.session.add(Herinnering(organisatie_id=ander.id, gebruiker_id=wie.id, **vast, **oud))
    wereld.session.flush()
    zet_klaar(wereld.session, organisatie_id=wereld.organisatie, dag=date(2020, 1, 1))
    assert standen(wereld) == {HerinneringStatus.KLAARGEZET: 3, HerinneringStatus.VERSTUURD: 1}
    zet_klaar(wereld.session, organisatie_id=ander.id, dag=date(2020, 1, 1))
    assert standen(wereld) == {HerinneringStatus.KLAARGEZET: 3}


def test_wat_een_afgebroken_ronde_vasthield_komt_na_een_uur_vrij(wereld: Wereld, bus: Brievenbus) -> None:
    with wereld.session.begin_nested():
        zet_klaar(wereld.session, organisatie_id=wereld.organisatie, dag=date(2020, 1, 1))
    bezig = {"status": HerinneringStatus.BEZIG, "verzonden_dag": date(2020, 1, 1)}
    wereld.session.execute(update(Herinnering).values(bezig | {"opgepakt_op": nu() - timedelta(minutes=50)}))
    draai(wereld)
    assert bus.mails == []
    wereld.session.execute(update(Herinnering).values(opgepakt_op=nu() - timedelta(minutes=61)))
    draai(wereld)
    assert bus.aan == [COL, JO, MAX]


def test_twee_rondes_tegelijk_versturen_elke_mail_een_keer(wereld: Wereld, bus: Brievenbus) -> None:
    stel_beoordeling(wereld, "Scholing", Beoordeling.TERUGGESTUURD, "Graag een getal.")
    omgeving = os.environ | {
        "DATABASE_URL": wereld.app.config["SQLALCHEMY_DATABASE_URI"],
        "SECRET_KEY": SLEUTEL,
        "DOELSPOOR_SMTP_URL": f"smtp://127.0.0.1:{bus.poort}",
        "DOELSPOOR_AFZENDER": AFZENDER,
        "DOELSPOOR_ADRES": ADRES,
    }
    opdracht = [sys.executable, "-m", "flask", "--app", "wsgi", "herinneringen", "--datum", DERTIG]
    rondes = [
        subprocess.Popen(opdracht, cwd=PROJECT, env=omgeving, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        for _ in range(3)
    ]
    uitvoer = [ronde.communicate(timeout=90)[0].decode() for ronde in rondes]
    assert [ronde.returncode for ronde in rondes] == [0, 0, 0], uitvoer
    assert bus.aan == [COL, JO, MAX]
    assert standen(wereld) == {HerinneringStatus.VERSTUURD: 4}


def test_de_database_weigert_dezelfde_herinnering_twee_keer(wereld: Wereld) -> None:
    wie = wereld.een(Gebruiker, naam="Jo").id
    for _ in range(2):
        wereld.session.add(
            Herinnering(
                organisatie_id=wereld.organisatie,
                gebruiker_id=wie,
                sleutel="sluit:1",
                soort=HerinneringSoort.SLUIT,
                tekst="Sluit.",
                periode="2019-H2",
            )
        )
    with pytest.raises(IntegrityError):
        wereld.session.flush()


def test_klaarzetten_doet_een_vast_aantal_queries(
    wereld: Wereld, tel_queries: Callable[[], AbstractContextManager[Teller]]
) -> None:
    with tel_queries() as teller:
        zet_klaar(wereld.session, organisatie_id=wereld.organisatie, dag=date(2020, 4, 1))
    assert teller.aantal <= 10, teller.statements


def test_van_acht_die_dezelfde_mail_oppakken_krijgt_een_hem(wereld: Wereld) -> None:
    zet_klaar(wereld.session, organisatie_id=wereld.organisatie, dag=date(2020, 1, 1))
    wereld.session.commit()
    wie = wereld.een(Gebruiker, naam="Jo").id
    wereld.session.rollback()

    def pak(_: int) -> int:
        gepakt = len(pak_op(db.session, gebruiker_id=wie, dag=date(2020, 1, 1)))
        time.sleep(0.05)  # so that the others come while this one has not committed yet
        return gepakt

    assert sorted(tegelijk(wereld.app, pak)) == [0] * 7 + [1]
