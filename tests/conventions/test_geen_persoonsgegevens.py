"""Wherever a text can be typed, a citizen service number is refused: nothing is stored and nothing typed is lost.

The number is made: it passes the elfproef and belongs to nobody.
"""

import contextvars
import re
from collections.abc import Callable, Iterator
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import String, cast, func, or_, select
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from app.auth.bewaking import recht_van
from app.auth.rechten import mag
from app.domain.persoonsgegevens.burgerservicenummer import LIJKT_OP_BSN
from app.models import Rol, db
from tests.conventions.voorbeelden import GEMEENTE, Voorbeelden, proefadres
from tests.integration import bewerkhulp

GETYPT = "Gesproken over 123456782 en de wachttijd"
TEKSTVAKKEN = ".//textarea[@name] | .//input[@name][not(@type) or @type='text']"
# Here a figure, a period or a block of cells is typed: what else stands there is refused or never stored.
GEEN_TEKST = {"waarde", "punten", "periode", "datum", "letter", "code", "ondergrens", "bovengrens", "fte", "minimum"}
GEEN_TEKST |= {"maximum", "blok", "drempel", "zoek", "doeljaar", "referentiejaar", "sluit_op", "peildatum"}


def test_geen_tekstvak_bewaart_een_burgerservicenummer(
    app: Flask, regels: list[Rule], voorbeelden: Voorbeelden
) -> None:
    client = app.test_client()
    assert bewerkhulp.log_in(client, proefadres(GEMEENTE, Rol.MANAGER)).status_code == 302
    bekeken = 0
    for doel, naam, velden in list(_alle_tekstvakken(client, app, regels, voorbeelden)):
        antwoord = _los(client.post, doel, data=velden | {naam: GETYPT})
        tekst = html.document_fromstring(antwoord.get_data(as_text=True)).text_content()
        assert antwoord.status_code == 422, f"{doel}, {naam}: {antwoord.status_code}"
        assert LIJKT_OP_BSN in tekst, f"{doel}, {naam}: {tekst}"
        assert GETYPT in tekst or f'value="{GETYPT}"' in antwoord.text, f"{doel}, {naam}: het getypte is weg"
        bekeken += 1
    assert bekeken > 40
    with app.app_context():
        assert list(_tabellen_met("123456782")) == []


def _los(wat: Callable[..., TestResponse], *args: Any, **kwargs: Any) -> TestResponse:
    """In a context of its own, so that each request has its own session of the database."""
    return contextvars.Context().run(wat, *args, **kwargs)


def _alle_tekstvakken(
    client: FlaskClient, app: Flask, regels: list[Rule], voorbeelden: Voorbeelden
) -> Iterator[tuple[str, str, dict[str, str]]]:
    with app.app_context():
        adressen = [
            voorbeelden.adres(regel, Rol.MANAGER)
            for regel in regels
            if (recht := recht_van(regel.endpoint)) and mag(Rol.MANAGER, recht) and "GET" in (regel.methods or ())
        ]
    gezien = set()
    for adres in adressen:
        for doel, naam, velden in _tekstvakken(client, adres):
            # Of a table with a form per row one row is enough.
            soort = re.sub("[0-9]+", "0", doel), re.sub("[0-9]+", "0", naam)
            if soort not in gezien:
                gezien.add(soort)
                yield doel, naam, velden


def _tekstvakken(client: FlaskClient, adres: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Where a form on this page goes, the name of one of its texts, and all that a browser would send."""
    pagina = _los(client.get, adres)
    if pagina.mimetype != "text/html" or pagina.status_code != 200:
        return
    for form in html.document_fromstring(pagina.get_data(as_text=True)).xpath("//main//form[@method='post']"):
        velden = {naam: waarde or "" for naam, waarde in form.form_values()}
        for vak in form.xpath(TEKSTVAKKEN):
            naam = vak.get("name")
            if naam not in GEEN_TEKST and not naam.startswith("c-"):
                yield form.get("action") or adres, naam, velden


def _tabellen_met(tekst: str) -> Iterator[str]:
    for tabel in db.metadata.sorted_tables:
        gevonden = or_(*(cast(kolom, String).contains(tekst) for kolom in tabel.columns))
        if db.session.scalar(select(func.count()).select_from(tabel).where(gevonden)):
            yield tabel.name
