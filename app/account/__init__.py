"""What somebody arranges for themselves: their password, and where they are logged in."""

from app.account import sessies, tweede_stap, wachtwoord
from app.account.blauwdruk import scherm

__all__ = ["scherm", "sessies", "tweede_stap", "wachtwoord"]
