"""Reading figures from the command line, from a CSV or Excel file of any length; here and now, without a worker."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import click
from sqlalchemy import ColumnElement

from app.auth.bereik import bruikbare_indicator
from app.cli.basis import Onbruikbaar, vind_organisatie
from app.cli.importeer import importeer
from app.cli.metingen_verslag import als_object, foutregels, verslag
from app.domain.cijfers.metingimport import Onbekend
from app.models import Metingimport, Organisatie, db
from app.reading.metingen.lezen import OnbruikbaarBestand
from app.services.indicatoren.import_beheren import maak_import, verwijder_import
from app.services.indicatoren.import_fouten import ImportFout
from app.services.indicatoren.import_lezen import lees_in
from app.services.indicatoren.import_overnemen import Overname, neem_over
from app.services.indicatoren.import_vergelijken import Telling
from app.services.logboek import OPDRACHTREGEL

__all__ = ["importeer", "metingen"]


@dataclass(frozen=True, slots=True)
class Wens:
    """What the options say."""

    organisatie: Organisatie
    bruikbaar: ColumnElement[bool]
    onbekend: Onbekend
    reden: str
    alleen_goede: bool
    proef: bool
    als_json: bool


@importeer.command("metingen")
@click.argument("bestand", type=click.Path(path_type=Path))
@click.option("--organisatie", "slug", required=True, help="Slug van de organisatie.")
@click.option("--proef", is_flag=True, help="Alleen lezen en vergelijken; niets opslaan.")
@click.option("--json", "als_json", is_flag=True, help="Schrijf wat is gelezen als JSON naar standaarduitvoer.")
@click.option(
    "--onbekend",
    type=click.Choice([Onbekend.MAAK.value, Onbekend.FOUT.value]),
    help="Wat te doen met een indicator die er nog niet is. Zonder deze optie: maken als het bestand de eenheid geeft "
    "en geen bestaande naam erop lijkt, anders een fout.",
)
@click.option("--reden", default="", metavar="TEKST", help="Waarom waarden die er al stonden veranderen.")
@click.option("--alleen-goede", is_flag=True, help="Sla de goede metingen op, ook als er andere fout zijn.")
def metingen(
    bestand: Path, slug: str, proef: bool, als_json: bool, onbekend: str | None, reden: str, alleen_goede: bool
) -> None:
    """Lees metingen uit een CSV- of Excel-bestand."""
    organisatie = vind_organisatie(slug)
    wens = Wens(
        organisatie=organisatie,
        bruikbaar=bruikbare_indicator(organisatie),
        onbekend=Onbekend(onbekend) if onbekend else Onbekend.VANZELF,
        reden=" ".join(reden.split()),
        alleen_goede=alleen_goede,
        proef=proef,
        als_json=als_json,
    )
    with _geopend(bestand) as bron, _tijdelijk(organisatie, bestand) as imp:
        try:
            _importeer(imp, bron, wens)
        except (OnbruikbaarBestand, ImportFout) as fout:
            raise Onbruikbaar(f"{bestand.name}: {fout.zin}") from None


@contextmanager
def _geopend(bestand: Path) -> Iterator[BinaryIO]:
    """Not read as a whole: it may be large. Raises Onbruikbaar."""
    if bestand.is_dir():
        raise Onbruikbaar(f"{bestand} is een map, geen bestand.")
    if not bestand.exists():
        raise Onbruikbaar(f"{bestand} bestaat niet.")
    if not bestand.is_file():
        raise Onbruikbaar(f"{bestand} is geen gewoon bestand.")
    try:
        bron = bestand.open("rb")
    except OSError:
        raise Onbruikbaar(f"{bestand} mag niet worden gelezen.") from None
    with bron:
        yield bron


@contextmanager
def _tijdelijk(organisatie: Organisatie, bestand: Path) -> Iterator[Metingimport]:
    """What waits while the command runs is gone afterwards, whatever happens."""
    session = db.session()
    imp = maak_import(session, organisatie_id=organisatie.id, bestandsnaam=bestand.name, door=OPDRACHTREGEL)
    import_id = imp.id
    try:
        yield imp
    finally:
        session.rollback()
        over = session.get(Metingimport, import_id)
        if over is not None:
            verwijder_import(session, over)
            session.commit()


def _importeer(imp: Metingimport, bron: BinaryIO, wens: Wens) -> None:
    session = db.session()
    telling = lees_in(session, imp, bron, bruikbaar=wens.bruikbaar, meld=_stil, onbekend=wens.onbekend)
    # Before it is taken over: after that nothing waits any more.
    verteld = _verteld(imp, telling, wens)
    fouten = [] if wens.alleen_goede or not telling.fout else list(foutregels(session, imp, telling))
    if not fouten and not wens.proef:
        neem_over(session, imp, _overname(imp, wens, telling), _stil)
        session.commit()
    if not fouten or wens.proef:
        click.echo(verteld)
    if fouten:
        raise Onbruikbaar("\n".join(fouten))
    if wens.proef:
        click.echo("Proef: er is niets opgeslagen.", err=True)


def _verteld(imp: Metingimport, telling: Telling, wens: Wens) -> str:
    session = db.session()
    if not wens.als_json:
        return "\n".join(verslag(session, imp, telling))
    gelezen = als_object(session, imp, telling, organisatie=wens.organisatie.slug, proef=wens.proef)
    return json.dumps(gelezen, ensure_ascii=False, indent=2)


def _overname(imp: Metingimport, wens: Wens, telling: Telling) -> Overname:
    return Overname(
        bruikbaar=wens.bruikbaar,
        door=OPDRACHTREGEL,
        reden=wens.reden,
        alleen_goede=wens.alleen_goede,
        verwacht=telling,
        onbekend=wens.onbekend,
    )


def _stil(gedaan: int, totaal: int | None = None) -> None:
    """A command shows no progress."""
