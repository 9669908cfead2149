"""The form of an indicator, of the threshold, and of what people say about figures."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from wtforms import BooleanField, IntegerField, SelectField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional, ValidationError

from app.domain.cijfers.indicator import (
    EENHEDEN,
    HOOGSTE_DREMPEL,
    LAAGSTE_DREMPEL,
    STANDAARD_DREMPEL,
    Gunstig,
    Meetfrequentie,
)
from app.domain.cijfers.indicatornaam import kale_eenheid
from app.models import Indicator
from app.web.formulier import LANG, BewerkFormulier, GetalVeld, LangeTekst, Tekst, keuzes

ANDERS = "anders"
GETAL = {"type": "text", "inputmode": "decimal"}
HOOGSTE = Decimal(10) ** 13


def past_in_tabel(_form: Any, veld: Any) -> None:
    if veld.data is not None and abs(veld.data) >= HOOGSTE:
        raise ValidationError("Dit getal is te groot.")
    if veld.data is not None and veld.data != round(veld.data, 4):
        raise ValidationError("Gebruik hoogstens vier cijfers achter de komma.")


class MeetindicatorFormulier(BewerkFormulier):
    GROEPEN = {"Laagste en hoogste waarde": ("ondergrens", "bovengrens")}

    naam = Tekst(
        "Naam",
        validators=[DataRequired("Geef de indicator een naam."), Length(max=300)],
        description="Kort en herkenbaar, bijvoorbeeld: Aandeel jongeren met jeugdhulp.",
    )
    eenheid = SelectField(
        "Eenheid",
        choices=keuzes(*((naam, naam.capitalize()) for naam in EENHEDEN), (ANDERS, "Een andere eenheid")),
        description="Kies Aantal als u mensen telt: kleine aantallen worden dan afgeschermd voor wie ze niet mag zien.",
    )
    eigen_eenheid = Tekst(
        "Andere eenheid",
        validators=[Length(max=40, message="Gebruik hoogstens 40 tekens.")],
        description="Alleen invullen als u hierboven 'Een andere eenheid' koos, bijvoorbeeld trajecten of fte.",
    )
    frequentie = SelectField(
        "Hoe vaak komt er een cijfer",
        choices=keuzes(*((f.value, f.label.capitalize()) for f in reversed(Meetfrequentie))),
        default=Meetfrequentie.JAAR.value,
        description="Hieruit volgt welke periode u de volgende keer invult.",
    )
    gunstig = SelectField(
        "Wat is gunstig",
        choices=keuzes(
            ("", "Volgt het doel"), (Gunstig.HOGER.value, "Hoger is beter"), (Gunstig.LAGER.value, "Lager is beter")
        ),
        default="",
        description="Een doel zegt meestal zelf of het cijfer omhoog of omlaag moet.",
    )
    definitie = LangeTekst(
        "Definitie",
        validators=[LANG],
        description="Wat telt precies mee, en wat niet? Iemand anders moet er op hetzelfde cijfer mee uitkomen.",
    )
    bron = LangeTekst(
        "Bron", validators=[LANG], description="Waar komt het cijfer vandaan, bijvoorbeeld CBS, peildatum 1 januari."
    )
    ondergrens = GetalVeld(
        "Laagste waarde die kan",
        render_kw=GETAL,
        validators=[Optional(), past_in_tabel],
        description="Een cijfer eronder wordt geweigerd. Meestal 0.",
    )
    bovengrens = GetalVeld(
        "Hoogste waarde die kan",
        render_kw=GETAL,
        validators=[Optional(), past_in_tabel],
        description="Een cijfer erboven wordt geweigerd. Bij een aandeel meestal 100.",
    )
    noemer_id = SelectField(
        "Noemer",
        coerce=lambda waarde: int(waarde) if waarde else None,
        description="Waardoor u deelt om gemeenten te vergelijken. Per 1.000 jongeren? Kies dan het aantal jongeren.",
    )
    gedeeld = BooleanField(
        "Delen met de gemeenten in de regio",
        description="Zij kunnen er dan hun eigen cijfers bij zetten, en u kunt met elkaar vergelijken.",
    )

    def kies_uit(self, indicatoren: Sequence[Indicator], zelf: Indicator | None) -> None:
        """`zelf`: the one that is edited, which cannot be divided by itself."""
        anderen = [(str(i.id), i.naam) for i in indicatoren if zelf is None or i.id != zelf.id]
        if zelf is not None and zelf.noemer is not None and str(zelf.noemer.id) not in dict(anderen):
            anderen.append((str(zelf.noemer.id), zelf.noemer.naam))
        self.noemer_id.choices = keuzes(("", "Geen noemer"), *anderen)

    @staticmethod
    def waarden_van(indicator: Indicator) -> dict[str, Any]:
        namen = (
            "naam", "eenheid", "frequentie", "gunstig", "definitie", "bron",
            "ondergrens", "bovengrens", "noemer_id", "gedeeld",
        )  # fmt: skip
        return {naam: getattr(indicator, naam) for naam in namen}

    @staticmethod
    def velden_van(waarden: dict[str, Any]) -> dict[str, Any]:
        """The columns as the fields show them: a unit of one's own stands in a field beside the list."""
        eenheid = waarden.get("eenheid")
        if eenheid is None:
            return waarden
        eigen = eenheid not in EENHEDEN
        return waarden | {"eenheid": ANDERS if eigen else eenheid, "eigen_eenheid": eenheid if eigen else ""}

    def waarden(self) -> dict[str, Any]:
        return {
            "naam": self.naam.data,
            "eenheid": self._eenheid(),
            "frequentie": Meetfrequentie(self.frequentie.data),
            "gunstig": Gunstig(self.gunstig.data) if self.gunstig.data else None,
            "definitie": self.definitie.data or "",
            "bron": self.bron.data or "",
            "ondergrens": self.ondergrens.data,
            "bovengrens": self.bovengrens.data,
            "noemer_id": self.noemer_id.data,
            "gedeeld": self.gedeeld.data,
        }

    def _eenheid(self) -> str:
        """ "%" is the procent of the list, and "Aantal" its aantal: that one protects small counts."""
        if self.eenheid.data != ANDERS:
            return str(self.eenheid.data)
        return kale_eenheid(self.eigen_eenheid.data or "")

    def neem_over(self, waarden: dict[str, Any]) -> None:
        codes = {naam: waarden[naam] or "" for naam in ("gunstig", "noemer_id") if naam in waarden}
        super().neem_over(self.velden_van(waarden | codes))

    def _toon(self, naam: str, waarde: Any) -> str:
        if naam == "gedeeld":
            return "ja" if waarde else "nee"
        return str(waarde) if naam == "eenheid" else super()._toon(naam, waarde)

    def validate_eigen_eenheid(self, veld: Any) -> None:
        if self.eenheid.data == ANDERS and not veld.data:
            raise ValidationError("Schrijf op in welke eenheid u meet.")
        if self.eenheid.data != ANDERS and veld.data:
            raise ValidationError("Kies hierboven 'Een andere eenheid', of maak dit veld leeg.")

    def validate_bovengrens(self, veld: Any) -> None:
        if veld.data is not None and self.ondergrens.data is not None and veld.data < self.ondergrens.data:
            raise ValidationError("De hoogste waarde ligt onder de laagste.")


