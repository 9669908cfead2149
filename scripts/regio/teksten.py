"""Made-up Dutch, as long as what gemeenten write. The same numbers give the same text, every time and everywhere."""

from dataclasses import dataclass
from decimal import Decimal

from app.domain.structuur import Richting

DOELJAAR, REFERENTIEJAAR = 2024, 2020

GEBIEDEN = (
    "Hulp dicht bij huis",
    "Rust in het gezin na een scheiding",
    "Van verblijf naar thuis",
    "Samenwerking rond school",
    "Zicht op kosten en levering",
    "Overgang naar volwassenheid",
    "Vervoer en begeleiding",
)

_VOOR = ("Beuken", "Donker", "Elzen", "Gouden", "Heide", "Klaver", "Linde", "Nieuwe", "Riet", "Zonne")
_NA = ("berg", "brink", "daal", "gaard", "horn", "kamp", "loo", "meer", "veld", "waard")

_GROEPEN = (
    "jonge kinderen",
    "gezinnen met meer problemen tegelijk",
    "jongeren van 16 tot 23 jaar",
    "ouders die uit elkaar gaan",
    "leerlingen die thuiszitten",
    "mantelzorgers",
    "pleeggezinnen",
    "kinderen met een beperking",
)
_PLEKKEN = ("in de wijk", "op school", "bij de huisarts", "in het dorpshuis", "thuis", "bij de aanbieder")
_PARTNERS = (
    "de wijkteams",
    "de scholen en de leerplicht",
    "de huisartsen en praktijkondersteuners",
    "de gecertificeerde instellingen",
    "de aanbieders met een contract",
    "de jeugdgezondheidszorg",
)
_MIDDELEN = ("een vast aanspreekpunt", "een gezamenlijk plan", "een leerkring", "een wachtlijstoverleg", "een proef")


@dataclass(frozen=True, slots=True)
class Doeltekst:
    tekst: str
    richting: Richting
    minimum: Decimal | None
    maximum: Decimal | None
    eenheid: str | None


def _kies(uit: tuple[str, ...], *zaad: int) -> str:
    return uit[sum(getal * priem for getal, priem in zip(zaad, (7, 5, 3, 11), strict=False)) % len(uit)]


def naam_van_gemeente(plek: int) -> str:
    """Unique for every `plek` (from 0)."""
    ronde, rest = divmod(plek, len(_VOOR) * len(_NA))
    voor, na = divmod(rest, len(_NA))
    return _VOOR[(voor + na) % len(_VOOR)] + _NA[na] + (f" {ronde + 1}" if ronde else "")


def ist(*zaad: int) -> str:
    return (
        f"Voor {_kies(_GROEPEN, *zaad)} is er {_kies(_PLEKKEN, *zaad)} te weinig hulp die op tijd begint. Wachten "
        f"duurt langer dan afgesproken en gezinnen vertellen hun verhaal steeds opnieuw. Met {_kies(_PARTNERS, *zaad)} "
        "zijn er afspraken, maar niet iedereen kent ze en niemand kijkt of ze worden nagekomen."
    )


def soll(*zaad: int) -> str:
    return (
        f"{_kies(_GROEPEN, *zaad).capitalize()} krijgen {_kies(_PLEKKEN, *zaad)} hulp die past en die binnen vier "
        f"weken begint. De gemeente en {_kies(_PARTNERS, *zaad)} weten van elkaar wat zij doen, en het gezin "
        "beslist mee."
    )


def doel(*zaad: int) -> Doeltekst:
    """Of four doelen one each is a daling, a stijging, a niveau and kwalitatief."""
    groep, getal = _kies(_GROEPEN, *zaad), 5 + sum(zaad) % 8 * 5
    eind = f"in {DOELJAAR} ten opzichte van {REFERENTIEJAAR}."
    waarde = Decimal(getal)
    match zaad[-1] % 4:
        case 1:
            tekst = f"Het aantal aanvragen voor specialistische hulp aan {groep} daalt met {getal} procent {eind}"
            return Doeltekst(tekst, Richting.DALING, waarde, waarde, "procent")
        case 2:
            tekst = f"Van {groep} krijgt {getal} tot {getal + 10} procent meer de hulp dicht bij huis {eind}"
            return Doeltekst(tekst, Richting.STIJGING, waarde, waarde + 10, "procent")
        case 3:
            tekst = f"Er zijn minimaal {getal} plekken {_kies(_PLEKKEN, *zaad)} waar {groep} terechtkunnen {eind}"
            return Doeltekst(tekst, Richting.NIVEAU, waarde, None, "aantal")
        case _:
            tekst = (
                f"De gemeente en {_kies(_PARTNERS, *zaad)} weten wie het gezin aanspreekt als hulp voor {groep} stokt."
            )
            return Doeltekst(tekst, Richting.KWALITATIEF, None, None, None)


def indicator(*zaad: int) -> str:
    return f"Aantal {_kies(_GROEPEN, *zaad)} met hulp {_kies(_PLEKKEN, *zaad)}, per halfjaar"


def interventie(*zaad: int) -> str:
    return (
        f"Met {_kies(_PARTNERS, *zaad)} richten wij {_kies(_MIDDELEN, *zaad)} in voor {_kies(_GROEPEN, *zaad)}, "
        f"{_kies(_PLEKKEN, *zaad)}, en bespreken wij elk halfjaar wat het oplevert."
    )


def onderdeel(*zaad: int) -> str:
    return f"Afspraken met {_kies(_PARTNERS, *zaad)} over {_kies(_MIDDELEN, *zaad)}"


def opdracht(*zaad: int) -> str:
    return f"Neem {_kies(_MIDDELEN, *zaad)} voor {_kies(_GROEPEN, *zaad)} op in de contracten"


def toelichting(*zaad: int) -> str:
    return f"Wat hier staat is besproken met {_kies(_PARTNERS, *zaad)}. {ist(*zaad)}"
