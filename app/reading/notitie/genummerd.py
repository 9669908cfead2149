"""Numbered lists: doelen, indicatoren and interventies, with what stands before, below and after them."""

from dataclasses import dataclass, field, replace

from app.reading.notitie.regels import Regel


@dataclass(slots=True)
class Punt:
    """A numbered item; `onder` are its lettered or deeper items."""

    nummer: int
    regel: Regel
    onder: list[Regel] = field(default_factory=list)


@dataclass(slots=True)
class Lijst:
    """`zelf_genummerd`: the items had bullets or nothing and were numbered in order of appearance.

    `voorvoegsel`: the 3 when the items were numbered 3.1, 3.2 and so on.
    """

    voor: list[Regel] = field(default_factory=list)
    punten: list[Punt] = field(default_factory=list)
    na: list[Regel] = field(default_factory=list)
    zelf_genummerd: bool = False
    voorvoegsel: int | None = None


def lees_lijst(regels: list[Regel], *, oplopend_vanaf_een: bool = True) -> Lijst:
    """`oplopend_vanaf_een`: "1 tekst" counts as a number only when the lines run 1, 2, 3; else when they rise."""
    regels = _met_losse_nummers(_een_niveau(regels), oplopend_vanaf_een)
    voorvoegsel = _voorvoegsel(regels)
    if voorvoegsel is not None:
        regels = [regel.met_nummer(*regel.dubbel[1:]) if regel.dubbel else regel for regel in regels]
    lijst = Lijst(voorvoegsel=voorvoegsel)
    for regel in regels:
        regel = _met_dubbel(regel, lijst)
        if regel.nummer is not None and not _dieper(regel, lijst):
            lijst.punten.append(Punt(regel.nummer, regel))
        elif regel.in_lijst and lijst.punten and not lijst.na:
            lijst.punten[-1].onder.append(regel)
        else:
            (lijst.na if lijst.punten else lijst.voor).append(regel)
    return lijst


def nummer_zelf(lijst: Lijst, *, ook_zonder_teken: bool) -> Lijst:
    """When nothing is numbered: bullets become items, or every line when there are no bullets either."""
    if lijst.punten:
        return lijst
    met_teken = any(regel.in_lijst for regel in lijst.voor)
    if not met_teken and not ook_zonder_teken:
        return lijst
    nieuw = Lijst(zelf_genummerd=True)
    for regel in lijst.voor:
        if regel.in_lijst and regel.niveau > 0 and nieuw.punten:
            nieuw.punten[-1].onder.append(regel)
        elif regel.in_lijst or not met_teken:
            nieuw.punten.append(Punt(len(nieuw.punten) + 1, regel))
        else:
            (nieuw.na if nieuw.punten else nieuw.voor).append(regel)
    return nieuw


def _een_niveau(regels: list[Regel]) -> list[Regel]:
    """A list that starts at Word's second level is still a list of its own."""
    laagste = min((regel.niveau for regel in regels if regel.in_lijst), default=0)
    return [replace(regel, niveau=max(regel.niveau - laagste, 0)) for regel in regels] if laagste else regels


def _dieper(regel: Regel, lijst: Lijst) -> bool:
    return regel.niveau > 0 and bool(lijst.punten) and lijst.punten[-1].regel.niveau < regel.niveau


def _met_losse_nummers(regels: list[Regel], vanaf_een: bool) -> list[Regel]:
    if any(regel.nummer is not None for regel in regels):
        return regels
    nummers = [regel.los[0] for regel in regels if regel.los]
    telt = nummers == list(range(1, len(nummers) + 1)) if vanaf_een else nummers == sorted(set(nummers))
    if not nummers or not telt:
        return regels
    return [regel.met_nummer(*regel.los) if regel.los else regel for regel in regels]


def _voorvoegsel(regels: list[Regel]) -> int | None:
    """The number all items share before their point, when the numbers behind it rise and nothing else is numbered."""
    paren = [regel.dubbel[:2] for regel in regels if regel.dubbel]
    achter = [onder for _, onder in paren]
    eigen = any(regel.nummer is not None for regel in regels)
    if eigen or not regels or not regels[0].dubbel or len({voor for voor, _ in paren}) != 1:
        return None
    return paren[0][0] if achter == sorted(set(achter)) else None


def _met_dubbel(regel: Regel, lijst: Lijst) -> Regel:
    """ "2.1 tekst" is the first onderdeel of 2; "1.5 fte" is not."""
    if regel.dubbel is None or not lijst.punten:
        return regel
    nummer, onder, tekst = regel.dubbel
    punt = lijst.punten[-1]
    if nummer != punt.nummer or onder != len(punt.onder) + 1:
        return regel
    return replace(regel, letter=None, teken=True, niveau=1, tekst=tekst, dubbel=None)


def losse_reeksen(regels: list[Regel]) -> list[Regel]:
    """Lines that follow each other as "1 Wonen", "2 Zorg" are a list, also in running text."""
    uitkomst: list[Regel] = []
    for regel in regels:
        vorige = uitkomst[-1] if uitkomst else None
        if regel.los and regel.los[0] > 1 and vorige is not None and _volgt(vorige, regel.los[0]):
            if vorige.los:
                uitkomst[-1] = vorige.met_nummer(*vorige.los)
            regel = regel.met_nummer(*regel.los)
        uitkomst.append(regel)
    return uitkomst


def _volgt(vorige: Regel, nummer: int) -> bool:
    return vorige.nummer == nummer - 1 or (nummer == 2 and vorige.los is not None and vorige.los[0] == 1)
