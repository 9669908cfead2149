"""What a notitie says about itself: title, gemeente, versie, date."""

import re
from collections import Counter
from datetime import date

from app.domain.taal.datums import lees_datum

MAX_TITEL = 300
ZONDER_TITEL = "Notitie zonder titel"

_MAANDEN = r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DATUM = re.compile(
    rf"\b\d{{1,2}}\s+(?:{_MAANDEN}|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\.?\s+(?:19|20)\d{{2}}\b"
    r"|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}\b|\b(?:19|20)\d{2}-\d{2}-\d{2}\b",
    re.IGNORECASE,
)
_DATUMREGEL = re.compile(
    r"^(?:datum|d\.?d\.?|vastgesteld(?: op)?|opgesteld(?: op)?|versie\s*datum)\b\s*[:.]?\s*", re.IGNORECASE
)
_WEEKDAG = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+)?"
_ALLEEN_DATUM = re.compile(rf"^(?:[A-ZÀ-Ý][\w’'-]+,\s*)?{_WEEKDAG}(?P<datum>.{{6,30}}?)[.]?$", re.IGNORECASE)
_VERSIE = re.compile(
    r"\bversie(?:nummer)?\s*[:.]?\s*(?P<versie>v?\d{1,3}(?:\.\d{1,3}){0,3}|concept|definitief)\b", re.IGNORECASE
)
_CONCEPT = re.compile(r"\bconcept", re.IGNORECASE)
_DEFINITIEF = re.compile(r"^\W*definitief\W*$", re.IGNORECASE)
_WOORD = r"[A-ZÀ-Ý][\w’'’]*(?:-[\wÀ-ÿ’']+)*"
_GEMEENTE = re.compile(
    rf"\b[Gg]emeente:?\s+(?P<naam>(?:(?:het|de|den|[’‘']s-?)\s?)?{_WOORD}"
    rf"(?:\s(?:aan\sde[n]?|aan|op|en|van|bij|ter|ten|in)(?=\s[A-ZÀ-Ý])|\s{_WOORD}){{0,3}})"
)
_GEEN_NAAM = re.compile(
    r"^(?:RIGG|GGD|GGZ|WMO|Wmo|Jeugd\w*|Rapport\w*|Notitie\w*|Concept\w*|Versie|Datum|Status|Pagina|Inkoop\w*|Beleid\w*"
    r"|Uitvoering\w*|Deze|Dit|Per|In|Bij|Voor|Naam|Opdracht\w*|Lokaal|[A-Z]{2,})$"
)


def kies_datum(randteksten: list[str], inleiding: list[str]) -> date | None:
    """A date in a header or footer, on a line that says "Datum", or on a line of its own; never one from a sentence."""
    benoemd = [rest for tekst in [*randteksten, *inleiding] if (rest := _na_datumwoord(tekst))]
    los = [tekst for tekst in inleiding if _staat_alleen(tekst)]
    met_versie = [tekst for tekst in inleiding if len(tekst) <= 80 and _VERSIE.search(tekst)]
    for tekst in [*benoemd, *randteksten, *los, *met_versie]:
        if (gevonden := _datum_in(tekst)) is not None:
            return gevonden
    return None


def is_datumregel(tekst: str) -> bool:
    """A line that says no more than a date: "20 mei 2020", "Datum: 20-5-2020"."""
    return _staat_alleen(_na_datumwoord(tekst) or tekst)


def _na_datumwoord(tekst: str) -> str | None:
    gevonden = _DATUMREGEL.match(tekst)
    return tekst[gevonden.end() :][:40] if gevonden else None


def _staat_alleen(tekst: str) -> bool:
    gevonden = _ALLEEN_DATUM.match(tekst.strip())
    return gevonden is not None and _DATUM.fullmatch(gevonden.group("datum")) is not None


def _datum_in(tekst: str) -> date | None:
    gevonden = _DATUM.search(tekst)
    return lees_datum(gevonden.group(0)) if gevonden else None


def kies_versie(titel: str, randteksten: list[str], inleiding: list[str]) -> str | None:
    """ "0.3" when it says "versie 0.3", else "concept" or "definitief" when the title or a header says so."""
    korte = [tekst for tekst in [*randteksten, *inleiding] if len(tekst) <= 80]
    for tekst in [titel, *korte]:
        if gevonden := _VERSIE.search(tekst):
            return gevonden.group("versie").lower()
    if _CONCEPT.search(titel) or any(_CONCEPT.match(tekst.strip()) or "CONCEPT" in tekst for tekst in korte):
        return "concept"
    return "definitief" if any(_DEFINITIEF.match(tekst) for tekst in korte) else None


def kies_gemeente(teksten: list[str]) -> str | None:
    """The gemeente that is named most; None when none is. "de gemeente het Hogeland" is Het Hogeland."""
    geteld: Counter[str] = Counter()
    for tekst in teksten:
        for gevonden in _GEMEENTE.finditer(tekst):
            if naam := _gemeentenaam(gevonden.group("naam")):
                geteld[naam] += 1
    return geteld.most_common(1)[0][0] if geteld else None


def _gemeentenaam(ruw: str) -> str | None:
    woorden = ruw.split()
    naam: list[str] = []
    for woord in woorden:
        if _GEEN_NAAM.match(woord):
            break
        naam.append(woord)
    while naam and naam[-1].lower() in {"aan", "de", "den", "op", "en", "van", "bij", "ter", "ten", "in", "het"}:
        naam.pop()
    if not naam:
        return None
    tekst = " ".join(naam)
    return tekst[0].upper() + tekst[1:]


def maak_titel(tekst: str) -> str:
    tekst = " ".join(tekst.split())
    return tekst if len(tekst) <= MAX_TITEL else tekst[: MAX_TITEL - 1].rstrip() + "…"
