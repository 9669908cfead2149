"""Where a request ends is never a matter of opinion: what could be read in two ways is refused."""

import runpy

import pytest
from gunicorn.config import Config
from gunicorn.http.errors import ParseException
from gunicorn.http.parser import RequestParser

from config import PROJECT

BEGIN = b"POST /inloggen HTTP/1.1\r\nHost: doelspoor.example\r\n"


def ontleed(koppen: bytes, lichaam: bytes = b"") -> bytes:
    instellingen = Config()
    for regel in ("forwarded_allow_ips",):
        instellingen.set(regel, "")
    verzoek = next(RequestParser(instellingen, iter([BEGIN + koppen + b"\r\n" + lichaam]), ("127.0.0.1", 1)))
    gelezen: bytes = verzoek.body.read()
    return gelezen


def test_een_gewoon_verzoek() -> None:
    assert ontleed(b"Content-Length: 4\r\n", b"a=b&") == b"a=b&"


@pytest.mark.parametrize(
    "koppen",
    [
        b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        b"Content-Length: 4\r\nContent-Length: 5\r\n",
        b"Content-Length: +4\r\n",
        b"Transfer-Encoding: chunked, chunked\r\n",
        b"Transfer-Encoding: xchunked\r\n",
        b"Transfer-Encoding : chunked\r\n",
        b"X-Naam: a\n b\r\n",
    ],
)
def test_wat_op_twee_manieren_te_lezen_is_wordt_geweigerd(koppen: bytes) -> None:
    with pytest.raises(ParseException):
        ontleed(koppen, b"0\r\n\r\n")


def test_niets_daarvan_wordt_soepeler_gezet() -> None:
    """The settings with which gunicorn would accept what it should not."""
    instellingen = (PROJECT / "gunicorn.conf.py").read_text(encoding="utf-8")
    assert "permit_" not in instellingen
    assert "header_map" not in instellingen
    assert 'forwarded_allow_ips = ""' in instellingen


def test_alleen_op_de_machine_zelf(monkeypatch: pytest.MonkeyPatch) -> None:
    for naam in ("PORT", "DOELSPOOR_METRICS_PORT"):
        monkeypatch.delenv(naam, raising=False)
    assert runpy.run_path(str(PROJECT / "gunicorn.conf.py"))["bind"] == "127.0.0.1:8000"
