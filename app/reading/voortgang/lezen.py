"""The way in for a progress report: the bytes of a Word file become themas, maatregelen and regels, with places."""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import replace

from app.domain.voortgang.periode import Periode
from app.reading.fouten import LeesFout
from app.reading.notitie.kenmerken import kies_gemeente, maak_titel
from app.reading.personen import weiger_personen
from app.reading.tekstdocument import lees_tekst
from app.reading.voortgang.bouw import Bouwer, themanaam
from app.reading.voortgang.gelezen import GelezenKleur, GelezenVoortgang, Melding, NietHerkend, als_dict, uit_dict
from app.reading.voortgang.kolommen import plaats_van_rij, tekst_van
from app.reading.voortgang.periode import kies_periode
from app.reading.voortgang.tabel import VERWACHT, Tabellezer
from app.reading.word.document import WordDocument, alle_teksten
from app.reading.word.lezen import Alinea, Tabel

__all__ = [
    "GelezenKleur",
    "GelezenVoortgang",
    "LeesFout",
    "Melding",
    "NietHerkend",
    "als_dict",
    "lees_voortgang",
    "uit_dict",
]

ZONDER_TITEL = "Voortgangsrapportage zonder titel"
BEGIN = 10
LANGSTE_KOP = 160
_BLADNUMMER = re.compile(r"(?<=\D)\s+\d{1,3}$")
_BIJSCHRIFT = re.compile(r"(?:tabel|figuur|bron)\b", re.IGNORECASE)


def lees_voortgang(inhoud: bytes, *, bestandsnaam: str = "", periode: Periode | None = None) -> GelezenVoortgang:
    """`periode`: the one that is reported on, when the user says so. Raises LeesFout, naming table and row."""
    document = lees_tekst(inhoud)
    weiger_personen(document)
    titel = _titel(document, bestandsnaam)
    in_document = kies_periode(
        [
            titel,
            document.eigenschap_titel,
            *document.randteksten,
            _rapportregel(document),
            *_begin(document),
            bestandsnaam,
        ]
    )
    gekozen = periode or in_document
    bouwer = Bouwer(maak_titel(titel) or ZONDER_TITEL, gekozen.tot if gekozen else None)
    gelezen = bouwer.uit
    gelezen.waarschuwingen.extend(document.waarschuwingen)
    _lees_tabellen(document, bouwer)
    gelezen.voortgang.periode = gekozen.code if gekozen else None
    gelezen.voortgang.gemeente = kies_gemeente([titel, *document.randteksten, *alle_teksten(document.blokken)])
    _waarschuw(gelezen, periode, in_document)
    return gelezen


def _lees_tabellen(document: WordDocument, bouwer: Bouwer) -> None:
    lezer = Tabellezer(bouwer)
    overgeslagen: list[Tabel] = []
    gevonden = False
    for blok in document.blokken:
        if isinstance(blok, Alinea):
            if _lijkt_kop(blok):
                bouwer.noem_thema(themanaam(blok))
        elif lezer.lees(blok):
            gevonden = True
        else:
            overgeslagen.append(blok)
    if not gevonden or not bouwer.uit.voortgang.themas:
        raise LeesFout(_geen_tabel(document))
    for tabel in overgeslagen:
        if tekst := " ".join(alle_teksten([tabel])):
            bouwer.uit.niet_herkend.append(
                NietHerkend(tekst, replace(plaats_van_rij(tabel.rijen[0], tabel.nummer), rij=None))
            )
            bouwer.uit.waarschuwingen.append(f"Tabel {tabel.nummer} is geen voortgangstabel en is niet overgenomen.")


def _lijkt_kop(alinea: Alinea) -> bool:
    if alinea.titel or len(alinea.tekst) > LANGSTE_KOP or _BIJSCHRIFT.match(alinea.tekst):
        return False
    genummerd = themanaam(alinea).nummer is not None and not alinea.tekst.endswith((".", ";"))
    return alinea.kop_niveau is not None or alinea.vet or alinea.groot or genummerd


def _geen_tabel(document: WordDocument) -> str:
    tabellen = [blok for blok in document.blokken if isinstance(blok, Tabel)]
    if not tabellen:
        return f"In dit document staat geen tabel. {VERWACHT}"
    eerste = next((rij for tabel in tabellen for rij in tabel.rijen if any(not cel.leeg for cel in rij.cellen)), None)
    koppen = " | ".join(tekst_van(cel)[:40] for cel in eerste.cellen if not cel.leeg) if eerste else ""
    kolommen = "1 kolom" if tabellen[0].kolommen == 1 else f"{tabellen[0].kolommen} kolommen"
    plek = f"Tabel {tabellen[0].nummer}, rij {eerste.nummer if eerste else 1} ({kolommen}: {koppen})"
    return f"In dit document is geen voortgangstabel gevonden. {plek} is niet als kopregel herkend. {VERWACHT}"


def _titel(document: WordDocument, bestandsnaam: str) -> str:
    alineas = [blok for blok in document.blokken if isinstance(blok, Alinea)]
    gekozen = next((alinea.tekst for alinea in alineas if alinea.titel), None) or document.eigenschap_titel
    if gekozen:
        return gekozen
    eerste = document.blokken[0] if document.blokken else None
    if isinstance(eerste, Alinea) and (
        eerste.vet or eerste.groot or eerste.kop_niveau or "rapport" in eerste.tekst.lower()
    ):
        return eerste.tekst
    return _rapportregel(document) or posixpath.splitext(posixpath.basename(bestandsnaam.replace("\\", "/")))[0]


def _rapportregel(document: WordDocument) -> str:
    """A line such as "Rapportage jeugd (Q1 en Q2 - 2019)", wherever it stands; the number of its page is taken off."""
    alineas = (blok.tekst for blok in document.blokken if isinstance(blok, Alinea))
    for tekst in (*document.randteksten, *alineas):
        kaal = _BLADNUMMER.sub("", " ".join(tekst.split()))
        kort = len(kaal) <= LANGSTE_KOP and not kaal.endswith((".", ":", ";"))
        if kort and "rapport" in kaal.casefold() and kies_periode([kaal]):
            return kaal
    return ""


def _begin(document: WordDocument) -> Iterable[str]:
    """The first paragraphs, up to the first table."""
    for blok in document.blokken[:BEGIN]:
        if not isinstance(blok, Alinea):
            return
        yield blok.tekst


def _waarschuw(gelezen: GelezenVoortgang, gegeven: Periode | None, gevonden: Periode | None) -> None:
    if gelezen.voortgang.periode is None:
        gelezen.waarschuwingen.append("Er is geen rapportageperiode gevonden; kies die zelf.")
    elif gegeven and gevonden and gegeven != gevonden:
        gelezen.waarschuwingen.append(
            f"Het document gaat volgens de tekst over {gevonden.code}; het wordt gelezen als {gegeven.code}."
        )
    if gelezen.voortgang.gemeente is None:
        gelezen.waarschuwingen.append("Er is geen gemeente gevonden in de tekst.")
