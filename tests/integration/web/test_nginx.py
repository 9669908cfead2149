"""deploy/nginx.conf on a real nginx: which lines it takes, what it passes on, and how much."""

import http.client
import re
import socket
import ssl
import subprocess
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from config import PROJECT
from tests import voorwaarden
from tests.e2e.server import vrije_poort
from tests.integration.certificaten import Certificaat, maak_certificaat

OUD = "ssl_protocols TLSv1.1 TLSv1.2;\n    ssl_ciphers ALL:@SECLEVEL=0;"
Wijzig = Callable[[str], str]


@dataclass(frozen=True)
class Proxy:
    https: int
    http: int
    certificaat: Certificaat

    def context(self, versie: ssl.TLSVersion, ciphers: str = "ALL:@SECLEVEL=0") -> ssl.SSLContext:
        """A visitor who speaks nothing but this."""
        context = ssl.create_default_context(cafile=str(self.certificaat.pad))
        context.set_ciphers(ciphers)
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # old on purpose
            context.minimum_version = context.maximum_version = versie
        return context

    def vraag(self, pad: str, context: ssl.SSLContext | None = None, **wat: Any) -> tuple[int, str]:
        context = context or self.context(ssl.TLSVersion.TLSv1_3)
        with closing(http.client.HTTPSConnection("localhost", self.https, context=context, timeout=20)) as lijn:
            lijn.request(wat.pop("methode", "GET"), pad, **wat)
            antwoord = lijn.getresponse()
            return antwoord.status, antwoord.read().decode()


class Echo(BaseHTTPRequestHandler):
    """Says what nginx passed on."""

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        tekst = "\n".join(f"{naam}: {waarde}" for naam, waarde in self.headers.items()).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(tekst)))
        self.end_headers()
        self.wfile.write(tekst)

    do_POST = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Not on the screen of who runs the tests."""


@contextmanager
def nginx(map_: Path, certificaat: Certificaat, wijzig: Wijzig = lambda tekst: tekst) -> Iterator[Proxy]:
    achter = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    Thread(target=achter.serve_forever, daemon=True).start()
    https, gewoon = vrije_poort(), vrije_poort()
    tekst = wijzig((PROJECT / "deploy" / "nginx.conf").read_text())
    for oud, nieuw in {
        "listen 443": f"listen 127.0.0.1:{https}",
        "listen 80": f"listen 127.0.0.1:{gewoon}",
        "server 127.0.0.1:8000": f"server 127.0.0.1:{achter.server_port}",
        "/etc/ssl/doelspoor.pem": str(certificaat.pad),
        "/etc/ssl/private/doelspoor.key": str(certificaat.sleutel),
    }.items():
        assert oud in tekst
        tekst = tekst.replace(oud, nieuw)
    (map_ / "site.conf").write_text(tekst)
    paden = "".join(
        f"{soort}_temp_path {map_}/{soort};" for soort in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (map_ / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {map_}/pid; error_log {map_}/log;"
        f"events {{}} http {{ access_log off; {paden} include site.conf; }}"
    )
    with subprocess.Popen([voorwaarden.nginx(), "-p", map_, "-c", map_ / "nginx.conf"]) as proces:
        try:
            _wacht_op(https)
            yield Proxy(https, gewoon, certificaat)
        finally:
            proces.terminate()
            achter.shutdown()
            achter.server_close()


def _wacht_op(poort: int) -> None:
    for _ in range(200):
        with suppress(ConnectionError):
            socket.create_connection(("127.0.0.1", poort), timeout=5).close()
            return
        time.sleep(0.05)
    raise RuntimeError("nginx antwoordt niet.")


@pytest.fixture(scope="module")
def certificaat(tmp_path_factory: pytest.TempPathFactory) -> Certificaat:
    return maak_certificaat(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory, certificaat: Certificaat) -> Iterator[Proxy]:
    with nginx(tmp_path_factory.mktemp("nginx"), certificaat) as gestart:
        yield gestart


def test_alleen_tls_van_nu_met_wat_wordt_aanbevolen(proxy: Proxy) -> None:
    for versie in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
        assert proxy.vraag("/", proxy.context(versie))[0] == 200
    with pytest.raises(ssl.SSLError):
        proxy.vraag("/", proxy.context(ssl.TLSVersion.TLSv1_1))
    with pytest.raises(ssl.SSLError):
        proxy.vraag("/", proxy.context(ssl.TLSVersion.TLSv1_2, "ECDHE-ECDSA-AES256-SHA:@SECLEVEL=0"))


def test_de_proef_ziet_een_oude_lijn(tmp_path: Path, certificaat: Certificaat) -> None:
    """That the refusals above are of nginx, and not of who asks."""

    def zwak(tekst: str) -> str:
        return re.sub(r"ssl_protocols.*?ssl_ciphers [^;]+;", OUD, tekst, flags=re.DOTALL)

    with nginx(tmp_path, certificaat, zwak) as proxy:
        assert proxy.vraag("/", proxy.context(ssl.TLSVersion.TLSv1_1))[0] == 200
        anders = proxy.context(ssl.TLSVersion.TLSv1_2, "ECDHE-ECDSA-AES256-SHA:@SECLEVEL=0")
        assert proxy.vraag("/", anders)[0] == 200


def test_van_http_naar_https_maar_niet_de_api(proxy: Proxy) -> None:
    def vraag(pad: str) -> tuple[int, str | None]:
        with closing(http.client.HTTPConnection("127.0.0.1", proxy.http, timeout=20)) as lijn:
            lijn.request("GET", pad, headers={"Host": "doelspoor.gemeente.example"})
            antwoord = lijn.getresponse()
            antwoord.read()
            return antwoord.status, antwoord.getheader("Location")

    assert vraag("/notities/") == (301, "https://doelspoor.gemeente.example/notities/")
    assert vraag("/api/v1/indicatoren") == (403, None)


def test_wat_een_bezoeker_over_zichzelf_zegt_gaat_niet_mee(proxy: Proxy) -> None:
    koppen = {"X-Forwarded-For": "198.51.100.9", "X-Forwarded-Proto": "http", "Host": "doelspoor.gemeente.example"}
    gezien = proxy.vraag("/", headers=koppen)[1]
    assert "X-Forwarded-For: 127.0.0.1" in gezien
    assert "X-Forwarded-Proto: https" in gezien
    assert "198.51.100.9" not in gezien


def test_hoe_groot_een_bestand_mag_zijn(proxy: Proxy) -> None:
    def stuur(pad: str) -> int:
        return proxy.vraag(pad, methode="POST", body=b"0" * (22 * 1024 * 1024))[0]

    assert stuur("/indicatoren/importeren/") == 200
    with pytest.raises((AssertionError, OSError)):  # nginx may hang up before it read all of it
        assert stuur("/importeren/") != 413
