"""How many of something, with its word in singular or plural."""

# What people count in, and what one of it is called. A unit that does not stand here stays as it was typed.
_EEN = {
    "aanbieders": "aanbieder", "aanvragen": "aanvraag", "activiteiten": "activiteit", "adviezen": "advies",
    "bedden": "bed", "beschikkingen": "beschikking", "bezoeken": "bezoek", "bijeenkomsten": "bijeenkomst",
    "cliënten": "cliënt", "clienten": "client", "consulten": "consult", "contacten": "contact",
    "contracten": "contract", "crisismeldingen": "crisismelding", "dagdelen": "dagdeel", "dagen": "dag",
    "deelnemers": "deelnemer", "dossiers": "dossier", "etmalen": "etmaal", "gebieden": "gebied",
    "gemeenten": "gemeente", "gemeentes": "gemeente", "gesprekken": "gesprek", "gezinnen": "gezin",
    "huishoudens": "huishouden", "incidenten": "incident", "indicaties": "indicatie", "inwoners": "inwoner",
    "jaren": "jaar", "jeugdigen": "jeugdige", "jongens": "jongen", "jongeren": "jongere", "kernen": "kern",
    "keren": "keer", "kinderen": "kind", "klachten": "klacht", "leerlingen": "leerling", "locaties": "locatie",
    "maanden": "maand", "maatregelen": "maatregel", "medewerkers": "medewerker", "meisjes": "meisje",
    "meldingen": "melding", "mensen": "mens", "minuten": "minuut", "nachten": "nacht", "onderzoeken": "onderzoek",
    "organisaties": "organisatie", "ouders": "ouder", "personen": "persoon", "plaatsen": "plaats",
    "plaatsingen": "plaatsing", "plannen": "plan", "plekken": "plek", "producten": "product",
    "professionals": "professional", "projecten": "project", "punten": "punt", "scholen": "school",
    "trajecten": "traject", "uren": "uur", "verwijzingen": "verwijzing", "voorzieningen": "voorziening",
    "vrijwilligers": "vrijwilliger", "weken": "week", "wijken": "wijk", "woningen": "woning", "zaken": "zaak",
    "zorgaanbieders": "zorgaanbieder",
}  # fmt: skip


def hoeveel(aantal: int, enkelvoud: str, meervoud: str) -> str:
    """`1 doel`, `8 doelen`, `0 doelen`."""
    return f"{aantal} {enkelvoud if aantal == 1 else meervoud}"


def een_van(eenheid: str) -> str:
    """What one of a unit is called: `plek` for "plekken", `plek per jaar` for "plekken per jaar"."""
    woord, *rest = eenheid.split(" ")
    een = _EEN.get(woord.lower(), woord)
    return " ".join([een.capitalize() if woord[:1].isupper() else een, *rest])
