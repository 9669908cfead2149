"""Changing the fields of a record, and knowing what changed for the logboek."""

from typing import Any


def wijzig_velden(rij: Any, waarden: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The old and the new values of the fields that changed; both empty when nothing did. Does not flush."""
    oud = {naam: getattr(rij, naam) for naam, waarde in waarden.items() if getattr(rij, naam) != waarde}
    nieuw = {naam: waarden[naam] for naam in oud}
    for naam, waarde in nieuw.items():
        setattr(rij, naam, waarde)
    return oud, nieuw
