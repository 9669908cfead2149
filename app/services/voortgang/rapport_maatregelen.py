"""The themas and maatregelen that a report is about: found, renamed as the user decided, or made."""

from collections.abc import Mapping

from sqlalchemy import select

from app.domain.voortgang import structuur as v
from app.models import Maatregel, Onderwerp, Rapportageperiode, Thema
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.voortgang.log import noem
from app.services.voortgang.thema_beheren import voeg_thema_toe

LANGSTE_LETTER = 8
Drietal = tuple[str, Maatregel, v.Maatregel]


def zorg_voor_maatregelen(
    session: Sessie,
    *,
    periode: Rapportageperiode,
    bron: v.Voortgang,
    gekozen: Mapping[str, int | None],
    door: Dader,
) -> list[Drietal]:
    """In the order of the report: its place, the row in the table and what was read."""
    organisatie_id = periode.organisatie_id
    themas = {t.nummer: t for t in session.scalars(select(Thema).where(Thema.organisatie_id == organisatie_id))}
    bekend = {m.id: m for m in session.scalars(select(Maatregel).where(Maatregel.organisatie_id == organisatie_id))}
    uit: list[Drietal] = []
    for t, gelezen_thema in enumerate(bron.themas, start=1):
        thema = themas.get(gelezen_thema.nummer) or voeg_thema_toe(
            session, organisatie_id=organisatie_id, naam=gelezen_thema.naam, nummer=gelezen_thema.nummer, door=door
        )
        for m, gelezen in enumerate(gelezen_thema.maatregelen, start=1):
            id_ = gekozen[f"{t}/{m}"]
            maatregel = bekend[id_] if id_ is not None else _nieuwe(session, thema, gelezen, door)
            _zet_in_thema(session, maatregel, thema)
            uit.append((f"{t}/{m}", maatregel, gelezen))
    _zet_namen_en_letters(session, uit, door)
    return uit


def _nieuwe(session: Sessie, thema: Thema, gelezen: v.Maatregel, door: Dader) -> Maatregel:
    """Its letter comes later, when those that have it now have given it up."""
    maatregel = Maatregel(organisatie_id=thema.organisatie_id, naam=gelezen.naam, volgorde=_achteraan(thema))
    thema.maatregelen.append(maatregel)
    session.flush()
    letter = f"{gelezen.letter} " if gelezen.letter else ""
    zin = f"Maatregel {letter}'{gelezen.naam}' in thema {thema.nummer} toegevoegd"
    schrijf(session, door=door, over=Onderwerp.VOORTGANG, organisatie_id=thema.organisatie_id, omschrijving=zin)
    return maatregel


def _zet_in_thema(session: Sessie, maatregel: Maatregel, thema: Thema) -> None:
    if maatregel.thema_id == thema.id:
        return
    maatregel.letter, maatregel.volgorde = None, _achteraan(thema)
    maatregel.thema_id = thema.id
    session.flush()
    session.expire(maatregel, ["thema"])
    session.expire(thema, ["maatregelen"])


def _achteraan(thema: Thema) -> int:
    return max((ander.volgorde for ander in thema.maatregelen), default=0) + 1


def _zet_namen_en_letters(session: Sessie, drietallen: list[Drietal], door: Dader) -> None:
    """What is not in the report gives its letter to what has that letter in it."""
    anders = [
        (maatregel, noem(maatregel), gelezen, (gelezen.letter or "")[:LANGSTE_LETTER] or None)
        for _, maatregel, gelezen in drietallen
        if (maatregel.naam, maatregel.letter) != (gelezen.naam, gelezen.letter)
    ]
    for maatregel, _, _, letter in anders:
        maatregel.letter = None
        for ander in maatregel.thema.maatregelen:
            if letter and ander.letter == letter:
                ander.letter = None
    session.flush()
    for maatregel, oud, gelezen, letter in anders:
        hernoemd = maatregel.naam != gelezen.naam
        maatregel.naam, maatregel.letter = gelezen.naam, letter
        if hernoemd:
            zin = f"Maatregel {oud} heet nu {noem(maatregel)}"
            schrijf(
                session, door=door, over=Onderwerp.VOORTGANG, organisatie_id=maatregel.organisatie_id, omschrijving=zin
            )
    session.flush()
