"""Two hundred people save the same record at once: every accepted word is stored, every refused one is given back."""

import contextvars
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.models import Logregel, Probleemgebied
from tests.integration import bewerkhulp as hulp
from tests.integration.bewerkhulp import Wereld

SCHRIJVERS, TEGELIJK, VOLHOUDERS = 200, 12, 20
DRUK = 503  # SQLite, on a machine that is busy with other things
VELDEN = ("toelichting", "doelen_toelichting", "indicatoren_inleiding", "naam_in_lijst")


@dataclass
class Schrijver:
    """`antwoorden`: the codes of the answers, in order."""

    nummer: int
    client: FlaskClient
    antwoorden: list[int] = field(default_factory=list)

    @property
    def veld(self) -> str:
        return VELDEN[self.nummer % len(VELDEN)]

    @property
    def tekst(self) -> str:
        return f"Woorden van schrijver {self.nummer}"

    @property
    def aanvaard(self) -> bool:
        return self.antwoorden[-1] == 303

    def schrijf(self, adres: str, form: dict[str, str]) -> None:
        """Those who persist choose their own words, as often as somebody came in between."""
        antwoord = self._stuur(adres, form)
        while antwoord.status_code != 303 and self.nummer < VOLHOUDERS:
            if antwoord.status_code == 409:
                form = hulp.kies(antwoord, "mijn")
            antwoord = self._stuur(adres, form)

    def _stuur(self, adres: str, form: dict[str, str]) -> TestResponse:
        antwoord = hulp.sla_op(self.client, adres, form, **{self.veld: self.tekst})
        self.antwoorden.append(antwoord.status_code)
        if antwoord.status_code == DRUK:
            assert self.tekst in antwoord.get_data(as_text=True)
        elif antwoord.status_code == 409:
            assert hulp.formulier(antwoord)[self.veld] == self.tekst, "wat geweigerd is krijgt men terug"
            assert hulp.naast_elkaar(antwoord)
        return antwoord


@pytest.fixture
def wereld(client: FlaskClient, session: Session) -> Wereld:
    return hulp.maak_wereld(client, session)


def test_geen_woord_gaat_verloren(app: Flask, wereld: Wereld) -> None:
    adres = f"{wereld.basis}/gegevens"
    form, schrijvers = hulp.formulier(wereld.client.get(adres)), maak_schrijvers(app, wereld)
    with ThreadPoolExecutor(TEGELIJK) as draden:
        taken = [draden.submit(contextvars.Context().run, s.schrijf, adres, form) for s in schrijvers]
        for taak in taken:
            taak.result()
    assert {code for s in schrijvers for code in s.antwoorden} - {DRUK} == {303, 409}
    assert all(s.aanvaard for s in schrijvers[:VOLHOUDERS])
    gebied = hulp.een(wereld.session, Probleemgebied, id=wereld.gebied)
    for veld in VELDEN:
        verhaal = geschiedenis(wereld.session, veld)
        aanvaard = {s.tekst for s in schrijvers if s.veld == veld and s.aanvaard}
        assert sorted(nieuw for _, nieuw in verhaal) == sorted(aanvaard), (
            "elk aanvaard woord staat een keer in het logboek"
        )
        assert [oud for oud, _ in verhaal[1:]] == [nieuw for _, nieuw in verhaal[:-1]], "elk vervangt wat er net stond"
        assert getattr(gebied, veld) == verhaal[-1][1]


def maak_schrijvers(app: Flask, wereld: Wereld) -> list[Schrijver]:
    """Each with a client of its own; the pages they get are looked at elsewhere."""
    sessie = wereld.client.get_cookie("session")
    assert sessie
    schrijvers = [Schrijver(nummer, FlaskClient(app, app.response_class)) for nummer in range(SCHRIJVERS)]
    for schrijver in schrijvers:
        schrijver.client.set_cookie("session", sessie.value)
    return schrijvers


def geschiedenis(session: Session, veld: str) -> list[tuple[str, str]]:
    """What the logboek says this field was and became, oldest first."""
    regels = session.scalars(select(Logregel).order_by(Logregel.id))
    return [(regel.oud[veld], regel.nieuw[veld]) for regel in regels if veld in regel.nieuw]
