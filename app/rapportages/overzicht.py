"""The reports: per period, the one to compose or to read, and how to begin one."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht, mag
from app.models import PeriodeStatus, Rapport, Rapportageperiode, db
from app.rapportages import queries
from app.rapportages.basis import haal_periode, haal_rapport, probeer, scherm, stop_gesloten
from app.rapportages.forms import TitelFormulier
from app.services.rapporten.beeld import duidingen_van, haal_hoofdstukken
from app.services.rapporten.beginnen import Opzet, begin_rapport, vorig_rapport
from app.services.rapporten.bevriezen import document_van
from app.services.rapporten.fouten import RapportFout
from app.services.rapporten.hoofdstukken import wijzig_titel
from app.web.bewerken import bewerk
from app.writing.document import Alinea, Grafiek, Kop, Lijst, Tabel
from app.writing.formaten import FORMATEN
from app.writing.grafiek.lijn import op_pagina
from app.writing.nederlands import als_tekst

# What the page asks of a block, to show it as such.
SOORTEN = {"kop": Kop, "alinea": Alinea, "lijst": Lijst, "tabel": Tabel, "grafiek": Grafiek}


@scherm.get("/")
@vereist(Recht.RAPPORTEN_LEZEN)
def lijst() -> ResponseReturnValue:
    return render_template("rapportages/lijst.html", standen=queries.standen())


@scherm.get("/<code>")
@vereist(Recht.RAPPORTEN_LEZEN)
def toon(code: str) -> ResponseReturnValue:
    """To compose while the period is open, to read when it is closed."""
    periode = haal_periode(code)
    rapport = queries.rapport(periode)
    if rapport is None:
        return _nog_geen(periode)
    document = document_van(db.session(), rapport)
    delen = {
        "rapport": rapport,
        "periode": periode,
        "document": document,
        "soort_van": soort_van,
        "teken": op_pagina,
        "als_tekst": als_tekst,
        "formaten": list(FORMATEN.values()),
    }
    return render_template("rapportages/toon.html", **delen, **_indeling(rapport))


@scherm.post("/<code>/beginnen")
@vereist(Recht.RAPPORTEN_SAMENSTELLEN)
def beginnen(code: str) -> ResponseReturnValue:
    periode = haal_periode(code)
    gekozen = request.form.get("opzet", "")
    opzet = Opzet(gekozen) if gekozen in set(Opzet) else Opzet.STANDAARD
    try:
        begin_rapport(db.session(), periode=periode, opzet=opzet, door=dader())
        flash("Het rapport is klaargezet. Pas de indeling aan en schrijf wat u ziet.", "gelukt")
    except RapportFout as fout:
        if periode.status is PeriodeStatus.GESLOTEN:
            stop_gesloten(periode)
        flash(str(fout), "let_op")
    return redirect(url_for(".toon", code=periode.code), 303)


@scherm.route("/<code>/titel", methods=["GET", "POST"])
@vereist(Recht.RAPPORTEN_SAMENSTELLEN)
def titel(code: str) -> ResponseReturnValue:
    rapport = haal_rapport(code)
    huidig = {"titel": rapport.titel}
    form = TitelFormulier(data=huidig)
    uitkomst = probeer(
        form,
        "titel",
        lambda: bewerk(
            form,
            huidig=huidig,
            sla_op=lambda waarden: wijzig_titel(db.session(), rapport=rapport, door=dader(), **waarden),
        ),
    )
    if not uitkomst.opgeslagen:
        pagina = render_template("rapportages/titel.html", form=form, rapport=rapport)
        return pagina, uitkomst.status
    flash("De titel is opgeslagen.", "gelukt")
    return redirect(url_for(".toon", code=rapport.periode.code), 303)


def soort_van(blok: object) -> str:
    return next(naam for naam, klasse in SOORTEN.items() if isinstance(blok, klasse))


def _nog_geen(periode: Rapportageperiode) -> str:
    vorige = vorig_rapport(db.session(), periode)
    return render_template("rapportages/beginnen.html", periode=periode, vorige=vorige, Opzet=Opzet)


def _indeling(rapport: Rapport) -> dict[str, object]:
    """What composing asks for; nothing when there is nothing to compose."""
    gesloten = rapport.periode.status is PeriodeStatus.GESLOTEN
    if gesloten or not mag(current_user.rol, Recht.RAPPORTEN_SAMENSTELLEN):
        return {"hoofdstukken": None}
    hoofdstukken = haal_hoofdstukken(db.session(), rapport)
    ids = {blok.indicator_id for h in hoofdstukken for blok in h.blokken if blok.indicator_id is not None}
    return {"hoofdstukken": hoofdstukken, "duidingen": duidingen_van(db.session(), rapport, ids)}
