"""Sees a citizen service number in a text. No sentence of this module repeats what it saw.

One in eleven numbers of nine digits passes the elfproef by chance. So a number that is said to be something else (a
zaaknummer, an amount, a telephone number) does not count, and whoever is stopped by chance can say what it is.
"""

import re

_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
GROEPJES = r"[0-9]{4}[. ][0-9]{2}[. ][0-9]{3}"
_BSN_VORM = re.compile(rf"[0-9]{{8,9}}|{GROEPJES}")
_WEG = re.compile(r"[\u200b\u00ad\ufeff]|(?:https?://|www\.)\S+")
# A number on its own: no part of a longer code or date, no amount, no telephone number.
_LOS_NUMMER = re.compile(
    rf"(?<![\w€+.,/-])(?<![€.,/-] )(?<!\+[0-9]{{2}} )(?<!00[0-9]{{2}} )(?<!\(0\))(?<!\(0\) )"
    rf"(?:[0-9]{{9}}|{GROEPJES})(?![\w%]|[.,/-][0-9]| ?(?:euro|%))",
    re.IGNORECASE,
)
# What the word before a number says that it is. A dossier or cliëntnummer is of a person: those do not stand here.
_IETS_ANDERS = re.compile(
    r"\b(?:zaak|kvk|kamer van koophandel|vestiging|rsin|btw|fiscaal|iban|rekening|bank|giro|tel|telefoon|mobiel|fax"
    r"|factuur|order|bestel|inkoop|contract|offerte|grootboek|kostenplaats|project|document|besluit|agenda|raads"
    r"|verseon|corsa|agb|artikel|isbn|bedrag|budget|kosten|uitgaven|begroting|inkomsten)"
    r"[\w-]*\.?(?:[ -]?(?:nummers?|nrs?|codes?|is|van|was|voor)\b\.?)*[ :=#(]{0,3}$",
    re.IGNORECASE,
)
_VER_GENOEG = 60
_GENOEMD = re.compile(
    rf"(?:\bbsn|burgerservicen|\bsofin)[^0-9]{{0,20}}"
    rf"([0-9]{{8,9}}|{GROEPJES}|(?:[0-9]{{3}}[. ]){{2}}[0-9]{{3}})(?![0-9])",
    re.IGNORECASE,
)
LIJKT_OP_BSN = "iets dat op een burgerservicenummer lijkt"
_ANDERS = "Is het iets anders? Zet dan voor het nummer wat het is, bijvoorbeeld zaaknummer."


def lijkt_bsn(tekst: str) -> bool:
    """8 or 9 digits (also as `1234.56.782`) that pass the elfproef of the citizen service number, not all the same."""
    schoon = tekst.strip()
    return bool(_BSN_VORM.fullmatch(schoon)) and _elfproef(re.sub("[. ]", "", schoon))


def noemt_bsn(tekst: str) -> bool:
    """The text itself says that a number in it is one: "BSN 123456782"."""
    return any(_elfproef(re.sub("[. ]", "", nummer)) for nummer in _GENOEMD.findall(tekst))


def heeft_los_bsn(tekst: str) -> bool:
    """A number on its own passes, and nothing says that it is something else."""
    kaal = _WEG.sub("", tekst).replace("\u00a0", " ")
    return any(lijkt_bsn(los.group()) and not _is_iets_anders(kaal, los.start()) for los in _LOS_NUMMER.finditer(kaal))


def bezwaar_tegen(tekst: str, waar: str) -> str | None:
    """A Dutch explanation of why this text may not be kept, or None. `waar`: "het veld ‘Toelichting’"."""
    regels = tekst.split("\n")
    regel = next((nr for nr, regel in enumerate(regels, 1) if noemt_bsn(regel) or heeft_los_bsn(regel)), None)
    if regel is None:
        return None
    plek = f" (regel {regel})" if len(regels) > 1 else ""
    return (
        f"In {waar}{plek} staat {LIJKT_OP_BSN}. Doelspoor bewaart geen gegevens over personen: haal het weg. {_ANDERS}"
    )


def _is_iets_anders(tekst: str, begin: int) -> bool:
    return _IETS_ANDERS.search(tekst[max(0, begin - _VER_GENOEG) : begin]) is not None


def _elfproef(nummer: str) -> bool:
    cijfers = nummer.zfill(9)
    som = sum(gewicht * int(cijfer) for gewicht, cijfer in zip(_GEWICHTEN, cijfers, strict=True))
    return som % 11 == 0 and len(set(cijfers)) > 1
