from flask_wtf.file import FileField, FileRequired
from wtforms import RadioField
from wtforms.validators import DataRequired, Length, Optional

from app.web.formulier import Formulier, Tekst, keuzes

MAXIMALE_METINGEN = 250 * 1024 * 1024
ALLES, GOEDE = "alles", "goede"


class UploadFormulier(Formulier):
    bestand = FileField(
        "Bestand met cijfers",
        validators=[FileRequired("Kies eerst een bestand.")],
        description="Een CSV- of Excel-bestand (.xlsx) van hoogstens 250 MB, met koppen zoals indicator, periode en "
        "waarde. U ziet eerst wat er verandert; daarna kiest u of u het overneemt.",
        render_kw={"accept": ".csv,.txt,.tsv,.xlsx"},
    )


class OverneemFormulier(Formulier):
    """`reden` is only asked when values change, and `keuze` only when something is wrong."""

    reden = Tekst(
        "Waarom veranderen deze cijfers?",
        description="Staat in de geschiedenis, bij de waarde die er eerst stond.",
    )
    keuze = RadioField(
        "Wat wilt u overnemen?",
        choices=keuzes(
            (ALLES, "Alles, en anders niets. Herstel daarvoor eerst de fouten."),
            (GOEDE, "Alleen de goede metingen. De foute blijven weg."),
        ),
        default=ALLES,
        validators=[Optional()],
    )

    def eis_reden(self) -> None:
        self.reden.validators = [DataRequired("Schrijf op waarom deze cijfers veranderen."), Length(max=2000)]
        self.reden.flags.required = True
