"""Put the demonstration maatregelen and their periods in the tables, along the same way as people do."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from app.domain.voortgang.periodestatus import Beoordeling
from app.models import (
    Bron,
    Gebruiker,
    Interventie,
    Maatregel,
    Organisatie,
    Probleemgebied,
    Rapportageperiode,
    Rol,
    Thema,
    Voortgangsregel,
)
from app.models.basis import Sessie
from app.reading.seeds.voortgang import MaatregelInvoer, PeriodeInvoer, RegelInvoer, VoortgangInvoer
from app.services.logboek import Dader
from app.services.voortgang.kleurdefinities import zet_kleurdefinities
from app.services.voortgang.maatregel_beheren import voeg_maatregel_toe
from app.services.voortgang.periode_starten import start_periode
from app.services.voortgang.periode_status import sluit_periode, zet_ter_controle
from app.services.voortgang.regel_beoordelen import keur_alles_goed, keur_regel_goed, stuur_regel_terug
from app.services.voortgang.regel_bewaren import bewaar_regel
from app.services.voortgang.regel_rijen import voeg_regel_toe
from app.services.voortgang.thema_beheren import voeg_thema_toe


@dataclass(frozen=True, slots=True)
class _Wereld:
    """`adviseur` and `manager`: in whose name it happens. `gebruikers`: id by e-mail address."""

    organisatie_id: int
    adviseur: Dader
    manager: Dader
    gebruikers: Mapping[str, int]
    interventies: Mapping[tuple[str, int], int]


def laad_voortgang(session: Sessie, *, organisatie: Organisatie, voortgang: VoortgangInvoer) -> None:
    wereld = _wereld(session, organisatie.id)
    zet_kleurdefinities(session, organisatie_id=wereld.organisatie_id, teksten=voortgang.kleuren, door=wereld.manager)
    for thema in voortgang.themas:
        rij = voeg_thema_toe(
            session,
            organisatie_id=wereld.organisatie_id,
            naam=thema.naam,
            nummer=thema.nummer,
            door=wereld.adviseur,
        )
        for maatregel in thema.maatregelen:
            voeg_maatregel_toe(session, thema=rij, waarden=_waarden(maatregel, wereld), door=wereld.adviseur)
    for periode in voortgang.periodes:
        _laad_periode(session, periode, wereld)


def _wereld(session: Sessie, organisatie_id: int) -> _Wereld:
    gebruikers = session.scalars(
        select(Gebruiker).where(Gebruiker.organisatie_id == organisatie_id).order_by(Gebruiker.id)
    ).all()
    interventies = session.execute(
        select(Probleemgebied.naam, Interventie.nummer, Interventie.id)
        .join(Interventie, Interventie.probleemgebied_id == Probleemgebied.id)
        .where(Probleemgebied.organisatie_id == organisatie_id)
    )
    wie = {rol: next((g.id for g in gebruikers if g.rol is rol), None) for rol in (Rol.BELEIDSADVISEUR, Rol.MANAGER)}
    return _Wereld(
        organisatie_id,
        Dader(wie[Rol.BELEIDSADVISEUR], Bron.OPDRACHTREGEL),
        Dader(wie[Rol.MANAGER], Bron.OPDRACHTREGEL),
        {g.email: g.id for g in gebruikers},
        {(naam, nummer): id_ for naam, nummer, id_ in interventies},
    )


def _waarden(maatregel: MaatregelInvoer, wereld: _Wereld) -> dict[str, object]:
    return {
        "naam": maatregel.naam,
        "letter": maatregel.letter,
        "eigenaar_id": wereld.gebruikers[maatregel.eigenaar] if maatregel.eigenaar else None,
        "fte": maatregel.fte,
        "interventie_ids": [wereld.interventies[i.probleemgebied, i.nummer] for i in maatregel.interventies],
    }


def _laad_periode(session: Sessie, invoer: PeriodeInvoer, wereld: _Wereld) -> None:
    periode = start_periode(
        session,
        organisatie_id=wereld.organisatie_id,
        code=invoer.code,
        sluit_op=invoer.sluit_op,
        door=wereld.manager,
    ).periode
    gedaan: set[int] = set()
    for regel in invoer.regels:
        rij = _rij(session, periode, regel.maatregel, gedaan, wereld)
        gedaan.add(rij.id)
        bewaar_regel(session, regel=rij, waarden=_velden(regel), door=wereld.adviseur)
        if regel.beoordeling is Beoordeling.TERUGGESTUURD:
            stuur_regel_terug(session, regel=rij, opmerking=regel.opmerking, door=wereld.manager)
        elif regel.beoordeling is Beoordeling.AKKOORD:
            keur_regel_goed(session, regel=rij, door=wereld.manager)
    if invoer.status != "open":
        zet_ter_controle(session, periode=periode, door=wereld.adviseur)
    if invoer.status == "gesloten":
        keur_alles_goed(session, periode=periode, door=wereld.manager)
        sluit_periode(session, periode=periode, door=wereld.manager, toch=True, vandaag=periode.sluit_op)


def _velden(regel: RegelInvoer) -> dict[str, object]:
    uit: dict[str, object] = {
        naam: getattr(regel, naam) for naam in ("voortgang", "kleur", "oorzaak", "gevolg", "bijsturing")
    }
    if regel.planning is not None:
        uit |= {"planning": "\n".join(regel.planning), "status": regel.status}
    return uit


def _rij(
    session: Sessie, periode: Rapportageperiode, aanduiding: str, gedaan: set[int], wereld: _Wereld
) -> Voortgangsregel:
    """The first row of the maatregel that was not used yet, or else one more."""
    nummer, letter = aanduiding.rstrip("abcdefghijklmnopqrstuvwxyz"), aanduiding.lstrip("0123456789") or None
    maatregel = session.scalars(
        select(Maatregel)
        .join(Thema, Thema.id == Maatregel.thema_id)
        .where(
            Maatregel.organisatie_id == wereld.organisatie_id,
            Thema.nummer == int(nummer),
            Maatregel.letter == letter,
        )
    ).one()
    keuze = select(Voortgangsregel).where(
        Voortgangsregel.periode_id == periode.id, Voortgangsregel.maatregel_id == maatregel.id
    )
    rijen = session.scalars(keuze.order_by(Voortgangsregel.volgorde)).all()
    vrij = next((rij for rij in rijen if rij.id not in gedaan), None)
    return vrij or voeg_regel_toe(session, periode=periode, maatregel=maatregel, door=wereld.adviseur)
