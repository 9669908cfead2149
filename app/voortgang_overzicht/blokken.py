"""The overview arranged for the eye: what asks attention, the small blocks, and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.planning.lezen import deadline
from app.domain.taal.datums import toon_datum
from app.domain.taal.tekst_verschil import Stuk, tekstverschil
from app.domain.voortgang.overzicht import MaatregelBeeld, RegelBeeld, ThemaBeeld, VoortgangBeeld, Wat
from app.domain.voortgang.structuur import Kleur, Status
from app.writing.nederlands import opsomming

# The least finished status is the one to show for a maatregel with several rows.
ERNST = (
    Status.UITGESTELD,
    Status.NIET_GESTART,
    Status.GEPLAND,
    Status.IN_UITVOERING,
    Status.DOORLOPEND,
    Status.AFGEROND,
    Status.VERVALLEN,
)
KLEUREN_NAAR_ERNST = (Kleur.ROOD, Kleur.ORANJE, Kleur.GROEN)
TINT = {
    Status.UITGESTELD: "oranje",
    Status.NIET_GESTART: "grijs",
    Status.GEPLAND: "blauw",
    Status.IN_UITVOERING: "blauw",
    Status.DOORLOPEND: "blauw",
    Status.AFGEROND: "groen",
    Status.VERVALLEN: "grijs",
}
WAT_IN_WOORDEN = {Wat.VOORTGANG: "tekst", Wat.STATUS: "status", Wat.PLANNING: "planning", Wat.KLEUR: "kleur"}


@dataclass(frozen=True, slots=True)
class Aandachtspunt:
    maatregel: MaatregelBeeld
    regel: RegelBeeld
    deadline: str


@dataclass(frozen=True, slots=True)
class Tegel:
    """One maatregel as a small block: `tint` is its colour, `kleur` and `status` are the words and shapes in it."""

    maatregel: MaatregelBeeld
    tint: str
    kleur: Kleur | None
    status: Status | None
    te_laat: bool


@dataclass(frozen=True, slots=True)
class Verschil:
    """`stukken`: for texts, piece by piece; otherwise just the words before and after."""

    wat: str
    oud: str
    nieuw: str
    stukken: tuple[Stuk, ...] = ()


def aandachtspunten(beeld: VoortgangBeeld) -> list[Aandachtspunt]:
    """Rood first, then oranje, then what is only te laat; each in the order of the report."""
    gevonden = [
        Aandachtspunt(maatregel, regel, _deadline(regel))
        for maatregel in beeld.maatregelen
        for regel in maatregel.regels
        if regel.te_laat or (regel.kleur and regel.kleur.vraagt_uitleg)
    ]
    return sorted(gevonden, key=lambda punt: _ernst_van_kleur(punt.regel.kleur))


def _ernst_van_kleur(kleur: Kleur | None) -> int:
    return KLEUREN_NAAR_ERNST.index(kleur) if kleur and kleur.vraagt_uitleg else len(KLEUREN_NAAR_ERNST)


def _deadline(regel: RegelBeeld) -> str:
    dag = deadline(regel.status, regel.momenten) if regel.te_laat else None
    return toon_datum(dag) if dag else ""


def tegels(thema: ThemaBeeld) -> list[Tegel]:
    return [_tegel(maatregel) for maatregel in thema.maatregelen]


def _tegel(maatregel: MaatregelBeeld) -> Tegel:
    kleuren = {regel.kleur for regel in maatregel.regels}
    statussen = {regel.status for regel in maatregel.regels}
    kleur = next((kleur for kleur in KLEUREN_NAAR_ERNST if kleur in kleuren), None)
    status = next((status for status in ERNST if status in statussen), None)
    tint = kleur.value if kleur else TINT[status] if status else "leeg"
    return Tegel(maatregel, tint, kleur, status, any(regel.te_laat for regel in maatregel.regels))


def verschillen(regel: RegelBeeld) -> list[Verschil]:
    """What changed since the period before, in the order of the columns."""
    return [
        Verschil(
            WAT_IN_WOORDEN[v.wat],
            v.oud,
            v.nieuw,
            stukken(v.oud, v.nieuw) if v.wat in (Wat.VOORTGANG, Wat.PLANNING) else (),
        )
        for v in regel.veranderingen
    ]


def stukken(oud: str, nieuw: str) -> tuple[Stuk, ...]:
    return tuple(tekstverschil(oud, nieuw))


def in_het_kort(verschillen_: Sequence[Verschil]) -> str:
    """ "status, planning en tekst" """
    return opsomming([verschil.wat for verschil in verschillen_])
