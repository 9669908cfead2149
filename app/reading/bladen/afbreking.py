"""Puts back together what the end of a line parted: words that were broken, with a hyphen or without."""

import re
from collections import Counter
from collections.abc import Iterable

_WOORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LINKS = re.compile(r"([\w()'’/+-]*?)-$")
_RECHTS = re.compile(r"[(‘'\"“]?([^\W_]+(?:-[^\W_]+)*)")
_VOEGWOORD = re.compile(r"(?:en|of|naar|tot|dan wel|tot en met|t/m)(?=\W|$)", re.IGNORECASE)
_HANGEND = re.compile(r"([^\W\d_]+)- (?:en|of|naar|tot)\b", re.IGNORECASE)
_VAN = re.compile(r"\bvan\b(?:\s+\S+){0,5}$", re.IGNORECASE)  # "van eerste- naar"
_LANG_WOORD = re.compile(r"\w+\s+(?:\w{1,3}\s+)?[(‘“]?[^\W\d_]{9,}")
_BOTSING = re.compile(r"(?:a[aeiu]|e[eiu]|i[ej]|o[eiou]|u[iu])$", re.IGNORECASE)
# Prefixes that are written with a hyphen.
_VOORVOEGSELS = {"adjunct", "aspirant", "bijna", "ex", "interim", "kandidaat", "multi", "niet", "non", "oud", "vice"}
_TREMA = {"e": "ë", "i": "ï", "o": "ö", "u": "ü"}
_BIJVOEGLIJK = re.compile(r"(?:aal|eel|ief|isch|ig|lijk|air|eus|iek)$")
_BIJVOEGLIJK_VERBOGEN = re.compile(r"(?:ale|ele|ieve|ische|ige|lijke|aire|euze|ieke|aal|eel|ief|isch|ig|lijk)$")
_LETTERGREEP = re.compile(
    r".{1,3}|(?:[bcdfghjklmnpqrstvwxz]?(?:ing|heid|heden|lijk|lijke|baar|bare|atie|aties|teit|ment|schap|tief))(?:en|s|e)?"
)
_LEESTEKEN = re.compile(r"[.,;:](?:\s|$)")  # had no place any more behind its word
LANGSTE_WOORD = 80
WEINIG = 0.03  # of the lines: fewer of them end with a hyphen when nobody switched hyphenation on


