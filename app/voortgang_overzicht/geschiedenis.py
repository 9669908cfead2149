"""One maatregel through all periods, on one page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user
from pydantic import TypeAdapter

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.domain.planning.lezen import te_laat
from app.domain.taal.datums import AMSTERDAM
from app.domain.voortgang.overzicht import MaatregelBeeld, RegelBeeld, RegelStand
from app.domain.voortgang.structuur import Moment
from app.models import Maatregel, PeriodeStatus, Rapportageperiode, Voortgangsregel
from app.voortgang_overzicht.blauwdruk import scherm
from app.voortgang_overzicht.blokken import in_het_kort, verschillen
from app.voortgang_overzicht.queries import haal_maatregel, periodes_met_momentopname, regels_van

VELDEN = ("voortgang", "planning", "status", "kleur", "oorzaak", "gevolg", "bijsturing")
_MAATREGEL = TypeAdapter(MaatregelBeeld)


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    """One period: `naam` is what the maatregel was called then, when that is not what it is called now."""

    periode: Rapportageperiode
    naam: str
    regels: tuple[RegelBeeld, ...]


@scherm.get("/maatregelen/<int:id_>/geschiedenis")
@vereist(Recht.VOORTGANG_LEZEN)
def geschiedenis(id_: int) -> ResponseReturnValue:
    maatregel = haal_maatregel(current_user, id_)
    return render_template(
        "voortgang_overzicht/geschiedenis.html",
        maatregel=maatregel,
        hoofdstukken=hoofdstukken(maatregel),
        verschillen=verschillen,
        in_het_kort=in_het_kort,
    )


def hoofdstukken(maatregel: Maatregel) -> list[Hoofdstuk]:
    """Newest first; each row beside the same row in the period of its soort before it."""
    periodes = periodes_met_momentopname(current_user)
    open_ = [periode.id for periode in periodes if not _bevroren(periode)]
    rijen = regels_van(maatregel, open_)
    vroeger: dict[tuple[str, int], RegelStand] = {}
    uit = []
    for periode in periodes:
        toen = _toen(periode, maatregel) if _bevroren(periode) else _nu(periode, maatregel, rijen)
        regels = tuple(_met_vorige(regel, periode, vroeger) for regel in toen.regels)
        vroeger |= {(periode.soort.value, regel.volgorde): regel for regel in regels}
        if regels:
            uit.append(Hoofdstuk(periode, toen.naam if toen.naam != maatregel.naam else "", regels))
    return uit[::-1]


def _bevroren(periode: Rapportageperiode) -> bool:
    return periode.status is PeriodeStatus.GESLOTEN and periode.momentopname is not None


def _toen(periode: Rapportageperiode, maatregel: Maatregel) -> MaatregelBeeld:
    """Only this maatregel out of what was frozen: the rest of a large report need not be looked at."""
    inhoud: dict[str, Any] = periode.momentopname or {}
    for thema in inhoud["beeld"]["themas"]:
        for gevonden in thema["maatregelen"]:
            if gevonden["id"] == maatregel.id:
                return _MAATREGEL.validate_python(gevonden)
    return MaatregelBeeld(maatregel.id, maatregel.thema.nummer, maatregel.letter, maatregel.naam)


def _nu(periode: Rapportageperiode, maatregel: Maatregel, rijen: Sequence[Voortgangsregel]) -> MaatregelBeeld:
    peildatum = min(datetime.now(AMSTERDAM).date(), periode.sluit_op)
    regels = tuple(_regel(rij, peildatum) for rij in rijen if rij.periode_id == periode.id)
    return MaatregelBeeld(maatregel.id, maatregel.thema.nummer, maatregel.letter, maatregel.naam, regels=regels)


def _regel(rij: Voortgangsregel, peildatum: date) -> RegelBeeld:
    momenten = tuple(Moment(m.van, m.tot, m.precisie, m.herhaling) for m in rij.momenten)
    stand = {naam: getattr(rij, naam) for naam in VELDEN}
    return RegelBeeld(
        **stand,
        momenten=momenten,
        id=rij.id,
        rev=rij.rev,
        volgorde=rij.volgorde,
        beoordeling=rij.beoordeling,
        te_laat=te_laat(rij.status, momenten, peildatum),
    )


def _met_vorige(
    regel: RegelBeeld, periode: Rapportageperiode, vroeger: dict[tuple[str, int], RegelStand]
) -> RegelBeeld:
    """A frozen row keeps what it was compared with on the day of closing."""
    if _bevroren(periode):
        return regel
    return replace(regel, vorige=vroeger.get((periode.soort.value, regel.volgorde)))
