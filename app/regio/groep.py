"""One opdracht of the regio: every place where it stands."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.domain.regiodoelen import optellingen_van
from app.regio.basis import adres_van_bron, haal_regel, haal_regio
from app.regio.blauwdruk import scherm
from app.web.bladeren import blad

REGELS_PER_PAGINA = 50


@scherm.get("/opdrachten/<sleutel>")
@vereist(Recht.REGIO_LEZEN)
def groep(sleutel: str) -> ResponseReturnValue:
    """`sleutel`: of any opdracht in the group, so that an address lasts when the group grows."""
    _, groep, regel = haal_regel(sleutel)
    nummer, aantal = blad(len(groep.regels), REGELS_PER_PAGINA)
    return render_template(
        "regio/groep.html",
        regio=haal_regio(),
        groep=groep,
        regel=regel,
        regels=groep.regels[(nummer - 1) * REGELS_PER_PAGINA : nummer * REGELS_PER_PAGINA],
        optelling=next(iter(optellingen_van([groep])), None),
        adres_van_bron=adres_van_bron,
        nummer=nummer,
        aantal=aantal,
        url_voor_pagina=lambda nr: url_for(".groep", sleutel=sleutel, pagina=nr),
    )
