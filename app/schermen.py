"""The areas of the product that have screens, in the order of the navigation."""

from flask import Blueprint

from app.account import scherm as account
from app.api import scherm as api
from app.beheer import scherm as beheer
from app.gezondheid.routes import scherm as gezondheid
from app.herinneringen.routes import scherm as herinneringen
from app.importeren.routes import scherm as importeren
from app.indicatoren import scherm as indicatoren
from app.inloggen import scherm as inloggen
from app.logboek import scherm as logboek
from app.metingen_importeren import scherm as metingen_importeren
from app.mijn_werk.routes import scherm as mijn_werk
from app.notities.routes import scherm as notities
from app.opdrachten.routes import scherm as opdrachten
from app.probleemgebieden import scherm as probleemgebieden
from app.prullenbak import scherm as prullenbak
from app.rapportages import scherm as rapportages
from app.regio import scherm as regio
from app.sleutels.routes import scherm as sleutels
from app.taken.routes import scherm as taken
from app.terugkomst import scherm as terugkomst
from app.versies import scherm as versies
from app.voortgang import scherm as voortgang
from app.voortgang_overzicht import scherm as voortgang_overzicht

SCHERMEN: tuple[Blueprint, ...] = (
    inloggen,
    mijn_werk,
    notities,
    versies,
    probleemgebieden,
    importeren,
    terugkomst,
    voortgang,
    voortgang_overzicht,
    rapportages,
    indicatoren,
    metingen_importeren,
    opdrachten,
    regio,
    herinneringen,
    account,
    beheer,
    logboek,
    prullenbak,
    taken,
    sleutels,
    api,
    gezondheid,
)
