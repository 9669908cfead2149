"""A file with the tables of a period, as it waits for somebody to choose: everything that was read of it."""

from dataclasses import dataclass, field
from typing import Any

from app.domain.voortgangstabel import Tabellen
from app.reading.terug.voortgang_bouw import TabellenTerug
from app.services.voortgang.tabellen_json import als_dict, uit_dict
from app.services.voortgang.terug import Herkomst
from app.terugkomst.bewaard import Opmerking


@dataclass(frozen=True, slots=True)
class BewaardeVoortgang:
    periode_id: int
    uitvoer_id: int | None
    toen: Tabellen
    bestand: Tabellen
    wijzigingen: int = 0
    meldingen: list[str] = field(default_factory=list)
    niet_geplaatst: list[str] = field(default_factory=list)
    opmerkingen: list[Opmerking] = field(default_factory=list)


def als_inhoud(herkomst: Herkomst, gebracht: TabellenTerug) -> dict[str, Any]:
    return {
        "periode_id": herkomst.periode.id,
        "uitvoer_id": herkomst.uitvoer.id if herkomst.uitvoer else None,
        "toen": als_dict(herkomst.toen),
        "bestand": als_dict(gebracht.tabellen),
        "wijzigingen": gebracht.wijzigingen,
        "meldingen": gebracht.meldingen,
        "niet_geplaatst": gebracht.niet_geplaatst,
        "opmerkingen": [
            [plek.gebied_merk, plek.soort, plek.merk, opmerking.wie, opmerking.tekst]
            for plek, opmerking in gebracht.opmerkingen
        ],
    }


def uit_inhoud(inhoud: dict[str, Any]) -> BewaardeVoortgang:
    namen = ("periode_id", "uitvoer_id", "wijzigingen", "meldingen", "niet_geplaatst")
    return BewaardeVoortgang(
        toen=uit_dict(inhoud["toen"]),
        bestand=uit_dict(inhoud["bestand"]),
        opmerkingen=[Opmerking(*delen) for delen in inhoud["opmerkingen"]],
        **{naam: inhoud[naam] for naam in namen},
    )
