"""Answering an opdracht: as it reads now, without overwriting what a colleague answered meanwhile."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.domain.regio.antwoord import Antwoordsoort
from app.domain.regio.overzicht import Regiogroep, Regioregel
from app.domain.taal.hoeveel import hoeveel
from app.models import db
from app.regio.basis import adres_van_bron, haal_regel, haal_regio
from app.regio.blauwdruk import scherm
from app.regio.forms import AntwoordFormulier
from app.services.regio.beantwoorden import beantwoord
from app.services.regio.slot import vergrendel_regio
from app.web.basis import Start, lees, teken
from app.web.bewerken import Uitkomst, bewerk


@scherm.route("/opdrachten/<sleutel>/antwoord", methods=["GET", "POST"])
@vereist(Recht.OPDRACHTEN_BEANTWOORDEN)
def antwoord(sleutel: str) -> ResponseReturnValue:
    regio = haal_regio()
    if request.method == "POST":
        vergrendel_regio(db.session(), regio.id)
    _, groep, regel = haal_regel(sleutel)
    form = AntwoordFormulier(data=AntwoordFormulier.waarden_van(regel.antwoord))
    form.vul([ander for ander in groep.regels if ander.sleutel != sleutel])
    uitkomst = _bewerk(form, regio.id, groep, regel)
    if not uitkomst.opgeslagen:
        velden = {"form": form, "groep": groep, "regel": regel, "regio": regio}
        return render_template("regio/antwoord.html", **velden, bron_adres=adres_van_bron(regel)), uitkomst.status
    flash("Het antwoord is opgeslagen.", "gelukt")
    return redirect(url_for(".groep", sleutel=sleutel, _anchor=f"regel-{sleutel}"), 303)


def _bewerk(form: AntwoordFormulier, regio_id: int, groep: Regiogroep, regel: Regioregel) -> Uitkomst:
    """The text is part of where the form started from: an answer to words that are gone is none."""
    huidig = form.waarden_van(regel.antwoord) | {"tekst": regel.volledig}
    if request.method == "POST" and lees(form.basis.data).waarden.get("tekst", regel.volledig) != regel.volledig:
        form.form_errors.append("De gemeente heeft de tekst van deze opdracht intussen gewijzigd. Lees haar opnieuw.")
        form.basis.data = teken(Start(huidig))
        return Uitkomst(False, 409)

    def sla_op(waarden: dict[str, Any]) -> None:
        soort = Antwoordsoort(waarden["antwoord"]) if waarden["antwoord"] else None
        antwoord = {"soort": soort, "toelichting": waarden["toelichting"]}
        beantwoord(db.session(), regio_id=regio_id, regel=regel, door=dader(), **antwoord)
        if soort and form.ook.data:
            _beantwoord_ook(regio_id, groep, set(form.ook.data), antwoord)

    return bewerk(form, huidig=huidig, sla_op=sla_op)


def _beantwoord_ook(regio_id: int, groep: Regiogroep, sleutels: set[str], antwoord: dict[str, Any]) -> None:
    """Only where nobody answered yet, also not since the form was opened."""
    gekozen = [regel for regel in groep.regels if regel.sleutel in sleutels]
    vrij = [regel for regel in gekozen if regel.antwoord is None]
    for regel in vrij:
        beantwoord(db.session(), regio_id=regio_id, regel=regel, door=dader(), **antwoord)
    if over := len(sleutels) - len(vrij):
        waar = hoeveel(over, "plaats", "plaatsen")
        flash(
            f"Op {waar} is niets opgeslagen: daar is intussen al geantwoord, of de opdracht staat er niet meer.", "info"
        )
