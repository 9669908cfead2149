"""Add, change and move a beheersmaatregel."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, select

from app.models import (
    Gebruiker,
    Interventie,
    Maatregel,
    MaatregelInterventie,
    Onderwerp,
    PeriodeStatus,
    Rapportageperiode,
    Thema,
    Voortgangsregel,
)
from app.models.basis import Sessie
from app.services.in_woorden import in_woorden
from app.services.logboek import Dader, schrijf
from app.services.notities.item_verplaatsen import StaatAlAanHetEind
from app.services.notities.items import WACHTPLAATS
from app.services.notities.maatregel_links import merken_van, te_koppelen
from app.services.velden import wijzig_velden
from app.services.voortgang.fouten import LetterBezet, OngeldigeWaarde
from app.services.voortgang.log import noem
from app.services.voortgang.periode_starten import lege_regel
from app.services.voortgang.slot import vergrendel_organisatie
from app.services.voortgang.thema_beheren import schone_naam

LANGSTE_LETTER = 8
VELDEN = ("naam", "letter", "eigenaar_id", "fte")
LINKS = "interventie_ids"


def voeg_maatregel_toe(session: Sessie, *, thema: Thema, waarden: dict[str, Any], door: Dader) -> Maatregel:
    """At the end of the thema, with a blank row in every period that was started and is still open.

    `waarden`: naam, and any of letter, eigenaar_id, fte and interventie_ids. Raises OngeldigeWaarde or LetterBezet.
    """
    vergrendel_organisatie(session, thema.organisatie_id)
    waarden = _schoon(session, thema, {"naam": ""} | waarden, None)
    volgorde = max((ander.volgorde for ander in thema.maatregelen), default=0) + 1
    velden = {naam: waarden[naam] for naam in VELDEN if naam in waarden}
    maatregel = Maatregel(organisatie_id=thema.organisatie_id, volgorde=volgorde, **velden)
    thema.maatregelen.append(maatregel)
    session.flush()
    _zet_links(session, maatregel, waarden.get(LINKS, []))
    session.add_all(lege_regel(maatregel, periode) for periode in _lopende(session, thema.organisatie_id))
    session.flush()
    _log(session, maatregel, f"Maatregel {noem(maatregel)} toegevoegd", door, nieuw=in_woorden(session, waarden))
    return maatregel


def wijzig_maatregel(session: Sessie, *, maatregel: Maatregel, waarden: dict[str, Any], door: Dader) -> bool:
    """True when something changed. Raises OngeldigeWaarde or LetterBezet."""
    vergrendel_organisatie(session, maatregel.organisatie_id)
    waarden = _schoon(session, maatregel.thema, waarden, maatregel)
    oud, nieuw = wijzig_velden(maatregel, {naam: waarde for naam, waarde in waarden.items() if naam != LINKS})
    links = interventie_ids_van(session, maatregel)
    if waarden.get(LINKS, links) != links:
        oud[LINKS], nieuw[LINKS] = links, waarden[LINKS]
        _zet_links(session, maatregel, waarden[LINKS])
    if not oud:
        return False
    session.flush()
    session.expire(maatregel, ["eigenaar", "interventies"])
    oud, nieuw = in_woorden(session, oud), in_woorden(session, nieuw)
    _log(session, maatregel, f"Maatregel {noem(maatregel)} gewijzigd", door, oud=oud, nieuw=nieuw)
    return True


def verplaats_maatregel(session: Sessie, *, maatregel: Maatregel, stap: int, door: Dader) -> str:
    """Up (-1) or down (1) in its thema; letters stay. Returns what happened. Raises StaatAlAanHetEind."""
    vergrendel_organisatie(session, maatregel.organisatie_id)
    lijst = maatregel.thema.maatregelen
    plek = lijst.index(maatregel) + stap
    if not 0 <= plek < len(lijst):
        raise StaatAlAanHetEind(f"{noem(maatregel)} staat al {'onderaan' if stap > 0 else 'bovenaan'} in het thema.")
    buur = lijst[plek]
    zet_volgorde(session, {maatregel: buur.volgorde, buur: maatregel.volgorde})
    session.expire(maatregel.thema, ["maatregelen"])
    zin = f"Maatregel {noem(maatregel)} staat nu {'onder' if stap > 0 else 'boven'} {noem(buur)}"
    _log(session, maatregel, zin, door)
    return zin


def verplaats_naar_thema(session: Sessie, *, maatregel: Maatregel, thema: Thema, door: Dader) -> bool:
    """To the end of another thema. False when it is there already. Raises LetterBezet."""
    vergrendel_organisatie(session, maatregel.organisatie_id)
    if maatregel.thema_id == thema.id:
        return False
    _controleer_letter(thema, maatregel.letter, maatregel)
    oud = noem(maatregel)
    maatregel.volgorde = max((ander.volgorde for ander in thema.maatregelen), default=0) + 1
    maatregel.thema_id = thema.id
    session.flush()
    session.expire_all()
    _log(session, maatregel, f"Maatregel {oud} is nu {noem(maatregel)}", door)
    return True


def interventie_ids_van(session: Sessie, maatregel: Maatregel) -> list[int]:
    """Of every interventie the one in its newest version: what can be chosen from (see `te_koppelen`)."""
    gekozen = MaatregelInterventie.maatregel_id == maatregel.id
    keuze = select(Interventie.merk).join(MaatregelInterventie, MaatregelInterventie.interventie_id == Interventie.id)
    merken = keuze.where(gekozen)
    return sorted(id_ for id_, *_ in te_koppelen(session, maatregel.organisatie_id, Interventie.merk.in_(merken)))


def zet_volgorde(session: Sessie, nieuw: dict[Maatregel, int]) -> None:
    for i, maatregel in enumerate(nieuw):
        maatregel.volgorde = WACHTPLAATS + i
    session.flush()
    for maatregel, volgorde in nieuw.items():
        maatregel.volgorde = volgorde
    session.flush()


def _schoon(session: Sessie, thema: Thema, waarden: dict[str, Any], van: Maatregel | None) -> dict[str, Any]:
    uit = dict(waarden)
    if "naam" in uit:
        uit["naam"] = schone_naam(uit["naam"])
    if "letter" in uit:
        uit["letter"] = schone_letter(uit["letter"])
        _controleer_letter(thema, uit["letter"], van)
    if uit.get("eigenaar_id") is not None:
        _controleer_eigenaar(session, thema.organisatie_id, uit["eigenaar_id"])
    _controleer_fte(uit.get("fte"))
    if LINKS in uit:
        uit[LINKS] = sorted(_van_hier(session, thema.organisatie_id, uit[LINKS]))
    return uit


def schone_letter(letter: str | None) -> str | None:
    """In lower case; None when there is none. Raises OngeldigeWaarde."""
    schoon = (letter or "").strip().rstrip(".)").lower()
    if schoon and (len(schoon) > LANGSTE_LETTER or not schoon.isalnum()):
        raise OngeldigeWaarde("Gebruik voor de letter één letter, zoals a, of laat het veld leeg.", "letter")
    return schoon or None


def _controleer_letter(thema: Thema, letter: str | None, van: Maatregel | None) -> None:
    houder = next((m for m in thema.maatregelen if letter and m.letter == letter and m is not van), None)
    if houder is not None:
        raise LetterBezet(f"Thema {thema.nummer} heeft al een maatregel {letter}: '{houder.naam}'.")


def _controleer_eigenaar(session: Sessie, organisatie_id: int, eigenaar_id: int) -> None:
    gebruiker = session.get(Gebruiker, eigenaar_id)
    if gebruiker is None or gebruiker.organisatie_id != organisatie_id:
        raise OngeldigeWaarde("Deze eigenaar werkt niet bij uw organisatie.", "eigenaar_id")


def _controleer_fte(fte: Decimal | None) -> None:
    if fte is not None and not Decimal(0) < fte < Decimal(10_000):
        raise OngeldigeWaarde("Het aantal fte is groter dan 0.", "fte")


def _van_hier(session: Sessie, organisatie_id: int, ids: Iterable[int]) -> set[int]:
    """Only interventies of this organisatie that are still there."""
    gekozen = Interventie.merk.in_(merken_van(organisatie_id, ids))
    return {id_ for id_, *_ in te_koppelen(session, organisatie_id, gekozen)}


def _zet_links(session: Sessie, maatregel: Maatregel, ids: Iterable[int]) -> None:
    """Who carries out an interventie is no part of the text: it holds for that interventie in every version."""
    keuze = select(Interventie.id).where(
        Interventie.organisatie_id == maatregel.organisatie_id,
        Interventie.merk.in_(merken_van(maatregel.organisatie_id, ids)),
    )
    ids = session.scalars(keuze).all()
    session.execute(delete(MaatregelInterventie).where(MaatregelInterventie.maatregel_id == maatregel.id))
    session.add_all(
        MaatregelInterventie(organisatie_id=maatregel.organisatie_id, maatregel_id=maatregel.id, interventie_id=id_)
        for id_ in ids
    )
    session.flush()


def _lopende(session: Sessie, organisatie_id: int) -> list[Rapportageperiode]:
    gestart = select(Voortgangsregel.id).where(Voortgangsregel.periode_id == Rapportageperiode.id).exists()
    keuze = select(Rapportageperiode).where(
        Rapportageperiode.organisatie_id == organisatie_id, Rapportageperiode.status == PeriodeStatus.OPEN, gestart
    )
    return list(session.scalars(keuze))


def _log(session: Sessie, maatregel: Maatregel, zin: str, door: Dader, **velden: Any) -> None:
    schrijf(
        session,
        door=door,
        over=Onderwerp.VOORTGANG,
        organisatie_id=maatregel.organisatie_id,
        omschrijving=zin,
        **velden,
    )
