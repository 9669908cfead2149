"""What the words around a figure say about it: its bounds, its direction, its unit, and whether it is the target."""

import re
from dataclasses import dataclass

from app.domain.streefwaarde.figuren import Figuur
from app.domain.streefwaarde.jaren import MASKER_REFERENTIE, woorden
from app.domain.streefwaarde.woorden import (
    BELOFTE_VAN,
    BOVENGRENS,
    BOVENGRENS_ERNA,
    CIJFERWOORDEN,
    DALING,
    EIGENNAAM_VOOR_X,
    GESPLITST,
    HUIDIGE_STAND,
    IN_TWEEEN,
    NAAR_EEN_NIVEAU,
    ONDERGRENS,
    ONDERGRENS_ERNA,
    OPVULLING,
    PLAATSBEPALING,
    STIJGING,
    VERGELIJKEND,
    VOORZETSELS,
    ZELFSTANDIG,
)
from app.domain.structuur import Richting

MAAT_VAN_VERANDERING = {"procent", "procentpunt", "euro", "fte", "uren", "minuten", "dagen", "weken", "maanden"}
ALLEEN_BIJ_EENHEID = {"onder", "onder de", "boven", "boven de", "binnen", "vanaf", "niet onder", "niet boven"}

_VERANDERING = dict.fromkeys(DALING, Richting.DALING) | dict.fromkeys(STIJGING, Richting.STIJGING)
_WERKWOORDELIJK = [woord for woord in _VERANDERING if woord not in VERGELIJKEND]

_VULSEL = re.compile(rf"(?:^|(?<=[\s(:,]))(?:{woorden(OPVULLING)}) ?$")
_GRENS = re.compile(rf"(?:^|(?<=[\s(:,]))({woorden((*ONDERGRENS, *BOVENGRENS))}) ?$")
_NA_ONDERGRENS = re.compile(rf"(?: [\w'/-]+){{0,2}} (?:{woorden(ONDERGRENS_ERNA)})\b")
_NA_BOVENGRENS = re.compile(rf"(?: [\w'/-]+){{0,2}} (?:{woorden(BOVENGRENS_ERNA)})\b")

_HULP = (
    "per inwoner|per cliënt|te|worden|wordt|zijn|is|zal|zullen|moet|moeten|kan|"
    "aantal|nog|structureel|jaarlijks|per saldo|per jaar|extra"
)
_FUNCTIE = (
    "dan|in|tov|ten|tot|per|op|binnen|uiterlijk|eind|begin|medio|voor|en|door|bij|van|vanaf|sinds|zijn|is|wordt|"
    "worden|te|vergeleken|afgezet|jaarlijks|nodig|moet|moeten|kan|zal|of|als|om|via|na|jjjj|rrrr|met"
)
_GEEN_NAAMWOORD = (
    f"{_FUNCTIE}|heeft|hebben|krijgt|krijgen|ontvangt|ontvangen|ervaart|ervaren|die|dat|maar|niet|geen|waarbij|"
    "waarvan|maakt|maken|gaat|gaan|stroomt|stromen|volgt|volgen|doet|doen|geeft|geven|komt|komen"
)
_DIRECT_ERNA = re.compile(rf"(?: (?:{_HULP}))* ({woorden(_VERANDERING)})\b(?! dan (?:[\d¤]|een ))")
_NA_NAAMWOORD = re.compile(
    rf"(?: (?!(?:{_GEEN_NAAMWOORD})\b)[\w'/+-]+){{1,2}} "
    rf"({woorden([*VERGELIJKEND, 'omlaag', 'omhoog', 'erbij', 'extra'])})(?= ?(?:$|[.,;:)])| (?:{_FUNCTIE})\b)"
)
_DIRECT_ERVOOR = re.compile(
    rf"\b({woorden([*_WERKWOORDELIJK, 'aanvullend', 'aanvullende'])})"
    rf"(?: (?:van|met|aantal|het|de|in totaal|we|wij))*:? ?$"
)
_ERVOOR = re.compile(rf"\b({woorden(_VERANDERING)})\b")
_WERKWOORD_ERVOOR = re.compile(rf"\b({woorden(_WERKWOORDELIJK)})\b")
_NAAMWOORD_ERVOOR = re.compile(rf"\b[\w-]{{0,30}}?({woorden(ZELFSTANDIG)})\b")
_OPENT = re.compile(rf"^[ ,:-]*(?:(?:een|de|jaarlijkse|verdere|structurele) )?[\w-]{{0,30}}?({woorden(ZELFSTANDIG)})\b")
# "komen er 20 bij" is a change; "komen 20 bij het loket" is not: there a noun follows.
_GESPLITST = re.compile(
    r"(?: [\w'/-]+){0,3} (?:(af|toe|terug|uit)(?=$|[ .,;)])"
    r"|(bij)(?=$|[.,;)]| (?:in|eind|voor|per|vanaf|uiterlijk|tov)\b))"
)
_TWEE_DELEN_ERVOOR = re.compile(
    rf"\b({woorden(paar.split()[0] for paar in IN_TWEEEN)})\b(?: [\w'/-]+){{0,8}}? (af|toe|terug|uit) (?:met )?$"
)
_STAND_VOOR = re.compile(rf"{MASKER_REFERENTIE}\)? ?[:=] ?$")
_OP_WEG_NAAR = re.compile(rf"(?:^|(?<=[\s,]))({woorden(NAAR_EEN_NIVEAU)}) ?$")

