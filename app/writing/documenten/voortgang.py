"""The progress of one period as a neutral document: the voortgangstabellen of a half-year report."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import Any, Protocol

from app.domain.stroom import Stroom
from app.domain.taal.datums import AMSTERDAM, toon_datum
from app.domain.taal.hoeveel import hoeveel
from app.domain.terugkomst.documentmerk import VOORTGANG_EIGENSCHAPPEN, Merksoort, bladwijzer
from app.domain.voortgang.overzicht import MaatregelBeeld, PeriodeBeeld, RegelBeeld, ThemaBeeld, VoortgangBeeld
from app.domain.voortgang.structuur import Status
from app.domain.voortgang.structuur_json import moment_als_dict
from app.domain.voortgang.tabel import kleur_in_woorden, merk_van
from app.writing.document import Alinea, Blok, Document, Gegevens, Kolom, Kop, Rij, Tabel, Waarde

TITEL = "Voortgang beheersmaatregelen"
GEEN_REGELS = "Er zijn geen maatregelen die bij deze keuze passen."
_VAST = ("periode", "thema_nummer", "thema", "letter", "maatregel", "voortgang", "planning")
_MET_KLEUR = ("kleur", "oorzaak", "gevolg", "bijsturing")


@dataclass(frozen=True, slots=True)
class Kolommen:
    """The columns somebody may want beside maatregel, voortgang and planning."""

    status: bool = False
    kleur: bool = False


class Peiling(Protocol):
    """Whatever speaks of a period, as seen on a day."""

    @property
    def periode(self) -> PeriodeBeeld: ...
    @property
    def peildatum(self) -> date: ...


def voortgang_document(
    beeld: VoortgangBeeld,
    *,
    organisatie: str,
    kolommen: Kolommen,
    filters: tuple[tuple[str, str], ...] = (),
    uitvoer: str = "",
) -> Document:
    """`filters`: what `beeld` was narrowed to, in words: ("Status", "Afgerond").

    `uitvoer`: the code by which the file is known when it comes back.
    The columns choose what stands in the tables; json is for machines and always holds everything.
    """
    return Document(
        titel=TITEL,
        ondertitel=_hoofdletter(beeld.periode.label),
        organisatie=organisatie,
        datum=datum_van(beeld),
        kenmerken=(("Periode", beeld.periode.code), ("Stand", stand(beeld)), *filters),
        blokken=Stroom(lambda: _inhoud(beeld, kolommen)),
        gegevens=_gegevens(beeld, kolommen),
        structuur=_structuur(beeld, organisatie),
        liggend=kolommen.status or kolommen.kleur,
        merken={"uitvoer": bladwijzer(Merksoort.UITVOER, uitvoer)} if uitvoer else {},
        eigenschappen=tuple(zip(VOORTGANG_EIGENSCHAPPEN, (uitvoer, beeld.periode.code, organisatie), strict=True)),
    )


def stand(beeld: Peiling) -> str:
    """ "gesloten op 3 februari 2020 door Jo Jansen", or how far the period is."""
    periode = beeld.periode
    if periode.gesloten_op is None:
        return f"{periode.status.value}, stand van {toon_datum(beeld.peildatum)}"
    door = f" door {periode.gesloten_door}" if periode.gesloten_door else ""
    return f"gesloten op {toon_datum(periode.gesloten_op.astimezone(AMSTERDAM).date())}{door}"


def datum_van(beeld: Peiling) -> date:
    """When it was closed, or else the day that it was looked at."""
    gesloten_op = beeld.periode.gesloten_op
    return gesloten_op.astimezone(AMSTERDAM).date() if gesloten_op else beeld.peildatum


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


# --- to read: a heading and a table per thema ---


def _inhoud(beeld: VoortgangBeeld, kolommen: Kolommen) -> Iterator[Blok]:
    if not beeld.maatregelen:
        yield Alinea(GEEN_REGELS)
        return
    merken = (bladwijzer(Merksoort.VAST, str(nummer)) for nummer in count(1))
    aantal = hoeveel(len(beeld.maatregelen), "maatregel", "maatregelen")
    yield Alinea(f"Dit overzicht bevat {aantal}.", merk=next(merken))
    if kolommen.kleur:
        definities = [(k, tekst) for k, tekst in beeld.kleurdefinities.items() if tekst]
        yield from (Alinea(f"{k.label}: {tekst}", stil=True, merk=next(merken)) for k, tekst in definities)
    for thema in beeld.themas:
        yield Kop(f"{thema.nummer}. {thema.naam}", merk=bladwijzer(Merksoort.THEMA, merk_van("t", thema.id)))
        yield replace(voortgangstabel(thema, kolommen), merken=tuple(_merken(thema)))


def _merken(thema: ThemaBeeld) -> Iterator[tuple[str, ...]]:
    for maatregel in thema.maatregelen:
        for plek, regel in enumerate(maatregel.regels):
            naam = bladwijzer(Merksoort.MAATREGEL, merk_van("m", maatregel.id)) if plek == 0 else ""
            yield naam, bladwijzer(Merksoort.REGEL, merk_van("r", regel.id))


def voortgangstabel(thema: ThemaBeeld, kolommen: Kolommen) -> Tabel:
    koppen = [Kolom("Maatregel", 2.4), Kolom("Voortgang", 5), Kolom("Planning", 2)]
    koppen += [Kolom("Status", 1.3)] if kolommen.status else []
    koppen += [Kolom("Kleur", 2.4)] if kolommen.kleur else []
    rijen = tuple(
        _rij(maatregel, regel, kolommen, eerste=plek == 0)
        for maatregel in thema.maatregelen
        for plek, regel in enumerate(maatregel.regels)
    )
    return Tabel(f"Voortgang van thema {thema.nummer}, {thema.naam}", tuple(koppen), rijen)


def _rij(maatregel: MaatregelBeeld, regel: RegelBeeld, kolommen: Kolommen, *, eerste: bool) -> tuple[Waarde, ...]:
    """A second row of a maatregel does not say its name again, as in the source."""
    rij = [noem(maatregel) if eerste else "", regel.voortgang, regel.planning]
    rij += [_label(regel.status)] if kolommen.status else []
    rij += [kleur_in_woorden(regel)] if kolommen.kleur else []
    return tuple(rij)


def noem(maatregel: MaatregelBeeld) -> str:
    """ "a. Procesregie", or just its name."""
    return f"{maatregel.letter}. {maatregel.naam}" if maatregel.letter else maatregel.naam


def _label(status: Status | None) -> str:
    return status.label if status else ""


# --- to calculate with: one flat table, and plain dicts and lists ---


def _gegevens(beeld: VoortgangBeeld, kolommen: Kolommen) -> Gegevens:
    namen = (*_VAST, *(("status",) if kolommen.status else ()), *(_MET_KLEUR if kolommen.kleur else ()))
    return Gegevens(tuple(map(Kolom, namen)), Stroom(lambda: _rijen(beeld, namen)))


def _rijen(beeld: VoortgangBeeld, namen: tuple[str, ...]) -> Iterator[Rij]:
    for thema in beeld.themas:
        for maatregel in thema.maatregelen:
            for regel in maatregel.regels:
                waarden = _alle_waarden(beeld, thema, maatregel, regel)
                yield tuple(waarden[naam] for naam in namen)


def _alle_waarden(
    beeld: VoortgangBeeld, thema: ThemaBeeld, maatregel: MaatregelBeeld, regel: RegelBeeld
) -> dict[str, Waarde]:
    return {
        "periode": beeld.periode.code,
        "thema_nummer": thema.nummer,
        "thema": thema.naam,
        "letter": maatregel.letter or "",
        "maatregel": maatregel.naam,
        "voortgang": regel.voortgang,
        "planning": regel.planning,
        "status": regel.status.value if regel.status else "",
        "kleur": regel.kleur.value if regel.kleur else "",
        "oorzaak": regel.oorzaak,
        "gevolg": regel.gevolg,
        "bijsturing": regel.bijsturing,
    }


def _structuur(beeld: VoortgangBeeld, organisatie: str) -> dict[str, Any]:
    return {
        "titel": f"{TITEL} {beeld.periode.code}",
        "gemeente": organisatie.removeprefix("Gemeente "),
        "periode": beeld.periode.code,
        "stand": beeld.periode.status.value,
        "gesloten_op": beeld.periode.gesloten_op.isoformat() if beeld.periode.gesloten_op else None,
        "gesloten_door": beeld.periode.gesloten_door,
        "themas": Stroom(lambda: map(thema_als_dict, beeld.themas)),
    }


def thema_als_dict(thema: ThemaBeeld) -> dict[str, Any]:
    maatregelen = [
        {"letter": maatregel.letter, "naam": maatregel.naam, "regels": [_regel(regel) for regel in maatregel.regels]}
        for maatregel in thema.maatregelen
    ]
    return {"nummer": thema.nummer, "naam": thema.naam, "maatregelen": maatregelen}


def _regel(regel: RegelBeeld) -> dict[str, Any]:
    uit: dict[str, Any] = {
        "voortgang": regel.voortgang,
        "planning": regel.planning.split("\n") if regel.planning else [],
        "status": regel.status.value if regel.status else None,
        "momenten": [moment_als_dict(moment) for moment in regel.momenten],
    }
    if regel.kleur:
        uit |= {"kleur": regel.kleur.value}
        uit |= {naam: getattr(regel, naam) for naam in ("oorzaak", "gevolg", "bijsturing")}
    return uit
