"""After another SECRET_KEY: what is sealed gets the new seal, so that the old key can go."""

from sqlalchemy import select

from app.models import TweedeStap
from app.models.basis import Sessie
from app.services.verzegelen import Zegel


def verzegel_opnieuw(session: Sessie, zegel: Zegel) -> tuple[int, int]:
    """How many got the new seal, and how many no known key opens: those have to set up the second step again."""
    vernieuwd = dicht = 0
    for stand in session.scalars(select(TweedeStap).order_by(TweedeStap.gebruiker_id).with_for_update()):
        if zegel.is_van_nu(stand.geheim):
            continue
        geheim = zegel.open(stand.geheim)
        if geheim is None:
            dicht += 1
            continue
        stand.geheim, vernieuwd = zegel.verzegel(geheim), vernieuwd + 1
    session.flush()
    return vernieuwd, dicht
