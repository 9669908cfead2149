"""The overview of opdrachten: who carries what, as a page and as a file."""

from typing import Any

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.rechten import Recht, mag
from app.opdrachten import queries
from app.opdrachten.bereik import Bereik, Keuze, bereik_van
from app.opdrachten.bestand import opdrachten_bestand
from app.opdrachten.filters import als_adres, kies
from app.opdrachten.forms import FilterFormulier
from app.opdrachten.weergave import groepen_van, merken_van, tabs_van, zinnen_van
from app.web.bestand import als_bestand
from app.web.bladeren import paginanummer
from app.web.fouten import foutpagina
from app.web.grenzen import EXPORTEREN, begrensd
from app.writing.formaten import FORMATEN

scherm = Blueprint("opdrachten", __name__, url_prefix="/opdrachten")


@scherm.get("/")
@vereist(Recht.OPDRACHTEN_LEZEN)
def overzicht() -> ResponseReturnValue:
    bereik = bereik_van(current_user)
    form = FilterFormulier(request.args)
    keuze = kies(bereik, form)
    if keuze is None:
        return render_template(
            "opdrachten/overzicht.html", form=form, gefilterd=True, zonder_filters=url_for(".overzicht")
        ), 422
    pagina = queries.overzicht(bereik, keuze, paginanummer())
    return render_template("opdrachten/overzicht.html", **_voor_pagina(bereik, form, keuze, pagina))


@scherm.get("/exporteren.<formaat>")
@vereist(Recht.OPDRACHTEN_LEZEN)
@begrensd(EXPORTEREN)
def exporteren(formaat: str) -> ResponseReturnValue:
    if formaat not in FORMATEN:
        abort(404)
    bereik = bereik_van(current_user)
    form = FilterFormulier(request.args)
    keuze = kies(bereik, form)
    if keuze is None:
        return foutpagina(404, uitleg=" ".join(fout for fouten in form.errors.values() for fout in fouten))
    document, naam = opdrachten_bestand(bereik, keuze)
    return als_bestand(document, formaat, naam)


def _voor_pagina(bereik: Bereik, form: FilterFormulier, keuze: Keuze, pagina: queries.Pagina) -> dict[str, Any]:
    adres = als_adres(keuze)
    zonder_wie = {naam: waarde for naam, waarde in adres.items() if naam != "opdrachtnemer"}
    return {
        "form": form,
        "pagina": pagina,
        "notitie": pagina.herkomst.enige,
        "groepen": groepen_van(pagina),
        "tabs": tabs_van(bereik, keuze, pagina, lambda wie: url_for(".overzicht", **zonder_wie, opdrachtnemer=wie)),
        "exports": [(f, url_for(".exporteren", formaat=f.extensie, **adres)) for f in FORMATEN.values()],
        "url_voor_gebied": _adres_van_gebied,
        "url_voor_pagina": lambda nummer: url_for(".overzicht", **adres, pagina=nummer),
        "zinnen": zinnen_van(keuze, pagina),
        "merken": merken_van(pagina),
        "met_label": len(keuze.opdrachtnemers) > 1,
        "gefilterd": bool(zonder_wie),
        "zonder_filters": url_for(".overzicht", opdrachtnemer=adres.get("opdrachtnemer")),
    }


def _adres_van_gebied(id_: int) -> str | None:
    """None for who may not read the notitie itself."""
    return url_for("probleemgebieden.toon", id_=id_) if mag(current_user.rol, Recht.NOTITIES_LEZEN) else None
