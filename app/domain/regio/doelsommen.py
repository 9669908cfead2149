"""Which doelen of several gemeenten add up, to what, and why the others do not."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from app.domain.structuur import Richting, Streefwaarde
from app.domain.taal.getallen import EENHEDEN

_DUUR = frozenset(EENHEDEN.values()) - {"procent", "procentpunt", "euro", "fte"}


class Grens(StrEnum):
    """What a figure is: the figure itself (or a band), the least, or the most."""

    GETAL = "een getal"
    MINIMAAL = "minimaal"
    MAXIMAAL = "maximaal"


@dataclass(frozen=True, slots=True)
class Doelbron:
    sleutel: str
    gemeente: Hashable
    streefwaarde: Streefwaarde


@dataclass(frozen=True, slots=True)
class Doelsom:
    """`streefwaarde`: what `leden` come to together."""

    leden: tuple[str, ...]
    streefwaarde: Streefwaarde


@dataclass(frozen=True, slots=True)
class Buiten:
    """Not in any sum; `reden` fits behind a colon."""

    sleutel: str
    reden: str


@dataclass(frozen=True, slots=True)
class Optelling:
    """`sommen`: the one of the most doelen first. Every doel is in one of them, or in `buiten`."""

    sommen: tuple[Doelsom, ...] = ()
    buiten: tuple[Buiten, ...] = ()


def tel_op(doelen: Iterable[Doelbron]) -> Optelling:
    """Doelen about the same, each with its own figures. In the order of their sleutel, whatever order they come in."""
    soorten: dict[Streefwaarde, list[Doelbron]] = {}
    buiten: list[Buiten] = []
    for doel in sorted(doelen, key=lambda doel: doel.sleutel):
        if reden := _waarom_nooit(doel.streefwaarde):
            buiten.append(Buiten(doel.sleutel, reden))
        else:
            soorten.setdefault(_soort(doel.streefwaarde), []).append(doel)
    sommen: list[Doelsom] = []
    for leden in sorted(soorten.values(), key=lambda leden: (-len(leden), leden[0].sleutel)):
        tellen, dubbel = _zonder_dubbele(leden)
        buiten += [Buiten(doel.sleutel, DUBBEL) for doel in dubbel]
        if len(tellen) > 1:
            sommen.append(_som(tellen))
        else:
            buiten.append(Buiten(tellen[0].sleutel, _waarom_alleen(tellen[0].streefwaarde, sommen)))
    return Optelling(tuple(sommen), tuple(sorted(buiten, key=lambda doel: doel.sleutel)))


DUBBEL = "dezelfde gemeente noemt dit doel twee keer; het telt één keer mee"
ALLEEN = "geen ander doel met dezelfde eenheid, richting en periode"


def _waarom_nooit(s: Streefwaarde) -> str:
    if s.richting is Richting.KWALITATIEF:
        return "kwalitatief doel, zonder getal"
    if s.open or (s.min is None and s.max is None):
        return "het getal staat nog open (X)"
    if s.eenheid in ("procent", "procentpunt"):
        return "percentages tellen niet op"
    if s.eenheid == "cijfer":
        return "waarderingen tellen niet op"
    if s.eenheid in _DUUR:
        return f"een duur in {s.eenheid} telt niet op"
    return "" if s.doeljaar else "het doeljaar ontbreekt"


def _grens(s: Streefwaarde) -> Grens:
    if s.max is None:
        return Grens.MINIMAAL
    return Grens.MAXIMAAL if s.min is None else Grens.GETAL


def _soort(s: Streefwaarde) -> Streefwaarde:
    """The same for everything that adds up: all but the figures."""
    nul = Decimal(0)
    return replace(s, min=None if s.min is None else nul, max=None if s.max is None else nul, eenheid=_eenheid(s))


def _eenheid(s: Streefwaarde) -> str:
    return s.eenheid or "aantal"


def _zonder_dubbele(doelen: Sequence[Doelbron]) -> tuple[list[Doelbron], list[Doelbron]]:
    """A gemeente that gives the same figure twice most likely means the same doel."""
    eerste = {(doel.gemeente, doel.streefwaarde): doel for doel in reversed(doelen)}
    blijft = {doel.sleutel for doel in eerste.values()}
    return [d for d in doelen if d.sleutel in blijft], [d for d in doelen if d.sleutel not in blijft]


def _som(doelen: Sequence[Doelbron]) -> Doelsom:
    minima, maxima = zip(*((doel.streefwaarde.min, doel.streefwaarde.max) for doel in doelen), strict=True)
    samen = replace(_soort(doelen[0].streefwaarde), min=_bij_elkaar(minima), max=_bij_elkaar(maxima))
    return Doelsom(tuple(doel.sleutel for doel in doelen), samen)


def _bij_elkaar(getallen: Sequence[Decimal | None]) -> Decimal | None:
    aanwezig = [getal for getal in getallen if getal is not None]
    return sum(aanwezig, Decimal(0)) if aanwezig else None


def _waarom_alleen(s: Streefwaarde, sommen: Sequence[Doelsom]) -> str:
    """In what it differs from the doelen that do add up."""
    if not sommen:
        return ALLEEN
    ander = sommen[0].streefwaarde
    verschillen = [
        f"andere eenheid ({_eenheid(s)})" if _eenheid(s) != _eenheid(ander) else "",
        f"andere richting ({s.richting.value})" if s.richting is not ander.richting else "",
        f"ander doeljaar ({s.doeljaar})" if s.doeljaar != ander.doeljaar else "",
        f"ander referentiejaar ({s.referentiejaar or 'geen'})" if s.referentiejaar != ander.referentiejaar else "",
        f"ander soort getal ({_grens(s).value})" if _grens(s) is not _grens(ander) else "",
    ]
    return ", ".join(filter(None, verschillen))
