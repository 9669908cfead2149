"""The indicatoren of the own organisatie, and what its regio shares."""

from flask import Response

from app.api import queries
from app.api.adressen import als_antwoord, volgende_pagina
from app.api.blauwdruk import scherm
from app.api.verzoek import lees_vraag
from app.api.vormen import GeenVraag, Indicatorenpagina, IndicatorenVraag, IndicatorVorm, als_getal
from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.auth.sleutel import huidige_sleutel
from app.models import Indicator
from app.web.probleem import Probleem


@scherm.get("/indicatoren")
@vereist(Recht.API_LEZEN)
def indicatorenlijst() -> Response:
    vraag = lees_vraag(IndicatorenVraag)
    pagina = queries.indicatoren(huidige_sleutel().organisatie, vraag)
    volgende = volgende_pagina(pagina.cursor)
    vormen = [als_vorm(indicator) for indicator in pagina.rijen]
    return als_antwoord(Indicatorenpagina(indicatoren=vormen, volgende=volgende), volgende)


@scherm.get("/indicatoren/<int:id_>")
@vereist(Recht.API_LEZEN)
def een_indicator(id_: int) -> Response:
    lees_vraag(GeenVraag)
    return als_antwoord(als_vorm(haal_indicator(id_)))


def haal_indicator(id_: int) -> Indicator:
    """Raises Probleem 404, also for one of another organisatie: whether that exists is not told."""
    indicator = queries.vind_indicator(huidige_sleutel().organisatie, id_)
    if indicator is None:
        raise Probleem(404, f"Uw organisatie heeft geen indicator {id_}, en uw regio deelt die niet.")
    return indicator


def als_vorm(indicator: Indicator) -> IndicatorVorm:
    return IndicatorVorm(
        id=indicator.id,
        naam=indicator.naam,
        eenheid=indicator.eenheid,
        frequentie=indicator.frequentie,
        definitie=indicator.definitie,
        bron=indicator.bron,
        gunstig=indicator.gunstig,
        ondergrens=als_getal(indicator.ondergrens),
        bovengrens=als_getal(indicator.bovengrens),
        gedeeld=indicator.gedeeld,
        organisatie=indicator.organisatie.slug,
        noemer_id=indicator.noemer_id,
    )
