import sys

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import select

from app.auth.tweede_stap import zegel
from app.cli.basis import Onbruikbaar, vind_organisatie
from app.models import Gebruiker, Rol, db
from app.services.accounts.gebruiker_maken import OngeldigeGebruiker
from app.services.accounts.gebruiker_toevoegen import voeg_gebruiker_toe
from app.services.accounts.sleutelwissel import verzegel_opnieuw
from app.services.accounts.tweede_stap import zet_uit
from app.services.accounts.uitnodigen import geef_link
from app.services.logboek import OPDRACHTREGEL
from app.web.mailen import toegangsadressen

gebruiker = AppGroup("gebruiker", help="Gebruikers beheren.")


@gebruiker.command("maak")
@click.argument("email", metavar="E-MAIL")
@click.option("--rol", required=True, type=click.Choice([rol.value for rol in Rol]))
@click.option("--organisatie", "slug", required=True, help="Slug van de organisatie.")
@click.option("--naam", help="Naam zoals collega's die zien; anders het deel voor de @.")
@click.option("--wachtwoord-stdin", is_flag=True, help="Lees het wachtwoord van standaardinvoer.")
def maak(email: str, rol: str, slug: str, naam: str | None, wachtwoord_stdin: bool) -> None:
    """Maak een gebruiker; vraagt om een wachtwoord."""
    organisatie = vind_organisatie(slug)
    if wachtwoord_stdin:
        wachtwoord = sys.stdin.readline().rstrip("\r\n")
    else:
        wachtwoord = click.prompt("Wachtwoord", hide_input=True, confirmation_prompt="Nog een keer")
    try:
        voeg_gebruiker_toe(
            db.session,
            email=email,
            naam=naam or email.partition("@")[0],
            rol=Rol(rol),
            organisatie=organisatie,
            wachtwoord=wachtwoord,
            door=OPDRACHTREGEL,
        )
    except OngeldigeGebruiker as fout:
        raise Onbruikbaar(str(fout)) from None
    db.session.commit()
    click.echo(f"Gebruiker {email} ({rol} bij {organisatie.naam}) gemaakt.")


@gebruiker.command("link")
@click.argument("email", metavar="E-MAIL")
@click.option("--zonder-tweede-stap", is_flag=True, help="Zet ook inloggen in twee stappen uit.")
def link(email: str, zonder_tweede_stap: bool) -> None:
    """Toon een link waarmee deze gebruiker een wachtwoord kiest; voor als er geen beheerder is die dat kan."""
    wie = db.session.scalars(select(Gebruiker).where(Gebruiker.email == email.strip().lower())).first()
    if wie is None or not wie.actief:
        raise Onbruikbaar(f"Er is geen gebruiker met het e-mailadres {email} die mag inloggen.")
    if zonder_tweede_stap:
        zet_uit(db.session, gebruiker=wie, door=OPDRACHTREGEL)
    _, geheim = geef_link(db.session, gebruiker=wie, door=OPDRACHTREGEL)
    with current_app.test_request_context(base_url=current_app.config["ADRES"] or None):
        adres = toegangsadressen()(geheim)
    db.session.commit()
    click.echo(adres)


@gebruiker.command("verzegel-opnieuw")
def verzegel() -> None:
    """Verzegel wat met een vorige SECRET_KEY verzegeld is met de huidige; daarna kan de vorige weg."""
    vernieuwd, dicht = verzegel_opnieuw(db.session, zegel())
    db.session.commit()
    click.echo(f"{vernieuwd} opnieuw verzegeld.")
    if dicht:
        raise Onbruikbaar(f"{dicht} met een sleutel die onbekend is; die gebruikers stellen de tweede stap opnieuw in.")
