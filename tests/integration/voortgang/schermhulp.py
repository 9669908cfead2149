"""What the tests of the screens share: a gemeente with maatregelen, a closed period, and people who log in."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.domain.voortgang.structuur import Status
from app.models import Beoordeling, Bron, Maatregel, Rapportageperiode, Rol, Voortgangsregel
from app.services.logboek import Dader
from app.services.voortgang.maatregel_beheren import voeg_maatregel_toe
from app.services.voortgang.periode_starten import start_periode
from app.services.voortgang.periode_status import sluit_periode, zet_ter_controle
from app.services.voortgang.regel_bewaren import bewaar_regel
from app.services.voortgang.thema_beheren import voeg_thema_toe
from tests.binnen import laat_binnen
from tests.integration import bewerkhulp as hulp
from tests.standen import begin_met

DOOR = Dader(gebruiker_id=None, bron=Bron.OPDRACHTREGEL)
VORIG = {
    "Procesregie": ("De regisseur is aangesteld.", "Doorlopend"),
    "Scholing": ("De eerste groep is klaar.", "Gepland\n1 juli 2020"),
    "Cijfers": ("Het bestand is er.", "Gepland\nQ1 2020"),
    "Afbouw": ("Dit is klaar.", "Afgerond"),
}


@dataclass
class Wereld:
    app: Flask
    session: Session
    organisatie: int
    clients: dict[str, FlaskClient] = field(default_factory=dict)

    def als(self, naam: str) -> FlaskClient:
        """The client of Jo (adviseur, owner of two), Col (adviseur, owner of one), Max (manager) or Lee (lezer)."""
        if naam not in self.clients:
            self.clients[naam] = self.app.test_client()
            laat_binnen(self.clients[naam], f"{naam.lower()}@testdorp.example")
        return self.clients[naam]

    def een(self, model: type[Any], **velden: Any) -> Any:
        return hulp.een(self.session, model, **velden)

    def regel(self, naam: str, code: str = "2019-H2") -> Voortgangsregel:
        self.session.rollback()
        self.session.expire_all()
        keuze = (
            select(Voortgangsregel)
            .join(Voortgangsregel.maatregel)
            .join(Voortgangsregel.periode)
            .where(Maatregel.naam == naam, Rapportageperiode.code == code)
            .order_by(Voortgangsregel.volgorde)
        )
        return self.session.scalars(keuze).all()[-1]

    def periode(self, code: str = "2019-H2") -> Rapportageperiode:
        return self.een(Rapportageperiode, code=code)  # type: ignore[no-any-return]


def maak_wereld(app: Flask, session: Session) -> Wereld:
    return Wereld(app, session, begin_met(app, session, vul))


def vul(session: Session) -> int:
    """Two themas, four maatregelen; 2019-H1 closed, 2019-H2 open with the three that are not finished."""
    organisatie = hulp.maak_organisatie(session)
    rollen = {"Jo": Rol.BELEIDSADVISEUR, "Col": Rol.BELEIDSADVISEUR, "Max": Rol.MANAGER, "Lee": Rol.LEZER}
    wie = {naam: hulp.maak_gebruiker(session, organisatie, rol, naam).id for naam, rol in rollen.items()}
    themas = [
        voeg_thema_toe(session, organisatie_id=organisatie.id, naam=naam, door=DOOR)
        for naam in ("Structuur", "Sturing")
    ]
    for thema, letter, naam, eigenaar in (
        (themas[0], "a", "Procesregie", wie["Jo"]),
        (themas[0], "b", "Scholing", wie["Jo"]),
        (themas[1], None, "Cijfers", wie["Col"]),
        (themas[1], "b", "Afbouw", None),
    ):
        voeg_maatregel_toe(
            session, thema=thema, waarden={"naam": naam, "letter": letter, "eigenaar_id": eigenaar}, door=DOOR
        )
    eerste = start_periode(session, organisatie_id=organisatie.id, code="2019-H1", door=DOOR).periode
    for regel in session.scalars(select(Voortgangsregel)).all():
        tekst, planning = VORIG[regel.maatregel.naam]
        bewaar_regel(
            session, regel=regel, waarden={"voortgang": tekst, "planning": planning, "status": None}, door=DOOR
        )
    zet_ter_controle(session, periode=eerste, door=DOOR)
    sluit_periode(session, periode=eerste, toch=True, door=DOOR)
    start_periode(session, organisatie_id=organisatie.id, code="2019-H2", sluit_op=date(2020, 1, 31), door=DOOR)
    session.commit()
    return organisatie.id


def adres_van(regel: Voortgangsregel, wat: str = "", code: str = "2019-H2") -> str:
    return f"/voortgang/{code}/regels/{regel.id}{wat}"


def rijformulier(antwoord: TestResponse, regel_id: int, query: str = "", code: str = "2019-H2") -> dict[str, str]:
    velden = hulp.formulier(antwoord, f"/voortgang/{code}/regels/{regel_id}{query}")
    # lxml says "on" for a radio button without a value, where a browser sends nothing.
    return velden | {"kleur": velden["kleur"].removeprefix("on")}


def rij(antwoord: TestResponse, regel_id: int) -> str:
    """The words in this row of the table."""
    wortel = html.document_fromstring(antwoord.get_data(as_text=True))
    gevonden = wortel.xpath(f"//li[@id='regel-{regel_id}']")
    assert gevonden, f"Regel {regel_id} staat niet op de pagina"
    return " ".join(gevonden[0].text_content().split())


def rijen(antwoord: TestResponse) -> list[str]:
    """The maatregelen in the table, in order."""
    wortel = html.document_fromstring(antwoord.get_data(as_text=True))
    return [" ".join(kop.text_content().split()) for kop in wortel.xpath("//h3[@class='invulrij__naam']")]


def vul_in(wereld: Wereld, wie: str, regel: Voortgangsregel, **velden: str) -> TestResponse:
    client = wereld.als(wie)
    form = rijformulier(client.get("/voortgang/2019-H2/invullen?wie=alle"), regel.id, _query(wereld, wie))
    return client.post(adres_van(regel), data=form | velden)


def _query(wereld: Wereld, wie: str) -> str:
    return "" if wie == "Max" else "?wie=alle"


def stel_beoordeling(wereld: Wereld, naam: str, beoordeling: Beoordeling, opmerking: str = "") -> None:
    regel = wereld.regel(naam)
    regel.voortgang = regel.voortgang or "Er is gewerkt."
    regel.status = regel.status or Status.GEPLAND
    regel.beoordeling, regel.opmerking = beoordeling, opmerking
    wereld.session.commit()


def maak_ongedaan(client: FlaskClient, pagina: TestResponse) -> TestResponse:
    gevonden = re.search(r'action="(/voortgang/verwijderingen/\d+/terugzetten)"', pagina.get_data(as_text=True))
    assert gevonden, "De pagina biedt niet aan om het ongedaan te maken."
    return hulp.doe(client, gevonden[1])
