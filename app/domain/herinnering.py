"""Which reminders are due on a day, for whom, and when they may go out."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.planning.lezen import deadline, te_laat
from app.domain.taal.datums import toon_datum
from app.domain.voortgang.periodestatus import Beoordeling, PeriodeStatus
from app.domain.voortgang.structuur import Moment, Status

# So many days before a period closes; the nearest one that has come counts.
DREMPELS = (1, 7, 30)
LANGSTE_OPMERKING = 300
BEWAARJAREN = 2


class Frequentie(StrEnum):
    DAGELIJKS = "dagelijks"
    WEKELIJKS = "wekelijks"
    GEEN = "geen"


class HerinneringSoort(StrEnum):
    SLUIT = "sluit"
    PLANNING = "planning"
    TERUGGESTUURD = "teruggestuurd"


class HerinneringStatus(StrEnum):
    """`BEZIG`: one run has taken it and is handing it to the mail server."""

    KLAARGEZET = "klaargezet"
    BEZIG = "bezig"
    VERSTUURD = "verstuurd"
    MISLUKT = "mislukt"

    @property
    def label(self) -> str:
        return "Wordt verstuurd" if self is HerinneringStatus.BEZIG else self.value.capitalize()


WACHTEND = (HerinneringStatus.KLAARGEZET, HerinneringStatus.MISLUKT)


@dataclass(frozen=True, slots=True)
class RegelStand:
    """One row to report. `naam` is what people call the maatregel; `rev` changes when the row changes."""

    id: int
    rev: int
    maatregel_id: int
    naam: str
    eigenaar_id: int | None
    beoordeling: Beoordeling
    status: Status | None
    momenten: Sequence[Moment] = ()
    opmerking: str = ""


@dataclass(frozen=True, slots=True)
class PeriodeStand:
    id: int
    code: str
    tot: date
    sluit_op: date
    status: PeriodeStatus
    regels: Sequence[RegelStand] = ()


@dataclass(frozen=True, slots=True)
class Ontvangers:
    """Users by id: who fill in (a manager does too), the managers among them, and who chose no reminders."""

    invullers: Set[int]
    managers: Set[int]
    stil: Set[int] = frozenset()

    def van(self, eigenaar_id: int | None) -> Set[int]:
        """The owner; the managers where there is none who can do something."""
        return {eigenaar_id} if eigenaar_id is not None and eigenaar_id in self.invullers else self.managers


@dataclass(frozen=True, slots=True)
class Aanleiding:
    """Why somebody is reminded. The same `sleutel` is sent to the same person once."""

    soort: HerinneringSoort
    sleutel: str
    tekst: str
    periode: str
    regel_id: int | None = None


def aanleidingen(periodes: Iterable[PeriodeStand], ontvangers: Ontvangers, dag: date) -> dict[int, list[Aanleiding]]:
    """Per user what there is to be reminded of on this day, in the order in which the mail says it."""
    lopend = sorted((p for p in periodes if p.status is not PeriodeStatus.GESLOTEN), key=lambda p: (p.sluit_op, p.code))
    uit: dict[int, dict[str, Aanleiding]] = {}
    for zoek in (_sluit, _teruggestuurd, _planning):
        for wie, aanleiding in zoek(lopend, ontvangers, dag):
            if wie not in ontvangers.stil:
                uit.setdefault(wie, {}).setdefault(aanleiding.sleutel, aanleiding)
    return {wie: list(per_sleutel.values()) for wie, per_sleutel in uit.items()}


def drempel(sluit_op: date, dag: date) -> int | None:
    """30, 7 or 1: which announcement counts on this day; None when it is too early, or over."""
    over = (sluit_op - dag).days
    return next((dagen for dagen in DREMPELS if 0 <= over <= dagen), None)


def stil_vanaf(frequentie: Frequentie, dag: date) -> date:
    """Who had a mail on this day or later gets no other today: one a day, or one from Monday to Sunday."""
    return dag - timedelta(days=dag.weekday()) if frequentie is Frequentie.WEKELIJKS else dag


def bewaard_vanaf(dag: date) -> date:
    """What was sent before this day needs no keeping any more; of 29 February the 28th."""
    return date(dag.year - BEWAARJAREN, dag.month, min(dag.day, 28))


Gevonden = Iterator[tuple[int, Aanleiding]]


def _sluit(periodes: Sequence[PeriodeStand], ontvangers: Ontvangers, dag: date) -> Gevonden:
    for periode in periodes:
        dagen = drempel(periode.sluit_op, dag)
        if dagen is None:
            continue
        for wie in sorted(ontvangers.invullers | ontvangers.managers):
            if te_doen := " ".join(_te_doen(periode, wie, wie in ontvangers.managers)):
                yield (
                    wie,
                    Aanleiding(
                        HerinneringSoort.SLUIT,
                        f"sluit:{periode.id}:{periode.sluit_op}:{dagen}",
                        f"De periode {periode.code} sluit op {toon_datum(periode.sluit_op)}. {te_doen}",
                        periode.code,
                    ),
                )


def _te_doen(periode: PeriodeStand, wie: int, manager: bool) -> Iterator[str]:
    moet_nog = [regel for regel in periode.regels if regel.beoordeling.moet_nog]
    mijn = sum(regel.eigenaar_id == wie for regel in moet_nog)
    if mijn:
        yield f"U moet nog {_regels(mijn)} invullen."
    if manager and len(moet_nog) > mijn:
        yield f"Van anderen of zonder eigenaar: nog {_regels(len(moet_nog) - mijn)} in te vullen."
    wachten = sum(regel.beoordeling is Beoordeling.INGEVULD for regel in periode.regels)
    if manager and wachten:
        yield f"{_regels(wachten).capitalize()} {'wacht' if wachten == 1 else 'wachten'} op uw oordeel."


def _teruggestuurd(periodes: Sequence[PeriodeStand], ontvangers: Ontvangers, _dag: date) -> Gevonden:
    for periode in periodes:
        for regel in periode.regels:
            wie = regel.eigenaar_id
            if regel.beoordeling is Beoordeling.TERUGGESTUURD and wie is not None and wie in ontvangers.invullers:
                opmerking = f" Opmerking: {_kort(regel.opmerking)}" if regel.opmerking else ""
                yield (
                    wie,
                    Aanleiding(
                        HerinneringSoort.TERUGGESTUURD,
                        f"terug:{regel.id}:{regel.rev}",
                        f"De manager stuurde uw regel over {regel.naam} ({periode.code}) terug.{opmerking}",
                        periode.code,
                        regel.id,
                    ),
                )


def _planning(periodes: Sequence[PeriodeStand], ontvangers: Ontvangers, dag: date) -> Gevonden:
    """Once per maatregel and end of its planning; what the newest period says about the maatregel counts."""
    gezien: set[int] = set()
    for periode in sorted(periodes, key=lambda p: p.tot, reverse=True):
        nieuw = [regel for regel in periode.regels if regel.maatregel_id not in gezien]
        gezien.update(regel.maatregel_id for regel in nieuw)
        for regel in nieuw:
            einde = deadline(regel.status, regel.momenten)
            if einde is None or not te_laat(regel.status, regel.momenten, dag):
                continue
            aanleiding = Aanleiding(
                HerinneringSoort.PLANNING,
                f"planning:{regel.maatregel_id}:{einde}",
                f"De planning van {regel.naam} liep tot {toon_datum(einde)}; de maatregel is nog niet afgerond.",
                periode.code,
                regel.id,
            )
            yield from ((wie, aanleiding) for wie in sorted(ontvangers.van(regel.eigenaar_id)))


def _regels(aantal: int) -> str:
    return "1 regel" if aantal == 1 else f"{aantal} regels"


def _kort(tekst: str) -> str:
    plat = " ".join(tekst.split())
    return plat if len(plat) <= LANGSTE_OPMERKING else plat[: LANGSTE_OPMERKING - 1].rstrip() + "…"
