"""What may not be in a log: passwords, keys, cookies, tokens, what people looked for, and what they typed."""

import json
import logging
import sys

import pytest

from logregels import VERBORGEN, VOOR_GUNICORN, Opmaak, maak_schoon

GEHEIM = "hKj3-s4la_9x"


@pytest.mark.parametrize(
    "tekst",
    [
        f"Authorization: Bearer {GEHEIM}",
        f"authorization=Basic {GEHEIM}==",
        f"Cookie: session={GEHEIM}",
        f"{{'wachtwoord': '{GEHEIM}', 'email': 'x'}}",
        f'{{"new_password": "{GEHEIM}"}}',
        f"wachtwoord={GEHEIM}&email=jan",
        f"csrf_token={GEHEIM}",
        f"SECRET_KEY='{GEHEIM}'",
        f"sleutel doelspoor_{GEHEIM}{GEHEIM} is onbekend",
        f"postgresql://doelspoor:{GEHEIM}@db:5432/doelspoor",
        f"smtp://{GEHEIM}@mail.example:25",
        f"Error handling request /herstel?code={GEHEIM}",
        f"GET /opdrachten/?zoek={GEHEIM}",
        f"DETAIL:  Key (email)=({GEHEIM}) already exists.",
        f"herstelcode: {GEHEIM}",
    ],
)
def test_geheimen_verdwijnen_uit_een_tekst(tekst: str) -> None:
    schoon = maak_schoon(tekst)
    assert GEHEIM not in schoon
    assert VERBORGEN in schoon


@pytest.mark.parametrize(
    "tekst",
    ["Taak 12 is vastgelopen.", "/notities/<int:id_>", "Is dit goed? Ja.", "de sleutel is onbekend", "12:30 uur"],
)
def test_gewone_regels_blijven_zoals_ze_zijn(tekst: str) -> None:
    assert maak_schoon(tekst) == tekst


def _regel(opmaak: logging.Formatter, bericht: str, *delen: object, **extra: object) -> str:
    fout = sys.exc_info() if extra.pop("met_fout", False) else None
    regel = logging.LogRecord("app.x", logging.WARNING, __file__, 1, bericht, delen, fout)
    regel.__dict__.update(extra)
    return opmaak.format(regel)


def test_een_regel_is_een_json_object() -> None:
    velden = {"status": 200, "cookie": GEHEIM, "route": "/x"}
    uit = _regel(Opmaak(), "twee\nregels %s", f"token={GEHEIM}", velden=velden)
    assert len(uit.splitlines()) == 1
    regel = json.loads(uit)
    assert (regel["level"], regel["logger"], regel["status"], regel["cookie"]) == ("warning", "app.x", 200, VERBORGEN)
    assert regel["event"] == f"twee\nregels token={VERBORGEN}"
    assert regel["timestamp"].endswith("Z")


def test_een_fout_staat_er_met_zijn_spoor_maar_zonder_geheim() -> None:
    geheime_waarde = GEHEIM[:4] + GEHEIM[4:]
    try:
        raise ValueError(f"wachtwoord={geheime_waarde}")
    except ValueError:
        regel = json.loads(_regel(Opmaak(), "mis", met_fout=True))
    assert "ValueError" in regel["exception"]
    assert "test_logregels.py" in regel["exception"]
    assert GEHEIM not in json.dumps(regel)


def test_voor_de_ontwikkelaar_gewone_tekst() -> None:
    uit = _regel(Opmaak(als_json=False), "mis", velden={"password": GEHEIM})
    assert "mis" in uit
    assert GEHEIM not in uit


def test_gunicorn_schrijft_in_dezelfde_vorm_en_geen_lijst_van_verzoeken() -> None:
    assert VOOR_GUNICORN["formatters"] == {"json": {"()": "logregels.Opmaak"}}
    assert VOOR_GUNICORN["loggers"]["gunicorn.access"]["handlers"] == []  # type: ignore[index]


def test_een_regeleinde_maakt_geen_tweede_regel() -> None:
    """Whatever somebody types, a line of the log stays one line, and one object."""
    vals = 'x\n{"event": "login", "outcome": "binnen"}\r\n\u2028\x1b[2J'
    regel = logging.LogRecord("app", logging.INFO, __file__, 1, vals, None, None)
    uit = Opmaak().format(regel)
    assert len(uit.splitlines()) == 1 or "\u2028" in uit
    assert "\n" not in uit
    assert "\x1b" not in uit
    assert json.loads(uit)["event"] == vals
