"""Dutch figures in text: `1.234,5`, `€ 1,2 miljoen`, `10-15%`, `tussen 12 en 16 weken`, `van 11 naar 4`. And back."""

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.taal.telwoorden import telwoord

SCHALEN = {
    "duizend": 1_000,
    "k": 1_000,
    "miljoen": 1_000_000,
    "mln": 1_000_000,
    "mio": 1_000_000,
    "ton": 100_000,
    "miljard": 1_000_000_000,
    "mld": 1_000_000_000,
}

EENHEDEN = {
    "%-punt": "procentpunt",
    "%punt": "procentpunt",
    "procentpunt": "procentpunt",
    "procentpunten": "procentpunt",
    "procent-punt": "procentpunt",
    "%": "procent",
    "procent": "procent",
    "percent": "procent",
    "pct": "procent",
    "euro": "euro",
    "euro's": "euro",
    "eur": "euro",
    "week": "weken",
    "weken": "weken",
    "werkweken": "weken",
    "maand": "maanden",
    "maanden": "maanden",
    "dag": "dagen",
    "dagen": "dagen",
    "werkdag": "dagen",
    "werkdagen": "dagen",
    "uur": "uren",
    "uren": "uren",
    "minuut": "minuten",
    "minuten": "minuten",
    "jaar": "jaren",
    "jaren": "jaren",
    "fte": "fte",
    "fte's": "fte",
    "ftes": "fte",
}

MEESTE_CIJFERS = 15

_NEDERLANDS = str.maketrans(",.", ".,")

_CIJFERS = r"\d{1,3}(?:\.\d{3})++(?:,\d++)?|\d++(?:[.,]\d++)?"
_IN_HAKEN = (
    r"x+|aantal|getal|percentage|bedrag|waarde|ntb|nader te bepalen|(?:nog )?(?:in te vullen|invullen)|\.{1,9}|…|_{1,9}"
)
_INVULPLEK = (
    r"x{1,3}|pm(?= (?:procent|meer|minder|extra))"
    r"|[nyz](?= ?(?:%|procent))|(?:\.{2,9}|…|\?{1,3})(?= ?(?:%|procent))|_{2,40}"
    rf"|\[ ?(?:{_IN_HAKEN})? ?\]|<(?:{_IN_HAKEN})>"
)
_SCHAAL = "|".join(sorted(map(re.escape, SCHALEN), key=len, reverse=True))
_EENHEID = "|".join(sorted(map(re.escape, EENHEDEN), key=len, reverse=True))
_EEN_GETAL = re.compile(
    rf"(?P<valuta>€ ?|\beur(?:o)? )?"
    rf"(?<![\w][.,/])(?<![^\W\d]-)(?<!\w)"
    rf"(?P<teken>(?<![\w)%]) ?[-+](?=\d))?"
    rf"(?:(?P<cijfers>{_CIJFERS})|(?P<plek>{_INVULPLEK})|(?P<woord>[^\W\d_]++))"
    rf"(?P<streep>,-+|,=)?"
    rf"(?: ?(?P<schaal>{_SCHAAL})\.?(?!\w))?"
    rf"(?: ?(?P<eenheid>{_EENHEID})(?![\w]))?"
    rf"(?![\w]|[.,/]\d)",
    re.IGNORECASE,
)

_TUSSEN_GRENZEN = re.compile(r" ?(?:-|tot en met|tot|t/m|à|a|of|en) ?(?:met )?(?:maximaal |hooguit |hoogstens )?", re.I)
_VOOR_TUSSEN = re.compile(r"\btussen (?:de |het |ongeveer |circa )?$", re.IGNORECASE)
_VOOR_MINIMAAL = re.compile(r"\b(?:minimaal|minstens|ten ?minste) $", re.IGNORECASE)
_NAAR = re.compile(
    r"(?: \([^()]{0,20}\))?[^.;:()]{0,80}?"
    r"\bnaar (?:(?:een|gemiddeld|ongeveer|circa|maximaal|minimaal|hooguit|nog) ){0,3}",
    re.I,
)
_TOT_NA_JAAR = re.compile(r" (?:in|\() ?(?:jjjj|rrrr|(?:19|20)\d\d)\)? tot ")


@dataclass(frozen=True, slots=True)
class Bereik:
    """One figure or band in a text, at `tekst[begin:eind]`.

    `min` and `max` are equal for a single figure; both are None for a place still to be filled in ("X%").
    `startwaarde`: the A in "van A naar B". `teken`: "+" or "-" written directly before the figure.
    """

    min: Decimal | None
    max: Decimal | None
    begin: int
    eind: int
    eenheid: str | None = None
    startwaarde: Decimal | None = None
    teken: str = ""
    soort: str = "cijfers"

    @property
    def open(self) -> bool:
        return self.min is None


def normaliseer(tekst: str) -> str:
    """One kind of space, dash and quote, so that the other functions need to know only one."""
    tekst = unicodedata.normalize("NFC", tekst)
    tekst = re.sub(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))", ".", tekst)
    tekst = re.sub("[\u2010-\u2015\u2212]", "-", tekst)
    tekst = re.sub("[\u2018\u2019]", "'", tekst)
    return re.sub(r"[\s\u200b\u00ad]+", " ", tekst).strip()


