"""From the tables to the blokken of the overview."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.opdrachtoverzicht import Blok, Regel
from app.domain.structuur import Opdrachtnemer
from app.models import Opdrachtantwoord, Probleemgebied, db
from app.services.notities.gebied_lezen import (
    Leesdoel,
    Leesgebied,
    Leesinterventie,
    Leesonderdeel,
    Leestoewijzing,
    lees_gebieden,
)
from app.services.regio.antwoorden import Antwoorden, antwoorden_in

Sleutel = tuple[int, Opdrachtnemer]


def laad_blokken(sleutels: Sequence[Sleutel]) -> list[Blok]:
    """One Blok per (id of a probleemgebied, opdrachtnemer), in that order; four queries however many."""
    gelezen = lees_gebieden(db.session(), Probleemgebied.id.in_({id_ for id_, _ in sleutels}))
    gebieden = {gebied.id: gebied for gebied in gelezen}
    antwoorden = antwoorden_bij(gelezen)
    return [blok_van(gebieden[id_], wie, antwoorden) for id_, wie in sleutels if id_ in gebieden]


def antwoorden_bij(gebieden: Iterable[Leesgebied]) -> Antwoorden:
    """What the RIGG answered to anything in these notities, in whatever version of them."""
    lijnen = {gebied.notitie.lijn for gebied in gebieden}
    return antwoorden_in(db.session(), Opdrachtantwoord.lijn.in_(lijnen))


def blok_van(gebied: Leesgebied, wie: Opdrachtnemer, antwoorden: Antwoorden | None = None) -> Blok:
    """`antwoorden` are of the RIGG, so they belong to nothing that somebody else carries."""
    blok = _blok(gebied, wie)
    return _met_antwoorden(blok, gebied, antwoorden) if antwoorden and wie is Opdrachtnemer.RIGG else blok


def _met_antwoorden(blok: Blok, gebied: Leesgebied, antwoorden: Antwoorden) -> Blok:
    def met(regels: tuple[Regel, ...]) -> tuple[Regel, ...]:
        plek = (gebied.organisatie_id, gebied.notitie.lijn)
        return tuple(replace(regel, antwoord=antwoorden.get((*plek, regel.merk))) for regel in regels)

    return replace(blok, doelen=met(blok.doelen), interventies=met(blok.interventies), opdrachten=met(blok.opdrachten))


def _blok(gebied: Leesgebied, wie: Opdrachtnemer) -> Blok:
    return Blok(
        organisatie=gebied.notitie.organisatie.naam,
        notitie=gebied.notitie.titel,
        probleemgebied=gebied.naam,
        volgorde=gebied.volgorde,
        opdrachtnemer=wie,
        doelen=tuple(_doel(doel, wie) for doel in gebied.doelen if _toewijzing(doel.toewijzingen, wie)),
        interventies=tuple(regel for i in gebied.interventies if (regel := _interventie(i, wie))),
        opdrachten=tuple(Regel("", o.tekst, merk=o.merk) for o in gebied.opdrachten if o.opdrachtnemer is wie),
    )


def _doel(doel: Leesdoel, wie: Opdrachtnemer) -> Regel:
    eigen = _toewijzing(doel.toewijzingen, wie)
    return Regel(
        kenmerk=str(doel.nummer),
        tekst=doel.tekst,
        gedeeld=_toewijzing(doel.toewijzingen, _ander(wie)) is not None,
        voorbehoud=eigen is not None and eigen.voorbehoud,
        merk=doel.merk,
    )


def _interventie(interventie: Leesinterventie, wie: Opdrachtnemer) -> Regel | None:
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
        merk=interventie.merk,
        onderdelen=tuple(
            Regel(f"{interventie.nummer}{onderdeel.letter}", onderdeel.tekst, onderdeel.id in van_ander, voorbehoud)
            for onderdeel, voorbehoud in onderdelen
        ),
    )


def _onderdelen(interventie: Leesinterventie, wie: Opdrachtnemer) -> list[tuple[Leesonderdeel, bool]]:
    """The onderdelen that `wie` carries, each with its voorbehoud.

    "3 (a, b)" gives two of them; "3" without letters gives the whole interventie, so every onderdeel of it.
    """
    eigen = [(o, t.voorbehoud) for o in interventie.onderdelen if (t := _toewijzing(o.toewijzingen, wie))]
    geheel = _toewijzing(interventie.toewijzingen, wie)
    if eigen or geheel is None:
        return eigen
    return [(onderdeel, geheel.voorbehoud) for onderdeel in interventie.onderdelen]


def _toewijzing(toewijzingen: Iterable[Leestoewijzing], wie: Opdrachtnemer) -> Leestoewijzing | None:
    return next((toewijzing for toewijzing in toewijzingen if toewijzing.opdrachtnemer is wie), None)


def _ander(wie: Opdrachtnemer) -> Opdrachtnemer:
    return Opdrachtnemer.LOKAAL if wie is Opdrachtnemer.RIGG else Opdrachtnemer.RIGG
