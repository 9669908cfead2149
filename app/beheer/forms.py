"""Forms about users and the organisatie."""

from decimal import ROUND_FLOOR, Decimal
from typing import Any

from flask_wtf.file import FileField
from wtforms import BooleanField, HiddenField, RadioField
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError
from wtforms.widgets import ColorInput

from app.auth.rechten_uitleg import ROLLEN
from app.domain.kleur import MINSTE_CONTRAST, contrast_met_wit, lees_kleur
from app.domain.taal.getallen import toon_getal
from app.models import Gebruiker, Organisatie, Rol
from app.services.accounts.uitnodigen import rollen_voor
from app.web.formulier import BewerkFormulier, Formulier, Tekst, keuzes

NAAM = Length(max=200, message="Deze naam is te lang: gebruik hoogstens 200 tekens.")


class GebruikerVelden(Formulier):
    naam = Tekst("Naam", validators=[DataRequired("Vul een naam in."), NAAM], render_kw={"autocomplete": "off"})
    email = Tekst(
        "E-mailadres",
        validators=[DataRequired("Vul een e-mailadres in."), Length(max=254, message="Dit e-mailadres is te lang.")],
        render_kw={"type": "email", "autocomplete": "off"},
    )
    rol = RadioField("Rol", validators=[InputRequired("Kies een rol.")])

    def richt_in(self, organisatie: Organisatie) -> None:
        self.rol.choices = keuzes(*((rol.value, f"{rol.label}: {ROLLEN[rol]}") for rol in rollen_voor(organisatie)))


class UitnodigFormulier(GebruikerVelden):
    pass


class GebruikerFormulier(GebruikerVelden, BewerkFormulier):
    @staticmethod
    def waarden_van(gebruiker: Gebruiker) -> dict[str, Any]:
        return {"naam": gebruiker.naam, "email": gebruiker.email, "rol": gebruiker.rol}

    def waarden(self) -> dict[str, Any]:
        return {"naam": self.naam.data, "email": (self.email.data or "").lower(), "rol": Rol(self.rol.data)}


class OrganisatieFormulier(BewerkFormulier):
    naam = Tekst(
        "Naam",
        validators=[DataRequired("Vul de naam van de organisatie in."), NAAM],
        description="Zoals hij bovenaan elke pagina en in bestanden staat.",
        render_kw={"autocomplete": "organization"},
    )

    eist_tweede_stap = BooleanField(
        "Iedereen logt in in twee stappen",
        description="Wie dat nog niet heeft ingesteld, doet dat bij de eerstvolgende pagina die hij opent.",
    )

    @staticmethod
    def waarden_van(organisatie: Organisatie) -> dict[str, Any]:
        return {"naam": organisatie.naam, "eist_tweede_stap": organisatie.eist_tweede_stap}

    def waarden(self) -> dict[str, Any]:
        return {"naam": self.naam.data, "eist_tweede_stap": bool(self.eist_tweede_stap.data)}


class HuisstijlFormulier(Formulier):
    """`getoond`: what the page showed, so that two people at once do not overwrite each other unseen."""

    eigen_kleur = BooleanField("Een eigen kleur gebruiken")
    kleur = Tekst(
        "Kleur",
        description="Voor titels, koppen en lijnen. De kleur moet op wit goed te lezen zijn.",
        widget=ColorInput(),
    )
    logo = FileField(
        "Logo",
        description="Een PNG of JPEG van hoogstens 2 MB. Het komt links boven de titel, hoogstens 1,6 cm hoog.",
        render_kw={"accept": ".png,.jpg,.jpeg"},
    )
    zonder_logo = BooleanField("Het logo weghalen")
    getoond = HiddenField()

    def validate_kleur(self, field: Tekst) -> None:
        if not self.eigen_kleur.data:
            return
        kleur = lees_kleur(field.data or "")
        if kleur is None:
            raise ValidationError("Vul een kleur in als zes cijfers of letters a tot en met f, bijvoorbeeld #1d4f7c.")
        contrast = contrast_met_wit(kleur)
        if contrast < MINSTE_CONTRAST:
            raise ValidationError(
                f"Deze kleur is te licht om op wit te lezen: het contrast is {toon_getal(_een_cijfer(contrast))}, "
                f"nodig is {toon_getal(_een_cijfer(MINSTE_CONTRAST))}. Kies een donkerder kleur."
            )

    def gekozen_kleur(self) -> str | None:
        """None for ours."""
        return lees_kleur(self.kleur.data or "") if self.eigen_kleur.data else None


def _een_cijfer(waarde: float) -> Decimal:
    """Rounded down: 4,46 is not 4,5."""
    return Decimal(str(waarde)).quantize(Decimal("0.1"), ROUND_FLOOR)
