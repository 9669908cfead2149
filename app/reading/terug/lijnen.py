"""The lines of one row of the table: which are items, and which are the text around them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.domain.notitie.vorm import OPSOMTEKEN
from app.domain.taal.letters import letter, plek_van
from app.domain.terugkomst.documentmerk import Merksoort
from app.reading.notitie.regels import maak_regels
from app.reading.terug.gelezen import Lijn
from app.reading.terug.kern import kern
from app.reading.terug.koppelen import Regel
from app.reading.word.lezen import Alinea

_ALFABET = 26


@dataclass(slots=True)
class Verdeeld:
    """`voor` and `na`: the lines around the numbered ones. `onder`: per item the lines below it with letters."""

    voor: list[Lijn] = field(default_factory=list)
    regels: list[Regel] = field(default_factory=list)
    onder: list[list[Regel]] = field(default_factory=list)
    na: list[Lijn] = field(default_factory=list)


def gevuld(lijnen: Sequence[Lijn], soort: Merksoort) -> list[Lijn]:
    """Without empty lines, unless they are all that is left of an item."""
    return [lijn for lijn in lijnen if lijn.tekst or lijn.merk(soort) is not None]


def als_punten(lijnen: Sequence[Lijn], soort: Merksoort) -> list[Regel]:
    """Every line is an item, by its place in the list."""
    return [Regel(lijn, plek) for plek, lijn in enumerate(gevuld(lijnen, soort), 1)]


def verdeel(lijnen: Sequence[Lijn], soort: Merksoort, onder: Merksoort | None = None) -> Verdeeld:
    """Lines with a number are items, lines with a letter (of kind `onder`) stand below the item before them.

    Without any number, mark or sign of text around them, the lines number themselves.
    """
    uit = Verdeeld()
    for lijn in _getypte_nummers(lijnen):
        _plaats(uit, lijn, soort, onder)
    return uit


def nummer_zelf(verdeeld: Verdeeld) -> Verdeeld:
    """For a list in which nobody put numbers: every line with words is an item."""
    lijnen = [lijn for lijn in verdeeld.voor if lijn.tekst]
    regels = [Regel(lijn, plek) for plek, lijn in enumerate(lijnen, 1)]
    return Verdeeld(regels=regels, onder=[[] for _ in regels])


def _plaats(uit: Verdeeld, lijn: Lijn, soort: Merksoort, onder: Merksoort | None) -> None:
    hoger = lijn.nummer is not None and lijn.niveau == 0
    lager = lijn.letter is not None or (lijn.niveau > 0 and (lijn.nummer is not None or lijn.opsomteken))
    zonder_teken = not hoger and not lager
    if hoger or (zonder_teken and lijn.merk(soort) is not None):
        vorige = uit.regels[-1].positie if uit.regels else 0
        uit.regels.append(Regel(lijn, lijn.nummer if hoger and lijn.nummer is not None else int(vorige) + 1))
        uit.onder.append([])
    elif onder is not None and uit.regels and (lager or lijn.merk(onder) is not None):
        uit.onder[-1].append(Regel(lijn, _letter(lijn, uit.onder[-1])))
    elif lijn.tekst or (uit.na if uit.regels else uit.voor):
        (uit.na if uit.regels else uit.voor).append(lijn)


def _letter(lijn: Lijn, eerder: Sequence[Regel]) -> str:
    if lijn.letter:
        return letter(_plek(lijn.letter))
    return letter(plek_van(str(eerder[-1].positie)) + 1 if eerder else 1)


def _plek(letters: str) -> int:
    """Word goes on after z with aa, bb, cc."""
    herhaald = len(set(letters)) == 1
    return _ALFABET * (len(letters) - 1) + plek_van(letters[0]) if herhaald else plek_van(letters)


def _getypte_nummers(lijnen: Sequence[Lijn]) -> list[Lijn]:
    """ "3. tekst" that somebody typed in a line of their own counts as a number."""
    uit: list[Lijn] = []
    for lijn in lijnen:
        los = not lijn.merken and lijn.nummer is None and lijn.letter is None and bool(lijn.tekst)
        regels = maak_regels(Alinea(lijn.tekst, lijn.plaats), uit_tabel=True) if los else []
        if any(regel.nummer is not None or regel.letter is not None for regel in regels):
            uit += [replace(lijn, tekst=r.tekst, nummer=r.nummer, letter=r.letter) for r in regels]
        else:
            uit.append(lijn)
    return uit


def als_tekst(lijnen: Sequence[Lijn]) -> str:
    """A text of several paragraphs, with the bullets and numbers that stand before them."""
    return "\n".join(_met_teken(lijn) for lijn in lijnen).strip("\n")


def _met_teken(lijn: Lijn) -> str:
    if lijn.opsomteken:
        return f"{OPSOMTEKEN}{lijn.tekst}"
    if lijn.nummer is not None or lijn.letter:
        return f"{lijn.letter or lijn.nummer}. {lijn.tekst}"
    return lijn.tekst


def heeft_woorden(lijnen: Sequence[Lijn]) -> bool:
    return any(kern(lijn.tekst) for lijn in lijnen)
