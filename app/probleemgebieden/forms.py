"""The forms of a probleemgebied and of what hangs below it, one per kind of item."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from wtforms import BooleanField, HiddenField, IntegerField, RadioField, SelectField
from wtforms.validators import DataRequired, Length, Optional, ValidationError

from app.domain.notitie.bewaarvorm import streefwaarde_om_te_bewaren
from app.domain.streefwaarde.controle import controleer_streefwaarde
from app.domain.streefwaarde.in_woorden import in_woorden
from app.domain.streefwaarde.lezen import lees_streefwaarde
from app.domain.structuur import Prioriteit, Richting, Streefwaarde
from app.models import Doel, Indicatorregel, Probleemgebied
from app.services.logboek import als_json
from app.services.notities.structuur_van import streefwaarde_van, velden_van_streefwaarde
from app.web.conflict import als_basis
from app.web.formulier import JAAR, LANG, BewerkFormulier, GetalVeld, LangeTekst, Tekst, keuzes

# A number field of the browser knows no decimal comma, so it is a text field with a number keyboard.
GETAL = {"type": "text", "inputmode": "decimal"}
HOOGSTE = Decimal(10) ** 13


class GebiedFormulier(BewerkFormulier):
    naam = Tekst("Naam", validators=[DataRequired("Geef het probleemgebied een naam."), Length(max=300)])
    prioriteit = SelectField(
        "Prioriteit", choices=keuzes(("", "Geen"), *((p.value, p.value.capitalize()) for p in Prioriteit)), default=""
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

    tekst = LangeTekst("Tekst", validators=[DataRequired("Vul een tekst in."), LANG])

    @staticmethod
    def waarden_van(item: Any) -> dict[str, Any]:
        return {"tekst": item.tekst}

    def waarden(self) -> dict[str, Any]:
        return {"tekst": self.tekst.data}


class IndicatorFormulier(TekstFormulier):
    GROEPEN = {"Meet doel": ("doel_id", "los_nummer")}

    doel_id = SelectField("Meet doel", coerce=lambda waarde: int(waarde) if waarde else None)
    los_nummer: int | None = None

    def kies_uit(self, gebied: Probleemgebied, item: Indicatorregel | None) -> None:
        """An indicator that came without a doel may stay so until somebody knows where it belongs."""
        self.los_nummer = item.los_nummer if item else None
        los = [("", f"Nog geen doel (nummer {self.los_nummer} uit de tekst)")] if self.los_nummer else []
        doelen = [(str(doel.id), f"{doel.nummer}. {doel.tekst[:90]}") for doel in gebied.doelen]
        self.doel_id.choices = keuzes(*los, *doelen)

    @staticmethod
    def waarden_van(item: Any) -> dict[str, Any]:
        return {"tekst": item.tekst, "doel_id": item.doel_id, "los_nummer": item.los_nummer}

    def waarden(self) -> dict[str, Any]:
        los_nummer = None if self.doel_id.data else self.los_nummer
        return {"tekst": self.tekst.data, "doel_id": self.doel_id.data, "los_nummer": los_nummer}


def _past(_form: Any, field: Any) -> None:
    if field.data is not None and abs(field.data) >= HOOGSTE:
        raise ValidationError("Dit getal is te groot.")
    if field.data is not None and field.data != round(field.data, 4):
        raise ValidationError("Gebruik hoogstens vier cijfers achter de komma.")


STREEFWAARDE = ("richting", "minimum", "maximum", "eenheid", "doeljaar", "referentiejaar", "open")
ANDERS_DAN_DE_TEKST = (
    "U hebt hieronder zelf iets ingevuld, maar dit staat nog op 'Lees de streefwaarde uit de tekst'. "
    "Kies 'Ik vul de streefwaarde zelf in', of klik op 'Lees opnieuw uit de tekst'."
)


class DoelFormulier(TekstFormulier):
    """The streefwaarde is read from the text, unless the user says it himself."""

    GROEPEN = {"Streefwaarde": STREEFWAARDE}

    hoe = RadioField(
        "Streefwaarde",
        choices=keuzes(("lezen", "Lees de streefwaarde uit de tekst"), ("zelf", "Ik vul de streefwaarde zelf in")),
        default="lezen",
    )
    richting = SelectField(
        "Richting",
        choices=keuzes(
            (Richting.DALING.value, "Daling: minder of lager dan eerst"),
            (Richting.STIJGING.value, "Stijging: meer of hoger dan eerst"),
            (Richting.NIVEAU.value, "Niveau: een aantal of waarde halen"),
            (Richting.KWALITATIEF.value, "Kwalitatief: zonder getal"),
        ),
        default=Richting.KWALITATIEF.value,
    )
    minimum = GetalVeld("Van", render_kw=GETAL, validators=[Optional(), _past], description="Laagste waarde.")
    maximum = GetalVeld("Tot en met", render_kw=GETAL, validators=[Optional(), _past], description="Hoogste waarde.")
    eenheid = Tekst("Eenheid", validators=[Length(max=80)], description="Bijvoorbeeld procent, aantal, euro of weken.")
    doeljaar = IntegerField("Te halen in", validators=[Optional(), JAAR])
    referentiejaar = IntegerField("Vergeleken met", validators=[Optional(), JAAR])
    open = BooleanField("Het getal staat nog open (X)")
    # The figures as the page showed them: what differs from these was typed by the user.
    getoond = HiddenField()

    @staticmethod
    def waarden_van(item: Doel) -> dict[str, Any]:
        return {"tekst": item.tekst, **velden_van_streefwaarde(streefwaarde_van(item))}

    def begin(self, doel: Doel | None) -> None:
        """For a page that is opened: how the streefwaarde came about, and what is shown of it."""
        if doel is not None:
            self.hoe.data = "lezen" if streefwaarde_van(doel) == lees_om_te_bewaren(doel.tekst) else "zelf"
        self.getoond.data = self._ingevuld()

    def toon_gelezen(self) -> None:
        """Puts what was read from the text into the fields, so that the user can correct it."""
        self.neem_over(velden_van_streefwaarde(lees_om_te_bewaren(self.tekst.data or "")))
        self.getoond.data = self._ingevuld()

    def neem_over(self, waarden: dict[str, Any]) -> None:
        super().neem_over(waarden)
        if "minimum" in waarden:  # the figures of a colleague, who may have corrected what the text says
            gelezen = velden_van_streefwaarde(lees_om_te_bewaren(self.tekst.data or ""))
            self.hoe.data = "lezen" if all(gelezen[naam] == waarden[naam] for naam in STREEFWAARDE) else "zelf"
            self.getoond.data = self._ingevuld()

    def _ingevuld(self) -> str:
        return als_basis({naam: None if self[naam].data == "" else self[naam].data for naam in STREEFWAARDE})

    def _zelf_getypt(self) -> bool:
        return bool(self.getoond.data) and self.getoond.data != self._ingevuld()

    def streefwaarde(self) -> Streefwaarde:
        if self.hoe.data == "lezen":
            return lees_om_te_bewaren(self.tekst.data or "")
        kwalitatief = self.richting.data == Richting.KWALITATIEF
        return Streefwaarde(
            richting=Richting(self.richting.data),
            min=self.minimum.data,
            max=self.maximum.data,
            eenheid=None if kwalitatief else self.eenheid.data or None,
            doeljaar=self.doeljaar.data,
            referentiejaar=self.referentiejaar.data,
            open=self.open.data,
        )

    def waarden(self) -> dict[str, Any]:
        return {"tekst": self.tekst.data, **velden_van_streefwaarde(self.streefwaarde())}

    def groepen(self, *standen: Mapping[str, Any]) -> Collection[Sequence[str]]:
        """A streefwaarde that follows its text everywhere is no question of its own: it goes with the text."""
        if all(_volgt_de_tekst(stand) for stand in standen):
            return (("tekst", *STREEFWAARDE),)
        return self.GROEPEN.values()

    def in_woorden(self, groep: Sequence[str], waarden: dict[str, Any]) -> str:
        """The streefwaarde as one sentence instead of seven fields; with its text, the text says it."""
        if groep[0] != STREEFWAARDE[0]:
            return super().in_woorden(groep[:1], waarden)
        nu = {naam: waarden[naam] for naam in STREEFWAARDE}
        richting = Richting(nu.pop("richting"))
        return in_woorden(Streefwaarde(richting, nu.pop("minimum"), nu.pop("maximum"), **nu))

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if self.hoe.data == "lezen" and self._zelf_getypt():
            self.hoe.errors = [ANDERS_DAN_DE_TEKST]
            return False
        return self.hoe.data == "lezen" or self._klopt_streefwaarde()

    def _klopt_streefwaarde(self) -> bool:
        fouten = controleer_streefwaarde(self.streefwaarde())
        for naam, zin in fouten.items():
            self[{"min": "minimum", "max": "maximum"}.get(naam, naam)].errors = [zin]
        return not fouten


def lees_om_te_bewaren(tekst: str) -> Streefwaarde:
    """What the text says, unless it is a figure that no table can hold: then the sentence itself must say it."""
    return streefwaarde_om_te_bewaren(lees_streefwaarde(tekst))


def _volgt_de_tekst(waarden: Mapping[str, Any]) -> bool:
    gelezen = velden_van_streefwaarde(lees_om_te_bewaren(str(waarden.get("tekst") or "")))
    return als_json(gelezen) == als_json({naam: waarden.get(naam) for naam in gelezen})


FORMULIEREN: dict[str, type[TekstFormulier]] = {"doel": DoelFormulier, "indicator": IndicatorFormulier}


def formulier_voor(soort: str) -> type[TekstFormulier]:
    return FORMULIEREN.get(soort, TekstFormulier)
