"""The commands. Each opens one transaction, and ends with code 2 and one Dutch sentence when it cannot do its work."""

from flask import Flask

from app.cli import (
    demo,
    exporteer,
    gebruiker,
    herinneringen,
    importeer_metingen,
    importeer_voortgang,
    organisatie,
    reservekopie,
    werker,
)


def init_app(app: Flask) -> None:
    for commando in (
        organisatie.organisatie,
        gebruiker.gebruiker,
        demo.demo,
        exporteer.exporteer,
        importeer_metingen.importeer,
        importeer_voortgang.importeer,
        herinneringen.herinneringen,
        werker.werker,
        werker.taak,
        reservekopie.backup,
        reservekopie.herstel,
    ):
        app.cli.add_command(commando)
