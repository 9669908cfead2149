"""Recognises by meaning which part of a probleemgebied a heading, row label or line announces."""

import re
from dataclasses import dataclass
from enum import StrEnum

from app.domain.structuur import Opdrachtnemer


class Soort(StrEnum):
    IST = "ist"
    SOLL = "soll"
    DOELEN = "doelen"
    INDICATOREN = "indicatoren"
    INTERVENTIES = "interventies"
    OPDRACHT = "opdracht"
    TOELICHTING = "toelichting"
    PRIORITEIT = "prioriteit"
    NAAM = "naam"


@dataclass(frozen=True, slots=True)
class Etiket:
    """`nemers`: for whom an opdracht is; empty when the label does not say."""

    soort: Soort
    nemers: tuple[Opdrachtnemer, ...] = ()


MAX_LENGTE = 90

_LOKAAL = r"lokaal|lokale?|gemeente(?:lijke?)?"
_RIGG = (
    r"rigg|regionaal|regionale?|regio|(?:regionale )?inkoop ?organisatie|regionale inkoop|inkoop regio(?:naal)?"
    r"|inkoopbureau|regionale (?:inkoop|uitvoerings)organisatie"
)
_NEMER = rf"(?:{_RIGG}|{_LOKAAL})"
_PATRONEN: tuple[tuple[Soort, str], ...] = (
    (Soort.IST, r"ist|ist[ -]?situatie|huidige? (?:situatie|stand)|wat is (?:nu )?het probleem|wat is er aan de hand"),
    (Soort.SOLL, r"soll|soll[ -]?situatie|gewenste? (?:situatie|stand|toekomst)|wat willen (?:we|wij) bereiken"),
    (
        Soort.DOELEN,
        r"(?:(?:smart|onze|de|beoogde|concrete)[ -])?(?:doel(?:en)?|doelstelling(?:en)?|doelformulering(?:en)?)"
        r"|wat zijn (?:de|onze) doel(?:en|stellingen)|doel(?:en|stellingen)? (?:en|&|\+) indicator(?:en)?",
    ),
    (
        Soort.INDICATOREN,
        r"(?:(?:prestatie|de|effect)[ -]?)?indicator(?:en|s)?|kpi(?:'?s)?|meetpunt(?:en)?"
        r"|(?:hoe|waaraan|waarmee) (?:meten|zien|merken|weten) (?:we|wij)(?: (?:dat|dit|het|of we er zijn))?",
    ),
    (Soort.INTERVENTIES, r"(?:de )?interventie(?:s)?|wat gaan (?:we|wij) (?:daarvoor |daar voor |er voor )?doen"),
    (
        Soort.OPDRACHT,
        r"opdracht(?:en)?|opdrachtverdeling|verdeling(?: van)?(?: de)? opdracht(?:en)?|wie doet wat"
        r"|rolverdeling|taakverdeling|wie voert (?:het |dit |wat )?uit",
    ),
    (Soort.TOELICHTING, r"(?:nadere |algemene )?toelichting(?: op de cijfers)?|cijfermatige onderbouwing|opmerkingen?"),
    (Soort.PRIORITEIT, r"prioriteit|prioritering"),
    (Soort.NAAM, r"probleemgebied|naam(?: van het)? probleemgebied"),
)
# "Voorgestelde interventies"; "regionale doelen" and "overige doelen" are only some of them.
_BIJVOEGLIJK = r"(?!lokale|regionale|gemeentelijke|overige|andere|nieuwe|landelijke)[a-zë]{3,16}e "
# These words are too common in running text: only where a label must stand.
_RUIM: tuple[tuple[Soort, str], ...] = (
    (Soort.IST, r"(?:het )?problee?m(?:en|stelling|analyse|atiek|beschrijving)?|knelpunt(?:en)?|aanleiding"),
    (Soort.SOLL, r"ambities?|gewenst|streefbeeld|gewenst resultaat"),
    (Soort.DOELEN, rf"{_BIJVOEGLIJK}doel(?:en|stelling(?:en)?)?"),
    (Soort.INDICATOREN, rf"{_BIJVOEGLIJK}indicator(?:en)?"),
    (Soort.INTERVENTIES, rf"{_BIJVOEGLIJK}interventies?"),
    (Soort.INTERVENTIES, r"(?:beheers)?maatregel(?:en)?|acties?|actiepunt(?:en)?|aanpak|activiteit(?:en)?"),
    (Soort.TOELICHTING, r"cijfers|onderbouwing|achtergrond"),
)


def _samen(paren: tuple[tuple[Soort, str], ...]) -> list[tuple[Soort, re.Pattern[str]]]:
    return [(soort, re.compile(patroon)) for soort, patroon in paren]


