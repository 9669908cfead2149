"""Reading a progress report from the command line."""

import json
from pathlib import Path
from typing import Any

import click

from app.cli.basis import Onbruikbaar, vind_organisatie
from app.cli.importeer import importeer, lees_bytes
from app.domain.notitie.bewaarvorm import zelfde_gemeente
from app.domain.taal.hoeveel import hoeveel
from app.domain.voortgang.koppeling import Koppeling, Uitkomst, koppel_maatregelen
from app.domain.voortgang.periode import OngeldigePeriode, Periode, lees_periode
from app.domain.voortgang.structuur_json import als_dict
from app.models import Organisatie, db
from app.reading.terug.voortgang_lezen import lees_voortgang_terug
from app.reading.voortgang.lezen import GelezenVoortgang, LeesFout, lees_voortgang
from app.services.logboek import OPDRACHTREGEL
from app.services.notities.terugkomst import AndereGemeente
from app.services.voortgang.fouten import VoortgangFout
from app.services.voortgang.rapport_koppelen import bekende_maatregelen
from app.services.voortgang.rapport_overnemen import neem_voortgang_over
from app.services.voortgang.terug import vind_herkomst_voortgang
from app.services.voortgang.voorstel_overnemen import vind_of_open_periode, vind_open_periode

__all__ = ["importeer", "voortgang"]


@importeer.command("voortgang")
@click.argument("bestand", type=click.Path(path_type=Path))
@click.option("--organisatie", "slug", required=True, help="Slug van de organisatie.")
@click.option("--periode", "code", required=True, metavar="2019-H1", help="Over welke periode het gaat.")
@click.option("--proef", is_flag=True, help="Alleen lezen; niets opslaan.")
@click.option("--json", "als_json", is_flag=True, help="Schrijf wat is gelezen als JSON naar standaarduitvoer.")
def voortgang(bestand: Path, slug: str, code: str, proef: bool, als_json: bool) -> None:
    """Lees de voortgangstabellen uit een rapportage in .docx, .odt, PDF of gewone tekst (.txt)."""
    periode = _periode(code)
    organisatie = vind_organisatie(slug)
    gelezen = _lees(bestand, periode)
    if not proef:
        _weiger_terugkomst(bestand, organisatie, periode)
    koppeling = koppel_maatregelen(gelezen.voortgang, bekende_maatregelen(db.session(), organisatie.id))
    uitkomst = _proef(organisatie, periode) if proef else _sla_op(organisatie, periode, gelezen, koppeling)
    if als_json:
        click.echo(json.dumps(_als_object(gelezen), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_verslag(gelezen, koppeling, organisatie)))
        click.echo(uitkomst, err=proef)


def _periode(code: str) -> Periode:
    try:
        return lees_periode(code)
    except OngeldigePeriode as fout:
        raise Onbruikbaar(str(fout)) from None


def _lees(bestand: Path, periode: Periode) -> GelezenVoortgang:
    try:
        return lees_voortgang(lees_bytes(bestand), bestandsnaam=bestand.name, periode=periode)
    except LeesFout as fout:
        raise Onbruikbaar(f"{bestand.name}: {fout.zin}") from None


def _weiger_terugkomst(bestand: Path, organisatie: Organisatie, periode: Periode) -> None:
    """A file that we handed out says what it changes, and that is for a person to choose. Raises Onbruikbaar."""
    terug = lees_voortgang_terug(lees_bytes(bestand))
    if terug is None:
        return
    try:
        herkomst = vind_herkomst_voortgang(db.session(), terug=terug, organisatie=organisatie, gekozen=periode.code)
    except (AndereGemeente, VoortgangFout) as fout:
        raise Onbruikbaar(f"{bestand.name}: {fout}") from None
    if herkomst is not None:
        raise Onbruikbaar(
            f"{bestand.name} is een bestand van de voortgang over {periode.code} uit Doelspoor. Lees het op het scherm "
            "in, bij Rapportage importeren: daar kiest u per wijziging wat u overneemt."
        )


