"""Tables of a period that came back from Word: look at what the file changes, choose, take over."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlalchemy import select

from app.auth.bewaking import vereist
from app.auth.dader import dader
from app.auth.rechten import Recht
from app.domain.terugkomst.vergelijken import Keuze
from app.models import Bron, Importvoorstel, PeriodeStatus, Rapportageperiode, Uitvoer, db
from app.services.importvoorstel import Soort, VoorstelWeg, annuleer_voorstel, vind_voorstel
from app.services.notities.terugkomst import IntussenGewijzigd
from app.services.voortgang.fouten import VoortgangFout
from app.services.voortgang.terug import Vergelijking, vergelijk_voortgang_met_nu
from app.services.voortgang.terug_overnemen import neem_voortgang_terug
from app.terugkomst.blauwdruk import scherm
from app.terugkomst.kiezen import NIETS, Woorden, gevraagd_uit, vertel
from app.terugkomst.voortgang_bewaard import BewaardeVoortgang, uit_inhoud
from app.terugkomst.weergave import maak_pagina
from app.web.formulier import Formulier


@scherm.get("/voortgang/<int:id_>")
@vereist(Recht.VOORTGANG_INVULLEN)
def voortgang(id_: int) -> ResponseReturnValue:
    voorstel = _voorstel(id_)
    bewaard = uit_inhoud(voorstel.inhoud)
    periode = _periode(bewaard)
    return _toon(voorstel, bewaard, periode, _vergelijk(bewaard, periode))


@scherm.post("/voortgang/<int:id_>")
@vereist(Recht.VOORTGANG_INVULLEN)
def voortgang_overnemen(id_: int) -> ResponseReturnValue:
    voorstel = _voorstel(id_)
    bewaard = uit_inhoud(voorstel.inhoud)
    periode = _periode(bewaard)
    vergelijking = _vergelijk(bewaard, periode)
    gevraagd = gevraagd_uit(vergelijking.terugkomst)
    try:
        _neem_over(voorstel, bewaard, periode, gevraagd)
    except IntussenGewijzigd:
        return _toon_opnieuw(id_, bewaard, gevraagd), 409
    except VoortgangFout as fout:
        return _toon_opnieuw(id_, bewaard, gevraagd, str(fout)), 409
    vertel(vergelijking.terugkomst, gevraagd)
    return redirect(url_for("voortgang_overzicht.overzicht", code=periode.code), 303)


@scherm.post("/voortgang/<int:id_>/weigeren")
@vereist(Recht.VOORTGANG_INVULLEN)
def voortgang_weigeren(id_: int) -> ResponseReturnValue:
    voorstel = _voorstel(id_)
    code = _periode(uit_inhoud(voorstel.inhoud)).code
    annuleer_voorstel(db.session(), voorstel=voorstel)
    flash(NIETS, "info")
    return redirect(url_for("voortgang_overzicht.overzicht", code=code), 303)


def _voorstel(id_: int) -> Importvoorstel:
    voorstel = vind_voorstel(db.session(), id_=id_, gebruiker=current_user, soort=Soort.VOORTGANG_TERUG)
    if voorstel is None:
        raise VoorstelWeg
    return voorstel


def _periode(bewaard: BewaardeVoortgang) -> Rapportageperiode:
    keuze = select(Rapportageperiode).where(
        Rapportageperiode.id == bewaard.periode_id, Rapportageperiode.organisatie_id == current_user.organisatie_id
    )
    return db.session.scalars(keuze).first() or abort(404)


def _vergelijk(bewaard: BewaardeVoortgang, periode: Rapportageperiode) -> Vergelijking:
    return vergelijk_voortgang_met_nu(db.session(), periode=periode, toen=bewaard.toen, bestand=bewaard.bestand)


def _neem_over(
    voorstel: Importvoorstel, bewaard: BewaardeVoortgang, periode: Rapportageperiode, gevraagd: list[Keuze]
) -> None:
    annuleer_voorstel(db.session(), voorstel=voorstel)
    neem_voortgang_terug(
        db.session(),
        periode=periode,
        toen=bewaard.toen,
        bestand=bewaard.bestand,
        gekozen=[keuze.sleutel for keuze in gevraagd],
        stand=request.form.get("stand", ""),
        door=dader(Bron.IMPORT),
    )


def _toon_opnieuw(id_: int, bewaard: BewaardeVoortgang, gevraagd: list[Keuze], weigering: str = "") -> str:
    """Nothing was taken over. Beside the voortgang as it is by now, with what was chosen still chosen."""
    db.session.rollback()
    voorstel, periode = _voorstel(id_), _periode(bewaard)
    gekozen = [str(keuze.sleutel) for keuze in gevraagd]
    return _toon(
        voorstel, bewaard, periode, _vergelijk(bewaard, periode), gekozen, weigering=weigering, intussen=not weigering
    )


def _toon(
    voorstel: Importvoorstel,
    bewaard: BewaardeVoortgang,
    periode: Rapportageperiode,
    vergelijking: Vergelijking,
    gekozen: list[str] | None = None,
    *,
    weigering: str = "",
    intussen: bool = False,
) -> str:
    return render_template(
        "terugkomst/voortgang.html",
        form=Formulier(),
        voorstel=voorstel,
        bewaard=bewaard,
        periode=periode,
        uitvoer=db.session.get(Uitvoer, bewaard.uitvoer_id) if bewaard.uitvoer_id else None,
        pagina=maak_pagina(vergelijking.terugkomst, bewaard.opmerkingen, gekozen),
        stand=vergelijking.stand,
        bewerkbaar=periode.status is not PeriodeStatus.GESLOTEN,
        weigering=weigering,
        intussen=intussen,
        woorden=Woorden(
            "voortgang",
            "Kan niet meer: intussen verwijderd, of al ingevuld of goedgekeurd",
            "Staat buiten de tabellen en wordt niet overgenomen",
            url_for(".voortgang_weigeren", id_=voorstel.id),
        ),
    )
