"""Forms about one's own account."""

from wtforms import PasswordField
from wtforms.validators import InputRequired, Length

from app.web.formulier import Formulier, Tekst
from app.web.wachtwoordveld import NieuwWachtwoord


class WachtwoordFormulier(NieuwWachtwoord):
    huidig = PasswordField(
        "Huidig wachtwoord",
        validators=[InputRequired("Vul uw huidige wachtwoord in.")],
        render_kw={"autocomplete": "current-password"},
    )


class AppFormulier(Formulier):
    code = Tekst(
        "Code uit de app",
        validators=[InputRequired("Vul de code in die de app laat zien."), Length(max=60, message="Te lang.")],
        description="Zes cijfers.",
        render_kw={"autocomplete": "one-time-code", "inputmode": "numeric", "class": "invoer--middel"},
    )


class UitFormulier(Formulier):
    code = Tekst(
        "Code uit de app, of een herstelcode",
        validators=[InputRequired("Vul een code in."), Length(max=60, message="Deze code is te lang.")],
        render_kw={"autocomplete": "one-time-code", "class": "invoer--middel"},
    )
