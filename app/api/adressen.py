"""Where the next page is."""

from typing import Any
from urllib.parse import urlencode

from flask import Response, request

from app.api.blauwdruk import basisadres, scherm


def volgende_pagina(cursor: str | int | None) -> str | None:
    """The address of this request, from `cursor` on; None when there is no more."""
    if cursor is None:
        return None
    pad = request.path.removeprefix(scherm.url_prefix or "")
    vraag = {**request.args.to_dict(), "cursor": cursor}
    return f"{basisadres()}{pad}?{urlencode(vraag)}"


def als_antwoord(vorm: Any, volgende: str | None = None) -> Response:
    """As JSON, with the next page in the Link header too (RFC 8288)."""
    antwoord = Response(vorm.model_dump_json(by_alias=True), mimetype="application/json")
    if volgende is not None:
        antwoord.headers["Link"] = f'<{volgende}>; rel="next"'
    return antwoord
