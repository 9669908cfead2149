"""The forms of one figure: a new one, a correction, and where a series started."""

from datetime import date
from decimal import Decimal
from typing import Any

from wtforms import BooleanField, SelectField
from wtforms.validators import DataRequired, Length, ValidationError

from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.meetperiode import Meetperiode, OngeldigeMeetperiode, lees_meetperiode
from app.domain.cijfers.meetwaarde import OngeldigeWaarde, controleer_waarde, lees_meetwaarde
from app.domain.structuur import JAREN
from app.domain.taal.datums import lees_datum, toon_datum
from app.domain.taal.getallen import toon_getal
from app.models import Indicator, Meting
from app.web.formulier import BewerkFormulier, Formulier, LangeTekst, Tekst, keuzes

KORT = Length(max=2_000, message="Deze tekst is te lang: gebruik hoogstens 2.000 tekens.")
GETAL = {"inputmode": "decimal", "autocomplete": "off", "class": "invoer--kort"}
STER = "*"


def lees_waarde(tekst: str, indicator: Indicator) -> Decimal:
    """As people type it, and possible for this indicator. Raises OngeldigeWaarde."""
    waarde = lees_meetwaarde(tekst, eenheid=indicator.eenheid)
    controleer_waarde(waarde, indicator.eenheid, minimum=indicator.ondergrens, maximum=indicator.bovengrens)
    return waarde


class Waardevelden:
    """What the forms of a figure share: the value, read and checked with the unit and the limits of the indicator."""

    indicator: Indicator
    getal: Decimal | None = None

    def validate_waarde(self, veld: Any) -> None:
        if not veld.data:
            return
        try:
            self.getal = lees_waarde(veld.data.removesuffix(STER), self.indicator)
        except OngeldigeWaarde as fout:
            raise ValidationError(str(fout)) from None


class MetingFormulier(Waardevelden, Formulier):
    periode = Tekst(
        "Periode",
        validators=[DataRequired("Vul een periode in, bijvoorbeeld 2020, 2019-H1 of juli 2020.")],
        render_kw={"autocomplete": "off", "class": "invoer--kort"},
    )
    waarde = Tekst("Waarde", validators=[DataRequired("Vul het cijfer in.")], render_kw=GETAL, getal=True)
    voorlopig = BooleanField("Voorlopig cijfer")
    soort = SelectField("Soort", choices=keuzes(*((s.value, s.value.capitalize()) for s in Reekssoort)))
    gebied = Tekst("Gebied", validators=[Length(max=200)], description="Leeg: uw eigen organisatie.")
    bron = Tekst("Bron", validators=[KORT], description="Alleen als die anders is dan bij de indicator staat.")
    reden = Tekst("Waarom verandert dit cijfer?", validators=[KORT])

    def __init__(self, indicator: Indicator, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.indicator = indicator

    def validate_periode(self, veld: Any) -> None:
        try:
            lees_meetperiode(veld.data)
        except OngeldigeMeetperiode as fout:
            raise ValidationError(str(fout)) from None

    @property
    def meetperiode(self) -> Meetperiode:
        return lees_meetperiode(self.periode.data or "")

    @property
    def is_voorlopig(self) -> bool:
        return bool(self.voorlopig.data) or (self.waarde.data or "").endswith(STER)


class CorrectieFormulier(Waardevelden, BewerkFormulier):
    """`reden` is no column of the figure: it goes with what the figure said before."""

    GROEPEN = {"Waarde": ("waarde", "voorlopig")}

    waarde = Tekst("Waarde", validators=[DataRequired("Vul het cijfer in.")], render_kw=GETAL, getal=True)
    voorlopig = BooleanField("Voorlopig cijfer")
    bron = Tekst("Bron", validators=[KORT], description="Alleen als die anders is dan bij de indicator staat.")
    toelichting = LangeTekst("Toelichting", validators=[KORT], description="Wat moet de lezer bij dit cijfer weten?")
    reden = Tekst(
        "Waarom verandert dit cijfer?",
        validators=[KORT],
        description="Nodig als de waarde anders wordt. Staat in de geschiedenis, bij het oude cijfer.",
    )

    def __init__(self, rij: Meting, **kwargs: Any) -> None:
        super().__init__(data=self.waarden_van(rij) | {"waarde": toon_getal(rij.waarde)}, **kwargs)
        self.indicator, self.oud = rij.reeks.indicator, rij.waarde

    @staticmethod
    def waarden_van(rij: Meting) -> dict[str, Any]:
        return {naam: getattr(rij, naam) for naam in ("waarde", "voorlopig", "bron", "toelichting")}

    def waarden(self) -> dict[str, Any]:
        return {
            "waarde": self.getal,
            "voorlopig": bool(self.voorlopig.data) or (self.waarde.data or "").endswith(STER),
            "bron": self.bron.data or "",
            "toelichting": self.toelichting.data or "",
        }

    def neem_over(self, waarden: dict[str, Any]) -> None:
        getal = {"waarde": toon_getal(waarden["waarde"])} if "waarde" in waarden else {}
        super().neem_over(waarden | getal)

    def _toon(self, naam: str, waarde: Any) -> str:
        if naam == "voorlopig":
            return "voorlopig" if waarde else "definitief"
        return toon_getal(waarde) if naam == "waarde" else super()._toon(naam, waarde)

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if self.getal == self.oud or self.reden.data:
            return True
        self.reden.errors = ["Schrijf op waarom het cijfer verandert."]
        return False


class NulmetingFormulier(Waardevelden, BewerkFormulier):
    GROEPEN = {"Nulmeting": ("datum", "waarde")}

    datum = Tekst(
        "Datum",
        description="Op welke dag gold deze waarde? Bijvoorbeeld 31-12-2019.",
        render_kw={"autocomplete": "off", "class": "invoer--middel"},
    )
    waarde = Tekst(
        "Waarde", render_kw=GETAL, getal=True, description="Maak beide velden leeg om de nulmeting weg te halen."
    )

    def __init__(self, indicator: Indicator, huidig: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(data=_in_velden(huidig), **kwargs)
        self.indicator = indicator

    def waarden(self) -> dict[str, Any]:
        return {"datum": lees_datum(self.datum.data or ""), "waarde": self.getal}

    def neem_over(self, waarden: dict[str, Any]) -> None:
        super().neem_over(_in_velden(waarden))

    def _toon(self, naam: str, waarde: Any) -> str:
        return toon_getal(waarde) if isinstance(waarde, Decimal) else super()._toon(naam, waarde)

    def validate_datum(self, veld: Any) -> None:
        if not veld.data:
            return
        datum = lees_datum(veld.data)
        if datum is None or datum.year not in JAREN:
            raise ValidationError("Vul een datum in die bestaat, bijvoorbeeld 31-12-2019.")

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if bool(self.datum.data) == bool(self.waarde.data):
            return True
        leeg = self.datum if not self.datum.data else self.waarde
        leeg.errors = ["Vul de datum en de waarde allebei in, of laat ze allebei leeg."]
        return False


def _in_velden(waarden: dict[str, Any]) -> dict[str, str]:
    return {naam: _in_veld(waarde) for naam, waarde in waarden.items()}


def _in_veld(waarde: Any) -> str:
    if isinstance(waarde, date):
        return toon_datum(waarde)
    return "" if waarde is None else toon_getal(waarde)
