"""A beheerder gives the files of the organisatie a colour and a logo."""

import re
from io import BytesIO
from typing import Any

import docx
import pytest
from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.models import Huisstijl, Logregel, Rol
from tests.integration import bewerkhulp as hulp

ADRES = "/beheer/huisstijl"


@pytest.fixture
def baas(client: FlaskClient, session: Session) -> FlaskClient:
    hulp.maak_wereld(client, session, Rol.BEHEERDER)
    return client


def plaatje(kleur: tuple[int, int, int] = (200, 0, 0)) -> tuple[BytesIO, str]:
    uit = BytesIO()
    Image.new("RGB", (300, 100), kleur).save(uit, "PNG")
    uit.seek(0)
    return uit, "logo.png"


def velden(client: FlaskClient) -> dict[str, Any]:
    pagina = client.get(ADRES).get_data(as_text=True)
    verborgen = dict(re.findall(r'<input[^>]*name="(csrf_token|getoond)"[^>]*value="([^"]*)"', pagina))
    verborgen |= {n: w for w, n in re.findall(r'<input[^>]*value="([^"]*)"[^>]*name="(csrf_token|getoond)"', pagina)}
    return verborgen


def stuur(client: FlaskClient, **anders: Any) -> TestResponse:
    return client.post(ADRES, data=velden(client) | anders, content_type="multipart/form-data")


def test_een_kleur_en_een_logo_staan_in_het_bestand(baas: FlaskClient, session: Session) -> None:
    assert stuur(baas, eigen_kleur="y", kleur="#a01e3c", logo=plaatje()).status_code == 303
    pagina = baas.get(ADRES)
    assert 'alt="Logo van Gemeente Testdorp"' in pagina.get_data(as_text=True)
    assert baas.get(f"{ADRES}/logo.png").data.startswith(b"\x89PNG")
    assert baas.get(f"{ADRES}/voorbeeld.pdf").data.startswith(b"%PDF")
    word = docx.Document(BytesIO(baas.get("/opdrachten/exporteren.docx?opdrachtnemer=rigg").data))
    assert len(word.inline_shapes) == 1
    assert str(word.styles["Title"].font.color.rgb) == "A01E3C"
    regel = session.scalars(select(Logregel).where(Logregel.omschrijving.contains("Huisstijl"))).one()
    assert (regel.oud, regel.nieuw) == (
        {"kleur": None, "logo": None},
        {"kleur": "#A01E3C", "logo": "300 bij 100 punten"},
    )


def test_terug_naar_de_onze(baas: FlaskClient, session: Session) -> None:
    stuur(baas, eigen_kleur="y", kleur="#a01e3c", logo=plaatje())
    assert stuur(baas, kleur="#a01e3c", zonder_logo="y").status_code == 303
    rij = session.scalars(select(Huisstijl)).one()
    assert (rij.kleur, rij.logo) == (None, None)
    assert baas.get(f"{ADRES}/logo.png").status_code == 404


def test_een_nieuwe_kleur_laat_het_logo_staan(baas: FlaskClient, session: Session) -> None:
    stuur(baas, logo=plaatje())
    stuur(baas, eigen_kleur="y", kleur="#004400")
    assert session.scalars(select(Huisstijl)).one().logo


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"eigen_kleur": "y", "kleur": "#ffcc00"}, "te licht om op wit te lezen: het contrast is 1,5, nodig is 4,5"),
        ({"eigen_kleur": "y", "kleur": "#777777"}, "het contrast is 4,4, nodig is 4,5"),
        ({"eigen_kleur": "y", "kleur": "rood"}, "Vul een kleur in als zes cijfers"),
        ({"logo": (BytesIO(b"<svg/>"), "logo.svg")}, "geen PNG- of JPEG-afbeelding"),
        ({"logo": (BytesIO(b"\x89PNG\r\n\x1a\nstuk"), "logo.png")}, "niet te lezen"),
    ],
)
def test_wat_niet_kan_wordt_gezegd(baas: FlaskClient, session: Session, anders: dict[str, Any], zin: str) -> None:
    anders = {n: (BytesIO(w[0].getvalue()), w[1]) if isinstance(w, tuple) else w for n, w in anders.items()}
    antwoord = stuur(baas, **anders)
    assert antwoord.status_code == 422
    assert zin in hulp.tekst_van(antwoord)
    assert not session.scalars(select(Huisstijl)).all()


def test_een_lichte_kleur_die_niet_wordt_gebruikt_mag(baas: FlaskClient) -> None:
    assert stuur(baas, kleur="#ffcc00").status_code == 303


def test_wie_later_is_ziet_wat_een_collega_koos(baas: FlaskClient, session: Session) -> None:
    mijn = velden(baas)
    stuur(baas, eigen_kleur="y", kleur="#004400")
    botsing = baas.post(ADRES, data=mijn | {"eigen_kleur": "y", "kleur": "#440000"})
    assert botsing.status_code == 409
    assert "Een collega veranderde de huisstijl terwijl u bezig was" in hulp.tekst_van(botsing)
    assert 'value="#004400"' in botsing.get_data(as_text=True)
    assert session.scalars(select(Huisstijl)).one().kleur == "004400"


def test_niets_veranderd(baas: FlaskClient, session: Session) -> None:
    stuur(baas, kleur="#1d4f7c")
    assert not session.scalars(select(Logregel).where(Logregel.omschrijving.contains("Huisstijl"))).all()
