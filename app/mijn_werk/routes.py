"""My page: what I still have to do, what I worked on, what colleagues changed."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.domain.taal.datums import vandaag
from app.mijn_werk.queries import (
    laatst_bewerkt,
    te_beantwoorden,
    te_rapporteren,
    uit_koers,
    veranderd_door_anderen,
    werkvoorraad,
)

scherm = Blueprint("mijn_werk", __name__)


@scherm.get("/")
@vereist(Recht.INGELOGD)
def overzicht() -> ResponseReturnValue:
    return render_template(
        "mijn_werk/overzicht.html",
        te_rapporteren=te_rapporteren(current_user),
        werkvoorraad=werkvoorraad(current_user),
        te_beantwoorden=te_beantwoorden(current_user),
        uit_koers=uit_koers(current_user, vandaag()),
        laatst_bewerkt=laatst_bewerkt(current_user),
        veranderd=veranderd_door_anderen(current_user),
    )
