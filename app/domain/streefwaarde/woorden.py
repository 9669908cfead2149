"""The words by which `streefwaarde` reads a doel. A new turn of phrase is a new word here, not a new rule there."""

DALING = (
    "daling", "dalingen", "dalen", "daalt", "daalde", "gedaald", "afname", "afnemen", "afneemt", "afnam",
    "afgenomen", "reductie", "reduceren", "reduceert", "gereduceerd", "vermindering", "verminderen", "vermindert",
    "verminderd", "verlaging", "verlagen", "verlaagt", "verlaagd", "omlaag", "minder", "lager", "lagere",
    "terugdringen", "terugdringing", "teruggedrongen", "terugbrengen", "teruggebracht", "terugloop", "teruglopen",
    "krimp", "krimpen", "krimpt", "inkrimpen", "gekrompen", "korter", "kortere", "verkorten", "verkort",
    "verkorting", "kleiner", "kleinere", "goedkoper", "afbouw", "afbouwen", "afgebouwd", "afschalen", "afgeschaald",
    "afschaling", "beperken", "besparing", "besparen", "bespaart", "bespaard", "bezuiniging", "bezuinigen",
    "bezuinigd", "zakt", "zakken", "gezakt", "slinkt", "slinken",
)  # fmt: skip

STIJGING = (
    "stijging", "stijgingen", "stijgen", "stijgt", "steeg", "gestegen", "toename", "toenemen", "toeneemt", "toenam",
    "toegenomen", "groei", "groeien", "groeit", "groeide", "gegroeid", "verhoging", "verhogen", "verhoogt",
    "verhoogd", "omhoog", "meer", "hoger", "hogere", "extra", "uitbreiding", "uitbreiden", "uitgebreid",
    "vergroting", "vergroten", "vergroot", "langer", "langere", "verlengen", "verlengd", "vermeerdering",
    "vermeerderen", "toevoegen", "toegevoegd", "bijkomen", "erbij", "aanvullend", "aanvullende", "additionele",
)  # fmt: skip

ZELFSTANDIG = {
    "daling", "afname", "reductie", "vermindering", "verlaging", "terugdringing", "terugloop", "krimp", "verkorting",
    "afbouw", "afschaling", "besparing", "bezuiniging", "stijging", "toename", "groei", "verhoging", "uitbreiding",
    "vergroting", "vermeerdering",
}  # fmt: skip

VERGELIJKEND = {"minder", "meer", "lager", "lagere", "hoger", "hogere", "korter", "kortere", "langer", "langere",
                "kleiner", "kleinere", "goedkoper", "aanvullend", "aanvullende", "additionele"}  # fmt: skip

IN_TWEEEN = {"neemt af": "daling", "nemen af": "daling", "nam af": "daling", "neemt toe": "stijging",
             "nemen toe": "stijging", "nam toe": "stijging", "loopt terug": "daling", "lopen terug": "daling",
             "breidt uit": "stijging", "breiden uit": "stijging",
             "bouwt af": "daling", "bouwen af": "daling"}  # fmt: skip

GESPLITST = {"af": (r"neem\w*|nemen|nam\w*|bouw\w*|schaal\w*|schalen", "daling"),
             "terug": (r"loop\w*|lopen|breng\w*|dring\w*", "daling"),
             "toe": (r"neem\w*|nemen|nam\w*", "stijging"),
             "bij": (r"komen|komt", "stijging"), "uit": (r"breid\w*", "stijging")}  # fmt: skip

ONDERGRENS = (
    "minimaal", "minimum", "een minimum van", "minstens", "ten minste", "tenminste", "op zijn minst", "vanaf", "min",
    "meer dan", "hoger dan", "groter dan", "langer dan", "boven", "boven de", "niet minder dan", "niet lager dan",
    "niet korter dan", "niet onder", "niet onder de", ">", ">=", "≥",
)  # fmt: skip

BOVENGRENS = (
    "maximaal", "maximum", "een maximum van", "hoogstens", "hooguit", "ten hoogste", "op zijn hoogst", "minder dan",
    "lager dan", "kleiner dan", "korter dan", "onder", "onder de", "niet meer dan", "niet hoger dan",
    "niet langer dan", "niet groter dan", "niet boven", "niet boven de", "binnen", "<", "<=", "≤", "max",
)  # fmt: skip

ONDERGRENS_ERNA = ("of meer", "of hoger", "en hoger", "of langer", "en meer", "of groter")
BOVENGRENS_ERNA = ("of minder", "of lager", "en lager", "of korter", "en minder", "of kleiner")

OPVULLING = (
    "een", "gemiddeld", "gemiddeld een", "ongeveer", "circa", "ca.", "ca", "zo'n", "rond", "ruim", "bijna", "nog",
    "slechts", "in totaal", "totaal", "per saldo", "zeker", "structureel", "jaarlijks",
)  # fmt: skip

