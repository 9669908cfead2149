"""What changed between two texts of the tables of a period, as the same kind of changes as those of a notitie."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from app.domain.notitie.paren import op_volgorde_gebleven
from app.domain.notitie.verschil import GEHEEL, PLAATS, TEKST, Aard, Wijziging
from app.domain.voortgang.structuur import Status
from app.domain.voortgang.tabel import Maatregelrijen, Rij, Tabellen, Themarijen, kleur_in_woorden, status_volgens

THEMA, MAATREGEL, RIJ = "thema", "maatregel", "rij"
NAAM, LETTER, ANDER_THEMA = "naam", "letter", "thema"
VOORTGANG, PLANNING, STATUS, KLEUR = "voortgang", "planning", "status", "kleur"
VOLGT = "status volgens de planning"


@dataclass(frozen=True, slots=True)
class Bij:
    """Where something stands, for the words of a change."""

    thema: Themarijen
    maatregel: Maatregelrijen

    @property
    def wat(self) -> str:
        return self.thema.noem(self.maatregel)

    def wijziging(self, aard: Aard, soort: str, merk: str, veld: str, oud: str, nieuw: str, **over: Any) -> Wijziging:
        """`gebied_merk` is that of the maatregel: what it stands or falls with."""
        velden = {"wat": self.wat, "gebied_merk": self.maatregel.merk} | over
        return Wijziging(aard, self.thema.kop, oud=oud, nieuw=nieuw, soort=soort, veld=veld, merk=merk, **velden)


def wijzigingen(oud: Tabellen, nieuw: Tabellen) -> list[Wijziging]:
    """In the order of `nieuw`; what went stands behind what stayed of its maatregel, or at the end."""
    was = {maatregel.merk: Bij(thema, maatregel) for thema, maatregel in oud.plekken()}
    blijft = {maatregel.merk for _, maatregel in nieuw.plekken()}
    verplaatst = _verplaatst(oud, nieuw)
    themas = {thema.merk: thema for thema in oud.themas}
    uit: list[Wijziging] = []
    for thema in nieuw.themas:
        uit += _thema(themas.get(thema.merk), thema)
        for maatregel in thema.maatregelen:
            bij = Bij(thema, maatregel)
            if maatregel.merk in was:
                uit += _bekende(was[maatregel.merk], bij, oud.peil, verplaatst.get(maatregel.merk))
            elif maatregel.rijen:
                uit += _nieuwe(bij)
    for merk, bij in was.items():
        if merk not in blijft:
            uit += [w for rij in bij.maatregel.rijen for w in _hele_rij(bij, rij, Aard.VERWIJDERD)]
    return uit


def _thema(was: Themarijen | None, thema: Themarijen) -> Iterator[Wijziging]:
    """A new one comes with its first maatregel."""
    if was is not None and was.naam != thema.naam:
        wat = f"Thema {was.nummer}: naam"
        yield Wijziging(Aard.GEWIJZIGD, was.kop, wat, was.naam, thema.naam, soort=THEMA, veld=TEKST, merk=thema.merk)


def _nieuwe(bij: Bij) -> Iterator[Wijziging]:
    merk, wat = bij.maatregel.merk, f"Nieuwe maatregel {bij.maatregel.in_cel}"
    yield bij.wijziging(Aard.NIEUW, MAATREGEL, merk, GEHEEL, "", bij.maatregel.in_cel, wat=wat)
    for rij in bij.maatregel.rijen:
        for naam, tekst in _in_woorden(rij):
            yield bij.wijziging(Aard.NIEUW, MAATREGEL, merk, GEHEEL, "", tekst, wat=naam.capitalize())


def _bekende(was: Bij, bij: Bij, peil: Any, plek: tuple[str, str] | None) -> Iterator[Wijziging]:
    oud, nieuw = was.maatregel, bij.maatregel
    namen = replace(bij, thema=was.thema, maatregel=oud)
    for veld, van, naar in ((NAAM, oud.naam, nieuw.naam), (LETTER, oud.letter, nieuw.letter)):
        if van != naar:
            yield namen.wijziging(Aard.GEWIJZIGD, MAATREGEL, oud.merk, veld, van, naar)
    if was.thema.merk != bij.thema.merk:
        yield namen.wijziging(Aard.VERPLAATST, MAATREGEL, oud.merk, ANDER_THEMA, was.thema.kop, bij.thema.kop)
    elif plek is not None:
        yield namen.wijziging(Aard.VERPLAATST, MAATREGEL, oud.merk, PLAATS, *plek)
    vroeger = {rij.merk: rij for rij in oud.rijen}
    for rij in nieuw.rijen:
        if rij.merk in vroeger:
            yield from _rij(namen, vroeger[rij.merk], rij, peil)
        else:
            yield from _hele_rij(namen, rij, Aard.NIEUW)
    gebleven = {rij.merk for rij in nieuw.rijen}
    for rij in oud.rijen:
        if rij.merk not in gebleven:
            yield from _hele_rij(namen, rij, Aard.VERWIJDERD)


def _rij(bij: Bij, oud: Rij, nieuw: Rij, peil: Any) -> Iterator[Wijziging]:
    voor, na = dict(_in_woorden(oud, leeg=True)), dict(_in_woorden(nieuw, leeg=True))
    for veld in voor:
        if voor[veld] != na[veld]:
            yield bij.wijziging(Aard.GEWIJZIGD, RIJ, oud.merk, veld, voor[veld], na[veld])
    if oud.planning != nieuw.planning and oud.status == nieuw.status == status_volgens(oud.planning, peil):
        volgt = status_volgens(nieuw.planning, peil) or (Status.NIET_GESTART if nieuw.voortgang else None)
        if volgt is not oud.status:
            van, naar = (status.label if status else "" for status in (oud.status, volgt))
            yield bij.wijziging(Aard.GEWIJZIGD, RIJ, oud.merk, VOLGT, van, naar)


def _hele_rij(bij: Bij, rij: Rij, aard: Aard) -> Iterator[Wijziging]:
    """Without any text in it there is one change all the same: that it came or went."""
    for naam, tekst in list(_in_woorden(rij)) or [("rij", "(een lege rij)")]:
        oud, nieuw = (tekst, "") if aard is Aard.VERWIJDERD else ("", tekst)
        wat = f"{bij.wat}: {naam}"
        yield bij.wijziging(aard, RIJ, rij.merk, GEHEEL, oud, nieuw, wat=wat)


def _in_woorden(rij: Rij, *, leeg: bool = False) -> Iterator[tuple[str, str]]:
    delen = (
        (VOORTGANG, rij.voortgang),
        (PLANNING, rij.planning),
        (STATUS, rij.status.label if rij.status else ""),
        (KLEUR, kleur_in_woorden(rij)),
    )
    yield from ((naam, tekst) for naam, tekst in delen if tekst or leeg)


def _verplaatst(oud: Tabellen, nieuw: Tabellen) -> dict[str, tuple[str, str]]:
    """Of what stands elsewhere in its own thema: behind what it stood, and behind what it stands."""
    uit: dict[str, tuple[str, str]] = {}
    vroeger = {thema.merk: thema for thema in oud.themas}
    for thema in nieuw.themas:
        was = vroeger.get(thema.merk)
        if was is None:
            continue
        # What only came along as known stood nowhere in the file.
        volgorde = {maatregel.merk: plek for plek, maatregel in enumerate(was.maatregelen) if maatregel.rijen}
        reeks = [volgorde[m.merk] for m in thema.maatregelen if m.merk in volgorde]
        vast = op_volgorde_gebleven(reeks)
        for maatregel in thema.maatregelen:
            if maatregel.merk in volgorde and volgorde[maatregel.merk] not in vast:
                uit[maatregel.merk] = _achter(was, maatregel), _achter(thema, maatregel)
    return uit


def _achter(thema: Themarijen, maatregel: Maatregelrijen) -> str:
    merken = [ander.merk for ander in thema.maatregelen]
    plek = merken.index(maatregel.merk)
    return f"onder {thema.noem(thema.maatregelen[plek - 1])}" if plek else f"bovenaan thema {thema.nummer}"
