"""The filters above the logboek: a form that is sent with GET, so that its address can be shared."""

from collections.abc import Mapping

from wtforms import SelectField

from app.logboek.keuze import BRONNEN, DOELSPOOR, ONDERWERPEN, Gelezen
from app.models import Onderwerp
from app.web.formulier import Formulier, Tekst, keuzes


class FilterFormulier(Formulier):
    class Meta(Formulier.Meta):
        csrf = False

    van = Tekst("Vanaf", render_kw={"autocomplete": "off", "placeholder": "dd-mm-jjjj"})
    tot = Tekst("Tot en met", render_kw={"autocomplete": "off", "placeholder": "dd-mm-jjjj"})
    wie = SelectField("Wie", choices=[], validate_choice=False)
    onderwerp = SelectField("Waarover", choices=[], validate_choice=False)
    bron = SelectField("Hoe", choices=[], validate_choice=False)
    woord = Tekst("Met het woord", render_kw={"autocomplete": "off", "type": "search"})

    def richt_in(self, gelezen: Gelezen, gebruikers: Mapping[int, str], *, met_gebruikers: bool) -> None:
        """`met_gebruikers`: whether there are lines about users to choose."""
        mensen = ((str(id_), naam) for id_, naam in gebruikers.items())
        self.wie.choices = keuzes(("", "Iedereen"), *mensen, (DOELSPOOR, "Doelspoor zelf"))
        waarover = ((o.value, w) for o, w in ONDERWERPEN.items() if met_gebruikers or o is not Onderwerp.GEBRUIKERS)
        self.onderwerp.choices = keuzes(("", "Alles"), *waarover)
        self.bron.choices = keuzes(("", "Alle manieren"), *((b.value, w) for b, w in BRONNEN.items()))
        for veld, zin in gelezen.fouten.items():
            self[veld].errors = [zin]

    def velden(self) -> list[Tekst | SelectField]:
        return [self.van, self.tot, self.wie, self.onderwerp, self.bron, self.woord]
