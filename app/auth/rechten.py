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
    TAKEN_BEKIJKEN = "taken bekijken"
    INDICATOREN_LEZEN = "indicatoren lezen"
    INDICATOREN_BEWERKEN = "indicatoren bewerken"
    METINGEN_INVOEREN = "metingen invoeren"
    KLEINE_AANTALLEN_ZIEN = "kleine aantallen zien"
    DREMPEL_BEPALEN = "drempel bepalen"
    KOERS_BEOORDELEN = "koers beoordelen"
    RAPPORTEN_LEZEN = "rapporten lezen"
    RAPPORTEN_SAMENSTELLEN = "rapporten samenstellen"
    SLEUTELS_BEHEREN = "sleutels beheren"
    API_LEZEN = "lezen via de api"
    API_SCHRIJVEN = "schrijven via de api"


LEZEN = {
    Recht.INGELOGD,
    Recht.NOTITIES_LEZEN,
    Recht.OPDRACHTEN_LEZEN,
    Recht.VOORTGANG_LEZEN,
    Recht.INDICATOREN_LEZEN,
    Recht.RAPPORTEN_LEZEN,
}
BEWERKEN = LEZEN | {
    Recht.NOTITIES_BEWERKEN,
    Recht.IMPORTEREN,
    Recht.VOORTGANG_INVULLEN,
    Recht.INDICATOREN_BEWERKEN,
    Recht.METINGEN_INVOEREN,
    Recht.KLEINE_AANTALLEN_ZIEN,
    Recht.RAPPORTEN_SAMENSTELLEN,
    Recht.TAKEN_BEKIJKEN,
}
BEHEER = {
    Recht.KLEUREN_BEPALEN,
    Recht.DREMPEL_BEPALEN,
    Recht.HERINNERINGEN_BEKIJKEN,
    Recht.SLEUTELS_BEHEREN,
    Recht.TAKEN_BEKIJKEN,
}
OORDELEN = {Recht.NOTITIES_VASTSTELLEN, Recht.VOORTGANG_BEOORDELEN, Recht.KOERS_BEOORDELEN}

# No role has these: such a route opens with a key of an organisatie, and not for who is logged in (see auth/sleutel).
SLEUTELRECHTEN = frozenset({Recht.API_LEZEN, Recht.API_SCHRIJVEN})

RECHTEN: dict[Rol, frozenset[Recht]] = {
    Rol.BELEIDSADVISEUR: frozenset(BEWERKEN),
    Rol.MANAGER: frozenset(BEWERKEN | BEHEER | OORDELEN),
    # The RIGG sees opdrachten and shared indicatoren of every gemeente in its regio; never the notities themselves.
    Rol.RIGG: frozenset({Recht.INGELOGD, Recht.OPDRACHTEN_LEZEN, Recht.INDICATOREN_LEZEN}),
    # A lezer sees what is final: closed periods, notities that are vastgesteld (see bereik).
    Rol.LEZER: frozenset(LEZEN),
    Rol.BEHEERDER: frozenset(LEZEN | BEHEER),
}


def mag(rol: Rol | None, recht: Recht) -> bool:
    return recht is Recht.OPENBAAR or (rol is not None and recht in RECHTEN[rol])
