"""The tables of a period as they go out in a text document and come back: what they say, every part by its merk."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.planning.lezen import lees_planning
from app.domain.voortgang.overzicht import RegelStand, ThemaBeeld, VoortgangBeeld
from app.domain.voortgang.structuur import Kleur, Status

UITLEG = ("oorzaak", "gevolg", "bijsturing")


@dataclass(frozen=True, slots=True)
class Rij:
    merk: str
    voortgang: str = ""
    planning: str = ""
    status: Status | None = None
    kleur: Kleur | None = None
    oorzaak: str = ""
    gevolg: str = ""
    bijsturing: str = ""


@dataclass(frozen=True, slots=True)
class Maatregelrijen:
    """`rijen`: none for a maatregel that is known but not in the tables."""

    merk: str
    letter: str
    naam: str
    rijen: tuple[Rij, ...] = ()

    @property
    def in_cel(self) -> str:
        """ "a. Procesregie", or just its name: as the table says it."""
        return f"{self.letter}. {self.naam}" if self.letter else self.naam


@dataclass(frozen=True, slots=True)
class Themarijen:
    merk: str
    nummer: int
    naam: str
    maatregelen: tuple[Maatregelrijen, ...] = ()

    @property
    def kop(self) -> str:
        return f"{self.nummer}. {self.naam}"

    def noem(self, maatregel: Maatregelrijen) -> str:
        """ "1a Procesregie" """
        return f"{self.nummer}{maatregel.letter} {maatregel.naam}"


@dataclass(frozen=True, slots=True)
class Tabellen:
    """`peil`: the last day of the period, for planning that names no year."""

    peil: date
    themas: tuple[Themarijen, ...] = field(default=())

    def plekken(self) -> Iterator[tuple[Themarijen, Maatregelrijen]]:
        for thema in self.themas:
            for maatregel in thema.maatregelen:
                yield thema, maatregel


def merk_van(soort: str, id_: int) -> str:
    """Of a row of the database: "m12". What is new in a file has a merk without such an id."""
    return f"{soort}{id_}"


def id_van(merk: str) -> int | None:
    """The inverse of `merk_van`; None for what is new in a file."""
    return int(merk[1:]) if merk[:1] in ("t", "m", "r") and merk[1:].isdecimal() else None


def rij_van(id_: int, stand: RegelStand) -> Rij:
    uitleg = {naam: getattr(stand, naam) for naam in UITLEG}
    return Rij(merk_van("r", id_), stand.voortgang, stand.planning, stand.status, stand.kleur, **uitleg)


def tabellen_van(beeld: VoortgangBeeld) -> Tabellen:
    """What goes out."""
    return Tabellen(beeld.periode.tot, tuple(_thema(thema) for thema in beeld.themas))


def _thema(thema: ThemaBeeld) -> Themarijen:
    maatregelen = tuple(
        Maatregelrijen(
            merk_van("m", m.id), m.letter or "", m.naam, tuple(rij_van(regel.id, regel) for regel in m.regels)
        )
        for m in thema.maatregelen
    )
    return Themarijen(merk_van("t", thema.id), thema.nummer, thema.naam, maatregelen)


def aangevuld(toen: Tabellen, nu: Tabellen) -> Tabellen:
    """`toen` with the themas and maatregelen that there are besides, without rows: what a new row may be about."""
    bekend = {maatregel.merk for _, maatregel in toen.plekken()}
    themas = []
    per_merk = {thema.merk: thema for thema in toen.themas}
    for thema in nu.themas:
        erbij = tuple(replace(m, rijen=()) for m in thema.maatregelen if m.merk not in bekend)
        oud = per_merk.pop(thema.merk, None) or replace(thema, maatregelen=())
        themas.append(replace(oud, maatregelen=(*oud.maatregelen, *erbij)))
    return replace(toen, themas=tuple(sorted([*themas, *per_merk.values()], key=lambda thema: thema.nummer)))


def kleur_in_woorden(stand: RegelStand | Rij) -> str:
    """The kleur with its explanation, a line for each."""
    if stand.kleur is None:
        return ""
    uitleg = [f"{naam.capitalize()}: {tekst}" for naam in UITLEG if (tekst := getattr(stand, naam))]
    return "\n".join([stand.kleur.label, *uitleg])


def status_volgens(planning: str, peil: date) -> Status | None:
    """What the planning says by itself."""
    return lees_planning([regel.strip() for regel in planning.splitlines() if regel.strip()], peil).status
