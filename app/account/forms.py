"""Forms about one's own account."""

from wtforms import PasswordField
from wtforms.validators import InputRequired

from app.web.wachtwoordveld import NieuwWachtwoord


class WachtwoordFormulier(NieuwWachtwoord):
    huidig = PasswordField(
        "Huidig wachtwoord",
        validators=[InputRequired("Vul uw huidige wachtwoord in.")],
        render_kw={"autocomplete": "current-password"},
    )
