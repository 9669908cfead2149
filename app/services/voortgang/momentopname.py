"""A VoortgangBeeld as JSON and back: what is frozen when a period closes.

It is read as text and not through the column itself: that would make a small object of every word in it first, only to
make values of those.
"""

from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Text, cast, select

from app.domain.voortgang.overzicht import RegelStand, VoortgangBeeld
from app.models import Rapportageperiode
from app.models.basis import Sessie

# Goes up when older ones can no longer be read as they are.
VERSIE = 1
_BEELD = TypeAdapter(VoortgangBeeld)


@dataclass(frozen=True, slots=True)
class _Momentopname:
    beeld: VoortgangBeeld


# The same JSON, of which only these parts are wanted.


@dataclass(frozen=True, slots=True)
class BevrorenStand(RegelStand):
    """`volgorde`: which row of its maatregel."""

    volgorde: int = 1


@dataclass(frozen=True, slots=True)
class _Maatregel:
    id: int
    regels: tuple[BevrorenStand, ...]


@dataclass(frozen=True, slots=True)
class _Thema:
    maatregelen: tuple[_Maatregel, ...]


@dataclass(frozen=True, slots=True)
class _Themas:
    themas: tuple[_Thema, ...]


@dataclass(frozen=True, slots=True)
class _Standen:
    beeld: _Themas


_HEEL, _ALLEEN_STANDEN = TypeAdapter(_Momentopname), TypeAdapter(_Standen)


def als_momentopname(beeld: VoortgangBeeld) -> dict[str, Any]:
    return {"versie": VERSIE, "beeld": _BEELD.dump_python(beeld, mode="json")}


def lees_momentopname(session: Sessie, periode: Rapportageperiode) -> VoortgangBeeld | None:
    """None when nothing was frozen."""
    tekst = _tekst(session, periode)
    return _HEEL.validate_json(tekst).beeld if tekst else None


def lees_standen(session: Sessie, periode: Rapportageperiode) -> dict[tuple[int, int], BevrorenStand] | None:
    """Only what the rows said, by maatregel_id and volgorde, to compare with; None when nothing was frozen."""
    tekst = _tekst(session, periode)
    if not tekst:
        return None
    themas = _ALLEEN_STANDEN.validate_json(tekst).beeld.themas
    return {(m.id, regel.volgorde): regel for thema in themas for m in thema.maatregelen for regel in m.regels}


def _tekst(session: Sessie, periode: Rapportageperiode) -> str | None:
    keuze = select(cast(Rapportageperiode.momentopname, Text)).where(Rapportageperiode.id == periode.id)
    return session.scalar(keuze)
