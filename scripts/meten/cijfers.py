"""Indicatoren: the pages that are measured, on one gemeente and on as many as make up the asked number of figures."""

from sqlalchemy.orm import Session

from app.models import NotitieStatus
from scripts.meten.importeren import INDICATOREN, MAANDEN
from scripts.meten.paginas import Pagina
from scripts.meten.stand import Stand
from scripts.regio import Regio, maak_regio
from scripts.regio.metingen import maak_metingen, periode_op_rij

LAND = 342
PER_GEMEENTE = INDICATOREN * MAANDEN
# In an empty database the first indicator has this id: it counts people. The one after it is a share.
MENSEN, AANDEEL = 1, 2
LAATSTE = periode_op_rij(MAANDEN - 1).code


def vul_cijfers(session: Session, gemeenten: int) -> Regio:
    """With a notitie that is vastgesteld, so that the RIGG sees the koers of its doelen."""
    regio = maak_regio(session, gemeenten=gemeenten, statussen=(NotitieStatus.VASTGESTELD,), logregels=0)
    maak_metingen(session, regio, indicatoren=INDICATOREN, periodes=MAANDEN)
    return regio


def _adviseur(stand: Stand) -> str:
    return stand.gemeente.adviseur


def _rigg(stand: Stand) -> str:
    return stand.regio.rigg


def _vergelijken(indicator: int) -> str:
    return f"/indicatoren/vergelijken?indicator={indicator}&noemer=geen&periode={LAATSTE}"


CIJFERPAGINAS = (
    Pagina("indicator (adviseur)", _adviseur, lambda _: f"/indicatoren/{MENSEN}"),
    Pagina("alle indicatoren (adviseur)", _adviseur, lambda _: "/indicatoren/alle"),
    Pagina("invullen (adviseur)", _adviseur, lambda _: "/indicatoren/invullen?frequentie=maand"),
    Pagina("koersoverzicht (adviseur)", _adviseur, lambda _: "/indicatoren/"),
    Pagina("koersoverzicht (RIGG)", _rigg, lambda _: "/indicatoren/"),
    Pagina("vergelijken, aantallen (adviseur)", _adviseur, lambda _: _vergelijken(MENSEN)),
    Pagina("vergelijken, aandelen (adviseur)", _adviseur, lambda _: _vergelijken(AANDEEL)),
)
