"""The filters above the overview, and the forms of the import."""

from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, HiddenField, SelectField, SelectMultipleField
from wtforms.validators import ValidationError

from app.domain.voortgang.periode import OngeldigePeriode, lees_periode
from app.domain.voortgang.structuur import Kleur, Status
from app.voortgang_overzicht.document import KLEUR, STATUS
from app.web.formulier import Formulier, Tekst, keuzes


class FilterFormulier(Formulier):
    """Sent with GET; app.voortgang_overzicht.filters reads the address itself and fills this."""

    class Meta(Formulier.Meta):
        csrf = False

    thema = SelectField("Thema", choices=[], validate_choice=False)
    status = SelectField("Status", choices=[], validate_choice=False)
    kleur = SelectField("Kleur", choices=[], validate_choice=False)
    eigenaar = SelectField("Eigenaar", choices=[], validate_choice=False)
    te_laat = BooleanField("Over de planning heen", name="te-laat")
    veranderd = BooleanField("Veranderd", name="veranderd")
    niet_ingevuld = BooleanField("Nog niet ingevuld", name="niet-ingevuld")

    def vul_vaste_keuzes(self) -> None:
        self.status.choices = keuzes(("", "Alle statussen"), *((s.value.replace(" ", "-"), s.label) for s in Status))
        self.kleur.choices = keuzes(("", "Alle kleuren"), *((k.value, k.label) for k in Kleur))


class ExportFormulier(Formulier):
    kolommen = SelectMultipleField("Extra kolommen", choices=keuzes((STATUS, "Status"), (KLEUR, "Kleur met uitleg")))


class UploadFormulier(Formulier):
    bestand = FileField(
        "Word-, PDF- of tekstbestand",
        validators=[FileRequired("Kies eerst een bestand.")],
        description="Een rapportage als .docx, .odt, PDF of gewone tekst (.txt), met voortgangstabellen, "
        "hoogstens 20 MB. U ziet eerst wat er is herkend; daarna kiest u of u het overneemt.",
        render_kw={"accept": ".docx,.odt,.pdf,.txt,.md,text/plain"},
    )
    periode = Tekst(
        "Periode",
        description="Bijvoorbeeld 2019-H1, 2020-Q3 of 2020. Laat leeg als de periode in het document staat.",
    )

    def validate_periode(self, field: Tekst) -> None:
        if not field.data:
            return
        try:
            field.data = lees_periode(field.data).code
        except OngeldigePeriode as fout:
            raise ValidationError(str(fout)) from None


class BevestigFormulier(Formulier):
    """`getoond`: a fingerprint of the maatregelen that the choices were about; `stand`: of those there are now."""

    stand = ""
    getoond = HiddenField()
