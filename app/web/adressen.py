"""Addresses: numbers that no table can hold are no page, and where a visitor says to go next is a page of ours."""

from urllib.parse import urlsplit

from flask import Flask, current_app
from werkzeug.exceptions import HTTPException
from werkzeug.routing import IntegerConverter, ValidationError

HOOGSTE_SLEUTEL = 2**31 - 1


class Sleutel(IntegerConverter):
    def to_python(self, value: str) -> int:
        if len(value) > len(str(HOOGSTE_SLEUTEL)) or int(value) > HOOGSTE_SLEUTEL:
            raise ValidationError
        return super().to_python(value)  # type: ignore[no-any-return]


def lees_sleutel(tekst: str) -> int:
    """For `request.args.get(type=…)`: raises ValueError for what is no number, or one that no table can hold."""
    getal = int(tekst) if len(tekst) <= len(str(HOOGSTE_SLEUTEL)) else HOOGSTE_SLEUTEL + 1
    if getal > HOOGSTE_SLEUTEL:
        raise ValueError("Zo'n groot nummer bestaat niet.")
    return getal


def eigen_pagina(adres: str | None) -> str | None:
    """Only a path of this site: an address elsewhere would lead people away after logging in."""
    if not adres or not adres.startswith("/") or adres.startswith(("//", "/\\")) or len(adres) > 2000:
        return None
    delen = urlsplit(adres)
    eigen = not delen.netloc and not delen.scheme and _is_pagina(delen.path)
    return adres if eigen else None


def _is_pagina(pad: str) -> bool:
    """Something that can be opened: not an address that only takes what a form sends."""
    try:
        current_app.url_map.bind("").match(pad, method="GET")
    except HTTPException:
        return False
    return True


def init_app(app: Flask) -> None:
    app.url_map.converters["int"] = Sleutel
