"""Secrets that are handed out once: long and random, kept here as a hash only: nobody can read them back."""

import hashlib
import secrets

BYTES = 32


def nieuw_geheim() -> str:
    return secrets.token_urlsafe(BYTES)


def hash_van(geheim: str) -> str:
    """A plain SHA-256 is enough: of 256 random bits nobody can make a list. Never for what people choose."""
    return hashlib.sha256(geheim.encode("utf-8", "surrogateescape")).hexdigest()