class Woordkennis:
    """What the document itself writes unbroken is the best witness of how a word is spelled.

    Without a witness the habit of the document counts: whether the hyphens at its line ends were put there to break.
    """

    def __init__(self, stromen: Iterable[list[str]] = ()) -> None:
        self._woorden: Counter[str] = Counter()
        self._alleen: Counter[str] = Counter()  # words on a line of their own, and those right below one
        self._hangend: set[str] = set()
        self._breekt = False
        breuken: list[tuple[str, str]] = []
        regels = 0
        for stroom in stromen:
            regels += len(stroom)
            breuken.extend(self._leer(stroom))
        self._leer_gewoonte(breuken, regels)

    def _leer(self, stroom: list[str]) -> list[tuple[str, str]]:
        """Counts the words that stand unbroken; the answer is where a word may have been broken."""
        breuken: list[tuple[str, str]] = []
        vorige = ""
        for regel in stroom:
            woorden = [woord.casefold() for woord in _WOORD.findall(regel)]
            self._hangend.update(woord.casefold() for woord in _HANGEND.findall(regel))
            delen = _breuk(vorige, regel)
            if delen is not None:
                breuken.append(delen)
                woorden = woorden[1:]
            elif " " not in vorige and woorden and regel[0].islower():
                self._alleen.update([vorige.casefold(), woorden[0]])
            if regel.endswith("-"):
                woorden = woorden[:-1]
            self._woorden.update(woorden)
            vorige = regel
        return breuken

    def _leer_gewoonte(self, breuken: list[tuple[str, str]], regels: int) -> None:
        getuigd = [self._getuigenis(links, rechts) for links, rechts in breuken]
        weg, blijft = getuigd.count(False), getuigd.count(True)
        self._breekt = weg > blijft if weg + blijft else len(breuken) > WEINIG * regels
        for links, rechts in breuken:
            if not self._houdt_streepje(links, rechts):
                self._woorden[f"{links}{rechts}".casefold()] += 1

    def kent(self, woord: str) -> int:
        return self._woorden[woord.casefold()]

    def plak(self, links: str, rechts: str) -> str:
        """The text of two lines as one."""
        if re.search(r"\w/$", links) or _LEESTEKEN.match(rechts):
            return links + rechts
        delen = _halven(links, rechts)
        if delen is None:
            return f"{links} {rechts}"
        if _VOEGWOORD.match(rechts):
            return f"{links} {rechts}" if self._hangt(links, rechts, delen) else _zonder_streepje(links, rechts)
        if self._houdt_streepje(*delen):
            return self._met_trema(links[:-1], rechts, delen) or links + rechts
        return links[:-1] + rechts

    def _hangt(self, links: str, rechts: str, delen: tuple[str, str]) -> bool:
        """Whether the hyphen stands for what the next word shares, as in "leun- en steunproduct", or broke a word that
        ends as a conjunction is written: "ambte-naar", "idee-en".

        The document is the best witness. Else: nothing is broken between a consonant and "en", and few words end in
        "of" or "tot"; "naar" wants a "van" before it.
        """
        links_kaal, rechts_kaal = delen
        if links_kaal.casefold() in self._hangend:
            return True
        if self.kent(f"{links_kaal}{rechts_kaal}") or self.kent(_zonder_streepje(f"{links_kaal}-", rechts_kaal)):
            return False
        match rechts_kaal.casefold():
            case "en":
                return links_kaal[-1] not in "aeiouj" or _LANG_WOORD.match(rechts) is not None
            case "naar":
                return not links_kaal.islower() or _VAN.search(links) is not None
        return True

    def _getuigenis(self, links: str, rechts: str) -> bool | None:
        """True when the document writes it with a hyphen elsewhere, False when without, None when it does not say."""
        met, zonder = self.kent(f"{links}-{rechts}"), self.kent(f"{links}{rechts}")
        if met and zonder:
            return not self._breekt and met >= zonder
        return met > 0 if met or zonder else None

    def _houdt_streepje(self, links: str, rechts: str) -> bool:
        if not rechts[0].islower() or links.isupper() or len(links) == 1 or links[-1].isdigit():
            return True
        getuigd = self._getuigenis(links, rechts)
        if getuigd is not None:
            return getuigd
        if (
            links.casefold() in _VOORVOEGSELS
            or _nevenschikking(links, rechts)
            or _BOTSING.search(links[-1] + rechts[0])
        ):
            return True
        if _LETTERGREEP.fullmatch(rechts) and not self.kent(rechts):
            return False
        return not self._breekt

    def _met_trema(self, links: str, rechts: str, delen: tuple[str, str]) -> str | None:
        """ "geïndiceerd" is broken as "ge-indiceerd" by some programs."""
        letter = _TREMA.get(delen[1][0])
        if letter is None or not self.kent(f"{delen[0]}{letter}{delen[1][1:]}"):
            return None
        plek = rechts.index(delen[1])
        return links + rechts[:plek] + letter + rechts[plek + 1 :]

    def kent_apart(self, woord: str) -> bool:
        """Whether it stands somewhere as a word, not where a narrow column may have cut one."""
        return self.kent(woord) > self._alleen[woord.casefold()]

    def is_gebroken(self, links: str, rechts: str) -> bool:
        """Whether two pieces without a hyphen between them are one word that the document knows."""
        heel = (_WOORD.findall(links) or [""])[-1] + (_WOORD.findall(rechts) or [""])[0]
        return len(heel) > 6 and self.kent(heel) > 0


def _breuk(links: str, rechts: str) -> tuple[str, str] | None:
    """The two halves when a word is surely parted here: "onder-" before "en" may mean something else."""
    return None if _VOEGWOORD.match(rechts) else _halven(links, rechts)


def _halven(links: str, rechts: str) -> tuple[str, str] | None:
    """What stands around a hyphen at the end of a line; None for a dash, or for no word at all."""
    voor, achter = _LINKS.search(links[-LANGSTE_WOORD:]), _RECHTS.match(rechts)
    if voor is None or achter is None:
        return None
    kern = re.split(r"[^\w-]", voor[1])[-1]
    return (kern, achter[1]) if kern else None


def _zonder_streepje(links: str, rechts: str) -> str:
    """One word; an e that came apart from an e or i has its dots again: "idee-en" is "ideeën"."""
    eerste = rechts[0]
    if eerste == "e" and links[-2:-1] in {"e", "i"} and not links.endswith(("ei-", "ui-")):
        eerste = _TREMA[eerste]
    return f"{links[:-1]}{eerste}{rechts[1:]}"


def _nevenschikking(links: str, rechts: str) -> bool:
    """ "regionaal-lokale": two adjectives that both stand on their own."""
    return _BIJVOEGLIJK.search(links) is not None and _BIJVOEGLIJK_VERBOGEN.search(rechts) is not None
