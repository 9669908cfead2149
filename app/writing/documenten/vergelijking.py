"""Gemeenten beside each other as a neutral document."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from app.domain.cijfers.meetperiode import Meetperiode
from app.domain.cijfers.meetwaarde import toon_meetwaarde
from app.domain.taal.getallen import toon_getal
from app.models import Indicator
from app.services.indicatoren.vergelijking import PER, Vergeleken, Vergelijking
from app.writing.document import Alinea, Blok, Document, Grafiek, Kolom, Lijst, Tabel
from app.writing.grafiek.staven import Staaf, Staafgrafiek

# Bars that fit on one page below each other, and how many are drawn.
PER_GRAFIEK, MEESTE_STAVEN = 30, 60
_GEGEVENS = ("indicator", "eenheid", "noemer", "periode", "organisatie", "gebied", "waarde", "voorlopig", "toelichting")


def toon_waarde(rij: Vergeleken, indicator: Indicator, vergelijking: Vergelijking) -> str:
    """A count per 1.000 is a bare number; euros stay euros."""
    if rij.waarde is None:
        return rij.tekst
    if vergelijking.noemer is not None and indicator.eenheid != "euro":
        return toon_getal(rij.waarde)
    return toon_meetwaarde(rij.waarde, indicator.eenheid)


def per_wat(vergelijking: Vergelijking) -> str:
    """ "per 1.000 Jongeren tot 18 jaar"; empty for the figures themselves."""
    return f"per {toon_getal(Decimal(PER))} {vergelijking.noemer.naam}" if vergelijking.noemer else ""


def vergelijking_document(
    vergelijking: Vergelijking, *, indicator: Indicator, periode: Meetperiode, organisatie: str, datum: date
) -> Document:
    """`organisatie`: who looks; its own bar stands out."""
    per = per_wat(vergelijking)
    rijen = tuple(
        (rij.naam, toon_waarde(rij, indicator, vergelijking), "voorlopig" if rij.voorlopig else "")
        for rij in vergelijking.rijen
    )
    tabel = Tabel(
        indicator.naam, (Kolom("Gemeente of gebied", 4), Kolom("Waarde", 2, getal=True), Kolom("", 1.5)), rijen
    )
    ontbreekt = (Alinea("Zonder cijfer:"), Lijst(vergelijking.ontbreekt)) if vergelijking.ontbreekt else ()
    return Document(
        titel="Vergelijking",
        ondertitel=f"{indicator.naam}{', ' if per else ''}{per}",
        organisatie=organisatie,
        datum=datum,
        kenmerken=(("Periode", periode.label), ("Eenheid", indicator.eenheid)),
        blokken=(*_staven(vergelijking, indicator, organisatie), tabel, *ontbreekt),
        gegevens=_gegevens(vergelijking, indicator, periode),
        structuur={
            "indicator": indicator.naam,
            "eenheid": indicator.eenheid,
            "noemer": vergelijking.noemer.naam if vergelijking.noemer else None,
            "periode": periode.code,
            "waarden": [
                {
                    "organisatie": r.organisatie,
                    "gebied": r.gebied,
                    "waarde": r.waarde,
                    "voorlopig": r.voorlopig,
                    "toelichting": r.tekst,
                }
                for r in vergelijking.rijen
            ],
            "ontbreekt": list(vergelijking.ontbreekt),
        },
    )


def _staven(vergelijking: Vergelijking, indicator: Indicator, organisatie: str) -> Iterator[Blok]:
    """The highest, on one scale; of a whole country the table has the others."""
    getoond = [rij for rij in vergelijking.rijen if rij.waarde is not None]
    alle = tuple(
        Staaf(r.naam, r.waarde or Decimal(0), toon_waarde(r, indicator, vergelijking), r.organisatie == organisatie)
        for r in getoond[:MEESTE_STAVEN]
    )
    for begin in range(0, len(alle), PER_GRAFIEK):
        staven = alle[begin : begin + PER_GRAFIEK]
        welke = f": {begin + 1} tot en met {begin + len(staven)}" if len(alle) > len(staven) else ""
        omschrijving = "; ".join(f"{staaf.naam} {staaf.tekst}" for staaf in staven)
        beeld = Staafgrafiek(f"{indicator.naam}{welke}", f"{omschrijving}.", staven, naast=alle)
        yield Grafiek(beeld, Tabel(beeld.titel, (), ()))
    if len(getoond) > MEESTE_STAVEN:
        yield Alinea(f"De {MEESTE_STAVEN} hoogste. De tabel hieronder heeft ze allemaal.", stil=True)


def _gegevens(vergelijking: Vergelijking, indicator: Indicator, periode: Meetperiode) -> Tabel:
    noemer = per_wat(vergelijking)
    begin = (indicator.naam, indicator.eenheid, noemer, periode.code)
    rijen = [
        (*begin, r.organisatie, r.gebied, r.waarde, "ja" if r.voorlopig else "nee", r.tekst) for r in vergelijking.rijen
    ]
    rijen += [(*begin, naam, "", None, "nee", "geen cijfer") for naam in vergelijking.ontbreekt]
    return Tabel("Vergelijking", tuple(map(Kolom, _GEGEVENS)), tuple(rijen))
