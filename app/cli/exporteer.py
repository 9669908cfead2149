"""Write what is stored to a file."""

import sys
from collections.abc import Callable
from typing import BinaryIO

import click
from flask.cli import AppGroup
from sqlalchemy.exc import OperationalError, ProgrammingError

from app.cli.basis import Onbruikbaar, vind_organisatie
from app.cli.bestand_uit import NietTeSchrijven, schrijf_veilig
from app.domain.structuur import Opdrachtnemer
from app.opdrachten.bereik import ALLE_OPDRACHTNEMERS, Keuze, bereik_van_alles
from app.opdrachten.bestand import opdrachten_bestand
from app.writing.document import Document
from app.writing.formaten import FORMATEN, Formaat, schrijf_naar, zoek_formaat

STANDAARDUITVOER = "-"
LEESBAAR_ALS_TEKST = ("csv", "json")

exporteer = AppGroup("exporteer", help="Schrijf een overzicht naar een bestand.")


@exporteer.command("opdrachten")
@click.option("--organisatie", "slug", help="Slug van de organisatie; anders alle organisaties.")
@click.option("--opdrachtnemer", metavar="lokaal|rigg", help="Alleen de opdrachten van deze opdrachtnemer.")
@click.option("--formaat", default="", metavar="|".join(FORMATEN), help="Soort bestand (verplicht).")
@click.option("--uit", default="", metavar="BESTAND", help="Waarheen (verplicht); - is standaarduitvoer (csv, json).")
def opdrachten(slug: str | None, opdrachtnemer: str | None, formaat: str, uit: str) -> None:
    """Schrijf het opdrachtoverzicht: van elke organisatie de nieuwste notitie, in welke status ook."""
    soort = _formaat(formaat)
    _controleer_uit(uit, soort)
    document = _document(slug, _opdrachtnemers(opdrachtnemer))
    _schrijf(uit, lambda bestand: schrijf_naar(bestand, document, soort.extensie))
    if uit != STANDAARDUITVOER:
        click.echo(f"{document.titel} van {document.organisatie} geschreven naar {uit}.")


def _formaat(naam: str) -> Formaat:
    if not naam:
        raise Onbruikbaar(f"Geef met --formaat aan welk soort bestand u wilt: {', '.join(FORMATEN)}.")
    try:
        return zoek_formaat(naam)
    except ValueError as fout:
        raise Onbruikbaar(str(fout)) from None


def _controleer_uit(uit: str, soort: Formaat) -> None:
    if not uit:
        raise Onbruikbaar("Geef met --uit aan naar welk bestand geschreven moet worden.")
    if uit == STANDAARDUITVOER and soort.extensie not in LEESBAAR_ALS_TEKST:
        kan = " en ".join(LEESBAAR_ALS_TEKST)
        raise Onbruikbaar(f"Naar standaarduitvoer kunnen alleen {kan}; geef voor {soort.extensie} een bestandsnaam.")


def _opdrachtnemers(waarde: str | None) -> tuple[Opdrachtnemer, ...]:
    if waarde is None:
        return ALLE_OPDRACHTNEMERS
    try:
        return (Opdrachtnemer(waarde.lower()),)
    except ValueError:
        raise Onbruikbaar(f"De opdrachtnemer '{waarde}' bestaat niet. Kies uit: {', '.join(Opdrachtnemer)}.") from None


def _document(slug: str | None, opdrachtnemers: tuple[Opdrachtnemer, ...]) -> Document:
    organisatie = vind_organisatie(slug) if slug is not None else None
    try:
        document, _ = opdrachten_bestand(bereik_van_alles(), Keuze(opdrachtnemers, organisatie))
    except (OperationalError, ProgrammingError):
        raise Onbruikbaar("De database heeft nog geen tabellen; voer eerst 'flask db upgrade' uit.") from None
    return document


def _schrijf(uit: str, schrijver: Callable[[BinaryIO], None]) -> None:
    try:
        if uit == STANDAARDUITVOER:
            schrijver(sys.stdout.buffer)
        else:
            schrijf_veilig(uit, schrijver)
    except (NietTeSchrijven, ValueError) as fout:
        raise Onbruikbaar(str(fout)) from None