_ETIKETTEN = _samen(_PATRONEN)
_RUIME = _samen(_RUIM)
_VERVOLG = re.compile(r"[\s,–-]*\(?\b(?:vervolg|vervolgd)\)?\s*$", re.IGNORECASE)
_NUMMER_ERVOOR = re.compile(
    r"^\s*\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,4})[.):](?!\d)\s*(?=\S)|^\s*\d{1,2}(?:\.\d{1,2})*\s+"
)
_NUMMER_MET_TEKEN = re.compile(
    r"^\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,4})[.):]\s*(?=\S)|^\d{1,2}(?:\.\d{1,2})+\s+"
)
_VOORVOEGSEL = re.compile(
    r"^(?:\d{1,2}[.)]?\s*)?(?:probleemgebied|thema|onderwerp|prioriteit)\s*"
    r"(?:(?:\d{1,2}|[a-z](?=\s*[.:)–-]))\s*[.:)–-]?|[:–-])\s*(?=\S)",
    re.IGNORECASE,
)
_SAMENGESTELD = re.compile(r"[(/:]|\s[-–]\s")
_TUSSEN_HAAKJES = re.compile(r"\(([^()]*)\)")
_RAND = " \t\n.:;,-–—•*‘’'\"“”?!|"
_OPDRACHT_VOOR = re.compile(
    rf"(?:de )?opdracht(?:en)?\s*(?:[-–:/]|\(|(?:voor|aan|van|bij)(?: de| het)?)?\s*(?P<nemer>{_NEMER})\s*\)?"
)
_VOOR_OPDRACHT = re.compile(rf"(?P<nemer>{_NEMER})\s*(?:[-–:/]\s*)?opdracht(?:en)?")
_NEMERS = re.compile(rf"(?:(?:voor|aan)?\s*(?:de |het )?)?(?P<een>{_NEMER})(?:\s*(?:en|/|&|\+)\s*(?P<twee>{_NEMER}))?")
_LOKAAL_PATROON = re.compile(rf"(?:{_LOKAAL})")
_KOPTEKST = re.compile(
    r"onderdee?l(?:en)?|inhoud|onderwerp|omschrijving|beschrijving|tekst|aspect|element|kolom|wat|veld|invulling"
    r"|uitwerking|toelichting|categorie|rubriek|thema"
)


_JAAR_ERNA = re.compile(r"(?<=\w)(?: (?:voor|in|tot|t/m))?(?: jaar)? 20\d\d(?:\s?[-–]\s?20\d\d)?$", re.IGNORECASE)
_NA_ETIKET = re.compile(r":|\t")
_NA_NEMER = re.compile(r":|\t|\s[-–]\s")
_MET_NUMMER = re.compile(r"(.+?)\s+(?:nr\.?\s*)?(\d{1,3})\W*")
_NAMENKOP = re.compile(r"(?:naam )?(?:probleemgebied|thema|onderwerp)(?:en|'?s)?")
_NUMMERKOP = re.compile(r"nr|nummer|no|#|volgnummer|rang|volgorde|positie|plaats")


def kern(tekst: str) -> str:
    """The words of a possible label: lower case, without a number before it or signs around it."""
    kort = _VERVOLG.sub("", " ".join(tekst.split()).strip(_RAND))
    zonder = _NUMMER_ERVOOR.sub("", _JAAR_ERNA.sub("", kort), count=1)
    return (zonder or kort).strip(_RAND).casefold()


def herken(tekst: str, *, ruim: bool = False) -> Etiket | None:
    """The label that `tekst` is as a whole. `ruim`: also synonyms, for places where a label must stand."""
    if len(tekst) > MAX_LENGTE or not tekst:
        return None
    kort = kern(tekst)
    return _herken_kern(kort, ruim) or _herken_met_haakjes(kort, ruim)


def _herken_kern(kort: str, ruim: bool) -> Etiket | None:
    if etiket := _opdracht_met_nemer(kort):
        return etiket
    for soort, patroon in _ETIKETTEN + (_RUIME if ruim else []):
        if patroon.fullmatch(kort):
            return Etiket(soort)
    return None


def _herken_met_haakjes(kort: str, ruim: bool) -> Etiket | None:
    """ "ist (huidige situatie)" and "gewenste situatie (soll)": the part outside counts first."""
    if not _SAMENGESTELD.search(kort):
        return None
    buiten = " ".join(_TUSSEN_HAAKJES.sub(" ", kort).split()).strip(_RAND)
    binnen = _soorten_in(_TUSSEN_HAAKJES.findall(kort), ruim)
    if (heel := _herken_kern(buiten, ruim)) is not None:
        return heel
    delen = _soorten_in(re.split(r"\s*[/:]\s*|\s[-–]\s", buiten), ruim)
    bekend = {etiket for etiket in delen + binnen if etiket}
    zeker = all(delen) or (ruim and any(binnen) and len(delen) == 1)
    return bekend.pop() if zeker and len(bekend) == 1 else None


