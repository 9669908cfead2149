"""What went wrong with the mail server, in Dutch."""

import smtplib
import socket
import ssl

# By the codes of OpenSSL (X509_V_ERR_...).
CERTIFICAAT = {
    9: "is nog niet geldig",
    10: "is verlopen",
    18: "is door de server zelf ondertekend",
    19: "is niet van een uitgever die deze computer vertrouwt",
    20: "is niet van een uitgever die deze computer vertrouwt",
    21: "is niet van een uitgever die deze computer vertrouwt",
    23: "is ingetrokken",
    62: "staat op een andere naam",
    64: "staat op een ander adres",
}
LIJN: dict[type[OSError], str] = {
    ConnectionRefusedError: "er luistert niemand op deze poort",
    ConnectionResetError: "de verbinding is verbroken",
    TimeoutError: "er komt geen antwoord",
    socket.gaierror: "deze naam is niet te vinden",
}


def waarom_niet_vertrouwd(fout: ssl.SSLCertVerificationError, host: str) -> str:
    """Two sentences: what is wrong with the certificate, and that nothing was sent."""
    reden = CERTIFICAAT.get(fout.verify_code, f"wordt afgekeurd ({fout.verify_message})")
    return f"Het certificaat van de mailserver {host} {reden}. Er is niets naar de server verstuurd."


def in_woorden(fout: Exception) -> str:
    """The answer of the server when there is one; never what was sent to it."""
    if isinstance(fout, smtplib.SMTPRecipientsRefused):
        return "; ".join(_antwoord(*antwoord) for antwoord in fout.recipients.values())
    if isinstance(fout, smtplib.SMTPAuthenticationError):
        return f"zij weigert de gebruikersnaam of het wachtwoord ({fout.smtp_code})"
    if isinstance(fout, smtplib.SMTPResponseException):
        return _antwoord(fout.smtp_code, fout.smtp_error)
    if isinstance(fout, ssl.SSLError):
        return f"de versleutelde verbinding komt niet tot stand ({fout.reason or 'geen reden'}); klopt de poort?"
    eigen = next((woorden for soort, woorden in LIJN.items() if isinstance(fout, soort)), None)
    return eigen or str(fout) or type(fout).__name__


def _antwoord(code: int, tekst: bytes | str) -> str:
    woorden = tekst.decode("utf-8", "replace") if isinstance(tekst, bytes) else tekst
    return " ".join(f"{code} {woorden}".split())[:500].replace("\x00", "")