def vind_bereiken(tekst: str) -> list[Bereik]:
    """Every figure and band in a normalised text, in order. Says nothing about what they mean."""
    enkele = [bereik for treffer in _EEN_GETAL.finditer(tekst) if (bereik := _enkel(treffer))]
    samen: list[Bereik] = []
    for bereik in enkele:
        verbonden = _verbind(samen[-1], bereik, tekst) if samen else None
        if verbonden:
            samen[-1] = verbonden
        else:
            samen.append(bereik)
    return samen


def _enkel(treffer: re.Match[str]) -> Bereik | None:
    """A "ton" is 100.000 euro only where the text says that it is money."""
    waarde, soort = _waarde(treffer)
    if soort == "":
        return None
    eenheid = EENHEDEN.get((treffer["eenheid"] or "").lower())
    if treffer["valuta"] or treffer["streep"]:
        eenheid = "euro"
    if treffer["schaal"] and treffer["schaal"].lower() == "ton" and eenheid != "euro":
        return None
    return Bereik(waarde, waarde, *treffer.span(), eenheid=eenheid, teken=(treffer["teken"] or "").strip(), soort=soort)


def _waarde(treffer: re.Match[str]) -> tuple[Decimal | None, str]:
    """The value and how it was written: cijfers, woord, plek (still to be filled in) or "" (no figure)."""
    schaal = SCHALEN.get((treffer["schaal"] or "").lower(), 1)
    if treffer["cijfers"]:
        waarde = _uit_cijfers(treffer["cijfers"])
        return (heel(waarde * schaal), "cijfers") if waarde is not None else (None, "")
    if treffer["plek"]:
        return None, "plek"
    getal = telwoord(treffer["woord"])
    return (Decimal(getal * schaal), "woord") if getal is not None else (None, "")


def _uit_cijfers(cijfers: str) -> Decimal | None:
    """`1.234` is a thousand and more, `7.5` is seven and a half: a dot splits thousands only before three digits."""
    if sum(map(str.isdigit, cijfers)) > MEESTE_CIJFERS or not cijfers.isascii():
        return None
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", cijfers):
        cijfers = cijfers.replace(".", "")
    return Decimal(cijfers.replace(",", "."))


def heel(waarde: Decimal) -> Decimal:
    """A whole number without decimals that say nothing: 20.0 becomes 20."""
    return waarde.quantize(Decimal(1)) if waarde == waarde.to_integral_value() else waarde


def _verbind(eerste: Bereik, tweede: Bereik, tekst: str) -> Bereik | None:
    """One Bereik out of two neighbours, when the words in between say so."""
    tussen = tekst[eerste.eind : tweede.begin]
    if len(tussen) > 110 or eerste.startwaarde is not None:
        return None
    gaat_naar = _NAAR.fullmatch(tussen) or (_TOT_NA_JAAR.fullmatch(tussen) and tekst[: eerste.begin].endswith("van "))
    if gaat_naar and not eerste.open and _zelfde_soort(eerste, tweede):
        return replace(tweede, eenheid=tweede.eenheid or eerste.eenheid, startwaarde=eerste.min)
    if _is_band(tekst[max(0, eerste.begin - 30) : eerste.begin], tussen) and eerste.min == eerste.max:
        return _band(eerste, tweede)
    return None


def _zelfde_soort(eerste: Bereik, tweede: Bereik) -> bool:
    return eerste.eenheid is None or tweede.eenheid is None or eerste.eenheid == tweede.eenheid


def _is_band(ervoor: str, tussen: str) -> bool:
    if not _TUSSEN_GRENZEN.fullmatch(tussen):
        return False
    if tussen.strip().startswith("en"):
        return bool(_VOOR_TUSSEN.search(ervoor)) or (tussen != " en " and bool(_VOOR_MINIMAAL.search(ervoor)))
    return True


def _band(eerste: Bereik, tweede: Bereik) -> Bereik | None:
    if eerste.eenheid and tweede.eenheid and eerste.eenheid != tweede.eenheid:
        return None
    eenheid = tweede.eenheid or eerste.eenheid
    if eerste.min is None or tweede.min is None or tweede.max is None:
        return replace(eerste, min=None, max=None, eind=tweede.eind, eenheid=eenheid)
    laag = _geschaald(eerste.min, tweede.min)
    grenzen = sorted((laag, tweede.max))
    return replace(eerste, min=grenzen[0], max=grenzen[1], eind=tweede.eind, eenheid=eenheid)


def _geschaald(laag: Decimal, hoog: Decimal) -> Decimal:
    """In "1 tot 1,5 miljoen" the first figure counts in millions too."""
    for schaal in (1_000_000_000, 1_000_000, 1_000):
        if hoog >= schaal and laag < 1_000 and laag * schaal <= hoog:
            return laag * schaal
    return laag


def toon_getal(waarde: Decimal) -> str:
    """`1.234,5`: thousands with dots, decimals with a comma, no zeros that say nothing."""
    tekst = f"{waarde:,f}"
    if "." in tekst:
        tekst = tekst.rstrip("0").rstrip(".")
    return tekst.translate(_NEDERLANDS)


def toon_euro(waarde: Decimal) -> str:
    """`€ 1.234`, or `€ 1.234,50` when there are cents."""
    if waarde == waarde.to_integral_value():
        return f"€ {toon_getal(waarde)}"
    return "€ " + f"{waarde:,.2f}".translate(_NEDERLANDS)
