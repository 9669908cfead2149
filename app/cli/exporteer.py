"""Write what is stored to a file."""

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import BinaryIO

import click
from flask.cli import AppGroup
from sqlalchemy import select
from sqlalchemy.exc import OperationalError, ProgrammingError

from app.cli.basis import Onbruikbaar, vind_organisatie
from app.cli.bestand_uit import NietTeSchrijven, schrijf_veilig
from app.cli.regio_uit import regio_om_te_schrijven
from app.domain.structuur import Opdrachtnemer
from app.domain.voortgang.periode import lees_periode
from app.models import Notitie, Organisatie, Rapportageperiode, db
from app.models.notitie import nieuwste_eerst, nieuwste_versie
from app.notities.bestand import notitie_bestand
from app.opdrachten.bereik import ALLE_OPDRACHTNEMERS, Keuze, bereik_van_alles
from app.opdrachten.bestand import opdrachten_bestand
from app.services.notities.overnemen import laad_geheel
from app.services.organisaties.huisstijl import huisstijl_van
from app.services.rapporten.beginnen import vind_rapport
from app.services.rapporten.bevriezen import document_van
from app.services.voortgang.beeld import beeld_van
from app.services.voortgang.periode_openen import vind_periode
from app.voortgang_overzicht.document import bewaar_uitvoer, lees_kolommen, maak_document
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


@exporteer.command("notitie")
@click.option("--organisatie", "slug", required=True, help="Slug van de organisatie.")
@click.option(
    "--notitie",
    "nummer",
    type=int,
    help="Nummer van de notitie, ook van een oude versie; anders de laatste versie van de nieuwste.",
)
@click.option("--formaat", default="", metavar="|".join(FORMATEN), help="Soort bestand (verplicht).")
@click.option("--uit", default="", metavar="BESTAND", help="Waarheen (verplicht); - is standaarduitvoer (csv, json).")
def notitie(slug: str, nummer: int | None, formaat: str, uit: str) -> None:
    """Schrijf een notitie; als Word of ODT herkent Doelspoor haar als zij terugkomt."""
    soort = _formaat(formaat)
    _controleer_uit(uit, soort)
    organisatie = vind_organisatie(slug)
    bron = _notitie(organisatie, nummer)
    document = _in_huisstijl(notitie_bestand(bron, soort.extensie, gebruiker_id=None), organisatie)
    _schrijf(uit, lambda bestand: schrijf_naar(bestand, document, soort.extensie))
    db.session.commit()
    if uit != STANDAARDUITVOER:
        click.echo(f"{document.titel} van {document.organisatie} geschreven naar {uit}.")


def _notitie(organisatie: Organisatie, nummer: int | None) -> Notitie:
    """Without a number the newest notitie in its last version, in whatever status; with one any version of any."""
    welke = nieuwste_versie() if nummer is None else Notitie.id == nummer
    keuze = select(Notitie).where(Notitie.organisatie_id == organisatie.id, welke).order_by(*nieuwste_eerst()).limit(1)
    gevonden = db.session.scalars(keuze).first()
    if gevonden is None:
        wat = f"geen notitie met nummer {nummer}" if nummer is not None else "nog geen notitie"
        raise Onbruikbaar(f"{organisatie.naam} heeft {wat}.")
    return laad_geheel(db.session(), gevonden)


@exporteer.command("voortgang")
@click.option("--organisatie", "slug", required=True, help="Slug van de organisatie.")
@click.option("--periode", "code", required=True, metavar="2019-H1", help="Over welke periode het gaat.")
@click.option("--kolom", "kolommen", multiple=True, metavar="status|kleur", help="Ook deze kolom; mag vaker.")
@click.option("--formaat", default="", metavar="|".join(FORMATEN), help="Soort bestand (verplicht).")
@click.option("--uit", default="", metavar="BESTAND", help="Waarheen (verplicht); - is standaarduitvoer (csv, json).")
def voortgang(slug: str, code: str, kolommen: tuple[str, ...], formaat: str, uit: str) -> None:
    """Schrijf de voortgangstabellen van een periode; een gesloten periode precies zoals zij is gesloten."""
    soort = _formaat(formaat)
    _controleer_uit(uit, soort)
    organisatie = vind_organisatie(slug)
    document = _in_huisstijl(_voortgang(organisatie, code, kolommen, soort), organisatie)
    _schrijf(uit, lambda bestand: schrijf_naar(bestand, document, soort.extensie))
    db.session.commit()
    if uit != STANDAARDUITVOER:
        click.echo(f"{document.titel} van {document.organisatie} geschreven naar {uit}.")