_STAND = re.compile(rf"\b(?:{woorden(HUIDIGE_STAND)})\b")
_TUSSEN = re.compile(r"\btussen (?:de |het |ongeveer |circa )?$")  # part of the band "tussen A en B" itself
_IN_PLAATS_VAN = re.compile(r"\b(?:ipv|in plaats van|of wel|versus|exclusief|behalve) ?$")
_VOORZETSEL = re.compile(rf"(?:^|(?<=[\s(,]))(?:{woorden(VOORZETSELS)}) ?$")
_PLAATSBEPALING = re.compile(rf"(?:^|(?<=[\s(,]))(?:{woorden(PLAATSBEPALING)}) ?$")
_BELOFTE = re.compile(rf"(?:^|(?<=[\s(,:]))(?:{woorden(BELOFTE_VAN)}) van (?:de )?$")
_BEPAALD = re.compile(r"(?:^|(?<=\s))(?:de|deze|die|beide|onze|hun|alle|van) ?$")
_EINDE = re.compile(rf" ?(?:$|[.,;:)])| (?:{_FUNCTIE})\b")
_NAAMWOORD = re.compile(rf"(?:-aantal)? (?:\w{{1,3}}\+? )?(?:\([^)]*\) ?)?(?!(?:{_GEEN_NAAMWOORD})\b)\w{{2,}}")
_EIGENNAAM = re.compile(rf"\b(?:{woorden(EIGENNAAM_VOOR_X)}) ?$|\d ?$|[\"'] ?$")
_INLEIDING_OP_X = re.compile(r"\b(?:aantal|met|naar|tot|van|op)(?: de| het)?:? ?$|: ?$")
_CIJFER = re.compile(rf"\b(?:{woorden(CIJFERWOORDEN)})\b")
_CIJFER_ERNA = re.compile(r" ?(?:$|[.,;:)])| (?:of|als|voor|in|uit|gemiddeld|geven|scoren|op|tov|eind|uiterlijk|en)\b")
_PERCENTAGE = re.compile(r"\b(?:percentage|aandeel)\b")
_GELD = re.compile(r"\b(?:uitgaven|kosten|budget|bedrag|lasten|tarief|euro)\b")


