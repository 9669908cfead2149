"""After logging in again: the form that was sent when the session was over."""

from flask import Response, current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.inloggen.blauwdruk import scherm
from app.models import Importvoorstel, db
from app.services.importvoorstel import Soort, VoorstelWeg, annuleer_voorstel, vind_voorstel
from app.web.adressen import lees_sleutel
from app.web.formulier import schoon

NUMMER = "formulier_van_daarnet"
KORTSTE_TEKST = 20  # shorter ones are mostly choices, by their codes
NIET_GETYPT = {"basis", "getoond", "actie"}


@scherm.route("/verder", methods=["GET", "POST"])
@vereist(Recht.INGELOGD, zonder_tweede_stap=True)
def verder() -> ResponseReturnValue:
    """POST throws it away. What is somebody else's is not there."""
    voorstel = _vind(request.args.get("formulier", type=lees_sleutel))
    if voorstel is None:
        return redirect(url_for("mijn_werk.overzicht"), 303)
    if request.method == "POST":
        annuleer_voorstel(db.session, voorstel=voorstel)
        flash("Wat u had ingevuld is weggegooid.", "info")
        return redirect(url_for("mijn_werk.overzicht"), 303)
    velden = voorstel.inhoud["velden"]
    return render_template(
        "inloggen/verder.html",
        adres=voorstel.inhoud["adres"],
        velden=velden,
        nummer=(NUMMER, voorstel.id),
        teksten=[schoon(waarde) for naam, waarde in velden if _is_getypt(naam, waarde)],
    )


@scherm.after_app_request
def ruim_op(antwoord: Response) -> Response:
    """Sent again and stored: it need not be kept any longer."""
    nummer = request.form.get(NUMMER, type=lees_sleutel) if _is_gelukt(antwoord) else None
    voorstel = _vind(nummer) if nummer else None
    if voorstel is not None:
        try:
            annuleer_voorstel(db.session, voorstel=voorstel)
        except VoorstelWeg:
            current_app.logger.info("Een formulier van daarnet was al weg.")
    return antwoord


def _is_gelukt(antwoord: Response) -> bool:
    gepost = request.method == "POST" and request.mimetype == "application/x-www-form-urlencoded"
    return gepost and antwoord.status_code < 400 and "inlogsessie" in g


def _vind(nummer: int | None) -> Importvoorstel | None:
    if nummer is None:
        return None
    return vind_voorstel(db.session, id_=nummer, gebruiker=current_user, soort=Soort.FORMULIER)


def _is_getypt(naam: str, waarde: str) -> bool:
    return naam not in NIET_GETYPT and len(waarde.strip()) >= KORTSTE_TEKST
