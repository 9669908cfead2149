"""What stands in the cells of status and kleur."""

import re
from dataclasses import replace

from app.domain.planning.lezen import lees_statuswoord
from app.domain.voortgang.structuur import Kleur
from app.domain.voortgang.tabel import UITLEG, Rij

_KLEUREN = {kleur.value: kleur for kleur in Kleur}
_UITLEG = re.compile(rf"\s*({'|'.join(UITLEG)})\s*:\s*(.*)", re.IGNORECASE)


def met_status(rij: Rij, tekst: str) -> tuple[Rij, str]:
    """The row with the status that the cell names, and what is wrong with it as a sentence; then it stays."""
    woord = " ".join(tekst.split())
    status = lees_statuswoord(woord) if woord else None
    if woord and status is None:
        return rij, f"de status ‘{woord[:80]}’ bestaat niet en is niet overgenomen."
    return replace(rij, status=status), ""


def met_kleur(rij: Rij, tekst: str) -> tuple[Rij, str]:
    """The row with the kleur and the explanation that the cell holds, and what is wrong with it as a sentence."""
    eerste, *rest = [regel.strip() for regel in tekst.strip().split("\n")]
    if not tekst.strip():
        return replace(rij, kleur=None, oorzaak="", gevolg="", bijsturing=""), ""
    kleur = _KLEUREN.get(eerste.casefold().strip(" .:;"))
    if kleur is None:
        return rij, f"de kleur ‘{eerste[:80]}’ bestaat niet en is niet overgenomen. Kies uit groen, oranje en rood."
    uitleg = _uitleg(rest)
    leeg = [naam for naam in UITLEG if not uitleg[naam]]
    if kleur.vraagt_uitleg and leeg:
        return rij, f"bij {kleur.value} ontbreekt de {' en de '.join(leeg)}; de kleur is niet overgenomen."
    oorzaak, gevolg, bijsturing = (uitleg[naam] for naam in UITLEG)
    return replace(rij, kleur=kleur, oorzaak=oorzaak, gevolg=gevolg, bijsturing=bijsturing), ""


def _uitleg(regels: list[str]) -> dict[str, str]:
    """A line without a name of its own goes on with the one before it."""
    uit: dict[str, list[str]] = {naam: [] for naam in UITLEG}
    huidig = ""
    for regel in regels:
        if gevonden := _UITLEG.fullmatch(regel):
            huidig, regel = gevonden[1].lower(), gevonden[2]
        if huidig:
            uit[huidig].append(regel)
    return {naam: "\n".join(delen).strip() for naam, delen in uit.items()}
