"""Secrets that must be read back are kept sealed: who has a copy of the database does not have them.

The seal is made from SECRET_KEY; with another key what was sealed cannot be opened any more.
"""

import base64

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


class Zegel:
    def __init__(self, sleutel: str, doel: str) -> None:
        afgeleid = HKDF(SHA256(), length=32, salt=None, info=doel.encode()).derive(sleutel.encode())
        self._fernet = Fernet(base64.urlsafe_b64encode(afgeleid))

    def verzegel(self, tekst: str) -> str:
        return self._fernet.encrypt(tekst.encode()).decode()

    def open(self, verzegeld: str) -> str | None:
        """None when it was sealed with another key."""
        try:
            return self._fernet.decrypt(verzegeld.encode()).decode()
        except InvalidToken:
            return None
