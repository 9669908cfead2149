"""What every page of the regio starts from."""

from typing import Any

from flask import abort, url_for
from flask_login import current_user

from app.domain.regio.overzicht import Regiogroep, Regioregel, vind
from app.models import Regio
from app.regio.laden import laad_regio


def eigen_regio() -> Regio | None:
    """None for who works at an organisatie that belongs to no regio."""
    regio: Regio | None = current_user.organisatie.regio
    return regio


def haal_regio() -> Regio:
    return eigen_regio() or abort(404)


def haal_regel(sleutel: str) -> tuple[tuple[Regiogroep, ...], Regiogroep, Regioregel]:
    """All groups, and of the opdracht in the address its group and itself. Ends the request when there is none."""
    groepen = laad_regio(haal_regio().id)
    gevonden = vind(groepen, sleutel) or abort(404)
    return groepen, *gevonden


def tabbladen(actief: str) -> list[dict[str, Any]]:
    paginas = (
        ("overzicht", "Per opdracht"),
        ("totalen", "Totalen"),
        ("doelen", "Doelen die optellen"),
        ("wijzigingen", "Wijzigingen"),
    )
    return [{"label": label, "url": url_for(f"regio.{naam}"), "actief": naam == actief} for naam, label in paginas]


def adres_van_bron(regel: Regioregel) -> str:
    """The page of the gemeente on which it stands, as the RIGG may see it."""
    return url_for("opdrachten.overzicht", probleemgebied=regel.plek.gebied_id)
