"""The first sentence of the overview: every number in it leads to the rows it counts."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.taal.hoeveel import hoeveel
from app.domain.voortgang.overzicht import Filter, Tellingen, VoortgangBeeld, tel
from app.domain.voortgang.structuur import Kleur, Status

Adres = Callable[[Filter], str]
VOLGORDE = (
    Status.AFGEROND,
    Status.DOORLOPEND,
    Status.IN_UITVOERING,
    Status.GEPLAND,
    Status.NIET_GESTART,
    Status.UITGESTELD,
    Status.VERVALLEN,
)


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """Words with the address they lead to; None for words that only say something."""

    tekst: str
    adres: str | None = None


@dataclass(frozen=True, slots=True)
class Samenvatting:
    """ "{geheel}: {statussen}; {aandacht}." """

    geheel: Verwijzing
    statussen: tuple[Verwijzing, ...]
    aandacht: tuple[Verwijzing, ...]


def vat_samen(beeld: VoortgangBeeld, adres: Adres) -> Samenvatting:
    t = tel(beeld)
    regels = "" if t.regels == t.maatregelen else f" met {hoeveel(t.regels, 'regel', 'regels')}"
    return Samenvatting(
        geheel=Verwijzing(hoeveel(t.maatregelen, "maatregel", "maatregelen") + regels, adres(Filter())),
        statussen=tuple(_statussen(t, adres)),
        aandacht=tuple(_aandacht(t, beeld, adres)),
    )


def _statussen(t: Tellingen, adres: Adres) -> list[Verwijzing]:
    gevonden = [
        Verwijzing(f"{t.per_status[status]} {status.value}", adres(Filter(statussen=frozenset({status}))))
        for status in VOLGORDE
        if t.per_status[status]
    ]
    return gevonden + ([Verwijzing(f"{t.zonder_status} zonder status")] if t.zonder_status else [])


def _aandacht(t: Tellingen, beeld: VoortgangBeeld, adres: Adres) -> list[Verwijzing]:
    delen = [
        Verwijzing(f"{t.per_kleur[kleur]} {kleur.value}", adres(Filter(kleuren=frozenset({kleur}))))
        for kleur in (Kleur.ROOD, Kleur.ORANJE)
        if t.per_kleur[kleur]
    ]
    heen = "over zijn planning heen" if t.te_laat == 1 else "over hun planning heen"
    delen.append(_geteld(t.te_laat, heen, adres(Filter(te_laat=True))))
    if beeld.vorige is not None:
        delen.append(_geteld(t.veranderd, f"veranderd sinds {beeld.vorige.code}", adres(Filter(veranderd=True))))
    delen.append(_geteld(t.niet_ingevuld, "nog niet ingevuld", adres(Filter(niet_ingevuld=True))))
    return delen


def _geteld(aantal: int, woorden: str, adres: str) -> Verwijzing:
    """None of them is worth saying, but leads nowhere."""
    return Verwijzing(f"{aantal} {woorden}", adres) if aantal else Verwijzing(f"geen {woorden}")
