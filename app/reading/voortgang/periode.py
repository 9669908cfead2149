"""Which reporting period a document says it is about."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from app.domain.planning.lezen import lees_planning
from app.domain.voortgang.periode import EERSTE_JAAR, LAATSTE_JAAR, MAANDEN, Periode, PeriodeSoort

LANGSTE_TITEL = 300
_DEEL_VAN_JAAR = re.compile(r"half ?jaar|kwartaal|tertaal|maand", re.IGNORECASE)


def kies_periode(teksten: Iterable[str]) -> Periode | None:
    """The first text that names one whole year, half or quarter. "Halfjaarrapportage 2019" does not say which half."""
    return next((periode for tekst in teksten if (periode := _periode_in(tekst[:LANGSTE_TITEL]))), None)


def _periode_in(tekst: str) -> Periode | None:
    momenten = [m for m in lees_planning([tekst.replace("_", " ")]).momenten if m.van and m.tot]
    if not momenten:
        return None
    van = min(moment.van for moment in momenten if moment.van)
    tot = max(moment.tot for moment in momenten if moment.tot)
    gevonden = next((p for p in _perioden(van) if (p.van, p.tot) == (van, tot)), None)
    vaag = gevonden is not None and gevonden.soort is PeriodeSoort.JAAR and _DEEL_VAN_JAAR.search(tekst)
    return None if vaag else gevonden


def _perioden(van: date) -> Iterator[Periode]:
    if EERSTE_JAAR <= van.year <= LAATSTE_JAAR:
        for soort, aantal in MAANDEN.items():
            yield from (Periode(van.year, soort, deel) for deel in range(1, 12 // aantal + 1))
