"""A Word file with the tables of a period that came back: of which period it is, and what it changes."""

import hashlib
import json
from dataclasses import dataclass

from sqlalchemy import func, select

from app.domain.notitie.bewaarvorm import zelfde_gemeente
from app.domain.terugkomst.vergelijken import Terugkomst
from app.domain.terugkomst.voortgang import herken_nieuwe_rijen, vergelijk_tabellen
from app.domain.voortgang.periode import OngeldigePeriode, lees_periode
from app.domain.voortgang.tabel import Tabellen, aangevuld, id_van
from app.models import Organisatie, PeriodeStatus, Rapportageperiode, Uitvoer, Voortgangsregel
from app.models.basis import Sessie, nieuw_merk
from app.reading.terug.voortgang_bouw import TabellenTerug, bouw_tabellen
from app.reading.terug.voortgang_gelezen import VoortgangTerug
from app.reading.voortgang.kolommen import Kolom
from app.services.notities.terugkomst import AndereGemeente
from app.services.uitvoer import KOLOMMEN, TABELLEN, vind_uitvoer
from app.services.voortgang.fouten import OngeldigeKeuze, PeriodeGesloten
from app.services.voortgang.periode_openen import vind_periode
from app.services.voortgang.tabellen_json import als_dict, uit_dict
from app.services.voortgang.tabellen_nu import lees_nu

ANDERE_GEMEENTE = (
    "Dit bestand is een uitvoer van {van}, niet van {eigen}. Er is niets gelezen. Wilt u deze tekst toch gebruiken, "
    "kopieer de tabellen dan in Word naar een nieuw document en lees dat in."
)
ANDERE_PERIODE = (
    "Dit bestand is de voortgang over {van}, en u koos de periode {gekozen}. Er is niets gelezen. Laat de periode leeg "
    "om de wijzigingen in {van} te bekijken."
)
GESLOTEN = (
    "Dit bestand is de voortgang over {code}. Die periode is gesloten en staat vast; er is niets gewijzigd. Een "
    "manager kan haar heropenen, en daarna kunt u het bestand opnieuw inlezen."
)
TOEN_ONBEKEND = (
    "Hoe de voortgang was toen dit bestand is gemaakt, is niet meer bekend. Het bestand is daarom vergeleken met de "
    "voortgang zoals zij nu is: wat collega’s sindsdien wijzigden, staat hieronder als een wijziging terug."
)
NIEUWER = (
    "Dit is niet de laatste uitvoer van deze periode: daarna is de voortgang nog eens als tekstbestand opgehaald, met "
    "andere inhoud. Wat sindsdien op het scherm is gewijzigd, wordt niet overschreven."
)


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Of which period a file is. `toen`: how it was in the file when it went out, with what else there is now.
    `uitvoer` is None when that is no longer known, and `toen` is how it is now."""

    periode: Rapportageperiode
    toen: Tabellen
    uitvoer: Uitvoer | None = None


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """`stand`: a fingerprint of how the voortgang is now, to see whether somebody changes it meanwhile."""

    terugkomst: Terugkomst
    stand: str
    nu: Tabellen
    bestand: Tabellen


def vind_herkomst_voortgang(
    session: Sessie, *, terug: VoortgangTerug, organisatie: Organisatie, gekozen: str = ""
) -> Herkomst | None:
    """None when it is of no period that is here. `gekozen`: the code of the period that the user says it is of.

    Raises AndereGemeente, PeriodeGesloten, or OngeldigeKeuze for another period.
    """
    uitvoer = vind_uitvoer(session, code=terug.uitvoer, organisatie_id=organisatie.id) if terug.uitvoer else None
    if uitvoer is None and terug.organisatie and not zelfde_gemeente(terug.organisatie, organisatie.naam):
        raise AndereGemeente(ANDERE_GEMEENTE.format(van=terug.organisatie, eigen=organisatie.naam))
    periode = _periode(session, terug, organisatie.id, uitvoer)
    if periode is None:
        return None
    if gekozen and gekozen != periode.code:
        raise OngeldigeKeuze(ANDERE_PERIODE.format(van=periode.code, gekozen=gekozen))
    if periode.status is PeriodeStatus.GESLOTEN:
        raise PeriodeGesloten(GESLOTEN.format(code=periode.code))
    nu = lees_nu(session, periode).tabellen
    if uitvoer is None or uitvoer.periode_id is None:
        return Herkomst(periode, nu)
    return Herkomst(periode, aangevuld(uit_dict(uitvoer.inhoud[TABELLEN]), nu), uitvoer)


def _periode(
    session: Sessie, terug: VoortgangTerug, organisatie_id: int, uitvoer: Uitvoer | None
) -> Rapportageperiode | None:
    """By its export, by what the file says, or by the rows that are marked in it."""
    if uitvoer is not None and uitvoer.periode_id is not None:
        return session.get_one(Rapportageperiode, uitvoer.periode_id)
    if terug.periode:
        try:
            return vind_periode(session, organisatie_id=organisatie_id, code=lees_periode(terug.periode).code)
        except OngeldigePeriode:
            return None
    ids = [id_ for rij in terug.rijen if (id_ := id_van(rij.regel_merk)) is not None]
    keuze = (
        select(Rapportageperiode)
        .join(Voortgangsregel, Voortgangsregel.periode_id == Rapportageperiode.id)
        .where(Voortgangsregel.organisatie_id == organisatie_id, Voortgangsregel.id.in_(ids))
        .group_by(Rapportageperiode.id)
        .order_by(func.count().desc(), Rapportageperiode.id.desc())
        .limit(1)
    )
    return session.scalars(keuze).first() if ids else None


def lees_met_herkomst_voortgang(session: Sessie, terug: VoortgangTerug, herkomst: Herkomst) -> TabellenTerug:
    """What the file says now. New rows have a merk of their own."""
    kolommen = herkomst.uitvoer.inhoud[KOLOMMEN] if herkomst.uitvoer else []
    gebracht = bouw_tabellen(
        terug, herkomst.toen, nieuw_merk, verwacht=frozenset({Kolom.PLANNING, *map(Kolom, kolommen)})
    )
    if herkomst.uitvoer is None:
        gebracht.meldingen.insert(0, TOEN_ONBEKEND)
    elif _is_er_nieuwer(session, herkomst.uitvoer):
        gebracht.meldingen.insert(0, NIEUWER)
    return gebracht


def _is_er_nieuwer(session: Sessie, uitvoer: Uitvoer) -> bool:
    keuze = select(Uitvoer.id).where(
        Uitvoer.periode_id == uitvoer.periode_id, Uitvoer.id > uitvoer.id, Uitvoer.afdruk != uitvoer.afdruk
    )
    return session.scalars(keuze.limit(1)).first() is not None


def vergelijk_voortgang_met_nu(
    session: Sessie, *, periode: Rapportageperiode, toen: Tabellen, bestand: Tabellen
) -> Vergelijking:
    nu = lees_nu(session, periode)
    bestand = herken_nieuwe_rijen(toen, bestand, nu.tabellen)
    afdruk = json.dumps([als_dict(nu.tabellen), sorted(nu.dicht), periode.status.value], sort_keys=True)
    return Vergelijking(
        vergelijk_tabellen(toen, bestand, nu.tabellen, dicht=nu.dicht),
        hashlib.sha256(afdruk.encode()).hexdigest(),
        nu.tabellen,
        bestand,
    )
