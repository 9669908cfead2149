"""The figures in a doel that could be its streefwaarde: what is plainly something else is masked first."""

import re
from dataclasses import dataclass
from decimal import Decimal

from app.domain.streefwaarde.jaren import woorden
from app.domain.streefwaarde.woorden import BENAMING, DALING, DUUR, FREQUENTIE, MAANDEN, STIJGING
from app.domain.taal.getallen import Bereik, heel, vind_bereiken
from app.domain.taal.telwoorden import telwoord

MEESTE_FIGUREN = 40
MASKER = "¤"

_N = r"(?<![\w.,])\d{1,3}"
_LEEFTIJD = r"(?:jaar|jarigen?|jr|maanden oud)(?!\w)"
_EENHEID_ERNA = r"(?! ?%| procent| fte|[.,]?\d)"
_GEEN_FIGUUR = tuple(
    re.compile(patroon)
    for patroon in (
        r"^\(?\d{1,2}[.)](?= )",
        rf"(?!(?:1/2|[12]/3|[13]/4)(?!\d)){_N} ?-? ?/ ?\d{{1,3}}(?: ?\+|(?!\w))",
        rf"{_N}\+(?! ?\d)(?!\w)",
        rf"{_N}-(?! ?\d)(?![\w%])(?! (?:tot|en|of|à|t/m) \d)(?= ?(?:[,.;:/)]|$)|jarige?)",
        rf"{_N}(?: ?(?:-|tot en met|tot|t/m|en) ?\d{{1,2}})?[ -]jarigen?(?!\w)",
        rf"{_N}-?(?:plussers?|minners?|ers)(?!\w)",
        rf"\b(?:jonger|ouder) dan {_N}(?: {_LEEFTIJD})?",
        rf"\bleeftijd(?:en|scategorie|sgroep)?(?: (?:van|tussen|vanaf|tot|in|de|onder|boven|\(|:)){{0,3}} {_N}"
        rf"(?: ?(?:-|tot en met|tot|t/m|en) ?\d{{1,2}})?(?: {_LEEFTIJD})?",
        rf"{_N} (?:{woorden(MAANDEN)})(?!\w)",
        r"(?<!\w)\d{1,2}[-/]\d{1,2}[-/](?:jjjj|\d{2,4})(?!\w)",
        r"(?<!\w)\d{1,2}[.:]\d{2} uur\b",
        r"\b(?:1|één|een) ?-? ?op ?-? ?(?:1|één|een)(?!\w)",
        r"\b(?:1|één) (?:gezin|kind|huishouden|inwoner|cliënt)(?:[ ,]{1,2}(?:en )?(?:1|één) [a-z]+){1,3}",
        rf"{_N}(?: ?(?:-|tot|à|of) ?\d{{1,3}})? ?(?:{woorden(FREQUENTIE)}) (?:per|in de|in het|elke|iedere|met) ",
        rf"\b(?:één|twee|drie|vier|vijf|zes)(?: (?:{woorden(FREQUENTIE)})|maal) (?:per|in de|in het) ",
        rf"{_N} (?:uur|uren) per dag\b",
        r"\b(?:elke|iedere|per|om de) (?:\d{1,2}|twee|drie|vier|zes) (?:dagen|weken|maanden|jaar|uur)\b",
        rf"\b(?:{woorden(BENAMING)}) \d{{1,2}}(?:(?:, | en |-| t/m )\d{{1,2}}(?!\d))*(?!\w){_EENHEID_ERNA}",
        r"(?<![\w.,])\d{1,2} ?x ?\d{1,3}(?: (?:minuten|uur))?(?!\w)",
        r"\bcovid ?-? ?19\b",
    )
)
_LEEFTIJD_IN_JAREN = re.compile(
    rf"(?:\b(?:tussen|vanaf|tot|onder|boven|van)(?: de)? )?{_N}"
    rf"(?: ?(?:-|tot en met|tot|t/m|en) ?\d{{1,2}})? ?{_LEEFTIJD}"
)
_GAAT_OVER_DUUR = re.compile(rf"(?:{woorden(DUUR)})\b")


@dataclass(frozen=True, slots=True)
class Wending:
    """A turn of phrase that is a figure by itself: a quarter, halving, twice as many."""

    patroon: re.Pattern[str]
    procent: Decimal
    richting: str = ""


def _wending(patroon: str, procent: str, richting: str = "") -> Wending:
    return Wending(re.compile(rf"(?<!\w)(?:{patroon})(?!\w)"), Decimal(procent), richting)


