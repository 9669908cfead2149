"""What somebody sent from the grid: every cell compared with what it started from and with what is stored now."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.cijfers.meetperiode import Meetperiode
from app.domain.cijfers.meetwaarde import OngeldigeWaarde, is_leeg
from app.indicatoren.forms_meting import STER, lees_waarde
from app.indicatoren.invullen_rooster import Cel, Rooster, cel_id
from app.models import Indicator
from app.services.indicatoren.metingen_opslaan import NieuweMeting
from app.web.basis import HUN, MIJN, Botsing, lees, met_keuzes
from app.web.formulier import schoon

LANGSTE_CEL = 200
LEEG = "(leeg)"
LANGSTE_REDEN = 2_000


@dataclass(frozen=True, slots=True)
class Wens:
    """What a cell should become; `waarde` None empties it."""

    cel: Cel
    waarde: Decimal | None
    voorlopig: bool

    @property
    def verandert(self) -> bool:
        """It changes or removes a value that is there: that asks for a reason. Making it definitief does not."""
        return self.cel.rij is not None and self.cel.rij.waarde != self.waarde

    @property
    def zelfde(self) -> bool:
        rij = self.cel.rij
        return rij is None if self.waarde is None else rij is not None and _stand(self) == (rij.waarde, rij.voorlopig)

    def als_meting(self, rooster: Rooster) -> NieuweMeting:
        assert self.waarde is not None
        keuze = rooster.keuze
        return NieuweMeting(
            self.cel.indicator,
            self.cel.periode,
            self.waarde,
            soort=keuze.soort,
            gebied=keuze.gebied,
            voorlopig=self.voorlopig,
        )


def _stand(wens: Wens) -> tuple[Decimal | None, bool]:
    return wens.waarde, wens.voorlopig


def lees_inzending(rooster: Rooster, velden: Mapping[str, str]) -> list[Wens]:
    """Puts what was typed in the cells of `rooster`, with what is wrong, and gives back what should be stored."""
    basis = _lees_basis(velden.get("basis", ""))
    rooster.voorlopig = {p.code for p in rooster.keuze.periodes if f"voorlopig-{p.code}" in velden}
    rooster.reden = " ".join(schoon(velden.get("reden", "")).split())[:LANGSTE_REDEN]
    gevraagd = {b.naam: b for b in met_keuzes(lees(velden.get("gevraagd")).botsingen, velden)}
    wensen = []
    for cel in rooster.cellen():
        cel.basis = basis.get(cel.id, "")
        cel.tekst = _getypt(velden.get(cel.id, cel.basis))
        if (vraag := gevraagd.get(cel.id)) and vraag.keuze != MIJN:
            _zonder_eigen_keuze(cel, vraag)
        elif wens := _wens(cel, cel.periode.code in rooster.voorlopig):
            wensen.append(wens)
    return wensen


def lees_verdwenen(periodes: Sequence[Meetperiode], ids: Sequence[int], velden: Mapping[str, str]) -> list[str]:
    """What was typed in rows that are no more: "51 (2020)"."""
    basis = _lees_basis(velden.get("basis", ""))
    uit = []
    for naam, periode in ((cel_id(id_, periode), periode) for id_ in ids for periode in periodes):
        tekst = _getypt(velden.get(naam, ""))
        if tekst and tekst != basis.get(naam, ""):
            uit.append(f"{tekst} ({periode.label})")
    return uit


def _getypt(tekst: str) -> str:
    return " ".join(schoon(tekst).split())[:LANGSTE_CEL]


def _wens(cel: Cel, kolom_voorlopig: bool) -> Wens | None:
    """None when nothing was typed, when it cannot be, or when a colleague changed this cell meanwhile."""
    if not cel.getypt:
        cel.tekst = cel.basis = cel.stand  # what a colleague did to a cell that was left alone
        return None
    try:
        waarde, voorlopig = lees_cel(cel.tekst, cel.indicator)
    except OngeldigeWaarde as fout:
        cel.fout = str(fout)
        return None
    wens = Wens(cel, waarde, voorlopig or (kolom_voorlopig and waarde is not None))
    if cel.basis == cel.stand or wens.zelfde:
        return None if wens.zelfde else wens
    begin, hun, mijn = (tekst or LEEG for tekst in (cel.basis, cel.stand, cel.tekst))
    cel.botsing, cel.basis = Botsing(cel.id, cel.plek, begin, hun, mijn), cel.stand
    return None


def _zonder_eigen_keuze(cel: Cel, vraag: Botsing) -> None:
    """The colleague's was chosen, or nothing yet."""
    if vraag.keuze == HUN:
        cel.tekst = cel.basis = cel.stand
    else:
        cel.botsing = vraag


def lees_cel(tekst: str, indicator: Indicator) -> tuple[Decimal | None, bool]:
    """The value (None: empty) and whether it is voorlopig. Raises OngeldigeWaarde."""
    kaal = tekst.removesuffix(STER).rstrip()
    if is_leeg(kaal):
        return None, False
    return lees_waarde(kaal, indicator), kaal != tekst


def _lees_basis(tekst: str) -> dict[str, str]:
    """Without a readable one every filled cell counts as changed by a colleague: better to ask once too often."""
    try:
        basis = json.loads(tekst)
    except (ValueError, RecursionError):
        return {}
    return {str(naam): schoon(str(waarde)) for naam, waarde in basis.items()} if isinstance(basis, dict) else {}
