"""What went wrong with the mail server, in words for who manages it."""

import smtplib
import socket
import ssl

import pytest

from app.services.post.in_woorden import in_woorden, waarom_niet_vertrouwd


@pytest.mark.parametrize(
    ("fout", "woorden"),
    [
        (ConnectionRefusedError(111, "Connection refused"), "er luistert niemand op deze poort"),
        (TimeoutError("timed out"), "er komt geen antwoord"),
        (socket.gaierror(-2, "Name or service not known"), "deze naam is niet te vinden"),
        (smtplib.SMTPDataError(452, b"Vol\r\n  nu"), "452 Vol nu"),
        (smtplib.SMTPRecipientsRefused({"a@b.example": (550, b"Onbekend")}), "550 Onbekend"),
        (smtplib.SMTPServerDisconnected(""), "SMTPServerDisconnected"),
        (OSError("iets anders"), "iets anders"),
    ],
)
def test_in_words(fout: Exception, woorden: str) -> None:
    assert in_woorden(fout) == woorden


def test_a_reason_without_words_of_its_own_is_told_as_openssl_says_it() -> None:
    fout = ssl.SSLCertVerificationError(1, "x")
    fout.verify_code, fout.verify_message = 999, "path length constraint exceeded"
    assert waarom_niet_vertrouwd(fout, "mail.example").startswith(
        "Het certificaat van de mailserver mail.example wordt afgekeurd (path length constraint exceeded)."
    )
