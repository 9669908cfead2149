"""Numbers in addresses: one that no table can hold is no page, instead of a fault of the database."""

from flask import Flask
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


def init_app(app: Flask) -> None:
    app.url_map.converters["int"] = Sleutel
