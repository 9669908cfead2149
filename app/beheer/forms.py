"""Forms about users and the organisatie."""

from typing import Any

from wtforms import BooleanField, RadioField
from wtforms.validators import DataRequired, InputRequired, Length

from app.auth.rechten_uitleg import ROLLEN
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
