"""A text in which the tables were lost: where the parts of each probleemgebied begin and end, and how it is called."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.reading.indeling import naamsleutel
from app.reading.labels import Soort, herken, naam_na_voorvoegsel
from app.reading.prioriteit import prioriteit_in_kop
from app.reading.tekst.etiketten import MERK, Reeks, Treffer, eindigt, is_inhoud
from app.reading.tekst.tekstregel import Tekstregel

LANGSTE_NAAM = 120
ZOEK_NAAM = 15
_GEEN_NAAM = re.compile(r".*[.:;,?!]$", re.DOTALL)
_CIJFER = re.compile(r"\(?\d{1,2}[.)]?\)?\s")


@dataclass(slots=True)
class Deel:
    """A label with the lines of its content: the places `van` up to `tot`, after what stood behind the label."""

    treffer: Treffer
    van: int
    tot: int


@dataclass(slots=True)
class Gebiedsplek:
    """`naam`: the places of the lines that name it, `van` and `tot`; None when no line does."""

    naam: tuple[int, int] | None
    delen: list[Deel]
    einde: int


def vind_gebieden(regels: list[Tekstregel], gevonden: Sequence[Reeks]) -> list[Gebiedsplek]:
    bekend = _opgesomd(regels[: gevonden[0].treffers[0].plek] if gevonden else [])
    uit: list[Gebiedsplek] = []
    vrij_vanaf = 0
    for nummer, reeks in enumerate(gevonden):
        eerste, laatste = reeks.treffers[0], reeks.treffers[-1]
        naam = _vind_naam(regels, vrij_vanaf, eerste.plek, bekend)
        if uit:
            _sluit(uit[-1], regels, naam[0] if naam else eerste.plek)
        tot = gevonden[nummer + 1].treffers[0].plek if nummer + 1 < len(gevonden) else len(regels)
        grenzen = [treffer.plek for treffer in reeks.treffers[1:]] + [tot]
        delen = [
            Deel(treffer, treffer.plek + 1, grens) for treffer, grens in zip(reeks.treffers, grenzen, strict=True)
        ]
        uit.append(Gebiedsplek(naam, delen, tot))
        vrij_vanaf = laatste.plek + 1
    if uit:
        _sluit(uit[-1], regels, len(regels))
    return uit


def _opgesomd(regels: list[Tekstregel]) -> dict[str, int]:
    """The list items of the introduction, and how often a line before the first label says the same."""
    items = {
        naamsleutel(regel.kaal[merk.end() :])
        for regel in regels
        if (merk := MERK.match(regel.kaal)) and len(regel.kaal) <= LANGSTE_NAAM
    }
    return {item: 0 for item in items if item}


def _vind_naam(regels: list[Tekstregel], van: int, tot: int, bekend: dict[str, int]) -> tuple[int, int] | None:
    """The line that the introduction names, else one that says what it is, else the line right above the first label."""
    plekken = range(tot - 1, max(van, tot - ZOEK_NAAM) - 1, -1)
    for plek in plekken:
        if _is_bekend(regels[plek].kaal, bekend) and not _staat_in_lijst(regels, plek):
            return plek, plek + 1
        if plek + 1 < tot and _is_bekend(f"{regels[plek].kaal} {regels[plek + 1].kaal}", bekend):
            return plek, plek + 2
    for plek in plekken:
        if naam_na_voorvoegsel(regels[plek].kaal) and not _GEEN_NAAM.fullmatch(regels[plek].kaal):
            return plek, plek + 1
    koppen = [plek for plek in plekken if regels[plek].kop is not None]
    if koppen:
        return koppen[0], koppen[0] + 1
    if tot > van and _kan_naam_zijn(regels, tot - 1, van):
        return tot - 1, tot
    kapitalen = [plek for plek in plekken if regels[plek].kaal.isupper() and len(regels[plek].kaal) > 4]
    return (kapitalen[0], kapitalen[0] + 1) if kapitalen and not is_inhoud(regels[kapitalen[0]].kaal) else None


def _is_bekend(tekst: str, bekend: dict[str, int]) -> bool:
    return len(tekst) <= LANGSTE_NAAM and naamsleutel(tekst) in bekend


def _staat_in_lijst(regels: list[Tekstregel], plek: int) -> bool:
    """One of several items, each with a mark, is the list itself."""
    if not MERK.match(regels[plek].kaal):
        return False
    buren = [regels[buur] for buur in (plek - 1, plek + 1) if 0 <= buur < len(regels)]
    return any(MERK.match(buur.kaal) for buur in buren)


def _kan_naam_zijn(regels: list[Tekstregel], plek: int, van: int) -> bool:
    tekst = regels[plek].kaal
    if len(tekst) > LANGSTE_NAAM or _GEEN_NAAM.fullmatch(tekst) or regels[plek].streep or prioriteit_in_kop(tekst):
        return False
    if not (tekst[0].isupper() or _CIJFER.match(tekst)) or (is_inhoud(tekst) and not _CIJFER.match(tekst)):
        return False
    if regels[plek].wit or plek == van:
        return True
    boven = regels[plek - 1].kaal
    return eindigt(boven) or is_inhoud(boven) or len(boven) < LANGSTE_NAAM / 3


def _sluit(gebied: Gebiedsplek, regels: list[Tekstregel], tot: int) -> None:
    """Where the last part ends: before the text that stood below the table."""
    laatste = gebied.delen[-1]
    laatste.tot = _einde(regels, laatste, tot)
    gebied.einde = tot


def _einde(regels: list[Tekstregel], deel: Deel, tot: int) -> int:
    zeker = [plek for plek in range(deel.van, tot) if is_inhoud(regels[plek].kaal) and regels[plek].kop is None]
    if deel.treffer.etiket.soort is Soort.TOELICHTING:
        return next((plek for plek in range(deel.van, tot) if regels[plek].kop is not None), tot)
    plek = zeker[-1] + 1 if zeker else deel.van
    vorige = regels[plek - 1].kaal
    while plek < tot and not _begint_anders(regels[plek], vorige, in_lijst=bool(zeker)):
        vorige = regels[plek].kaal
        plek += 1
    return plek


def _begint_anders(regel: Tekstregel, vorige: str, *, in_lijst: bool) -> bool:
    if regel.kop is not None or regel.streep:
        return True
    if herken(vorige) or not (in_lijst or regel.wit):
        return False
    return bool(regel.wit) or (regel.kaal[0].isupper() and (eindigt(vorige) or vorige[-1].isdigit()))
