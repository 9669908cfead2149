"""What changed in the opdrachten of a regio since an earlier file, as a neutral document."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from app.domain.regio.wijzigingen import VELDEN, Wijziging, Wijzigingsoort
from app.domain.stroom import Stroom
from app.domain.taal.datums import toon_moment
from app.domain.taal.hoeveel import hoeveel
from app.writing.document import Alinea, Blok, Document, Gegevens, Kolom, Tabel, Waarde
from app.writing.nederlands import opsomming

TITEL = "Wijzigingen in de opdrachten aan de RIGG"
NIETS = "Er is sindsdien niets veranderd."
_KOLOMMEN = (
    "wijziging",
    "gemeente",
    "notitie",
    "versie",
    "probleemgebied",
    "soort",
    "nummer",
    "tekst",
    "was",
    "streefwaarde",
    "gedeeld",
    "voorbehoud",
    "antwoord",
    "toelichting antwoord",
)


def wijzigingen_document(wijzigingen: Sequence[Wijziging], *, regio: str, sinds: datetime, datum: date) -> Document:
    return Document(
        titel=TITEL,
        ondertitel=f"Sinds {toon_moment(sinds)}",
        organisatie=f"Regio {regio}",
        datum=datum,
        blokken=Stroom(lambda: _inhoud(wijzigingen)),
        gegevens=Gegevens(tuple(map(Kolom, _KOLOMMEN)), Stroom(lambda: map(_rij, wijzigingen))),
        structuur={
            "sinds": sinds.isoformat(timespec="seconds"),
            "wijzigingen": Stroom(lambda: map(_als_dict, wijzigingen)),
        },
        liggend=True,
    )


def _inhoud(wijzigingen: Sequence[Wijziging]) -> Iterator[Blok]:
    if not wijzigingen:
        yield Alinea(NIETS)
        return
    yield Alinea(_zin(wijzigingen))
    kolommen = (Kolom("Wat", 1.8), Kolom("Waar", 2.4), Kolom("Nu", 4), Kolom("Was", 3), Kolom("Antwoord RIGG", 2))
    yield Tabel(TITEL, kolommen, tuple(map(_leesrij, wijzigingen)))


def _zin(wijzigingen: Sequence[Wijziging]) -> str:
    aantallen = Counter(wijziging.soort for wijziging in wijzigingen)
    delen = [f"{aantallen[soort]} {soort}" for soort in Wijzigingsoort if aantallen[soort]]
    return f"{hoeveel(len(wijzigingen), 'opdracht is', 'opdrachten zijn')} anders: {opsomming(delen)}."


def _leesrij(wijziging: Wijziging) -> tuple[Waarde, ...]:
    beeld = wijziging.laatste
    nummer = f", {beeld['soort']} {beeld['nummer']}" if beeld["nummer"] else ""
    waar = f"{beeld['gemeente']}, {beeld['probleemgebied']}{nummer}"
    antwoord = ". ".join(filter(None, [beeld["antwoord"].capitalize(), beeld["toelichting"]]))
    tekst = "\n".join(filter(None, [beeld["tekst"], _merken(beeld)])) if wijziging.nu else ""
    return (wijziging.in_woorden.capitalize(), waar, tekst, wijziging.was, antwoord if wijziging.nu else "")


def _merken(beeld: dict[str, Any]) -> str:
    merken = [beeld["streefwaarde"], "gedeeld" * beeld["gedeeld"], "onder voorbehoud" * beeld["voorbehoud"]]
    zin = "; ".join(filter(None, merken))
    return f"({zin})" if zin else ""


def _rij(wijziging: Wijziging) -> tuple[Waarde, ...]:
    b = wijziging.laatste
    nu = wijziging.nu
    return (
        wijziging.in_woorden, b["gemeente"], b["notitie"], b["versie"], b["probleemgebied"], b["soort"], b["nummer"],
        b["tekst"] if nu else "", wijziging.was, b["streefwaarde"], _ja_nee(b["gedeeld"]), _ja_nee(b["voorbehoud"]),
        b["antwoord"], b["toelichting"],
    )  # fmt: skip


def _ja_nee(waarde: bool) -> str:
    return "ja" if waarde else "nee"


def _als_dict(wijziging: Wijziging) -> dict[str, Any]:
    return {
        "wijziging": wijziging.soort.value,
        "velden": [VELDEN[veld] for veld in wijziging.velden],
        "nu": dict(wijziging.nu) or None,
        "was": dict(wijziging.toen) or None,
    }
