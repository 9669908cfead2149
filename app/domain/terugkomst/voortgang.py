"""The tables of a period that came back, laid beside what colleagues reported since they went out."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from app.domain.notitie.verschil import GEHEEL
from app.domain.terugkomst.vergelijken import Keuze, Stand, Terugkomst, leg_naast
from app.domain.voortgang.tabel import Rij, Tabellen
from app.domain.voortgang.tabel_verschil import MAATREGEL, RIJ, THEMA, wijzigingen


def vergelijk_tabellen(toen: Tabellen, bestand: Tabellen, nu: Tabellen, *, dicht: Collection[str] = ()) -> Terugkomst:
    """`dicht`: the merken of rows that cannot be changed now, because they were approved."""
    terugkomst = leg_naast(wijzigingen(toen, bestand), wijzigingen(toen, nu))
    return replace(terugkomst, keuzes=tuple(_met_weg(keuze, nu, dicht) for keuze in terugkomst.keuzes))


def _met_weg(keuze: Keuze, nu: Tabellen, dicht: Collection[str]) -> Keuze:
    """What has nothing left to change, unless it says that already."""
    if keuze.stand is Stand.AL_ZO or _kan(keuze, nu, dicht):
        return keuze
    return replace(keuze, stand=Stand.WEG)


def _kan(keuze: Keuze, nu: Tabellen, dicht: Collection[str]) -> bool:
    soort, merk, nieuw = keuze.sleutel.soort, keuze.sleutel.merk, not keuze.eerste.oud
    maatregelen = {maatregel.merk: maatregel for _, maatregel in nu.plekken()}
    if soort == THEMA:
        return merk in {thema.merk for thema in nu.themas}
    if soort == MAATREGEL:
        return keuze.sleutel.wat == GEHEEL or merk in maatregelen
    if keuze.sleutel.wat == GEHEEL and nieuw:
        return (keuze.eerste.gebied_merk or "") in maatregelen
    assert soort == RIJ
    return merk not in dicht and any(rij.merk == merk for m in maatregelen.values() for rij in m.rijen)


def herken_nieuwe_rijen(toen: Tabellen, bestand: Tabellen, nu: Tabellen) -> Tabellen:
    """`bestand`, in which a new row that says to the letter what was added since on screen has the merk of that."""
    bekend = {rij.merk for _, maatregel in toen.plekken() for rij in maatregel.rijen}
    per_maatregel = {maatregel.merk: maatregel.rijen for _, maatregel in nu.plekken()}
    themas = [
        replace(
            thema,
            maatregelen=tuple(
                replace(m, rijen=_rijen(m.rijen, per_maatregel.get(m.merk, ()), bekend)) for m in thema.maatregelen
            ),
        )
        for thema in bestand.themas
    ]
    return replace(bestand, themas=tuple(themas))


def _rijen(rijen: Sequence[Rij], nu: Sequence[Rij], bekend: Collection[str]) -> tuple[Rij, ...]:
    erbij = {(rij.voortgang, rij.planning): rij for rij in reversed(nu) if rij.merk not in bekend}
    uit = []
    for rij in rijen:
        zelfde = None if rij.merk in bekend else erbij.pop((rij.voortgang, rij.planning), None)
        uit.append(rij if zelfde is None else _zoals(zelfde, rij))
    return tuple(uit)


def _zoals(nu: Rij, rij: Rij) -> Rij:
    """What the file does not say of it, a status or a kleur, is as it is now."""
    nu = replace(nu, status=rij.status) if rij.status else nu
    return replace(rij, merk=nu.merk) if rij.kleur else nu
