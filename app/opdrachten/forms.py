"""The filters above the overview: a form that is sent with GET, so that its address can be shared."""

from wtforms import SelectField, StringField
from wtforms.widgets import HiddenInput

from app.web.formulier import Formulier


class FilterFormulier(Formulier):
    """Its choices, and what is wrong with what was chosen, are filled in by `app.opdrachten.filters.kies`."""

    class Meta(Formulier.Meta):
        csrf = False

    organisatie = SelectField("Gemeente", choices=[], validate_choice=False)
    notitie = SelectField("Notitie", choices=[], validate_choice=False)
    probleemgebied = SelectField("Probleemgebied", choices=[], validate_choice=False)
    opdrachtnemer = StringField("Opdrachtnemer", widget=HiddenInput())

    def lijsten_met_keus(self) -> list[SelectField]:
        """The lists with more to choose than "all" and the only one there is."""
        return [veld for veld in (self.organisatie, self.notitie, self.probleemgebied) if len(veld.choices or ()) > 2]
