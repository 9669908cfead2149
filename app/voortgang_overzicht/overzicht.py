"""The manager's overview of one period."""

from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.domain.voortgang_overzicht import Filter, VoortgangBeeld, gefilterd, nog_te_doen, tel
from app.models import Rapportageperiode, db
from app.services.voortgang.beeld import beeld_van
from app.voortgang_overzicht.bestanden import onthouden_kolommen
from app.voortgang_overzicht.blauwdruk import scherm
from app.voortgang_overzicht.blokken import aandachtspunten, in_het_kort, tegels, verschillen
from app.voortgang_overzicht.filters import OnbekendFilter, als_adres, in_woorden, lees_filter, vul_formulier
from app.voortgang_overzicht.forms import ExportFormulier, FilterFormulier
from app.voortgang_overzicht.grafieken import maak_tijdlijn, statusgrafiek
from app.voortgang_overzicht.queries import andere_periodes, haal_periode
from app.voortgang_overzicht.samenvatting import vat_samen
from app.writing.formaten import FORMATEN
from app.writing.voortgang import stand


@scherm.get("/<code>/overzicht")
@vereist(Recht.VOORTGANG_LEZEN)
def overzicht(code: str) -> ResponseReturnValue:
    periode = haal_periode(current_user, code)
    geheel = beeld_van(db.session(), periode)
    form = FilterFormulier(request.args)
    try:
        filter_ = lees_filter(request.args, geheel)
    except OnbekendFilter as fout:
        vul_formulier(form, Filter(), geheel)
        form[fout.veld].errors = [str(fout)]
        return render_template("voortgang_overzicht/overzicht.html", **_vast(periode, geheel, form)), 422
    vul_formulier(form, filter_, geheel)
    keuze = _keuze(geheel, filter_)
    return render_template("voortgang_overzicht/overzicht.html", **_vast(periode, geheel, form), **keuze)


def _vast(periode: Rapportageperiode, geheel: VoortgangBeeld, form: FilterFormulier) -> dict[str, Any]:
    """What does not depend on the filter."""
    zonder_filters = url_for(".overzicht", code=periode.code)
    return {
        "form": form,
        "periode": periode,
        "geheel": geheel,
        "stand": stand(geheel),
        "periodes": andere_periodes(current_user),
        "zonder_filters": zonder_filters,
        "samenvatting": vat_samen(geheel, lambda f: url_for(".overzicht", code=periode.code, **als_adres(f))),
    }


def _keuze(geheel: VoortgangBeeld, filter_: Filter) -> dict[str, Any]:
    beeld = gefilterd(geheel, filter_)
    return {
        "beeld": beeld,
        "tellingen": tel(beeld),
        "filter": filter_,
        "gekozen": in_woorden(filter_, geheel),
        "aandacht": aandachtspunten(beeld),
        "tegels": tegels,
        "verschillen": verschillen,
        "in_het_kort": in_het_kort,
        "statusgrafiek": statusgrafiek(beeld),
        "tijdlijn": maak_tijdlijn(beeld),
        "nog_te_doen": nog_te_doen(beeld),
        "exportform": ExportFormulier(formdata=None, kolommen=onthouden_kolommen(current_user)),
        "export_adres": url_for(".exporteren", code=geheel.periode.code, **als_adres(filter_)),
        "formaten": list(FORMATEN.values()),
    }
