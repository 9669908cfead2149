"""Work in the background: the worker itself, and a look at the jobs from the shell."""

from collections.abc import Callable
from datetime import timedelta

import click
from flask import current_app
from sqlalchemy import select
from sqlalchemy.exc import OperationalError, ProgrammingError

from app.achtergrond import laat_merken, maak_werker, ruim_op, verwerk_alles
from app.cli.basis import Onbruikbaar, vind_organisatie
from app.models import Taak, db
from app.services.logboek import OPDRACHTREGEL
from app.services.taken.fouten import TaakNietTeWijzigen
from app.services.taken.ingrijpen import breek_af, voer_opnieuw_uit

AANTAL = 50


@click.command("werker", help="Voer de taken op de achtergrond uit; stopt bij SIGTERM of Ctrl-C.")
@click.option("--eenmalig", is_flag=True, help="Voer uit wat nu wacht en stop dan.")
def werker(eenmalig: bool) -> None:
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    _controleer_tabellen()
    if eenmalig:
        laat_merken(app)
        ruim_op(app, timedelta(seconds=app.config["TAAK_STIL_NA"]))
        aantal = verwerk_alles(app)
        click.echo(f"{aantal} {'taak' if aantal == 1 else 'taken'} uitgevoerd.")
        return
    click.echo("De werker wacht op taken.")
    maak_werker(app).run()
    click.echo("De werker is gestopt.")


@click.group("taak", help="Bekijk en bedien de taken op de achtergrond.")
def taak() -> None:
    pass


@taak.command("lijst", help="Toon de nieuwste taken.")
@click.option("--organisatie", "slug", help="Alleen van deze organisatie.")
def lijst(slug: str | None) -> None:
    _controleer_tabellen()
    keuze = select(Taak).order_by(Taak.id.desc()).limit(AANTAL)
    if slug is not None:
        keuze = keuze.where(Taak.organisatie_id == vind_organisatie(slug).id)
    for rij in db.session.scalars(keuze):
        hoever = f"{rij.gedaan}/{rij.totaal}" if rij.totaal is not None else str(rij.gedaan)
        click.echo(f"{rij.id:>6}  {rij.status.value:<10}  {hoever:>15}  {rij.soort}  {rij.melding}".rstrip())


@taak.command("opnieuw", help="Zet een mislukte of afgebroken taak terug in de wachtrij.")
@click.argument("id_", metavar="ID", type=int)
def opnieuw(id_: int) -> None:
    _bedien(voer_opnieuw_uit, id_)
    click.echo(f"Taak {id_} wacht weer.")


@taak.command("afbreken", help="Breek een taak af die wacht of bezig is.")
@click.argument("id_", metavar="ID", type=int)
def afbreken(id_: int) -> None:
    _bedien(breek_af, id_)
    click.echo(f"Taak {id_} is afgebroken.")


def _bedien(handeling: Callable[..., None], id_: int) -> None:
    _controleer_tabellen()
    gevonden = db.session.get(Taak, id_)
    if gevonden is None:
        raise Onbruikbaar(f"Er is geen taak {id_}.")
    try:
        handeling(db.session, taak=gevonden, door=OPDRACHTREGEL)
    except TaakNietTeWijzigen as fout:
        raise Onbruikbaar(fout.zin) from None
    db.session.commit()


def _controleer_tabellen() -> None:
    try:
        db.session.scalar(select(Taak.id).limit(1))
    except (OperationalError, ProgrammingError):
        raise Onbruikbaar("De database heeft nog geen tabellen; voer eerst 'flask db upgrade' uit.") from None
    db.session.rollback()
