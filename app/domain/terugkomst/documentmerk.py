"""The names of the hidden marks in a text document that we hand out, by which it is recognised when it comes back.

Word takes at most forty letters, figures and underscores, and hides a bookmark that begins with an underscore.
"""

import re
from enum import StrEnum

# Hidden properties of the file: the code of this export, and for people the notitie and whose it is.
EIGENSCHAPPEN = ("DoelspoorUitvoer", "DoelspoorNotitie", "DoelspoorOrganisatie")
# The same of the voortgang of a period, by its code.
VOORTGANG_EIGENSCHAPPEN = ("DoelspoorUitvoer", "DoelspoorVoortgang", "DoelspoorOrganisatie")
BEGIN = "_ds_"
_NAAM = re.compile(r"_ds_([a-z]{1,24})(?:_([a-z0-9]{1,16}))?", re.IGNORECASE)


class Merksoort(StrEnum):
    """What a mark stands at. Those of a row, a label or a text carry the merk of their probleemgebied.

    The last four are of the voortgang of a period: a text that we wrote around the tables, and what stands in them.
    """

    UITVOER = "uitvoer"
    TITEL = "titel"
    DATUM = "datum"
    VERSIE = "versie"
    REFERENTIEJAAR = "referentiejaar"
    DOELJAAR = "doeljaar"
    LIJSTKOP = "lijstkop"
    IN_LIJST = "inlijst"
    GEBIED = "gebied"
    VAK_IST = "vakist"
    VAK_SOLL = "vaksoll"
    VAK_DOELEN = "vakdoelen"
    VAK_INDICATOREN = "vakindicatoren"
    VAK_INTERVENTIES = "vakinterventies"
    VAK_OPDRACHT = "vakopdracht"
    IST = "ist"
    SOLL = "soll"
    DOEL = "doel"
    DOELEN_TOELICHTING = "doelentoelichting"
    INDICATOR = "indicator"
    INDICATOREN_INLEIDING = "indicatoreninleiding"
    INTERVENTIE = "interventie"
    ONDERDEEL = "onderdeel"
    NEMER_LOKAAL = "nemerlokaal"
    NEMER_RIGG = "nemerrigg"
    LOKAAL = "lokaal"
    RIGG = "rigg"
    LOKAAL_DOELEN = "lokaaldoelen"
    RIGG_DOELEN = "riggdoelen"
    LOKAAL_INTERVENTIES = "lokaalinterventies"
    RIGG_INTERVENTIES = "rigginterventies"
    VAST = "vast"
    THEMA = "thema"
    MAATREGEL = "maatregel"
    REGEL = "regel"


_SOORTEN = {soort.value: soort for soort in Merksoort}


def bladwijzer(soort: Merksoort, merk: str | None = "") -> str:
    """The name of the mark; "" when there is no merk to mark with."""
    if merk is None:
        return ""
    return f"{BEGIN}{soort.value}_{merk}" if merk else f"{BEGIN}{soort.value}"


def lees_bladwijzer(naam: str) -> tuple[Merksoort, str] | None:
    """The inverse of `bladwijzer`; None for the bookmarks of others. Programs may change capitals."""
    gevonden = _NAAM.fullmatch(naam)
    soort = _SOORTEN.get(gevonden[1].lower()) if gevonden else None
    return (soort, (gevonden[2] or "").lower()) if gevonden and soort else None
