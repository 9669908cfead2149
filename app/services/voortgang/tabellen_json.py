"""The tables of a period as JSON and back: what went out in a text document, and what came back."""

from typing import Any

from pydantic import TypeAdapter

from app.domain.voortgang.tabel import Tabellen

_TABELLEN = TypeAdapter(Tabellen)


def als_dict(tabellen: Tabellen) -> dict[str, Any]:
    gedumpt: dict[str, Any] = _TABELLEN.dump_python(tabellen, mode="json")
    return gedumpt


def uit_dict(inhoud: dict[str, Any]) -> Tabellen:
    return _TABELLEN.validate_python(inhoud)
