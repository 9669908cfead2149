"""A file with the tables of a period, as it waits for somebody to choose: everything that was read of it."""

from dataclasses import dataclass, field
from typing import Any

from app.domain.voortgang.tabel import Tabellen
from app.reading.terug.voortgang_bouw import TabellenTerug
from app.services.voortgang.tabellen_json import als_dict, uit_dict
from app.services.voortgang.terug import Herkomst
from app.terugkomst.bewaard import Opmerking, gedeeld, gedeelde_velden


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
        "toen": als_dict(herkomst.toen),
        "bestand": als_dict(gebracht.tabellen),
        **gedeeld(herkomst.uitvoer, gebracht),
    }


def uit_inhoud(inhoud: dict[str, Any]) -> BewaardeVoortgang:
    return BewaardeVoortgang(
        periode_id=inhoud["periode_id"],
        toen=uit_dict(inhoud["toen"]),
        bestand=uit_dict(inhoud["bestand"]),
        **gedeelde_velden(inhoud),
    )
