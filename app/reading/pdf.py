"""A PDF as the same paragraphs and tables that a Word document gives."""

from collections.abc import Iterator
from typing import Any

from app.reading.bladen.blad import Blad, Lijn, Woord, genummerd, schoon_teken, schoon_woord
from app.reading.bladen.opbouw import bouw_op
from app.reading.bladen.opdracht import haal_uit_elkaar
from app.reading.fouten import LeesFout
from app.reading.word.document import WordDocument

ALLEEN_PLAATJES = (
    "Deze PDF bestaat uit plaatjes; er staat geen tekst in die te lezen is. "
    "Gebruik het Word-bestand, of laat de tekst eerst herkennen (OCR)."
)
ZONDER_TEKST = "In deze PDF staat geen tekst."
LANGSTE_CITAAT = 60


def lees_pdf(inhoud: bytes) -> WordDocument:
    """Raises LeesFout when the bytes are no readable PDF, or one without text."""
    ruw = haal_uit_elkaar(inhoud)
    bladen = [_als_blad(nummer, blad) for nummer, blad in enumerate(ruw["bladen"], start=1)]
    if not any(blad.woorden for blad in bladen):
        raise LeesFout(ALLEEN_PLAATJES if any(blad.get("beelden") for blad in ruw["bladen"]) else ZONDER_TEKST)
    opgebouwd = bouw_op(bladen)
    return WordDocument(
        blokken=opgebouwd.blokken,
        randteksten=opgebouwd.randteksten,
        eigenschap_titel=_titel(ruw["titel"]),
        waarschuwingen=[*_waarschuwingen(ruw), *opgebouwd.waarschuwingen],
    )


def _als_blad(nummer: int, ruw: dict[str, Any]) -> Blad:
    breedte, hoogte = ruw.get("maat", (0.0, 0.0))
    woorden = [
        Woord(x0, x1, basis, grootte, bool(vet), schoon_woord(tekst))
        for x0, x1, basis, grootte, vet, tekst in ruw.get("woorden", ())
    ]
    return Blad(nummer, breedte, hoogte, genummerd(nummer, woorden), [Lijn(*lijn) for lijn in ruw.get("lijnen", ())])


def _titel(eigenschap: str) -> str:
    """Word puts the name of the program or of the file there when nobody gave a title."""
    titel = " ".join(schoon_teken(eigenschap).split()).removeprefix("Microsoft Word - ")
    return "" if titel.lower().endswith((".doc", ".docx", ".odt", ".pdf", ".dotx", ".rtf")) else titel


def _waarschuwingen(ruw: dict[str, Any]) -> Iterator[str]:
    bladen = list(enumerate(ruw["bladen"], start=1))
    if kapot := [nummer for nummer, blad in bladen if blad.get("beschadigd")]:
        yield f"{_bladzijden(kapot)} beschadigd en niet gelezen."
    if plaatjes := [nummer for nummer, blad in bladen if blad.get("beelden") and not blad["woorden"]]:
        yield f"{_bladzijden(plaatjes)} alleen een plaatje; wat daarop staat is niet gelezen."
    if beelden := sum(blad.get("beelden", 0) for _, blad in bladen):
        yield f"Afbeeldingen ({beelden}) zijn niet overgenomen."
    for tekst, nummers in _gedraaid(bladen).items():
        yield f"Gedraaide tekst is niet overgenomen: '{tekst[:LANGSTE_CITAAT]}' ({_bladzijden(nummers, '')})."
    if sum(blad.get("opmerkingen", 0) for _, blad in bladen):
        yield "Opmerkingen bij de tekst zijn niet overgenomen."
    if ruw["scripts"]:
        yield "Het bestand bevat programmacode (JavaScript); die is genegeerd."
    if ruw["bijlagen"]:
        yield f"Het bestand heeft bijlagen ({ruw['bijlagen']}); die zijn niet geopend."


def _bladzijden(nummers: list[int], werkwoord: str = "is") -> str:
    """ "Bladzijde 3 is", "De bladzijden 3 en 5 zijn"; without a verb "bladzijde 3"."""
    if len(nummers) == 1:
        return f"Bladzijde {nummers[0]} is" if werkwoord else f"bladzijde {nummers[0]}"
    rij = f"{', '.join(map(str, nummers[:-1]))} en {nummers[-1]}"
    return f"De bladzijden {rij} zijn" if werkwoord else f"bladzijden {rij}"


def _gedraaid(bladen: list[tuple[int, dict[str, Any]]]) -> dict[str, list[int]]:
    """Text that runs up, down or askew, such as a watermark, with the pages on which it stands."""
    uit: dict[str, list[int]] = {}
    for nummer, blad in bladen:
        if tekst := schoon_teken(blad.get("gedraaid", "")).strip():
            uit.setdefault(tekst, []).append(nummer)
    return uit
