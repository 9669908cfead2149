"""The main pages and the files, each with who asks for it."""

from scripts.meten.land.vullen import LAATSTE
from scripts.meten.paginas import Pagina
from scripts.meten.stand import Stand


def _adviseur(stand: Stand) -> str:
    return stand.gemeente.adviseur


def _manager(stand: Stand) -> str:
    return stand.gemeente.collega


def _rigg(stand: Stand) -> str:
    return stand.regio.rigg


def _notitie(nummer: int) -> Pagina:
    naam = ("notitie (adviseur)", "notitie, concept (adviseur)")[nummer]
    return Pagina(naam, _adviseur, lambda stand: f"/notities/{stand.gemeente.notities[nummer]}")


# In an empty database the first indicator has this id.
INDICATOR = 1
EIGEN = (
    Pagina("Mijn werk (adviseur)", _adviseur, lambda _: "/"),
    _notitie(0),
    _notitie(1),
    Pagina("probleemgebied (adviseur)", _adviseur, lambda stand: f"/probleemgebieden/{stand.gemeente.gebieden[0]}"),
    Pagina("opdrachten (adviseur)", _adviseur, lambda _: "/opdrachten/"),
    Pagina("voortgang, overzicht (manager)", _manager, lambda _: f"/voortgang/{LAATSTE}/overzicht"),
    Pagina("voortgang, invullen (adviseur)", _adviseur, lambda _: f"/voortgang/{LAATSTE}/invullen"),
    Pagina("alle indicatoren (adviseur)", _adviseur, lambda _: "/indicatoren/alle"),
    Pagina("indicator (adviseur)", _adviseur, lambda _: f"/indicatoren/{INDICATOR}"),
    Pagina("cijfers invullen (adviseur)", _adviseur, lambda _: "/indicatoren/invullen?frequentie=maand"),
    Pagina("koersoverzicht (adviseur)", _adviseur, lambda _: "/indicatoren/"),
)
# These show the regio: with 342 gemeenten there is more to see than with one.
REGIO = (
    Pagina("Mijn werk (RIGG)", _rigg, lambda _: "/"),
    Pagina("opdrachten (RIGG)", _rigg, lambda _: "/opdrachten/"),
    Pagina("regio (RIGG)", _rigg, lambda _: "/regio/"),
    Pagina("koersoverzicht (RIGG)", _rigg, lambda _: "/indicatoren/"),
)
BESTANDEN = (
    Pagina("opdrachten als csv (adviseur)", _adviseur, lambda _: "/opdrachten/exporteren.csv"),
    Pagina("opdrachten als docx (adviseur)", _adviseur, lambda _: "/opdrachten/exporteren.docx"),
    Pagina("koersen als xlsx (adviseur)", _adviseur, lambda _: "/indicatoren/koersen.xlsx"),
    Pagina("opdrachten als csv (RIGG)", _rigg, lambda _: "/opdrachten/exporteren.csv"),
    Pagina("opdrachten als xlsx (RIGG)", _rigg, lambda _: "/opdrachten/exporteren.xlsx"),
)
