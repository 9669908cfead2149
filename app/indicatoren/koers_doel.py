"""The koers of one doel: every indicator that measures it, what the manager says, and the path that is expected."""

from datetime import date
from decimal import Decimal
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.kijker import kijker_van
from app.auth.rechten import Recht
from app.domain.koers.bepalen import Koers
from app.domain.taal.datums import vandaag
from app.domain.taal.getallen import toon_getal
from app.indicatoren import koers_queries
from app.indicatoren.basis import scherm, stop
from app.indicatoren.koers_filters import OnbekendeKeuze, lees_peildatum
from app.indicatoren.koers_forms import OordeelFormulier, PadFormulier, lees_pad
from app.models import Doel, db
from app.services.koersen import DoelKoers, koersen_van
from app.services.koersen.oordelen import geef_oordeel, trek_oordeel_in, zoek_oordeel
from app.services.koersen.streefpad import pad_van, zet_pad
from app.services.notities.slot import vergrendel_notitie_van_gebied
from app.web.bewerken import bewerk
from app.web.koersbeeld import grote_grafiek


@scherm.get("/doelen/<int:id_>")
@vereist(Recht.INDICATOREN_LEZEN)
def doel(id_: int) -> ResponseReturnValue:
    gevonden = _haal(id_)
    koers = _koers(gevonden, _peildatum())
    return render_template(
        "indicatoren/doel.html",
        doel=gevonden,
        koers=koers,
        grafieken=[
            grote_grafiek(i, id_=f"indicator-{i.indicator.id}", peildatum=koers.peildatum) for i in koers.indicatoren
        ],
        eigen=gevonden.organisatie_id == current_user.organisatie_id,
    )


@scherm.route("/doelen/<int:id_>/oordeel", methods=["GET", "POST"])
@vereist(Recht.KOERS_BEOORDELEN)
def oordeel(id_: int) -> ResponseReturnValue:
    gevonden = _haal_eigen(id_)
    rij = zoek_oordeel(db.session(), gevonden)
    huidig: dict[str, Any] = {"koers": rij.koers.value if rij else "", "reden": rij.reden if rij else ""}
    form = OordeelFormulier(data=OordeelFormulier.velden_van(huidig))

    def sla_op(waarden: dict[str, Any]) -> None:
        geef_oordeel(db.session(), doel=gevonden, koers=Koers(waarden["koers"]), reden=waarden["reden"], door=dader())

    uitkomst = bewerk(form, huidig=huidig, sla_op=sla_op)
    if not uitkomst.opgeslagen:
        koers = _koers(gevonden, vandaag())
        pagina = render_template("indicatoren/oordeel.html", form=form, doel=gevonden, koers=koers)
        return pagina, uitkomst.status
    flash("Uw oordeel over de koers is opgeslagen.", "gelukt")
    return redirect(url_for(".doel", id_=id_), 303)


@scherm.post("/doelen/<int:id_>/oordeel/intrekken")
@vereist(Recht.KOERS_BEOORDELEN)
def oordeel_intrekken(id_: int) -> ResponseReturnValue:
    if trek_oordeel_in(db.session(), doel=_haal_eigen(id_), door=dader()):
        flash("Het oordeel is ingetrokken; de koers is weer die van de cijfers.", "gelukt")
    else:
        flash("Er was geen oordeel meer om in te trekken.", "info")
    return redirect(url_for(".doel", id_=id_), 303)


@scherm.route("/doelen/<int:id_>/tussendoelen", methods=["GET", "POST"])
@vereist(Recht.INDICATOREN_BEWERKEN)
def tussendoelen(id_: int) -> ResponseReturnValue:
    gevonden = _haal_eigen(id_)
    koers = _koers(gevonden, vandaag())
    eenheid = koers.leidend.indicator.eenheid if koers.leidend else None
    huidig = {"punten": [[dag.isoformat(), toon_getal(waarde)] for dag, waarde in pad_van(gevonden)]}
    form = PadFormulier(huidig, eenheid=eenheid, doeljaar=gevonden.doeljaar)

    def sla_op(waarden: dict[str, Any]) -> None:
        zet_pad(db.session(), doel=gevonden, punten=_punten(waarden["punten"]), door=dader())

    uitkomst = bewerk(form, huidig=huidig, sla_op=sla_op)
    if not uitkomst.opgeslagen:
        pagina = render_template(
            "indicatoren/tussendoelen.html",
            form=form,
            doel=gevonden,
            koers=koers,
            eenheid=eenheid,
        )
        return pagina, uitkomst.status
    flash("De tussendoelen zijn opgeslagen.", "gelukt")
    return redirect(url_for(".doel", id_=id_), 303)


def _punten(waarden: list[list[str]]) -> list[tuple[date, Decimal]]:
    """From what the form holds: the day as ISO and the figure in Dutch."""
    return lees_pad("\n".join(f"{dag}: {waarde}" for dag, waarde in waarden), None, None)


def _koers(gevonden: Doel, peildatum: date) -> DoelKoers:
    return koersen_van(db.session(), [gevonden], kijker=kijker_van(current_user), peildatum=peildatum)[gevonden.id]


def _peildatum() -> date:
    """Of the address; what is no day gives today, for this page has no field for it."""
    try:
        return lees_peildatum(request.args) or vandaag()
    except OnbekendeKeuze:
        return vandaag()


def _haal(id_: int) -> Doel:
    return koers_queries.doel(id_) or abort(404)


def _haal_eigen(id_: int) -> Doel:
    """To change what is said of it: two people at once wait for each other."""
    gevonden = _haal(id_)
    if gevonden.organisatie_id != current_user.organisatie_id:
        stop(
            404,
            titel="Dit doel is van een andere gemeente",
            uitleg="U kunt de koers ervan zien, maar niet beoordelen.",
            advies="Vraag het de gemeente zelf.",
        )
    if request.method == "POST":
        vergrendel_notitie_van_gebied(db.session(), gevonden.probleemgebied_id)
        return _haal(id_)
    return gevonden