@dataclass(frozen=True, slots=True)
class Zinsdeel:
    """`grens` is "min", "max" or "". `bijzaak`: named in passing. `valt_af`: certainly not the target."""

    richting: Richting
    grens: str
    eenheid: str
    bijzaak: bool
    valt_af: bool


def lees_zinsdeel(figuur: Figuur, voor: str, na: str, opent: bool, tussen_haken: bool) -> Zinsdeel:
    """`voor` and `na`: the clause around the figure. `opent`: `voor` begins where the clause begins."""
    if figuur.bereik.min != figuur.bereik.max:
        voor = _TUSSEN.sub("", voor)
    kern, grens = _grens(figuur, voor, na)
    richting = _richting(figuur, kern, na, opent)
    if grens == "" and kern.rstrip().endswith("tot") and _ERVOOR.search(kern) is None:
        grens = "max"
    gewoon = richting is Richting.NIVEAU and grens == ""
    return Zinsdeel(
        richting=richting,
        grens=grens,
        eenheid=_eenheid(figuur, voor, na),
        bijzaak=tussen_haken or (gewoon and _is_bijzaak(figuur, kern)) or voor.endswith("binnen "),
        valt_af=_valt_af(figuur, voor, kern, na, gewoon),
    )


def _zonder_vulsel(voor: str) -> str:
    for _ in range(3):
        treffer = _VULSEL.search(voor)
        if treffer is None:
            break
        voor = voor[: treffer.start()]
    return voor


def _grens(figuur: Figuur, voor: str, na: str) -> tuple[str, str]:
    """What is left of `voor` without the words of the bound, and the bound."""
    kern = _zonder_vulsel(voor)
    treffer = _GRENS.search(kern)
    los = figuur.bereik.eenheid is None and not _EINDE.match(na)
    if treffer and not (treffer[1] in ALLEEN_BIJ_EENHEID and los):
        return _zonder_vulsel(kern[: treffer.start()]), "min" if treffer[1] in ONDERGRENS else "max"
    if _NA_ONDERGRENS.match(na):
        return kern, "min"
    return kern, "max" if _NA_BOVENGRENS.match(na) else ""


def _richting(figuur: Figuur, kern: str, na: str, opent: bool) -> Richting:
    bereik = figuur.bereik
    if figuur.richting:
        return Richting(figuur.richting)
    if bereik.startwaarde is not None:
        return Richting.NIVEAU
    if bereik.teken and (bereik.eenheid or kern.strip()):
        return Richting.DALING if bereik.teken == "-" else Richting.STIJGING
    erna = _verandering_erna(na)
    if erna is not None:
        return erna
    if _OP_WEG_NAAR.search(kern):
        return Richting.NIVEAU
    return _gesplitst(kern, na) or _verandering_ervoor(figuur, kern, na, opent) or Richting.NIVEAU


def _verandering_erna(na: str) -> Richting | None:
    if _NA_ONDERGRENS.match(na) or _NA_BOVENGRENS.match(na):
        return None
    treffer = _DIRECT_ERNA.match(na) or _NA_NAAMWOORD.match(na)
    return _VERANDERING[treffer[1]] if treffer else None


def _gesplitst(kern: str, na: str) -> Richting | None:
    """ "neemt met 30% af"."""
    treffer = _GESPLITST.match(na)
    if treffer is None:
        return None
    werkwoord, richting = GESPLITST[treffer[1] or treffer[2]]
    return Richting(richting) if re.search(rf"\b(?:{werkwoord})\b", kern) else None


