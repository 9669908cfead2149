from typing import Any

from wtforms import DateField, IntegerField
from wtforms.validators import DataRequired, Length, Optional

from app.models import Notitie
from app.web.formulier import JAAR, LANG, BewerkFormulier, LangeTekst, Tekst


class NotitieFormulier(BewerkFormulier):
    titel = Tekst("Titel", validators=[DataRequired("Geef de notitie een titel."), Length(max=300)])
    datum = DateField("Datum", validators=[Optional()])
    versie = Tekst("Versie", validators=[Length(max=80)], description="Bijvoorbeeld: concept, 0.3 of definitief.")
    referentiejaar = IntegerField(
        "Referentiejaar", validators=[Optional(), JAAR], description="Het jaar waarmee de doelen vergelijken."
    )
    doeljaar = IntegerField(
        "Doeljaar", validators=[Optional(), JAAR], description="Het jaar waarin de doelen gehaald moeten zijn."
    )

    inleiding = LangeTekst("Inleiding", validators=[LANG], description="Wat voor het eerste probleemgebied staat.")

    @staticmethod
    def waarden_van(notitie: Notitie) -> dict[str, Any]:
        namen = ("titel", "datum", "versie", "referentiejaar", "doeljaar", "inleiding")
        return {naam: getattr(notitie, naam) for naam in namen}

    def waarden(self) -> dict[str, Any]:
        return {
            "titel": self.titel.data,
            "datum": self.datum.data,
            "versie": self.versie.data or None,
            "referentiejaar": self.referentiejaar.data,
            "doeljaar": self.doeljaar.data,
            "inleiding": self.inleiding.data or "",
        }
