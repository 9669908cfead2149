"""The way in for a notitie: the bytes of a Word file become a structure, with places and remarks."""

import posixpath
from collections import Counter
from collections.abc import Iterable

from app.domain.structuur import Notitie
from app.reading.fouten import LeesFout
from app.reading.notitie.gebeurtenissen import Gebeurtenis, Inhoud, Kopje
from app.reading.notitie.gelezen import GelezenNotitie, Melder, NietHerkend
from app.reading.notitie.gelezen_json import als_dict, uit_dict
from app.reading.notitie.genummerd import losse_reeksen
from app.reading.notitie.indeling import Gebied, Indeling, deel_in, naamsleutel
from app.reading.notitie.kenmerken import ZONDER_TITEL, kies_datum, kies_gemeente, kies_versie, maak_titel
from app.reading.notitie.labels import zonder_nummer
from app.reading.notitie.opdracht import legt_ster_uit
from app.reading.notitie.prioriteit import (
    MAX_NAAM,
    TOP_VIJF,
    Lijst,
    kies_lijst,
    koppel,
    lengte_van_top,
    lijsten,
    prioriteit_op_plek,
)
from app.reading.notitie.probleemgebied import bouw_probleemgebied, voeg_niet_herkend_toe
from app.reading.notitie.regels import Regel
from app.reading.notitie.stroom import Stroom
from app.reading.personen import weiger_personen
from app.reading.plaats import Plaats
from app.reading.tekstdocument import lees_tekst
from app.reading.terug.lezen import als_nieuwe_notitie, lees_terug
from app.reading.word.document import WordDocument, alle_teksten
from app.reading.word.lezen import Alinea

__all__ = ["GelezenNotitie", "LeesFout", "NietHerkend", "Plaats", "als_dict", "lees_notitie", "uit_dict"]

GEEN_GEBIED = (
    "In dit document is geen probleemgebied gevonden. Verwacht wordt een tabel of koppen met Ist, Soll, Doelen, "
    "Indicatoren, Interventies en Opdracht."
)

MEESTE_GEBIEDEN = 500
TE_VEEL_GEBIEDEN = f"In dit document staan meer dan {MEESTE_GEBIEDEN} probleemgebieden; dat is geen notitie."


def lees_notitie(inhoud: bytes, *, bestandsnaam: str = "") -> GelezenNotitie:
    """Raises LeesFout when the bytes are no readable Word file or PDF, or hold no probleemgebied."""
    terug = lees_terug(inhoud)
    if terug is not None and terug.heeft_tabellen:
        return als_nieuwe_notitie(terug)
    document = lees_tekst(inhoud)
    weiger_personen(document)
    titel = _titel_alinea(document)
    stroom = Stroom().lees(blok for blok in document.blokken if blok is not titel)
    indeling = deel_in(stroom, _bekende_namen(stroom))
    if not indeling.gebieden:
        raise LeesFout(GEEN_GEBIED)
    if len(indeling.gebieden) > MEESTE_GEBIEDEN:
        raise LeesFout(TE_VEEL_GEBIEDEN)
    return _bouw(document, indeling, titel, bestandsnaam)


def _titel_alinea(document: WordDocument) -> Alinea | None:
    """The paragraph in the style Title, or the one that says what the file's properties call the title."""
    alineas = [blok for blok in document.blokken if isinstance(blok, Alinea)]
    bekend = document.eigenschap_titel.casefold()
    return next((a for a in alineas if a.titel), None) or next(
        (a for a in alineas[:10] if bekend and " ".join(a.tekst.split()).casefold() == bekend), None
    )


def _bekende_namen(stroom: list[Gebeurtenis]) -> frozenset[str]:
    """What the introduction lists, before the first label."""
    namen: set[str] = set()
    for gebeurtenis in stroom:
        if isinstance(gebeurtenis, Kopje):
            break
        if isinstance(gebeurtenis, Inhoud) and gebeurtenis.regel.in_lijst and len(gebeurtenis.regel.tekst) <= MAX_NAAM:
            namen.add(naamsleutel(gebeurtenis.regel.tekst))
    return frozenset(namen)


def _bouw(document: WordDocument, indeling: Indeling, titel: Alinea | None, bestandsnaam: str) -> GelezenNotitie:
    indeling.inleiding = losse_reeksen(indeling.inleiding)
    tekst, inleiding = _titel(document, indeling, titel, bestandsnaam)
    gelezen = GelezenNotitie(Notitie(titel=maak_titel(tekst)), waarschuwingen=list(document.waarschuwingen))
    if not tekst:
        gelezen.notitie.titel = ZONDER_TITEL
        gelezen.waarschuwingen.append("Er is geen titel gevonden.")
    lijst = _prioriteitenlijst(inleiding, indeling.gebieden)
    if lijst and (top := lengte_van_top(lijst.aanhef)) not in {None, TOP_VIJF}:
        gelezen.waarschuwingen.append(f"De notitie heeft een top {top}; die is overgenomen als de top vijf.")
    ster = any(legt_ster_uit(tekst) for tekst in alle_teksten(document.blokken))
    plekken = koppel(lijst, [naamsleutel(g.naam) for g in indeling.gebieden], naamsleutel) if lijst else {}
    for volgorde, gebied in enumerate(indeling.gebieden, start=1):
        _voeg_gebied_toe(gelezen, gebied, volgorde, lijst, plekken.get(volgorde - 1), ster_is_voorbehoud=ster)
    _buiten_de_gebieden(gelezen, indeling)
    _kenmerken(gelezen, document, [*(r.ruw for r in inleiding), *(item.tekst for item in indeling.onbekend)])
    in_lijst = {id(regel) for regel in lijst.regels} if lijst else set()
    voorwoord = [regel.ruw for regel in inleiding if id(regel) not in in_lijst]
    gelezen.notitie.inleiding = "\n".join([*voorwoord, *(item.tekst for item in indeling.onbekend)])
    return gelezen


