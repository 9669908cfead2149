"""What the lines and marks of a chart mean: only those that are in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle

from app.domain.cijfers.indicator import Reekssoort
from app.writing.grafiek.getallen import kort, voluit
from app.writing.grafiek.letters import breedte, passend
from app.writing.grafiek.opmaak import LETTER
from app.writing.grafiek.waarden import Lijngrafiek, Reeks, Streef

TEKEN_BREEDTE, TEKEN_RUIMTE, TUSSENRUIMTE = 35.0, 7.0, 18.0
_RAND = 4.0
_NUMMERS = {Reekssoort.REALISATIE: 1, Reekssoort.BEGROTING: 2, Reekssoort.PROGNOSE: 3}
_VOLGORDE = (4, 5, 6, 2, 3)


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """`teken`: which sign stands before the word; `nummer`: the look of the line, where the sign is one."""

    teken: str
    woord: str
    nummer: int = 0

    @property
    def breedte(self) -> float:
        return TEKEN_BREEDTE + TEKEN_RUIMTE + breedte(self.woord, LETTER)


def nummers(reeksen: Sequence[Reeks]) -> list[int]:
    """The look of every line, from 1: by its soort, and one that is left for each further line of that soort.

    From the seventh line on, looks come back; the label at its end then tells a line from the other.
    """
    gehad = {reeks.soort for reeks in reeksen}
    over = [nummer for nummer in _VOLGORDE if nummer not in {_NUMMERS[soort] for soort in gehad}] or [1]
    verder = cycle(over)
    gekozen = []
    for reeks in reeksen:
        gekozen.append(_NUMMERS[reeks.soort] if reeks.soort in gehad else next(verder))
        gehad.discard(reeks.soort)
    return gekozen


def onderdelen(grafiek: Lijngrafiek) -> list[Onderdeel]:
    """Empty when there is one line of realisatie and nothing else: the title says what that is."""
    gevuld = [paar for paar in zip(grafiek.reeksen, nummers(grafiek.reeksen), strict=True) if paar[0].getallen]
    lijst = [Onderdeel("lijn", reeks.label, nummer) for reeks, nummer in gevuld]
    open_ = next((nummer for reeks, nummer in gevuld if any(punt.voorlopig for punt in reeks.getallen)), 0)
    lijst += [Onderdeel("open", "Voorlopig", open_)] if open_ else []
    lijst += [Onderdeel("eerder", "Eerder gemeld")] if any(p.waarde is not None for p in grafiek.eerdere) else []
    lijst += [Onderdeel("nulmeting", "Nulmeting")] if grafiek.nulmeting and grafiek.nulmeting.waarde is not None else []
    lijst += [Onderdeel("pad", "Verwacht pad")] if len(grafiek.pad) > 1 else []
    lijst += [_streef(grafiek.streef, grafiek.eenheid)] if grafiek.streef else []
    alleen_realisatie = len(lijst) == 1 and gevuld and gevuld[0][0].soort is Reekssoort.REALISATIE
    return [] if alleen_realisatie and not gevuld[0][0].naam else lijst


def _streef(streef: Streef, eenheid: str) -> Onderdeel:
    return Onderdeel("band" if len(streef.grenzen) > 1 else "streef", streefwoord(streef, eenheid))


def streefwoord(streef: Streef, eenheid: str, *, precies: bool = False) -> str:
    """`Streefwaarde 20 tot 40`, `Streefwaarde minimaal 2`, `Streefwaarde € 700.000`. `precies`: with all digits."""
    tussen = " tot " if len(streef.grenzen) > 1 else ""
    grenzen = tussen.join((voluit if precies else kort)(grens, eenheid) for grens in streef.grenzen)
    vorm = "minimaal " if streef.max is None else "maximaal " if streef.min is None else ""
    return f"Streefwaarde {vorm}{grenzen}"


def regels(lijst: Sequence[Onderdeel], ruimte: float) -> Iterator[tuple[Onderdeel, ...]]:
    """In as few lines as it takes; a word that is wider than a line is cut off."""
    regel: list[Onderdeel] = []
    over = ruimte - 2 * _RAND
    for onderdeel in lijst:
        hoogste = ruimte - 2 * _RAND - TEKEN_BREEDTE - TEKEN_RUIMTE
        past = Onderdeel(onderdeel.teken, passend(onderdeel.woord, LETTER, hoogste), onderdeel.nummer)
        if regel and past.breedte > over:
            yield tuple(regel)
            regel, over = [], ruimte - 2 * _RAND
        regel.append(past)
        over -= past.breedte + TUSSENRUIMTE
    if regel:
        yield tuple(regel)
