"""Opens an OpenDocument text and gathers what is needed of it, as is done of a Word document."""

from collections.abc import Iterator

from lxml import etree

from app.reading.fouten import LeesFout
from app.reading.odt.lezer import OdtLezer
from app.reading.odt.namen import DC, META, OFFICE, STYLE, TEXT
from app.reading.odt.stijlen import OdtStijlen
from app.reading.odt.tekst import OdtTekst
from app.reading.word.document import MAX_EIGENSCHAP, WordDocument, alle_teksten
from app.reading.word.veilig import Pakket
from app.reading.xml import ontleed

INHOUD = "content.xml"
EIGENSCHAPPEN = "meta.xml"
MEESTE_RANDEN = 60
_RANDEN = (STYLE + "header", STYLE + "footer", STYLE + "header-first", STYLE + "footer-first")
_WIJZIGINGEN = (TEXT + "insertion", TEXT + "deletion")
_BESCHADIGD = "Het bestand is beschadigd: de tekst van het document ontbreekt. Sla het opnieuw op."


def lees_odt(pakket: Pakket, *, met_merken: bool = False) -> WordDocument:
    """Raises LeesFout when a part cannot be read. `met_merken`: as for a Word document."""
    wortel, vaste, meta = (_deel(pakket, naam) for naam in (INHOUD, "styles.xml", EIGENSCHAPPEN))
    romp = wortel.find(f"{OFFICE}body/{OFFICE}text") if wortel is not None else None
    if romp is None:
        raise LeesFout(_BESCHADIGD)
    stijlen = OdtStijlen(vaste, wortel)
    lezer = OdtLezer(stijlen, met_leeg=met_merken)
    blokken = lezer.lees(romp)
    wijzigingen = sum(1 for _ in romp.iter(*_WIJZIGINGEN))
    return WordDocument(
        blokken=blokken,
        randteksten=_randteksten(vaste, stijlen),
        eigenschap_titel=" ".join((meta.findtext(f".//{DC}title") or "").split()) if meta is not None else "",
        eigenschappen=_eigenschappen(meta),
        opmerkingen=lezer.tekst.opmerkingen,
        wijzigingen=wijzigingen,
        waarschuwingen=list(_waarschuwingen(pakket, lezer.tekst, wijzigingen)),
    )


def _deel(pakket: Pakket, naam: str) -> etree._Element | None:
    inhoud = pakket.lees(naam)
    return ontleed(inhoud, naam) if inhoud else None


def _randteksten(vaste: etree._Element | None, stijlen: OdtStijlen) -> list[str]:
    randen = list(vaste.iter(*_RANDEN))[:MEESTE_RANDEN] if vaste is not None else []
    return list(dict.fromkeys(tekst for rand in randen for tekst in alle_teksten(OdtLezer(stijlen).lees(rand))))


def _eigenschappen(meta: etree._Element | None) -> dict[str, str]:
    regels = meta.iter(META + "user-defined") if meta is not None else ()
    return {regel.get(META + "name") or "": "".join(map(str, regel.itertext()))[:MAX_EIGENSCHAP] for regel in regels}


def _waarschuwingen(pakket: Pakket, tekst: OdtTekst, wijzigingen: int) -> Iterator[str]:
    if any(naam.startswith(("Basic/", "Scripts/")) for naam in pakket.namen):
        yield "Het bestand bevat macro's; die zijn genegeerd."
    if tekst.beelden:
        yield f"Afbeeldingen ({tekst.beelden}) zijn niet overgenomen."
    if tekst.noten:
        yield f"Voetnoten en eindnoten ({tekst.noten}) zijn niet overgenomen."
    if tekst.opmerkingen:
        yield "Opmerkingen in de kantlijn zijn niet overgenomen."
    if wijzigingen:
        yield "In het bestand staan wijzigingen bijgehouden: wat is toegevoegd is meegenomen, wat is verwijderd niet."
