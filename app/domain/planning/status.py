"""The words in a planning that say how far something is."""

import re

from app.domain.voortgang.structuur import Status

# In this order: what stands higher is tried first, so that "nog niet gestart" is not read as "gestart".
_WOORDEN: tuple[tuple[Status | None, str], ...] = (
    (
        Status.NIET_GESTART,
        r"(?:nog )?(?:niet|geen)(?: meer)? (?:op)?(?:gestart|begonnen|start gemaakt|opgepakt|in uitvoering|aangevangen)"
        r"|nog (?:te )?(?:starten|beginnen)|moet(?:en)? nog (?:starten|beginnen)",
    ),
    (Status.VERVALLEN, r"(?:gaat|gaan|wordt|worden) niet (?:meer )?door(?:gezet|gegaan)?|niet doorgegaan"),
    (
        Status.IN_UITVOERING,
        r"(?:deels|gedeeltelijk|grotendeels|bijna|vrijwel|voor (?:een|het grootste) deel|\d{1,2} ?%)"
        r" (?:afgerond|gereed|klaar|voltooid|gerealiseerd|uitgevoerd)|(?:wordt|worden) (?:nu |momenteel )?uitgevoerd",
    ),
    # A sentence that says it is not so, or not yet so: a reader has to decide.
    (
        None,
        r"(?:nog )?niet (?:(?:volledig|helemaal|geheel|meer|langer) )?(?:afgerond|gereed|klaar|voltooid|gerealiseerd"
        r"|uitgevoerd|afgesloten|doorlopend|uitgesteld|gepland|haalbaar)",
    ),
    (
        Status.GEPLAND,
        r"(?:wordt|worden|zal|zullen|moet|moeten|dient|dienen)(?: \w{1,20}){0,2}? (?:afgerond|gereed|klaar|voltooid"
        r"|gerealiseerd|gestart|afgesloten)|(?:afgerond|gereed|klaar|voltooid|gerealiseerd) (?:uiterlijk|voor|vóór)"
        r"(?= )|(?:in|staat )?gepland|in voorbereiding|ingeroosterd|geagendeerd|voorzien",
    ),
    (
        Status.DOORLOPEND,
        r"doorlopende?|loopt (?:gewoon )?door|lopen door|continue?|permanente?|blijvende?|voortdurende?|structurele?"
        r"|structureel|going concern|staande praktijk",
    ),
    (
        Status.UITGESTELD,
        r"uitgesteld|on hold|opgeschort|aangehouden|gepauzeerd|stilgelegd|doorgeschoven|in de wacht|ligt stil",
    ),
    (Status.VERVALLEN, r"vervallen|vervalt|stopgezet|gestopt|geschrapt|ingetrokken|geannuleerd|afgeblazen"),
    (
        Status.IN_UITVOERING,
        r"in uitvoering|in ontwikkeling|onder ?handen|(?:op)?gestart|begonnen|aangevangen|loopt(?= |[.,;/)]|$)"
        r"|lopende?|bezig|in gang(?: gezet)?|opgepakt|in behandeling",
    ),
    (
        Status.AFGEROND,
        r"afgerond|gereed|klaar|voltooid|gerealiseerd|afgehandeld|uitgevoerd|afgesloten|opgeleverd",
    ),
)
_STATUSWOORD = re.compile(
    "|".join(f"(?P<s{nummer}>{patroon})" for nummer, (_, patroon) in enumerate(_WOORDEN)).join(
        (r"(?<!\w)(?:", r")(?!\w)")
    ),
    re.IGNORECASE,
)
_LABELS = {status.value: status for status in Status}


def vind_statussen(tekst: str) -> list[Status | None]:
    """In the order of the text; None for a sentence that denies a status. `tekst` has single spaces."""
    return [_WOORDEN[int((gevonden.lastgroup or "s0")[1:])][0] for gevonden in _STATUSWOORD.finditer(tekst)]


def zonder_herhaling(statussen: list[Status]) -> list[Status]:
    """The same status twice in a row is one."""
    return [s for plek, s in enumerate(statussen) if plek == 0 or statussen[plek - 1] is not s]


def lees_statuswoord(tekst: str) -> Status | None:
    """The status that the cell of a status column names; None when it names none or denies one."""
    schoon = " ".join(tekst[:200].split()).casefold().strip(" .;:")
    if schoon in _LABELS:
        return _LABELS[schoon]
    gevonden = vind_statussen(schoon)
    return gevonden[-1] if gevonden and None not in gevonden else None


def is_statuswoord(tekst: str) -> bool:
    """Whether the text is a status and nothing else."""
    schoon = " ".join(tekst[:200].split()).casefold().strip(" .;:")
    return schoon in _LABELS or _STATUSWOORD.fullmatch(schoon) is not None
