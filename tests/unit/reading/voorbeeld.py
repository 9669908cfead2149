"""An invented notitie of an invented gemeente, with every part a real one has."""

from dataclasses import replace
from typing import Any

from app.domain.notitie.structuur_json import als_dict
from app.domain.streefwaarde.lezen import lees_streefwaarde
from app.domain.structuur import (
    Doel,
    Indicator,
    Interventie,
    Notitie,
    Onderdeel,
    Opdracht,
    Opdrachtnemer,
    Prioriteit,
    Probleemgebied,
    Verwijzing,
)


def doelen(*teksten: str) -> list[Doel]:
    return [Doel(nummer, tekst, lees_streefwaarde(tekst)) for nummer, tekst in enumerate(teksten, start=1)]


def nummers(*waarden: int) -> list[Verwijzing]:
    return [Verwijzing(waarde) for waarde in waarden]


def voorbeeld() -> Notitie:
    return Notitie(
        titel="Notitie Samen Verder",
        gemeente="Waterbroek",
        referentiejaar=2021,
        doeljaar=2025,
        probleemgebieden=[_wonen(), _school(), _vervoer()],
    )


def _wonen() -> Probleemgebied:
    return Probleemgebied(
        volgorde=1,
        naam="Wonen met zorg",
        prioriteit=Prioriteit.TOP_VIJF,
        ist=["Er zijn te weinig plekken in het noorden.", "Wachten duurt gemiddeld 11 weken (soms langer)."],
        soll=["Wie zorg nodig heeft, woont dichtbij.", "Buren kennen elkaar; hulp is nabij.", "Niemand wacht lang."],
        doelen=doelen(
            "15% minder aanvragen van buiten de regio in 2025 t.o.v. 2021.",
            "30 nieuwe woonplekken in 2025.",
            "Wachttijd van 11 naar 4 weken in 2025 ten opzichte van 2021.",
        ),
        doelen_toelichting="Voor deze doelen is 2 fte nodig.",
        indicatoren=[
            Indicator(1, "Aantal aanvragen van buiten de regio per jaar."),
            Indicator(2, "Aantal woonplekken op 1 januari."),
            Indicator(3, "Gemiddelde wachttijd in weken."),
        ],
        indicatoren_inleiding="Deze horen bij de doelen met hetzelfde nummer",
        interventies=[
            Interventie(
                1,
                "Afspraken maken met de corporaties:",
                [Onderdeel("a", "Over de bouw van kleine woningen."), Onderdeel("b", "Over het delen van ruimtes.")],
            ),
            Interventie(2, "Een loket openen voor vragen over wonen."),
            Interventie(3, "Regionaal inkopen van tijdelijke plekken."),
        ],
        opdracht={
            Opdrachtnemer.LOKAAL: Opdracht(
                ["Opstellen van een woonplan."],
                nummers(2, 3),
                [Verwijzing(1, ("a", "b")), Verwijzing(2)],
            ),
            Opdrachtnemer.RIGG: Opdracht([], nummers(1), [Verwijzing(2, voorbehoud=True), Verwijzing(3)]),
        },
        toelichting="De cijfers over 2020 zijn voorlopig.",
    )


def _school() -> Probleemgebied:
    return Probleemgebied(
        volgorde=2,
        naam="Hulp op school (12+)",
        prioriteit=Prioriteit.TOP_VIJF,
        ist=["Scholen weten de weg naar hulp niet."],
        soll=["Elke school heeft een vaste contactpersoon."],
        doelen=doelen(
            "X% meer leerlingen krijgt hulp op school in 2025 t.o.v. 2021.",
            "Minimaal 6 scholen doen mee in 2025.",
            "Leraren voelen zich gesteund.",
        ),
        indicatoren=[Indicator(2, "Aantal scholen dat meedoet.")],
        indicatoren_inleiding="Deze horen bij de doelen met hetzelfde nummer",
        interventies=[
            Interventie(1, "Contactpersonen aanwijzen."),
            Interventie(2, "Een leerkring voor leraren starten."),
        ],
        opdracht={
            Opdrachtnemer.LOKAAL: Opdracht([], nummers(1, 2, 3), nummers(1, 2)),
            Opdrachtnemer.RIGG: Opdracht(),
        },
    )


def _vervoer() -> Probleemgebied:
    return Probleemgebied(
        volgorde=3,
        naam="Vervoer",
        prioriteit=Prioriteit.TOP_VIJF,
        ist=["Taxi's rijden half leeg."],
        soll=["Reizen gebeurt samen.", "Fietsen is gewoon."],
        doelen=doelen("20 tot 25 kinderen minder in de taxi in 2025 t.o.v. 2021."),
        indicatoren=[],
        indicatoren_inleiding="Niet van toepassing.",
        interventies=[Interventie(1, "Routes opnieuw indelen.")],
        opdracht={
            Opdrachtnemer.LOKAAL: Opdracht([], nummers(1), []),
            Opdrachtnemer.RIGG: Opdracht(
                ["Vervoer blijft een taak van de regio.", "Contracten verlengen."], [], nummers(1)
            ),
        },
        toelichting="Het aantal ritten daalde in de zomer.",
        naam_in_lijst="Leerlingen onderweg",
    )


def zonder_inleiding(notitie: Notitie) -> dict[str, Any]:
    """For comparing with what a file was built from: the builder writes an introduction of its own."""
    return als_dict(replace(notitie, inleiding=""))
