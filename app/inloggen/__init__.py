"""Coming in: logging in, choosing a password with a link, and going out again."""

from app.inloggen import inloggen, toegang, vergeten
from app.inloggen.blauwdruk import scherm

__all__ = ["inloggen", "scherm", "toegang", "vergeten"]
