"""What the manager does with a row: approve it, or send it back with a note."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.models import db
from app.services.voortgang.fouten import VoortgangFout
from app.services.voortgang.regel_beoordelen import keur_alles_goed, keur_regel_goed, stuur_regel_terug
from app.voortgang.basis import haal_periode, haal_regel, scherm, stop
from app.voortgang.forms import TerugstuurFormulier
from app.voortgang.invullen import meld, naar_regel, toon_tabel
from app.voortgang.rijen import lees_keuze


@scherm.post("/<code>/regels/<int:id_>/goedkeuren")
@vereist(Recht.VOORTGANG_BEOORDELEN)
def goedkeuren(code: str, id_: int) -> ResponseReturnValue:
    periode = haal_periode(code, om_te_wijzigen=True)
    regel = haal_regel(periode, id_)
    try:
        keur_regel_goed(db.session, regel=regel, door=dader())
        meld(id_, "Goedgekeurd.")
    except VoortgangFout as fout:
        meld(id_, f"{fout} Er is niets gewijzigd.")
    return naar_regel(periode, id_)


@scherm.post("/<code>/regels/<int:id_>/terugsturen")
@vereist(Recht.VOORTGANG_BEOORDELEN)
def terugsturen(code: str, id_: int) -> ResponseReturnValue:
    periode = haal_periode(code, om_te_wijzigen=True)
    regel = haal_regel(periode, id_)
    form = TerugstuurFormulier()
    if not form.validate():
        return toon_tabel(periode, terugsturen=form, terugsturen_id=id_), 422
    try:
        stuur_regel_terug(db.session, regel=regel, opmerking=form.opmerking.data or "", door=dader())
        meld(id_, "Teruggestuurd met uw opmerking.")
    except VoortgangFout as fout:
        stop(409, titel="Deze regel kan niet terug", uitleg=str(fout), advies="Er is niets gewijzigd.")
    return naar_regel(periode, id_)


@scherm.post("/<code>/goedkeuren")
@vereist(Recht.VOORTGANG_BEOORDELEN)
def alles_goedkeuren(code: str) -> ResponseReturnValue:
    periode = haal_periode(code, om_te_wijzigen=True)
    aantal = keur_alles_goed(db.session, periode=periode, door=dader())
    if aantal:
        flash(f"{'1 regel is' if aantal == 1 else f'{aantal} regels zijn'} goedgekeurd.", "gelukt")
    else:
        flash("Er was niets om goed te keuren: wat is ingevuld is al akkoord of teruggestuurd.", "info")
    return redirect(url_for(".invullen", code=periode.code, **lees_keuze().in_adres()), 303)