def _verandering_ervoor(figuur: Figuur, kern: str, na: str, opent: bool) -> Richting | None:
    """ "daling van 30%", "uitgaven verlagen met 30%", "Afname van de instroom: 20%"."""
    direct = _DIRECT_ERVOOR.search(kern)
    if direct:
        return _VERANDERING[direct[1]]
    gesplitst = _TWEE_DELEN_ERVOOR.search(kern)
    if gesplitst and f"{gesplitst[1]} {gesplitst[2]}" in IN_TWEEEN:
        return Richting(IN_TWEEEN[f"{gesplitst[1]} {gesplitst[2]}"])
    maat = figuur.bereik.eenheid in MAAT_VAN_VERANDERING
    if kern.endswith(("met ", "met")):
        patroon = _ERVOOR if maat else _WERKWOORD_ERVOOR
        gevonden = patroon.findall(kern) or _WERKWOORD_ERVOOR.findall(na[:80])
        return _VERANDERING[gevonden[-1]] if gevonden else None
    naamwoord = _OPENT.search(kern) if opent else None
    if naamwoord is None and kern.rstrip().endswith(("van", ":")):
        naamwoord = _NAAMWOORD_ERVOOR.search(kern)
    verbonden = figuur.bereik.eenheid in {"procent", "procentpunt", "euro"} or kern.rstrip().endswith(":")
    return _VERANDERING[naamwoord[1]] if naamwoord and verbonden else None


def _eenheid(figuur: Figuur, voor: str, na: str) -> str:
    bereik = figuur.bereik
    if bereik.eenheid is not None:
        return bereik.eenheid
    if _is_cijfer(figuur, voor, na):
        return "cijfer"
    los = _EINDE.match(na) is not None
    if los and _PERCENTAGE.search(voor):
        return "procent"
    return "euro" if los and _GELD.search(voor) and "aantal" not in voor else "aantal"


def _is_cijfer(figuur: Figuur, voor: str, na: str) -> bool:
    waarde = figuur.bereik.max
    if waarde is None or not 1 <= waarde <= 10 or not _CIJFER_ERNA.match(na):
        return False
    return bool(re.search(r"\been $", voor) or _CIJFER.search(voor) or _CIJFER.search(na[:40]))


def _is_bijzaak(figuur: Figuur, kern: str) -> bool:
    """ "bij 7 huisartsen", "de 40 cliënten": more a circumstance than a promise. A percentage never is."""
    if figuur.bereik.eenheid in {"procent", "procentpunt", "euro"} or figuur.bereik.startwaarde is not None:
        return False
    beloofd = _OP_WEG_NAAR.search(kern) or _BELOFTE.search(kern)
    return not beloofd and _VOORZETSEL.search(kern) is not None


def _is_omstandigheid(figuur: Figuur, kern: str) -> bool:
    """ "gezinnen met 2 kinderen", "de 40 cliënten": a property of something else; "in 5 dorpen" may be a target."""
    return _is_bijzaak(figuur, kern) and not _PLAATSBEPALING.search(kern)


def _valt_af(figuur: Figuur, voor: str, kern: str, na: str, gewoon: bool) -> bool:
    bereik = figuur.bereik
    if bereik.startwaarde is None and (_STAND.search(voor) or _STAND_VOOR.search(kern) or _IN_PLAATS_VAN.search(kern)):
        return True
    if gewoon and _is_omstandigheid(figuur, kern) and not bereik.open:
        return True
    if bereik.soort == "plek":
        return bereik.eenheid is None and not _is_invulplek(kern, na, gewoon)
    return bereik.soort == "woord" and bereik.eenheid is None and gewoon and _is_gewoon_woord(kern, na)


def _is_invulplek(kern: str, na: str, gewoon: bool) -> bool:
    """The letter X stands for a figure before a noun or after a word that asks for a figure, not in a name."""
    if _EIGENNAAM.search(kern):
        return False
    return not gewoon or bool(_NAAMWOORD.match(na) or _INLEIDING_OP_X.search(kern))


def _is_gewoon_woord(kern: str, na: str) -> bool:
    """ "de twee gemeenten", "de gemeente acht het nodig", "alle drie": number words that promise nothing."""
    return bool(_BEPAALD.search(kern)) or not _NAAMWOORD.match(na) or na.startswith((" het ", " zich "))