_DEEL_VAN = rf"(?= (?:van|te|af|toe|in jjjj|tov|ten opzichte|{woorden((*DALING, *STIJGING))})\b| ?[.,)]|$)"
_ZOVEEL = r"(?: (?:zo ?veel|zo hoog|zo groot|meer))"
WENDINGEN = (
    _wending(r"(?:een )?halvering|halveren|halveert|gehalveerd", "50", "daling"),
    _wending(r"(?:een )?verdubbeling|verdubbelen|verdubbelt|verdubbeld", "100", "stijging"),
    _wending(r"(?:een )?verdrievoudiging|verdrievoudigen|verdrievoudigt|verdrievoudigd", "200", "stijging"),
    _wending(r"(?:een )?verviervoudiging|verviervoudigen|verviervoudigt|verviervoudigd", "300", "stijging"),
    _wending(rf"(?:twee|2) ?(?:keer|maal|x){_ZOVEEL}|het dubbele|dubbel zo ?veel", "100", "stijging"),
    _wending(rf"(?:drie|3) ?(?:keer|maal|x){_ZOVEEL}", "200", "stijging"),
    _wending(rf"(?:anderhalf|anderhalve|1,5) ?(?:keer|maal|x){_ZOVEEL}", "50", "stijging"),
    _wending(r"half zo ?veel", "50", "daling"),
    _wending(rf"(?<!eerste )(?<!tweede )(?:(?:de )?helft|1/2)(?! van (?:jjjj|het jaar)){_DEEL_VAN}", "50"),
    _wending(rf"(?:(?:twee|2) ?-?derde(?: deel)?|2/3){_DEEL_VAN}", "66.7"),
    _wending(rf"(?:(?:een|één|1) ?-?derde(?: deel)?|1/3){_DEEL_VAN}", "33.3"),
    _wending(rf"(?:drie ?-?kwart|3 kwart|3/4){_DEEL_VAN}", "75"),
    _wending(rf"(?:(?:een |één )?kwart|1/4){_DEEL_VAN}", "25"),
    _wending(rf"(?:een|één|1) ?-?vijfde(?: deel)?{_DEEL_VAN}", "20"),
    _wending(rf"(?:een|één|1) ?-?tiende(?: deel)?{_DEEL_VAN}", "10"),
)
_TEL = r"\d{1,3}|[a-zéë]{3,6}"
_OP_DE = re.compile(rf"(?<![\w.,])({_TEL}) (?:op|van) (?:de|elke|iedere) ({_TEL})(?![\w]|[.,]\d)")
_NOG_TE_BEPALEN = re.compile(
    r"\b(?:ntb|nntb|pm|nader te bepalen|nog te bepalen|nog nader te bepalen|nog vast te stellen|nog in te vullen"
    r"|nader in te vullen|nader vast te stellen"
    r"|(?:moet|dient) nog (?:worden )?(?:bepaald|ingevuld)(?: te)?(?: worden)?)"
    r"(?!\w)(?: ?(?P<eenheid>%|procent|percentage|bedrag|aantal))?"
)
_WAT_TE_BEPALEN = re.compile(
    r"\b(?P<procent>percentage|aandeel)|\b(?P<euro>bedrag|budget)|\b(?P<aantal>aantal|getal|streefwaarde|norm|streefgetal)\b"
)


@dataclass(frozen=True, slots=True)
class Figuur:
    """A Bereik, and the richting when the words themselves give it ("halvering")."""

    bereik: Bereik
    richting: str = ""


def masker(tekst: str) -> str:
    """The text with every figure that is no target (age, date, frequency, label) made unreadable, at equal length."""
    patronen = _GEEN_FIGUUR if _GAAT_OVER_DUUR.search(tekst) else (*_GEEN_FIGUUR, _LEEFTIJD_IN_JAREN)
    for patroon in patronen:
        tekst = patroon.sub(lambda treffer: MASKER * len(treffer.group()), tekst)
    return tekst


def vind_figuren(tekst: str) -> list[Figuur]:
    """At most MEESTE_FIGUREN figures in a masked text, in order; a turn of phrase goes before the words in it."""
    wendingen = [*_wendingen(tekst), *_verhoudingen(tekst)]
    bezet = [(figuur.bereik.begin, figuur.bereik.eind) for figuur in wendingen][:MEESTE_FIGUREN]
    bereiken = vind_bereiken(tekst)[: 2 * MEESTE_FIGUREN]
    los = [Figuur(b) for b in bereiken if not any(b.begin < eind and begin < b.eind for begin, eind in bezet)]
    figuren = sorted([*wendingen[:MEESTE_FIGUREN], *los], key=lambda figuur: figuur.bereik.begin)[:MEESTE_FIGUREN]
    return figuren or _nog_te_bepalen(tekst)


def _wendingen(tekst: str) -> list[Figuur]:
    gevonden: list[Figuur] = []
    for wending in WENDINGEN:
        for treffer in wending.patroon.finditer(tekst):
            plek = treffer.span()
            if not any(f.bereik.begin < plek[1] and plek[0] < f.bereik.eind for f in gevonden[:MEESTE_FIGUREN]):
                gevonden.append(Figuur(_procent(wending.procent, *plek), wending.richting))
    return gevonden


def _verhoudingen(tekst: str) -> list[Figuur]:
    """ "1 op de 5" is 20 procent."""
    gevonden = []
    for treffer in _OP_DE.finditer(tekst):
        deel, geheel = _tel(treffer[1]), _tel(treffer[2])
        if 0 < deel <= geheel <= 100:
            procent = heel((deel * 100 / geheel).quantize(Decimal("0.1")))
            gevonden.append(Figuur(_procent(procent, *treffer.span())))
    return gevonden


def _tel(tekst: str) -> Decimal:
    """0 when it is no number after all."""
    return Decimal(tekst) if tekst.isdecimal() else Decimal(telwoord(tekst) or 0)


def _procent(procent: Decimal, begin: int, eind: int) -> Bereik:
    return Bereik(procent, procent, begin, eind, eenheid="procent", soort="wending")


def _nog_te_bepalen(tekst: str) -> list[Figuur]:
    """ "nader te bepalen" is a figure to fill in only where the text says that it is a figure."""
    treffer = _NOG_TE_BEPALEN.search(tekst)
    if treffer is None:
        return []
    begin, eind = treffer.span()
    wat = _WAT_TE_BEPALEN.search(tekst[max(0, begin - 60) : eind + 30])
    eenheid = {"%": "procent", "procent": "procent", "percentage": "procent", "bedrag": "euro"}.get(treffer["eenheid"])
    if eenheid is None and wat is not None and wat.lastgroup != "aantal":
        eenheid = wat.lastgroup
    kaal = treffer.group().startswith("ntb") and re.fullmatch(r"[ .)]*(?:in jjjj[ .)]*)?", tekst[eind:])
    if eenheid is None and wat is None and not kaal:
        return []
    return [Figuur(Bereik(None, None, begin, eind, eenheid=eenheid, soort="te bepalen"))]
