"""A Streefwaarde as a Dutch phrase: "30% lager dan in 2019, te halen in 2022"."""

from decimal import Decimal

from app.domain.structuur import Richting, Streefwaarde
from app.domain.taal.getallen import toon_euro, toon_getal
from app.domain.taal.hoeveel import een_van

_ALTIJD_ENKELVOUD = {"uren": "uur", "jaren": "jaar"}


def in_woorden(s: Streefwaarde) -> str:
    """Without capital and full stop, so that it fits in a sentence, a table cell and a label."""
    if s.richting is Richting.KWALITATIEF:
        return "kwalitatief doel, zonder getal" + _doeljaar(s)
    if s.open or (s.min is None and s.max is None):
        return f"nog open: het getal moet nog worden ingevuld ({_soort(s)})" + _doeljaar(s)
    return _hoeveel(s) + _verandering(s) + _doeljaar(s)


def _doeljaar(s: Streefwaarde) -> str:
    return f", te halen in {s.doeljaar}" if s.doeljaar else ""


def _soort(s: Streefwaarde) -> str:
    eenheid = s.eenheid or "aantal"
    if s.richting is Richting.NIVEAU:
        return eenheid
    ten_opzichte = f" ten opzichte van {s.referentiejaar}" if s.referentiejaar else ""
    return f"{eenheid}, {s.richting.value}{ten_opzichte}"


def _hoeveel(s: Streefwaarde) -> str:
    if s.min is None and s.max is not None:
        return f"maximaal {toon_met_eenheid(s.max, s.eenheid)}"
    if s.min is not None and s.max is None:
        return f"minimaal {toon_met_eenheid(s.min, s.eenheid)}"
    assert s.min is not None
    assert s.max is not None
    if s.min == s.max:
        return toon_met_eenheid(s.min, s.eenheid)
    return f"tussen {_eerste(s.min, s.eenheid)} en {toon_met_eenheid(s.max, s.eenheid)}"


def _eerste(waarde: Decimal, eenheid: str | None) -> str:
    """The first figure of a band has no unit of its own, except for a sign that belongs to it."""
    return toon_met_eenheid(waarde, eenheid) if eenheid in ("procent", "euro") else toon_getal(waarde)


def toon_met_eenheid(waarde: Decimal, eenheid: str | None) -> str:
    """`30%`, `€ 1.234`, `4 weken`, `1 week`, `1 plek`, `2 fte`; a bare number for aantal."""
    getal = toon_getal(waarde)
    if eenheid in (None, "aantal"):
        return getal
    if eenheid == "procent":
        return f"{getal}%"
    if eenheid == "euro":
        return toon_euro(waarde)
    if eenheid == "cijfer":
        return f"het cijfer {getal}"
    woord = _ALTIJD_ENKELVOUD.get(eenheid, eenheid)
    return f"{getal} {een_van(woord) if waarde == 1 else woord}"


def _verandering(s: Streefwaarde) -> str:
    if s.richting is Richting.NIVEAU:
        return ""
    omlaag, omhoog = ("lager", "hoger") if s.eenheid in ("procent", "procentpunt", "euro") else ("minder", "meer")
    woord = omlaag if s.richting is Richting.DALING else omhoog
    return f" {woord} dan in {s.referentiejaar}" if s.referentiejaar else f" {woord}"
