"""A code of the app or a herstelcode in a form: with the limit on guessing, and used up when it is right."""

from app.auth.gebeurtenis import Manier, Uitkomst, noteer
from app.models import Gebruiker, db
from app.services.accounts.tweede_stap import gebruik_code, zoek_code
from app.services.verzegelen import Zegel
from app.web.formulier import Formulier
from app.web.pogingen import probeer

FOUT = "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code in de app."


def controleer_code(form: Formulier, wie: Gebruiker, zegel: Zegel) -> int:
    """0 when the code is right; else the status of the page that shows the form again, with the reason in it."""
    if not form.validate_on_submit():
        return 422 if form.errors else 200
    poging = probeer("code", wie.email)
    if poging.wacht:
        noteer(Manier.CODE, Uitkomst.TE_VAAK, wie.id)
        form["code"].errors = [f"Er is hier te vaak een verkeerde code ingevuld. {poging.weer_over}"]
        return 429
    gevonden = zoek_code(db.session, gebruiker_id=wie.id, code=form["code"].data or "", zegel=zegel)
    if gevonden is not None:
        poging.gelukt()
        if gebruik_code(db.session, gevonden):
            return 0
    noteer(Manier.CODE, Uitkomst.GEWEIGERD, wie.id)
    form["code"].errors = [FOUT]
    return 422
