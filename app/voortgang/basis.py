"""What the screens of voortgang share: the period and the row of an address, and how a refusal is shown."""

from collections.abc import Sequence
from typing import Any, NoReturn

from flask import abort, request, url_for

from app.domain.voortgang.periode import OngeldigePeriode, lees_periode
from app.domain.voortgang.periodestatus import Beoordeling
from app.domain.voortgang.structuur import Kleur, Status
from app.models import PeriodeStatus, Rapportageperiode, Voortgangsregel, db
from app.services.voortgang.slot import vergrendel_periode
from app.voortgang import queries
from app.voortgang.blauwdruk import scherm
from app.web import fouten

__all__ = ["eis_niet_gesloten", "haal_periode", "haal_regel", "scherm", "stop"]


@scherm.context_processor
def voor_elke_pagina() -> dict[str, Any]:
    return {"Beoordeling": Beoordeling, "Kleur": Kleur, "statussen": tuple(Status), "periode_label": _label}


def _label(code: str) -> str:
    return lees_periode(code).label.capitalize()


def haal_periode(
    code: str, *, om_te_wijzigen: bool = False, uit: Sequence[Rapportageperiode] | None = None
) -> Rapportageperiode:
    """Ends the request when it does not exist, may not be seen, or is closed and about to be changed.

    `uit`: all that may be seen, when those were read already.
    """
    try:
        code = lees_periode(code).code
    except OngeldigePeriode as fout:
        stop(404, titel="Deze periode bestaat niet", uitleg=str(fout), advies="Kies een periode uit de lijst.")
    gevonden = queries.periode(code) if uit is None else next((p for p in uit if p.code == code), None)
    periode = gevonden or stop(
        404,
        titel="Deze periode is er niet",
        uitleg=f"Er is geen periode {code} die u kunt bekijken.",
        advies="Kies een periode uit de lijst.",
    )
    if om_te_wijzigen:
        if request.method == "POST":
            vergrendel_periode(db.session(), periode.id)
        eis_niet_gesloten(periode)
    return periode


def eis_niet_gesloten(periode: Rapportageperiode) -> None:
    if periode.status is PeriodeStatus.GESLOTEN:
        stop(
            409,
            titel="Deze periode is gesloten",
            uitleg=f"De periode {periode.code} is gesloten en staat vast. Er is niets gewijzigd.",
            advies="Een manager kan de periode heropenen; daarna kunt u verder.",
        )


def haal_regel(periode: Rapportageperiode, id_: int) -> Voortgangsregel:
    return queries.regel(periode, id_) or abort(404)


def stop(code: int, *, titel: str, uitleg: str, advies: str) -> NoReturn:
    """Ends the request with a page that says why, and shows what was typed."""
    terug = {"terug_url": url_for("voortgang.start"), "terug_tekst": "Naar de periodes"}
    fouten.stop(code, titel=titel, uitleg=uitleg, advies=advies, **terug)
