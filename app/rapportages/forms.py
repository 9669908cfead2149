"""The forms of a report, its chapters and its blocks."""

from collections.abc import Sequence
from typing import Any

from wtforms import SelectField
from wtforms.validators import DataRequired, Length

from app.domain.cijfers.indicator import Bloksoort
from app.domain.rapport import LANGSTE_TITEL
from app.models import Hoofdstuk, Indicator, Rapportblok, Thema
from app.web.formulier import LANG, BewerkFormulier, LangeTekst, Tekst, keuzes

TITEL = Length(max=LANGSTE_TITEL, message=f"Deze titel is te lang: gebruik hoogstens {LANGSTE_TITEL} tekens.")
OPMAAK = "Een nieuwe regel is een nieuwe alinea. Begin een regel met een streepje voor een opsomming."
ALLE_THEMAS = ""


def geheel_of_leeg(waarde: Any) -> int | None:
    """The id that was chosen. What is no number is no choice of the list, and is refused as such."""
    tekst = str(waarde or "")
    if not tekst:
        return None
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 12 else -1


class TitelFormulier(BewerkFormulier):
    titel = Tekst("Titel van het rapport", validators=[DataRequired("Geef het rapport een titel."), TITEL])

    def waarden(self) -> dict[str, Any]:
        return {"titel": self.titel.data}


class HoofdstukFormulier(BewerkFormulier):
    titel = Tekst("Titel", validators=[DataRequired("Geef het hoofdstuk een titel."), TITEL])
    duiding = LangeTekst(
        "Wat zien we in dit hoofdstuk?",
        validators=[LANG],
        description=f"De hoofdlijn, boven aan het hoofdstuk. {OPMAAK}",
        render_kw={"rows": 6},
    )

    def waarden(self) -> dict[str, Any]:
        return {"titel": self.titel.data, "duiding": self.duiding.data or ""}


class BlokFormulier(BewerkFormulier):
    """Only the fields that belong to its soort are left."""

    indicator_id = SelectField("Indicator", coerce=geheel_of_leeg, validators=[DataRequired("Kies een indicator.")])
    thema_id = SelectField("Thema", coerce=geheel_of_leeg)
    tekst = LangeTekst(
        "Tekst", validators=[DataRequired("Schrijf de tekst op."), LANG], description=OPMAAK, render_kw={"rows": 10}
    )
    hoofdstuk_id = SelectField("Hoofdstuk", coerce=geheel_of_leeg)

    def waarden(self) -> dict[str, Any]:
        return {naam: self[naam].data for naam in ("indicator_id", "thema_id", "tekst", "hoofdstuk_id") if naam in self}

    @staticmethod
    def waarden_van(blok: Rapportblok) -> dict[str, Any]:
        return {naam: getattr(blok, naam) for naam in (veld_van(blok.soort), "hoofdstuk_id")}

    def richt_in(self, soort: Bloksoort, *, indicatoren: Sequence[Indicator], themas: Sequence[Thema]) -> None:
        for naam in {"indicator_id", "thema_id", "tekst"} - {veld_van(soort)}:
            del self[naam]
        if veld_van(soort) == "indicator_id":
            self.indicator_id.choices = keuzes(("", "Kies een indicator"), *((str(i.id), i.naam) for i in indicatoren))
        if veld_van(soort) == "thema_id":
            namen = ((str(thema.id), f"{thema.nummer}. {thema.naam}") for thema in themas)
            self.thema_id.choices = keuzes((ALLE_THEMAS, "Alle thema’s"), *namen)

    def kies_hoofdstuk(self, hoofdstukken: Sequence[Hoofdstuk]) -> None:
        paren = ((str(h.id), f"{nummer}. {h.titel}") for nummer, h in enumerate(hoofdstukken, 1))
        self.hoofdstuk_id.choices = keuzes(*paren)


class BlokduidingFormulier(BewerkFormulier):
    """What is seen of the indicator of a block, in the period of its report."""

    tekst = LangeTekst(
        "Wat zien we?",
        validators=[LANG],
        description=f"Wat valt op, hoe komt dat, en wat betekent het? {OPMAAK}",
        render_kw={"rows": 10},
    )

    def waarden(self) -> dict[str, Any]:
        return {"tekst": self.tekst.data or ""}


def veld_van(soort: Bloksoort) -> str:
    """Which column says what a block of this soort is about."""
    return {Bloksoort.TEKST: "tekst", Bloksoort.VOORTGANG: "thema_id"}.get(soort, "indicator_id")
