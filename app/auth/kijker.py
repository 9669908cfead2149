"""The user of this request as a Kijker on figures."""

from app.auth.rechten import Recht, mag
from app.models import Gebruiker
from app.services.indicatoren.kijker import Kijker


def kijker_van(gebruiker: Gebruiker) -> Kijker:
    return Kijker(gebruiker.organisatie_id, mag(gebruiker.rol, Recht.KLEINE_AANTALLEN_ZIEN))
