"""Another SECRET_KEY, and costlier hashes: nobody is logged out, nothing is lost, and what was old becomes new."""

import contextvars
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from argon2 import PasswordHasher
from click.testing import Result
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.models import Gebruiker, TweedeStap, db
from app.services.accounts import wachtwoorden
from tests.databases import SLEUTEL, laat_los, maak_app
from tests.integration import bewerkhulp as hulp
from tests.integration.account.conftest import BAAS, JO
from tests.integration.account.test_tweede_stap import CODE, tot_de_code, vul_in, zet_aan

Als = Callable[[str], FlaskClient]
NIEUW = "de-nieuwe-sleutel-0123456789-abcdefghijkl"


class Los(FlaskClient):
    """Each request by itself. The hash is no act of anybody, so the logboek has no line of it."""

    def open(self, *delen: Any, **velden: Any) -> TestResponse:
        antwoord: TestResponse = contextvars.Context().run(super().open, *delen, **velden)
        return antwoord


@contextmanager
def met_sleutel(app: Flask, sleutel: str, *vorige: str) -> Iterator[Flask]:
    with app.app_context():
        url = db.engine.url.render_as_string(hide_password=False)
    andere = maak_app(url, secret_key=sleutel, vorige_sleutels=vorige)
    try:
        yield andere
    finally:
        laat_los(andere)


def verzegel_opnieuw(app: Flask) -> Result:
    """Outside the context of the test, which has the old key."""
    uit: Result = contextvars.Context().run(app.test_cli_runner().invoke, args=["gebruiker", "verzegel-opnieuw"])
    return uit


def koekje_mee(van: FlaskClient, naar: FlaskClient) -> None:
    koekje = van.get_cookie("session")
    assert koekje is not None
    naar.set_cookie("session", koekje.value)


def test_met_de_vorige_sleutel_erbij_merkt_niemand_iets(als: Als, app: Flask, session: Session) -> None:
    jo = als(BAAS)
    formulier = hulp.formulier(jo.get("/beheer/organisatie")) | {"naam": "Nieuwdorp"}
    with met_sleutel(app, NIEUW, "een-nog-oudere-sleutel-0123456789", SLEUTEL) as ander:
        na = ander.test_client()
        koekje_mee(jo, na)
        assert na.post("/beheer/organisatie", data=formulier).status_code == 303, "ook een formulier dat open stond"
        koekje_mee(na, jo)
        assert jo.get("/").status_code == 302, "wat nu wordt ondertekend is met de nieuwe sleutel"
    with met_sleutel(app, NIEUW) as ander:
        zonder = ander.test_client()
        koekje_mee(als(BAAS), zonder)
        assert zonder.get("/").status_code == 302, "een sleutel die weg is telt niet meer"


def test_de_tweede_stap_gaat_over_naar_de_nieuwe_sleutel(als: Als, app: Flask, session: Session) -> None:
    telefoon, _ = zet_aan(als(JO))
    with met_sleutel(app, NIEUW, SLEUTEL) as ander:
        client = ander.test_client()
        tot_de_code(client)
        assert vul_in(client, telefoon.code(), CODE).status_code == 302
        uit = verzegel_opnieuw(ander)
        assert (uit.exit_code, uit.output) == (0, "1 opnieuw verzegeld.\n")
        nog_eens = verzegel_opnieuw(ander)
        assert (nog_eens.exit_code, nog_eens.output) == (0, "0 opnieuw verzegeld.\n")
    with met_sleutel(app, NIEUW) as ander:
        client = ander.test_client()
        tot_de_code(client)
        assert vul_in(client, telefoon.code(1), CODE).status_code == 302
    with met_sleutel(app, "weer-een-andere-sleutel-0123456789") as ander:
        uit = verzegel_opnieuw(ander)
        assert (uit.exit_code, "1 met een sleutel die onbekend is" in uit.output) == (2, True)
    assert session.scalars(select(TweedeStap)).one().geheim, "wat niet open gaat blijft staan"


def test_een_hash_van_vroeger_wordt_bij_het_inloggen_vernieuwd(testdorp: None, app: Flask, session: Session) -> None:
    def hash_van_jo() -> str:
        session.rollback()
        return session.scalars(select(Gebruiker.wachtwoord_hash).where(Gebruiker.email == JO)).one()

    goedkoop = PasswordHasher(time_cost=1, memory_cost=16, parallelism=1).hash(hulp.WACHTWOORD)
    wie = session.scalars(select(Gebruiker).where(Gebruiker.email == JO)).one()
    wie.wachtwoord_hash = goedkoop
    session.commit()
    client = Los(app)
    assert hulp.log_in(client, JO, "een ander wachtwoord").status_code == 422
    assert hash_van_jo() == goedkoop
    assert hulp.log_in(client, JO).status_code == 302
    nieuw = hash_van_jo()
    assert nieuw != goedkoop
    assert not wachtwoorden.is_verouderd(nieuw)
    assert client.get("/").status_code == 200
    assert hulp.log_in(Los(app), JO).status_code == 302
    assert hash_van_jo() == nieuw, "een keer is genoeg"
