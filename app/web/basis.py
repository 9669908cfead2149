"""What a form started from, signed: nobody can hand us another past than there was, so it can be shown as the past."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from itsdangerous import BadData, URLSafeSerializer

from app.auth.sleutelbos import tekenaar
from app.domain.taal.tekst_verschil import Soort, Stuk, tekstverschil
from app.services.logboek import als_json

HUN, MIJN = "hun", "mijn"
KIES = "Kies welke tekst blijft: die van uw collega of die van u."
DAG, GETAL = "dag", "getal"


@dataclass(frozen=True, slots=True)
class Botsing:
    """Fields that two people changed, in words: where I started (None: not known), theirs and mine.

    `naam` is the first of the fields; `keuze` is what the user chose, HUN or MIJN; `fout`: that he did not.
    """

    naam: str
    label: str
    begin: str | None
    hun: str
    mijn: str
    keuze: str = ""
    fout: str = ""

    @property
    def stukken_hun(self) -> list[Stuk]:
        """Theirs with what they changed marked."""
        return _stukken(self.begin, self.hun)

    @property
    def stukken_mijn(self) -> list[Stuk]:
        return _stukken(self.begin, self.mijn)


@dataclass(frozen=True, slots=True)
class Start:
    """`waarden`: what was stored when the page was made. `botsingen`: what the page asked to choose between."""

    waarden: dict[str, Any]
    botsingen: tuple[Botsing, ...] = ()


def teken(start: Start) -> str:
    inhoud: dict[str, Any] = {"waarden": {naam: _in(waarde) for naam, waarde in start.waarden.items()}}
    if start.botsingen:
        inhoud["botsingen"] = [asdict(replace(botsing, keuze="", fout="")) for botsing in start.botsingen]
    return str(_tekenaar().dumps(inhoud))


def lees(tekst: str | None) -> Start:
    """What was not signed by us, or by an older version of us, tells nothing."""
    try:
        inhoud = _tekenaar().loads(tekst or "")
        waarden = {naam: _uit(waarde) for naam, waarde in inhoud["waarden"].items()}
        return Start(waarden, tuple(Botsing(**botsing) for botsing in inhoud.get("botsingen", ())))
    except (BadData, KeyError, TypeError):
        return Start({})


def met_keuzes(botsingen: Iterable[Botsing], velden: Mapping[str, str]) -> list[Botsing]:
    """With what the user chose in the form; where he did not, that is said."""
    return [_met_keuze(botsing, velden.get(f"keuze-{botsing.naam}", "")) for botsing in botsingen]


def _met_keuze(botsing: Botsing, keuze: str) -> Botsing:
    gekozen = keuze in (HUN, MIJN)
    return replace(botsing, keuze=keuze if gekozen else "", fout="" if gekozen else KIES)


def _stukken(begin: str | None, nu: str) -> list[Stuk]:
    """Plain when nothing of the beginning is left, or when it is not known."""
    stukken = tekstverschil(begin, nu) if begin is not None else []
    return stukken if any(stuk.soort is Soort.GELIJK for stuk in stukken) else [Stuk(Soort.GELIJK, nu)]


def _tekenaar() -> URLSafeSerializer:
    return tekenaar("doelspoor.basis")


def _in(waarde: Any) -> Any:
    """As JSON, keeping days and figures apart from texts."""
    soort = DAG if isinstance(waarde, date) else GETAL if isinstance(waarde, Decimal) else None
    kaal = als_json({"": waarde})[""]
    return {soort: kaal} if soort else kaal


def _uit(waarde: Any) -> Any:
    if not isinstance(waarde, dict):
        return waarde
    return date.fromisoformat(waarde[DAG]) if DAG in waarde else Decimal(waarde[GETAL])
