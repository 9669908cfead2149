from wtforms import PasswordField
from wtforms.validators import InputRequired, Length

from app.web.formulier import Formulier, Tekst


class InlogFormulier(Formulier):
    email = Tekst(
        "E-mailadres",
        validators=[InputRequired("Vul uw e-mailadres in."), Length(max=254)],
        render_kw={"autocomplete": "username", "type": "email"},
    )
    wachtwoord = PasswordField(
        "Wachtwoord",
        validators=[InputRequired("Vul uw wachtwoord in."), Length(max=1000)],
        render_kw={"autocomplete": "current-password"},
    )
