"""One period as plain values: what its pages, exports and comparisons are built from, and the figures over it."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from app.domain.voortgang.periode import PeriodeSoort, lees_periode
from app.domain.voortgang.periodestatus import MOET_NOG, Beoordeling, PeriodeStatus
from app.domain.voortgang.structuur import Kleur, Moment, Status

GEEN_EIGENAAR = 0


class Wat(StrEnum):
    """What can differ from the period before."""

    VOORTGANG = "voortgang"
    STATUS = "status"
    PLANNING = "planning"
    KLEUR = "kleur"


@dataclass(frozen=True, slots=True)
class Verandering:
    """In words as people read them; empty when there was or is nothing."""

    wat: Wat
    oud: str
    nieuw: str


@dataclass(frozen=True, slots=True)
class RegelStand:
    """What one row says. `planning` is to the letter, one line per paragraph."""

    voortgang: str = ""
    planning: str = ""
    status: Status | None = None
    kleur: Kleur | None = None
    oorzaak: str = ""
    gevolg: str = ""
    bijsturing: str = ""
    momenten: tuple[Moment, ...] = ()


@dataclass(frozen=True, slots=True)
class RegelBeeld(RegelStand):
    """`vorige`: the same row in the period before. `nieuw`: there is a period before, without this row."""

    id: int = 0
    rev: int = 1
    volgorde: int = 1
    beoordeling: Beoordeling = Beoordeling.IN_TE_VULLEN
    opmerking: str = ""
    te_laat: bool = False
    vorige: RegelStand | None = None
    nieuw: bool = False

    @property
    def ingevuld(self) -> bool:
        """What the manager sent back is not: it has to be filled in again."""
        return not self.beoordeling.moet_nog

    @property
    def veranderingen(self) -> tuple[Verandering, ...]:
        """Since the period before. A row that nobody has filled in yet says nothing new."""
        return tuple(self._verschillen())

    @property
    def veranderd(self) -> bool:
        return self.nieuw or any(True for _ in self._verschillen())

    def _verschillen(self) -> Iterator[Verandering]:
        if self.vorige is None or self.beoordeling is Beoordeling.IN_TE_VULLEN:
            return
        paren = (
            (Wat.VOORTGANG, self.vorige.voortgang, self.voortgang),
            (Wat.STATUS, _label(self.vorige.status), _label(self.status)),
            (Wat.PLANNING, self.vorige.planning, self.planning),
            (Wat.KLEUR, _label(self.vorige.kleur), _label(self.kleur)),
        )
        for wat, oud, nieuw in paren:
            if oud != nieuw and _kaal(oud) != _kaal(nieuw):
                yield Verandering(wat, oud, nieuw)


@dataclass(frozen=True, slots=True)
class InterventieLink:
    id: int
    nummer: int
    tekst: str
    probleemgebied: str


@dataclass(frozen=True, slots=True)
class MaatregelBeeld:
    """A maatregel with its rows in this period, at least one."""

    id: int
    thema_nummer: int
    letter: str | None
    naam: str
    eigenaar_id: int | None = None
    eigenaar: str | None = None
    fte: Decimal | None = None
    interventies: tuple[InterventieLink, ...] = ()
    regels: tuple[RegelBeeld, ...] = ()

    @property
    def aanduiding(self) -> str:
        """ "1a", or "3" for a maatregel without a letter."""
        return f"{self.thema_nummer}{self.letter or ''}"


@dataclass(frozen=True, slots=True)
class ThemaBeeld:
    id: int
    nummer: int
    naam: str
    maatregelen: tuple[MaatregelBeeld, ...] = ()

    @property
    def regels(self) -> tuple[RegelBeeld, ...]:
        return tuple(regel for maatregel in self.maatregelen for regel in maatregel.regels)


@dataclass(frozen=True, slots=True)
class MaatregelZonderRegel:
    """Not in this period: finished before (`laatste_status` in period `laatste_periode`), or never reported on."""

    id: int
    thema_nummer: int
    letter: str | None
    naam: str
    laatste_status: Status | None = None
    laatste_periode: str | None = None

    @property
    def aanduiding(self) -> str:
        return f"{self.thema_nummer}{self.letter or ''}"


@dataclass(frozen=True, slots=True)
class PeriodeBeeld:
    id: int
    code: str
    soort: PeriodeSoort
    van: date
    tot: date
    sluit_op: date
    status: PeriodeStatus
    gesloten_op: datetime | None = None
    gesloten_door: str | None = None

    @property
    def label(self) -> str:
        return lees_periode(self.code).label


@dataclass(frozen=True, slots=True)
class VoortgangBeeld:
    """`peildatum`: the day on which was judged what is te laat. `vorige`: the period that is compared with."""

    organisatie: str
    periode: PeriodeBeeld
    peildatum: date
    vorige: PeriodeBeeld | None = None
    themas: tuple[ThemaBeeld, ...] = ()
    zonder_regel: tuple[MaatregelZonderRegel, ...] = ()
    kleurdefinities: dict[Kleur, str] = field(default_factory=dict)

    @property
    def maatregelen(self) -> tuple[MaatregelBeeld, ...]:
        return tuple(maatregel for thema in self.themas for maatregel in thema.maatregelen)

    @property
    def regels(self) -> tuple[RegelBeeld, ...]:
        return tuple(regel for thema in self.themas for regel in thema.regels)


@dataclass(frozen=True, slots=True)
class Tellingen:
    """Counts of regels, but for `maatregelen`. Every status and kleur has a count, also when that is 0."""

    maatregelen: int
    regels: int
    per_status: dict[Status, int]
    per_kleur: dict[Kleur, int]
    per_beoordeling: dict[Beoordeling, int]
    zonder_status: int
    zonder_kleur: int
    te_laat: int
    veranderd: int

    @property
    def niet_ingevuld(self) -> int:
        return sum(self.per_beoordeling[b] for b in MOET_NOG)

    @property
    def ingevuld(self) -> int:
        return self.regels - self.niet_ingevuld


@dataclass(frozen=True, slots=True)
class Filter:
    """An empty set asks for nothing in particular. `themas` are numbers; GEEN_EIGENAAR stands for nobody."""

    themas: frozenset[int] = frozenset()
    statussen: frozenset[Status] = frozenset()
    kleuren: frozenset[Kleur] = frozenset()
    eigenaren: frozenset[int] = frozenset()
    te_laat: bool = False
    veranderd: bool = False
    niet_ingevuld: bool = False


@dataclass(frozen=True, slots=True)
class NogTeDoen:
    """Someone (None: nobody is owner) with the maatregelen that this person still has to report on."""

    eigenaar_id: int | None
    eigenaar: str | None
    maatregelen: tuple[MaatregelBeeld, ...]

    @property
    def regels(self) -> int:
        """How many rows: a maatregel may have more than one."""
        return sum(not regel.ingevuld for maatregel in self.maatregelen for regel in maatregel.regels)


def tel(deel: VoortgangBeeld | ThemaBeeld) -> Tellingen:
    regels = deel.regels
    status, kleur = Counter(r.status for r in regels), Counter(r.kleur for r in regels)
    beoordeling = Counter(r.beoordeling for r in regels)
    return Tellingen(
        maatregelen=len(deel.maatregelen),
        regels=len(regels),
        per_status={s: status[s] for s in Status},
        per_kleur={k: kleur[k] for k in Kleur},
        per_beoordeling={b: beoordeling[b] for b in Beoordeling},
        zonder_status=status[None],
        zonder_kleur=kleur[None],
        te_laat=sum(r.te_laat for r in regels),
        veranderd=sum(r.veranderd for r in regels),
    )


def gefilterd(beeld: VoortgangBeeld, filter_: Filter) -> VoortgangBeeld:
    """The same picture with only the rows that fit; maatregelen and themas without rows go."""
    if filter_ == Filter():
        return beeld
    themas = [_thema(thema, filter_) for thema in beeld.themas if not filter_.themas or thema.nummer in filter_.themas]
    return replace(beeld, themas=tuple(thema for thema in themas if thema.maatregelen), zonder_regel=())


def nog_te_doen(beeld: VoortgangBeeld) -> tuple[NogTeDoen, ...]:
    """Who still has to report, by name; what has no owner comes last."""
    per_wie: dict[tuple[int | None, str | None], list[MaatregelBeeld]] = {}
    for maatregel in beeld.maatregelen:
        if any(not regel.ingevuld for regel in maatregel.regels):
            per_wie.setdefault((maatregel.eigenaar_id, maatregel.eigenaar), []).append(maatregel)
    op_naam = sorted(per_wie.items(), key=lambda paar: (paar[0][0] is None, (paar[0][1] or "").casefold(), paar[0][0]))
    return tuple(NogTeDoen(id_, naam, tuple(maatregelen)) for (id_, naam), maatregelen in op_naam)


def _thema(thema: ThemaBeeld, filter_: Filter) -> ThemaBeeld:
    passend = _passend(filter_)
    maatregelen = (
        replace(maatregel, regels=tuple(r for r in maatregel.regels if passend(r)))
        for maatregel in thema.maatregelen
        if not filter_.eigenaren or (maatregel.eigenaar_id or GEEN_EIGENAAR) in filter_.eigenaren
    )
    return replace(thema, maatregelen=tuple(maatregel for maatregel in maatregelen if maatregel.regels))


def _passend(filter_: Filter) -> Callable[[RegelBeeld], bool]:
    eisen = list(_eisen(filter_))
    return lambda regel: all(eis(regel) for eis in eisen)


def _eisen(filter_: Filter) -> Iterator[Callable[[RegelBeeld], bool]]:
    if filter_.statussen:
        yield lambda regel: regel.status in filter_.statussen
    if filter_.kleuren:
        yield lambda regel: regel.kleur in filter_.kleuren
    if filter_.te_laat:
        yield lambda regel: regel.te_laat
    if filter_.veranderd:
        yield lambda regel: regel.veranderd
    if filter_.niet_ingevuld:
        yield lambda regel: not regel.ingevuld


def _label(waarde: Status | Kleur | None) -> str:
    return waarde.label if waarde else ""


def _kaal(tekst: str) -> list[str]:
    """Another line break or space is no difference."""
    return tekst.split()
