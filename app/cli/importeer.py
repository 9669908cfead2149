"""Reading a file from the command line, for scripts and for who has many of them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import click
from flask.cli import AppGroup

from app.cli.basis import Onbruikbaar, vind_organisatie
from app.cli.verslag import verslag
from app.domain.bevindingen.vinden import bevindingen
from app.domain.notitie.structuur_json import als_dict
from app.domain.taal.datums import lees_datum, toon_datum
from app.models import Notitie, Organisatie, db
from app.reading.notitie.lezen import GelezenNotitie, LeesFout, lees_notitie
from app.reading.terug.lezen import lees_terug
from app.reading.word.veilig import MAX_BESTAND
from app.services.logboek import OPDRACHTREGEL
from app.services.notities.overnemen import (
    NotitieNietTeWijzigen,
    neem_notitie_over,
    wat_verandert,
    zoek_bestaande,
)
from app.services.notities.terugkomst import AndereGemeente, vind_herkomst

FOUT, BIJWERKEN, NIEUW = "fout", "bijwerken", "nieuw"

importeer = AppGroup("importeer", help="Bestanden inlezen.")


@importeer.command("notitie")
@click.argument("bestand", type=click.Path(path_type=Path))
@click.option("--organisatie", "slug", required=True, help="Slug van de organisatie.")
@click.option("--proef", is_flag=True, help="Alleen lezen; niets opslaan.")
@click.option("--json", "als_json", is_flag=True, help="Schrijf wat is gelezen als JSON naar standaarduitvoer.")
@click.option(
    "--bestaand",
    type=click.Choice([FOUT, BIJWERKEN, NIEUW]),
    default=FOUT,
    show_default=True,
    help="Wat te doen als de organisatie al een notitie met deze titel en datum heeft.",
)
@click.option("--datum", metavar="JJJJ-MM-DD", help="Datum van de notitie, als die niet in het bestand staat.")
def notitie(bestand: Path, slug: str, proef: bool, als_json: bool, bestaand: str, datum: str | None) -> None:
    """Lees een notitie uit Word (.docx), OpenDocument (.odt), PDF of gewone tekst (.txt)."""
    organisatie = vind_organisatie(slug)
    gelezen = _lees(bestand)
    if bestaand == FOUT and not proef:
        _weiger_terugkomst(bestand, organisatie)
    gelezen.notitie.datum = _datum(datum) or gelezen.notitie.datum
    aanwezig = zoek_bestaande(
        db.session(), organisatie_id=organisatie.id, titel=gelezen.notitie.titel, datum=gelezen.notitie.datum
    )
    uitkomst = _proef(aanwezig) if proef else _sla_op(organisatie, gelezen, aanwezig, bestaand)
    if als_json:
        click.echo(json.dumps(_als_object(gelezen, organisatie), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(verslag(gelezen, organisatie.naam)))
        click.echo(uitkomst, err=proef)


def _lees(bestand: Path) -> GelezenNotitie:
    try:
        return lees_notitie(lees_bytes(bestand), bestandsnaam=bestand.name)
    except LeesFout as fout:
        raise Onbruikbaar(f"{bestand.name}: {fout.zin}") from None


def _weiger_terugkomst(bestand: Path, organisatie: Organisatie) -> None:
    """A file that we handed out says what it changes, and that is for a person to choose. Raises Onbruikbaar."""
    terug = lees_terug(lees_bytes(bestand))
    if terug is None or not terug.heeft_tabellen:
        return
    try:
        herkomst = vind_herkomst(db.session(), terug=terug, organisatie=organisatie)
    except AndereGemeente:
        return
    if herkomst is not None:
        raise Onbruikbaar(
            f"{bestand.name} is een bestand van de notitie '{herkomst.notitie.titel}' (nummer {herkomst.notitie.id}) "
            "uit Doelspoor. Lees het op het scherm in, bij Importeren: daar kiest u per wijziging wat u overneemt. "
            "Wilt u dat niet, kies dan --bestaand bijwerken of --bestaand nieuw."
        )


def lees_bytes(bestand: Path) -> bytes:
    """One more than a file may have at most, so that reading it tells that it is too large. Raises Onbruikbaar."""
    if bestand.is_dir():
        raise Onbruikbaar(f"{bestand} is een map, geen bestand.")
    if not bestand.exists():
        raise Onbruikbaar(f"{bestand} bestaat niet.")
    if not bestand.is_file():
        raise Onbruikbaar(f"{bestand} is geen gewoon bestand.")
    try:
        with bestand.open("rb") as bron:
            return bron.read(MAX_BESTAND + 1)
    except OSError:
        raise Onbruikbaar(f"{bestand} mag niet worden gelezen.") from None


def _datum(tekst: str | None) -> date | None:
    datum = lees_datum(tekst) if tekst else None
    if tekst and datum is None:
        raise Onbruikbaar(f"--datum {tekst} is geen datum; schrijf bijvoorbeeld 2020-05-20.")
    return datum


def _proef(aanwezig: Notitie | None) -> str:
    if aanwezig is None:
        return "Proef: er is niets opgeslagen."
    return f"Proef: er is niets opgeslagen. De notitie '{aanwezig.titel}' is er al (nummer {aanwezig.id})."


def _sla_op(organisatie: Organisatie, gelezen: GelezenNotitie, aanwezig: Notitie | None, bestaand: str) -> str:
    """One transaction: everything or nothing."""
    if aanwezig is not None and bestaand == FOUT:
        van = f" van {toon_datum(aanwezig.datum)}" if aanwezig.datum else ""
        raise Onbruikbaar(
            f"{organisatie.naam} heeft al de notitie '{aanwezig.titel}'{van}; "
            "kies --bestaand bijwerken of --bestaand nieuw."
        )
    doel = aanwezig if bestaand == BIJWERKEN else None
    session = db.session()
    verschil = wat_verandert(session, bestaand=doel, bron=gelezen.notitie) if doel else None
    try:
        notitie = neem_notitie_over(
            session, organisatie=organisatie, bron=gelezen.notitie, door=OPDRACHTREGEL, bestaand=doel
        )
    except NotitieNietTeWijzigen as fout:
        session.rollback()
        raise Onbruikbaar(str(fout)) from None
    session.commit()
    if verschil is None:
        return f"De notitie '{notitie.titel}' is toegevoegd (nummer {notitie.id})."
    return f"De notitie '{notitie.titel}' (nummer {notitie.id}) is bijgewerkt: {verschil.zin}."


def _als_object(gelezen: GelezenNotitie, organisatie: Organisatie) -> dict[str, Any]:
    gelezen.notitie.gemeente = gelezen.notitie.gemeente or organisatie.naam
    return {
        **als_dict(gelezen.notitie, bevindingen(gelezen.notitie)),
        "niet_herkend": [
            {"plaats": item.plaats.zin, "probleemgebied": item.probleemgebied, "tekst": item.tekst}
            for item in gelezen.niet_herkend
        ],
        "waarschuwingen": list(gelezen.waarschuwingen),
    }
