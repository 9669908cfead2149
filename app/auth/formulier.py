"""A form that arrives when the session is over: kept for who typed it, until that person has logged in again."""

from collections.abc import Sequence
from typing import Any

from flask import request, session

from app.auth.sessie import is_verlopen
from app.models import Gebruiker, db
from app.services.importvoorstel import Soort, bewaar_voorstel

FORMULIER = "application/x-www-form-urlencoded"
MEESTE_TEKENS = 1_000_000
FLASK_LOGIN = "_user_id"  # where it keeps who is logged in
GEHEIM = {"account", "inloggen"}  # whose forms ask for passwords and codes


def onthoud_formulier() -> int | None:
    """The number it is kept under; None when there is nothing to keep.

    The cookie is signed, so it says who typed; that the form came from a page of ours was checked before.
    """
    if request.method != "POST" or request.mimetype != FORMULIER or request.blueprint in GEHEIM or not is_verlopen():
        return None
    wie = db.session.get(Gebruiker, int(session.get(FLASK_LOGIN, 0)))
    velden = _velden()
    if wie is None or not velden or sum(len(waarde) for _, waarde in velden) > MEESTE_TEKENS:
        return None
    inhoud: dict[str, Any] = {"adres": request.full_path.removesuffix("?"), "velden": velden}
    return bewaar_voorstel(db.session, gebruiker=wie, bestandsnaam="", inhoud=inhoud, soort=Soort.FORMULIER).id


def _velden() -> Sequence[tuple[str, str]]:
    return [(naam, waarde) for naam, waarde in request.form.items(multi=True) if naam != "csrf_token"]
