"""What a beheerder does: who may come in, what is set, and where the rest of it is found."""

from app.beheer import overzicht, rollen
from app.beheer.blauwdruk import scherm

__all__ = ["overzicht", "rollen", "scherm"]
