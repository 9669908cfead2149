"""The blocks of a chapter: add, change, move, remove, and write what is seen in the figures."""

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.domain.cijfers.indicator import Bloksoort
from app.models import Hoofdstuk, Rapportblok, db
from app.rapportages import queries
from app.rapportages.basis import STAPPEN, adres_van, haal_blok, haal_hoofdstuk, probeer, scherm
from app.rapportages.forms import BlokduidingFormulier, BlokFormulier
from app.services.indicatoren.duiding_opslaan import sla_duiding_op, zoek_duiding
from app.services.indicatoren.slot import vergrendel_indicatoren
from app.services.notities.item_verplaatsen import StaatAlAanHetEind
from app.services.rapporten.blokken import verplaats_blok, voeg_blok_toe, wijzig_blok
from app.services.rapporten.fouten import RapportFout
from app.services.rapporten.log import noem_blok
from app.services.rapporten.verwijderen import verwijder_blok
from app.web.bewerken import Uitkomst, bewerk
from app.web.melding import flash_ongedaan


@scherm.route("/hoofdstukken/<int:id_>/blokken/nieuw", methods=["GET", "POST"])
@vereist(Recht.RAPPORTEN_SAMENSTELLEN)
def blok_nieuw(id_: int) -> ResponseReturnValue:
    """`soort` in the address says what is added."""
    hoofdstuk, soort = haal_hoofdstuk(id_), _soort()
    form = _formulier(soort)
    del form.hoofdstuk_id
    blok = _voeg_toe(form, hoofdstuk, soort) if form.validate_on_submit() else None
    if blok is None:
        delen = {"form": form, "hoofdstuk": hoofdstuk, "soort": soort, "blok": None}
        return render_template("rapportages/blok.html", **delen), 422 if form.errors else 200
    flash(f"{noem_blok(blok)} is toegevoegd.", "gelukt")
    if soort is Bloksoort.DUIDING:
        return redirect(url_for(".duiding", id_=blok.id), 303)
    return redirect(adres_van(blok), 303)


@scherm.route("/blokken/<int:id_>", methods=["GET", "POST"])
@vereist(Recht.RAPPORTEN_SAMENSTELLEN)
def blok_bewerken(id_: int) -> ResponseReturnValue:
    blok = haal_blok(id_)
    huidig = BlokFormulier.waarden_van(blok)
    form = _formulier(blok.soort, data=huidig)
    form.kies_hoofdstuk(blok.hoofdstuk.rapport.hoofdstukken)
    uitkomst = probeer(form, "hoofdstuk_id", lambda: _bewerk(form, blok, huidig))
    if not uitkomst.opgeslagen:
        delen = {"form": form, "hoofdstuk": blok.hoofdstuk, "soort": blok.soort, "blok": blok}
        return render_template("rapportages/blok.html", **delen), uitkomst.status
    flash(f"{noem_blok(blok)} is opgeslagen.", "gelukt")
    return redirect(adres_van(blok), 303)


@scherm.route("/blokken/<int:id_>/duiding", methods=["GET", "POST"])
@vereist(Recht.RAPPORTEN_SAMENSTELLEN)
def duiding(id_: int) -> ResponseReturnValue:
    """Of the indicator of this block, in the period of its report."""
    blok = haal_blok(id_)
    if blok.indicator is None:
        abort(404)
    form = BlokduidingFormulier()
    uitkomst = _schrijf(form, blok)
    if not uitkomst.opgeslagen:
        delen = {"form": form, "blok": blok, "periode": blok.hoofdstuk.rapport.periode}
        return render_template("rapportages/duiding.html", **delen), uitkomst.status
    flash(f"Wat u ziet bij '{blok.indicator.naam}' is opgeslagen.", "gelukt")
    return redirect(adres_van(blok), 303)


@scherm.post("/blokken/<int:id_>/verplaatsen")
@vereist(Recht.RAPPORTEN_SAMENSTELLEN)
def blok_verplaatsen(id_: int) -> ResponseReturnValue:
    blok = haal_blok(id_)
    stap = STAPPEN.get(request.form.get("stap", "")) or abort(400)
    try:
        flash(f"{verplaats_blok(db.session(), blok=blok, stap=stap, door=dader())}.", "gelukt")
    except (StaatAlAanHetEind, RapportFout) as reden:
        flash(str(reden), "info")
    return redirect(adres_van(blok), 303)


@scherm.post("/blokken/<int:id_>/verwijderen")
@vereist(Recht.RAPPORTEN_SAMENSTELLEN)
def blok_verwijderen(id_: int) -> ResponseReturnValue:
    blok = haal_blok(id_)
    hoofdstuk = blok.hoofdstuk
    weg = verwijder_blok(db.session(), blok=blok, door=dader())
    flash_ongedaan(f"{weg.omschrijving} is verwijderd.", url_for(".terugzetten", id_=weg.id))
    return redirect(adres_van(hoofdstuk), 303)


def _soort() -> Bloksoort:
    code = request.args.get("soort", "")
    return Bloksoort(code) if code in set(Bloksoort) else abort(404)


def _formulier(soort: Bloksoort, **begin: Any) -> BlokFormulier:
    form = BlokFormulier(**begin)
    form.richt_in(soort, indicatoren=queries.indicatoren(), themas=queries.themas())
    return form


def _voeg_toe(form: BlokFormulier, hoofdstuk: Hoofdstuk, soort: Bloksoort) -> Rapportblok | None:
    """None when it was refused; the form then says why."""
    waarden = form.waarden()
    try:
        return voeg_blok_toe(db.session(), hoofdstuk=hoofdstuk, soort=soort, waarden=waarden, door=dader())
    except RapportFout as fout:
        form[next(iter(waarden))].errors = [str(fout)]
        return None


def _bewerk(form: BlokFormulier, blok: Rapportblok, huidig: dict[str, Any]) -> Uitkomst:
    def sla_op(waarden: dict[str, Any]) -> None:
        hoofdstuk = queries.hoofdstuk(waarden.pop("hoofdstuk_id")) or abort(404)
        wijzig_blok(db.session(), blok=blok, waarden=waarden, hoofdstuk=hoofdstuk, door=dader())

    return bewerk(form, huidig=huidig, sla_op=sla_op)


def _schrijf(form: BlokduidingFormulier, blok: Rapportblok) -> Uitkomst:
    indicator = blok.indicator or abort(404)
    plek: dict[str, Any] = {"organisatie_id": blok.organisatie_id, "periode": blok.hoofdstuk.rapport.periode.code}
    if request.method == "POST":
        vergrendel_indicatoren(db.session(), [indicator.id])
    rij = zoek_duiding(db.session(), indicator_id=indicator.id, **plek)
    huidig = {"tekst": rij.tekst if rij else ""}
    if request.method != "POST":
        form.tekst.data = huidig["tekst"]

    def sla_op(waarden: dict[str, Any]) -> None:
        sla_duiding_op(db.session(), indicator=indicator, door=dader(), **plek, **waarden)

    return bewerk(form, huidig=huidig, sla_op=sla_op)
