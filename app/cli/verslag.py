"""What was read from a notitie, in a few lines for people."""

from collections import Counter
from collections.abc import Iterator

from app.domain.bevindingen.vinden import AFHANDELING, bevindingen
from app.domain.notitie.bewaarvorm import aanpassingen, zelfde_gemeente
from app.domain.notitie.oordeel import oordeel
from app.reading.notitie.lezen import GelezenNotitie


def verslag(gelezen: GelezenNotitie, organisatie: str) -> list[str]:
    """`organisatie`: the name of the gemeente the notitie is read for."""
    notitie = gelezen.notitie
    return [
        notitie.titel,
        oordeel(notitie, len(gelezen.niet_herkend)),
        *_gemeente(notitie.gemeente, organisatie),
        *_lijst("Bij het lezen viel op:", gelezen.waarschuwingen),
        *_lijst("Niet herkend, komt in de toelichting:", _niet_herkend(gelezen)),
        *_lijst("Bevindingen:", _bevindingen(gelezen)),
    ]


def _gemeente(genoemd: str | None, eigen: str) -> list[str]:
    if not genoemd or zelfde_gemeente(genoemd, eigen):
        return []
    return [f"Let op: dit bestand noemt {genoemd}, niet {eigen}."]


def _lijst(kop: str, regels: list[str]) -> list[str]:
    return [kop, *(f"- {regel}" for regel in regels)] if regels else []


def _niet_herkend(gelezen: GelezenNotitie) -> list[str]:
    regels = [f"{item.plaats.zin}: {item.tekst}" for item in gelezen.niet_herkend]
    return regels + [f"{gebied}: {zin}" for gebied, zin in aanpassingen(gelezen.notitie)]


def _bevindingen(gelezen: GelezenNotitie) -> list[str]:
    geteld = Counter(bevinding.code for bevinding in bevindingen(gelezen.notitie))
    return list(_per_soort(geteld))


def _per_soort(geteld: Counter[str]) -> Iterator[str]:
    for code, aantal in geteld.items():
        yield f"{AFHANDELING.get(code, code)}: {aantal}"
