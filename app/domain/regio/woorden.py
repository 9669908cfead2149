"""The words by which the same opdracht is recognised in two texts. A new turn of phrase is a new word here."""

from app.domain.streefwaarde.woorden import DALING, STIJGING

# Said of nearly every opdracht: they count, but a text is not about them. Any other word weighs VOLUIT.
VOLUIT = 10
ALGEMEEN = dict.fromkeys(
    (
        "aanbieder", "contract", "gemeente", "hulp", "inzet", "nieuw", "opdracht", "opnemen", "organisatie", "partij",
        "regio", "rigg", "team", "voorziening", "zorg",
    ),
    3,
) | dict.fromkeys(("blijven", "mogelijk", "onderzoek", "verplicht", "wenselijk", "werken"), 5)  # fmt: skip

ONTKENNING = frozenset(("geen", "niet", "nooit", "zonder", "noch"))

OMLAAG = frozenset((*DALING, "beperkt", "beperking", "stoppen", "stopt", "sluiten", "beeindigen", "afbouw"))
OMHOOG = frozenset((*STIJGING, "starten", "start", "openen", "opent", "beginnen", "vermeerderen", "versterken"))

# Turns of phrase that say nothing here, and those that say that something is possible.
LEEG = (
    r"\bniet (?:meer|minder|hoger|lager|langer|korter|later|alleen) (?:dan\b)?",
    r"\bt\.?o\.?v\.?(?=\W)",
    r"\bten opzichte van\b",
    r"\bvergeleken met\b",
    r"\bzorg(?:en|t|de)? (?:er ?voor |dat|voor dat)",
)
MOGELIJK = (
    r"\bruimte (?:te )?(?:laten|laat|maken|maakt|bieden|biedt|geven|geeft)\b",
    r"\bruimte\b(?= voor)",
)

# A word that begins so means this: all its forms at once, and what people write instead of it.
BEGIN = {
    "aanbied": "aanbieder", "zorgaanbied": "aanbieder", "beschrij": "omschrijving", "beschre": "omschrijving",
    "omschrij": "omschrijving", "omschre": "omschrijving", "contract": "contract", "gecontracteerd": "contract",
    "duidelijk": "helder", "helder": "helder", "verduidelijk": "helder", "verhelder": "helder",
    "gemeent": "gemeente", "geindiceerd": "indicatie", "indicatie": "indicatie", "mogelijk": "mogelijk",
    "toegestaan": "mogelijk", "toesta": "mogelijk", "opgenomen": "opnemen", "opnem": "opnemen", "regio": "regio",
    "verplicht": "verplicht", "wenselijk": "wenselijk",
}  # fmt: skip

# Whole words that mean the same, and words whose stem would be taken for another.
GELIJK = {
    "client": "persoon", "clienten": "persoon", "jeugdige": "persoon", "jeugdigen": "persoon", "jongere": "persoon",
    "jongeren": "persoon", "kind": "persoon", "kinderen": "persoon", "ingekocht": "inkoop", "ouder": "ouder",
    "ouders": "ouder", "oudere": "oudere", "ouderen": "oudere", "plaats": "plek", "plaatsen": "plek", "plekken": "plek",
}  # fmt: skip

# What long words are made of. A word is only taken apart when every part of it is here.
DELEN = frozenset(
    (
        "aanbieder", "afsprak", "afspraak", "afspraken", "arts", "artsen", "begeleiding", "behandeling", "beleid",
        "bestel", "besteding", "budget", "contract", "contracten", "crisis", "dag", "dienst", "gebied", "gezin",
        "gezinnen", "gezins", "ggz", "groep", "groepen", "hulp", "huis", "indicatie", "indicaties", "inkoop", "jeugd",
        "kosten", "kwaliteit", "leerling", "lijst", "lijsten", "logeer", "netwerk", "omschrijving", "omschrijvingen",
        "onderdeel", "ondersteuning", "opvang", "ouder", "ouders", "overleg", "plaats", "plaatsen", "plek", "plekken",
        "pleeg", "praktijk", "product", "producten", "regio", "respijt", "school", "scholen", "stroom", "stromen",
        "tarief", "tarieven", "team", "teams", "thuis", "tijd", "tijden", "traject", "trajecten", "uitgaven",
        "verblijf", "verblijfs", "verwijs", "verwijzing", "verwijzingen", "vervoer", "voorziening", "voorzieningen",
        "wacht", "wijk", "wonen", "woon", "zorg",
    )
)  # fmt: skip

STOPWOORDEN = frozenset(
    (
        "aan", "aantal", "aanvullend", "al", "alle", "als", "alsmede", "bij", "binnen", "daar", "daarbij", "daarvan",
        "dan", "dat", "de", "den", "der", "des", "deze", "die", "dit", "doe", "doen", "door", "dus", "een", "eigen",
        "elk", "elke", "en", "er", "ervan", "ervoor", "gaan", "gaat", "ge", "geeft", "geven", "gemiddeld", "haar",
        "hebben", "heeft", "het", "hierbij", "hiervoor", "hij", "hun", "ieder", "iedere", "in", "inclusief", "is",
        "jaar", "jaarlijks", "je", "kan", "komen", "komt", "krijgen", "krijgt", "kunnen", "laat", "laten", "maak",
        "maakt", "maken", "maximaal", "maximum", "met", "minimaal", "minimum", "minstens", "moet", "moeten", "mogen",
        "na", "naar", "naast", "namelijk", "nog", "nu", "of", "om", "onder", "onze", "ook", "op", "over", "per",
        "percentage", "procent", "realiseren", "samen", "sinds", "te", "tegen", "ten", "ter", "terug", "tot", "tussen",
        "uit", "uiterlijk", "uitvoeren", "uitvoering", "van", "vanaf", "vanuit", "via", "voor", "waar", "waarbij",
        "waarvan", "wat", "we", "wel", "welke", "wie", "wij", "worden", "wordt", "x", "xx", "ze", "zelf", "zich", "zij",
        "zijn", "zo", "zou", "zowel", "creeren", "bieden", "biedt", "brengen", "brengt", "opzichte", "referentiejaar",
    )
)  # fmt: skip

# Of two texts with one of these each, one asks the opposite of the other, whatever else they share.
TEGENPOLEN = (("lokaal", "regio"), ("basis", "specialistisch"), ("individueel", "groep"), ("ambulant", "verblijf"))

# From here on a sentence explains what it just said.
UITLEG = r"\b(?:bijvoorbeeld|bijv|zoals|zodat|waardoor|waarbij|waarmee|waarvoor|onder meer|onder andere|met name)\b"
