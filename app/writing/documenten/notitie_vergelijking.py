"""What differs between two versions of a notitie, as a neutral document: every part that changed, whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.notitie.vergelijking import Deel, Gebied, Rij, Vergelijking
from app.domain.notitie.verschil import Aard, Wijziging
from app.domain.taal.tekst_verschil import Soort, Stuk
from app.writing.document import Alinea, Blok, Document, Kolom, Kop, Spoor, Tabel

UITLEG = "Wat wegging is doorgestreept, wat erbij kwam is onderstreept. In Word kunt u elke wijziging volgen."
_KOLOMMEN = ("probleemgebied", "onderdeel", "veld", "wijziging", "oud", "nieuw")
_GENOEMD = (Aard.NIEUW, Aard.VERWIJDERD, Aard.VERPLAATST)


@dataclass(frozen=True, slots=True)
class Versie:
    """`naam`: "versie 2"; `stand`: "vastgesteld, raadsbesluit van 30 januari 2020"."""

    naam: str
    stand: str

    @property
    def zin(self) -> str:
        return f"{self.naam} ({self.stand})"


def vergelijking_document(
    vergelijking: Vergelijking, *, titel: str, organisatie: str, datum: date, van: Versie, naar: Versie
) -> Document:
    zin, rijen = vergelijking.verschil.zin, tuple(map(_rij, vergelijking.verschil.wijzigingen))
    return Document(
        titel=f"Wijzigingen in {titel}",
        ondertitel=f"Van {van.naam} naar {naar.naam}",
        organisatie=organisatie,
        datum=datum,
        kenmerken=(("Van", van.zin), ("Naar", naar.zin), ("Samen", zin[:1].upper() + zin[1:])),
        blokken=tuple(_blokken(vergelijking)),
        gegevens=Tabel("Wijzigingen", tuple(map(Kolom, _KOLOMMEN)), rijen),
        structuur=_structuur(vergelijking, van, naar),
    )


def _blokken(vergelijking: Vergelijking) -> Iterator[Blok]:
    if not vergelijking.verschil.wijzigingen:
        yield Alinea("Er is geen verschil tussen deze versies.")
        return
    yield Alinea(UITLEG, stil=True)
    if vergelijking.gegevens or vergelijking.inleiding:
        yield Kop("Gegevens van de notitie")
        yield from (_waarde(wijziging) for wijziging in vergelijking.gegevens)
        yield from _deel(vergelijking.inleiding) if vergelijking.inleiding else ()
    for gebied in vergelijking.gebieden:
        yield from _gebied(gebied)
    if vergelijking.gelijk:
        yield Alinea(f"Gelijk gebleven probleemgebieden: {'; '.join(vergelijking.gelijk)}.", stil=True)


def _gebied(gebied: Gebied) -> Iterator[Blok]:
    yield Kop(f"{gebied.naam} ({gebied.aard.value})" if gebied.aard else gebied.naam)
    yield from (_waarde(wijziging) for wijziging in gebied.kort)
    for deel in gebied.delen:
        yield from _deel(deel)
    if gebied.gelijk and not gebied.aard:
        yield Alinea(f"Gelijk gebleven: {', '.join(gebied.gelijk)}.", stil=True)


def _deel(deel: Deel) -> Iterator[Blok]:
    yield Kop(deel.titel, niveau=2)
    for rij in deel.rijen:
        yield Spoor(rij.stukken, _naam(rij), rij.ondergeschikt)
        if rij.aard is not Aard.VERWIJDERD:
            yield from (_waarde(wijziging, ondergeschikt=True) for wijziging in rij.overig)


def _naam(rij: Rij) -> str:
    """ "Doel 3 (was Doel 2)", "Doel 4 (nieuw)": also to be read without colours or strokes."""
    delen = [rij.aard.value] if rij.naam and rij.aard in _GENOEMD else []
    delen += [f"was {rij.was}"] if rij.was else []
    return f"{rij.naam} ({', '.join(delen)})" if delen else rij.naam


def _waarde(wijziging: Wijziging, *, ondergeschikt: bool = False) -> Spoor:
    """A short value as it was and as it is."""
    naam = wijziging.veldnaam if ondergeschikt else wijziging.naam
    stukken = [Stuk(Soort.WEG, f"{wijziging.oud} ")] if wijziging.oud else []
    stukken += [Stuk(Soort.NIEUW, wijziging.nieuw)] if wijziging.nieuw else []
    return Spoor(tuple(stukken), naam[:1].upper() + naam[1:], ondergeschikt)


def _rij(wijziging: Wijziging) -> tuple[str, ...]:
    veld = "" if wijziging.veld in ("tekst", "plaats") else wijziging.veldnaam
    return (wijziging.probleemgebied, wijziging.wat, veld, wijziging.aard.value, wijziging.oud, wijziging.nieuw)


def _structuur(vergelijking: Vergelijking, van: Versie, naar: Versie) -> dict[str, Any]:
    rijen = [dict(zip(_KOLOMMEN, _rij(wijziging), strict=True)) for wijziging in vergelijking.verschil.wijzigingen]
    return {"van": van.zin, "naar": naar.zin, "wijzigingen": rijen}
