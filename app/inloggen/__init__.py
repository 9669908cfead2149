"""Coming in: logging in, choosing a password with a link, and going out again."""

from app.inloggen import aanbieder, code, inloggen, toegang, verder, vergeten
from app.inloggen.blauwdruk import scherm

__all__ = ["aanbieder", "code", "inloggen", "scherm", "toegang", "verder", "vergeten"]
