"""Fill an empty database with the demonstration data."""

from sqlalchemy import select

from app.models import NotitieStatus, Organisatie, OrganisatieSoort, Regio, Rol
from app.models.basis import Sessie
from app.reading.seeds.lezen import Seeds
from app.services.accounts.gebruiker_maken import maak_gebruiker
from app.services.indicatoren.demo_indicatoren import laad_indicatoren
from app.services.indicatoren.demo_rapporten import laad_rapporten
from app.services.logboek import OPDRACHTREGEL
from app.services.notities.overnemen import neem_notitie_over
from app.services.voortgang.demo_voortgang import laad_voortgang


class NietLeeg(Exception):
    """There is something in the database already; nothing was changed."""


def laad_demo(session: Sessie, *, seeds: Seeds) -> None:
    """Raises NietLeeg."""
    if session.scalar(select(Organisatie.id).limit(1)):
        raise NietLeeg
    regios = {regio.slug: Regio(slug=regio.slug, naam=regio.naam) for regio in seeds.regios}
    organisaties = {
        o.slug: Organisatie(slug=o.slug, naam=o.naam, soort=OrganisatieSoort(o.soort), regio=regios[o.regio])
        for o in seeds.organisaties
    }
    session.add_all([*regios.values(), *organisaties.values()])
    session.flush()
    for gebruiker in seeds.gebruikers:
        maak_gebruiker(
            session,
            email=gebruiker.email,
            naam=gebruiker.naam,
            rol=Rol(gebruiker.rol),
            organisatie=organisaties[gebruiker.organisatie],
            wachtwoord=gebruiker.wachtwoord,
        )
    for seed in seeds.notities:
        neem_notitie_over(
            session,
            organisatie=organisaties[seed.organisatie],
            bron=seed.notitie,
            door=OPDRACHTREGEL,
            status=NotitieStatus(seed.status),
        )
    for voortgang in seeds.voortgang:
        organisatie = organisaties[voortgang.voortgang.organisatie]
        laad_voortgang(session, organisatie=organisatie, voortgang=voortgang.voortgang)
    indicatoren = {organisaties[seed.indicatoren.organisatie]: seed.indicatoren for seed in seeds.indicatoren}
    laad_indicatoren(session, indicatoren)
    laad_rapporten(session, indicatoren)
