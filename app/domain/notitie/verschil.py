"""What changed between two texts of a notitie, field by field: for people to see, to choose from, and to log."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

from app.domain import structuur as s
from app.domain.notitie.dragers import Dragers
from app.domain.notitie.paren import GebiedPaar, Itemsoort, Paar, paren, tekst_van
from app.domain.streefwaarde.in_woorden import in_woorden
from app.domain.taal.datums import toon_datum

NOTITIE, PROBLEEMGEBIED = "notitie", "probleemgebied"
TEKST, PLAATS, STREEFWAARDE, DOEL = "tekst", "plaats", "streefwaarde", "doel"
GEHEEL = "geheel"  # all of what came or went as one


class Aard(StrEnum):
    """`verplaatst`: in another order. `hernummerd`: another number, because others came, went or moved."""

    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    VERPLAATST = "verplaatst"
    HERNUMMERD = "hernummerd"
    VERWIJDERD = "verwijderd"


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One field of one item, `oud` and `nieuw` in words: "" when there was or is none.

    `soort`: an Itemsoort, or the notitie or probleemgebied itself. `wat`: how people call it now ("Doel 3"), or called
    it before it went. `veld` of an item: its tekst, plaats, streefwaarde, the doel it measures, or the opdrachtnemer
    (lokaal, rigg) who does or does not carry it; of a notitie or probleemgebied the name of what changed in it.
    `nummer` and `oud_nummer`: as in a Paar.
    """

    aard: Aard
    probleemgebied: str
    wat: str
    oud: str = ""
    nieuw: str = ""
    soort: str = NOTITIE
    veld: str = TEKST
    merk: str | None = None
    gebied_merk: str | None = None
    nummer: str = ""
    oud_nummer: str = ""

    @property
    def naam(self) -> str:
        """ "Doel 3", "Doel 3: streefwaarde" """
        kaal = self.veld in (TEKST, PLAATS, GEHEEL) or self.soort in (NOTITIE, PROBLEEMGEBIED)
        return self.wat if kaal else f"{self.wat}: {self.veldnaam}"

    @property
    def veldnaam(self) -> str:
        """ "streefwaarde", "opdracht aan RIGG" """
        return _VELDEN.get(self.veld, self.veld)


_VELDEN = {
    STREEFWAARDE: "streefwaarde",
    DOEL: "hoort bij",
    **{wie.value: f"opdracht aan {wie.label}" for wie in s.Opdrachtnemer},
}


@dataclass(frozen=True, slots=True)
class Verschil:
    wijzigingen: tuple[Wijziging, ...] = ()

    def van(self, aard: Aard) -> list[Wijziging]:
        return [wijziging for wijziging in self.wijzigingen if wijziging.aard is aard]

    @property
    def zin(self) -> str:
        """ "2 onderdelen nieuw, 1 gewijzigd, 3 verwijderd", or that nothing changes."""
        delen = [f"{aantal} {aard.value}" for aard in Aard if (aantal := self._items(aard))]
        if not delen:
            return "er verandert niets"
        eerste, _, aard = delen[0].partition(" ")
        return ", ".join([f"{eerste} {'onderdeel' if eerste == '1' else 'onderdelen'} {aard}", *delen[1:]])

    def _items(self, aard: Aard) -> int:
        """An item counts once, however many of its fields changed."""
        return len({(w.probleemgebied, w.gebied_merk, w.wat, w.merk) for w in self.van(aard)})


@dataclass(frozen=True, slots=True)
class ItemVerschil:
    """One item of either text, with what changed of it: nothing, or more than one field. `naam`: as Wijziging.wat."""

    soort: Itemsoort
    paar: Paar
    naam: str
    wijzigingen: tuple[Wijziging, ...]


@dataclass(frozen=True, slots=True)
class GebiedVerschil:
    """`eigen`: what changed of the probleemgebied itself. `items`: all of them; the onderdelen stand behind their
    interventie."""

    paar: GebiedPaar
    eigen: tuple[Wijziging, ...]
    items: dict[Itemsoort, tuple[ItemVerschil, ...]]

    @property
    def wijzigingen(self) -> tuple[Wijziging, ...]:
        return (*self.eigen, *(w for lijst in self.items.values() for item in lijst for w in item.wijzigingen))


def verschil(oud: s.Notitie, nieuw: s.Notitie) -> Verschil:
    """From `oud` to `nieuw`, both in bewaarvorm: the gegevens first, then per probleemgebied in the new order.

    Nothing for two texts that say the same, and something as soon as they differ; whose notitie it is does not count.
    """
    gebieden = gebied_verschillen(oud, nieuw)
    return Verschil((*gegevens_verschil(oud, nieuw), *(w for gebied in gebieden for w in gebied.wijzigingen)))


