"""The verdict on a notitie that was read, in one sentence."""

from collections.abc import Sequence

from app.domain.bevindingen import bevindingen
from app.domain.structuur import Notitie, Probleemgebied

OPEN = "doel-open-waarde"


def oordeel(notitie: Notitie, niet_herkend: int) -> str:
    """ "7 probleemgebieden, 31 doelen, 39 interventies; 3 regels niet herkend, 14 doelen nog open" """
    gebieden = notitie.probleemgebieden
    herkend = (_tel(len(gebieden), "probleemgebied", "probleemgebieden"), inhoud_van(gebieden))
    open_ = sum(bevinding.code == OPEN for bevinding in bevindingen(notitie))
    rest = (
        _tel(niet_herkend, "regel niet herkend", "regels niet herkend"),
        _tel(open_, "doel nog open", "doelen nog open"),
    )
    return f"{', '.join(herkend)}; {', '.join(rest)}"


def inhoud_van(gebieden: Sequence[Probleemgebied]) -> str:
    """ "31 doelen, 39 interventies" """
    doelen = _tel(sum(len(gebied.doelen) for gebied in gebieden), "doel", "doelen")
    interventies = _tel(sum(len(gebied.interventies) for gebied in gebieden), "interventie", "interventies")
    return f"{doelen}, {interventies}"


def _tel(aantal: int, enkelvoud: str, meervoud: str) -> str:
    return f"{aantal} {enkelvoud if aantal == 1 else meervoud}"
