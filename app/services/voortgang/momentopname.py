"""A VoortgangBeeld as JSON and back: what is frozen when a period closes."""

from typing import Any

from pydantic import TypeAdapter

from app.domain.voortgang_overzicht import VoortgangBeeld

# Goes up when older ones can no longer be read as they are.
VERSIE = 1
_BEELD = TypeAdapter(VoortgangBeeld)


def als_momentopname(beeld: VoortgangBeeld) -> dict[str, Any]:
    return {"versie": VERSIE, "beeld": _BEELD.dump_python(beeld, mode="json")}


def uit_momentopname(momentopname: dict[str, Any]) -> VoortgangBeeld:
    return _BEELD.validate_python(momentopname["beeld"])
