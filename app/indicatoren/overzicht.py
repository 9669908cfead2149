"""The koers of every doel, what needs attention first; and the list of all indicatoren."""

from typing import Any

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.kijker import kijker_van
from app.auth.rechten import Recht
from app.indicatoren import koers_queries, queries
from app.indicatoren.basis import scherm
from app.indicatoren.koers_filters import Keuze, OnbekendeKeuze, Plaats, in_woorden, lees_keuze
from app.indicatoren.koers_forms import KoersfilterFormulier
from app.indicatoren.koersoverzicht import naar_aandacht, vat_samen
from app.models import db
from app.services.koersen import DoelKoers, koersen_van
from app.web.bestand import als_bestand
from app.web.bladeren import blad
from app.web.fouten import foutpagina
from app.web.grenzen import EXPORTEREN, begrensd
from app.web.koersbeeld import lijntje
from app.writing.documenten.koersen import koersen_document
from app.writing.formaten import FORMATEN

PER_PAGINA = 40
LOSSE = 20  # indicatoren without a doel that are named
MEESTE_MET_LIJN = 40  # gemeenten: to draw the figures of more would mean to read them all, for one page of doelen


@scherm.get("/")
@vereist(Recht.INDICATOREN_LEZEN)
def overzicht() -> ResponseReturnValue:
    plaatsen = koers_queries.plaatsen()
    try:
        keuze = lees_keuze(request.args, plaatsen)
    except OnbekendeKeuze as fout:
        form = KoersfilterFormulier.met(Keuze(), plaatsen)
        form[fout.veld].errors = [str(fout)]
        return render_template("indicatoren/overzicht.html", form=form, **_leeg(plaatsen)), 422
    return render_template("indicatoren/overzicht.html", **_inhoud(keuze, plaatsen))


@scherm.get("/alle")
@vereist(Recht.INDICATOREN_LEZEN)
def alle() -> ResponseReturnValue:
    aantal = queries.aantal()
    pagina, aantal_paginas = blad(aantal, queries.PER_PAGINA)
    return render_template(
        "indicatoren/alle.html",
        regels=queries.lijst(pagina),
        aantal=aantal,
        pagina=pagina,
        aantal_paginas=aantal_paginas,
    )


@scherm.get("/koersen.<formaat>")
@vereist(Recht.INDICATOREN_LEZEN)
@begrensd(EXPORTEREN)
def koersen_bestand(formaat: str) -> ResponseReturnValue:
    """The overview as a file: all that was filtered, on however many pages it stands."""
    if formaat not in FORMATEN:
        abort(404)
    plaatsen = koers_queries.plaatsen()
    try:
        keuze = lees_keuze(request.args, plaatsen)
    except OnbekendeKeuze as fout:
        return foutpagina(422, uitleg=str(fout))
    koersen = naar_aandacht(_koersen(keuze, plaatsen, verloop=False), keuze)
    koers_queries.vul_aan(koers.doel for koers in koersen)
    document = koersen_document(
        koersen, organisatie=current_user.organisatie.naam, peildatum=keuze.dag, filters=in_woorden(keuze, plaatsen)
    )
    return als_bestand(document, formaat)


def _koersen(keuze: Keuze, plaatsen: list[Plaats], *, verloop: bool) -> list[DoelKoers]:
    """Of every doel in the chosen places, whatever its koers; `verloop`: with the figures to draw a line of."""
    doelen = koers_queries.doelen([plaats.gebied_id for plaats in plaatsen if keuze.past(plaats)])
    kijker = kijker_van(current_user)
    return list(koersen_van(db.session(), doelen, kijker=kijker, peildatum=keuze.dag, verloop=verloop).values())


def _inhoud(keuze: Keuze, plaatsen: list[Plaats]) -> dict[str, Any]:
    verloop = len({plaats.slug for plaats in plaatsen if keuze.past(plaats)}) <= MEESTE_MET_LIJN
    koersen = _koersen(keuze, plaatsen, verloop=verloop)
    gekozen = naar_aandacht(koersen, keuze)
    geheel, delen = vat_samen(koersen, keuze, _adres)
    pagina, aantal_paginas = blad(len(gekozen), PER_PAGINA)
    getoond = gekozen[(pagina - 1) * PER_PAGINA : pagina * PER_PAGINA]
    koers_queries.vul_aan(koers.doel for koers in getoond)
    return _leeg(plaatsen) | {
        "form": KoersfilterFormulier.met(keuze, plaatsen),
        "keuze": keuze,
        "gekozen": in_woorden(keuze, plaatsen),
        "koersen": getoond,
        "aantal": len(gekozen),
        "geheel": geheel,
        "delen": delen,
        "pagina": pagina,
        "aantal_paginas": aantal_paginas,
        "url_voor_pagina": lambda nummer: url_for(".overzicht", **keuze.als_adres(pagina=nummer)),
        "exports": [
            (f, url_for(".koersen_bestand", formaat=f.extensie, **keuze.als_adres())) for f in FORMATEN.values()
        ],
        "lijntje": lijntje if verloop else None,
    }


def _leeg(plaatsen: list[Plaats]) -> dict[str, Any]:
    """What stands on the page whatever was chosen."""
    los, aantal_los = koers_queries.zonder_doel(LOSSE)
    return {
        "los": los,
        "aantal_los": aantal_los,
        "meer_gemeenten": len({plaats.slug for plaats in plaatsen}) > 1,
        "meer_notities": len({plaats.notitie_id for plaats in plaatsen}) > 1,
    }


def _adres(keuze: Keuze) -> str:
    return url_for(".overzicht", **keuze.als_adres())
