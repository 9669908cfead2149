"""The overview of opdrachten: who carries what, as a page and as a file."""

from tempfile import SpooledTemporaryFile
from typing import Any

from flask import Blueprint, abort, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.opdrachten import queries
from app.opdrachten.bereik import Bereik, Keuze, bereik_van
from app.opdrachten.bestand import opdrachten_bestand
from app.opdrachten.filters import ALLEBEI, als_adres, kies, lees_paginanummer
from app.opdrachten.forms import FilterFormulier
from app.opdrachten.weergave import groepen_van, tabs_van
from app.web.fouten import foutpagina
from app.writing.formaten import FORMATEN, schrijf_naar

IN_GEHEUGEN = 8 * 1024 * 1024

scherm = Blueprint("opdrachten", __name__, url_prefix="/opdrachten")


@scherm.get("/")
@vereist(Recht.OPDRACHTEN_LEZEN)
def overzicht() -> ResponseReturnValue:
    bereik = bereik_van(current_user)
    form = FilterFormulier(request.args)
    keuze = kies(bereik, form)
    if keuze is None:
        return render_template("opdrachten/geen_keuze.html", form=form), 422
    pagina = queries.overzicht(bereik, keuze, lees_paginanummer(request.args))
    return render_template("opdrachten/overzicht.html", **_voor_pagina(bereik, form, keuze, pagina))


@scherm.get("/exporteren.<formaat>")
@vereist(Recht.OPDRACHTEN_LEZEN)
def exporteren(formaat: str) -> ResponseReturnValue:
    if formaat not in FORMATEN:
        abort(404)
    bereik = bereik_van(current_user)
    form = FilterFormulier(request.args)
    keuze = kies(bereik, form)
    if keuze is None:
        return foutpagina(404, uitleg=" ".join(fout for fouten in form.errors.values() for fout in fouten))
    document, naam = opdrachten_bestand(bereik, keuze)
    uit = SpooledTemporaryFile(max_size=IN_GEHEUGEN)  # noqa: SIM115 - closed when the answer has been sent
    try:
        schrijf_naar(uit, document, formaat)
    except ValueError as fout:
        return foutpagina(422, uitleg=str(fout))
    uit.seek(0)
    antwoord = send_file(
        uit, mimetype=FORMATEN[formaat].mimetype, as_attachment=True, download_name=f"{naam}.{formaat}"
    )
    antwoord.headers["Cache-Control"] = "no-store"
    return antwoord


def _voor_pagina(bereik: Bereik, form: FilterFormulier, keuze: Keuze, pagina: queries.Pagina) -> dict[str, Any]:
    adres = als_adres(keuze)
    zonder_wie = {naam: waarde for naam, waarde in adres.items() if naam != "opdrachtnemer"}
    return {
        "form": form,
        "keuze": keuze,
        "pagina": pagina,
        "notitie": pagina.herkomst.enige,
        "groepen": groepen_van(pagina),
        "tabs": tabs_van(bereik, keuze, pagina, lambda wie: url_for(".overzicht", **zonder_wie, opdrachtnemer=wie)),
        "exports": [(f, url_for(".exporteren", formaat=f.extensie, **adres)) for f in FORMATEN.values()],
        "url_voor_pagina": lambda nummer: url_for(".overzicht", **adres, pagina=nummer),
        "gefilterd": bool(zonder_wie),
        "allebei": ALLEBEI,
    }