def _titel(
    document: WordDocument, indeling: Indeling, alinea: Alinea | None, bestandsnaam: str
) -> tuple[str, list[Regel]]:
    """The title and what is left of the introduction. Without a title style the line that stands out on top is it."""
    inleiding = indeling.inleiding
    if alinea is not None:
        return alinea.tekst, inleiding
    if document.eigenschap_titel:
        return document.eigenschap_titel, inleiding
    opvallend = [r for r in inleiding[:3] if (r.vet or r.groot or r.kop) and r.nummer is None and r.los is None]
    if opvallend:
        return opvallend[0].ruw, [regel for regel in inleiding if regel is not opvallend[0]]
    if inleiding and "notitie" in inleiding[0].ruw.casefold() and len(inleiding[0].ruw) <= 120:
        return inleiding[0].ruw, inleiding[1:]
    return posixpath.splitext(posixpath.basename(bestandsnaam.replace("\\", "/")))[0], inleiding


def _prioriteitenlijst(inleiding: list[Regel], gebieden: list[Gebied]) -> Lijst | None:
    return kies_lijst(lijsten(inleiding), [naamsleutel(gebied.naam) for gebied in gebieden], naamsleutel)


def _voeg_gebied_toe(
    gelezen: GelezenNotitie,
    gebied: Gebied,
    volgorde: int,
    lijst: Lijst | None,
    plek: int | None,
    *,
    ster_is_voorbehoud: bool,
) -> None:
    in_lijst = lijst.namen[plek] if lijst and plek is not None else None
    melder = Melder(volgorde, _naam(gebied, volgorde, in_lijst, gelezen), ster_is_voorbehoud)
    uitkomst = bouw_probleemgebied(gebied, melder)
    if lijst and plek is not None and in_lijst:
        uitkomst.prioriteit = uitkomst.prioriteit or prioriteit_op_plek(lijst, plek)
        if uitkomst.prioriteit is None and (woord := lijst.regels[plek].prioriteit):
            melder.waarschuw(f"De prioriteit '{woord}' van '{melder.naam}' is niet herkend en niet overgenomen.")
        if naamsleutel(in_lijst) != naamsleutel(uitkomst.naam):
            uitkomst.naam_in_lijst = in_lijst
    voeg_niet_herkend_toe(uitkomst, [item.tekst for item in melder.niet_herkend])
    gelezen.notitie.probleemgebieden.append(uitkomst)
    gelezen.bron.update(melder.bron)
    gelezen.niet_herkend.extend(melder.niet_herkend)
    gelezen.waarschuwingen.extend(melder.waarschuwingen)


def _naam(gebied: Gebied, volgorde: int, in_lijst: str | None, gelezen: GelezenNotitie) -> str:
    if gebied.naam:
        return zonder_nummer(gebied.naam, volgorde)
    naam = in_lijst or f"Probleemgebied {volgorde}"
    gelezen.waarschuwingen.append(f"Probleemgebied {volgorde} heeft in het document geen naam; het heet nu '{naam}'.")
    return naam


def _buiten_de_gebieden(gelezen: GelezenNotitie, indeling: Indeling) -> None:
    """Text after the last probleemgebied, such as an appendix, is kept with the last one."""
    items = [NietHerkend(regel.ruw, regel.plaats) for regel in indeling.buiten]
    if items:
        gelezen.niet_herkend.extend(items)
        voeg_niet_herkend_toe(gelezen.notitie.probleemgebieden[-1], [item.tekst for item in items])


def _kenmerken(gelezen: GelezenNotitie, document: WordDocument, regels: list[str]) -> None:
    notitie = gelezen.notitie
    teksten = [notitie.titel, *document.randteksten, *regels, *alle_teksten(document.blokken)]
    notitie.gemeente = kies_gemeente(teksten)
    notitie.versie = kies_versie(notitie.titel, document.randteksten, regels)
    notitie.datum = kies_datum(document.randteksten, regels)
    notitie.referentiejaar = _meest(d.streefwaarde.referentiejaar for g in notitie.probleemgebieden for d in g.doelen)
    notitie.doeljaar = _meest(d.streefwaarde.doeljaar for g in notitie.probleemgebieden for d in g.doelen)
    if notitie.datum is None:
        gelezen.waarschuwingen.append("Er is geen datum van de notitie gevonden; vul die zelf in.")
    if notitie.gemeente is None:
        gelezen.waarschuwingen.append("Er is geen gemeente gevonden in de tekst.")


def _meest(jaren: Iterable[int | None]) -> int | None:
    geteld = Counter(jaar for jaar in jaren if jaar is not None)
    return geteld.most_common(1)[0][0] if geteld else None
