"""One measured figure: read as people and spreadsheets write it, checked, and shown. Exact decimals only."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from app.domain.streefwaarde.in_woorden import toon_met_eenheid
from app.domain.taal.citaat import citaat
from app.domain.taal.getallen import EENHEDEN, SCHALEN, toon_getal

Decimaalteken = Literal[",", "."]

# What the database holds: Numeric(18, 4).
MEESTE_VOOR_KOMMA = 14
MEESTE_NA_KOMMA = 4

# What people type where they have no figure. A zero is a figure, and "geen" may mean one: they do not stand here.
LEEG = frozenset({
    "", "-", "--", ".", "..", "...", "…", "*", "x", "?", "n.v.t.", "n.v.t", "nvt", "n.b.", "n.b", "nb", "n.n.b.",
    "onbekend", "geen gegevens", "geen meting", "null", "none", "ntb", "n.t.b.", "pm", "p.m.",
})  # fmt: skip

_GRENS = Decimal(10) ** MEESTE_VOOR_KOMMA
_STAP = Decimal(1).scaleb(-MEESTE_NA_KOMMA)
_LANGSTE_TEKST = 60
_STREEPJES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_SPATIES = re.compile(r"[\s\u200b\u00ad\ufeff]+")
# What needs no thought, by the sign of the column: most cells of most files.
_GEWOON: dict[Decimaalteken | None, re.Pattern[str]] = {
    teken: re.compile(rf"-?[0-9]{{1,14}}(?:[{teken or ','}][0-9]{{1,4}})?") for teken in (",", ".", None)
}
_AFGESCHERMD = re.compile(r"(?:<=?|≤|(?:kleiner|minder) dan) ?[0-9]{1,3}", re.IGNORECASE)
_EXPONENT = re.compile(r"[-+]?[0-9][0-9.,]*e[-+]?[0-9]+", re.IGNORECASE)
_REKENBLADFOUT = re.compile(r"#[A-Z0-9/?!]+", re.IGNORECASE)
_MACHTEN = {schaal: len(str(keer)) - 1 for schaal, keer in SCHALEN.items() if schaal not in ("k", "ton")}
_EURO = r"(?:€|eur(?:o)?\b)"
_DELEN = re.compile(
    rf"(?P<voor>{_EURO} ?)?(?P<teken>[-+] ?)?(?P<erna>{_EURO} ?)?"
    r"(?P<cijfers>[0-9](?:[0-9., ]*[0-9])?|[.,][0-9]+)(?P<streep>,-{1,2}|,=)?"
    rf"(?: ?(?P<schaal>{'|'.join(_MACHTEN)})\b\.?)?(?: ?(?P<eenheid>[%€]|[^\W\d_][^\d]*))?",
    re.IGNORECASE,
)
_MET_SPATIES = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?")
# By the sign for the decimals: either groups of three with the other sign between them, or no groups at all.
_VORMEN: dict[Decimaalteken, re.Pattern[str]] = {
    ",": re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]*(?:,[0-9]+)?"),
    ".": re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]*(?:\.[0-9]+)?"),
}
_ANDER: dict[Decimaalteken, Decimaalteken] = {",": ".", ".": ","}
_NAMEN: dict[Decimaalteken, str] = {",": "komma", ".": "punt"}


class OngeldigeWaarde(ValueError):
    """The Dutch sentence says what is wrong with the figure and how to write it."""


class AfgeschermdeWaarde(OngeldigeWaarde):
    """`< 5`: the source holds the figure back because it is small. There is nothing to store."""


def is_leeg(tekst: str) -> bool:
    """Nothing, or one of the signs that people put where a figure is missing."""
    return not tekst[:1].isdigit() and _schoon(tekst).lower() in LEEG


def lees_meetwaarde(tekst: str, *, eenheid: str | None, decimaal: Decimaalteken | None = None) -> Decimal:
    """`decimaal`: the sign that the whole column uses (see `kies_decimaalteken`).

    None derives it from this one figure, Dutch first: `1.234` is a thousand and more, `1,234` a little more than one,
    while `1.23` and `1234.500` can only be English.
    Raises OngeldigeWaarde, or AfgeschermdeWaarde for `< 5`. Plain figures go fast: a file has a million of them.
    """
    if _GEWOON[decimaal].fullmatch(tekst):
        return Decimal(tekst.replace(",", ".")) + 0
    schoon = _schoon(tekst[: 2 * _LANGSTE_TEKST])
    _weiger_bekende(schoon)
    delen = _DELEN.fullmatch(schoon) if len(schoon) <= _LANGSTE_TEKST else None
    if delen is None:
        raise OngeldigeWaarde(_geen_getal(schoon))
    _controleer_eenheid(delen, eenheid, schoon)
    teken = "-" if (delen["teken"] or "").startswith("-") else ""
    macht = _MACHTEN.get((delen["schaal"] or "").lower(), 0)
    # Only built from text is a Decimal exact, however many figures there are.
    waarde = Decimal(f"{teken}{_cijfers(delen['cijfers'], decimaal, schoon)}E{macht}")
    if bezwaar := _past_niet(waarde):
        raise OngeldigeWaarde(f"{citaat(schoon)} {bezwaar}.")
    return waarde + 0


def decimaalteken_van(tekst: str) -> Decimaalteken | None:
    """The decimal sign that one cell proves: `8,3`, `1.234,5` and `1.234.567` prove a comma, `1.234` proves nothing."""
    if tekst.isdigit() or len(tekst) > _LANGSTE_TEKST:
        return None
    delen = _DELEN.fullmatch(_schoon(tekst))
    if delen is None or not ("," in delen["cijfers"] or "." in delen["cijfers"]):
        return None
    cijfers = _zonder_spaties(delen["cijfers"])
    past = [teken for teken, vorm in _VORMEN.items() if vorm.fullmatch(cijfers)]
    return past[0] if len(past) == 1 else None


def kies_decimaalteken(teksten: Iterable[str]) -> Decimaalteken | None:
    """For a whole column, from the cells that prove it. None without proof, or with proof of both: then each alone."""
    bewezen: set[Decimaalteken] = set()
    for tekst in teksten:
        if teken := decimaalteken_van(tekst):
            bewezen.add(teken)
        if len(bewezen) == 2:
            return None
    return bewezen.pop() if bewezen else None


def controleer_waarde(
    waarde: Decimal, eenheid: str | None, *, minimum: Decimal | None = None, maximum: Decimal | None = None
) -> None:
    """Raises OngeldigeWaarde for a value that cannot be right. `minimum` and `maximum` are those of the definition.

    More than 100 procent can be true (of a budget that is exceeded), so only a definition forbids it. A count below
    zero is wrong, unless the definition says that the figure is a balance and gives a minimum below zero.
    """
    if not waarde.is_finite():
        raise OngeldigeWaarde("Dit is geen getal.")
    if bezwaar := _past_niet(waarde):
        raise OngeldigeWaarde(f"Dit getal {bezwaar}.")
    if eenheid == "aantal" and waarde < 0 and (minimum is None or minimum >= 0):
        raise OngeldigeWaarde(f"Een aantal is niet negatief; hier staat {toon_getal(waarde)}.")
    if minimum is not None and waarde < minimum:
        raise OngeldigeWaarde(_kan_niet(waarde, "laagste", minimum, eenheid))
    if maximum is not None and waarde > maximum:
        raise OngeldigeWaarde(_kan_niet(waarde, "hoogste", maximum, eenheid))


def toon_meetwaarde(waarde: Decimal, eenheid: str | None) -> str:
    """`8,3%`, `€ 1.234`, `4 weken`, `1.234`; a mark ("cijfer") is its bare number."""
    return toon_getal(waarde) if eenheid == "cijfer" else toon_met_eenheid(waarde, eenheid)


def _kan_niet(waarde: Decimal, wat: str, grens: Decimal, eenheid: str | None) -> str:
    return f"{toon_meetwaarde(waarde, eenheid)} kan hier niet: het {wat} is {toon_meetwaarde(grens, eenheid)}."


def _schoon(tekst: str) -> str:
    return _SPATIES.sub(" ", tekst.translate(_STREEPJES)).strip()


def _weiger_bekende(schoon: str) -> None:
    """What is no figure but is often found where one must stand gets its own explanation."""
    if is_leeg(schoon):
        raise OngeldigeWaarde("Hier staat geen waarde.")
    if schoon[0] in "=@":
        raise OngeldigeWaarde(f"{citaat(schoon)} is een formule; zet er de uitkomst als getal neer.")
    if _REKENBLADFOUT.fullmatch(schoon):
        raise OngeldigeWaarde(f"{citaat(schoon)} is een foutmelding van het rekenblad; zet er een getal neer.")
    if _AFGESCHERMD.fullmatch(schoon):
        raise AfgeschermdeWaarde(f"{citaat(schoon)} is afgeschermd in de bron: het aantal zelf is niet bekend.")
    if _EXPONENT.fullmatch(schoon):
        raise OngeldigeWaarde(
            f"{citaat(schoon)} staat in wetenschappelijke notatie; "
            "kies in het rekenblad 'Getal' als notatie en bewaar het opnieuw."
        )


def _controleer_eenheid(delen: re.Match[str], eenheid: str | None, schoon: str) -> None:
    """The sign or word of another unit makes it another figure; a word that is no unit makes it a text."""
    woord = (delen["eenheid"] or "").lower().replace("€", "euro").rstrip(" .")
    geschreven = {EENHEDEN.get(woord, woord)} if woord else set()
    if delen["voor"] or delen["erna"] or delen["streep"]:
        geschreven.add("euro")
    for naam in geschreven:
        if not _hoort_bij(naam, eenheid):
            bekend = naam in EENHEDEN.values() and eenheid is not None
            zin = f"{citaat(schoon)} staat in {naam}, maar de eenheid is {eenheid}."
            raise OngeldigeWaarde(zin if bekend else _geen_getal(schoon))


def _hoort_bij(naam: str, eenheid: str | None) -> bool:
    """A unit of one's own ("euro per jeugdige") may be written in part: `€ 12`."""
    if eenheid is None:
        return naam in EENHEDEN.values()
    eigen = eenheid.lower().replace("%", "procent").replace("€", "euro")
    return naam in (eigen, *eigen.split()) or (naam == "procent" and eigen == "procentpunt")


