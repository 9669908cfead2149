"""Whether an upload is a file that we handed out; then it waits as a proposal of its own."""

from flask import url_for
from flask_login import current_user

from app.auth.rechten import Recht, mag
from app.models import Importvoorstel, db
from app.reading.fouten import LeesFout
from app.reading.terug.lezen import lees_terug
from app.reading.terug.voortgang_lezen import lees_voortgang_terug
from app.services.importvoorstel import Soort, bewaar_voorstel
from app.services.notities.terugkomst import lees_met_herkomst, vind_herkomst
from app.services.voortgang.terug import lees_met_herkomst_voortgang, vind_herkomst_voortgang
from app.terugkomst import bewaard, voortgang_bewaard

IS_EEN_NOTITIE = (
    "Dit bestand is een notitie uit Doelspoor en geen voortgang. Kies bij Notities de knop Importeren; dan ziet u wat "
    "er in het bestand is gewijzigd."
)


def bewaar_als_terugkomst(inhoud: bytes, bestandsnaam: str) -> Importvoorstel | None:
    """None for any other file. Raises LeesFout, AndereGemeente when it is of another gemeente, or VoortgangFout when
    it is of a period that takes nothing over."""
    mag_voortgang = mag(current_user.rol, Recht.VOORTGANG_INVULLEN)
    if mag_voortgang and (voorstel := bewaar_als_voortgang_terug(inhoud, bestandsnaam)):
        return voorstel
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
        inhoud=bewaard.als_inhoud(herkomst, gebracht),
        soort=Soort.TERUGKOMST,
    )


def bewaar_als_voortgang_terug(inhoud: bytes, bestandsnaam: str, gekozen: str = "") -> Importvoorstel | None:
    """The same for the tables of a period. `gekozen`: the code of the period that the user says it is of."""
    terug = lees_voortgang_terug(inhoud)
    if terug is None:
        return None
    herkomst = vind_herkomst_voortgang(db.session(), terug=terug, organisatie=current_user.organisatie, gekozen=gekozen)
    if herkomst is None:
        return None
    gebracht = lees_met_herkomst_voortgang(db.session(), terug, herkomst)
    return bewaar_voorstel(
        db.session(),
        gebruiker=current_user,
        bestandsnaam=bestandsnaam,
        inhoud=voortgang_bewaard.als_inhoud(herkomst, gebracht),
        soort=Soort.VOORTGANG_TERUG,
    )


def weiger_notitie(inhoud: bytes) -> None:
    """Raises LeesFout for a notitie of ours where voortgang is asked for."""
    terug = lees_terug(inhoud)
    if terug is not None and terug.heeft_tabellen:
        raise LeesFout(IS_EEN_NOTITIE)


def adres_van(voorstel: Importvoorstel) -> str:
    """The page where it is chosen."""
    soort = voorstel.inhoud["soort"]
    return url_for(f"terugkomst.{'voortgang' if soort == Soort.VOORTGANG_TERUG else 'bekijken'}", id_=voorstel.id)
