"""The tables as plain values: what bevindingen are computed on and documents are written from.

Touches every list of a probleemgebied; load it with `met_alles` first, or each list costs a query. What is only looked
at comes from `lees_gebieden`, and costs less.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import selectinload
from sqlalchemy.sql.base import ExecutableOption

from app.domain import structuur as s
from app.models import Doel, Interventie, Notitie, Onderdeel, Opdracht, Probleemgebied, Punt, PuntSoort
from app.services.notities.gebied_lezen import Leesdoel, Leesgebied, Leesinterventie, Leesopdracht, Leespunt
from app.services.notities.items import op_volgorde

Gebied = Probleemgebied | Leesgebied


def met_alles(pad: Any = None) -> list[ExecutableOption]:
    """Loader options: everything below a Probleemgebied, a fixed number of queries however many rows.

    `pad` is the loader that leads to it, such as `selectinload(Notitie.probleemgebieden)`.
    """

    def laad(attribuut: Any) -> Any:
        return pad.selectinload(attribuut) if pad is not None else selectinload(attribuut)

    # An indicator finds its doel among the doelen that are loaded here. At most two toewijzingen hang on anything,
    # so joining them costs less than a query.
    return [
        laad(Probleemgebied.punten),
        laad(Probleemgebied.doelen).joinedload(Doel.toewijzingen),
        laad(Probleemgebied.indicatoren),
        laad(Probleemgebied.interventies).joinedload(Interventie.toewijzingen),
        laad(Probleemgebied.interventies).selectinload(Interventie.onderdelen).joinedload(Onderdeel.toewijzingen),
        laad(Probleemgebied.opdrachten),
    ]


def structuur_van_notitie(notitie: Notitie, gebieden: Iterable[Leesgebied] | None = None) -> s.Notitie:
    """`gebieden`: those of the notitie, when they were read apart."""
    onder = notitie.probleemgebieden if gebieden is None else gebieden
    return replace(
        _gegevens(notitie),
        inleiding=notitie.inleiding,
        probleemgebieden=[structuur_van_probleemgebied(gebied) for gebied in onder],
    )


def structuur_van_deel(gebied: Gebied) -> s.Notitie:
    """One probleemgebied with the gegevens of its notitie, without the rest of it."""
    return replace(_gegevens(gebied.notitie), probleemgebieden=[structuur_van_probleemgebied(gebied)])


def _gegevens(notitie: Notitie) -> s.Notitie:
    return s.Notitie(
        titel=notitie.titel,
        gemeente=notitie.organisatie.naam,
        versie=notitie.versie,
        datum=notitie.datum,
        referentiejaar=notitie.referentiejaar,
        doeljaar=notitie.doeljaar,
    )


def structuur_van_probleemgebied(gebied: Gebied) -> s.Probleemgebied:
    return s.Probleemgebied(
        volgorde=gebied.volgorde,
        naam=gebied.naam,
        prioriteit=gebied.prioriteit,
        ist=[_regel(punt) for punt in gebied.punten if punt.soort is PuntSoort.IST],
        soll=[_regel(punt) for punt in gebied.punten if punt.soort is PuntSoort.SOLL],
        doelen=[s.Doel(doel.nummer, doel.tekst, streefwaarde_van(doel), doel.merk) for doel in gebied.doelen],
        doelen_toelichting=gebied.doelen_toelichting,
        indicatoren=[s.Indicator(i.nummer, i.tekst, i.merk) for i in op_volgorde(gebied.indicatoren)],
        indicatoren_inleiding=gebied.indicatoren_inleiding,
        interventies=[_interventie(i) for i in gebied.interventies],
        opdracht={wie: _opdracht(gebied, wie) for wie in s.Opdrachtnemer},
        toelichting=gebied.toelichting,
        naam_in_lijst=gebied.naam_in_lijst,
        merk=gebied.merk,
    )


def _regel(rij: Punt | Opdracht | Leespunt | Leesopdracht) -> s.Regel:
    return s.Regel(rij.tekst, rij.merk)


def streefwaarde_van(doel: Doel | Leesdoel) -> s.Streefwaarde:
    return s.Streefwaarde(
        richting=doel.richting,
        min=doel.minimum,
        max=doel.maximum,
        eenheid=doel.eenheid,
        doeljaar=doel.doeljaar,
        referentiejaar=doel.referentiejaar,
        open=doel.open,
    )


def velden_van_streefwaarde(streefwaarde: s.Streefwaarde) -> dict[str, Any]:
    """The inverse of `streefwaarde_van`, as columns of Doel."""
    return {
        "richting": streefwaarde.richting,
        "minimum": streefwaarde.min,
        "maximum": streefwaarde.max,
        "eenheid": streefwaarde.eenheid,
        "doeljaar": streefwaarde.doeljaar,
        "referentiejaar": streefwaarde.referentiejaar,
        "open": streefwaarde.open,
    }


def _interventie(interventie: Interventie | Leesinterventie) -> s.Interventie:
    onderdelen = [s.Onderdeel(o.letter, o.tekst, o.merk) for o in interventie.onderdelen]
    return s.Interventie(interventie.nummer, interventie.tekst, onderdelen, interventie.merk)


def _opdracht(gebied: Gebied, wie: s.Opdrachtnemer) -> s.Opdracht:
    return s.Opdracht(
        opdrachten=[_regel(opdracht) for opdracht in gebied.opdrachten if opdracht.opdrachtnemer is wie],
        doelen=[v for doel in gebied.doelen if (v := verwijzing_van(doel, wie))],
        interventies=[v for interventie in gebied.interventies if (v := verwijzing_van(interventie, wie))],
    )


def verwijzing_van(item: Doel | Leesdoel | Interventie | Leesinterventie, wie: s.Opdrachtnemer) -> s.Verwijzing | None:
    """None when neither the item nor an onderdeel of it is carried."""
    toewijzing = next((t for t in item.toewijzingen if t.opdrachtnemer is wie), None)
    letters = tuple(
        onderdeel.letter
        for onderdeel in getattr(item, "onderdelen", ())
        if any(t.opdrachtnemer is wie for t in onderdeel.toewijzingen)
    )
    if toewijzing is None and not letters:
        return None
    return s.Verwijzing(item.nummer, letters, toewijzing is not None and toewijzing.voorbehoud)
