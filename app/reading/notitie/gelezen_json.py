"""A GelezenNotitie as plain values and back, to keep it between the preview and the confirmation."""

from typing import Any

from app.domain.notitie import structuur_json
from app.reading.notitie.gelezen import GelezenNotitie, NietHerkend
from app.reading.plaats import Plaats

Object = dict[str, Any]


def als_dict(gelezen: GelezenNotitie) -> Object:
    """Ready for `json.dumps`."""
    return {
        "notitie": structuur_json.als_dict(gelezen.notitie),
        "bron": {pad: [_plaats(plaats), tekst] for pad, (plaats, tekst) in gelezen.bron.items()},
        "niet_herkend": [
            {"tekst": item.tekst, "plaats": _plaats(item.plaats), "probleemgebied": item.probleemgebied}
            for item in gelezen.niet_herkend
        ],
        "waarschuwingen": list(gelezen.waarschuwingen),
    }


def uit_dict(waarde: Object) -> GelezenNotitie:
    """The inverse of `als_dict`. Raises ValueError when it is something else."""
    try:
        return GelezenNotitie(
            notitie=structuur_json.uit_dict(waarde["notitie"]),
            bron={pad: (_lees_plaats(plek), str(tekst)) for pad, (plek, tekst) in waarde["bron"].items()},
            niet_herkend=[
                NietHerkend(str(item["tekst"]), _lees_plaats(item["plaats"]), item["probleemgebied"])
                for item in waarde["niet_herkend"]
            ],
            waarschuwingen=[str(zin) for zin in waarde["waarschuwingen"]],
        )
    except (KeyError, TypeError, AttributeError) as fout:
        raise ValueError("Dit is geen bewaarde gelezen notitie.") from fout


def _plaats(plaats: Plaats) -> list[int | None]:
    return [plaats.tabel, plaats.rij, plaats.alinea, plaats.bladzijde, plaats.regel, plaats.doorgeteld]


def _lees_plaats(waarde: list[Any]) -> Plaats:
    return Plaats(*waarde)
