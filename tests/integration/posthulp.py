"""A real SMTP server on this machine that keeps what it gets, and can refuse."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from ssl import SSLContext
from typing import Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

AFZENDER = "Doelspoor <doelspoor@testdorp.example>"
ADRES = "https://doelspoor.testdorp.example"
WIE, WACHTWOORD = "jan", "hond@dol"


@dataclass
class Brievenbus:
    """`weigert`: recipients that get a 451; `data_antwoord`: what it says at the end of a mail."""

    poort: int = 0
    mails: list[EmailMessage] = field(default_factory=list)
    weigert: set[str] = field(default_factory=set)
    data_antwoord: str = "250 OK"
    ingelogd: list[bool] = field(default_factory=list)
    versleuteld: list[bool] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _sessie: Any, envelop: Any, adres: str, _opties: list[str]
    ) -> str:
        if adres in self.weigert:
            return "451 Nu even niet"
        envelop.rcpt_tos.append(adres)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, sessie: Any, envelop: Any) -> str:  # noqa: N802
        if self.data_antwoord.startswith("2"):
            self.mails.append(cast(EmailMessage, message_from_bytes(envelop.content, policy=default)))
            self.ingelogd.append(bool(sessie.authenticated))
            self.versleuteld.append(server.transport.get_extra_info("ssl_object") is not None)
        return self.data_antwoord

    @property
    def aan(self) -> list[str]:
        return sorted(str(mail["To"]) for mail in self.mails)

    def mail_aan(self, naam: str) -> EmailMessage:
        (mail,) = [mail for mail in self.mails if str(mail["To"]).startswith(f"{naam.lower()}@")]
        return mail


@contextmanager
def brievenbus(
    *, met_wachtwoord: bool = False, tls: SSLContext | None = None, starttls: SSLContext | None = None
) -> Iterator[Brievenbus]:
    """`tls`: encrypted from the first byte; `starttls`: it offers to become so."""
    bus = Brievenbus()
    opties: dict[str, Any] = {"ssl_context": tls, "tls_context": starttls}
    if met_wachtwoord:
        opties |= {"authenticator": _controleer, "auth_required": True, "auth_require_tls": starttls is not None}
    bus.poort = _vrije_poort()
    server = Controller(bus, hostname="127.0.0.1", port=bus.poort, **opties)
    server.start()
    try:
        yield bus
    finally:
        server.stop()


def _vrije_poort() -> int:
    with socket.socket() as even:
        even.bind(("127.0.0.1", 0))
        return int(even.getsockname()[1])


def _controleer(_server: SMTP, _sessie: Any, _envelop: Any, _hoe: str, gegevens: LoginPassword) -> AuthResult:
    klopt = (gegevens.login, gegevens.password) == (WIE.encode(), WACHTWOORD.encode())
    return AuthResult(success=klopt, handled=False)  # not handled: the server itself answers that it is refused
