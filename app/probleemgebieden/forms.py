"""The forms of a probleemgebied and of what hangs below it, one per kind of item."""

from decimal import Decimal
from typing import Any

from wtforms import BooleanField, DecimalField, IntegerField, RadioField, SelectField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from app.domain.streefwaarde import lees_streefwaarde
from app.domain.structuur import Prioriteit, Richting, Streefwaarde
from app.models import Doel, Probleemgebied
from app.services.structuur_van import streefwaarde_van, velden_van_streefwaarde
from app.web.formulier import BewerkFormulier, LangeTekst, Tekst

# A number field of the browser knows no decimal comma, so it is a text field with a number keyboard.
GETAL = {"type": "text", "inputmode": "decimal"}
HOOGSTE = Decimal(10) ** 13
JAAR = NumberRange(min=1900, max=2200, message="Vul een jaartal in van vier cijfers, bijvoorbeeld 2022.")
LANG = Length(max=50_000, message="Deze tekst is te lang: gebruik hoogstens 50.000 tekens.")


class GebiedFormulier(BewerkFormulier):
    naam = Tekst("Naam", validators=[InputRequired("Geef het probleemgebied een naam."), Length(max=300)])
    prioriteit = SelectField(
        "Prioriteit", choices=[("", "Geen"), *((p.value, p.value.capitalize()) for p in Prioriteit)], default=""
    )
    naam_in_lijst = Tekst(
        "Naam in de prioriteitenlijst",
        validators=[Length(max=300)],
        description="Alleen invullen als de lijst voorin de notitie een andere naam gebruikt.",
    )
    doelen_toelichting = LangeTekst("Toelichting bij de doelen", validators=[LANG])
    indicatoren_inleiding = LangeTekst("Inleiding bij de indicatoren", validators=[LANG])
    toelichting = LangeTekst("Toelichting", validators=[LANG])

    @staticmethod
    def waarden_van(gebied: Probleemgebied) -> dict[str, Any]:
        namen = ("naam", "prioriteit", "naam_in_lijst", "doelen_toelichting", "indicatoren_inleiding", "toelichting")
        return {naam: getattr(gebied, naam) for naam in namen}

    def waarden(self) -> dict[str, Any]:
        return {
            "naam": self.naam.data,
            "prioriteit": Prioriteit(self.prioriteit.data) if self.prioriteit.data else None,
            "naam_in_lijst": self.naam_in_lijst.data or None,
            "doelen_toelichting": self.doelen_toelichting.data or "",
            "indicatoren_inleiding": self.indicatoren_inleiding.data or "",
            "toelichting": self.toelichting.data or "",
        }


class TekstFormulier(BewerkFormulier):
    """For an item that is a text and nothing else."""

    tekst = LangeTekst("Tekst", validators=[InputRequired("Vul een tekst in."), LANG])

    @staticmethod
    def waarden_van(item: Any) -> dict[str, Any]:
        return {"tekst": item.tekst}

    def waarden(self) -> dict[str, Any]:
        return {"tekst": self.tekst.data}


class IndicatorFormulier(TekstFormulier):
    doel_id = SelectField("Meet doel", coerce=lambda waarde: int(waarde) if waarde else None)

    def kies_uit(self, gebied: Probleemgebied) -> None:
        self.doel_id.choices = [(doel.id, f"{doel.nummer}. {doel.tekst[:90]}") for doel in gebied.doelen]

    @staticmethod
    def waarden_van(item: Any) -> dict[str, Any]:
        return {"tekst": item.tekst, "doel_id": item.doel_id, "los_nummer": item.los_nummer}

    def waarden(self) -> dict[str, Any]:
        return {"tekst": self.tekst.data, "doel_id": self.doel_id.data, "los_nummer": None}


def _eindig(_form: Any, field: Any) -> None:
    if field.data is not None and (not field.data.is_finite() or abs(field.data) >= HOOGSTE):
        raise ValidationError("Vul een gewoon getal in, bijvoorbeeld 1.234,5.")
    if field.data is not None and field.data != round(field.data, 4):
        raise ValidationError("Gebruik hoogstens vier cijfers achter de komma.")


