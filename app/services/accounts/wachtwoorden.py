"""Hashing with Argon2id. Tests set cheaper parameters through `stel_kosten_in`."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.domain.wachtwoord import genormaliseerd

# In the place of a hash: nobody has chosen a password yet, so none is right.
GEEN = ""

_hasher = PasswordHasher()


def stel_kosten_in(*, time_cost: int, memory_cost: int) -> None:
    global _hasher
    _hasher = PasswordHasher(time_cost=time_cost, memory_cost=memory_cost, parallelism=1)


def versleutel(wachtwoord: str) -> str:
    return _hasher.hash(genormaliseerd(wachtwoord))


def is_verouderd(hash_: str) -> bool:
    """Made when hashing cost less, or more, than it does now."""
    return hash_ != GEEN and _hasher.check_needs_rehash(hash_)


def klopt(hash_: str, wachtwoord: str) -> bool:
    try:
        return _hasher.verify(hash_, genormaliseerd(wachtwoord))
    except (VerificationError, InvalidHashError):
        return False
