"""The whole policy on one screen: which role may do what. A route names the Recht it needs."""

from enum import StrEnum

from app.models import Rol


class Recht(StrEnum):
    OPENBAAR = "openbaar"  # also without logging in
    INGELOGD = "ingelogd"
    NOTITIES_LEZEN = "notities lezen"
    NOTITIES_BEWERKEN = "notities bewerken"
    NOTITIES_VASTSTELLEN = "notities vaststellen"
    IMPORTEREN = "importeren"
    OPDRACHTEN_LEZEN = "opdrachten lezen"


LEZEN = {Recht.INGELOGD, Recht.NOTITIES_LEZEN, Recht.OPDRACHTEN_LEZEN}

RECHTEN: dict[Rol, frozenset[Recht]] = {
    Rol.BELEIDSADVISEUR: frozenset(LEZEN | {Recht.NOTITIES_BEWERKEN, Recht.IMPORTEREN}),
    Rol.MANAGER: frozenset(LEZEN | {Recht.NOTITIES_BEWERKEN, Recht.NOTITIES_VASTSTELLEN, Recht.IMPORTEREN}),
    # The RIGG sees opdrachten only, of every gemeente in its regio; never the notities themselves.
    Rol.RIGG: frozenset({Recht.INGELOGD, Recht.OPDRACHTEN_LEZEN}),
    Rol.LEZER: frozenset(LEZEN),
    Rol.BEHEERDER: frozenset(LEZEN),
}


def mag(rol: Rol | None, recht: Recht) -> bool:
    return recht is Recht.OPENBAAR or (rol is not None and recht in RECHTEN[rol])
