"""What the user chose in the lists beside columns and names; anything that was not offered is passed over."""

from collections.abc import Iterator, Mapping

from sqlalchemy import select

from app.domain.cijfers.indicatornaam import kale_eenheid
from app.domain.cijfers.metingimport import Besluit
from app.metingen_importeren.voorbeeld import bekenden_van
from app.models import Importindicator, Metingimport, db
from app.reading.metingen.lezen import Betekenis, Kolomkeuze
from app.services.indicatoren.import_namen import Bekenden
from app.web.formulier import schoon

LANGSTE_EENHEID = 40
VANZELF = "vanzelf"
_BETEKENISSEN = {wat.value for wat in Betekenis}


def lees_kolommen(velden: Mapping[str, str], aantal: int) -> Kolomkeuze:
    gekozen = {kolom: velden.get(f"kolom-{kolom}", "") for kolom in range(aantal)}
    return Kolomkeuze({kolom: Betekenis(wat) for kolom, wat in gekozen.items() if wat in _BETEKENISSEN})


def neem_besluiten_over(imp: Metingimport, velden: Mapping[str, str]) -> list[str]:
    """Sentences about what could not be done."""
    nummers = [int(n) for n in _nummers(velden)]
    keuze = select(Importindicator).where(Importindicator.import_id == imp.id, Importindicator.nr.in_(nummers))
    bekenden = bekenden_van(imp)
    zinnen = (_besluit(rij, velden, bekenden) for rij in db.session.scalars(keuze.order_by(Importindicator.nr)))
    return [zin for zin in zinnen if zin]


def _nummers(velden: Mapping[str, str]) -> Iterator[str]:
    for naam in velden:
        soort, _, nummer = naam.partition("-")
        if soort == "besluit" and nummer.isascii() and nummer.isdecimal() and len(nummer) < 8:
            yield nummer


def _besluit(rij: Importindicator, velden: Mapping[str, str], bekenden: Bekenden) -> str:
    keuze = velden[f"besluit-{rij.nr}"]
    eenheid = kale_eenheid(schoon(velden.get(f"eenheid-{rij.nr}", "")))[:LANGSTE_EENHEID]
    if keuze == VANZELF:
        rij.gekozen = False
    elif keuze == Besluit.OVERSLAAN:
        rij.besluit, rij.indicator_id, rij.gekozen = Besluit.OVERSLAAN, None, True
    elif keuze == Besluit.NIEUW:
        rij.eenheid = rij.eenheid or eenheid
        if not rij.eenheid:
            return f"Schrijf bij '{rij.naam}' in welke eenheid hij gemeten is; dan kan hij gemaakt worden."
        rij.besluit, rij.indicator_id, rij.gekozen = Besluit.NIEUW, None, True
    elif keuze.isascii() and keuze.isdecimal() and int(keuze[:9]) in bekenden.op_id:
        rij.besluit, rij.indicator_id, rij.gekozen = Besluit.BESTAAND, int(keuze), True
    return ""
