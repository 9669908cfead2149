"""From the address of the logboek to what it shows, and back. What does not exist is refused with a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from werkzeug.datastructures import MultiDict

from app.domain.structuur import JAREN
from app.domain.taal.datums import AMSTERDAM, lees_datum, toon_datum
from app.models import Bron, Onderwerp

LANGSTE_WOORD = 100
# Instead of a user: what no user did, but a command.
DOELSPOOR = "doelspoor"

BRONNEN = {
    Bron.SCHERM: "Op het scherm",
    Bron.IMPORT: "Uit een bestand",
    Bron.API: "Door een ander systeem (API)",
    Bron.OPDRACHTREGEL: "Met een opdracht op de server",
}
ONDERWERPEN = {
    Onderwerp.NOTITIES: "Notities en opdrachten",
    Onderwerp.VOORTGANG: "Voortgang en maatregelen",
    Onderwerp.CIJFERS: "Indicatoren en cijfers",
    Onderwerp.RAPPORTEN: "Rapportages",
    Onderwerp.GEBRUIKERS: "Gebruikers",
    Onderwerp.BEHEER: "Overig beheer",
}

Soort = TypeVar("Soort", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Keuze:
    """None is no choice. `wie`: the id of a user, or DOELSPOOR."""

    van: date | None = None
    tot: date | None = None
    wie: int | str | None = None
    onderwerp: Onderwerp | None = None
    bron: Bron | None = None
    woord: str = ""

    @property
    def leeg(self) -> bool:
        return self == Keuze()

    @property
    def vanaf(self) -> datetime | None:
        return _begin(self.van) if self.van else None

    @property
    def voor(self) -> datetime | None:
        """The last day counts whole."""
        return _begin(self.tot + timedelta(days=1)) if self.tot else None

    def als_adres(self, **anders: Any) -> dict[str, Any]:
        delen = {
            "van": self.van.isoformat() if self.van else None,
            "tot": self.tot.isoformat() if self.tot else None,
            "wie": self.wie,
            "onderwerp": self.onderwerp.value if self.onderwerp else None,
            "bron": self.bron.value if self.bron else None,
            "woord": self.woord or None,
        } | anders
        return {naam: waarde for naam, waarde in delen.items() if waarde is not None}


@dataclass(frozen=True, slots=True)
class Gelezen:
    """`fouten`: by filter, the Dutch sentence that says what is wrong with it; the filter itself is then empty."""

    keuze: Keuze
    fouten: dict[str, str]


def lees_keuze(args: MultiDict[str, str], gebruikers: Mapping[int, str]) -> Gelezen:
    """`gebruikers`: who can be chosen, by id."""
    fouten: dict[str, str] = {}
    van, tot = _dag(args, "van", fouten), _dag(args, "tot", fouten)
    if van and tot and van > tot:
        fouten["tot"] = f"De laatste dag ligt voor de eerste ({toon_datum(van)})."
    keuze = Keuze(
        van=van,
        tot=tot,
        wie=_wie(args, gebruikers, fouten),
        onderwerp=_een_van(args, "onderwerp", Onderwerp, fouten),
        bron=_een_van(args, "bron", Bron, fouten),
        woord=args.get("woord", "").replace("\x00", "").strip()[:LANGSTE_WOORD],
    )
    return Gelezen(keuze, fouten)


def in_woorden(keuze: Keuze, gebruikers: Mapping[int, str]) -> tuple[tuple[str, str], ...]:
    """What was chosen, for in a file."""
    wie = "Doelspoor" if keuze.wie == DOELSPOOR else gebruikers.get(keuze.wie) if isinstance(keuze.wie, int) else None
    delen = (
        ("Vanaf", toon_datum(keuze.van) if keuze.van else None),
        ("Tot en met", toon_datum(keuze.tot) if keuze.tot else None),
        ("Wie", wie),
        ("Waarover", ONDERWERPEN[keuze.onderwerp] if keuze.onderwerp else None),
        ("Hoe", BRONNEN[keuze.bron] if keuze.bron else None),
        ("Woord", keuze.woord),
    )
    return tuple((naam, waarde) for naam, waarde in delen if waarde)


def _begin(dag: date) -> datetime:
    return datetime.combine(dag, time.min, AMSTERDAM).astimezone(UTC)


def _dag(args: MultiDict[str, str], veld: str, fouten: dict[str, str]) -> date | None:
    tekst = args.get(veld, "").strip()
    if not tekst:
        return None
    datum = lees_datum(tekst) if len(tekst) <= LANGSTE_WOORD else None
    if datum is None or datum.year not in JAREN:
        fouten[veld] = f"‘{tekst[:40]}’ is geen datum die bestaat; schrijf bijvoorbeeld 31-12-2020."
        return None
    return datum


def _wie(args: MultiDict[str, str], gebruikers: Mapping[int, str], fouten: dict[str, str]) -> int | str | None:
    waarde = args.get("wie", "")
    if waarde in ("", DOELSPOOR):
        return waarde or None
    gekozen = {str(id_): id_ for id_ in gebruikers}.get(waarde)
    if gekozen is None:
        fouten["wie"] = "Deze gebruiker is er niet, of u mag die niet zien."
    return gekozen


def _een_van(args: MultiDict[str, str], veld: str, soort: type[Soort], fouten: dict[str, str]) -> Soort | None:
    waarde = args.get(veld, "")
    if not waarde:
        return None
    try:
        return soort(waarde)
    except ValueError:
        fouten[veld] = f"‘{waarde[:40]}’ is hier geen keuze."
        return None
