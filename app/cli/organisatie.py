import click
from flask.cli import AppGroup

from app.cli.basis import Onbruikbaar
from app.models import OrganisatieSoort, db
from app.services.logboek import OPDRACHTREGEL
from app.services.organisaties.maken import OngeldigeOrganisatie, maak_organisatie

organisatie = AppGroup("organisatie", help="Organisaties beheren.")


@organisatie.command("maak")
@click.argument("slug")
@click.argument("naam")
@click.option("--regio", help="Slug van de regio; een nieuwe wordt gemaakt.")
@click.option(
    "--soort", type=click.Choice([soort.value for soort in OrganisatieSoort]), default=OrganisatieSoort.GEMEENTE.value
)
def maak(slug: str, naam: str, regio: str | None, soort: str) -> None:
    """Maak een organisatie."""
    try:
        maak_organisatie(
            db.session, slug=slug, naam=naam, regio=regio, soort=OrganisatieSoort(soort), door=OPDRACHTREGEL
        )
    except OngeldigeOrganisatie as fout:
        raise Onbruikbaar(str(fout)) from None
    db.session.commit()
    click.echo(f"Organisatie {naam} ({slug}) gemaakt.")
