"""Lists of numbers as policy notes write them: "1 (a, b), 2, (3,) 4 t/m 6" becomes Verwijzingen, and back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.structuur import Verwijzing

HOOGSTE_NUMMER = 999
GROOTSTE_REEKS = 100

NIETS = {"", "geen", "-", "–", "n.v.t", "nvt", "niet van toepassing"}
ALLES = {"alle", "allemaal", "alles", "alle doelen", "alle interventies", "alle nummers"}

_VOORBEHOUD = re.compile(r"\(\s*onder\s+voorbehoud\s*\)|\bonder\s+voorbehoud\b|\bo\.v\.b\.?|\bovb\b", re.IGNORECASE)
_KOPJE = re.compile(
    r"\b(?:uitvoeren|realiseren)\b|\b(?:doel(?:en)?|interventie[s]?|nummers?|nrs?|no)\b[.:]?|#", re.IGNORECASE
)
_LETTERS_AANEEN = re.compile(r"(?<=\d)[a-zA-Z]{2,6}(?!\w)")
_VOORLETTER = re.compile(r"(?<!\w)[DI](?=\d)")
_TEKEN = re.compile(
    r"(?P<ruimte>\s++)"
    r"|(?P<dubbel>(?<![\w.])\d++\.\d++(?!\.?\d))"
    r"|(?P<getal>(?<!\w)\d++)"
    r"|(?P<reeks>t/m|tot\s+en\s+met\b|t\.e\.m\.|[-‐‑–—])"
    r"|(?P<open>\()|(?P<dicht>\))"
    r"|(?P<scheiding>[,;.:+&]|\b[eé]n\b|\bof\b)"
    r"|(?P<voorbehoud>\*)"
    r"|(?P<letter>(?<![^\W\d_])[a-zA-Z](?![^\W\d_]))"
    r"|(?P<rest>\w++|.)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(slots=True)
class _Nummer:
    """A Verwijzing under construction. `los`: stands in the outer parenthesis and so is onder voorbehoud."""

    nummer: int
    onderdelen: list[str] = field(default_factory=list)
    voorbehoud: bool = False

    def klaar(self) -> Verwijzing:
        return Verwijzing(self.nummer, tuple(dict.fromkeys(self.onderdelen)), self.voorbehoud)


class _Lezer:
    """Walks the signs once, from left to right, and keeps what it could not place in `rest`."""

    def __init__(self, tekst: str) -> None:
        self.nummers: list[_Nummer] = []
        self.rest: list[str] = []
        self.in_onderdelen = False
        self.in_voorbehoud = False
        self.reeks_open = False
        self.na_scheiding = True
        for teken in _TEKEN.finditer(tekst):
            self._lees(str(teken.lastgroup), teken.group())
        if self.reeks_open:
            self.rest.append("-")

    def _lees(self, soort: str, stuk: str) -> None:
        if soort == "ruimte":
            return
        if self.reeks_open and soort not in ("getal", "letter"):
            self.rest.append("-")
            self.reeks_open = False
        in_voorbehoud = self.in_voorbehoud
        getattr(self, f"_{soort}")(stuk)
        if soort in ("scheiding", "open") or (soort == "dicht" and in_voorbehoud and not self.in_voorbehoud):
            self.na_scheiding = True
        elif soort != "reeks":
            self.na_scheiding = False

    def _getal(self, stuk: str) -> None:
        nummer = int(stuk) if len(stuk) <= len(str(HOOGSTE_NUMMER)) and stuk.isascii() else 0
        if not 1 <= nummer <= HOOGSTE_NUMMER or self.in_onderdelen:
            self._weiger(stuk)
        elif self.reeks_open:
            self._vul_reeks(nummer, stuk)
        else:
            self.nummers.append(_Nummer(nummer, voorbehoud=self.in_voorbehoud))

    def _vul_reeks(self, tot: int, stuk: str) -> None:
        van = self.nummers[-1].nummer
        self.reeks_open = False
        if self.nummers[-1].onderdelen or not van < tot <= van + GROOTSTE_REEKS:
            self.rest.append(f"{van}-{stuk}")
            return
        self.nummers.extend(_Nummer(nummer, voorbehoud=self.in_voorbehoud) for nummer in range(van + 1, tot + 1))

    def _weiger(self, stuk: str) -> None:
        if self.reeks_open:
            self.reeks_open = False
            stuk = f"{self.nummers[-1].nummer}-{stuk}"
        self.rest.append(stuk)

    def _letter(self, stuk: str) -> None:
        letter = stuk.lower()
        past = bool(self.nummers) and (self.in_onderdelen or not self.na_scheiding or bool(self.nummers[-1].onderdelen))
        if not past or not letter.isascii():
            self._weiger(stuk)
        elif self.reeks_open:
            self._vul_letters(letter)
        else:
            self.nummers[-1].onderdelen.append(letter)

    def _vul_letters(self, tot: str) -> None:
        onderdelen = self.nummers[-1].onderdelen
        self.reeks_open = False
        if not onderdelen or not onderdelen[-1] < tot:
            self.rest.append(f"-{tot}")
            return
        onderdelen.extend(chr(code) for code in range(ord(onderdelen[-1]) + 1, ord(tot) + 1))

    def _reeks(self, stuk: str) -> None:
        if self.nummers and not self.na_scheiding:
            self.reeks_open = True
        else:
            self.rest.append(stuk)

    def _open(self, stuk: str) -> None:
        if self.in_onderdelen:
            self.rest.append(stuk)
        elif self.nummers and not self.na_scheiding:
            self.in_onderdelen = True
        elif self.in_voorbehoud:
            self.rest.append(stuk)
        else:
            self.in_voorbehoud = True

    def _dicht(self, stuk: str) -> None:
        if self.in_onderdelen:
            self.in_onderdelen = False
        elif self.in_voorbehoud:
            self.in_voorbehoud = False
        else:
            self.rest.append(stuk)

    def _scheiding(self, stuk: str) -> None:
        """Separators carry no meaning of their own; "1.a" and "1 a" are the same onderdeel."""

    def _voorbehoud(self, stuk: str) -> None:
        if self.nummers:
            self.nummers[-1].voorbehoud = True
        else:
            self.rest.append(stuk)

    def _dubbel(self, stuk: str) -> None:
        """ "2.1" is no pair 2 and 1; what it numbers is not known here."""
        self._weiger(stuk)

    def _rest(self, stuk: str) -> None:
        self._weiger(stuk)


def lees_verwijzingen(tekst: str, bestaande: Iterable[int] = ()) -> tuple[list[Verwijzing], str]:
    """The Verwijzingen in `tekst`, and the part that was not understood ("" when all was).

    A number in an outer parenthesis, or followed by "(onder voorbehoud)", is onder voorbehoud.
    A "*" refers to a note that cannot be seen from here and comes back as not understood.
    "alle" stands for the numbers in `bestaande`. A number above 999 or a range of more than 100
    is not understood. A number that is named twice comes back once, with the onderdelen of both.
    """
    kern = tekst.strip().strip(".:;").strip().casefold()
    if kern in NIETS:
        return [], ""
    if kern in ALLES:
        alle = [Verwijzing(nummer) for nummer in dict.fromkeys(bestaande)]
        return (alle, "") if alle else ([], tekst.strip())
    lezer = _Lezer(_bereid_voor(tekst))
    if "*" in tekst:
        lezer.rest.append("*")
    return _voeg_samen(lezer.nummers), " ".join(lezer.rest)


def _bereid_voor(tekst: str) -> str:
    """A "*" stands for onder voorbehoud, "1.a" becomes "1a" and words like "nummer" say nothing new."""
    tekst = _VOORBEHOUD.sub(" * ", tekst.replace("*", " "))
    tekst = _KOPJE.sub(" ", tekst)
    tekst = _VOORLETTER.sub("", tekst)
    tekst = _LETTERS_AANEEN.sub(lambda m: ", ".join(m.group()) if _volgen_op_elkaar(m.group()) else m.group(), tekst)
    return re.sub(r"(?<=\d)\.(?=[a-zA-Z](?![^\W\d_]))", "", tekst)


def _volgen_op_elkaar(letters: str) -> bool:
    """ "bcd" in "2bcd"; the "de" of "2de" is no onderdeel."""
    rij = "".join(chr(ord(letters[0].lower()) + plek) for plek in range(len(letters)))
    return letters.lower() == rij and rij != "de"


def _voeg_samen(nummers: list[_Nummer]) -> list[Verwijzing]:
    per_nummer: dict[int, _Nummer] = {}
    for nummer in nummers:
        eerder = per_nummer.get(nummer.nummer)
        if eerder is None:
            per_nummer[nummer.nummer] = nummer
        else:
            heel = not eerder.onderdelen or not nummer.onderdelen
            eerder.onderdelen = [] if heel else eerder.onderdelen + nummer.onderdelen
            eerder.voorbehoud = eerder.voorbehoud and nummer.voorbehoud
    return [nummer.klaar() for nummer in per_nummer.values()]


def schrijf_verwijzingen(verwijzingen: Iterable[Verwijzing]) -> str:
    """The inverse of `lees_verwijzingen`: "1 (a, b), (2), 3"; "geen" when there are none."""
    return ", ".join(_schrijf(verwijzing) for verwijzing in verwijzingen) or "geen"


def _schrijf(verwijzing: Verwijzing) -> str:
    kern = str(verwijzing.nummer)
    if verwijzing.onderdelen:
        kern = f"{kern} ({', '.join(verwijzing.onderdelen)})"
    return f"({kern})" if verwijzing.voorbehoud else kern
