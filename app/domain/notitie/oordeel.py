"""The verdict on a notitie that was read, in one sentence."""

from collections.abc import Sequence

from app.domain.bevindingen.vinden import bevindingen
from app.domain.structuur import Notitie, Probleemgebied
from app.domain.taal.hoeveel import hoeveel

OPEN = "doel-open-waarde"


def oordeel(notitie: Notitie, niet_herkend: int) -> str:
    """ "7 probleemgebieden, 31 doelen, 39 interventies; 3 regels niet herkend, 14 doelen nog open" """
    gebieden = notitie.probleemgebieden
    herkend = (hoeveel(len(gebieden), "probleemgebied", "probleemgebieden"), inhoud_van(gebieden))
    open_ = sum(bevinding.code == OPEN for bevinding in bevindingen(notitie))
    rest = (
        hoeveel(niet_herkend, "regel niet herkend", "regels niet herkend"),
        hoeveel(open_, "doel nog open", "doelen nog open"),
    )
    return f"{', '.join(herkend)}; {', '.join(rest)}"


def inhoud_van(gebieden: Sequence[Probleemgebied]) -> str:
    """ "31 doelen, 39 interventies" """
    doelen = hoeveel(sum(len(gebied.doelen) for gebied in gebieden), "doel", "doelen")
    interventies = hoeveel(sum(len(gebied.interventies) for gebied in gebieden), "interventie", "interventies")
    return f"{doelen}, {interventies}"
