"""Made-up Dutch for beheersmaatregelen. The same numbers give the same text, every time and everywhere."""

from string import ascii_lowercase

_THEMAS = (
    "Toegang en wijkteams",
    "Inkoop en contracten",
    "Preventie",
    "Zicht op gegevens",
    "Samenwerking met scholen",
    "Vervoer",
    "Uitvoering en personeel",
)
_MAATREGELEN = (
    "Vaste gesprekken met aanbieders over de looptijd van hulp",
    "Een praktijkondersteuner bij elke huisarts",
    "Elk kwartaal een beeld van kosten en wachttijden",
    "Groepsaanbod in plaats van losse begeleiding waar dat kan",
    "Herindicaties steekproefsgewijs nakijken",
)
_STAND = (
    "De afspraken zijn gemaakt en de eerste gesprekken zijn geweest",
    "Het plan ligt bij het team; de werving loopt nog",
    "De proef draait op twee plekken en wordt na de zomer besproken",
    "Er is vertraging doordat gegevens later kwamen dan afgesproken",
)
_PLANNING = (
    "Q2 {volgend}",
    "31 december {dit}",
    "eerste helft {volgend}",
    "Jaarlijks",
    "1 maart {dit}\neind {volgend}",
)


def thema(nummer: int) -> str:
    ronde, plek = divmod(nummer - 1, len(_THEMAS))
    return _THEMAS[plek] + (f" {ronde + 1}" if ronde else "")


def letter(plek: int) -> str:
    """a to z, then aa, ab and so on; `plek` from 0."""
    ronde, rest = divmod(plek, len(ascii_lowercase))
    return (letter(ronde - 1) if ronde else "") + ascii_lowercase[rest]


def maatregel(*zaad: int) -> str:
    """Differs for every place within a thema."""
    return f"{_MAATREGELEN[sum(zaad) % len(_MAATREGELEN)]}, onderdeel {zaad[-1] + 1}"


def voortgang(plek: int, half: int) -> str:
    """Of every four maatregelen one keeps its text from the second half of a year to the first of the next."""
    keer = half // 2 if plek % 4 == 0 else half
    return (
        f"{_STAND[(plek + keer) % len(_STAND)]}. In dit deel van het jaar waren er {5 + (plek + keer) % 20} gesprekken "
        f"en {1 + keer % 7} bijeenkomsten. De wijkteams en de aanbieders weten wat er van hen wordt gevraagd."
    )


def planning(plek: int, jaar: int) -> str:
    return _PLANNING[plek % len(_PLANNING)].format(dit=jaar, volgend=jaar + 1)


def uitleg(plek: int) -> dict[str, str]:
    return {
        "oorzaak": f"Er zijn {1 + plek % 4} vacatures die langer openstaan dan gepland.",
        "gevolg": f"De start schuift {1 + plek % 6} maanden op en de besparing komt later.",
        "bijsturing": "Het team huurt tijdelijk iemand in en bespreekt dit elke maand met de manager.",
    }
