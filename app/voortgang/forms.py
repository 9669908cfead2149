"""The forms of voortgang."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from wtforms import BooleanField, RadioField, SelectField, SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its type stubs
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from app.domain.planning.lezen import Planning, lees_planning
from app.domain.voortgang.overzicht import RegelStand
from app.domain.voortgang.periode import OngeldigePeriode, lees_periode
from app.domain.voortgang.structuur import Kleur, Status
from app.models import Gebruiker, Maatregel, Rapportageperiode, Thema
from app.services.voortgang.regel_vullen import UITLEG, alineas
from app.web.formulier import BewerkFormulier, DatumVeld, Formulier, GetalVeld, LangeTekst, Tekst, keuzes

TEKENS = 50_000
LANG = Length(max=TEKENS, message="Deze tekst is te lang: gebruik hoogstens 50.000 tekens.")
KORT = Length(max=2_000, message="Deze tekst is te lang: gebruik hoogstens 2.000 tekens.")
DATUM = "Vul een datum in die bestaat, bijvoorbeeld 31-01-2020."
NAAM = Length(max=1_000, message="Deze naam is te lang: gebruik hoogstens 1.000 tekens.")


class PeriodeFormulier(Formulier):
    code = Tekst(
        "Periode",
        validators=[DataRequired("Vul een periode in, bijvoorbeeld 2020-H1.")],
        description="Een halfjaar (2020-H1), een kwartaal (2020-Q3) of een jaar (2020).",
        render_kw={"class": "invoer--kort", "autocomplete": "off"},
    )
    sluit_op = DatumVeld(
        "Sluit op",
        geen_datum=DATUM,
        validators=[Optional()],
        description="Leeg: een maand na het einde van de periode.",
    )

    def validate_code(self, veld: Any) -> None:
        try:
            veld.data = lees_periode(veld.data).code
        except OngeldigePeriode as fout:
            raise ValidationError(str(fout)) from None


class SluitdatumFormulier(BewerkFormulier):
    sluit_op = DatumVeld("Sluit op", geen_datum=DATUM, validators=[InputRequired(DATUM)])

    @staticmethod
    def waarden_van(periode: Rapportageperiode) -> dict[str, Any]:
        return {"sluit_op": periode.sluit_op}

    def waarden(self) -> dict[str, Any]:
        return {"sluit_op": self.sluit_op.data}


class SluitFormulier(Formulier):
    toch = BooleanField("Toch sluiten, ook al is niet alles akkoord")


class RedenFormulier(Formulier):
    reden = LangeTekst("Reden", validators=[DataRequired("Schrijf op waarom de periode weer open moet."), KORT])


class RegelFormulier(BewerkFormulier):
    """One row. Without a status chosen by hand it is the one in the planning."""

    GROEPEN = {"Planning en status": ("planning", "status"), "Kleur en uitleg": ("kleur", *UITLEG)}

    voortgang = LangeTekst("Voortgang", validators=[LANG])
    planning = LangeTekst("Planning", validators=[KORT])
    status = SelectField(
        "Status", choices=keuzes(("", "Uit de planning gelezen"), *((s.value, s.label) for s in Status)), default=""
    )
    kleur = RadioField("Kleur", choices=keuzes(("", "Geen"), *((k.value, k.label) for k in Kleur)), default="")
    oorzaak = LangeTekst("Oorzaak", validators=[LANG])
    gevolg = LangeTekst("Gevolg", validators=[LANG])
    bijsturing = LangeTekst("Bijsturing", validators=[LANG])

    VELDEN: ClassVar[Sequence[str]] = ("voortgang", "planning", "status", "kleur", *UITLEG)

    def __init__(self, periode: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.peil = periode.tot

    def waarden(self) -> dict[str, Any]:
        tekst, planning = self.voortgang.data or "", "\n".join(alineas(self.planning.data or ""))
        gekozen = Status(self.status.data) if self.status.data else None
        return {
            "voortgang": tekst,
            "planning": planning,
            "status": gekozen or afgeleide_status(lees_planning(alineas(planning), self.peil), tekst),
            "kleur": Kleur(self.kleur.data) if self.kleur.data else None,
            **{naam: self[naam].data or "" for naam in UITLEG},
        }

    def neem_over(self, waarden: dict[str, Any]) -> None:
        codes = {naam: waarden[naam] or "" for naam in ("status", "kleur") if naam in waarden}
        super().neem_over(waarden | codes)

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if not self.kleur.data or not Kleur(self.kleur.data).vraagt_uitleg:
            return True
        leeg = [naam for naam in UITLEG if not self[naam].data]
        for naam in leeg:
            self[naam].errors = [f"Bij {self.kleur.data} hoort een {naam}."]
        return not leeg


def afgeleide_status(planning: Planning, voortgang: str) -> Status | None:
    """As bewaar_regel decides when nobody chose."""
    return planning.status or (Status.NIET_GESTART if voortgang else None)


def regel_waarden(regel: Any) -> dict[str, Any]:
    """What RegelFormulier edits, of a row or of its picture."""
    return {naam: getattr(regel, naam) for naam in RegelFormulier.VELDEN}


def regel_velden(regel: RegelStand, planning: Planning) -> dict[str, str]:
    """The same as the fields show it: no status when it is the one that follows from the planning."""
    waarden = {naam: str(waarde or "") for naam, waarde in regel_waarden(regel).items()}
    if regel.status == afgeleide_status(planning, regel.voortgang):
        waarden["status"] = ""
    return waarden


class TerugstuurFormulier(Formulier):
    opmerking = LangeTekst("Opmerking", validators=[DataRequired("Schrijf erbij wat er nog moet gebeuren."), KORT])


class ThemaFormulier(BewerkFormulier):
    naam = Tekst("Naam", validators=[DataRequired("Geef het thema een naam."), NAAM])

    @staticmethod
    def waarden_van(thema: Thema) -> dict[str, Any]:
        return {"naam": thema.naam}

    def waarden(self) -> dict[str, Any]:
        return {"naam": self.naam.data}


def _nummer(waarde: Any) -> int | None:
    return int(waarde) if waarde and str(waarde).isascii() and str(waarde).isdecimal() else None


def _past(_form: Any, veld: Any) -> None:
    if veld.data is not None and (not 0 < veld.data < 10_000 or veld.data != round(veld.data, 2)):
        raise ValidationError("Vul een aantal fte in boven 0, met hoogstens twee cijfers achter de komma.")


class MaatregelFormulier(BewerkFormulier):
    thema_id = SelectField("Thema", coerce=_nummer)
    letter = Tekst(
        "Letter",
        description="Bijvoorbeeld a; leeg als de maatregel geen letter heeft.",
        render_kw={"class": "invoer--kort"},
    )
    naam = Tekst("Naam", validators=[DataRequired("Geef de maatregel een naam."), NAAM])
    eigenaar_id = SelectField(
        "Eigenaar", coerce=_nummer, description="Wie over deze maatregel rapporteert en herinneringen krijgt."
    )
    fte = GetalVeld(
        "Formatie in fte",
        validators=[Optional(), _past],
        render_kw={"type": "text", "inputmode": "decimal"},
        description="Bijvoorbeeld 0,5.",
    )
    interventie_ids = SelectMultipleField(
        "Voert deze interventies uit",
        coerce=_nummer,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validate_choice=False,
    )

    def kies_uit(
        self, *, themas: Sequence[Thema], eigenaren: Sequence[Gebruiker], interventies: Sequence[tuple[int, str]]
    ) -> None:
        self.thema_id.choices = keuzes(*((str(t.id), f"{t.nummer}. {t.naam}") for t in themas))
        self.eigenaar_id.choices = keuzes(("", "Nog niemand"), *((str(g.id), g.naam) for g in eigenaren))
        self.interventie_ids.choices = keuzes(*((str(id_), label) for id_, label in interventies))

    @staticmethod
    def waarden_van(maatregel: Maatregel, interventie_ids: list[int]) -> dict[str, Any]:
        namen = ("thema_id", "letter", "naam", "eigenaar_id", "fte")
        return {naam: getattr(maatregel, naam) for naam in namen} | {"interventie_ids": interventie_ids}

    def waarden(self) -> dict[str, Any]:
        gekozen = (id_ for id_ in self.interventie_ids.data or () if id_ is not None)
        return {
            "thema_id": self.thema_id.data,
            "letter": self.letter.data or None,
            "naam": self.naam.data,
            "eigenaar_id": self.eigenaar_id.data,
            "fte": self.fte.data,
            "interventie_ids": sorted(set(gekozen)),
        }

    def _toon(self, naam: str, waarde: Any) -> str:
        if naam == "interventie_ids":
            labels = {
                keuze.value: keuze.label
                for keuze in self.interventie_ids.choices or ()
                if isinstance(keuze, SelectChoice)
            }
            return "\n".join(labels.get(str(id_), str(id_)) for id_ in waarde) or "(geen)"
        return super()._toon(naam, waarde)


class KleurenFormulier(BewerkFormulier):
    groen = LangeTekst("Groen betekent", validators=[KORT])
    oranje = LangeTekst("Oranje betekent", validators=[KORT])
    rood = LangeTekst("Rood betekent", validators=[KORT])

    @staticmethod
    def waarden_van(definities: Mapping[Kleur, str]) -> dict[str, Any]:
        return {kleur.value: definities.get(kleur, "") for kleur in Kleur}

    def waarden(self) -> dict[str, Any]:
        return {kleur.value: self[kleur.value].data or "" for kleur in Kleur}
