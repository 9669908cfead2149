"""Handing one mail to the mail server; nothing here knows what it is about."""

import smtplib
import ssl
from email.message import EmailMessage
from types import TracebackType

from app.services.post.in_woorden import in_woorden, waarom_niet_vertrouwd
from config import Mailserver

WACHTTIJD = 20  # seconds
EIGEN_MACHINE = ("localhost", "127.0.0.1", "::1")


class PostFout(Exception):
    """This one mail was not taken; the sentence says why."""


class MailserverOnbereikbaar(PostFout):
    """Nothing can be sent at the moment."""


class Postbus:
    """`with Postbus(mailserver) as bus: bus.verstuur(...)`. It connects at the first mail.

    Raises PostFout for a mail that is refused and MailserverOnbereikbaar when there is no use in trying another.
    """

    def __init__(self, mailserver: Mailserver) -> None:
        self._mailserver = mailserver
        self._lijn: smtplib.SMTP | None = None

    def __enter__(self) -> "Postbus":
        return self

    def __exit__(
        self, _soort: type[BaseException] | None, _fout: BaseException | None, _spoor: TracebackType | None
    ) -> None:
        self._hang_op()

    def verstuur(self, *, aan: str, onderwerp: str, tekst: str, kenmerk: str) -> None:
        """`kenmerk` makes the Message-ID: who tries again after a broken line sends the same one."""
        bericht = self._bericht(aan, onderwerp, tekst, kenmerk)
        lijn = self._verbonden()
        try:
            lijn.send_message(bericht)
        except (smtplib.SMTPServerDisconnected, OSError) as fout:
            # smtplib's own errors are OSErrors too; only those that name the mail itself are about the mail.
            if isinstance(fout, smtplib.SMTPException) and not isinstance(fout, smtplib.SMTPServerDisconnected):
                raise PostFout(in_woorden(fout)) from None
            self._hang_op()
            raise MailserverOnbereikbaar(f"De verbinding met de mailserver viel weg: {in_woorden(fout)}") from None
        except ValueError as fout:
            raise PostFout(f"Naar dit adres kan geen mail: {fout}") from None

    def _bericht(self, aan: str, onderwerp: str, tekst: str, kenmerk: str) -> EmailMessage:
        bericht = EmailMessage()
        domein = self._mailserver.afzender.rpartition("@")[2].strip("> ")
        try:
            bericht["From"], bericht["To"], bericht["Subject"] = self._mailserver.afzender, aan, onderwerp
            bericht["Message-ID"] = f"<{kenmerk}@{domein}>"
        except ValueError as fout:
            raise PostFout(f"Naar dit adres kan geen mail: {fout}") from None
        bericht["Auto-Submitted"] = "auto-generated"  # no answers from people who are away
        # Not every server takes 8 bits as they are.
        bericht.set_content(tekst, cte="quoted-printable")
        return bericht

    def _verbonden(self) -> smtplib.SMTP:
        if self._lijn is None:
            try:
                self._lijn = self._verbind()
            except ssl.SSLCertVerificationError as fout:
                raise MailserverOnbereikbaar(waarom_niet_vertrouwd(fout, self._mailserver.host)) from None
            except (OSError, smtplib.SMTPException) as fout:
                raise MailserverOnbereikbaar(f"De mailserver is niet te bereiken: {in_woorden(fout)}") from None
        return self._lijn

    def _verbind(self) -> smtplib.SMTP:
        naar = self._mailserver
        if naar.versleuteld:
            lijn: smtplib.SMTP = smtplib.SMTP_SSL(
                naar.host, naar.poort, timeout=WACHTTIJD, context=ssl.create_default_context()
            )
        else:
            lijn = smtplib.SMTP(naar.host, naar.poort, timeout=WACHTTIJD)
        try:
            self._maak_veilig(lijn)
            if naar.gebruiker:
                lijn.login(naar.gebruiker, naar.wachtwoord)
        except BaseException:
            lijn.close()
            raise
        return lijn

    def _maak_veilig(self, lijn: smtplib.SMTP) -> None:
        """STARTTLS wherever it is offered; a server on this machine itself has no line that others can listen to."""
        lijn.ehlo_or_helo_if_needed()
        if self._mailserver.versleuteld or self._mailserver.host in EIGEN_MACHINE:
            return
        if lijn.has_extn("starttls"):
            lijn.starttls(context=ssl.create_default_context())
        elif self._mailserver.gebruiker:
            raise smtplib.SMTPException("zij biedt geen versleuteling, en een wachtwoord gaat niet onversleuteld")
        elif self._mailserver.nooit_open:
            raise smtplib.SMTPException("zij biedt geen versleuteling, en zonder gaat er in productie geen mail weg")

    def _hang_op(self) -> None:
        if self._lijn is None:
            return
        try:
            self._lijn.quit()
        except (OSError, smtplib.SMTPException):
            self._lijn.close()
        self._lijn = None
