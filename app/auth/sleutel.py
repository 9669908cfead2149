"""The guard on the routes of the API: a key in the `Authorization` header, and nothing else. No session, no cookie."""

from datetime import datetime

from flask import current_app, g, request
from sqlalchemy import update
from sqlalchemy.exc import OperationalError
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import Forbidden, Unauthorized

from app.auth.rechten import Recht
from app.models import ApiToken, db, nu
from app.services.eigen_transactie import eigen_transactie
from app.services.sleutels import VOORVOEGSEL, is_geldig, moet_genoteerd, vind_sleutel

LANGSTE = 200
# Milliseconds that a request waits to note that a key was used, when another is writing.
KORT = 100


def controleer_sleutel(recht: Recht) -> None:
    """Lets whoever has a valid key in, as `huidige_sleutel()`. Raises Unauthorized or Forbidden."""
    sleutel = _sleutel_uit_kop()
    if recht is Recht.API_SCHRIJVEN and not sleutel.mag_schrijven:
        raise Forbidden("Met deze sleutel kunt u alleen lezen. Vraag een sleutel die ook mag schrijven.")
    g.sleutel = sleutel


def huidige_sleutel() -> ApiToken:
    sleutel: ApiToken = g.sleutel
    return sleutel


def _sleutel_uit_kop() -> ApiToken:
    """An unknown, expired and withdrawn key get the same answer: it tells nothing to who is guessing."""
    soort, _, geheim = request.headers.get("Authorization", "").partition(" ")
    if soort.lower() != "bearer" or not geheim.strip():
        raise _onbekend("Stuur uw sleutel mee in de kop: Authorization: Bearer doelspoor_…", None)
    geheim = geheim.strip()
    bekend = geheim.startswith(VOORVOEGSEL) and len(geheim) <= LANGSTE
    sleutel = vind_sleutel(db.session, geheim) if bekend else None
    moment = nu()
    if sleutel is None or not is_geldig(sleutel, moment):
        raise _onbekend("Deze sleutel is onbekend, verlopen of ingetrokken.", "invalid_token")
    if moet_genoteerd(sleutel, moment):
        _noteer_gebruik(sleutel.id, moment)
    return sleutel


def _onbekend(zin: str, fout: str | None) -> Unauthorized:
    feiten: dict[str, str | None] = {"realm": "doelspoor"}
    if fout:
        feiten["error"] = fout
    vraag = WWWAuthenticate("bearer", feiten)
    return Unauthorized(zin, www_authenticate=vraag)


def _noteer_gebruik(id_: int, moment: datetime) -> None:
    """In a transaction of its own, so that it is kept whatever becomes of the request.

    Not worth waiting or failing for: while somebody else is writing, the next use is noted.
    """
    try:
        with eigen_transactie(db.engine, geduld=KORT) as verbinding:
            verbinding.execute(update(ApiToken).where(ApiToken.id == id_).values(laatst_gebruikt_op=moment))
    except OperationalError:
        current_app.logger.info("Het gebruik van sleutel %s is niet genoteerd: de database is bezet.", id_)
