"""Everything that can be managed, on one page; each entry for who may do it."""

from dataclasses import dataclass

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.auth.bewaking import vereist
from app.auth.rechten import Recht, mag
from app.beheer.blauwdruk import scherm


@dataclass(frozen=True, slots=True)
class Ingang:
    titel: str
    uitleg: str
    endpoint: str
    recht: Recht


INGANGEN = {
    "Wie mag wat": (
        Ingang(
            "Gebruikers",
            "Wie er mag inloggen, met welke rol.",
            "beheer.gebruikers",
            Recht.GEBRUIKERS_BEHEREN,
        ),
        Ingang("Rollen en rechten", "Wat elke rol mag zien en doen.", "beheer.rollen", Recht.BEHEER_BEKIJKEN),
        Ingang(
            "Organisatie",
            "De naam, en of iedereen in twee stappen inlogt.",
            "beheer.organisatie",
            Recht.ORGANISATIE_BEHEREN,
        ),
    ),
    "Begrippen en grenzen": (
        Ingang(
            "Huisstijl",
            "Het logo en de kleur van de bestanden die u maakt.",
            "beheer.huisstijl",
            Recht.ORGANISATIE_BEHEREN,
        ),
        Ingang("Kleuren", "Wat groen, oranje en rood bij u betekenen.", "voortgang.kleuren", Recht.KLEUREN_BEPALEN),
        Ingang(
            "Kleine aantallen",
            "Onder welke drempel een aantal niet wordt getoond.",
            "indicatoren.instellingen",
            Recht.DREMPEL_BEPALEN,
        ),
    ),
    "Wat er gebeurde": (
        Ingang("Logboek", "Wie wat wanneer wijzigde, met oud en nieuw.", "logboek.overzicht", Recht.LOGBOEK_LEZEN),
        Ingang("Prullenbak", "Wat is verwijderd, om terug te zetten.", "prullenbak.overzicht", Recht.NOTITIES_BEWERKEN),
    ),
    "Systeem": (
        Ingang(
            "Sleutels voor de API",
            "Toegang voor andere systemen, zoals een datawarehouse.",
            "sleutels.overzicht",
            Recht.SLEUTELS_BEHEREN,
        ),
        Ingang("Herinneringen", "Welke mails verstuurd zijn.", "herinneringen.overzicht", Recht.HERINNERINGEN_BEKIJKEN),
        Ingang(
            "Taken op de achtergrond",
            "Werk dat lang duurt, zoals een groot bestand inlezen.",
            "taken.overzicht",
            Recht.TAKEN_BEKIJKEN,
        ),
    ),
}


@scherm.get("/")
@vereist(Recht.BEHEER_BEKIJKEN)
def overzicht() -> ResponseReturnValue:
    groepen = {
        titel: [ingang for ingang in ingangen if mag(current_user.rol, ingang.recht)]
        for titel, ingangen in INGANGEN.items()
    }
    return render_template("beheer/overzicht.html", groepen=groepen)
