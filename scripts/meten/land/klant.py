"""Somebody who is logged in and keeps asking over one connection. Plain sockets: asking costs hardly anything."""

import re
import socket
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Self
from urllib.parse import urlencode

from scripts.meten.bezoeker import CSRF

LENGTE = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
QUERIES = re.compile(rb"\r\nx-meten-queries: *(\d+)", re.IGNORECASE)
GEDULD = 300
# As what stands in front of the servers says it.
ERVOOR = {"Host": "localhost", "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Proto": "https"}


@dataclass(frozen=True, slots=True)
class Antwoord:
    kop: bytes
    inhoud: bytes

    @property
    def queries(self) -> int:
        gevonden = QUERIES.search(self.kop)
        assert gevonden, "Dit is niet de toepassing van de meting."
        return int(gevonden[1])


class Klant:
    """Raises AssertionError at any other answer than 200."""

    def __init__(self, poort: int, koekjes: str) -> None:
        self._verbinding = socket.create_connection(("127.0.0.1", poort), timeout=GEDULD)
        self._verbinding.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        koppen = {**ERVOOR, "Cookie": koekjes, "Accept-Encoding": "gzip"}
        self._koppen = "".join(f"{naam}: {waarde}\r\n" for naam, waarde in koppen.items())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_rest: object) -> None:
        self._verbinding.close()

    def haal(self, adres: str) -> Antwoord:
        self._verbinding.sendall(f"GET {adres} HTTP/1.1\r\n{self._koppen}\r\n".encode())
        kop, inhoud = self._tot(b"", b"\r\n\r\n")
        assert kop.startswith(b"HTTP/1.1 200 "), f"{adres} geeft {kop[:40]!r}."
        lengte = LENGTE.search(kop)
        return Antwoord(kop, self._zoveel(inhoud, int(lengte[1])) if lengte else self._stukken(inhoud))

    def _tot(self, gelezen: bytes, teken: bytes) -> tuple[bytes, bytes]:
        """What comes before the sign, and what came after it already."""
        while teken not in gelezen:
            gelezen += self._meer()
        voor, _, na = gelezen.partition(teken)
        return voor, na

    def _zoveel(self, gelezen: bytes, lengte: int) -> bytes:
        delen, aantal = [gelezen], len(gelezen)
        while aantal < lengte:
            delen.append(self._meer())
            aantal += len(delen[-1])
        return b"".join(delen)

    def _stukken(self, gelezen: bytes) -> bytes:
        """An answer of which the length was not known when it began."""
        delen = []
        while True:
            maat, gelezen = self._tot(gelezen, b"\r\n")
            stuk = self._zoveel(gelezen, int(maat, 16) + 2)
            gelezen = stuk[int(maat, 16) + 2 :]
            if not int(maat, 16):
                return b"".join(delen)
            delen.append(stuk[: int(maat, 16)])

    def _meer(self) -> bytes:
        stuk = self._verbinding.recv(1 << 18)
        assert stuk, "De server hing op."
        return stuk


def log_in(poort: int, email: str, wachtwoord: str) -> str:
    """Through the login page; gives the cookies."""
    verbinding = HTTPConnection("127.0.0.1", poort, timeout=GEDULD)
    verbinding.request("GET", "/inloggen", headers=ERVOOR)
    antwoord = verbinding.getresponse()
    token = CSRF.search(antwoord.read().decode())
    assert token, "Op de inlogpagina staat geen csrf_token."
    velden = urlencode({"email": email, "wachtwoord": wachtwoord, "csrf_token": token[1]})
    soort = {"Content-Type": "application/x-www-form-urlencoded", "Referer": "https://localhost/inloggen"}
    verbinding.request("POST", "/inloggen", velden, {**ERVOOR, **soort, "Cookie": _koekjes(antwoord.msg.get_all)})
    antwoord = verbinding.getresponse()
    antwoord.read()
    assert antwoord.status == 302, f"Inloggen als {email} lukt niet ({antwoord.status})."
    return _koekjes(antwoord.msg.get_all)


def _koekjes(alle: object) -> str:
    koppen = alle("Set-Cookie", [])  # type: ignore[operator]
    return "; ".join(kop.partition(";")[0] for kop in koppen)
