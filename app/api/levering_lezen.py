"""What a system sends, into figures that could be stored, by the same rules as a file."""

import re
from decimal import Decimal

from app.api.vormen import Levering, NieuweMetingVorm
from app.domain.cijfers.meetperiode import OngeldigeMeetperiode, lees_meetperiode
from app.domain.cijfers.meetwaarde import OngeldigeWaarde, lees_meetwaarde
from app.domain.persoonsgegevens.tabel import Persoonscontrole
from app.domain.taal.citaat import citaat
from app.models import Indicator, Organisatie
from app.services.indicatoren.gebied import als_gebied
from app.services.indicatoren.metingen_opslaan import NieuweMeting
from app.web.formulier import schoon
from app.web.probleem import Foutplek, Probleem

GETAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII)
TEKSTEN = ("gebied", "waarde", "bron", "toelichting")


def weiger_personen(levering: Levering) -> None:
    """Raises Probleem 422 for what looks like personal data. Nothing of it is stored then, whatever was asked."""
    controle = Persoonscontrole()
    controle.bekijk("reden", levering.reden)
    for meting in levering.metingen:
        for naam in TEKSTEN:
            controle.bekijk(naam, getattr(meting, naam))
    if controle.bezwaar:
        raise Probleem(422, f"{controle.bezwaar} Er is niets opgeslagen.")


def lees_metingen(
    indicator: Indicator, organisatie: Organisatie, levering: Levering
) -> tuple[dict[int, NieuweMeting], list[Foutplek]]:
    """Per place in the delivery a figure, and the places where there is none."""
    metingen: dict[int, NieuweMeting] = {}
    fouten: list[Foutplek] = []
    for index, vorm in enumerate(levering.metingen):
        try:
            metingen[index] = _meting(indicator, organisatie, vorm)
        except OngeldigeMeetperiode as fout:
            fouten.append(Foutplek(f"/metingen/{index}/periode", str(fout), index))
        except OngeldigeWaarde as fout:
            fouten.append(Foutplek(f"/metingen/{index}/waarde", str(fout), index))
    return metingen, fouten


def _meting(indicator: Indicator, organisatie: Organisatie, vorm: NieuweMetingVorm) -> NieuweMeting:
    return NieuweMeting(
        indicator=indicator,
        periode=lees_meetperiode(vorm.periode),
        waarde=_waarde(vorm.waarde),
        soort=vorm.reeks,
        gebied=als_gebied(organisatie, schoon(vorm.gebied)),
        voorlopig=vorm.voorlopig,
        bron=schoon(vorm.bron),
        toelichting=schoon(vorm.toelichting),
    )


def _waarde(tekst: str) -> Decimal:
    """Systems write figures in one way only. Raises OngeldigeWaarde."""
    if not GETAL.fullmatch(tekst):
        raise OngeldigeWaarde(f"{citaat(tekst)} is geen getal met een punt voor de decimalen, zoals 1234.5.")
    return lees_meetwaarde(tekst, eenheid=None, decimaal=".")
