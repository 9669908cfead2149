"""What a beheerder does: who may come in, what is set, and where the rest of it is found."""

from app.beheer import gebruikers, huisstijl, organisatie, overzicht, rollen, toegang
from app.beheer.blauwdruk import scherm

__all__ = ["gebruikers", "huisstijl", "organisatie", "overzicht", "rollen", "scherm", "toegang"]
