"""What a careful reader would notice in a notitie: rules that look at values only, one small function per rule.

A rule takes one probleemgebied and the notitie it belongs to (None on a page of its own), and yields
Bevindingen. The order of REGELS is the order on screen and in files: first by rule, then by probleemgebied.
"""

from app.domain.bevindingen.opdracht import (
    doel_zonder_opdrachtnemer,
    gedeelde_opdracht,
    interventie_zonder_opdrachtnemer,
    verwijzing_naar_onbekend_nummer,
)
from app.domain.bevindingen.tekst import (
    indicator_past_bij_ander_doel,
    indicator_zonder_doel,
    interventie_open_waarde,
    lege_tekst,
    naam_wijkt_af,
    nummer_dubbel,
    nummer_overgeslagen,
    probleemgebied_zonder_doelen,
)
from app.domain.bevindingen.waarde import (
    doel_open_waarde,
    doel_zonder_doeljaar,
    doel_zonder_indicator,
    doel_zonder_referentiejaar,
    doeljaar_voor_referentiejaar,
)
from app.domain.structuur import Bevinding, Notitie, Probleemgebied

REGELS = (
    doel_open_waarde,
    doel_zonder_indicator,
    indicator_past_bij_ander_doel,
    interventie_open_waarde,
    doel_zonder_referentiejaar,
    naam_wijkt_af,
    gedeelde_opdracht,
    doel_zonder_opdrachtnemer,
    interventie_zonder_opdrachtnemer,
    verwijzing_naar_onbekend_nummer,
    indicator_zonder_doel,
    nummer_dubbel,
    nummer_overgeslagen,
    doel_zonder_doeljaar,
    doeljaar_voor_referentiejaar,
    probleemgebied_zonder_doelen,
    lege_tekst,
)

AFHANDELING: dict[str, str] = {
    "doel-open-waarde": "Waarde nog open",
    "doel-zonder-indicator": "Doel zonder indicator",
    "indicator-past-bij-ander-doel": "Indicator past bij een ander doel",
    "interventie-open-waarde": "Bedrag of aantal nog open",
    "doel-zonder-referentiejaar": "Referentiejaar ontbreekt",
    "naam-wijkt-af": "Naam wijkt af",
    "gedeelde-opdracht": "Gedeelde opdracht",
    "doel-zonder-opdrachtnemer": "Doel zonder opdrachtnemer",
    "interventie-zonder-opdrachtnemer": "Interventie zonder opdrachtnemer",
    "verwijzing-naar-onbekend-nummer": "Verwijzing klopt niet",
    "indicator-zonder-doel": "Indicator zonder doel",
    "nummer-dubbel": "Nummer dubbel gebruikt",
    "nummer-overgeslagen": "Nummer overgeslagen",
    "doel-zonder-doeljaar": "Doeljaar ontbreekt",
    "doeljaar-voor-referentiejaar": "Jaren kloppen niet",
    "probleemgebied-zonder-doelen": "Nog geen doelen",
    "lege-tekst": "Tekst ontbreekt",
}


def bevindingen(notitie: Notitie) -> list[Bevinding]:
    """All Bevindingen of a notitie, by rule and then by probleemgebied."""
    return [bevinding for _, bevinding in bevindingen_met_plek(notitie)]


def bevindingen_met_plek(notitie: Notitie) -> list[tuple[int, Bevinding]]:
    """The same, each with which of the probleemgebieden it is in, from 0."""
    return [
        (plek, bevinding)
        for regel in REGELS
        for plek, gebied in enumerate(notitie.probleemgebieden)
        for bevinding in dict.fromkeys(regel(gebied, notitie))
    ]


def bevindingen_van(probleemgebied: Probleemgebied, notitie: Notitie | None = None) -> list[Bevinding]:
    """The Bevindingen of one probleemgebied. Without `notitie` nothing is known of its doeljaar."""
    return [bevinding for regel in REGELS for bevinding in dict.fromkeys(regel(probleemgebied, notitie))]
