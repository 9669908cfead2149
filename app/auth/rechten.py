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
    REGIO_LEZEN = "regio lezen"
    OPDRACHTEN_BEANTWOORDEN = "opdrachten beantwoorden"
    VOORTGANG_LEZEN = "voortgang lezen"
    VOORTGANG_INVULLEN = "voortgang invullen"
    VOORTGANG_BEOORDELEN = "voortgang beoordelen"
    INDICATOREN_LEZEN = "indicatoren lezen"
    INDICATOREN_BEWERKEN = "indicatoren bewerken"
    METINGEN_INVOEREN = "metingen invoeren"
    KLEINE_AANTALLEN_ZIEN = "kleine aantallen zien"
    KOERS_BEOORDELEN = "koers beoordelen"
    RAPPORTEN_LEZEN = "rapporten lezen"
    RAPPORTEN_SAMENSTELLEN = "rapporten samenstellen"
    TAKEN_BEKIJKEN = "taken bekijken"
    BEHEER_BEKIJKEN = "beheer bekijken"
    LOGBOEK_LEZEN = "logboek lezen"
    GEBRUIKERS_BEHEREN = "gebruikers beheren"
    ORGANISATIE_BEHEREN = "organisatie beheren"
    KLEUREN_BEPALEN = "kleuren bepalen"
    DREMPEL_BEPALEN = "drempel bepalen"
    HERINNERINGEN_BEKIJKEN = "herinneringen bekijken"
    SLEUTELS_BEHEREN = "sleutels beheren"
    API_LEZEN = "lezen via de api"
    API_SCHRIJVEN = "schrijven via de api"


A, M, R, L, B = Rol.BELEIDSADVISEUR, Rol.MANAGER, Rol.RIGG, Rol.LEZER, Rol.BEHEERDER
_: None = None

# A lezer sees only what is final, the RIGG only opdrachten and shared indicatoren of its regio: see auth/bereik.
# fmt: off
WIE_MAG: dict[Recht, tuple[Rol | None, ...]] = {
    Recht.INGELOGD:                 (A, M, R, L, B),
    Recht.NOTITIES_LEZEN:           (A, M, _, L, B),
    Recht.NOTITIES_BEWERKEN:        (A, M, _, _, _),
    Recht.NOTITIES_VASTSTELLEN:     (_, M, _, _, _),
    Recht.IMPORTEREN:               (A, M, _, _, _),
    Recht.OPDRACHTEN_LEZEN:         (A, M, R, L, B),
    Recht.REGIO_LEZEN:              (_, _, R, _, _),
    Recht.OPDRACHTEN_BEANTWOORDEN:  (_, _, R, _, _),
    Recht.VOORTGANG_LEZEN:          (A, M, _, L, B),
    Recht.VOORTGANG_INVULLEN:       (A, M, _, _, _),
    Recht.VOORTGANG_BEOORDELEN:     (_, M, _, _, _),
    Recht.INDICATOREN_LEZEN:        (A, M, R, L, B),
    Recht.INDICATOREN_BEWERKEN:     (A, M, _, _, _),
    Recht.METINGEN_INVOEREN:        (A, M, _, _, _),
    Recht.KLEINE_AANTALLEN_ZIEN:    (A, M, _, _, _),
    Recht.KOERS_BEOORDELEN:         (_, M, _, _, _),
    Recht.RAPPORTEN_LEZEN:          (A, M, _, L, B),
    Recht.RAPPORTEN_SAMENSTELLEN:   (A, M, _, _, _),
    Recht.TAKEN_BEKIJKEN:           (A, M, _, _, B),
    Recht.BEHEER_BEKIJKEN:          (_, M, _, _, B),
    Recht.LOGBOEK_LEZEN:            (_, M, _, _, B),
    Recht.GEBRUIKERS_BEHEREN:       (_, _, _, _, B),
    Recht.ORGANISATIE_BEHEREN:      (_, _, _, _, B),
    Recht.KLEUREN_BEPALEN:          (_, M, _, _, B),
    Recht.DREMPEL_BEPALEN:          (_, M, _, _, B),
    Recht.HERINNERINGEN_BEKIJKEN:   (_, M, _, _, B),
    Recht.SLEUTELS_BEHEREN:         (_, M, _, _, B),
    # Opens with a key of an organisatie, and not for who is logged in: see auth/sleutel.
    Recht.API_LEZEN:                (_, _, _, _, _),
    Recht.API_SCHRIJVEN:            (_, _, _, _, _),
}
# fmt: on

SLEUTELRECHTEN = frozenset({Recht.API_LEZEN, Recht.API_SCHRIJVEN})


def mag(rol: Rol | None, recht: Recht) -> bool:
    return recht is Recht.OPENBAAR or (rol is not None and rol in WIE_MAG[recht])
