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
# What people here try first, beside the lists of zxcvbn, which are English.
VOOR_DE_HAND = (
    "doelspoor", "welkom", "wachtwoord", "geheim", "gemeente", "gemeentehuis", "raadhuis", "beleid", "jeugd",
    "lente", "voorjaar", "zomer", "najaar", "herfst", "winter", "januari", "februari", "maart", "april", "mei",
    "juni", "juli", "augustus", "september", "oktober", "november", "december", "maandag", "dinsdag", "woensdag",
    "donderdag", "vrijdag", "zaterdag", "zondag", "nederland", "amsterdam", "rotterdam", "ajax", "feyenoord",
)  # fmt: skip


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

    Those count for nothing: what is left without them must be strong enough.
    """
    from zxcvbn import zxcvbn  # large, and seldom needed

    te = bezwaar_tegen_lengte(wachtwoord)
    if te:
        return te
    rest = _zonder(genormaliseerd(wachtwoord), eigen_woorden)[:BEOORDEELD]
    if rest and zxcvbn(rest, user_inputs=VOOR_DE_HAND)["guesses_log10"] >= GENOEG_POGINGEN:
        return None
    return (
        "Dit wachtwoord is te makkelijk te raden: het lijkt op een wachtwoord dat veel mensen gebruiken, of op uw naam "
        "of organisatie. Neem bijvoorbeeld vier woorden die niets met elkaar te maken hebben."
    )


def _zonder(wachtwoord: str, woorden: Iterable[str]) -> str:
    """Without the parts of these: of "jo.jansen@noordwoude.example" both "jansen" and "noordwoude" go."""
    delen = {deel for woord in woorden for deel in re.split(r"\W+", genormaliseerd(woord)) if len(deel) > 2}
    if not delen:
        return wachtwoord
    langste_eerst = sorted(map(re.escape, delen), key=len, reverse=True)
    return re.sub("|".join(langste_eerst), "", wachtwoord, flags=re.IGNORECASE)
