"""Sends the reminders; made for cron. Each step is committed at once, so that two runs never send the same."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TypeVar

import click
from flask import current_app, url_for
from sqlalchemy.exc import OperationalError, ProgrammingError

from app.cli.basis import Onbruikbaar
from app.domain.taal.datums import AMSTERDAM
from app.models import Herinnering, db
from app.services.post.versturen import MailserverOnbereikbaar, Postbus, PostFout
from app.services.voortgang import herinneringen_versturen as versturen
from app.services.voortgang.herinneringen import met_herinneringen, zet_klaar
from config import Mailserver

T = TypeVar("T")


@click.command("herinneringen", help="Verstuur de herinneringen over voortgang; bedoeld voor cron.")
@click.option("--datum", type=click.DateTime(["%Y-%m-%d"]), help="Alsof het deze dag is (JJJJ-MM-DD).")
def herinneringen(datum: datetime | None) -> None:
    dag = datum.date() if datum else datetime.now(AMSTERDAM).date()
    try:
        organisaties = met_herinneringen(db.session, dag=dag)
    except (OperationalError, ProgrammingError):
        raise Onbruikbaar("De database heeft nog geen tabellen; voer eerst 'flask db upgrade' uit.") from None
    for organisatie_id in organisaties:
        _in_een_keer(partial(zet_klaar, db.session, organisatie_id=organisatie_id, dag=dag))
    _in_een_keer(lambda: versturen.geef_vrij(db.session))
    mailserver: Mailserver | None = current_app.config["MAILSERVER"]
    if mailserver is None:
        wachten = len(versturen.wachtenden(db.session))
        click.echo(f"Er is geen mailserver ingesteld (DOELSPOOR_SMTP_URL). Er staan mails klaar voor {wachten} mensen.")
        return
    with Postbus(mailserver) as bus, current_app.test_request_context(base_url=current_app.config["ADRES"]):
        _verstuur_alles(bus, dag)


def _verstuur_alles(bus: Postbus, dag: date) -> None:
    gelukt = 0
    fouten: list[str] = []
    for gebruiker_id in versturen.wachtenden(db.session):
        try:
            gelukt += _verstuur_aan(bus, gebruiker_id, dag)
        except PostFout as fout:
            fouten.append(str(fout))
            if isinstance(fout, MailserverOnbereikbaar):
                break
    click.echo(f"{gelukt} {'mail' if gelukt == 1 else 'mails'} verstuurd.")
    if fouten:
        click.echo(f"{_niet_verstuurd(len(fouten))} bewaard voor een volgende keer. {fouten[0]}", err=True)
        raise click.exceptions.Exit(1)


def _niet_verstuurd(aantal: int) -> str:
    return "1 mail is niet verstuurd en blijft" if aantal == 1 else f"{aantal} mails zijn niet verstuurd en blijven"


def _verstuur_aan(bus: Postbus, gebruiker_id: int, dag: date) -> bool:
    """Whether there was something to send."""
    gepakt = _in_een_keer(lambda: versturen.pak_op(db.session, gebruiker_id=gebruiker_id, dag=dag))
    if not gepakt:
        return False
    try:
        instellingen = url_for("herinneringen.instellingen", _external=True)
        versturen.verstuur(bus, herinneringen=gepakt, link=_link, instellingen=instellingen)
    except PostFout as fout:
        reden = fout
        _in_een_keer(lambda: versturen.meld_mislukt(db.session, gepakt, reden))
        raise
    _in_een_keer(lambda: versturen.meld_verstuurd(db.session, gepakt))
    return True


def _link(herinnering: Herinnering) -> str:
    if herinnering.regel_id is None:
        return url_for("voortgang.toon", code=herinnering.periode, _external=True)
    anker = f"regel-{herinnering.regel_id}"
    return url_for("voortgang.invullen", code=herinnering.periode, wie="alle", _anchor=anker, _external=True)


def _in_een_keer(werk: Callable[[], T]) -> T:
    uit = werk()
    db.session.commit()
    return uit