@exporteer.command("rapport")
@click.option("--organisatie", "slug", required=True, help="Slug van de organisatie.")
@click.option("--periode", "code", required=True, metavar="2019-H1", help="Over welke periode het gaat.")
@click.option("--formaat", default="", metavar="|".join(FORMATEN), help="Soort bestand (verplicht).")
@click.option("--uit", default="", metavar="BESTAND", help="Waarheen (verplicht); - is standaarduitvoer (csv, json).")
def rapport(slug: str, code: str, formaat: str, uit: str) -> None:
    """Schrijf het rapport over een periode; van een gesloten periode precies zoals het is vastgelegd."""
    soort = _formaat(formaat)
    _controleer_uit(uit, soort)
    organisatie = vind_organisatie(slug)
    document = _in_huisstijl(_rapport(organisatie, code), organisatie)
    _schrijf(uit, lambda bestand: schrijf_naar(bestand, document, soort.extensie))
    if uit != STANDAARDUITVOER:
        click.echo(f"{document.titel} van {document.organisatie} geschreven naar {uit}.")


@exporteer.command("regio")
@click.option("--regio", "slug", required=True, help="Slug van de regio.")
@click.option("--gewijzigd", is_flag=True, help="Alleen wat veranderde sinds deze opdracht voor het laatst schreef.")
@click.option("--formaat", default="", metavar="|".join(FORMATEN), help="Soort bestand (verplicht).")
@click.option("--uit", default="", metavar="BESTAND", help="Waarheen (verplicht); - is standaarduitvoer (csv, json).")
def regio(slug: str, gewijzigd: bool, formaat: str, uit: str) -> None:
    """Schrijf wat alle gemeenten van een regio de RIGG vragen: wat zij aanboden of vaststelden, met de antwoorden."""
    soort = _formaat(formaat)
    _controleer_uit(uit, soort)
    document, onthoud = regio_om_te_schrijven(slug, gewijzigd=gewijzigd)
    _schrijf(uit, lambda bestand: schrijf_naar(bestand, document, soort.extensie))
    onthoud(soort.extensie)
    db.session.commit()
    if uit != STANDAARDUITVOER:
        click.echo(f"{document.titel} van {document.organisatie} geschreven naar {uit}.")


def _voortgang(organisatie: Organisatie, code: str, kolommen: tuple[str, ...], soort: Formaat) -> Document:
    try:
        gekozen = lees_kolommen(kolommen)
    except ValueError as fout:
        raise Onbruikbaar(str(fout)) from None
    periode = _periode(organisatie, code)
    beeld = beeld_van(db.session(), periode)
    uitvoer = bewaar_uitvoer(periode, beeld, gekozen, soort.extensie, None)
    return maak_document(periode, beeld, kolommen=gekozen, uitvoer=uitvoer)


def _rapport(organisatie: Organisatie, code: str) -> Document:
    periode = _periode(organisatie, code)
    gevonden = vind_rapport(db.session(), periode)
    if gevonden is None:
        raise Onbruikbaar(f"{organisatie.naam} heeft geen rapport over {periode.code}.")
    return document_van(db.session(), gevonden)


def _periode(organisatie: Organisatie, code: str) -> Rapportageperiode:
    try:
        code = lees_periode(code).code
    except ValueError as fout:
        raise Onbruikbaar(str(fout)) from None
    periode = vind_periode(db.session(), organisatie_id=organisatie.id, code=code)
    if periode is None:
        raise Onbruikbaar(f"{organisatie.naam} heeft geen periode {code}.")
    return periode


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
    return _in_huisstijl(document, organisatie) if organisatie else document


def _in_huisstijl(document: Document, organisatie: Organisatie) -> Document:
    return replace(document, huisstijl=huisstijl_van(db.session(), organisatie.id))


def _schrijf(uit: str, schrijver: Callable[[BinaryIO], None]) -> None:
    try:
        if uit == STANDAARDUITVOER:
            schrijver(sys.stdout.buffer)
        else:
            schrijf_veilig(uit, schrijver)
    except (NietTeSchrijven, ValueError) as fout:
        raise Onbruikbaar(str(fout)) from None
