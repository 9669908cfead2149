"""The logboek to take along: long lists are sent while they are read."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import cast

from flask import Flask, Response, current_app
from flask.typing import ResponseReturnValue

from app.domain.datums import toon_moment, vandaag
from app.domain.logverschil import in_een_zin
from app.logboek.keuze import BRONNEN, ONDERWERPEN, Keuze, in_woorden
from app.logboek.queries import NIET_VOOR_U, Brok, Lezer, Regel, alle_regels, brok
from app.web.bestand import ONBEKEND_FORMAAT, als_bestand
from app.web.fouten import foutpagina
from app.writing.formaten import FORMATEN, slak
from app.writing.logboek import Opgave, Rij, csv_stroom, json_stroom, logboek_document

IN_STUKKEN = ("csv", "json")
ALS_BLAD = ("xlsx", "ods")
SOORTEN = (*ALS_BLAD, *IN_STUKKEN)
# A spreadsheet is made in memory.
MEESTE_RIJEN = 10_000
TE_VEEL = (
    f"Dit zijn meer dan {MEESTE_RIJEN:_} regels; daarvoor is een rekenblad te groot. Kies csv of json, of een kortere "
    "periode. Er is niets gemaakt."
).replace("_", ".")


def logboek_bestand(
    formaat: str, lezer: Lezer, organisatie: str, keuze: Keuze, gebruikers: Mapping[int, str]
) -> ResponseReturnValue:
    if formaat not in SOORTEN:
        return foutpagina(404, uitleg=ONBEKEND_FORMAAT)
    opgave = Opgave(organisatie, vandaag(), in_woorden(keuze, gebruikers))
    if formaat in ALS_BLAD:
        rijen = list(islice(map(_rij, alle_regels(lezer, keuze)), MEESTE_RIJEN + 1))
        if len(rijen) > MEESTE_RIJEN:
            return foutpagina(422, uitleg=TE_VEEL)
        return als_bestand(logboek_document(opgave, rijen), formaat)
    stroom = map(_rij, alle_regels(lezer, keuze, _in_eigen_sessie()))
    return _in_stukken(csv_stroom(stroom) if formaat == "csv" else json_stroom(opgave, stroom), formaat, opgave)


def _in_eigen_sessie() -> Brok:
    """For what is read while it is sent: the session of the request is over by then. Each piece has its own, so that
    nothing stays open when whoever asked for the file goes away halfway."""
    app = cast(Flask, current_app._get_current_object())  # type: ignore[attr-defined]

    def lees(lezer: Lezer, keuze: Keuze, voor: int | None) -> list[Regel]:
        with app.app_context():
            return brok(lezer, keuze, voor)

    return lees


def _in_stukken(stroom: Iterator[bytes], formaat: str, opgave: Opgave) -> Response:
    antwoord = Response(stroom, mimetype=FORMATEN[formaat].mimetype)
    naam = f"logboek-{slak(opgave.organisatie)}-{opgave.datum.isoformat()}.{formaat}"
    antwoord.headers.set("Content-Disposition", "attachment", filename=naam)
    antwoord.headers["Cache-Control"] = "no-store"
    return antwoord


def _rij(regel: Regel) -> Rij:
    oud, nieuw = in_een_zin(regel.oud), in_een_zin(regel.nieuw)
    return (
        toon_moment(regel.tijdstip),
        regel.wie or "Doelspoor",
        BRONNEN[regel.bron],
        ONDERWERPEN[regel.onderwerp],
        regel.omschrijving,
        oud,
        NIET_VOOR_U if regel.zonder_cijfers else nieuw,
    )
