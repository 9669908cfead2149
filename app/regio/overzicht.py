"""What all gemeenten of the regio ask of the RIGG, grouped by what is asked."""

from dataclasses import asdict
from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.domain.regio.overzicht import EERDERE_TEKST, Regiogroep, Regiokeuze, kies, tel_alles
from app.regio.basis import adres_van_bron, eigen_regio, tabbladen
from app.regio.blauwdruk import scherm
from app.regio.forms import STANDEN, FilterFormulier
from app.regio.laden import laad_regio
from app.web.bladeren import blad
from app.writing.formaten import FORMATEN

GROEPEN_PER_PAGINA = 25
# Of a group that many gemeenten are in; the page of the group shows all.
REGELS_PER_GROEP = 12


@scherm.get("/")
@vereist(Recht.REGIO_LEZEN)
def overzicht() -> ResponseReturnValue:
    regio = eigen_regio()
    if regio is None:
        return render_template("regio/geen_regio.html")
    alle = laad_regio(regio.id)
    form = FilterFormulier(request.args)
    form.vul(alle)
    keuze = form.keuze()
    pagina = render_template(
        "regio/overzicht.html",
        regio=regio,
        form=form,
        keuze=keuze,
        filters=als_adres(keuze),
        formaten=FORMATEN.values(),
        tabs=tabbladen("overzicht"),
        samenvatting=_samenvatting(alle),
        **_lijst(alle, keuze),
    )
    return pagina, 200 if keuze else 422


def _lijst(alle: tuple[Regiogroep, ...], keuze: Regiokeuze | None) -> dict[str, Any]:
    """One page of what was chosen; of a choice that cannot be, nothing."""
    groepen = kies(alle, keuze) if keuze else ()
    nummer, aantal = blad(len(groepen), GROEPEN_PER_PAGINA)
    return {
        "groepen": groepen[(nummer - 1) * GROEPEN_PER_PAGINA : nummer * GROEPEN_PER_PAGINA],
        "aantal_groepen": len(groepen),
        "aantal_regels": sum(len(groep.gekozen) for groep in groepen),
        "per_groep": REGELS_PER_GROEP,
        "adres_van_bron": adres_van_bron,
        "nummer": nummer,
        "aantal": aantal,
        "url_voor_pagina": lambda nr: url_for(".overzicht", **als_adres(keuze), pagina=nr),
    }


def als_adres(keuze: Regiokeuze | None) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in asdict(keuze).items() if waarde} if keuze else {}


def _samenvatting(groepen: tuple[Regiogroep, ...]) -> dict[str, Any]:
    """The numbers above the list, each with the address of what it counts."""
    regels = [regel for groep in groepen for regel in groep.regels]
    telling = tel_alles(regels)
    return {
        "totaal": telling.totaal,
        "gemeenten": len({regel.plek.slug for regel in regels}),
        "groepen": len(groepen),
        "gedeeld": sum(len(groep.gemeenten) > 1 for groep in groepen),
        "standen": [
            (aantal, label, url_for(".overzicht", antwoord=code))
            for code, label in STANDEN
            if (aantal := telling.eerdere_tekst if code == EERDERE_TEKST else telling.standen[code])
        ],
    }
