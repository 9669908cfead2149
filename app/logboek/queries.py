"""The lines of the logboek that somebody may read, newest first, a page or a whole file at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, Select, select

from app.auth.rechten import Recht, mag
from app.logboek.keuze import DOELSPOOR, Keuze
from app.models import Bron, Gebruiker, Logregel, Onderwerp, Rol, db

PER_PAGINA = 50
PER_BROK = 500
NIET_VOOR_U = "Cijfers ziet u niet: daarvoor is het recht nodig om ook kleine aantallen te zien."


class Lezer(NamedTuple):
    """Who reads."""

    organisatie_id: int
    rol: Rol


class Regel(NamedTuple):
    """`zonder_cijfers`: what was and became is left out for who reads this."""

    id: int
    tijdstip: datetime
    wie: str | None
    bron: Bron
    onderwerp: Onderwerp
    omschrijving: str
    notitie_id: int | None
    probleemgebied_id: int | None
    oud: dict[str, Any]
    nieuw: dict[str, Any]
    zonder_cijfers: bool


@dataclass(frozen=True, slots=True)
class Blad:
    """`ouder` and `nieuwer`: the id to go on from, None when there is nothing on that side."""

    regels: Sequence[Regel]
    ouder: int | None
    nieuwer: int | None


def gebruikers_van(lezer: Lezer) -> dict[int, str]:
    """By id, also who was removed: the name stays with what they did."""
    keuze = select(Gebruiker.id, Gebruiker.naam, Gebruiker.verwijderd_op)
    keuze = keuze.where(Gebruiker.organisatie_id == lezer.organisatie_id).order_by(Gebruiker.naam, Gebruiker.id)
    return {id_: f"{naam} (verwijderd)" if weg else naam for id_, naam, weg in db.session.execute(keuze)}


def blad(lezer: Lezer, keuze: Keuze, *, voor: int | None = None, na: int | None = None) -> Blad:
    """One page: the newest, what is older than the line `voor`, or what is newer than `na`. One query, however far
    back it is."""
    vraag = _vraag(lezer, keuze)
    if na is not None:
        rijen = list(db.session.execute(vraag.where(Logregel.id > na).order_by(Logregel.id).limit(PER_PAGINA + 1)))
        meer, rijen = len(rijen) > PER_PAGINA, rijen[:PER_PAGINA][::-1]
        ouder, nieuwer = bool(rijen), meer
    else:
        if voor is not None:
            vraag = vraag.where(Logregel.id < voor)
        rijen = list(db.session.execute(vraag.order_by(Logregel.id.desc()).limit(PER_PAGINA + 1)))
        ouder, nieuwer = len(rijen) > PER_PAGINA, voor is not None
        rijen = rijen[:PER_PAGINA]
    regels = [_regel(lezer, rij) for rij in rijen]
    eerste, laatste = (regels[0].id, regels[-1].id) if regels else (voor or 0, na or 0)
    return Blad(regels, laatste if ouder else None, eerste if nieuwer else None)


def brok(lezer: Lezer, keuze: Keuze, voor: int | None) -> list[Regel]:
    """The next so many lines of a long list, older than the line `voor`."""
    vraag = _vraag(lezer, keuze).order_by(Logregel.id.desc()).limit(PER_BROK)
    rijen = db.session.execute(vraag if voor is None else vraag.where(Logregel.id < voor))
    return [_regel(lezer, rij) for rij in rijen]


def alle_regels(lezer: Lezer, keuze: Keuze) -> Iterator[Regel]:
    """All of them, read as they are used, so that a long logboek need not fit in memory."""
    voor: int | None = None
    while regels := brok(lezer, keuze, voor):
        yield from regels
        voor = regels[-1].id


def _vraag(lezer: Lezer, keuze: Keuze) -> Select[Any]:
    kolommen = (
        Logregel.id,
        Logregel.tijdstip,
        Gebruiker.naam.label("wie"),
        Logregel.bron,
        Logregel.onderwerp,
        Logregel.omschrijving,
        Logregel.notitie_id,
        Logregel.probleemgebied_id,
        Logregel.oud,
        Logregel.nieuw,
    )
    vraag = select(*kolommen).outerjoin(Gebruiker, Gebruiker.id == Logregel.gebruiker_id)
    return vraag.where(Logregel.organisatie_id == lezer.organisatie_id, *_mag_zien(lezer), *_gekozen(keuze))


def _mag_zien(lezer: Lezer) -> Iterator[ColumnElement[bool]]:
    """What is arranged about somebody's account is for who arranges it."""
    if not mag(lezer.rol, Recht.GEBRUIKERS_BEHEREN):
        yield Logregel.over_gebruiker_id.is_(None)


def _gekozen(keuze: Keuze) -> Iterator[ColumnElement[bool]]:
    if keuze.vanaf is not None:
        yield Logregel.tijdstip >= keuze.vanaf
    if keuze.voor is not None:
        yield Logregel.tijdstip < keuze.voor
    if keuze.wie is not None:
        yield Logregel.gebruiker_id.is_(None) if keuze.wie == DOELSPOOR else Logregel.gebruiker_id == keuze.wie
    if keuze.onderwerp is not None:
        yield Logregel.onderwerp == keuze.onderwerp
    if keuze.bron is not None:
        yield Logregel.bron == keuze.bron
    if keuze.woord:
        yield Logregel.omschrijving.icontains(keuze.woord, autoescape=True)


def _regel(lezer: Lezer, rij: Row[Any]) -> Regel:
    verborgen = rij.onderwerp is Onderwerp.CIJFERS and not mag(lezer.rol, Recht.KLEINE_AANTALLEN_ZIEN)
    velden: dict[str, Any] = dict(rij._mapping) | {"zonder_cijfers": verborgen}
    return Regel(**velden | ({"oud": {}, "nieuw": {}} if verborgen else {}))
