"""One indicator in one period, of every organisatie and area that shares it: as such, or per 1.000 of another."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import ColumnElement, select

from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.meetperiode import Meetperiode
from app.domain.cijfers.onderdrukking import AFGESCHERMD, Zicht, toon_afgeschermd
from app.models import Indicator, Meting, Organisatie, Reeks
from app.models.basis import Sessie
from app.services.indicatoren.afscherming import verborgen_metingen
from app.services.indicatoren.kijker import Kijker

PER = 1_000
# Of which organisatie, and of which area of it.
Plek = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Vergeleken:
    """`waarde` is None when it is hidden or cannot be computed; `tekst` says why."""

    organisatie: str
    gebied: str
    waarde: Decimal | None
    voorlopig: bool = False
    tekst: str = ""

    @property
    def naam(self) -> str:
        return f"{self.gebied} ({self.organisatie})" if self.gebied else self.organisatie


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """`rijen`: the highest first, then what is not shown by name, so that its place tells nothing.

    `ontbreekt`: gemeenten of the regio without a figure.
    """

    rijen: tuple[Vergeleken, ...]
    ontbreekt: tuple[str, ...]
    noemer: Indicator | None


@dataclass(frozen=True, slots=True)
class _Gemeten:
    id: int
    organisatie: Organisatie
    gebied: str
    waarde: Decimal
    voorlopig: bool

    @property
    def plek(self) -> Plek:
        return self.organisatie.id, self.gebied


def vergelijk(
    session: Sessie,
    *,
    indicator: Indicator,
    noemer: Indicator | None,
    periode: Meetperiode,
    zichtbaar: ColumnElement[bool],
    gemeenten: Sequence[Organisatie],
    kijker: Kijker,
) -> Vergelijking:
    """`zichtbaar`: a condition on Reeks. `gemeenten`: those that could have a figure."""
    tellers, zicht = _cijfers(session, indicator, periode, zichtbaar, kijker)
    if noemer is None:
        rijen = [_los(gemeten, zicht.get(plek), _drempel(gemeten)) for plek, gemeten in tellers.items()]
    else:
        noemers, dicht = _cijfers(session, noemer, periode, zichtbaar, kijker)
        rijen = [
            _per(gemeten, noemers.get(plek), zicht.get(plek), dicht.get(plek)) for plek, gemeten in tellers.items()
        ]
    gevonden = {gemeten.organisatie.id for gemeten in tellers.values() if gemeten.gebied == ""}
    return Vergelijking(
        rijen=tuple(sorted(rijen, key=_volgorde)),
        ontbreekt=tuple(sorted(g.naam for g in gemeenten if g.id not in gevonden)),
        noemer=noemer,
    )


def _cijfers(
    session: Sessie, indicator: Indicator, periode: Meetperiode, zichtbaar: ColumnElement[bool], kijker: Kijker
) -> tuple[dict[Plek, _Gemeten], dict[Plek, Zicht]]:
    """The figures of the period, and which of them are hidden."""
    keuze = (
        select(Meting.id, Organisatie, Reeks.gebied, Meting.waarde, Meting.voorlopig)
        .join(Reeks, Reeks.id == Meting.reeks_id)
        .join(Organisatie, Organisatie.id == Reeks.organisatie_id)
        .where(zichtbaar, Reeks.indicator_id == indicator.id, Reeks.soort == Reekssoort.REALISATIE)
        .where(Meting.van == periode.van, Meting.tot == periode.tot)
        .order_by(Organisatie.naam, Reeks.gebied)
    )
    gemeten = {rij.plek: rij for rij in (_Gemeten(*velden) for velden in session.execute(keuze))}
    verborgen = verborgen_metingen(
        session, indicator, kijker=kijker, zichtbaar=zichtbaar, van=periode.van, tot=periode.tot
    )
    return gemeten, {plek: verborgen[rij.id] for plek, rij in gemeten.items() if rij.id in verborgen}


def _drempel(gemeten: _Gemeten) -> int:
    return gemeten.organisatie.drempel


def _los(gemeten: _Gemeten, zicht: Zicht | None, drempel: int) -> Vergeleken:
    if zicht is not None:
        return Vergeleken(
            gemeten.organisatie.naam, gemeten.gebied, None, gemeten.voorlopig, toon_afgeschermd(zicht, drempel)
        )
    return Vergeleken(gemeten.organisatie.naam, gemeten.gebied, gemeten.waarde, gemeten.voorlopig)


def _per(
    teller: _Gemeten, noemer: _Gemeten | None, teller_zicht: Zicht | None, noemer_zicht: Zicht | None
) -> Vergeleken:
    """A share tells its parts to whoever knows one of them, so with a hidden part it is hidden as well."""
    namen = (teller.organisatie.naam, teller.gebied)
    if noemer is None:
        return Vergeleken(*namen, None, tekst="geen noemer in deze periode")
    if teller_zicht is not None or noemer_zicht is not None:
        return Vergeleken(*namen, None, tekst=AFGESCHERMD)
    if noemer.waarde <= 0:
        return Vergeleken(*namen, None, tekst="de noemer is 0")
    waarde = (teller.waarde * PER / noemer.waarde).quantize(Decimal("0.01"))
    return Vergeleken(*namen, waarde, teller.voorlopig or noemer.voorlopig)


def _volgorde(rij: Vergeleken) -> tuple[bool, Decimal, str]:
    return rij.waarde is None, -(rij.waarde or Decimal(0)), rij.naam.lower()