def _cijfers(cijfers: str, decimaal: Decimaalteken | None, schoon: str) -> str:
    """As Python writes it: no groups, and a dot for the decimals."""
    kaal = _zonder_spaties(cijfers)
    kandidaten: tuple[Decimaalteken, ...] = (decimaal,) if decimaal else (",", ".")
    for teken in kandidaten:
        if _VORMEN[teken].fullmatch(kaal):
            return kaal.replace(_ANDER[teken], "").replace(teken, ".")
    if decimaal and _VORMEN[_ANDER[decimaal]].fullmatch(kaal):
        hier, elders = _NAMEN[_ANDER[decimaal]], _NAMEN[decimaal]
        raise OngeldigeWaarde(f"{citaat(schoon)} is geschreven met een {hier}, de rest van de kolom met een {elders}.")
    raise OngeldigeWaarde(_geen_getal(schoon))


def _zonder_spaties(cijfers: str) -> str:
    """`1 234` is a thousand and more; what has spaces elsewhere stays as it is and will fit no form."""
    return cijfers.replace(" ", "") if _MET_SPATIES.fullmatch(cijfers) else cijfers


def _past_niet(waarde: Decimal) -> str | None:
    """Why the database could not hold it, to the letter. The methods that round come after the size is known."""
    if waarde.copy_abs() >= _GRENS:
        return f"heeft meer dan {MEESTE_VOOR_KOMMA} cijfers voor de komma"
    if waarde.quantize(_STAP) != waarde:
        return f"heeft meer dan {MEESTE_NA_KOMMA} cijfers achter de komma; rond het af"
    return None


def _geen_getal(schoon: str) -> str:
    return f"{citaat(schoon)} is geen getal; schrijf bijvoorbeeld 1.234,5."
