"""A form that arrives when the session is over, or before the second step is arranged: kept for who typed it."""

from collections.abc import Sequence
from typing import Any

from flask import request, session
from flask_login import current_user

from app.auth.sessie import is_verlopen
from app.domain.persoonsgegevens.burgerservicenummer import bezwaar_tegen
from app.models import Gebruiker, db
from app.services.importvoorstel import Soort, bewaar_voorstel, houd_nieuwste

FORMULIER = "application/x-www-form-urlencoded"
MEESTE_TEKENS = 1_000_000
MEESTE_FORMULIEREN = 20  # of one user: a cookie that is over can be sent for a long time yet
FLASK_LOGIN = "_user_id"  # where it keeps who is logged in
GEHEIM = {"account", "inloggen"}  # whose forms ask for passwords and codes


def onthoud_formulier() -> int | None:
    """The number it is kept under; None when there is nothing to keep.

    The cookie is signed, so it says who typed; that the form came from a page of ours was checked before.
    """
    if request.method != "POST" or request.mimetype != FORMULIER or request.blueprint in GEHEIM:
        return None
    if not is_verlopen() and not current_user.is_authenticated:
        return None
    wie = db.session.get(Gebruiker, int(session.get(FLASK_LOGIN, 0)))
    velden = _velden()
    if wie is None or not wie.actief or not _mag_bewaard(velden):
        return None
    inhoud: dict[str, Any] = {"adres": request.full_path.removesuffix("?"), "velden": velden}
    nummer = bewaar_voorstel(db.session, gebruiker=wie, bestandsnaam="", inhoud=inhoud, soort=Soort.FORMULIER).id
    houd_nieuwste(db.session, gebruiker_id=wie.id, soort=Soort.FORMULIER, aantal=MEESTE_FORMULIEREN)
    return nummer


def _mag_bewaard(velden: Sequence[tuple[str, str]]) -> bool:
    """Not what no form would store either: too much, or a citizen service number."""
    if not velden or sum(len(waarde) for _, waarde in velden) > MEESTE_TEKENS:
        return False
    return not any(bezwaar_tegen(waarde, "") for _, waarde in velden)


def _velden() -> Sequence[tuple[str, str]]:
    return [(naam, waarde) for naam, waarde in request.form.items(multi=True) if naam != "csrf_token"]