def gegevens_verschil(oud: s.Notitie, nieuw: s.Notitie) -> tuple[Wijziging, ...]:
    return tuple(_waarden("", _GEGEVENS, oud, nieuw))


def gebied_verschillen(oud: s.Notitie, nieuw: s.Notitie) -> list[GebiedVerschil]:
    """Of every probleemgebied, also those in which nothing changed; in the new order."""
    dragers = Dragers(oud), Dragers(nieuw)
    return [_gebied(paar, dragers) for paar in paren(oud, nieuw)]


_GEGEVENS = {
    "titel": "Titel",
    "datum": "Datum",
    "versie": "Versie",
    "referentiejaar": "Referentiejaar",
    "doeljaar": "Doeljaar",
    "inleiding": "Inleiding",
}
GEBIEDSTEKSTEN = {
    "naam": "Naam",
    "prioriteit": "Prioriteit",
    "naam_in_lijst": "Naam in de lijst",
    "doelen_toelichting": "Toelichting bij de doelen",
    "indicatoren_inleiding": "Inleiding bij de indicatoren",
    "toelichting": "Toelichting",
}


Kanten = tuple[Dragers, Dragers]


def _waarden(gebied: str, namen: dict[str, str], oud: Any, nieuw: Any, **velden: Any) -> Iterator[Wijziging]:
    """The texts of a notitie or a probleemgebied; `oud` or `nieuw` may be missing."""
    for veld, wat in namen.items():
        van, naar = _in_woorden(getattr(oud, veld, "")), _in_woorden(getattr(nieuw, veld, ""))
        if van != naar:
            aard = Aard.NIEUW if not van else Aard.GEWIJZIGD if naar else Aard.VERWIJDERD
            yield Wijziging(aard, gebied, wat, van, naar, veld=veld, **velden)


def _in_woorden(waarde: object) -> str:
    if isinstance(waarde, date):
        return toon_datum(waarde)
    return str(waarde) if waarde else ""


def _gebied(paar: GebiedPaar, dragers: Kanten) -> GebiedVerschil:
    items = {soort: tuple(_items(paar, soort, dragers)) for soort in paar.items}
    return GebiedVerschil(paar, tuple(_eigen(paar)), items)


def _eigen(paar: GebiedPaar) -> Iterator[Wijziging]:
    merk = s.merk_van(paar.nieuw) or s.merk_van(paar.oud)
    over: dict[str, Any] = {"soort": PROBLEEMGEBIED, "merk": merk, "gebied_merk": merk}
    over |= {"nummer": paar.nieuw_nummer, "oud_nummer": paar.oud_nummer}
    namen = dict(GEBIEDSTEKSTEN)
    if not paar.blijft:
        namen.pop("naam")
        aard, oud, nieuw = (Aard.NIEUW, "", paar.naam) if paar.oud is None else (Aard.VERWIJDERD, paar.naam, "")
        yield Wijziging(aard, paar.naam, "Probleemgebied", oud, nieuw, veld="naam", **over)
    elif aard_plaats := _plaats(paar, genummerd=True):
        plek = _plekken(paar, f"nummer {paar.oud_nummer}", f"nummer {paar.nieuw_nummer}")
        yield Wijziging(aard_plaats, paar.naam, "Probleemgebied", *plek, veld=PLAATS, **over)
    yield from _waarden(paar.naam, namen, paar.oud, paar.nieuw, **over)


def _items(gebied: GebiedPaar, soort: Itemsoort, dragers: Kanten) -> Iterator[ItemVerschil]:
    for item in gebied.items[soort]:
        yield _item(_Plek(gebied, soort), item, dragers)
        for onderdeel in item.onderdelen:
            yield _item(_Plek(gebied, Itemsoort.ONDERDEEL, item), onderdeel, dragers)


@dataclass(frozen=True, slots=True)
class _Plek:
    gebied: GebiedPaar
    soort: Itemsoort
    ouder: Paar | None = None

    def nummers(self, item: Paar) -> tuple[str, str]:
        """Before and now, as people say them: "3", "1a"."""
        if self.ouder is None:
            return item.oud_nummer, item.nieuw_nummer
        oud = "" if item.oud is None else f"{self.ouder.oud_nummer if not item.van else ''}{item.oud_nummer}"
        return oud, "" if item.nieuw is None else f"{self.ouder.nieuw_nummer}{item.nieuw_nummer}"


