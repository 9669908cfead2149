import click
from flask import current_app

from app.cli.basis import Onbruikbaar
from app.models import db
from app.reading.seeds.lezen import SeedFout, lees_seeds
from app.services.demo_laden import NietLeeg, laad_demo
from config import PROJECT


@click.command("demo", help="Laad seeds/ in een lege database.")
def demo() -> None:
    if current_app.config["PRODUCTIE"]:  # everybody knows the passwords of these accounts
        raise Onbruikbaar("In productie worden geen demonstratiegegevens geladen.")
    try:
        seeds = lees_seeds(PROJECT / "seeds")
        laad_demo(db.session, seeds=seeds)
    except SeedFout as fout:
        raise Onbruikbaar(str(fout)) from None
    except NietLeeg:
        click.echo("De database is niet leeg; er is niets veranderd.")
        return
    db.session.commit()
    click.echo(f"{len(seeds.notities)} notities en {len(seeds.gebruikers)} gebruikers geladen.")
