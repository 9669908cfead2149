"""What every template can use: the navigation, and dates in Dutch."""

from dataclasses import dataclass
from typing import Any

from flask import Flask, request, url_for
from flask_login import current_user

from app.auth.rechten import Recht, mag
from app.domain.bevindingen.vinden import AFHANDELING
from app.domain.streefwaarde.in_woorden import in_woorden
from app.domain.structuur import Streefwaarde
from app.domain.taal.datums import toon_datum, toon_moment
from app.domain.taal.hoeveel import hoeveel
from app.models import Doel
from app.services.notities.gebied_lezen import Leesdoel
from app.services.notities.structuur_van import streefwaarde_van
from config import VERSIE


@dataclass(frozen=True, slots=True)
class Navigatie:
    label: str
    endpoint: str
    gebied: tuple[str, ...]  # the blueprints below this entry
    recht: Recht
    beheer: bool = False


HOOFDNAVIGATIE = (
    Navigatie("Mijn werk", "mijn_werk.overzicht", ("mijn_werk",), Recht.INGELOGD),
    Navigatie(
        "Probleemgebieden",
        "notities.lijst",
        ("notities", "versies", "probleemgebieden", "importeren"),
        Recht.NOTITIES_LEZEN,
    ),
    Navigatie(
        "Voortgang", "voortgang.start", ("voortgang", "voortgang_overzicht", "rapportages"), Recht.VOORTGANG_LEZEN
    ),
    Navigatie("Indicatoren", "indicatoren.overzicht", ("indicatoren", "metingen_importeren"), Recht.INDICATOREN_LEZEN),
    Navigatie("Regio", "regio.overzicht", ("regio",), Recht.REGIO_LEZEN),
    Navigatie("Opdrachten", "opdrachten.overzicht", ("opdrachten",), Recht.OPDRACHTEN_LEZEN),
    Navigatie("Beheer", "beheer.overzicht", ("beheer", "sleutels", "taken"), Recht.BEHEER_BEKIJKEN, beheer=True),
)


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(
        datum=toon_datum,
        moment=toon_moment,
        telling=hoeveel,
        hoofdletter=lambda tekst: tekst[:1].upper() + tekst[1:],
        streefwaarde=_streefwaarde_in_woorden,
        bevindingkop=lambda bevinding: AFHANDELING.get(bevinding.code, bevinding.code),
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True

    @app.context_processor
    def voor_elke_pagina() -> dict[str, Any]:
        return {
            "hoofdnavigatie": _navigatie(),
            "versie": VERSIE,
            "mag": _mag,
            "Recht": Recht,
        }


def _streefwaarde_in_woorden(wat: Doel | Leesdoel | Streefwaarde) -> str:
    return in_woorden(wat if isinstance(wat, Streefwaarde) else streefwaarde_van(wat))


def _mag(recht: Recht) -> bool:
    return mag(current_user.rol if current_user.is_authenticated else None, recht)


def _navigatie() -> list[dict[str, Any]]:
    if not current_user.is_authenticated:
        return []
    return [
        {
            "label": item.label,
            "url": url_for(item.endpoint),
            "actief": request.blueprint in item.gebied,
            "beheer": item.beheer,
        }
        for item in HOOFDNAVIGATIE
        if _mag(item.recht)
    ]
