"""What the opdrachten of the regio come to: per gemeente, per product, and the doelen that add up."""

from collections.abc import Mapping
from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.domain.regio.doelen import optellingen_van
from app.domain.regio.overzicht import Telling, tel_alles, tel_per_gemeente, tel_per_product
from app.regio.basis import adres_van_bron, haal_regio, tabbladen
from app.regio.blauwdruk import scherm
from app.regio.laden import laad_regels, laad_regio
from app.web.bladeren import blad, paginanummer

RIJEN_PER_PAGINA = 50
OPTELLINGEN_PER_PAGINA = 20


@scherm.get("/totalen")
@vereist(Recht.REGIO_LEZEN)
def totalen() -> ResponseReturnValue:
    regio = haal_regio()
    regels = laad_regels(regio.id)
    return render_template(
        "regio/totalen.html",
        regio=regio,
        tabs=tabbladen("totalen"),
        totaal=tel_alles(regels),
        gemeenten=_bladzijde(tel_per_gemeente(regels), "gemeenten"),
        producten=_bladzijde(tel_per_product(regels), "producten"),
    )


def _bladzijde(tellingen: Mapping[str, Telling], welke: str) -> dict[str, Any]:
    """A page of one of the two tables; the other one stays where it is."""
    nummer, aantal = blad(len(tellingen), RIJEN_PER_PAGINA, paginanummer(welke))
    ander: dict[str, Any] = {naam: waarde for naam in ("gemeenten", "producten") if (waarde := request.args.get(naam))}
    rijen = list(tellingen.items())[(nummer - 1) * RIJEN_PER_PAGINA : nummer * RIJEN_PER_PAGINA]
    return {
        "rijen": rijen,
        "nummer": nummer,
        "aantal": aantal,
        "url": lambda nr: url_for(".totalen", **(ander | {welke: str(nr)})),
    }


@scherm.get("/doelen")
@vereist(Recht.REGIO_LEZEN)
def doelen() -> ResponseReturnValue:
    regio = haal_regio()
    optellingen = optellingen_van(laad_regio(regio.id))
    nummer, aantal = blad(len(optellingen), OPTELLINGEN_PER_PAGINA)
    return render_template(
        "regio/doelen.html",
        regio=regio,
        tabs=tabbladen("doelen"),
        optellingen=optellingen[(nummer - 1) * OPTELLINGEN_PER_PAGINA : nummer * OPTELLINGEN_PER_PAGINA],
        met_som=sum(bool(optelling.sommen) for optelling in optellingen),
        totaal=len(optellingen),
        adres_van_bron=adres_van_bron,
        nummer=nummer,
        aantal=aantal,
        url_voor_pagina=lambda nr: url_for(".doelen", pagina=nr),
    )
