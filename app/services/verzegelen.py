"""Secrets that must be read back are kept sealed: who has a copy of the database does not have them.

The seal is made from SECRET_KEY. What was sealed with an earlier key opens as long as that one is still known.
"""

import base64
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


class Zegel:
    """`vorige`: earlier keys, the last one first. They open, and never seal."""

    def __init__(self, sleutel: str, doel: str, vorige: Sequence[str] = ()) -> None:
        self._nieuw, *anderen = (_slot(een, doel) for een in (sleutel, *vorige))
        self._alle = MultiFernet([self._nieuw, *anderen])

    def verzegel(self, tekst: str) -> str:
        return self._nieuw.encrypt(tekst.encode()).decode()

    def open(self, verzegeld: str) -> str | None:
        """None when it was sealed with another key."""
        try:
            return self._alle.decrypt(verzegeld.encode()).decode()
        except InvalidToken:
            return None

    def is_van_nu(self, verzegeld: str) -> bool:
        """Sealed with the present key."""
        try:
            self._nieuw.decrypt(verzegeld.encode())
        except InvalidToken:
            return False
        return True


def _slot(sleutel: str, doel: str) -> Fernet:
    afgeleid = HKDF(SHA256(), length=32, salt=None, info=doel.encode()).derive(sleutel.encode())
    return Fernet(base64.urlsafe_b64encode(afgeleid))
