"""What makes a password good enough: its length, and that it is not among the first that somebody would try.

No rules about capitals or signs: they make passwords harder to remember and not harder to guess.
"""

import re
import unicodedata
from collections.abc import Iterable

KORTSTE, LANGSTE = 12, 200
# Fewer guesses than this (10 to the power of) are within reach of somebody with the hash and some patience.
GENOEG_POGINGEN = 9
# The part that is weighed: what follows can only make a password stronger, and weighing costs time.
BEOORDEELD = 72
# What people here try first, beside the lists of zxcvbn, which are English. They count for nothing.
VOOR_DE_HAND = (
    "doelspoor", "welkom", "wachtwoord", "geheim", "gemeente", "gemeentehuis", "raadhuis", "stadhuis", "beleid",
    "jeugd", "jeugdzorg", "jeugdhulp", "sociaal", "domein", "regio", "rigg", "inkoop", "inloggen", "inlog", "toegang",
    "beheer", "beheerder", "admin", "adviseur", "manager", "lezer", "gebruiker", "account", "password", "welcome",
    "login", "test", "demo", "tijdelijk", "nieuw", "week", "maand", "jaar",
    "lente", "voorjaar", "zomer", "najaar", "herfst", "winter", "januari", "februari", "maart", "april", "mei",
    "juni", "juli", "augustus", "september", "oktober", "november", "december", "maandag", "dinsdag", "woensdag",
    "donderdag", "vrijdag", "zaterdag", "zondag", "nederland", "holland", "amsterdam", "rotterdam", "ajax", "feyenoord",
)  # fmt: skip
# A letter, and what people put in its place because a sign is asked for.
OOK_ZO = {"a": "a4@", "b": "b8", "e": "e3", "g": "g9", "i": "i1!|", "l": "l1|", "o": "o0", "s": "s5$", "t": "t7+"}
JAAR = r"(?:19|20)\d\d"


def genormaliseerd(wachtwoord: str) -> str:
    """One form for what looks the same: an é is typed as one sign on one keyboard and as two on another."""
    return unicodedata.normalize("NFKC", wachtwoord)


def bezwaar_tegen_lengte(wachtwoord: str) -> str | None:
    lengte = len(genormaliseerd(wachtwoord))
    if lengte < KORTSTE:
        return f"Het wachtwoord is te kort: gebruik minstens {KORTSTE} tekens."
    return f"Het wachtwoord is te lang: gebruik hoogstens {LANGSTE} tekens." if lengte > LANGSTE else None


def staat_op_lijst(wachtwoord: str) -> bool:
    """Literally, in the list of passwords that leaked most often."""
    from zxcvbn.matching import RANKED_DICTIONARIES  # large, and seldom needed

    return genormaliseerd(wachtwoord).lower() in RANKED_DICTIONARIES["passwords"]


def bezwaar(wachtwoord: str, eigen_woorden: Iterable[str] = ()) -> str | None:
    """Why this cannot be the password, None when it can. `eigen_woorden`: such as the name of its owner.

    What is left without those, without the words above and without years must be strong enough by itself.
    """
    from zxcvbn import zxcvbn  # large, and seldom needed

    te = bezwaar_tegen_lengte(wachtwoord)
    if te:
        return te
    rest = _zonder(genormaliseerd(wachtwoord), eigen_woorden)[:BEOORDEELD]
    if rest and zxcvbn(rest)["guesses_log10"] >= GENOEG_POGINGEN:
        return None
    return (
        "Dit wachtwoord is te makkelijk te raden: het lijkt op een wachtwoord dat veel mensen gebruiken, of bestaat "
        "vooral uit uw naam, uw organisatie, een maand, een jaar of een woord als welkom. "
        "Neem bijvoorbeeld vier woorden die niets met elkaar te maken hebben."
    )


def _zonder(wachtwoord: str, woorden: Iterable[str]) -> str:
    """Without the parts of these: of "jo.jansen@noordwoude.example" both "jansen" and "noordwoude" go."""
    delen = {deel for woord in woorden for deel in re.split(r"\W+", _zonder_accenten(woord).lower()) if len(deel) > 2}
    langste_eerst = sorted(delen | set(VOOR_DE_HAND), key=len, reverse=True)
    weg = "|".join([*map(_patroon, langste_eerst), JAAR])
    return re.sub(weg, "", _zonder_accenten(wachtwoord), flags=re.IGNORECASE)


def _zonder_accenten(tekst: str) -> str:
    return "".join(teken for teken in unicodedata.normalize("NFKD", tekst) if not unicodedata.combining(teken))


def _patroon(woord: str) -> str:
    return "".join(f"[{re.escape(OOK_ZO[teken])}]" if teken in OOK_ZO else re.escape(teken) for teken in woord)
