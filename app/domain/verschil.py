"""What updating a notitie with another text of it changes: for people to see before it happens."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from app.domain import structuur as s
from app.domain.koppeling import Plek, koppel, koppel_gebieden
from app.domain.streefwaarde_in_woorden import in_woorden
from app.domain.verwijzingen import schrijf_verwijzingen


class Aard(StrEnum):
    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    VERPLAATST = "verplaatst"
    VERWIJDERD = "verwijderd"


@dataclass(frozen=True, slots=True)
class Wijziging:
    """`wat` is how people call it now ("Doel 3"); `oud` and `nieuw` are the texts, empty when there is none."""

    aard: Aard
    probleemgebied: str
    wat: str
    oud: str = ""
    nieuw: str = ""


@dataclass(frozen=True, slots=True)
class Verschil:
    wijzigingen: tuple[Wijziging, ...] = ()

    def van(self, aard: Aard) -> list[Wijziging]:
        return [wijziging for wijziging in self.wijzigingen if wijziging.aard is aard]

    @property
    def zin(self) -> str:
        """ "2 onderdelen nieuw, 1 gewijzigd, 3 verwijderd", or that nothing changes."""
        delen = [f"{aantal} {aard.value}" for aard in Aard if (aantal := len(self.van(aard)))]
        if not delen:
            return "er verandert niets"
        eerste, _, aard = delen[0].partition(" ")
        return ", ".join([f"{eerste} {'onderdeel' if eerste == '1' else 'onderdelen'} {aard}", *delen[1:]])


def samengevoegd(oud: s.Notitie, nieuw: s.Notitie) -> s.Notitie:
    """What `oud` becomes when it is updated with `nieuw`.

    The file decides about every text. What it does not mention stays: datum, versie, jaren, inleiding, prioriteit.
    A streefwaarde stays when the sentence it was read from stays, so that a correction by hand is not undone.
    """
    gebieden = [
        nieuw_gebied if i is None else _gebied_samen(oud.probleemgebieden[i], nieuw_gebied)
        for nieuw_gebied, i in zip(
            nieuw.probleemgebieden, koppel_gebieden(oud.probleemgebieden, nieuw.probleemgebieden), strict=True
        )
    ]
    referentiejaar, doeljaar = nieuw.referentiejaar or oud.referentiejaar, nieuw.doeljaar or oud.doeljaar
    if referentiejaar and doeljaar and doeljaar < referentiejaar:
        referentiejaar, doeljaar = nieuw.referentiejaar, nieuw.doeljaar
    return replace(
        nieuw,
        datum=nieuw.datum or oud.datum,
        versie=nieuw.versie or oud.versie,
        inleiding=nieuw.inleiding or oud.inleiding,
        referentiejaar=referentiejaar,
        doeljaar=doeljaar,
        probleemgebieden=gebieden,
    )


def _gebied_samen(oud: s.Probleemgebied, nieuw: s.Probleemgebied) -> s.Probleemgebied:
    doelen = [
        doel
        if i is None or oud.doelen[i].tekst != doel.tekst
        else replace(doel, streefwaarde=oud.doelen[i].streefwaarde)
        for doel, i in zip(nieuw.doelen, koppel_items(oud.doelen, nieuw.doelen), strict=True)
    ]
    return replace(nieuw, doelen=doelen, prioriteit=nieuw.prioriteit or oud.prioriteit)


def koppel_items(oud: Sequence[Any], nieuw: Sequence[Any]) -> list[int | None]:
    """`koppel` for doelen, indicatoren, interventies, onderdelen and bare texts (by their place in the list)."""
    return koppel(_plekken(oud), _plekken(nieuw))


def _plekken(items: Sequence[Any]) -> list[Plek]:
    if all(isinstance(item, str) for item in items):
        return [Plek(volgorde, item, s.merk_van(item)) for volgorde, item in enumerate(items, start=1)]
    return [Plek(getattr(item, "letter", None) or item.nummer, item.tekst, item.merk) for item in items]


def verschil(oud: s.Notitie, nieuw: s.Notitie) -> Verschil:
    """From `oud` to `nieuw`, both in bewaarvorm: the gegevens first, then per probleemgebied in the new order."""
    koppeling = koppel_gebieden(oud.probleemgebieden, nieuw.probleemgebieden)
    uit = list(_gegevens(oud, nieuw))
    for gebied, i in zip(nieuw.probleemgebieden, koppeling, strict=True):
        leeg = s.Probleemgebied(volgorde=gebied.volgorde, naam=gebied.naam)
        if i is None:
            uit.append(Wijziging(Aard.NIEUW, gebied.naam, "Probleemgebied", nieuw=gebied.naam))
        uit += _gebied(leeg if i is None else oud.probleemgebieden[i], gebied)
    for i, gebied in enumerate(oud.probleemgebieden):
        if i not in koppeling:
            uit.append(Wijziging(Aard.VERWIJDERD, gebied.naam, "Probleemgebied", oud=gebied.naam))
            uit += _gebied(gebied, s.Probleemgebied(volgorde=gebied.volgorde, naam=gebied.naam))
    return Verschil(tuple(uit))


_GEGEVENS = {
    "titel": "Titel",
    "datum": "Datum",
    "versie": "Versie",
    "referentiejaar": "Referentiejaar",
    "doeljaar": "Doeljaar",
    "inleiding": "Inleiding",
}
_TEKSTEN = {
    "naam": "Naam",
    "prioriteit": "Prioriteit",
    "naam_in_lijst": "Naam in de lijst",
    "doelen_toelichting": "Toelichting bij de doelen",
    "indicatoren_inleiding": "Inleiding bij de indicatoren",
    "toelichting": "Toelichting",
}


def _gegevens(oud: s.Notitie, nieuw: s.Notitie) -> Iterable[Wijziging]:
    return [w for naam, wat in _GEGEVENS.items() if (w := _waarde("", wat, getattr(oud, naam), getattr(nieuw, naam)))]


def _waarde(gebied: str, wat: str, oud: object, nieuw: object) -> Wijziging | None:
    van, naar = (str(waarde) if waarde else "" for waarde in (oud, nieuw))
    if van == naar:
        return None
    aard = Aard.NIEUW if not van else Aard.GEWIJZIGD if naar else Aard.VERWIJDERD
    return Wijziging(aard, gebied, wat, van, naar)


def _gebied(oud: s.Probleemgebied, nieuw: s.Probleemgebied) -> Iterable[Wijziging]:
    naam = nieuw.naam
    if oud.volgorde != nieuw.volgorde:
        yield Wijziging(Aard.VERPLAATST, naam, "Probleemgebied", str(oud.volgorde), str(nieuw.volgorde))
    for veld, wat in _TEKSTEN.items():
        if wijziging := _waarde(naam, wat, getattr(oud, veld), getattr(nieuw, veld)):
            yield wijziging
    yield from _lijst(naam, "Ist-punt", oud.ist, nieuw.ist)
    yield from _lijst(naam, "Soll-punt", oud.soll, nieuw.soll)
    yield from _lijst(naam, "Doel", oud.doelen, nieuw.doelen, _doeltekst)
    yield from _lijst(naam, "Indicator", oud.indicatoren, nieuw.indicatoren)
    yield from _lijst(naam, "Interventie", oud.interventies, nieuw.interventies)
    yield from _onderdelen(oud, nieuw)
    for wie in s.Opdrachtnemer:
        yield from _opdracht(naam, wie, oud.opdracht[wie], nieuw.opdracht[wie])


def _tekst(item: Any) -> str:
    return item if isinstance(item, str) else str(item.tekst)


def _doeltekst(doel: s.Doel) -> str:
    return f"{doel.tekst} ({in_woorden(doel.streefwaarde)})"


def _lijst(
    gebied: str, soort: str, oud: Sequence[Any], nieuw: Sequence[Any], toon: Callable[[Any], str] = _tekst
) -> Iterable[Wijziging]:
    koppeling = koppel_items(oud, nieuw)
    for plek, item, i in zip(_plekken(nieuw), nieuw, koppeling, strict=True):
        if i is None:
            yield Wijziging(Aard.NIEUW, gebied, f"{soort} {plek.positie}", nieuw=toon(item))
            continue
        vroeger = _plekken(oud)[i].positie
        if toon(oud[i]) != toon(item):
            yield Wijziging(Aard.GEWIJZIGD, gebied, f"{soort} {plek.positie}", toon(oud[i]), toon(item))
        elif vroeger != plek.positie and not isinstance(item, str):
            yield Wijziging(Aard.VERPLAATST, gebied, f"{soort} {plek.positie}", f"{soort} {vroeger}", toon(item))
    for plek, item, i in zip(_plekken(oud), oud, range(len(oud)), strict=True):
        if i not in koppeling:
            yield Wijziging(Aard.VERWIJDERD, gebied, f"{soort} {plek.positie}", oud=toon(item))


def _onderdelen(oud: s.Probleemgebied, nieuw: s.Probleemgebied) -> Iterable[Wijziging]:
    koppeling = koppel_items(oud.interventies, nieuw.interventies)
    for interventie, i in zip(nieuw.interventies, koppeling, strict=True):
        vroeger = oud.interventies[i].onderdelen if i is not None else []
        yield from _lijst(
            nieuw.naam, f"Onderdeel van interventie {interventie.nummer}:", vroeger, interventie.onderdelen
        )
    for i, interventie in enumerate(oud.interventies):
        if i not in koppeling:
            yield from _lijst(
                nieuw.naam, f"Onderdeel van interventie {interventie.nummer}:", interventie.onderdelen, []
            )


def _opdracht(gebied: str, wie: s.Opdrachtnemer, oud: s.Opdracht, nieuw: s.Opdracht) -> Iterable[Wijziging]:
    yield from _lijst(gebied, f"Opdracht {wie.label}:", oud.opdrachten, nieuw.opdrachten)
    for soort in ("doelen", "interventies"):
        van, naar = (schrijf_verwijzingen(v) if v else "" for v in (getattr(oud, soort), getattr(nieuw, soort)))
        if wijziging := _waarde(gebied, f"Toewijzing {wie.label}: {soort}", van, naar):
            yield wijziging
