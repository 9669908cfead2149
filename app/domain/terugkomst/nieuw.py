"""What is new in a file that came back and has been taken over before is recognised: it has the text, not the mark."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from app.domain import structuur as s

_LIJSTEN = ("ist", "soll", "doelen", "indicatoren", "interventies")


def herken_nieuwe(toen: s.Notitie, bestand: s.Notitie, nu: s.Notitie) -> s.Notitie:
    """`bestand`, in which a new item that says to the letter what was added since on screen has the merk of that."""
    bekend = {merk for gebied in toen.probleemgebieden for merk in _merken(gebied)}
    nu_per_merk = {gebied.merk: gebied for gebied in nu.probleemgebieden}
    nieuw_nu = {gebied.naam: gebied for gebied in nu.probleemgebieden if gebied.merk not in bekend}
    uit = []
    for gebied in bestand.probleemgebieden:
        ander = nu_per_merk.get(gebied.merk) or (nieuw_nu.get(gebied.naam) if gebied.merk not in bekend else None)
        uit.append(_gebied(gebied, ander, bekend) if ander is not None else gebied)
    return replace(bestand, probleemgebieden=uit)


def _merken(gebied: s.Probleemgebied) -> Iterator[str | None]:
    yield gebied.merk
    for naam in _LIJSTEN:
        yield from map(s.merk_van, getattr(gebied, naam))
    for interventie in gebied.interventies:
        yield from (onderdeel.merk for onderdeel in interventie.onderdelen)
    for opdracht in gebied.opdracht.values():
        yield from map(s.merk_van, opdracht.opdrachten)


def _gebied(gebied: s.Probleemgebied, nu: s.Probleemgebied, bekend: set[str | None]) -> s.Probleemgebied:
    uit = replace(gebied, merk=nu.merk)
    for naam in _LIJSTEN:
        setattr(uit, naam, _lijst(getattr(gebied, naam), getattr(nu, naam), bekend))
    nu_interventies = {interventie.merk: interventie for interventie in nu.interventies}
    uit.interventies = [
        replace(i, onderdelen=_lijst(i.onderdelen, nu_interventies[i.merk].onderdelen, bekend))
        if i.merk in nu_interventies
        else i
        for i in uit.interventies
    ]
    uit.opdracht = {
        wie: replace(o, opdrachten=_lijst(o.opdrachten, (nu.opdracht.get(wie) or s.Opdracht()).opdrachten, bekend))
        for wie, o in gebied.opdracht.items()
    }
    return uit


def _lijst(lijst: list[Any], nu: list[Any], bekend: set[str | None]) -> list[Any]:
    erbij = {_tekst(item): s.merk_van(item) for item in reversed(nu) if s.merk_van(item) not in bekend}
    return [
        item if s.merk_van(item) in bekend else _met_merk(item, erbij.pop(_tekst(item), s.merk_van(item)))
        for item in lijst
    ]


def _tekst(item: Any) -> str:
    return str(item) if isinstance(item, str) else str(item.tekst)


def _met_merk(item: Any, merk: str | None) -> Any:
    return s.Regel(item, merk) if isinstance(item, str) else replace(item, merk=merk)
