"""Whether an upload is a file that we handed out; then it waits as a proposal of its own."""

from flask_login import current_user

from app.models import Importvoorstel, db
from app.reading.terug.lezen import lees_terug
from app.services.importvoorstel import Soort, bewaar_voorstel
from app.services.terugkomst import lees_met_herkomst, vind_herkomst
from app.terugkomst.bewaard import als_inhoud


def bewaar_als_terugkomst(inhoud: bytes, bestandsnaam: str) -> Importvoorstel | None:
    """None for any other file. Raises LeesFout, or AndereGemeente when it is of another gemeente."""
    terug = lees_terug(inhoud)
    if terug is None or not terug.heeft_tabellen:
        return None
    herkomst = vind_herkomst(db.session(), terug=terug, organisatie=current_user.organisatie)
    if herkomst is None:
        return None
    gebracht = lees_met_herkomst(terug, herkomst)
    return bewaar_voorstel(
        db.session(),
        gebruiker=current_user,
        bestandsnaam=bestandsnaam,
        inhoud=als_inhoud(herkomst, gebracht),
        soort=Soort.TERUGKOMST,
    )
