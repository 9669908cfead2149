"""What to compare: which indicator, in which period, per what."""

from typing import TYPE_CHECKING

from wtforms import SelectField

from app.web.formulier import Formulier, keuzes

if TYPE_CHECKING:
    from app.indicatoren.vergelijken import Gekozen


class VergelijkFormulier(Formulier):
    indicator = SelectField("Indicator")
    periode = SelectField("Periode")
    noemer = SelectField("Per 1.000 van")

    @classmethod
    def met(cls, gekozen: "Gekozen") -> "VergelijkFormulier":
        form = cls(formdata=None, data={naam: str(w) for naam, w in gekozen.als_adres().items() if w is not None})
        form.indicator.choices = keuzes(("", "Kies een indicator"), *((str(i.id), i.naam) for i in gekozen.indicatoren))
        form.periode.choices = keuzes(*((p.code, p.label.capitalize()) for p in gekozen.periodes))
        form.noemer.choices = keuzes(
            ("geen", "Nergens van: de cijfers zelf"), *((str(i.id), i.naam) for i in gekozen.noemers)
        )
        return form
