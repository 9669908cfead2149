"""Voortgang: the pages that are measured, and the gemeente with maatregelen × periods they are measured on."""

from sqlalchemy.orm import Session

from app.models import Rapportageperiode
from app.services.logboek import OPDRACHTREGEL
from app.services.voortgang.periode_status import sluit_periode
from app.voortgang.rijen import PER_PAGINA
from app.voortgang_overzicht.bladeren import MAATREGELEN_PER_PAGINA
from scripts.meten.paginas import Pagina
from scripts.meten.stand import Stand
from scripts.regio import Regio, maak_regio, maak_voortgang
from scripts.regio.voortgang import periodes_op_rij

KLEIN = 19  # as many maatregelen as a real report has
VOL_OVERZICHT = MAATREGELEN_PER_PAGINA  # fills the first page of the overview
VOLLE_TABEL = PER_PAGINA  # fills the first page of the table to report in, and of the list of maatregelen
PERIODES = 20
VOORLAATSTE, LAATSTE = (periode.code for periode in periodes_op_rij(PERIODES)[-2:])


def vul_voortgang(session: Session, maatregelen: int) -> Regio:
    """One gemeente; every period but the last is closed as the product does it, with what that freezes."""
    regio = maak_regio(session, gemeenten=1, statussen=())
    voortgang = maak_voortgang(session, regio.gemeenten[0], maatregelen=maatregelen, periodes=PERIODES)
    for id_ in voortgang.periodes[:-1]:
        sluit_periode(session, periode=session.get_one(Rapportageperiode, id_), door=OPDRACHTREGEL)
    return regio


def _manager(stand: Stand) -> str:
    return stand.gemeente.collega


def _adviseur(stand: Stand) -> str:
    return stand.gemeente.adviseur


def _overzicht(_: Stand) -> str:
    return f"/voortgang/{LAATSTE}/overzicht"


def _gesloten(_: Stand) -> str:
    return f"/voortgang/{VOORLAATSTE}/overzicht"


def _maatregelen(_: Stand) -> str:
    return "/voortgang/maatregelen"


def _invullen(_: Stand) -> str:
    return f"/voortgang/{LAATSTE}/invullen"


VOORTGANGPAGINAS = (
    Pagina("overzicht (manager)", _manager, _overzicht, klein=KLEIN),
    Pagina("overzicht, volle pagina (manager)", _manager, _overzicht, klein=VOL_OVERZICHT),
    Pagina("overzicht, één thema (manager)", _manager, lambda stand: f"{_overzicht(stand)}?thema=1", klein=KLEIN),
    Pagina("gesloten overzicht, volle pagina", _manager, _gesloten, klein=VOL_OVERZICHT),
    Pagina("invullen (adviseur)", _adviseur, _invullen, klein=KLEIN),
    Pagina("invullen, volle pagina (adviseur)", _adviseur, _invullen, klein=VOLLE_TABEL),
    Pagina("maatregelen, volle pagina (adviseur)", _adviseur, _maatregelen, klein=VOLLE_TABEL),
)
