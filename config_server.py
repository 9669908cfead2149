"""Settings about how Doelspoor is served: what stands in front of it, what it logs, and what it limits."""

import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

METRICS_MAP = "PROMETHEUS_MULTIPROC_DIR"
NIVEAUS = ("debug", "info", "warning", "error")
HOST = re.compile(r"\.?[a-z0-9-]+(\.[a-z0-9-]+)*", re.ASCII)


class InstellingFout(Exception):
    """A setting is missing or unusable; the message names it."""


@dataclass(frozen=True, slots=True)
class Server:
    """`proxies`: how many servers of our own stand in front; that many X-Forwarded-* headers are believed.

    `hosts`: the names this installation answers to; empty: any. `logniveau`: requests are logged from "info" on.
    `grenzen`: whether the limits on what somebody does in a short time hold. `metrics_poort`: 0 is none.
    """

    proxies: int = 0
    hosts: tuple[str, ...] = ()
    logniveau: str = "warning"
    grenzen: bool = True
    metrics_poort: int = 0


def lees_server(omgeving: Mapping[str, str], *, productie: bool, adres: str) -> Server:
    return Server(
        proxies=lees_getal(omgeving, "DOELSPOOR_PROXIES", 0, (0, 9)),
        hosts=_hosts(omgeving.get("DOELSPOOR_HOSTS", ""), adres if productie else ""),
        logniveau=_niveau(omgeving.get("DOELSPOOR_LOGNIVEAU", "") or ("info" if productie else "warning")),
        grenzen=lees_aan_of_uit(omgeving, "DOELSPOOR_GRENZEN", standaard=True),
        metrics_poort=lees_getal(omgeving, "DOELSPOOR_METRICS_PORT", 0, (0, 65535)),
    )


def lees_getal(omgeving: Mapping[str, str], naam: str, standaard: int, van_tot: tuple[int, int]) -> int:
    waarde = omgeving.get(naam, "")
    laagste, hoogste = van_tot
    if not waarde:
        return standaard
    if not (waarde.isascii() and waarde.isdecimal() and len(waarde) < 6 and laagste <= int(waarde) <= hoogste):
        raise InstellingFout(f"{naam} is '{waarde}'; geef een getal van {laagste} tot en met {hoogste}.")
    return int(waarde)


def deel_metrics() -> str:
    """Where all processes of this server keep their counts, "" when nobody asks for them.

    Must be called before the first process loads the application: prometheus_client looks at it once.
    """
    if not lees_getal(os.environ, "DOELSPOOR_METRICS_PORT", 0, (0, 65535)):
        return ""
    if not os.environ.get(METRICS_MAP):
        os.environ[METRICS_MAP] = tempfile.mkdtemp(prefix="doelspoor-metrics-")
    return os.environ[METRICS_MAP]


def _hosts(waarde: str, adres: str) -> tuple[str, ...]:
    """Without the setting: the host of the own address, and this machine itself, from where others ask how we are."""
    if not waarde:
        eigen = urlsplit(adres).hostname
        return (eigen, "127.0.0.1", "localhost") if eigen else ()
    namen = tuple(naam.strip().lower() for naam in waarde.split(","))
    fout = [naam for naam in namen if not HOST.fullmatch(naam)]
    if fout:
        raise InstellingFout(f"DOELSPOOR_HOSTS noemt '{fout[0]}'; geef namen als doelspoor.gemeente.nl, met komma's.")
    return namen


def _niveau(waarde: str) -> str:
    if waarde not in NIVEAUS:
        raise InstellingFout(f"DOELSPOOR_LOGNIVEAU is '{waarde}'; kies uit: {', '.join(NIVEAUS)}.")
    return waarde


def lees_aan_of_uit(omgeving: Mapping[str, str], naam: str, *, standaard: bool) -> bool:
    waarde = omgeving.get(naam, "")
    if waarde not in ("", "aan", "uit"):
        raise InstellingFout(f"{naam} is '{waarde}'; kies uit: aan, uit.")
    return waarde == "aan" if waarde else standaard
