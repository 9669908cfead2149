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
    VOORTGANG_LEZEN = "voortgang lezen"
    VOORTGANG_INVULLEN = "voortgang invullen"
    VOORTGANG_BEOORDELEN = "voortgang beoordelen"
    KLEUREN_BEPALEN = "kleuren bepalen"
    HERINNERINGEN_BEKIJKEN = "herinneringen bekijken"


LEZEN = {Recht.INGELOGD, Recht.NOTITIES_LEZEN, Recht.OPDRACHTEN_LEZEN, Recht.VOORTGANG_LEZEN}
BEWERKEN = LEZEN | {Recht.NOTITIES_BEWERKEN, Recht.IMPORTEREN, Recht.VOORTGANG_INVULLEN}
BEHEER = {Recht.KLEUREN_BEPALEN, Recht.HERINNERINGEN_BEKIJKEN}

RECHTEN: dict[Rol, frozenset[Recht]] = {
    Rol.BELEIDSADVISEUR: frozenset(BEWERKEN),
    Rol.MANAGER: frozenset(BEWERKEN | BEHEER | {Recht.NOTITIES_VASTSTELLEN, Recht.VOORTGANG_BEOORDELEN}),
    # The RIGG sees opdrachten only, of every gemeente in its regio; never the notities themselves.
    Rol.RIGG: frozenset({Recht.INGELOGD, Recht.OPDRACHTEN_LEZEN}),
    # A lezer sees what is final: closed periods, notities that are vastgesteld (see bereik).
    Rol.LEZER: frozenset(LEZEN),
    Rol.BEHEERDER: frozenset(LEZEN | BEHEER),
}


def mag(rol: Rol | None, recht: Recht) -> bool:
    return recht is Recht.OPENBAAR or (rol is not None and recht in RECHTEN[rol])
