from wtforms import PasswordField
from wtforms.validators import InputRequired, Length

from app.web.formulier import Formulier, Tekst


class VergetenFormulier(Formulier):
    email = Tekst(
        "E-mailadres",
        validators=[InputRequired("Vul uw e-mailadres in."), Length(max=254)],
        render_kw={"autocomplete": "username", "type": "email"},
    )


class InlogFormulier(VergetenFormulier):
    wachtwoord = PasswordField(
        "Wachtwoord",
        validators=[InputRequired("Vul uw wachtwoord in."), Length(max=1000)],
        render_kw={"autocomplete": "current-password"},
    )


class CodeFormulier(Formulier):
    code = Tekst(
        "Code",
        validators=[InputRequired("Vul de code uit de app in."), Length(max=60, message="Deze code is te lang.")],
        render_kw={"autocomplete": "one-time-code", "class": "invoer--middel", "spellcheck": "false"},
    )
