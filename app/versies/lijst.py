"""The page with all versions of a notitie."""

from collections.abc import Sequence

from flask import abort, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.rechten import Recht, mag
from app.models import Notitie, NotitieStatus
from app.services.notities.versies import besluit_van
from app.versies import queries
from app.versies.blauwdruk import scherm


@scherm.get("/<int:id_>/versies")
@vereist(Recht.NOTITIES_LEZEN)
def versies(id_: int) -> ResponseReturnValue:
    notitie = queries.notitie(id_) or abort(404)
    alle = queries.versies(notitie)
    return render_template(
        "versies/lijst.html",
        notitie=notitie,
        versies=alle,
        besluit_van=besluit_van,
        geldend=in_werking(alle),
        kan_verder=kan_verder(alle),
    )


def in_werking(versies: Sequence[Notitie]) -> Notitie | None:
    """The last that was vastgesteld. `versies`: newest first."""
    return next((versie for versie in versies if versie.status is NotitieStatus.VASTGESTELD), None)


def kan_verder(versies: Sequence[Notitie]) -> bool:
    """Whether this user may begin a new concept."""
    return versies[0].status is NotitieStatus.VASTGESTELD and mag(current_user.rol, Recht.NOTITIES_BEWERKEN)
