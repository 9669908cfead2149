"""What is no concept any more is not edited: a decision must keep saying what was decided."""

from flask import make_response
from flask_login import current_user
from werkzeug.exceptions import HTTPException

from app.auth.rechten import Recht, mag
from app.domain.notitie.status import hoe_verder
from app.models import Notitie, NotitieStatus
from app.web.fouten import foutpagina


def is_bewerkbaar(notitie: Notitie) -> bool:
    return notitie.status is NotitieStatus.CONCEPT and mag(current_user.rol, Recht.NOTITIES_BEWERKEN)


def eis_bewerkbaar(notitie: Notitie) -> None:
    """Ends the request with a page that says why."""
    if notitie.status is NotitieStatus.CONCEPT:
        return
    pagina, code = foutpagina(
        409,
        titel="Deze notitie staat vast",
        uitleg=f"De notitie '{notitie.titel}' is {notitie.status.value}. Er is niets gewijzigd.",
        advies=hoe_verder(notitie.status),
    )
    raise HTTPException(response=make_response(pagina, code))
