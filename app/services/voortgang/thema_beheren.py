"""Add, change and move a thema."""

from sqlalchemy import func, select

from app.models import Onderwerp, Thema
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf
from app.services.notities.item_verplaatsen import StaatAlAanHetEind
from app.services.notities.items import WACHTPLAATS
from app.services.voortgang.fouten import OngeldigeWaarde
from app.services.voortgang.slot import vergrendel_organisatie


def voeg_thema_toe(session: Sessie, *, organisatie_id: int, naam: str, door: Dader, nummer: int | None = None) -> Thema:
    """With the number behind the last one, or `nummer` when that is free. Raises OngeldigeWaarde."""
    naam = schone_naam(naam)
    vergrendel_organisatie(session, organisatie_id)
    bezet = set(session.scalars(select(Thema.nummer).where(Thema.organisatie_id == organisatie_id)))
    if nummer in bezet:
        raise OngeldigeWaarde(f"Er is al een thema {nummer}.", "nummer")
    thema = Thema(organisatie_id=organisatie_id, nummer=nummer or max(bezet, default=0) + 1, naam=naam)
    session.add(thema)
    session.flush()
    _log(session, thema, f"Thema {thema.nummer} '{naam}' toegevoegd", door, {}, {"naam": naam})
    return thema


def wijzig_thema(session: Sessie, *, thema: Thema, naam: str, door: Dader) -> bool:
    """True when something changed. Raises OngeldigeWaarde."""
    naam = schone_naam(naam)
    oud = thema.naam
    if oud == naam:
        return False
    thema.naam = naam
    session.flush()
    _log(session, thema, f"Thema {thema.nummer} heet nu '{naam}'", door, {"naam": oud}, {"naam": naam})
    return True


def verplaats_thema(session: Sessie, *, thema: Thema, stap: int, door: Dader) -> str:
    """`stap` is -1 (up) or 1 (down). Returns what happened, in words. Raises StaatAlAanHetEind."""
    vergrendel_organisatie(session, thema.organisatie_id)
    buur = _buur(session, thema, stap)
    if buur is None:
        raise StaatAlAanHetEind(f"Thema {thema.nummer} staat al {'onderaan' if stap > 0 else 'bovenaan'}.")
    oud, nieuw = thema.nummer, buur.nummer
    zet_nummers(session, {thema: nieuw, buur: oud})
    zin = f"Thema {oud} is nu thema {nieuw} en {nieuw} is nu {oud}"
    _log(session, thema, zin, door)
    return zin


def zet_nummers(session: Sessie, nieuw: dict[Thema, int]) -> None:
    """In two steps, because no two may ever share a number."""
    for i, thema in enumerate(nieuw):
        thema.nummer = WACHTPLAATS + i
    session.flush()
    for thema, nummer in nieuw.items():
        thema.nummer = nummer
    session.flush()


def schone_naam(naam: str) -> str:
    """On one line. Raises OngeldigeWaarde when nothing is left."""
    schoon = " ".join(naam.split())
    if not schoon:
        raise OngeldigeWaarde("Vul een naam in.", "naam")
    return schoon


def _buur(session: Sessie, thema: Thema, stap: int) -> Thema | None:
    verder = Thema.nummer > thema.nummer if stap > 0 else Thema.nummer < thema.nummer
    grens = func.min(Thema.nummer) if stap > 0 else func.max(Thema.nummer)
    nummer = select(grens).where(Thema.organisatie_id == thema.organisatie_id, verder).scalar_subquery()
    keuze = select(Thema).where(Thema.organisatie_id == thema.organisatie_id, Thema.nummer == nummer)
    return session.scalars(keuze).first()


def _log(
    session: Sessie,
    thema: Thema,
    zin: str,
    door: Dader,
    oud: dict[str, str] | None = None,
    nieuw: dict[str, str] | None = None,
) -> None:
    schrijf(
        session,
        door=door,
        over=Onderwerp.VOORTGANG,
        organisatie_id=thema.organisatie_id,
        omschrijving=zin,
        oud=oud,
        nieuw=nieuw,
    )
