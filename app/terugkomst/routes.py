"""Terug uit Word: look at what the file changes, choose, take over."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.domain.notitie.status import hoe_verder
from app.domain.terugkomst.vergelijken import Keuze
from app.models import Bron, Importvoorstel, Notitie, Uitvoer, db
from app.notities import queries
from app.services.importvoorstel import Soort, VoorstelWeg, annuleer_voorstel, vind_voorstel
from app.services.notities.terugkomst import (
    IntussenGewijzigd,
    Vergelijking,
    neem_terugkomst_over,
    vergelijk_met_nu,
)
from app.services.notities.versies import laatste_versie
from app.terugkomst.bewaard import Bewaard, uit_inhoud
from app.terugkomst.blauwdruk import scherm
from app.terugkomst.kiezen import NIETS, Woorden, gevraagd_uit, vertel
from app.terugkomst.weergave import maak_pagina
from app.web.bewerkbaar import eis_bewerkbaar, is_bewerkbaar
from app.web.formulier import Formulier

WEG = {
    "titel": "Deze vergelijking is er niet meer",
    "uitleg": "De wijzigingen zijn al overgenomen of geweigerd, of het was langer dan een dag geleden. Er is nu niets "
    "gewijzigd.",
    "advies": "U kunt het bestand opnieuw kiezen bij Importeren.",
    "terug_tekst": "Naar importeren",
}


@scherm.get("/<int:id_>")
@vereist(Recht.IMPORTEREN)
def bekijken(id_: int) -> ResponseReturnValue:
    voorstel = _voorstel(id_)
    bewaard = uit_inhoud(voorstel.inhoud)
    notitie = _notitie(bewaard)
    return _toon(voorstel, bewaard, notitie, _vergelijk(bewaard, notitie))


@scherm.post("/<int:id_>")
@vereist(Recht.IMPORTEREN)
def overnemen(id_: int) -> ResponseReturnValue:
    voorstel = _voorstel(id_)
    bewaard = uit_inhoud(voorstel.inhoud)
    notitie = _notitie(bewaard)
    eis_bewerkbaar(notitie)
    vergelijking = _vergelijk(bewaard, notitie)
    gevraagd = gevraagd_uit(vergelijking.terugkomst)
    try:
        _neem_over(voorstel, bewaard, notitie, gevraagd)
    except IntussenGewijzigd:
        db.session.rollback()
        return _toon_opnieuw(id_, bewaard, gevraagd), 409
    vertel(vergelijking.terugkomst, gevraagd)
    return redirect(url_for("notities.toon", id_=notitie.id), 303)


@scherm.post("/<int:id_>/weigeren")
@vereist(Recht.IMPORTEREN)
def weigeren(id_: int) -> ResponseReturnValue:
    voorstel = _voorstel(id_)
    notitie_id = int(voorstel.inhoud["notitie_id"])
    annuleer_voorstel(db.session(), voorstel=voorstel)
    flash(NIETS, "info")
    return redirect(url_for("notities.toon", id_=notitie_id), 303)


@scherm.errorhandler(VoorstelWeg)
def verdwenen(_fout: VoorstelWeg) -> tuple[str, int]:
    db.session.rollback()
    return render_template("layouts/fout.html", code=404, terug_url=url_for("importeren.kiezen"), **WEG), 404


def _voorstel(id_: int) -> Importvoorstel:
    voorstel = vind_voorstel(db.session(), id_=id_, gebruiker=current_user, soort=Soort.TERUGKOMST)
    if voorstel is None:
        raise VoorstelWeg
    return voorstel


def _notitie(bewaard: Bewaard) -> Notitie:
    """The last version: that is where work goes on, whichever version the file was made of."""
    notitie = queries.notitie(bewaard.notitie_id) or abort(404)
    return laatste_versie(db.session(), notitie)


def _vergelijk(bewaard: Bewaard, notitie: Notitie) -> Vergelijking:
    return vergelijk_met_nu(
        db.session(), notitie=notitie, toen=bewaard.toen, bestand=bewaard.bestand, als_deel=bewaard.als_deel
    )


def _neem_over(voorstel: Importvoorstel, bewaard: Bewaard, notitie: Notitie, gevraagd: list[Keuze]) -> None:
    annuleer_voorstel(db.session(), voorstel=voorstel)
    neem_terugkomst_over(
        db.session(),
        notitie=notitie,
        toen=bewaard.toen,
        bestand=bewaard.bestand,
        als_deel=bewaard.als_deel,
        gekozen=[keuze.sleutel for keuze in gevraagd],
        stand=request.form.get("stand", ""),
        door=dader(Bron.IMPORT),
    )


def _toon_opnieuw(id_: int, bewaard: Bewaard, gevraagd: list[Keuze]) -> str:
    """Beside the notitie as it is by now, with what was chosen still chosen."""
    voorstel, notitie = _voorstel(id_), _notitie(bewaard)
    gekozen = [str(keuze.sleutel) for keuze in gevraagd]
    return _toon(voorstel, bewaard, notitie, _vergelijk(bewaard, notitie), gekozen, intussen=True)


def _toon(
    voorstel: Importvoorstel,
    bewaard: Bewaard,
    notitie: Notitie,
    vergelijking: Vergelijking,
    gekozen: list[str] | None = None,
    *,
    intussen: bool = False,
) -> str:
    return render_template(
        "terugkomst/bekijken.html",
        form=Formulier(),
        voorstel=voorstel,
        bewaard=bewaard,
        notitie=notitie,
        uitvoer=db.session.get(Uitvoer, bewaard.uitvoer_id) if bewaard.uitvoer_id else None,
        pagina=maak_pagina(vergelijking.terugkomst, bewaard.opmerkingen, gekozen),
        stand=vergelijking.stand,
        bewerkbaar=is_bewerkbaar(notitie),
        verder=hoe_verder(notitie.status),
        intussen=intussen,
        woorden=Woorden(
            "notitie",
            "Kan niet meer: het probleemgebied is intussen verwijderd",
            "Staat buiten de notitie en wordt niet overgenomen",
            url_for(".weigeren", id_=voorstel.id),
        ),
    )
