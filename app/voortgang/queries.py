"""What the screens of voortgang read, each in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from flask_login import current_user
from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager, joinedload

from app.auth.bereik import zichtbare_periode
from app.domain.voortgang.periodestatus import MOET_NOG
from app.domain.voortgang.structuur import Kleur
from app.models import (
    Beoordeling,
    Gebruiker,
    Kleurdefinitie,
    Maatregel,
    PeriodeStatus,
    Rapportageperiode,
    Rol,
    Thema,
    Verwijdering,
    Voortgangsregel,
    db,
)
from app.services.notities.maatregel_links import te_koppelen
from app.services.voortgang.verwijderen import MAATREGEL, REGEL, THEMA

# Who may fill in, and so may be asked to.
INVULLERS = (Rol.BELEIDSADVISEUR, Rol.MANAGER)


@dataclass(slots=True)
class PeriodeStand:
    """`nog`: per owner (None: nobody) how many rows are still to be filled in. Only counted while it is not closed."""

    periode: Rapportageperiode
    regels: int = 0
    ingevuld: int = 0
    akkoord: int = 0
    nog: list[tuple[str | None, int]] = field(default_factory=list)


def standen() -> list[PeriodeStand]:
    """Every period this user may see, newest first."""
    keuze = (
        select(Rapportageperiode)
        .where(zichtbare_periode(current_user))
        .order_by(Rapportageperiode.tot.desc(), Rapportageperiode.van.desc())
        .options(joinedload(Rapportageperiode.gesloten_door))
    )
    uit = {periode.id: PeriodeStand(periode) for periode in db.session.scalars(keuze)}
    nog: dict[int, dict[str | None, int]] = defaultdict(lambda: defaultdict(int))
    for periode_id, eigenaar, beoordeling, aantal in db.session.execute(_telling()):
        stand = uit[periode_id]
        stand.regels += aantal
        stand.ingevuld += 0 if beoordeling.moet_nog else aantal
        stand.akkoord += aantal if beoordeling is Beoordeling.AKKOORD else 0
        if beoordeling.moet_nog:
            nog[periode_id][eigenaar] += aantal
    for periode_id, wie in nog.items():
        uit[periode_id].nog = sorted(wie.items(), key=lambda paar: (paar[0] is None, (paar[0] or "").casefold()))
    return list(uit.values())


def _telling() -> Select[int, str | None, Beoordeling, int]:
    v = Voortgangsregel
    return (
        select(v.periode_id, Gebruiker.naam, v.beoordeling, func.count())
        .join(Rapportageperiode, Rapportageperiode.id == v.periode_id)
        .join(Maatregel, Maatregel.id == v.maatregel_id)
        .outerjoin(Gebruiker, Gebruiker.id == Maatregel.eigenaar_id)
        .where(zichtbare_periode(current_user), Rapportageperiode.status != PeriodeStatus.GESLOTEN)
        .group_by(v.periode_id, Gebruiker.id, Gebruiker.naam, v.beoordeling)
    )


def periode(code: str) -> Rapportageperiode | None:
    keuze = select(Rapportageperiode).where(Rapportageperiode.code == code, zichtbare_periode(current_user))
    return db.session.scalars(keuze.options(joinedload(Rapportageperiode.organisatie))).first()


def regel(van: Rapportageperiode, id_: int) -> Voortgangsregel | None:
    keuze = select(Voortgangsregel).where(Voortgangsregel.id == id_, Voortgangsregel.periode_id == van.id)
    opties = joinedload(Voortgangsregel.maatregel).joinedload(Maatregel.thema)
    return db.session.scalars(keuze.options(opties)).first()


def niet_akkoord(van: Rapportageperiode) -> Sequence[Voortgangsregel]:
    """In the order of the report, with their maatregelen."""
    keuze = (
        select(Voortgangsregel)
        .join(Voortgangsregel.maatregel)
        .join(Maatregel.thema)
        .where(Voortgangsregel.periode_id == van.id, Voortgangsregel.beoordeling != Beoordeling.AKKOORD)
        .order_by(Thema.nummer, Maatregel.volgorde, Voortgangsregel.volgorde)
        .options(contains_eager(Voortgangsregel.maatregel).contains_eager(Maatregel.thema))
        .options(contains_eager(Voortgangsregel.maatregel).joinedload(Maatregel.eigenaar))
    )
    return db.session.scalars(keuze).all()


def aantal_leeg(van: Rapportageperiode) -> int:
    """Blank, or sent back."""
    leeg = Voortgangsregel.beoordeling.in_(MOET_NOG)
    return db.session.scalar(select(func.count()).where(Voortgangsregel.periode_id == van.id, leeg)) or 0


def themas() -> Sequence[Thema]:
    """Of the own organisatie."""
    keuze = select(Thema).where(Thema.organisatie_id == current_user.organisatie_id).order_by(Thema.nummer)
    return db.session.scalars(keuze).all()


def thema(id_: int) -> Thema | None:
    keuze = select(Thema).where(Thema.id == id_, Thema.organisatie_id == current_user.organisatie_id)
    return db.session.scalars(keuze).first()


def maatregel(id_: int) -> Maatregel | None:
    keuze = select(Maatregel).where(Maatregel.id == id_, Maatregel.organisatie_id == current_user.organisatie_id)
    return db.session.scalars(keuze.options(joinedload(Maatregel.thema))).first()


def mogelijke_eigenaren(ook: int | None = None) -> Sequence[Gebruiker]:
    """Who can fill in here; `ook`: and who is owner already, even when that person has gone."""
    hier = Gebruiker.organisatie_id == current_user.organisatie_id
    keuze = select(Gebruiker).where(
        hier, (Gebruiker.actief & Gebruiker.rol.in_(INVULLERS)) | (Gebruiker.id == (ook or 0))
    )
    return db.session.scalars(keuze.order_by(func.lower(Gebruiker.naam), Gebruiker.id)).all()


def interventies() -> list[tuple[int, str]]:
    """Of the own organisatie: id, and "Wachttijden 2: Meer spreekuren"."""
    mogelijk = te_koppelen(db.session(), current_user.organisatie_id)
    return [(i.id, f"{i.probleemgebied} {i.nummer}: {_kort(i.tekst)}") for i in mogelijk]


def _kort(tekst: str, lengte: int = 110) -> str:
    een_regel = " ".join(tekst.split())
    return een_regel if len(een_regel) <= lengte else f"{een_regel[:lengte].rsplit(' ', 1)[0]} …"


def kleurdefinities() -> dict[Kleur, str]:
    keuze = select(Kleurdefinitie).where(Kleurdefinitie.organisatie_id == current_user.organisatie_id)
    return {definitie.kleur: definitie.omschrijving for definitie in db.session.scalars(keuze)}


def verwijdering(id_: int) -> Verwijdering | None:
    """Something of voortgang that was removed in the own organisatie."""
    keuze = select(Verwijdering).where(
        Verwijdering.id == id_,
        Verwijdering.organisatie_id == current_user.organisatie_id,
        Verwijdering.soort.in_((THEMA, MAATREGEL, REGEL)),
    )
    return db.session.scalars(keuze).first()
