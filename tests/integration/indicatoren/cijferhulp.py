"""What the tests of indicatoren share: a gemeente with indicatoren, figures, and people who log in."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.domain.cijfers.indicator import Meetfrequentie
from app.domain.cijfers.meetperiode import Meetperiode, lees_meetperiode
from app.models import Bron, Indicator, Meting, Organisatie, Reeks, Regio, Rol
from app.services.indicatoren.metingen_opslaan import NieuweMeting, Opgeslagen, sla_metingen_op
from app.services.logboek import Dader
from tests.binnen import laat_binnen
from tests.integration import bewerkhulp as hulp
from tests.standen import begin_met

DOOR = Dader(gebruiker_id=None, bron=Bron.OPDRACHTREGEL)
ROLLEN = {
    "Jo": Rol.BELEIDSADVISEUR,
    "Col": Rol.BELEIDSADVISEUR,
    "Max": Rol.MANAGER,
    "Lee": Rol.LEZER,
    "Bea": Rol.BEHEERDER,
}


@dataclass
class Wereld:
    """Testdorp: "Aandeel" (procent, 0 to 100) with 2018 8,3 and 2019 9,2 (voorlopig), and "Trajecten" (aantal)."""

    app: Flask
    session: Session
    organisatie: int
    aandeel: int
    trajecten: int
    clients: dict[str, FlaskClient] = field(default_factory=dict)

    def als(self, naam: str) -> FlaskClient:
        """The client of Jo or Col (adviseurs), Max (manager), Lee (lezer) or Bea (beheerder)."""
        if naam not in self.clients:
            self.clients[naam] = self.app.test_client()
            laat_binnen(self.clients[naam], f"{naam.lower()}@testdorp.example")
        return self.clients[naam]

    def een(self, model: type[Any], **velden: Any) -> Any:
        return hulp.een(self.session, model, **velden)

    def cijfers(self, indicator: int | None = None, **reeks: Any) -> dict[str, str]:
        """By the code of the period: the figure, with a star when it is voorlopig."""
        self.session.rollback()
        self.session.expire_all()
        keuze = select(Meting).join(Meting.reeks).where(Reeks.indicator_id == (indicator or self.aandeel))
        rijen = self.session.scalars(keuze.where(*_gelijk(reeks))).all()
        return {lees(rij): f"{rij.waarde}{'*' if rij.voorlopig else ''}" for rij in sorted(rijen, key=lambda r: r.van)}

    def meting(self, code: str, indicator: int | None = None) -> Meting:
        periode = lees_meetperiode(code)
        reeks = self.een(Reeks, indicator_id=indicator or self.aandeel, soort="realisatie", gebied="")
        return self.een(Meting, reeks_id=reeks.id, van=periode.van, tot=periode.tot)  # type: ignore[no-any-return]


def _gelijk(reeks: dict[str, Any]) -> list[Any]:
    return [getattr(Reeks, naam) == waarde for naam, waarde in reeks.items()]


def lees(rij: Meting) -> str:
    return Meetperiode(rij.van, rij.tot).code


def maak_indicator(
    session: Session, organisatie_id: int, naam: str, eenheid: str = "aantal", **velden: Any
) -> Indicator:
    indicator = Indicator(organisatie_id=organisatie_id, naam=naam, eenheid=eenheid, **velden)
    session.add(indicator)
    session.flush()
    return indicator


def nieuw(indicator: Indicator, periode: str, waarde: str, **anders: Any) -> NieuweMeting:
    return NieuweMeting(indicator, lees_meetperiode(periode), Decimal(waarde), **anders)


def sla_op(session: Session, organisatie_id: int, *metingen: NieuweMeting, reden: str = "") -> Opgeslagen:
    return sla_metingen_op(session, organisatie_id=organisatie_id, metingen=metingen, door=DOOR, reden=reden)


def maak_wereld(app: Flask, session: Session) -> Wereld:
    return Wereld(app, session, *begin_met(app, session, vul))


def vul(session: Session) -> tuple[int, int, int]:
    organisatie = hulp.maak_organisatie(session)
    for naam, rol in ROLLEN.items():
        hulp.maak_gebruiker(session, organisatie, rol, naam)
    aandeel = maak_indicator(
        session, organisatie.id, "Aandeel", "procent", ondergrens=Decimal(0), bovengrens=Decimal(100)
    )
    trajecten = maak_indicator(session, organisatie.id, "Trajecten", frequentie=Meetfrequentie.JAAR)
    sla_op(session, organisatie.id, nieuw(aandeel, "2018", "8.3"), nieuw(aandeel, "2019", "9.2", voorlopig=True))
    session.commit()
    return organisatie.id, aandeel.id, trajecten.id


def maak_buur(session: Session, wereld: Wereld) -> Organisatie:
    """Another gemeente in the same regio."""
    regio = Regio(slug="noord", naam="Noord")
    session.add(regio)
    session.flush()
    session.get_one(Organisatie, wereld.organisatie).regio_id = regio.id
    buur = hulp.maak_organisatie(session, "buurdorp")
    buur.regio_id = regio.id
    session.flush()
    return buur


def kies(antwoord: TestResponse, xpath: str) -> list[str]:
    """The words of what is found on the page."""
    wortel = html.document_fromstring(antwoord.get_data(as_text=True))
    return [" ".join(e.text_content().split()) for e in wortel.xpath(xpath)]
