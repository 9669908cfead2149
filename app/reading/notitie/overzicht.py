"""The table in an introduction that lists the probleemgebieden, one a row, with their prioriteit beside them."""

from dataclasses import dataclass, replace

from app.reading.notitie.cellen import celtekst
from app.reading.notitie.labels import Soort, herken, is_namenkop, is_nummerkop
from app.reading.notitie.regels import Regel
from app.reading.word.lezen import Cel, Rij


@dataclass(frozen=True, slots=True)
class Lijstkop:
    """In which columns the names and the prioriteiten stand; `prioriteit` is None when there are none."""

    naam: int
    prioriteit: int | None

    def regel(self, rij: Rij, eerste: Regel) -> Regel | None:
        """The row as a list item; None when it names nothing."""
        teksten = {cel.kolom: celtekst(cel) for cel in rij.cellen}
        naam = teksten.get(self.naam, "")
        if not naam:
            return None
        prioriteit = "" if self.prioriteit is None else teksten.get(self.prioriteit, "")
        ruw = " | ".join(filter(None, teksten.values()))
        return replace(eerste, tekst=naam, ruw=ruw, nummer=rij.nummer, prioriteit=prioriteit, letter=None, teken=False)


def lees_lijstkop(cellen: list[Cel]) -> Lijstkop | None:
    """None when the row is no header of such a table: it needs the names and, beside them, a number or prioriteit."""
    soorten = {cel.kolom: _soort(celtekst(cel)) for cel in cellen}
    namen = [kolom for kolom, soort in soorten.items() if soort == Soort.NAAM]
    if len(cellen) < 2 or len(namen) != 1 or None in soorten.values():
        return None
    prioriteit = next((kolom for kolom, soort in soorten.items() if soort == Soort.PRIORITEIT), None)
    return Lijstkop(namen[0], prioriteit)


def _soort(tekst: str) -> str | None:
    if is_nummerkop(tekst):
        return "nummer"
    if is_namenkop(tekst):
        return Soort.NAAM
    etiket = herken(tekst)
    return Soort.PRIORITEIT if etiket and etiket.soort is Soort.PRIORITEIT else None
