"""What every form here starts from: Dutch messages, and texts cleaned of what no database or file can hold."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, ClassVar

from flask import request
from flask_wtf import FlaskForm
from werkzeug.datastructures import CombinedMultiDict, MultiDict
from wtforms import DateField, DecimalField, FileField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its type stubs
from wtforms.validators import Length, NumberRange, ValidationError

from app.domain.persoonsgegevens.burgerservicenummer import bezwaar_tegen
from app.domain.structuur import JAREN
from app.domain.taal.datums import toon_datum
from app.domain.taal.getallen import toon_getal
from app.web.basis import Botsing

# Control characters have no place in a text and are illegal in XML and in PostgreSQL.
ONZICHTBAAR = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
LANG = Length(max=50_000, message="Deze tekst is te lang: gebruik hoogstens 50.000 tekens.")
JAAR = NumberRange(min=JAREN[0], max=JAREN[-1], message="Vul een jaartal in van vier cijfers, bijvoorbeeld 2022.")
GETAL = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?", re.ASCII)


def schoon(waarde: str) -> str:
    return ONZICHTBAAR.sub("", waarde.replace("\r\n", "\n").replace("\r", "\n")).strip()


def keuzes(*paren: tuple[str, str]) -> list[SelectChoice]:
    """For the choices of a field: code and label."""
    return [SelectChoice(code, label) for code, label in paren]


class Formulier(FlaskForm):  # type: ignore[misc]
    class Meta:
        locales = ("nl_NL", "nl")

        def wrap_formdata(self, form: FlaskForm, formdata: Any) -> Any:
            """What was sent, with files only where the form asks for one: anybody can send a file, or a list in JSON,
            in the place of a text."""
            if formdata is None or hasattr(formdata, "getlist"):
                return formdata
            if not form.is_submitted() or not (request.form or request.files):
                return None
            namen = {veld.name for veld in form if isinstance(veld, FileField)}
            bestanden = ((naam, bestand) for naam, bestand in request.files.items(multi=True) if naam in namen)
            return CombinedMultiDict((MultiDict(bestanden), request.form))


class _ZonderPersonen:
    """A text in which no citizen service number may stand. `getal`: what is typed there is a figure, and no text."""

    def __init__(self, *args: Any, getal: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._getal = getal

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)  # type: ignore[misc]
        bezwaar = None if self._getal else bezwaar_tegen(self.data or "", f"het veld ‘{self.label.text}’")  # type: ignore[attr-defined]
        if bezwaar:
            raise ValidationError(bezwaar)


class Tekst(_ZonderPersonen, StringField):
    """One line."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        super().process_formdata([" ".join(schoon(waarde).split()) for waarde in valuelist])


class LangeTekst(_ZonderPersonen, TextAreaField):
    def process_formdata(self, valuelist: list[Any]) -> None:
        super().process_formdata([schoon(waarde) for waarde in valuelist])


class DatumVeld(DateField):
    """A day, also as people type it where the browser has no date picker. `geen_datum`: said of anything else."""

    def __init__(self, label: str, *, geen_datum: str, **kwargs: Any) -> None:
        super().__init__(label, format=["%Y-%m-%d", "%d-%m-%Y"], **kwargs)
        self._geen_datum = geen_datum

    def process_formdata(self, valuelist: list[Any]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(self._geen_datum) from None


class GetalVeld(DecimalField):
    """A Dutch number. `1.5` is refused: it is neither `1,5` nor `1.500`, and nobody should have to guess."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        tekst = schoon(valuelist[0]) if valuelist else ""
        self.data = None
        if not tekst:
            return
        if not GETAL.fullmatch(tekst):
            raise ValueError("Vul een gewoon getal in, bijvoorbeeld 1.234,5.")
        try:
            self.data = Decimal(tekst.replace(".", "").replace(",", ".")) + 0  # -0 is 0
        except InvalidOperation:
            raise ValueError("Vul een gewoon getal in, bijvoorbeeld 1.234,5.") from None

    def _value(self) -> str:
        if self.raw_data:
            return schoon(str(self.raw_data[0]))
        return "" if self.data is None else toon_getal(self.data)


class BewerkFormulier(Formulier):
    """A form for a record that others may be editing too: it carries the values it started from (see bewerken)."""

    # Fields that only mean something together, by the name people know them by: of those both or neither are taken
    # from a colleague.
    GROEPEN: ClassVar[Mapping[str, Sequence[str]]] = {}

    basis = HiddenField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.botsingen: list[Botsing] = []

    def waarden(self) -> dict[str, Any]:
        """The fields as the columns they end up in."""
        raise NotImplementedError

    def groepen(self, *_standen: Mapping[str, Any]) -> Collection[Sequence[str]]:
        """The fields that belong together, given the values at the start, of a colleague and of the user."""
        return self.GROEPEN.values()

    def neem_over(self, waarden: dict[str, Any]) -> None:
        """Show these values instead of what was sent."""
        for naam, waarde in waarden.items():
            if naam in self:
                self[naam].data, self[naam].raw_data = waarde, None

    def label_van(self, groep: Sequence[str]) -> str:
        """Of a field, or of a group of them."""
        labels = {tuple(namen): label for label, namen in self.GROEPEN.items()}
        return labels.get(tuple(groep)) or str(self[groep[0]].label.text)

    def in_woorden(self, groep: Sequence[str], waarden: dict[str, Any]) -> str:
        """These fields as people read them; of more than one a line each, with its name."""
        namen = [naam for naam in groep if naam in self]
        regels = [(self[naam].label.text, self._toon(naam, waarden[naam])) for naam in namen]
        return regels[0][1] if len(regels) == 1 else "\n".join(f"{label}: {tekst}" for label, tekst in regels)

    def _toon(self, naam: str, waarde: Any) -> str:
        veld = self[naam]
        if isinstance(veld, SelectField):
            labels = {keuze.value: keuze.label for keuze in veld.choices or () if isinstance(keuze, SelectChoice)}
            return str(labels.get(_code(waarde)) or ("(bestaat niet meer)" if waarde else "(leeg)"))
        if isinstance(waarde, date):
            return toon_datum(waarde)
        return "(leeg)" if waarde in (None, "") else str(waarde)


def _code(waarde: Any) -> str:
    return waarde.value if isinstance(waarde, StrEnum) else str(waarde or "")
