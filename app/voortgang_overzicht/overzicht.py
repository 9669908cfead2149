"""The manager's overview of one period."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.domain.voortgang.overzicht import Filter, VoortgangBeeld, gefilterd, nog_te_doen, tel
from app.models import Rapportageperiode, db
from app.services.voortgang.beeld_licht import Leesbeeld
from app.voortgang.basis import haal_periode
from app.voortgang_overzicht.bestanden import onthouden_kolommen
from app.voortgang_overzicht.bladeren import NAMEN, Bladen, Opengeslagen, lees_bladen, sla_open
from app.voortgang_overzicht.blauwdruk import scherm
from app.voortgang_overzicht.blokken import in_het_kort, tegels, verschillen
from app.voortgang_overzicht.filters import OnbekendFilter, als_adres, in_woorden, lees_filter, vul_formulier
from app.voortgang_overzicht.forms import ExportFormulier, FilterFormulier
from app.voortgang_overzicht.grafieken import maak_tijdlijn, statusgrafiek
from app.voortgang_overzicht.queries import andere_periodes
from app.voortgang_overzicht.samenvatting import vat_samen
from app.writing.documenten.voortgang import stand
from app.writing.formaten import FORMATEN


@scherm.get("/<code>/overzicht")
@vereist(Recht.VOORTGANG_LEZEN)
def overzicht(code: str) -> ResponseReturnValue:
    periodes = andere_periodes(current_user)
    periode = haal_periode(code, uit=periodes)
    boek = Leesbeeld(db.session(), periode)
    geheel = boek.licht
    form = FilterFormulier(request.args)
    try:
        filter_ = lees_filter(request.args, geheel)
    except OnbekendFilter as fout:
        vul_formulier(form, Filter(), geheel)
        form[fout.veld].errors = [str(fout)]
        return render_template("voortgang_overzicht/overzicht.html", **_vast(periode, periodes, geheel, form)), 422
    vul_formulier(form, filter_, geheel)
    keuze = _keuze(boek, filter_, lees_bladen())
    return render_template("voortgang_overzicht/overzicht.html", **_vast(periode, periodes, geheel, form), **keuze)


def _vast(
    periode: Rapportageperiode, periodes: Sequence[Rapportageperiode], geheel: VoortgangBeeld, form: FilterFormulier
) -> dict[str, Any]:
    """What does not depend on the filter."""
    zonder_filters = url_for(".overzicht", code=periode.code)
    return {
        "form": form,
        "periode": periode,
        "geheel": geheel,
        "stand": stand(geheel),
        "periodes": periodes,
        "zonder_filters": zonder_filters,
        "samenvatting": vat_samen(geheel, lambda f: url_for(".overzicht", code=periode.code, **als_adres(f))),
    }


def _keuze(boek: Leesbeeld, filter_: Filter, bladen: Bladen) -> dict[str, Any]:
    geheel, gekozen = boek.licht, gefilterd(boek.licht, filter_)
    open_ = sla_open(boek, gekozen, bladen)
    return {
        "beeld": open_.beeld,
        "tellingen": tel(gekozen),
        "filter": filter_,
        "gekozen": in_woorden(filter_, geheel),
        "aandacht": open_.aandacht,
        "tegels": tegels,
        "verschillen": verschillen,
        "in_het_kort": in_het_kort,
        "statusgrafiek": statusgrafiek(gekozen),
        "tijdlijn": maak_tijdlijn(open_.beeld),
        "nog_te_doen": nog_te_doen(gekozen),
        "exportform": ExportFormulier(formdata=None, kolommen=onthouden_kolommen(current_user)),
        "export_adres": url_for(".exporteren", code=geheel.periode.code, **als_adres(filter_)),
        "formaten": list(FORMATEN.values()),
        **_bladeren(geheel.periode.code, filter_, bladen, open_),
    }


def _bladeren(code: str, filter_: Filter, bladen: Bladen, open_: Opengeslagen) -> dict[str, Any]:
    """The pages, and how to get to another one or to all of them at once with the same filters."""
    adres = partial(url_for, ".overzicht", code=code, **als_adres(filter_))
    return {
        "blad": open_.blad,
        "aandachtblad": open_.aandachtblad,
        "namen": None if bladen.alles else NAMEN,
        "alles": bladen.alles,
        "url_voor_pagina": lambda nummer: adres(**bladen.adres(pagina=nummer), _anchor="themas"),
        "url_voor_aandacht": lambda nummer: adres(**bladen.adres(aandacht=nummer), _anchor="aandacht"),
        "url_alles": adres(alles=1),
        "url_per_pagina": adres(),
    }
