"""Reporting periods, the table to report in, and the beheersmaatregelen that are reported on."""

from app.voortgang import beoordelen, invullen, kleuren, maatregelen, periodes, themas
from app.voortgang.basis import scherm

__all__ = ["beoordelen", "invullen", "kleuren", "maatregelen", "periodes", "scherm", "themas"]
