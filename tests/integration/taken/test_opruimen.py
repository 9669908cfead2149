"""What workers look after: jobs whose worker fell silent, and files that nobody came back for."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from flask import Flask
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.achtergrond import verwerk_alles
from app.achtergrond.uitvoeren import pak_volgende, voer_uit
from app.achtergrond.werker import ruim_op
from app.models import Bestand, Bestandsdeel, Gebruiker, Importvoorstel, Taak, TaakStatus, nu
from app.services.importvoorstel import BEWAARTIJD as EEN_DAG
from app.services.importvoorstel import Soort, bewaar_voorstel
from app.services.logboek import Dader
from app.services.taken.bestanden import bewaar_bestand
from app.services.taken.fouten import TaakNietTeWijzigen
from app.services.taken.ingrijpen import breek_af, voer_opnieuw_uit
from app.services.taken.opruimen import BEWAARTIJD, GESTOPT

Plan = Callable[..., Taak]
MINUUT = timedelta(minutes=1)


@pytest.fixture
def bestand(session: Session, plan: Plan, door: Dader, gebruiker: object) -> Bestand:
    organisatie_id: int = gebruiker.organisatie_id  # type: ignore[attr-defined]
    gemaakt = bewaar_bestand(
        session, stroom=BytesIO(b"een\ntwee\n"), naam="cijfers.csv", organisatie_id=organisatie_id, door=door, grens=100
    )
    session.commit()
    return gemaakt


def aantal_delen(session: Session) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(Bestandsdeel)) or 0


def veroudert(session: Session, bestand: Bestand) -> None:
    bestand.aangemaakt_op = nu() - BEWAARTIJD - MINUUT
    session.commit()


def test_een_taak_zonder_teken_van_leven_is_mislukt_en_kan_opnieuw(
    app: Flask, session: Session, plan: Plan, door: Dader
) -> None:
    stil, levend = plan("kort"), plan("kort")
    greep, _ = pak_volgende(app), pak_volgende(app)
    session.execute(update(Taak).where(Taak.id == stil.id).values(bijgewerkt_op=nu() - 2 * MINUUT))
    session.commit()
    ruim_op(app, MINUUT)
    session.expire_all()
    assert (stil.status, stil.melding) == (TaakStatus.MISLUKT, GESTOPT)
    assert levend.status is TaakStatus.BEZIG
    voer_opnieuw_uit(session, taak=stil, door=door)
    session.commit()
    assert greep is not None
    voer_uit(app, greep)  # the silent one speaks again, too late
    session.refresh(stil)
    assert stil.status is TaakStatus.WACHT
    verwerk_alles(app)
    session.refresh(stil)
    assert (stil.status, stil.pogingen) == (TaakStatus.KLAAR, 2)


def test_een_bestand_gaat_weg_als_de_taak_klaar_is(app: Flask, session: Session, plan: Plan, bestand: Bestand) -> None:
    taak = plan("bestand", bestand=bestand)
    verwerk_alles(app)
    assert aantal_delen(session) == 0
    session.refresh(taak)
    assert (taak.resultaat, taak.bestand_id, taak.bestandsnaam) == ({"regels": 2}, None, "cijfers.csv")


def test_een_bestand_blijft_voor_wie_het_nog_eens_nodig_heeft(
    app: Flask, session: Session, plan: Plan, bestand: Bestand
) -> None:
    eerst, daarna = plan("bekijkt bestand", bestand=bestand), plan("bestand", bestand=bestand)
    verwerk_alles(app)
    session.expire_all()
    assert eerst.resultaat == daarna.resultaat == {"regels": 2}
    assert aantal_delen(session) == 0


def test_een_mislukte_taak_houdt_haar_bestand(app: Flask, session: Session, plan: Plan, bestand: Bestand) -> None:
    plan("kan niet", bestand=bestand)
    verwerk_alles(app)
    ruim_op(app, MINUUT)
    assert aantal_delen(session) == 1


def test_een_oud_bestand_gaat_weg_en_de_taak_kan_niet_opnieuw(
    app: Flask, session: Session, plan: Plan, bestand: Bestand, door: Dader
) -> None:
    taak = plan("kan niet", bestand=bestand)
    verwerk_alles(app)
    veroudert(session, bestand)
    ruim_op(app, MINUUT)
    assert aantal_delen(session) == 0
    session.expire_all()
    assert taak.bestand_weg
    assert not taak.mag_opnieuw
    with pytest.raises(TaakNietTeWijzigen, match="Kies het bestand opnieuw"):
        voer_opnieuw_uit(session, taak=taak, door=door)


def test_een_oud_bestand_blijft_zolang_een_taak_erop_wacht(
    app: Flask, session: Session, plan: Plan, bestand: Bestand, door: Dader
) -> None:
    taak = plan("bestand", bestand=bestand)
    veroudert(session, bestand)
    ruim_op(app, MINUUT)
    assert aantal_delen(session) == 1
    breek_af(session, taak=taak, door=door)
    session.commit()
    ruim_op(app, MINUUT)
    assert aantal_delen(session) == 0


@pytest.mark.parametrize("eenmalig", [False, True])
def test_wat_op_zijn_eigenaar_wacht_gaat_na_een_dag_weg(
    app: Flask, session: Session, gebruiker: Gebruiker, eenmalig: bool
) -> None:
    """By the clock of the worker, also when nobody keeps anything any more."""
    for soort in Soort:
        bewaar_voorstel(session, gebruiker=gebruiker, bestandsnaam="", inhoud={}, soort=soort)
    vers = bewaar_voorstel(session, gebruiker=gebruiker, bestandsnaam="vers", inhoud={}).id
    session.execute(update(Importvoorstel).where(Importvoorstel.id != vers).values(tijdstip=nu() - EEN_DAG - MINUUT))
    session.commit()
    if eenmalig:
        assert app.test_cli_runner().invoke(args=["werker", "--eenmalig"]).exit_code == 0
    else:
        ruim_op(app, MINUUT)
    assert session.scalars(select(Importvoorstel.id)).all() == [vers]
