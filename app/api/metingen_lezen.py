"""Reading metingen: page after page, with small counts as whoever holds the key may see them."""

from flask import Response

from app.api import queries
from app.api.adressen import als_antwoord, volgende_pagina
from app.api.afscherming import weergaven
from app.api.blauwdruk import scherm
from app.api.indicatoren import haal_indicator
from app.api.verzoek import lees_vraag
from app.api.vormen import Metingenpagina, MetingenVraag, MetingVorm, als_getal
from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.auth.sleutel import huidige_sleutel
from app.domain.cijfers.meetperiode import Meetperiode
from app.domain.cijfers.meetwaarde import toon_meetwaarde
from app.models import Indicator, Meting, db


@scherm.get("/indicatoren/<int:id_>/metingen")
@vereist(Recht.API_LEZEN)
def metingenlijst(id_: int) -> Response:
    sleutel, indicator = huidige_sleutel(), haal_indicator(id_)
    pagina = queries.metingen(sleutel.organisatie, indicator, lees_vraag(MetingenVraag))
    afgeschermd = weergaven(db.session, sleutel, indicator, pagina.rijen)
    volgende = volgende_pagina(pagina.cursor)
    vormen = [_als_vorm(indicator, meting, afgeschermd.get(meting.id)) for meting in pagina.rijen]
    inhoud = Metingenpagina(indicator_id=id_, eenheid=indicator.eenheid, metingen=vormen, volgende=volgende)
    return als_antwoord(inhoud, volgende)


def _als_vorm(indicator: Indicator, meting: Meting, afgeschermd: str | None) -> MetingVorm:
    """`afgeschermd`: what is shown instead of the value, when that is hidden."""
    return MetingVorm(
        organisatie=meting.reeks.organisatie.slug,
        gebied=meting.reeks.gebied,
        reeks=meting.reeks.soort,
        periode=Meetperiode(meting.van, meting.tot).code,
        van=meting.van,
        tot=meting.tot,
        waarde=None if afgeschermd else als_getal(meting.waarde),
        afgeschermd=afgeschermd is not None,
        weergave=afgeschermd or toon_meetwaarde(meting.waarde, indicator.eenheid),
        voorlopig=meting.voorlopig,
        bron="" if afgeschermd else meting.bron,
        toelichting="" if afgeschermd else meting.toelichting,
    )