DREMPELGRENZEN = (
    f"Vul een getal in van {LAAGSTE_DREMPEL} tot en met {HOOGSTE_DREMPEL}. Lager kan niet: dan zijn mensen herkenbaar."
)


class DrempelFormulier(BewerkFormulier):
    drempel = IntegerField(
        "Drempel",
        validators=[
            InputRequired(DREMPELGRENZEN),
            NumberRange(min=LAAGSTE_DREMPEL, max=HOOGSTE_DREMPEL, message=DREMPELGRENZEN),
        ],
        description=f"Bij {STANDAARD_DREMPEL} staat er '< {STANDAARD_DREMPEL}' in plaats van 1, 2, 3 of 4.",
    )
    reden = LangeTekst(
        f"Waarom lager dan {STANDAARD_DREMPEL}?",
        validators=[Length(max=2_000, message="Gebruik hoogstens 2.000 tekens.")],
        description="Alleen nodig voor een lagere drempel. De reden blijft in het logboek staan.",
    )

    def waarden(self) -> dict[str, Any]:
        return {"drempel": self.drempel.data}

    def validate_reden(self, veld: Any) -> None:
        laag = self.drempel.data is not None and LAAGSTE_DREMPEL <= self.drempel.data < STANDAARD_DREMPEL
        if laag and not veld.data:
            raise ValidationError(
                f"Bij {self.drempel.data} zijn minder aantallen verborgen dan gebruikelijk. Schrijf op waarom dat mag."
            )


class DuidingFormulier(BewerkFormulier):
    tekst = LangeTekst(
        "Wat zien we?",
        validators=[LANG],
        description="Wat valt op, hoe komt dat, en wat betekent het? Maak het veld leeg om de duiding weg te halen.",
        render_kw={"rows": 8},
    )

    def waarden(self) -> dict[str, Any]:
        return {"tekst": self.tekst.data or ""}