def _item(plek: _Plek, item: Paar, dragers: Kanten) -> ItemVerschil:
    oud_nummer, nummer = plek.nummers(item)
    wat = f"{plek.soort.label} {nummer or oud_nummer}"
    return ItemVerschil(plek.soort, item, wat, tuple(_wijzigingen(plek, item, wat, dragers)))


def _wijzigingen(plek: _Plek, item: Paar, wat: str, dragers: Kanten) -> Iterator[Wijziging]:
    oud_nummer, nummer = plek.nummers(item)
    gebied = plek.gebied
    over: dict[str, Any] = {
        "soort": plek.soort,
        "merk": s.merk_van(item.nieuw) or s.merk_van(item.oud),
        "gebied_merk": s.merk_van(gebied.nieuw) or s.merk_van(gebied.oud),
        "nummer": nummer,
        "oud_nummer": oud_nummer,
    }
    aard = Aard.NIEUW if item.oud is None else Aard.VERWIJDERD if item.nieuw is None else Aard.GEWIJZIGD
    for veld, van, naar in _velden(item, plek.soort, dragers):
        yield Wijziging(aard, gebied.naam, wat, van, naar, veld=veld, **over)
    for aard_plaats, veld, van, naar in _plaatsing(plek, item):
        yield Wijziging(aard_plaats, gebied.naam, wat, van, naar, veld=veld, **over)


def _velden(item: Paar, soort: Itemsoort, dragers: Kanten) -> Iterator[tuple[str, str, str]]:
    """What an item says and promises, and who carries it: each field that changed, before and now."""
    if (teksten := _teksten(item))[0] != teksten[1]:
        yield TEKST, *teksten
    if soort is Itemsoort.DOEL:
        yield from _streefwaarde(item)
    for wie in s.Opdrachtnemer:
        van, naar = dragers[0].stand(item.oud, wie), dragers[1].stand(item.nieuw, wie)
        if van != naar:
            yield wie.value, van if item.oud is not None else "", naar if item.nieuw is not None else ""


def _teksten(item: Paar) -> tuple[str, str]:
    return tekst_van(item.oud), tekst_van(item.nieuw)


def _streefwaarde(item: Paar) -> Iterator[tuple[str, str, str]]:
    """Of a doel that came or went only when it promises something else than nothing."""
    oud, nieuw = (kant.streefwaarde if kant is not None else s.Streefwaarde() for kant in (item.oud, item.nieuw))
    if oud == nieuw:
        return
    van, naar = in_woorden(oud), in_woorden(nieuw)
    if van == naar:
        van, naar = _voluit(oud), _voluit(nieuw)
    yield STREEFWAARDE, van if item.oud is not None else "", naar if item.nieuw is not None else ""


def _voluit(streefwaarde: s.Streefwaarde) -> str:
    """For two that are the same in words but not in every figure."""
    delen = [(veld.name, getattr(streefwaarde, veld.name)) for veld in fields(streefwaarde)]
    return ", ".join(f"{naam} {waarde}" for naam, waarde in delen if waarde not in (None, False))


def _plaatsing(plek: _Plek, item: Paar) -> Iterator[tuple[Aard, str, str, str]]:
    if not item.blijft:
        return
    oud_nummer, nummer = plek.nummers(item)
    if plek.soort is Itemsoort.INDICATOR and item.oud_nummer != item.nieuw_nummer:
        mee = _nummers_van_doelen(plek.gebied).get(item.oud_nummer) == item.nieuw_nummer and not item.van
        yield Aard.HERNUMMERD if mee else Aard.GEWIJZIGD, DOEL, f"doel {oud_nummer}", f"doel {nummer}"
    elif aard := _plaats(item, genummerd=plek.soort.genummerd):
        van = f"{plek.soort.label} {oud_nummer}" + (f" van {item.van}" if item.van else "")
        yield aard, PLAATS, *_plekken(item, van, f"{plek.soort.label} {nummer}")


def _plekken(paar: Paar, oud: str, nieuw: str) -> tuple[str, str]:
    """Two that are called the same are told apart by their place in the list."""
    return (oud, nieuw) if oud != nieuw else (f"{oud}, plaats {paar.oud_plek}", f"{nieuw}, plaats {paar.nieuw_plek}")


def _nummers_van_doelen(gebied: GebiedPaar) -> dict[str, str]:
    return {paar.oud_nummer: paar.nieuw_nummer for paar in gebied.items[Itemsoort.DOEL] if paar.blijft and not paar.van}


def _plaats(paar: Paar, *, genummerd: bool) -> Aard | None:
    if paar.verplaatst:
        return Aard.VERPLAATST
    return Aard.HERNUMMERD if genummerd and paar.oud_nummer != paar.nieuw_nummer else None
