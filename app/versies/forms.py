from datetime import date
from typing import Any
from urllib.parse import urlsplit

from wtforms import HiddenField
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from app.domain.structuur import JAREN
from app.domain.taal.datums import toon_datum, vandaag
from app.models import Notitie
from app.services.notities.versies import Besluit
from app.web.formulier import DatumVeld, Formulier, Tekst


def _is_adres(_form: Any, field: Any) -> None:
    try:
        delen = urlsplit(field.data or "")
    except ValueError:
        delen = urlsplit("")
    if delen.scheme not in ("http", "https") or not delen.hostname:
        raise ValidationError("Vul een heel internetadres in, dat begint met https://.")


class VaststelFormulier(Formulier):
    """`gezien`: the rev of the notitie when the page was made; `na`: the day of the decision on the version before."""

    datum = DatumVeld(
        "Datum van het besluit",
        geen_datum="Vul een datum in die bestaat, bijvoorbeeld 30-1-2020.",
        validators=[InputRequired("Vul de datum van het besluit in.")],
    )
    besluit = Tekst(
        "Welk besluit",
        validators=[DataRequired("Vul in welk besluit dit is, bijvoorbeeld: raadsbesluit."), Length(max=300)],
        description="Bijvoorbeeld: raadsbesluit of collegebesluit.",
    )
    nummer = Tekst("Nummer", validators=[Length(max=80)], description="Zoals het in het besluit staat.")
    link = Tekst("Link naar het besluit", validators=[Optional(), Length(max=500), _is_adres])
    gezien = HiddenField()
    na: date | None = None

    def begin_met(self, notitie: Notitie) -> None:
        self.gezien.data = str(notitie.rev)

    def is_gezien(self, notitie: Notitie) -> bool:
        """Whether the user looked at what is there now."""
        return bool(self.gezien.data == str(notitie.rev))

    def validate_datum(self, field: Any) -> None:
        if field.data is None:
            return
        if field.data > vandaag():
            raise ValidationError("Deze datum ligt in de toekomst. Stel de notitie vast als het besluit is genomen.")
        if field.data.year not in JAREN:
            raise ValidationError(f"Vul een datum in vanaf {JAREN[0]}.")
        if self.na is not None and field.data < self.na:
            raise ValidationError(
                f"De vorige versie is vastgesteld op {toon_datum(self.na)}; dit besluit kan niet eerder zijn genomen."
            )

    def als_besluit(self) -> Besluit:
        assert self.datum.data is not None
        return Besluit(self.datum.data, self.besluit.data or "", self.nummer.data or "", self.link.data or "")
