"""What the commands share."""

import click
from sqlalchemy import select
from sqlalchemy.exc import OperationalError, ProgrammingError

from app.models import Organisatie, db


class Onbruikbaar(click.ClickException):
    """Ends a command with exit code 2 and one Dutch sentence on standard error."""

    exit_code = 2

    def show(self, file: object = None) -> None:
        click.echo(self.message, err=True)


def vind_organisatie(slug: str) -> Organisatie:
    try:
        organisatie = db.session.scalars(select(Organisatie).where(Organisatie.slug == slug)).first()
    except (OperationalError, ProgrammingError):
        raise Onbruikbaar("De database heeft nog geen tabellen; voer eerst 'flask db upgrade' uit.") from None
    if organisatie is None:
        raise Onbruikbaar(f"Er is geen organisatie '{slug}'.")
    return organisatie
