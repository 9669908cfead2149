from flask_wtf.file import FileField, FileRequired
from wtforms import DateField, HiddenField, IntegerField, RadioField
from wtforms.validators import DataRequired, Length, Optional, ValidationError

from app.domain.structuur import Notitie
from app.web.formulier import JAAR, Formulier, Tekst

BIJWERKEN, NIEUW = "bijwerken", "nieuw"


class UploadFormulier(Formulier):
    bestand = FileField(
        "Word-, PDF- of tekstbestand",
        validators=[FileRequired("Kies eerst een bestand.")],
        description="Een notitie als .docx, .odt, PDF of gewone tekst (.txt), hoogstens 20 MB. U ziet eerst "
        "wat er is herkend; daarna kiest u of u het overneemt.",
        render_kw={"accept": ".docx,.odt,.pdf,.txt,.md,text/plain"},
    )


class OverneemFormulier(Formulier):
    """`bestaand_id` and `getoond`: which notitie was shown as the existing one, and what it held then."""

    titel = Tekst("Titel", validators=[DataRequired("Geef de notitie een titel."), Length(max=300)])
    datum = DateField("Datum", validators=[Optional()])
    versie = Tekst("Versie", validators=[Length(max=80)])
    referentiejaar = IntegerField(
        "Referentiejaar", validators=[Optional(), JAAR], description="Het jaar waarmee de doelen vergelijken."
    )
    doeljaar = IntegerField(
        "Doeljaar", validators=[Optional(), JAAR], description="Het jaar waarin de doelen gehaald moeten zijn."
    )
    keuze = RadioField("Wat wilt u doen?", choices=[], validators=[Optional()], validate_choice=False)
    bestaand_id = HiddenField()
    getoond = HiddenField()

    def validate_doeljaar(self, field: IntegerField) -> None:
        if field.data and self.referentiejaar.data and field.data < self.referentiejaar.data:
            raise ValidationError("Het doeljaar ligt voor het referentiejaar.")

    def begin_met(self, notitie: Notitie) -> None:
        for naam in ("titel", "datum", "versie", "referentiejaar", "doeljaar"):
            self[naam].data = getattr(notitie, naam)

    def vul(self, notitie: Notitie) -> None:
        """The corrections of the user go into `notitie`."""
        notitie.titel, notitie.datum, notitie.versie = self.titel.data or "", self.datum.data, self.versie.data or None
        notitie.referentiejaar, notitie.doeljaar = self.referentiejaar.data, self.doeljaar.data
