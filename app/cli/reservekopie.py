"""Backups: `flask backup UIT` and `flask herstel BESTAND`."""

from pathlib import Path

import click
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.exc import OperationalError

from app.cli.basis import Onbruikbaar
from app.cli.bestand_uit import NietTeSchrijven, schrijf_veilig
from app.models import db
from app.reservekopie import KopieFout, Opgave, herstel_kopie, maak_kopie

ALLEEN_EIGENAAR = 0o600  # there are hashes of passwords in it


@click.command("backup", help="Maak een reservekopie van de hele database; dat kan terwijl zij in gebruik is.")
@click.argument("uit", type=click.Path(dir_okay=False, path_type=Path))
@with_appcontext
def backup(uit: Path) -> None:
    opgaven: list[Opgave] = []

    def schrijf(bestand: object) -> None:
        map_ = uit.parent if uit.parent.is_dir() else Path()
        opgaven.append(maak_kopie(db.engine.url, schema=_schema(), uit=bestand, map_=map_))  # type: ignore[arg-type]

    try:
        schrijf_veilig(str(uit), schrijf, rechten=ALLEEN_EIGENAAR)
    except (KopieFout, NietTeSchrijven) as fout:
        raise Onbruikbaar(str(fout)) from None
    (opgave,) = opgaven
    click.echo(f"Reservekopie gemaakt: {uit} ({opgave.rijen} rijen in {len(opgave.tabellen)} tabellen).")


@click.command("herstel", help="Zet een reservekopie terug in een lege database; alles of niets.")
@click.argument("bestand", type=click.Path(path_type=Path))
@click.option("--overschrijf", is_flag=True, help="Ook als de database niet leeg is: wat er staat verdwijnt.")
@with_appcontext
def herstel(bestand: Path, overschrijf: bool) -> None:
    url = db.engine.url
    db.engine.dispose()
    try:
        hersteld = herstel_kopie(bestand, url, migraties=_migraties(), overschrijf=overschrijf)
    except KopieFout as fout:
        raise Onbruikbaar(str(fout)) from None
    click.echo(f"Teruggezet: {hersteld.opgave.rijen} rijen, bewaard op {hersteld.opgave.gemaakt_op}.")
    if hersteld.bijwerken:
        click.echo("De tabellen zijn van een oudere versie; voer nu 'flask db upgrade' uit.")


def _migraties() -> ScriptDirectory:
    return ScriptDirectory.from_config(current_app.extensions["migrate"].migrate.get_config())


def _schema() -> str | None:
    """None when there is no database, or one without our tables."""
    try:
        with db.engine.connect() as verbinding:
            return MigrationContext.configure(verbinding).get_current_revision()
    except OperationalError:
        return None
