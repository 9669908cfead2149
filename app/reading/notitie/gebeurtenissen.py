"""What comes by when a document is read from top to bottom, before it is known what belongs together."""

from dataclasses import dataclass, field

from app.reading.notitie.labels import Etiket
from app.reading.notitie.regels import Regel
from app.reading.plaats import Plaats


@dataclass(slots=True)
class Inhoud:
    regel: Regel


@dataclass(slots=True)
class Kopje:
    """A label such as "Ist" or "Doelen". `binnen`: one that divides an opdracht and never starts a probleemgebied.

    `zeker`: the word itself, not a synonym such as "Aanpak" that may mean anything.
    """

    etiket: Etiket
    regel: Regel
    binnen: bool = False
    zeker: bool = False


@dataclass(slots=True)
class Kandidaat:
    """What may be the name of a probleemgebied. `vorm`: how it looks, such as "kop1", "rij" or "vet"."""

    naam: str
    vorm: str
    regels: list[Regel] = field(default_factory=list)
    niveau: int | None = None
    begin: bool = False


@dataclass(slots=True)
class Onbekend:
    """A table row whose label means nothing to us."""

    tekst: str
    plaats: Plaats


Gebeurtenis = Inhoud | Kopje | Kandidaat | Onbekend

ETIKET = "etiket"
RIJ = "rij"
VET = "vet"
KAPITALEN = "kapitalen"
PLAT = "plat"
STERKTE = {ETIKET: 6, "kop": 5, RIJ: 4, VET: 3, KAPITALEN: 2, PLAT: 1}


def sterkte(vorm: str) -> int:
    return STERKTE["kop"] if vorm.startswith("kop") else STERKTE[vorm]