def _soorten_in(delen: list[str], ruim: bool) -> list[Etiket | None]:
    return [_herken_kern(deel.strip(_RAND), ruim) for deel in delen]


def _opdracht_met_nemer(kort: str) -> Etiket | None:
    gevonden = _OPDRACHT_VOOR.fullmatch(kort) or _VOOR_OPDRACHT.fullmatch(kort)
    return Etiket(Soort.OPDRACHT, (_nemer(gevonden.group("nemer")),)) if gevonden else None


def _nemer(woord: str) -> Opdrachtnemer:
    return Opdrachtnemer.LOKAAL if _LOKAAL_PATROON.fullmatch(woord) else Opdrachtnemer.RIGG


def herken_nemer(tekst: str) -> Etiket | None:
    """ "Lokaal", "RIGG:", "Voor de regio", "Regio (RIGG)", "Lokaal en RIGG": only meaningful within an opdracht."""
    if not tekst or len(tekst) > MAX_LENGTE:
        return None
    kort = kern(tekst)
    open_ = " ".join(kort.replace("(", " ").replace(")", " ").split())
    buiten = " ".join(_TUSSEN_HAAKJES.sub(" ", kort).split())
    if etiket := _opdracht_met_nemer(open_) or _nemers(open_):
        return etiket
    binnen = [_nemers(deel) for deel in _TUSSEN_HAAKJES.findall(kort)]
    heel = _nemers(buiten) if buiten != kort else None
    return heel if heel and binnen == [heel] else None


def _nemers(kort: str) -> Etiket | None:
    gevonden = _NEMERS.fullmatch(kort)
    if not gevonden:
        return None
    woorden = [woord for woord in (gevonden.group("een"), gevonden.group("twee")) if woord]
    return Etiket(Soort.OPDRACHT, tuple(dict.fromkeys(_nemer(woord) for woord in woorden)))


def herken_met_rest(tekst: str, *, in_opdracht: bool = False) -> tuple[Etiket, str] | None:
    """ "Ist: er is een tekort": the label and what follows the colon or tab on the same line."""
    voor, *achter = (_NA_NEMER if in_opdracht else _NA_ETIKET).split(tekst, maxsplit=1)
    rest = "".join(achter)
    if not rest.strip() or len(voor) > MAX_LENGTE:
        return None
    etiket = herken_nemer(voor) if in_opdracht else herken(voor)
    return (etiket, rest.strip()) if etiket else None


def herken_met_nummer(tekst: str) -> tuple[Etiket, int] | None:
    """ "Doel 2" as a label: the part and the number of the one item that follows."""
    gevonden = _MET_NUMMER.fullmatch(tekst) if len(tekst) <= MAX_LENGTE else None
    etiket = herken(gevonden[1]) if gevonden else None
    genummerd = {Soort.DOELEN, Soort.INDICATOREN, Soort.INTERVENTIES}
    return (etiket, int(gevonden[2])) if gevonden and etiket and etiket.soort in genummerd else None


def is_koptekst(tekst: str) -> bool:
    """A word that heads a column and says nothing itself: "Onderdeel", "Inhoud"."""
    return _KOPTEKST.fullmatch(kern(tekst)) is not None


def is_nummerkop(tekst: str) -> bool:
    """A word that heads a column of numbers."""
    return _NUMMERKOP.fullmatch(kern(tekst)) is not None


def is_namenkop(tekst: str) -> bool:
    """A word that heads a column of probleemgebieden."""
    return _NAMENKOP.fullmatch(kern(tekst)) is not None


def is_vervolg(tekst: str) -> bool:
    return _VERVOLG.search(tekst) is not None


def zonder_nummer(naam: str, volgorde: int | None = None) -> str:
    """ "Probleemgebied 3: Wonen" and "3. Wonen (vervolg)" are both "Wonen".

    A bare number ("3 Wonen") is only taken off when it is the `volgorde`: "24 uurszorg" keeps its number.
    """
    kort = _VOORVOEGSEL.sub("", " ".join(_VERVOLG.sub("", naam).split()), count=1)
    kort = _NUMMER_MET_TEKEN.sub("", kort, count=1)
    if volgorde is not None:
        kort = re.sub(rf"^{volgorde}\s+(?=\D)", "", kort)
    return kort.strip(" :;") or " ".join(naam.split())


def naam_na_voorvoegsel(tekst: str) -> str | None:
    """ "Wonen" from "Probleemgebied 3: Wonen"; None when the line does not say that it names a probleemgebied."""
    gevonden = _VOORVOEGSEL.match(" ".join(tekst.split()))
    return tekst if gevonden and len(tekst) <= MAX_LENGTE + 30 else None
