"""Everything on the page where the user decides: what the file would do, and what can be chosen."""

from dataclasses import dataclass
from typing import Any

from flask_login import current_user

from app.auth.bereik import bruikbare_indicator
from app.domain.cijfers.indicatornaam import op_gelijkenis
from app.metingen_importeren import queries
from app.models import Importindicator, Metingimport, db
from app.reading.metingen.lezen import Betekenis, Verkenning, codering_in_woorden, uit_dict
from app.services.indicatoren.import_lezen import keuze_van
from app.services.indicatoren.import_namen import Bekend, Bekenden, zoek_bekenden
from app.services.indicatoren.import_vergelijken import Telling, telling_van
from app.web.bladeren import paginanummer

# More existing indicatoren than this are not offered with each name; those that resemble it most are.
MEESTE_KEUZES = 60
VOORBEELDRIJEN = 3


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column of the file: its place, heading, what it means ("" for nothing) and what stands in it."""

    nummer: int
    kop: str
    betekenis: str
    voorbeelden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Naam:
    """A name about which there is something to decide, with the existing indicatoren it could be."""

    rij: Importindicator
    keuzes: tuple[Bekend, ...]


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    telling: Telling
    kolommen: tuple[Kolom, ...]
    herkenning: str
    namen: queries.Pagina
    keuzes: tuple[Naam, ...]
    fouten: queries.Pagina
    wijzigingen: queries.Pagina
    gebieden: Any
    aantal_gebieden: int


def maak_voorbeeld(imp: Metingimport) -> Voorbeeld:
    verkenning = uit_dict(imp.verkenning) if imp.verkenning else None
    namen = queries.namen(imp, paginanummer("namen"))
    gebieden, aantal_gebieden = queries.gebieden(imp)
    return Voorbeeld(
        telling=telling_van(imp),
        kolommen=_kolommen(imp, verkenning) if verkenning else (),
        herkenning=_herkenning(verkenning) if verkenning else "",
        namen=namen,
        keuzes=_keuzes(imp, namen),
        fouten=queries.fouten(imp, paginanummer("fouten")),
        wijzigingen=queries.wijzigingen(imp, paginanummer("wijzigingen")),
        gebieden=gebieden,
        aantal_gebieden=aantal_gebieden,
    )


def bekenden_van(imp: Metingimport) -> Bekenden:
    return zoek_bekenden(db.session(), imp.organisatie_id, bruikbare_indicator(current_user.organisatie))


def _kolommen(imp: Metingimport, verkenning: Verkenning) -> tuple[Kolom, ...]:
    keuze = keuze_van(imp) or verkenning.kolomkeuze
    rijen = verkenning.voorbeeldrijen[:VOORBEELDRIJEN]
    return tuple(
        Kolom(k, kop, keuze.kolommen.get(k, ""), tuple(rij[k] for rij in rijen if rij[k]))
        for k, kop in enumerate(verkenning.koppen)
    )


def _herkenning(verkenning: Verkenning) -> str:
    """How the file was read, in words: "CSV, gescheiden door een puntkomma, UTF-8"."""
    if verkenning.soort == "xlsx":
        return f"Excel, blad '{verkenning.blad}'"
    teken, codering = verkenning.scheiding_in_woorden, codering_in_woorden(verkenning.codering)
    return ", ".join(filter(None, ("CSV", teken and f"gescheiden door een {teken}", codering)))


def _keuzes(imp: Metingimport, namen: queries.Pagina) -> tuple[Naam, ...]:
    if not namen.rijen:
        return ()
    bekenden = bekenden_van(imp)
    return tuple(_naam(rij, bekenden) for rij in namen.rijen if isinstance(rij, Importindicator))


def _naam(rij: Importindicator, bekenden: Bekenden) -> Naam:
    """What resembles the name most comes first, and what was chosen is always there."""
    per_naam = {bekend.naam: bekend for bekend in bekenden.op_id.values()}
    keuzes = [per_naam[naam] for naam in op_gelijkenis(rij.naam, per_naam)[:MEESTE_KEUZES]]
    gekozen = bekenden.op_id.get(rij.indicator_id or 0)
    return Naam(rij, tuple(keuzes if gekozen is None or gekozen in keuzes else [gekozen, *keuzes]))


BETEKENISSEN = tuple(Betekenis)
