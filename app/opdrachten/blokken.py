"""From the tables to the blokken of the overview."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload, load_only, selectinload
from sqlalchemy.sql.base import ExecutableOption

from app.domain.opdrachtoverzicht import Blok, Regel
from app.domain.structuur import Opdrachtnemer
from app.models import Doel, Interventie, Notitie, Onderdeel, Organisatie, Probleemgebied, Toewijzing, db

Sleutel = tuple[int, Opdrachtnemer]


def laad_blokken(sleutels: Sequence[Sleutel]) -> list[Blok]:
    """One Blok per (id of a probleemgebied, opdrachtnemer), in that order; eight queries however many."""
    keuze = select(Probleemgebied).where(Probleemgebied.id.in_({id_ for id_, _ in sleutels})).options(*_laadwijze())
    gebieden = {gebied.id: gebied for gebied in db.session.scalars(keuze)}
    return [blok_van(gebieden[id_], wie) for id_, wie in sleutels if id_ in gebieden]


def _laadwijze() -> list[ExecutableOption]:
    interventies = selectinload(Probleemgebied.interventies)
    notitie = joinedload(Probleemgebied.notitie, innerjoin=True)
    return [
        load_only(Probleemgebied.naam, Probleemgebied.volgorde, Probleemgebied.notitie_id),
        notitie.load_only(Notitie.titel).joinedload(Notitie.organisatie, innerjoin=True).load_only(Organisatie.naam),
        selectinload(Probleemgebied.doelen).load_only(Doel.nummer, Doel.tekst).selectinload(Doel.toewijzingen),
        interventies.load_only(Interventie.nummer, Interventie.tekst).selectinload(Interventie.toewijzingen),
        interventies.selectinload(Interventie.onderdelen).selectinload(Onderdeel.toewijzingen),
        selectinload(Probleemgebied.opdrachten),
    ]


def blok_van(gebied: Probleemgebied, wie: Opdrachtnemer) -> Blok:
    return Blok(
        organisatie=gebied.notitie.organisatie.naam,
        notitie=gebied.notitie.titel,
        probleemgebied=gebied.naam,
        volgorde=gebied.volgorde,
        opdrachtnemer=wie,
        doelen=tuple(_doel(doel, wie) for doel in gebied.doelen if _toewijzing(doel.toewijzingen, wie)),
        interventies=tuple(regel for i in gebied.interventies if (regel := _interventie(i, wie))),
        opdrachten=tuple(opdracht.tekst for opdracht in gebied.opdrachten if opdracht.opdrachtnemer is wie),
    )


def _doel(doel: Doel, wie: Opdrachtnemer) -> Regel:
    eigen = _toewijzing(doel.toewijzingen, wie)
    return Regel(
        kenmerk=str(doel.nummer),
        tekst=doel.tekst,
        gedeeld=_toewijzing(doel.toewijzingen, _ander(wie)) is not None,
        voorbehoud=eigen is not None and eigen.voorbehoud,
    )


def _interventie(interventie: Interventie, wie: Opdrachtnemer) -> Regel | None:
    """None when `wie` carries neither the interventie nor an onderdeel of it."""
    eigen = _toewijzing(interventie.toewijzingen, wie)
    onderdelen = _onderdelen(interventie, wie)
    if eigen is None and not onderdelen:
        return None
    ander = _ander(wie)
    van_ander = {onderdeel.id for onderdeel, _ in _onderdelen(interventie, ander)}
    return Regel(
        kenmerk=str(interventie.nummer),
        tekst=interventie.tekst,
        gedeeld=bool(van_ander) or _toewijzing(interventie.toewijzingen, ander) is not None,
        voorbehoud=eigen is not None and eigen.voorbehoud,
        onderdelen=tuple(
            Regel(f"{interventie.nummer}{onderdeel.letter}", onderdeel.tekst, onderdeel.id in van_ander, voorbehoud)
            for onderdeel, voorbehoud in onderdelen
        ),
    )


def _onderdelen(interventie: Interventie, wie: Opdrachtnemer) -> list[tuple[Onderdeel, bool]]:
    """The onderdelen that `wie` carries, each with its voorbehoud.

    "3 (a, b)" gives two of them; "3" without letters gives the whole interventie, so every onderdeel of it.
    """
    eigen = [(o, t.voorbehoud) for o in interventie.onderdelen if (t := _toewijzing(o.toewijzingen, wie))]
    geheel = _toewijzing(interventie.toewijzingen, wie)
    if eigen or geheel is None:
        return eigen
    return [(onderdeel, geheel.voorbehoud) for onderdeel in interventie.onderdelen]


def _toewijzing(toewijzingen: Iterable[Toewijzing], wie: Opdrachtnemer) -> Toewijzing | None:
    return next((toewijzing for toewijzing in toewijzingen if toewijzing.opdrachtnemer is wie), None)


def _ander(wie: Opdrachtnemer) -> Opdrachtnemer:
    return Opdrachtnemer.LOKAAL if wie is Opdrachtnemer.RIGG else Opdrachtnemer.RIGG
