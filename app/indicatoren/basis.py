"""What the screens of indicatoren share: the indicator of an address, how figures are shown, and how one refuses."""

from datetime import date
from typing import Any, NoReturn

from flask import abort, request, url_for
from flask_login import current_user

from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.meetperiode import Meetperiode
from app.domain.cijfers.meetwaarde import toon_meetwaarde
from app.indicatoren import queries
from app.indicatoren.blauwdruk import scherm
from app.models import Indicator
from app.services.indicatoren.gebied import als_gebied
from app.services.indicatoren.nulmeting_zetten import Plaats
from app.web import fouten
from app.web.formulier import schoon

LANGSTE_GEBIED = 200


@scherm.context_processor
def voor_elke_pagina() -> dict[str, Any]:
    return {
        "soorten": tuple(Reekssoort),
        "meetwaarde": toon_meetwaarde,
        "periodelabel": _label,
        "toon_reeks": toon_reeks,
    }


def _label(van: date, tot: date) -> str:
    return Meetperiode(van, tot).label


def toon_reeks(gebied: str, soort: Reekssoort) -> str:
    """ "Realisatie", "Begroting, Provincie Groningen"."""
    return ", ".join(deel for deel in (soort.value.capitalize(), gebied) if deel)


def haal_indicator(id_: int) -> Indicator:
    """Ends the request when it does not exist or may not be seen."""
    return queries.indicator(id_) or abort(404)


def haal_eigen(id_: int) -> Indicator:
    """To change it. What another gemeente of the regio shares can be used here, but not changed."""
    indicator = haal_indicator(id_)
    if indicator.organisatie_id != current_user.organisatie_id:
        stop(
            404,
            titel="Deze indicator is van een andere gemeente",
            uitleg=f"'{indicator.naam}' is van {indicator.organisatie.naam}. U kunt er wel eigen cijfers bij invullen.",
            advies="Vraag een wijziging aan bij die gemeente.",
        )
    return indicator


def haal_plaats(indicator: Indicator) -> Plaats:
    """The series of the own organisatie that the address names."""
    return Plaats(indicator, current_user.organisatie_id, lees_gebied(request.args.get("gebied")), lees_soort())


def lees_gebied(tekst: str | None) -> str:
    """A name of an area on one line; what is too long for the table is cut, as an address may hold anything."""
    return als_gebied(current_user.organisatie, schoon(tekst or "")[:LANGSTE_GEBIED])


def lees_soort() -> Reekssoort:
    code = request.args.get("soort", "")
    return Reekssoort(code) if code in set(Reekssoort) else Reekssoort.REALISATIE


def stop(code: int, *, titel: str, uitleg: str, advies: str) -> NoReturn:
    """Ends the request with a page that says why, and shows what was typed."""
    terug = {"terug_url": url_for("indicatoren.overzicht"), "terug_tekst": "Naar de indicatoren"}
    fouten.stop(code, titel=titel, uitleg=uitleg, advies=advies, **terug)


__all__ = ["haal_eigen", "haal_indicator", "haal_plaats", "lees_gebied", "lees_soort", "scherm", "stop"]