class DoelFormulier(TekstFormulier):
    """The streefwaarde is read from the text, unless the user says it himself."""

    hoe = RadioField(
        "Streefwaarde",
        choices=[("lezen", "Lees de streefwaarde uit de tekst"), ("zelf", "Ik vul de streefwaarde zelf in")],
        default="lezen",
    )
    richting = SelectField(
        "Richting",
        choices=[
            (Richting.DALING.value, "Daling: minder of lager dan eerst"),
            (Richting.STIJGING.value, "Stijging: meer of hoger dan eerst"),
            (Richting.NIVEAU.value, "Niveau: een aantal of waarde halen"),
            (Richting.KWALITATIEF.value, "Kwalitatief: zonder getal"),
        ],
        default=Richting.KWALITATIEF.value,
    )
    minimum = DecimalField("Van", use_locale=True, render_kw=GETAL, validators=[Optional(), _eindig], description="Laagste waarde.")
    maximum = DecimalField("Tot en met", use_locale=True, render_kw=GETAL, validators=[Optional(), _eindig], description="Hoogste waarde.")
    eenheid = Tekst("Eenheid", validators=[Length(max=80)], description="Bijvoorbeeld procent, aantal, euro of weken.")
    doeljaar = IntegerField("Te halen in", validators=[Optional(), JAAR])
    referentiejaar = IntegerField("Vergeleken met", validators=[Optional(), JAAR])
    open = BooleanField("Het getal staat nog open (X)")

    @staticmethod
    def waarden_van(item: Doel) -> dict[str, Any]:
        return {"tekst": item.tekst, **velden_van_streefwaarde(streefwaarde_van(item))}

    def kies_hoe(self, doel: Doel) -> None:
        self.hoe.data = "lezen" if streefwaarde_van(doel) == lees_streefwaarde(doel.tekst) else "zelf"

    def streefwaarde(self) -> Streefwaarde:
        if self.hoe.data == "lezen":
            return lees_streefwaarde(self.tekst.data or "")
        zonder_getal = self.open.data or self.richting.data == Richting.KWALITATIEF
        return Streefwaarde(
            richting=Richting(self.richting.data),
            min=None if zonder_getal else self.minimum.data,
            max=None if zonder_getal else self.maximum.data,
            eenheid=None if self.richting.data == Richting.KWALITATIEF else self.eenheid.data or None,
            doeljaar=self.doeljaar.data,
            referentiejaar=self.referentiejaar.data,
            open=self.open.data,
        )

    def waarden(self) -> dict[str, Any]:
        return {"tekst": self.tekst.data, **velden_van_streefwaarde(self.streefwaarde())}

    def toon_gelezen(self) -> None:
        """Puts what was read from the text into the fields, so that the user can correct it."""
        gelezen = velden_van_streefwaarde(lees_streefwaarde(self.tekst.data or ""))
        for naam, waarde in gelezen.items():
            veld = self[naam]
            veld.data = waarde
            veld.raw_data = None

    def validate(self, extra_validators: Any = None) -> bool:
        return bool(super().validate(extra_validators)) and (self.hoe.data == "lezen" or self._klopt_streefwaarde())

    def _klopt_streefwaarde(self) -> bool:
        laag, hoog = self.minimum.data, self.maximum.data
        fouten: list[tuple[Any, str]] = []
        if laag is not None and hoog is not None and hoog < laag:
            fouten.append((self.maximum, "De hoogste waarde is lager dan de laagste."))
        if self.open.data and (laag is not None or hoog is not None):
            fouten.append((self.open, "Een doel dat nog openstaat heeft geen getal: haal het getal weg of het vinkje."))
        if self.richting.data == Richting.KWALITATIEF and (laag is not None or hoog is not None):
            fouten.append((self.richting, "Een kwalitatief doel heeft geen getal: kies een andere richting."))
        if self.richting.data != Richting.KWALITATIEF and not self.open.data and laag is None and hoog is None:
            fouten.append((self.minimum, "Vul een waarde in, of vink aan dat het getal nog openstaat."))
        for veld, zin in fouten:
            veld.errors = [*veld.errors, zin]
        return not fouten


FORMULIEREN: dict[str, type[TekstFormulier]] = {"doel": DoelFormulier, "indicator": IndicatorFormulier}


def formulier_voor(soort: str) -> type[TekstFormulier]:
    return FORMULIEREN.get(soort, TekstFormulier)