def _proef(organisatie: Organisatie, periode: Periode) -> str:
    try:
        vind_open_periode(db.session(), organisatie_id=organisatie.id, code=periode.code)
    except VoortgangFout as fout:
        return f"Proef: er is niets opgeslagen. Overnemen kan nu niet: {fout}"
    return "Proef: er is niets opgeslagen."


def _sla_op(organisatie: Organisatie, periode: Periode, gelezen: GelezenVoortgang, koppeling: Koppeling) -> str:
    """One transaction: everything or nothing. What only resembles a known maatregel is for a person to decide."""
    onzeker = [t for t in koppeling.treffers if t.uitkomst is Uitkomst.HERNOEMD]
    if onzeker:
        namen = "; ".join(f"'{t.naam}' lijkt op '{t.kandidaten[0].naam}'" for t in onzeker)
        raise Onbruikbaar(f"Niet zeker welke maatregel dit is: {namen}. Kies dat in Doelspoor, bij Importeren.")
    session = db.session()
    try:
        rij = vind_of_open_periode(session, organisatie_id=organisatie.id, code=periode.code, door=OPDRACHTREGEL)
        uitkomst = neem_voortgang_over(
            session, periode=rij, bron=gelezen.voortgang, door=OPDRACHTREGEL, kleuren=gelezen.kleuren
        )
    except VoortgangFout as fout:
        session.rollback()
        raise Onbruikbaar(str(fout)) from None
    session.commit()
    return f"Overgenomen in {periode.code} van {organisatie.naam}: {uitkomst.zin}."


def _als_object(gelezen: GelezenVoortgang) -> dict[str, Any]:
    """The shape of the source, and what else there is to say."""
    uit = als_dict(gelezen.voortgang)
    if gelezen.kleuren:
        uit["kleuren"] = {
            plek: {"kleur": k.kleur.value, "oorzaak": k.oorzaak, "gevolg": k.gevolg, "bijsturing": k.bijsturing}
            for plek, k in gelezen.kleuren.items()
        }
    uit["niet_herkend"] = [
        {"plaats": item.plaats.zin, "thema": item.thema, "tekst": item.tekst} for item in gelezen.niet_herkend
    ]
    uit["meldingen"] = [{"plaats": melding.plaats.zin, "tekst": melding.tekst} for melding in gelezen.meldingen]
    uit["waarschuwingen"] = list(gelezen.waarschuwingen)
    return uit


def _verslag(gelezen: GelezenVoortgang, koppeling: Koppeling, organisatie: Organisatie) -> list[str]:
    maatregelen = [maatregel for thema in gelezen.voortgang.themas for maatregel in thema.maatregelen]
    regels = sum(len(maatregel.regels) for maatregel in maatregelen)
    genoemd = gelezen.voortgang.gemeente
    anders = genoemd and not zelfde_gemeente(genoemd, organisatie.naam)
    return [
        gelezen.voortgang.titel,
        ", ".join(
            (
                hoeveel(len(gelezen.voortgang.themas), "thema", "thema's"),
                hoeveel(len(maatregelen), "maatregel", "maatregelen"),
                hoeveel(regels, "regel", "regels"),
            )
        ),
        *([f"Let op: dit bestand noemt {genoemd}, niet {organisatie.naam}."] if anders else []),
        *_lijst("Bij het lezen viel op:", gelezen.waarschuwingen),
        *_lijst("Niet herkend:", [f"{item.plaats.zin}: {item.tekst}" for item in gelezen.niet_herkend]),
        *_lijst("Na te kijken:", [f"{melding.plaats.zin}: {melding.tekst}" for melding in gelezen.meldingen]),
        *_lijst("Niet zeker welke maatregel dit is:", _op(koppeling, Uitkomst.HERNOEMD)),
        *_lijst("Bekend, maar niet in het bestand:", [b.naam for b in koppeling.ontbreekt]),
    ]


def _op(koppeling: Koppeling, uitkomst: Uitkomst) -> list[str]:
    return [treffer.naam for treffer in koppeling.treffers if treffer.uitkomst is uitkomst]


def _lijst(kop: str, regels: list[str]) -> list[str]:
    return [kop, *(f"- {regel}" for regel in regels)] if regels else []
