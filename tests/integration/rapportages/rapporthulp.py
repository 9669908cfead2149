"""What the tests of the reports share: a gemeente with maatregelen, indicatoren with figures, and an open period."""

from dataclasses import dataclass
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.domain.cijfers.indicator import Bloksoort
from app.models import Hoofdstuk, Indicator, Indicatorregel, Organisatie, Rapport, Rapportblok, Thema
from app.services.rapporten.beginnen import Opzet, begin_rapport
from app.services.voortgang.periode_status import sluit_periode, zet_ter_controle
from tests.integration import bewerkhulp as hulp
from tests.integration.indicatoren.cijferhulp import maak_indicator, nieuw, sla_op
from tests.integration.voortgang import schermhulp
from tests.integration.voortgang.schermhulp import DOOR
from tests.standen import begin_met

CODE = "2019-H2"
ADRES = f"/rapportages/{CODE}"


@dataclass
class Wereld(schermhulp.Wereld):
    """Beside the voortgang: "Kosten" measures doel 1 of Wachttijden; "Trajecten" (2018: 12, 2019: 3) measures none."""

    kosten: int = 0
    trajecten: int = 0

    def begin(self, opzet: Opzet = Opzet.STANDAARD, code: str = CODE) -> Rapport:
        rapport = begin_rapport(self.session, periode=self.periode(code), opzet=opzet, door=DOOR)
        self.session.commit()
        return rapport

    def indeling(self, code: str = CODE) -> list[tuple[str, list[str]]]:
        """The titles of the chapters with the blocks: "grafiek Kosten", "voortgangstabel Sturing", "tekst Hallo."."""
        self.session.rollback()
        self.session.expire_all()
        return [(h.titel, [noem(blok) for blok in h.blokken]) for h in self.rapport(code).hoofdstukken]

    def rapport(self, code: str = CODE) -> Rapport:
        return self.een(Rapport, periode_id=self.periode(code).id)  # type: ignore[no-any-return]

    def hoofdstuk(self, titel: str) -> Hoofdstuk:
        return self.een(Hoofdstuk, titel=titel)  # type: ignore[no-any-return]

    def blok(self, soort: Bloksoort, **velden: Any) -> Rapportblok:
        return self.een(Rapportblok, soort=soort, **velden)  # type: ignore[no-any-return]

    def meet(self, indicator: int, periode: str, waarde: str) -> None:
        rij = self.session.get_one(Indicator, indicator)
        sla_op(self.session, self.organisatie, nieuw(rij, periode, waarde), reden="Nagekeken.")
        self.session.commit()

    def sluit(self, code: str = CODE) -> None:
        periode = self.periode(code)
        if periode.status.value == "open":
            zet_ter_controle(self.session, periode=periode, door=DOOR)
        sluit_periode(self.session, periode=periode, toch=True, door=DOOR)
        self.session.commit()


def noem(blok: Rapportblok) -> str:
    waarvan = blok.indicator.naam if blok.indicator else blok.thema.naam if blok.thema else blok.tekst or "alle"
    return f"{blok.soort.value} {waarvan}"


def maak_wereld(app: Flask, session: Session) -> Wereld:
    organisatie, kosten, trajecten = begin_met(app, session, vul)
    return Wereld(app, session, organisatie, kosten=kosten, trajecten=trajecten)


def vul(session: Session) -> tuple[int, int, int]:
    organisatie = session.get_one(Organisatie, schermhulp.vul(session))
    gebied = hulp.maak_gebied(session, hulp.maak_notitie(session, organisatie))
    kosten = maak_indicator(session, organisatie.id, "Kosten", "euro")
    trajecten = maak_indicator(session, organisatie.id, "Trajecten")
    session.scalars(select(Indicatorregel).where(Indicatorregel.tekst == "A1")).one().indicator_id = kosten.id
    sla_op(
        session, organisatie.id,
        nieuw(kosten, "2018", "1234567"), nieuw(kosten, "2019", "1200000.5", voorlopig=True),
        nieuw(kosten, "2020", "9"), nieuw(trajecten, "2018", "12"), nieuw(trajecten, "2019", "3"),
    )  # fmt: skip
    assert gebied.naam == "Wachttijden"
    session.commit()
    return organisatie.id, kosten.id, trajecten.id


def post(client: FlaskClient, adres: str, vanaf: str = ADRES, **velden: str) -> TestResponse:
    """A button: the token of the page that it stands on."""
    wortel = html.document_fromstring(client.get(vanaf).get_data(as_text=True))
    token = wortel.xpath("//input[@name='csrf_token']/@value")[0]
    return client.post(adres, data={"csrf_token": token, **velden})


def vul_in(client: FlaskClient, adres: str, **velden: str) -> TestResponse:
    """A form: what it holds, with these changes."""
    return client.post(adres, data=hulp.formulier(client.get(adres)) | velden)


def pagina(antwoord: TestResponse) -> str:
    """The words of the report itself."""
    assert antwoord.status_code == 200
    wortel = html.document_fromstring(antwoord.get_data(as_text=True))
    [rapport] = wortel.xpath("//article[@class='rapport']")
    return " ".join(rapport.text_content().split())


def thema(wereld: Wereld, naam: str) -> Thema:
    return wereld.een(Thema, naam=naam)  # type: ignore[no-any-return]
