"""The two fields in which somebody chooses a password."""

from wtforms import PasswordField
from wtforms.validators import EqualTo, InputRequired

from app.domain.wachtwoord import KORTSTE
from app.web.formulier import Formulier

UITLEG = (
    f"Minstens {KORTSTE} tekens; alle tekens mogen, ook spaties. Een zin van vier of vijf gewone woorden is sterk en "
    "makkelijk te onthouden. Plakken uit een wachtwoordkluis mag ook."
)


class NieuwWachtwoord(Formulier):
    nieuw = PasswordField(
        "Nieuw wachtwoord",
        validators=[InputRequired("Vul een nieuw wachtwoord in.")],
        description=UITLEG,
        render_kw={"autocomplete": "new-password"},
    )
    nog_eens = PasswordField(
        "Nieuw wachtwoord, nog een keer",
        validators=[
            InputRequired("Vul het nieuwe wachtwoord nog een keer in."),
            EqualTo("nieuw", "Dit is niet hetzelfde als het nieuwe wachtwoord hierboven."),
        ],
        render_kw={"autocomplete": "new-password"},
    )
