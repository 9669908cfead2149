"""A regio with its RIGG and gemeenten, and notities in which gemeenten ask it something."""

from typing import Any

from flask.testing import FlaskClient
from lxml import html
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.domain import structuur as s
from app.domain.regio.overzicht import Regiogroep
from app.models import Notitie, NotitieStatus, Organisatie, OrganisatieSoort, Regio, Rol
from app.regio.laden import laad_regio
from app.services.logboek import OPDRACHTREGEL
from app.services.notities.overnemen import neem_notitie_over
from tests.binnen import laat_binnen
from tests.integration import bewerkhulp

LOKAAL, RIGG = s.Opdrachtnemer.LOKAAL, s.Opdrachtnemer.RIGG
VERHELDEREN, AFSPRAKEN = "Productomschrijvingen verhelderen.", "Lokale afspraken met aanbieders mogelijk maken."


def maak_regio(session: Session, slug: str = "noord", gemeenten: tuple[str, ...] = ("aa", "bee")) -> Regio:
    """With an inkooporganisatie and one medewerker of it; of each gemeente a beleidsadviseur."""
    regio = Regio(slug=slug, naam=slug.capitalize())
    rigg = Organisatie(slug=f"rigg-{slug}", naam=f"RIGG {regio.naam}", soort=OrganisatieSoort.INKOOPORGANISATIE)
    session.add_all([regio, rigg])
    rigg.regio = regio
    bewerkhulp.maak_gebruiker(session, rigg, Rol.RIGG, "Rik Inkoop")
    for naam in gemeenten:
        gemeente = bewerkhulp.maak_organisatie(session, f"{naam}-{slug}")
        gemeente.naam, gemeente.regio = naam.capitalize(), regio
        bewerkhulp.maak_gebruiker(session, gemeente, naam=f"Ada {naam}")
    session.commit()
    return regio


def gemeente(session: Session, slug: str) -> Organisatie:
    organisatie: Organisatie = bewerkhulp.een(session, Organisatie, slug=slug)
    return organisatie


def vraag(
    session: Session,
    slug: str,
    *opdrachten: str,
    status: NotitieStatus = NotitieStatus.VASTGESTELD,
    gebied: str = "Begeleiding",
    **anders: Any,
) -> Notitie:
    """A notitie of this gemeente with these lines for the RIGG, a local line, and whatever `anders` says."""
    opdracht = {
        RIGG: s.Opdracht(opdrachten=list(opdrachten), **anders.pop("rigg", {})),
        LOKAAL: s.Opdracht(opdrachten=["Zelf doen."], **anders.pop("lokaal", {})),
    }
    waarden = s.Probleemgebied(volgorde=1, naam=gebied, opdracht=opdracht, **anders)
    bron = s.Notitie(titel=f"Notitie {slug}", probleemgebieden=[waarden])
    organisatie = gemeente(session, slug)
    notitie = neem_notitie_over(session, organisatie=organisatie, bron=bron, door=OPDRACHTREGEL, status=status)
    session.commit()
    return notitie


def groepen(session: Session, regio: Regio) -> list[Regiogroep]:
    session.expire_all()
    return list(laad_regio(regio.id))


def sleutel_van(session: Session, regio: Regio, tekst: str, gemeente: str = "") -> str:
    return next(
        regel.sleutel
        for groep in groepen(session, regio)
        for regel in groep.regels
        if regel.tekst == tekst and gemeente in ("", regel.plek.gemeente)
    )


def als_rigg(client: FlaskClient, slug: str = "noord", naam: str = "rik.inkoop") -> FlaskClient:
    return als(client, f"{naam}@rigg-{slug}.example")


def als(client: FlaskClient, email: str) -> FlaskClient:
    laat_binnen(client, email)
    return client


def titels(antwoord: TestResponse) -> list[str]:
    assert antwoord.status_code == 200
    wortel = html.document_fromstring(antwoord.get_data(as_text=True))
    return [kop.text_content().strip() for kop in wortel.find_class("regiogroep__titel")]
