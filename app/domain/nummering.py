"""Numbers and letters of a list that people edit: moving, removing, inserting, and saying what changed."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum


class Kant(StrEnum):
    OMHOOG = "omhoog"
    OMLAAG = "omlaag"


def verplaats(nummers: Sequence[int], van: int, richting: Kant | str) -> dict[int, int]:
    """Old number → new number for the two that change places; empty when it stands at that end already.

    `nummers` may skip numbers; the numbers themselves stay, only what they stand for changes places.
    Raises ValueError when `van` is not in the list.
    """
    op_volgorde = sorted(nummers)
    if van not in op_volgorde:
        raise ValueError(f"Nummer {van} staat niet in de lijst.")
    plek = op_volgorde.index(van)
    doel = plek - 1 if Kant(richting) is Kant.OMHOOG else plek + 1
    if not 0 <= doel < len(op_volgorde):
        return {}
    return {van: op_volgorde[doel], op_volgorde[doel]: van}


def sluit_gat(nummers: Iterable[int], verwijderd: int) -> dict[int, int]:
    """Old number → new number after `verwijderd` is gone: what came after it moves up one."""
    return {nummer: nummer - 1 for nummer in sorted(nummers) if nummer > verwijderd}


def maak_ruimte(nummers: Iterable[int], op: int) -> dict[int, int]:
    """Old number → new number so that `op` becomes free: only the unbroken run from `op` on moves down one.

    The highest comes first, so that a list with unique numbers can be changed one by one in this order.
    """
    bezet = set(nummers)
    einde = op
    while einde in bezet:
        einde += 1
    return {nummer: nummer + 1 for nummer in range(einde - 1, op - 1, -1)}


def hernummer(nummers: Iterable[int]) -> dict[int, int]:
    """Old number → new number that makes the list run 1, 2, 3, ...; only the numbers that change."""
    return {oud: nieuw for nieuw, oud in enumerate(sorted(set(nummers)), 1) if oud != nieuw}


def volgend_nummer(nummers: Iterable[int]) -> int:
    return max(nummers, default=0) + 1


def letter(plek: int) -> str:
    """1 is "a", 26 is "z", 27 is "aa". Raises ValueError below 1."""
    if plek < 1:
        raise ValueError("De plek van een letter is 1 of meer.")
    tekst = ""
    while plek:
        plek, rest = divmod(plek - 1, 26)
        tekst = chr(ord("a") + rest) + tekst
    return tekst


def plek_van(letters: str) -> int:
    """The inverse of `letter`. Raises ValueError for anything but a to z."""
    if not letters or not all("a" <= teken <= "z" for teken in letters):
        raise ValueError(f"'{letters}' is geen letter van een onderdeel.")
    plek = 0
    for teken in letters:
        plek = plek * 26 + ord(teken) - ord("a") + 1
    return plek


def volgende_letter(letters: Iterable[str]) -> str:
    """The letter after the highest one in use; "a" for an empty list. What is no letter is passed over."""
    plekken = (plek_van(stuk) for stuk in letters if stuk and all("a" <= teken <= "z" for teken in stuk))
    return letter(max(plekken, default=0) + 1)


def zin_hernummerd(soort: str, wijzigingen: Mapping[int, int], mee: Mapping[str, int] | None = None) -> str:
    """ "Doel 3 is nu doel 2; 2 indicatoren en 3 toewijzingen gingen mee." Empty when nothing changed.

    `soort`: "doel" or "interventie". `mee`: how many of what moved along, by its singular ("indicator": 2).
    """
    veranderd = [(oud, nieuw) for oud, nieuw in sorted(wijzigingen.items()) if oud != nieuw]
    if not veranderd:
        return ""
    zin = _som_op([f"{soort} {oud} is nu {soort} {nieuw}" for oud, nieuw in veranderd])
    aantallen = [(aantal, naam) for naam, aantal in (mee or {}).items() if aantal > 0]
    if aantallen:
        werkwoord = "ging" if sum(aantal for aantal, _ in aantallen) == 1 else "gingen"
        zin += f"; {_som_op([_met_aantal(aantal, naam) for aantal, naam in aantallen])} {werkwoord} mee"
    return zin[0].upper() + zin[1:] + "."


_MEERVOUD = {"doel": "doelen", "indicator": "indicatoren", "toewijzing": "toewijzingen", "interventie": "interventies",
             "onderdeel": "onderdelen"}  # fmt: skip


def _met_aantal(aantal: int, naam: str) -> str:
    return f"{aantal} {naam if aantal == 1 else _MEERVOUD.get(naam, naam + 'en')}"


def _som_op(delen: Sequence[str]) -> str:
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} en {delen[-1]}"