NAAR_EEN_NIVEAU = (
    "naar",
    "tot",
    "tot aan",
    "terug naar",
    "uitkomen op",
    "komen op",
    "komt op",
    "blijft op",
    "houden op",
)

BELOFTE_VAN = (
    "realisatie", "bereik", "bouw", "oplevering", "plaatsing", "werving", "huisvesting", "opvang", "deelname",
    "uitstroom", "cijfer", "rapportcijfer", "score",
)  # fmt: skip

PLAATSBEPALING = ("in", "bij", "voor", "aan", "over", "op", "binnen")

VOORZETSELS = (
    *PLAATSBEPALING, "met", "door", "uit", "tussen", "van", "vanuit", "via", "onder", "per", "tegen", "om", "de",
    "deze", "die", "beide", "alle", "onze", "hun", "tot", "ad", "als", "zonder", "elke", "iedere",
)  # fmt: skip

HUIDIGE_STAND = (
    "nu", "momenteel", "thans", "op dit moment", "huidig", "huidige", "tot nu toe", "was", "waren", "bedroeg",
    "bedroegen", "had", "hadden", "schatting", "naar schatting", "geschat", "waarvan", "bijvoorbeeld", "zoals",
    "hiervan", "daarvan", "hierbij", "daarbij", "eerder", "voorheen",
)  # fmt: skip

BENAMING = (
    "fase", "niveau", "hoofdstuk", "paragraaf", "deel", "artikel", "art", "bijlage", "thema", "doel", "doelen",
    "interventie", "interventies", "nummer", "nr", "punt", "groep", "klas", "leerjaar", "stap", "type", "tabel",
    "figuur", "pagina", "blz", "top", "generatie", "variant", "scenario", "kwartaal", "kernwaarde", "prioriteit",
    "week", "lijn", "spoor", "perceel", "versie", "tranche", "cluster", "bouwsteen", "pijler", "maatregel", "zone",
    "schaal", "categorie", "speerpunt", "opgave", "actie", "bullet", "doelgroep", "indicator",
)  # fmt: skip

EIGENNAAM_VOOR_X = (
    *BENAMING, "project", "leerling", "cliënt", "persoon", "jongere", "gezin", "gemeente", "aanbieder", "product",
    "malcolm", "formule", "factor", "plan", "team", "wijk", "school", "kind", "inwoner", "organisatie", "partij",
    "mr", "meneer", "mevrouw", "systeem", "model", "methode", "locatie", "programma", "pilot", "traject", "os",
)  # fmt: skip

FREQUENTIE = (
    "contact", "contacten", "contactmoment", "contactmomenten", "gesprek", "gesprekken", "keer", "maal", "x",
    "overleg", "overleggen", "bijeenkomst", "bijeenkomsten", "huisbezoek", "huisbezoeken", "sessie", "sessies",
    "afspraak", "afspraken", "dagdeel", "dagdelen", "dag", "dagen",
)  # fmt: skip

TIJDVAK = (
    "dag",
    "week",
    "maand",
    "kwartaal",
    "halfjaar",
    "jaar",
    "twee weken",
    "schooljaar",
    "cliënt",
    "gezin",
    "kind",
)

DUUR = ("duur", "doorlooptijd", "wachttijd", "wachttijden", "looptijd", "behandelduur", "trajectduur", "lengte",
        "looptijden", "doorlooptijden", "termijn")  # fmt: skip

CIJFERWOORDEN = ("cijfer", "rapportcijfer", "score", "waardering", "beoordeling", "tevredenheidscijfer",
                 "klanttevredenheid", "tevredenheid", "beoordeeld", "gewaardeerd", "beoordelen", "waarderen",
                 "rapportcijfers", "waarderingscijfer", "cijfers", "scoort", "scoren")  # fmt: skip

REFERENTIE = (
    "tov", "ten opzichte van", "vergeleken met", "vergeleken bij", "in vergelijking met", "in vergelijking tot",
    "afgezet tegen", "gerekend vanaf", "referentiejaar", "peiljaar", "basisjaar", "uitgangsjaar", "ijkjaar",
    "nulmeting", "referentie", "uitgangssituatie", "peildatum", "sinds", "op het niveau van", "niveau van",
    "onder het niveau van", "dan",
)  # fmt: skip

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip

DOELJAAR = (
    "in", "eind", "begin", "medio", "ultimo", "uiterlijk", "vanaf", "voor", "vóór", "per", "tot", "tot en met", "t/m",
    "einde", "jaar", "kalenderjaar", "schooljaar", "doeljaar", "streefjaar", "loop van",
    "doel", "streven", "streefwaarde", "ambitie", "kwartaal", "halfjaar",
    "q1", "q2", "q3", "q4", "zomer", "najaar", "voorjaar", "lente", "herfst", "winter", "over", "en", "na", "om",
    "rond", "binnen", *MAANDEN,
)  # fmt: skip
