"""A real OpenID Provider in a process of its own, and somebody who logs in there."""

import json
import re
import subprocess
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urljoin

import requests

from config_inloggen import Aanbieder
from tests import voorwaarden
from tests.e2e.server import vrije_poort

CLIENT, GEHEIM = "doelspoor", "geheim-van-de-proef-0123456789abcdef"
TERUG = "/inloggen/aanbieder/terug"
DIEPSTE = 12


@contextmanager
def aanbieder(hier: str) -> Iterator[Aanbieder]:
    """`hier`: where Doelspoor is, for the way back."""
    poort = vrije_poort()
    opdracht = [voorwaarden.node(), str(voorwaarden.oidc_provider()), str(poort), f"{hier}{TERUG}"]
    proces = subprocess.Popen(opdracht, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert proces.stdout is not None
        assert proces.stdout.readline() == "klaar\n"
        yield Aanbieder(f"http://127.0.0.1:{poort}", CLIENT, "het proefaccount", GEHEIM)
    finally:
        proces.terminate()
        proces.communicate(timeout=20)


def inlognaam(**zegt: Any) -> str:
    return urlsafe_b64encode(json.dumps(zegt).encode()).decode().rstrip("=")


def log_daar_in(adres: str, **zegt: Any) -> str:
    """From the address that Doelspoor sends people to, to the one that sends them back."""
    with requests.Session() as bezoeker:
        antwoord = bezoeker.get(adres, allow_redirects=False, timeout=20)
        for _ in range(DIEPSTE):
            if naar := antwoord.headers.get("Location"):
                naar = urljoin(antwoord.url, naar)
                if TERUG in naar:
                    return naar
                antwoord = bezoeker.get(naar, allow_redirects=False, timeout=20)
            else:
                antwoord = _vul_in(bezoeker, antwoord, inlognaam(**zegt))
    raise AssertionError(f"Niet teruggestuurd: {antwoord.status_code} {antwoord.text[:2000]}")


def _vul_in(bezoeker: requests.Session, pagina: requests.Response, naam: str) -> requests.Response:
    """The page that asks who it is; after that the one that asks whether Doelspoor may know."""
    actie = re.search(r'action="([^"]+)"', pagina.text)
    assert actie, pagina.text[:2000]
    return bezoeker.post(urljoin(pagina.url, actie[1]), data={"login": naam}, allow_redirects=False, timeout=20)
