"""What every form here starts from: Dutch messages, and texts cleaned of what no database or file can hold."""

import re
from typing import Any

from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField, TextAreaField

from app.web.conflict import als_basis

# Control characters have no place in a text and are illegal in XML and in PostgreSQL.
ONZICHTBAAR = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def schoon(waarde: str) -> str:
    return ONZICHTBAAR.sub("", waarde.replace("\r\n", "\n").replace("\r", "\n")).strip()


class Formulier(FlaskForm):  # type: ignore[misc]
    class Meta:
        locales = ("nl_NL", "nl")


class Tekst(StringField):
    def process_formdata(self, valuelist: list[Any]) -> None:
        super().process_formdata([schoon(waarde) for waarde in valuelist])


class LangeTekst(TextAreaField):
    def process_formdata(self, valuelist: list[Any]) -> None:
        super().process_formdata([schoon(waarde) for waarde in valuelist])


class BewerkFormulier(Formulier):
    """A form for a record that others may be editing too: it carries the values it started from."""

    basis = HiddenField()

    def waarden(self) -> dict[str, Any]:
        """The fields as the columns they end up in."""
        raise NotImplementedError

    def begin_met(self, waarden: dict[str, Any]) -> None:
        self.basis.data = als_basis(waarden)
