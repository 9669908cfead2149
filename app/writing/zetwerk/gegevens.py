"""What the template of our PDF files reads: a document as plain dicts, lists and texts."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from app.domain.taal.datums import toon_datum
from app.domain.taal.letters import plek_van
from app.writing.document import (
    Alinea,
    Blok,
    Document,
    Genummerd,
    Grafiek,
    Kader,
    Kaderrij,
    Kolom,
    Kop,
    Lijst,
    Nummerpunt,
    Spoor,
    Tabel,
    Waarde,
)
from app.writing.grafiek.beeld import Beeld, alttekst, in_woorden, teken_bestand
from app.writing.huisstijl import Logo
from app.writing.nederlands import als_tekst, ingekort
from app.writing.zetwerk.letters import FAMILIES
from app.writing.zetwerk.woorden import breekbaar

_STAAND, _LIGGEND = 464.9, 711.5  # points between the margins
_CELRAND, _CELLETTER = 8.5, 9.0
_KOPLETTERS = (15.0, 12.0, 10.5, 10.0)
_TITELLETTER, _LETTER = 26.0, 10.0
_LABEL = 0.17  # of the width of a kader
_HOOGSTENS_HEEL = 700  # characters in the longest cell; a longer row may go on over the page
_LANGSTE_BLADWIJZER = 1_000

Gegevens = dict[str, Any]


def gegevens_van(document: Document) -> Gegevens:
    ruimte = _LIGGEND if document.liggend else _STAAND
    datum = toon_datum(document.datum)
    return {
        "titel": breekbaar(document.titel, ruimte, _TITELLETTER),
        "titel_kort": ingekort(document.titel, 255) or document.organisatie[:255] or "Doelspoor",
        "ondertitel": breekbaar(document.ondertitel, ruimte, _KOPLETTERS[0]),
        "ondertitel_kort": ingekort(document.ondertitel, 255),
        "organisatie": breekbaar(document.organisatie, ruimte, _LETTER),
        "datum": [document.datum.year, document.datum.month, document.datum.day],
        "datum_voluit": datum,
        "kopregel": [ingekort(document.titel, 60), ingekort(document.organisatie, 60)],
        "kenmerken": [
            [breekbaar(naam, 90, _LETTER), breekbaar(waarde, ruimte - 100, _LETTER)]
            for naam, waarde in document.titelblok
        ],
        "liggend": document.liggend,
        "kleur": f"#{document.huisstijl.kleur}",
        "lichte_kleur": f"#{document.huisstijl.licht}",
        "logo": _logo(document.huisstijl.logo),
        "inhoudsopgave": document.inhoudsopgave and any(isinstance(blok, Kop) for blok in document.blokken),
        "lettertypen": list(FAMILIES),
        "blokken": list(_blokken(document.blokken, ruimte)),
    }


def _logo(logo: Logo | None) -> Gegevens | None:
    if logo is None:
        return None
    breedte, hoogte = logo.maat
    return {"png": list(logo.png), "breedte": breedte, "hoogte": hoogte, "tekst": logo.tekst}


def _blokken(blokken: Iterable[Blok], ruimte: float) -> Iterator[Gegevens]:
    """Headings go down one level at a time, which is how readers find their way."""
    niveau = 0
    for blok in blokken:
        if isinstance(blok, Kop):
            niveau = min(max(blok.niveau, 1), niveau + 1, len(_KOPLETTERS))
            yield _kop(blok, niveau, ruimte)
        elif isinstance(blok, Kader):
            yield {**_blok(blok, ruimte), "niveau": niveau + 1}
        else:
            yield _blok(blok, ruimte)


def _kop(kop: Kop, niveau: int, ruimte: float) -> Gegevens:
    return {
        "soort": "kop",
        "tekst": breekbaar(kop.tekst, ruimte, _KOPLETTERS[niveau - 1]),
        "niveau": niveau,
        "bladzijde": kop.bladzijde,
        "bladwijzer": len(kop.tekst) <= _LANGSTE_BLADWIJZER,
    }


def _blok(blok: Alinea | Lijst | Genummerd | Tabel | Kader | Grafiek | Spoor, ruimte: float) -> Gegevens:
    match blok:
        case Alinea(tekst=tekst, stil=stil, vet=vet):
            soort = "tussenkop" if vet else "toelichting" if stil else "alinea"
            return {"soort": soort, "tekst": breekbaar(tekst, ruimte, _LETTER)}
        case Lijst(regels=regels):
            return {"soort": "lijst", "regels": [breekbaar(regel, ruimte - 15, _LETTER) for regel in regels]}
        case Genummerd(punten=punten):
            return {"soort": "genummerd", "punten": list(_punten(punten, ruimte - 20))}
        case Kader():
            return {"soort": "kader", "rijen": [_kaderrij(rij, ruimte) for rij in blok.rijen]}
        case Spoor(stukken=stukken, kop=kop):
            delen = [[stuk.soort.value, breekbaar(stuk.tekst, ruimte, _LETTER)] for stuk in stukken]
            kop = breekbaar(kop, ruimte, _LETTER)
            return {"soort": "spoor", "kop": kop, "stukken": delen, "inspringen": blok.ondergeschikt}
        case Tabel():
            return {"soort": "tabel", **_tabel(blok, ruimte)}
        case Grafiek(beeld=beeld, tabel=tabel):
            cijfers = _tabel(tabel, ruimte) if tabel.rijen else None
            return {"soort": "grafiek", **_beeld(beeld, ruimte), "tabel": cijfers}


def _punten(punten: tuple[Nummerpunt, ...], ruimte: float) -> Iterator[Gegevens]:
    """Per number its text and what stands below it with letters."""
    for punt in punten:
        if not punt.letter:
            onder = [_letter(deel, ruimte) for deel in punten if deel.letter and deel.nummer == punt.nummer]
            yield {"nummer": punt.nummer, "tekst": breekbaar(punt.tekst, ruimte, _LETTER), "onder": onder}


def _letter(punt: Nummerpunt, ruimte: float) -> Gegevens:
    return {"nummer": plek_van(punt.letter), "tekst": breekbaar(punt.tekst, ruimte - 20, _LETTER)}


def _kaderrij(rij: Kaderrij, ruimte: float) -> Gegevens:
    label, inhoud = ruimte * _LABEL - _CELRAND, ruimte * (1 - _LABEL) - _CELRAND
    return {
        "label": breekbaar(rij.label, label, _CELLETTER),
        "uitleg": breekbaar(rij.uitleg, label, _CELLETTER),
        "blokken": [_blok(blok, inhoud) for blok in rij.blokken],
    }


def _beeld(beeld: Beeld, ruimte: float) -> Gegevens:
    titel = breekbaar(beeld.titel, ruimte, _LETTER)
    if beeld.leeg:
        return {"titel": titel, "omschrijving": breekbaar(in_woorden(beeld), ruimte, _LETTER)}
    return {"titel": titel, "omschrijving": alttekst(beeld), "svg": teken_bestand(beeld)}


def _tabel(tabel: Tabel, ruimte: float) -> Gegevens:
    som = sum(kolom.breedte for kolom in tabel.kolommen)
    breedtes = [ruimte * kolom.breedte / som - _CELRAND for kolom in tabel.kolommen]
    koppen = zip(tabel.kolommen, breedtes, strict=True)
    return {
        "kolommen": [
            {"naam": breekbaar(k.naam, breedte, _CELLETTER), "breedte": k.breedte, "getal": k.getal}
            for k, breedte in koppen
        ],
        "rijen": [
            {
                "cellen": [_cel(waarde, breedte) for waarde, breedte in zip(rij, breedtes, strict=True)],
                "soorten": list(_soorten(rij, tabel.kolommen)),
                "heel": all(len(waarde) <= _HOOGSTENS_HEEL for waarde in rij if isinstance(waarde, str)),
                "inspringen": plaats in tabel.ondergeschikt,
            }
            for plaats, rij in enumerate(tabel.rijen)
        ],
    }


def _cel(waarde: Waarde, breedte: float) -> str:
    return breekbaar(als_tekst(waarde), breedte, _CELLETTER)


def _soorten(rij: tuple[Waarde, ...], kolommen: tuple[Kolom, ...]) -> Iterator[str]:
    """How each cell looks. The first of a row is its heading."""
    for plaats, (waarde, kolom) in enumerate(zip(rij, kolommen, strict=True)):
        if isinstance(waarde, int | Decimal) or (kolom.getal and plaats):
            yield "getal"
        else:
            yield "tekst" if plaats else "rijkop"
