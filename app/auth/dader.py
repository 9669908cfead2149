"""Who acts in this request, for the logboek."""

from flask_login import current_user

from app.models import Bron
from app.services.logboek import Dader


def dader(bron: Bron = Bron.SCHERM) -> Dader:
    return Dader(gebruiker_id=current_user.id, bron=bron)
