"""The table of rights, as people read it."""

from flask import render_template
from flask.typing import ResponseReturnValue

from app.auth.bewaking import vereist
from app.auth.rechten import Recht, mag
from app.auth.rechten_uitleg import GROEPEN, ROLLEN
from app.beheer.blauwdruk import scherm


@scherm.get("/rollen")
@vereist(Recht.BEHEER_BEKIJKEN)
def rollen() -> ResponseReturnValue:
    return render_template("beheer/rollen.html", groepen=GROEPEN, rollen=ROLLEN, rol_mag=mag)
