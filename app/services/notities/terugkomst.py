"""A text document that came back: of which notitie it is, what it changes, and taking over what was chosen."""

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass, replace

from sqlalchemy import func, select

from app.domain import structuur as s
from app.domain.notitie.bewaarvorm import bewaarvorm, zelfde_gemeente
from app.domain.notitie.structuur_json import als_dict, uit_dict
from app.domain.notitie.verschil import Verschil
from app.domain.terugkomst.nieuw import herken_nieuwe
from app.domain.terugkomst.toepassen import pas_toe
from app.domain.terugkomst.vergelijken import Sleutel, Stand, Terugkomst, vergelijk
from app.models import Notitie, Organisatie, Probleemgebied, Uitvoer
from app.models.basis import Sessie, nieuw_merk
from app.models.notitie import nieuwste_eerst
from app.reading.terug.bouw import bouw
from app.reading.terug.gelezen import Terug
from app.reading.terug.uitkomst import Teruggebracht
from app.services.logboek import Dader
from app.services.notities.overnemen import breng_in_lijn, laad_geheel, neem_in_bewerking
from app.services.notities.structuur_van import structuur_van_notitie
from app.services.notities.versies import laatste_versie
from app.services.uitvoer import ALS_DEEL, vind_uitvoer

ANDERE_GEMEENTE = (
    "Dit bestand is een uitvoer van {van}, niet van {eigen}. Er is niets gelezen. Wilt u deze tekst toch gebruiken, "
    "kopieer hem dan in Word naar een nieuw document en lees dat in als een nieuwe notitie."
)
TOEN_ONBEKEND = (
    "Hoe de notitie was toen dit bestand is gemaakt, is niet meer bekend. Het bestand is daarom vergeleken met de "
    "notitie zoals zij nu is: wat collega’s sindsdien wijzigden, staat hieronder als een wijziging terug."
)


class AndereGemeente(Exception):
    """The Dutch sentence names whose file it is."""


class IntussenGewijzigd(Exception):
    """A colleague changed the notitie since the choices were made."""


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Which notitie a file is of. `toen`: how it was in the file when it went out; `als_deel`: only a part of it.
    `uitvoer` is None when that is no longer known, and `toen` is how it is now."""

    notitie: Notitie
    toen: s.Notitie
    als_deel: bool = False
    uitvoer: Uitvoer | None = None


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """`stand`: a fingerprint of how the notitie is now, to see whether somebody changes it meanwhile."""

    terugkomst: Terugkomst
    stand: str


def vind_herkomst(session: Sessie, *, terug: Terug, organisatie: Organisatie) -> Herkomst | None:
    """None when it is of no notitie that is here. Raises AndereGemeente."""
    uitvoer = vind_uitvoer(session, code=terug.uitvoer, organisatie_id=organisatie.id) if terug.uitvoer else None
    if uitvoer is not None and uitvoer.notitie_id is not None:
        notitie = session.get_one(Notitie, uitvoer.notitie_id)
        return Herkomst(notitie, uit_dict(uitvoer.inhoud), bool(uitvoer.inhoud.get(ALS_DEEL)), uitvoer)
    if terug.organisatie and not zelfde_gemeente(terug.organisatie, organisatie.naam):
        raise AndereGemeente(ANDERE_GEMEENTE.format(van=terug.organisatie, eigen=organisatie.naam))
    return _op_merken(session, terug, organisatie)


def _op_merken(session: Sessie, terug: Terug, organisatie: Organisatie) -> Herkomst | None:
    """The notitie of which most probleemgebieden are in the file, and the newest of those."""
    merken = {gebied.merk for gebied in terug.gebieden if gebied.merk}
    keuze = (
        select(Notitie)
        .join(Notitie.probleemgebieden)
        .where(Notitie.organisatie_id == organisatie.id, Probleemgebied.merk.in_(merken))
        .group_by(Notitie.id)
        .order_by(func.count().desc(), *nieuwste_eerst())
        .limit(1)
    )
    notitie = session.scalars(keuze).first() if merken else None
    if notitie is None:
        return None
    notitie = laatste_versie(session, notitie)
    nu = structuur_van_notitie(laad_geheel(session, notitie))
    als_deel = not terug.lijst and len(merken) < len(nu.probleemgebieden)
    return Herkomst(notitie, alleen(nu, merken) if als_deel else nu, als_deel)


def lees_met_herkomst(terug: Terug, herkomst: Herkomst) -> Teruggebracht:
    """What the file says now, in a form that can be kept. New items have a merk of their own."""
    gebracht = bouw(terug, herkomst.toen, nieuw_merk)
    gebracht.notitie = bewaarvorm(gebracht.notitie)
    if herkomst.uitvoer is None:
        gebracht.meldingen.insert(0, TOEN_ONBEKEND)
    return gebracht


def alleen(notitie: s.Notitie, merken: Collection[str | None]) -> s.Notitie:
    """The part of a notitie that a file of some of its probleemgebieden holds."""
    gebieden = [gebied for gebied in notitie.probleemgebieden if gebied.merk in merken]
    return replace(notitie, inleiding="", probleemgebieden=gebieden)


def vergelijk_met_nu(
    session: Sessie, *, notitie: Notitie, toen: s.Notitie, bestand: s.Notitie, als_deel: bool
) -> Vergelijking:
    return _vergelijk(laad_geheel(session, notitie), toen, bestand, als_deel)[0]


def _vergelijk(
    notitie: Notitie, toen: s.Notitie, bestand: s.Notitie, als_deel: bool
) -> tuple[Vergelijking, s.Notitie, s.Notitie]:
    """Also how the notitie is now, and the file with what was taken over before recognised."""
    nu = structuur_van_notitie(notitie)
    deel = alleen(nu, {gebied.merk for gebied in (*toen.probleemgebieden, *bestand.probleemgebieden)})
    bestand = herken_nieuwe(toen, bestand, nu)
    stand = hashlib.sha256(json.dumps(als_dict(nu), sort_keys=True).encode()).hexdigest()
    return Vergelijking(vergelijk(toen, bestand, deel if als_deel else nu), stand), nu, bestand


def neem_terugkomst_over(
    session: Sessie,
    *,
    notitie: Notitie,
    toen: s.Notitie,
    bestand: s.Notitie,
    als_deel: bool,
    gekozen: Collection[Sleutel],
    stand: str | None,
    door: Dader,
) -> Verschil:
    """All or nothing. `stand`: how the notitie was when the choices were made; None: however it is.

    Raises NotitieNietTeWijzigen or IntussenGewijzigd.
    """
    geheel = neem_in_bewerking(session, notitie)
    vergelijking, nu, bestand = _vergelijk(geheel, toen, bestand, als_deel)
    if stand is not None and vergelijking.stand != stand:
        raise IntussenGewijzigd
    kan = {keuze.sleutel for keuze in vergelijking.terugkomst.met(Stand.VRIJ, Stand.BOTSING)}
    nieuw = bewaarvorm(pas_toe(nu, bestand, [sleutel for sleutel in gekozen if sleutel in kan]))
    return breng_in_lijn(session, notitie=geheel, nieuw=nieuw, door=door)
