"""The form for a new key."""

from datetime import date, timedelta

from wtforms import RadioField
from wtforms.validators import DataRequired, InputRequired, Length

from app.auth.rechten import Recht, mag
from app.domain.taal.datums import vandaag
from app.models import Rol
from app.services.sleutels import Sleutelmacht
from app.web.formulier import DatumVeld, Formulier, Tekst, keuzes

DATUM = "Vul een datum in die bestaat, bijvoorbeeld 31-12-2027."
# Nobody hands out what is not his: what a role needs to give a key this power.
NODIG = {
    Sleutelmacht.LEZEN: Recht.INDICATOREN_LEZEN,
    Sleutelmacht.ALLES_LEZEN: Recht.KLEINE_AANTALLEN_ZIEN,
    Sleutelmacht.SCHRIJVEN: Recht.METINGEN_INVOEREN,
}
UITLEG = {
    Sleutelmacht.LEZEN: "Lezen; kleine aantallen zijn afgeschermd",
    Sleutelmacht.ALLES_LEZEN: "Lezen, ook kleine aantallen van de eigen organisatie",
    Sleutelmacht.SCHRIJVEN: "Lezen en schrijven, ook kleine aantallen van de eigen organisatie",
}


class SleutelFormulier(Formulier):
    naam = Tekst(
        "Naam",
        validators=[
            DataRequired("Vul in waarvoor de sleutel is."),
            Length(max=100, message="Deze naam is te lang: gebruik hoogstens 100 tekens."),
        ],
        description="Welk systeem hem gebruikt, bijvoorbeeld Datawarehouse. Die naam komt in het logboek.",
        render_kw={"autocomplete": "off"},
    )
    macht = RadioField("Wat mag deze sleutel?", validators=[InputRequired("Kies wat de sleutel mag.")])
    geldig_tot = DatumVeld(
        "Geldig tot en met",
        geen_datum=DATUM,
        validators=[InputRequired(DATUM)],
        description="Hoogstens twee jaar vooruit. Daarna maakt u een nieuwe sleutel.",
    )

    @classmethod
    def voor(cls, rol: Rol) -> "SleutelFormulier":
        """With what this role may hand out, and a year ahead."""
        form = cls(data={"macht": Sleutelmacht.LEZEN.value, "geldig_tot": over_een_jaar()})
        mogelijk = [macht for macht in Sleutelmacht if mag(rol, NODIG[macht])]
        form.macht.choices = keuzes(*((macht.value, UITLEG[macht]) for macht in mogelijk))
        return form


def over_een_jaar() -> date:
    return vandaag() + timedelta(days=365)
