"""What is handed out as a text document is kept: it is what the file is laid beside when it comes back."""

import hashlib
import json
import secrets
import string
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, select

from app.domain import structuur as s
from app.domain.notitie.structuur_json import als_dict
from app.domain.voortgang.tabel import Tabellen
from app.models import Notitie, Rapportageperiode, Uitvoer, nu
from app.models.basis import Sessie
from app.services.voortgang.tabellen_json import als_dict as als_dict_tabellen

BEWAARTIJD = timedelta(days=2 * 365)
CODELENGTE = 16
ALS_DEEL = "als_deel"  # in `inhoud`, beside the notitie itself
TABELLEN, KOLOMMEN = "tabellen", "kolommen"  # in `inhoud` of a period
_TEKENS = string.ascii_lowercase + string.digits


def bewaar_uitvoer_van_notitie(
    session: Sessie, *, notitie: Notitie, inhoud: s.Notitie, gebruiker_id: int | None, als_deel: bool = False
) -> Uitvoer:
    """`inhoud`: the notitie as it goes into the file; `als_deel`: only some probleemgebieden of it."""
    geheel = als_dict(inhoud) | ({ALS_DEEL: True} if als_deel else {})
    return _bewaar(session, {"notitie_id": notitie.id}, notitie.organisatie_id, geheel, gebruiker_id)


def bewaar_uitvoer_van_voortgang(
    session: Sessie, *, periode: Rapportageperiode, tabellen: Tabellen, kolommen: list[str], gebruiker_id: int | None
) -> Uitvoer:
    """`tabellen`: what goes into the file; `kolommen`: the columns that somebody may want or not."""
    inhoud = {TABELLEN: als_dict_tabellen(tabellen), KOLOMMEN: kolommen}
    return _bewaar(session, {"periode_id": periode.id}, periode.organisatie_id, inhoud, gebruiker_id)


def _bewaar(
    session: Sessie,
    onderwerp: dict[str, int],
    organisatie_id: int,
    inhoud: dict[str, Any],
    gebruiker_id: int | None,
) -> Uitvoer:
    """Who hands out the same again gets the same code. Throws away what is too old to come back."""
    session.execute(delete(Uitvoer).where(Uitvoer.tijdstip < nu() - BEWAARTIJD))
    afdruk = hashlib.sha256(json.dumps(inhoud, sort_keys=True).encode()).hexdigest()
    zelfde = select(Uitvoer).filter_by(afdruk=afdruk, gebruiker_id=gebruiker_id, **onderwerp)
    bekend = session.scalars(zelfde.order_by(Uitvoer.id.desc()).limit(1)).first()
    if bekend is not None:
        return bekend
    uitvoer = Uitvoer(
        code="".join(secrets.choice(_TEKENS) for _ in range(CODELENGTE)),
        organisatie_id=organisatie_id,
        gebruiker_id=gebruiker_id,
        afdruk=afdruk,
        inhoud=inhoud,
        **onderwerp,
    )
    session.add(uitvoer)
    session.flush()
    return uitvoer


def vind_uitvoer(session: Sessie, *, code: str, organisatie_id: int) -> Uitvoer | None:
    """None for what another organisatie handed out too, or what is no longer kept."""
    keuze = select(Uitvoer).where(Uitvoer.code == code, Uitvoer.organisatie_id == organisatie_id)
    return session.scalars(keuze).first()
