"""What the tests of the overview of opdrachten share."""

import csv
import io
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import structuur as s
from app.domain.structuur import Opdrachtnemer
from app.models import (
    Gebruiker,
    Notitie,
    NotitieStatus,
    Organisatie,
    OrganisatieSoort,
    Regio,
    Rol,
)
from app.services.logboek import OPDRACHTREGEL
from app.services.notities.overnemen import neem_notitie_over

Inloggen = Callable[..., FlaskClient]


VERWACHT = {Opdrachtnemer.LOKAAL: (25, 31, 1), Opdrachtnemer.RIGG: (8, 17, 7)}


LOKAAL, RIGG = Opdrachtnemer.LOKAAL, Opdrachtnemer.RIGG


def adres(**filters: object) -> str:
    return "/opdrachten/?" + urlencode(filters)


def vind(session: Session, slug: str) -> Organisatie:
    return session.scalars(select(Organisatie).where(Organisatie.slug == slug)).one()


def gebruiker(session: Session, rol: Rol) -> Gebruiker:
    return session.scalars(select(Gebruiker).where(Gebruiker.rol == rol).order_by(Gebruiker.id)).first()  # type: ignore[return-value]


def neem_over(session: Session, organisatie: Organisatie, status: NotitieStatus, **velden: Any) -> Notitie:
    gebied = s.Probleemgebied(
        volgorde=1,
        naam=velden.pop("gebied", "Wachttijden"),
        doelen=[s.Doel(1, "Kortere wachttijd."), s.Doel(2, "Meer plekken.")],
        interventies=[s.Interventie(1, "Afspraken maken.", [s.Onderdeel("a", "Met scholen."), s.Onderdeel("b", "X.")])],
        opdracht=velden.pop("opdracht", {LOKAAL: s.Opdracht(doelen=[s.Verwijzing(2)]), RIGG: rigg_opdracht()}),
    )
    leeg = s.Probleemgebied(volgorde=2, naam="Nog niets", doelen=[s.Doel(1, "Ooit.")])
    bron = s.Notitie(titel=velden.pop("titel", "Notitie"), probleemgebieden=[gebied, leeg], **velden)
    return neem_notitie_over(session, organisatie=organisatie, bron=bron, door=OPDRACHTREGEL, status=status)


def rigg_opdracht() -> s.Opdracht:
    interventies = [s.Verwijzing(1, ("a",), voorbehoud=True)]
    return s.Opdracht(opdrachten=["Inkopen."], doelen=[s.Verwijzing(1)], interventies=interventies)


def maak_regio(session: Session, aantal: int) -> Gebruiker:
    """A regio of that many gemeenten, and who works for its RIGG."""
    regio = Regio(slug="proef", naam="Proef")
    rigg = Organisatie(slug="proef-rigg", naam="RIGG Proef", soort=OrganisatieSoort.INKOOPORGANISATIE, regio=regio)
    session.add(rigg)
    for nummer in range(aantal):
        gemeente = Organisatie(slug=f"g-{nummer}", naam=f"Gemeente {nummer:03}", soort=OrganisatieSoort.GEMEENTE)
        gemeente.regio = regio
        session.add(gemeente)
        session.flush()
        neem_over(session, gemeente, NotitieStatus.VASTGESTELD)
    wie = Gebruiker(email="r@proef.example", naam="R", rol=Rol.RIGG, wachtwoord_hash="-", organisatie=rigg)
    session.add(wie)
    session.commit()
    return wie


def csv_rijen(inhoud: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";"))
