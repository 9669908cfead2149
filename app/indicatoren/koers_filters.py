"""From the address of the overview to what it shows, and back. What does not exist is refused with a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from werkzeug.datastructures import MultiDict

from app.domain.koers.bepalen import Koers
from app.domain.structuur import JAREN
from app.domain.taal.datums import lees_datum, toon_datum, vandaag

KOERSCODES = {koers.value.replace(" ", "-"): koers for koers in Koers}
CODE_VAN_KOERS = {koers: code for code, koers in KOERSCODES.items()}


class OnbekendeKeuze(Exception):
    """`veld` is the filter, and the Dutch sentence says what is wrong with it."""

    def __init__(self, veld: str, zin: str) -> None:
        super().__init__(zin)
        self.veld = veld


@dataclass(frozen=True, slots=True)
class Plaats:
    """A probleemgebied that may be chosen, with the notitie and the organisatie it is of."""

    gebied_id: int
    gebied: str
    notitie_id: int
    notitie: str
    slug: str
    organisatie: str


@dataclass(frozen=True, slots=True)
class Keuze:
    """None is no choice. `peildatum` None: today."""

    organisatie: str | None = None
    notitie: int | None = None
    gebied: int | None = None
    koers: Koers | None = None
    peildatum: date | None = None

    @property
    def dag(self) -> date:
        return self.peildatum or vandaag()

    def past(self, plaats: Plaats) -> bool:
        return (
            self.organisatie in (None, plaats.slug)
            and self.notitie in (None, plaats.notitie_id)
            and self.gebied in (None, plaats.gebied_id)
        )

    def zonder_koers(self) -> "Keuze":
        return replace(self, koers=None)

    def als_adres(self, **anders: Any) -> dict[str, Any]:
        """As parts of an address; what is not chosen is left out."""
        delen = {
            "gemeente": self.organisatie,
            "notitie": self.notitie,
            "probleemgebied": self.gebied,
            "koers": CODE_VAN_KOERS[self.koers] if self.koers else None,
            "peildatum": self.peildatum.isoformat() if self.peildatum else None,
        } | anders
        return {naam: waarde for naam, waarde in delen.items() if waarde is not None}


def lees_keuze(args: MultiDict[str, str], plaatsen: Sequence[Plaats]) -> Keuze:
    """Raises OnbekendeKeuze."""
    return Keuze(
        organisatie=_een_van(args, "gemeente", {p.slug for p in plaatsen}),
        notitie=_nummer(args, "notitie", {p.notitie_id for p in plaatsen}),
        gebied=_nummer(args, "probleemgebied", {p.gebied_id for p in plaatsen}),
        koers=_koers(args),
        peildatum=lees_peildatum(args),
    )


def lees_peildatum(args: MultiDict[str, str]) -> date | None:
    """The day to look from; None for today. Raises OnbekendeKeuze."""
    tekst = args.get("peildatum", "").strip()
    if not tekst:
        return None
    datum = lees_datum(tekst) if len(tekst) <= 40 else None
    if datum is None or datum.year not in JAREN:
        raise OnbekendeKeuze("peildatum", f"‘{tekst[:40]}’ is geen datum die bestaat; schrijf bijvoorbeeld 31-12-2020.")
    return datum


def _een_van(args: MultiDict[str, str], veld: str, mogelijk: set[str]) -> str | None:
    waarde = args.get(veld) or None
    if waarde is None or waarde in mogelijk:
        return waarde
    raise OnbekendeKeuze(veld, f"Een {veld} ‘{waarde[:40]}’ is er niet, of u mag die niet zien.")


def _nummer(args: MultiDict[str, str], veld: str, mogelijk: set[int]) -> int | None:
    waarde = _een_van(args, veld, set(map(str, mogelijk)))
    return None if waarde is None else int(waarde)


def _koers(args: MultiDict[str, str]) -> Koers | None:
    code = args.get("koers") or None
    if code is None or code in KOERSCODES:
        return KOERSCODES[code] if code else None
    raise OnbekendeKeuze("koers", f"De koers ‘{code[:40]}’ bestaat niet. Kies uit: {', '.join(KOERSCODES)}.")


def in_woorden(keuze: Keuze, plaatsen: Sequence[Plaats]) -> tuple[tuple[str, str], ...]:
    """What was chosen, for above the list and in a file."""
    namen = (
        ("Gemeente", keuze.organisatie, {p.slug: p.organisatie for p in plaatsen}),
        ("Notitie", keuze.notitie, {p.notitie_id: p.notitie for p in plaatsen}),
        ("Probleemgebied", keuze.gebied, {p.gebied_id: p.gebied for p in plaatsen}),
    )
    delen = [(naam, str(labels[waarde])) for naam, waarde, labels in namen if waarde is not None]  # type: ignore[index]
    delen += [("Koers", keuze.koers.value)] if keuze.koers else []
    delen += [("Peildatum", toon_datum(keuze.peildatum))] if keuze.peildatum else []
    return tuple(delen)
