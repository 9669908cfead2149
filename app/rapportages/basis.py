"""What the screens of the reports share: the report, chapter or block of an address, and how one refuses."""

from collections.abc import Callable
from typing import Any, NoReturn, TypeVar

from flask import abort, request, url_for

from app.domain.rapport import BLOKSOORTEN
from app.domain.voortgang.periode import lees_periode
from app.models import Hoofdstuk, PeriodeStatus, Rapport, Rapportageperiode, Rapportblok, db
from app.rapportages import queries
from app.rapportages.blauwdruk import scherm
from app.services.rapporten.fouten import RapportFout
from app.services.voortgang.slot import vergrendel_periode
from app.voortgang.basis import haal_periode
from app.web.bewerken import Uitkomst
from app.web.formulier import BewerkFormulier
from app.web.fouten import stop

STAPPEN = {"omhoog": -1, "omlaag": 1}
Gezocht = TypeVar("Gezocht", Rapport, Hoofdstuk, Rapportblok)


@scherm.context_processor
def voor_elke_pagina() -> dict[str, Any]:
    return {"bloksoorten": BLOKSOORTEN, "periode_label": lambda code: lees_periode(code).label.capitalize()}


def haal_rapport(code: str) -> Rapport:
    """To change it. Ends the request when it is not there, may not be seen, or is closed."""
    return _om_te_wijzigen(queries.rapport(haal_periode(code)) or abort(404))


def haal_hoofdstuk(id_: int) -> Hoofdstuk:
    """As `haal_rapport`."""
    return _om_te_wijzigen(queries.hoofdstuk(id_) or abort(404))


def haal_blok(id_: int) -> Rapportblok:
    """As `haal_rapport`."""
    return _om_te_wijzigen(queries.blok(id_) or abort(404))


def rapport_van(wat: Rapport | Hoofdstuk | Rapportblok) -> Rapport:
    if isinstance(wat, Rapportblok):
        return wat.hoofdstuk.rapport
    return wat.rapport if isinstance(wat, Hoofdstuk) else wat


def adres_van(wat: Rapport | Hoofdstuk | Rapportblok) -> str:
    """Its place on the page where the report is composed."""
    anker = {"rapportblok": "blok", "hoofdstuk": "hoofdstuk"}.get(wat.__tablename__)
    code = rapport_van(wat).periode.code
    return url_for("rapportages.toon", code=code, _anchor=f"{anker}-{wat.id}" if anker else None)


def stop_gesloten(periode: Rapportageperiode) -> NoReturn:
    stop(
        409,
        titel="Deze periode is gesloten",
        uitleg=f"De periode {periode.code} is gesloten en het rapport staat vast. Er is niets gewijzigd.",
        advies="Een manager kan de periode heropenen; daarna kunt u verder.",
        terug_url=url_for("rapportages.toon", code=periode.code),
        terug_tekst="Naar het rapport",
    )


def probeer(form: BewerkFormulier, veld: str, doe: Callable[[], Uitkomst]) -> Uitkomst:
    """What was refused is said at its field, or else at `veld`."""
    try:
        return doe()
    except RapportFout as fout:
        form[fout.veld or veld].errors = [str(fout)]
        return Uitkomst(False, 422)


def _om_te_wijzigen(wat: Gezocht) -> Gezocht:
    periode = rapport_van(wat).periode
    if request.method == "POST":
        vergrendel_periode(db.session(), periode.id)
    if periode.status is PeriodeStatus.GESLOTEN:
        stop_gesloten(periode)
    return wat


__all__ = [
    "STAPPEN", "adres_van", "haal_blok", "haal_hoofdstuk", "haal_periode", "haal_rapport", "probeer",
    "rapport_van", "scherm", "stop_gesloten",
]  # fmt: skip
