"""Opens a docx and gathers what is needed of it: body, headers and footers, properties, and what was left out."""

import posixpath
from dataclasses import dataclass, field

from lxml import etree

from app.reading.fouten import LeesFout
from app.reading.word.aanvaard import aanvaard
from app.reading.word.bereiken import zoek_bereiken
from app.reading.word.lezen import Blok, WordInhoud, WordLezer, alle_alineas
from app.reading.word.nummering import Nummering
from app.reading.word.opmerkingen import Opmerking, lees_opmerkingen
from app.reading.word.stijlen import Stijlen
from app.reading.word.veilig import Pakket, open_pakket
from app.reading.xml import W, kinderen, ontleed

REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
DC_TITEL = "{http://purl.org/dc/elements/1.1/}title"
HOOFDDEEL = "word/document.xml"
MAX_KOPTEKSTEN = 30
MAX_EIGENSCHAP = 500


@dataclass(slots=True)
class WordDocument:
    """`randteksten`: the lines of headers and footers. `eigenschap_titel`: the title among the file's properties.

    `eigenschappen`: those that programs and people add by name. `opmerkingen`: the comments by id. `wijzigingen`: how
    many tracked changes there were, all taken as accepted.
    """

    blokken: list[Blok] = field(default_factory=list)
    randteksten: list[str] = field(default_factory=list)
    eigenschap_titel: str = ""
    eigenschappen: dict[str, str] = field(default_factory=dict)
    opmerkingen: dict[str, Opmerking] = field(default_factory=dict)
    wijzigingen: int = 0
    waarschuwingen: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Relatie:
    soort: str
    doel: str
    buiten: bool


def lees_word(inhoud: bytes, *, met_merken: bool = False) -> WordDocument:
    """Raises LeesFout when the bytes are not a readable Word document."""
    return lees_docx(open_pakket(inhoud), met_merken=met_merken)


def lees_docx(pakket: Pakket, *, met_merken: bool = False) -> WordDocument:
    """`met_merken`: every paragraph with our own hidden marks and the comments on it, also an empty one."""
    hoofd = _hoofddeel(pakket)
    relaties = _relaties(pakket, hoofd)
    stijlen = Stijlen(_deel(pakket, _doel(relaties, "styles", "word/styles.xml")))
    nummering = _deel(pakket, _doel(relaties, "numbering", "word/numbering.xml"))
    wortel = _deel(pakket, hoofd)
    hoofdtekst = wortel.find(W + "body") if wortel is not None else None
    if hoofdtekst is None:
        raise LeesFout("Het bestand is beschadigd: de tekst van het document ontbreekt. Sla het in Word opnieuw op.")
    wijzigingen = aanvaard(hoofdtekst)
    bereiken = zoek_bereiken(hoofdtekst) if met_merken else None
    gelezen = WordLezer(stijlen, Nummering(nummering, stijlen), bereiken).lees(hoofdtekst)
    gelezen.wijzigingen = wijzigingen
    return WordDocument(
        blokken=gelezen.blokken,
        randteksten=_randteksten(pakket, relaties, stijlen),
        eigenschap_titel=_eigenschap_titel(pakket),
        eigenschappen=_eigenschappen(pakket),
        opmerkingen=lees_opmerkingen(_deel(pakket, _doel(relaties, "comments", "word/comments.xml"))),
        wijzigingen=gelezen.wijzigingen,
        waarschuwingen=_waarschuwingen(pakket, relaties, gelezen),
    )


def _deel(pakket: Pakket, naam: str) -> etree._Element | None:
    inhoud = pakket.lees(naam)
    return ontleed(inhoud, naam) if inhoud else None


def _hoofddeel(pakket: Pakket) -> str:
    for relatie in _lees_relaties(pakket, "_rels/.rels", ""):
        if relatie.soort == "officeDocument" and pakket.heeft(relatie.doel):
            return relatie.doel
    return HOOFDDEEL


def _relaties(pakket: Pakket, deel: str) -> list[_Relatie]:
    map_, naam = posixpath.split(deel)
    return _lees_relaties(pakket, posixpath.join(map_, "_rels", f"{naam}.rels"), map_)


def _lees_relaties(pakket: Pakket, naam: str, map_: str) -> list[_Relatie]:
    wortel = _deel(pakket, naam)
    if wortel is None:
        return []
    return [_relatie(element, map_) for element in kinderen(wortel) if element.tag == REL]


def _relatie(element: etree._Element, map_: str) -> _Relatie:
    doel = element.get("Target") or ""
    pad = doel[1:] if doel.startswith("/") else posixpath.normpath(posixpath.join(map_, doel))
    soort = (element.get("Type") or "").rsplit("/", 1)[-1]
    return _Relatie(soort, pad, element.get("TargetMode") == "External")


def _doel(relaties: list[_Relatie], soort: str, anders: str) -> str:
    return next((r.doel for r in relaties if r.soort == soort and not r.buiten), anders)


def _randteksten(pakket: Pakket, relaties: list[_Relatie], stijlen: Stijlen) -> list[str]:
    delen = [r.doel for r in relaties if r.soort in {"header", "footer"} and not r.buiten][:MAX_KOPTEKSTEN]
    teksten: list[str] = []
    for deel in dict.fromkeys(delen):
        wortel = _deel(pakket, deel)
        if wortel is not None:
            teksten.extend(alle_teksten(WordLezer(stijlen, Nummering(None, stijlen)).lees(wortel).blokken))
    return list(dict.fromkeys(teksten))


def alle_teksten(blokken: list[Blok]) -> list[str]:
    """The text of every paragraph, those in tables included, in reading order."""
    return [alinea.tekst for alinea in alle_alineas(blokken)]


def _eigenschap_titel(pakket: Pakket) -> str:
    wortel = _deel(pakket, "docProps/core.xml")
    element = wortel.find(DC_TITEL) if wortel is not None else None
    return " ".join((element.text or "").split()) if element is not None else ""


def _eigenschappen(pakket: Pakket) -> dict[str, str]:
    wortel = _deel(pakket, "docProps/custom.xml")
    if wortel is None:
        return {}
    return {regel.get("name") or "": "".join(map(str, regel.itertext()))[:MAX_EIGENSCHAP] for regel in kinderen(wortel)}


def _waarschuwingen(pakket: Pakket, relaties: list[_Relatie], gelezen: WordInhoud) -> list[str]:
    macros = any(naam.lower().endswith("vbaproject.bin") for naam in pakket.namen)
    buiten = sum(relatie.buiten for relatie in relaties)
    mogelijk = (
        (macros, "Het bestand bevat macro's; die zijn genegeerd."),
        (buiten, f"Het bestand verwijst {buiten} keer naar iets buiten het bestand; dat is niet geopend of opgehaald."),
        (gelezen.beelden, f"Afbeeldingen ({gelezen.beelden}) zijn niet overgenomen."),
        (gelezen.noten, f"Voetnoten en eindnoten ({gelezen.noten}) zijn niet overgenomen."),
        (pakket.heeft("word/comments.xml"), "Opmerkingen in de kantlijn zijn niet overgenomen."),
        (
            gelezen.wijzigingen,
            "In het bestand staan wijzigingen bijgehouden: wat is toegevoegd is meegenomen, wat is verwijderd niet.",
        ),
    )
    return [zin for geldt, zin in mogelijk if geldt]
