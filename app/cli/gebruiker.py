import sys

import click
from flask.cli import AppGroup

from app.cli.basis import Onbruikbaar, vind_organisatie
from app.models import Rol, db
from app.services.accounts.gebruiker_maken import OngeldigeGebruiker, maak_gebruiker

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
        maak_gebruiker(
            db.session,
            email=email,
            naam=naam or email.partition("@")[0],
            rol=Rol(rol),
            organisatie=organisatie,
            wachtwoord=wachtwoord,
        )
    except OngeldigeGebruiker as fout:
        raise Onbruikbaar(str(fout)) from None
    db.session.commit()
    click.echo(f"Gebruiker {email} ({rol} bij {organisatie.naam}) gemaakt.")
