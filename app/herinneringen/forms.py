from wtforms import RadioField
from wtforms.validators import InputRequired

from app.models import Frequentie
from app.web.formulier import Formulier, keuzes


class InstellingenFormulier(Formulier):
    herinneringen = RadioField(
        "Hoe vaak wilt u herinneringen per e-mail?",
        validators=[InputRequired("Kies hoe vaak u herinneringen wilt.")],
        choices=keuzes(
            (Frequentie.DAGELIJKS, "Dagelijks: hoogstens één mail per dag"),
            (Frequentie.WEKELIJKS, "Wekelijks: hoogstens één mail per week"),
            (Frequentie.GEEN, "Geen herinneringen"),
        ),
    )
