"""Numbers in addresses: one that no table can hold is no page, instead of a fault of the database."""

from flask import Flask
from werkzeug.routing import IntegerConverter, ValidationError

HOOGSTE_SLEUTEL = 2**31 - 1


class Sleutel(IntegerConverter):
    def to_python(self, value: str) -> int:
        if len(value) > len(str(HOOGSTE_SLEUTEL)) or int(value) > HOOGSTE_SLEUTEL:
            raise ValidationError
        return super().to_python(value)  # type: ignore[no-any-return]


def init_app(app: Flask) -> None:
    app.url_map.converters["int"] = Sleutel
