"""The filters above the overview: a form that is sent with GET, so that its address can be shared."""

from collections.abc import Sequence

from wtforms import SelectField

from app.domain.opdrachtantwoord import Antwoordsoort
from app.domain.opdrachtgroepen import Opdrachtsoort
from app.domain.regio import EERDERE_TEKST, OPEN, Regiogroep, Regiokeuze, tel_per_gemeente, tel_per_product
from app.web.formulier import Formulier, keuzes

SOORTEN = (
    (Opdrachtsoort.DOEL.value, "Doelen"),
    (Opdrachtsoort.INTERVENTIE.value, "Interventies"),
    (Opdrachtsoort.OPDRACHT.value, "Losse opdrachten"),
)
STANDEN = (
    (OPEN, "Zonder antwoord"),
    *((soort.value, soort.label) for soort in Antwoordsoort),
    (EERDERE_TEKST, "Beantwoord op een eerdere tekst"),
)
_ONBEKEND = {
    "gemeente": "Deze gemeente hoort niet bij uw regio, of heeft nog niets vrijgegeven.",
    "product": "Dit probleemgebied staat in geen enkele vrijgegeven notitie.",
    "soort": "Deze soort bestaat niet: kies doelen, interventies of losse opdrachten.",
    "antwoord": "Dit antwoord bestaat niet: kies er een uit de lijst.",
}


class FilterFormulier(Formulier):
    class Meta(Formulier.Meta):
        csrf = False

    gemeente = SelectField("Gemeente", validate_choice=False)
    product = SelectField("Product", validate_choice=False)
    soort = SelectField("Soort", validate_choice=False)
    antwoord = SelectField("Antwoord", validate_choice=False)

    def vul(self, groepen: Sequence[Regiogroep]) -> None:
        """What there is to choose."""
        regels = [regel for groep in groepen for regel in groep.regels]
        gemeenten = [(slug, telling.naam) for slug, telling in tel_per_gemeente(regels).items()]
        producten = [(product, telling.naam) for product, telling in tel_per_product(regels).items()]
        self.gemeente.choices = keuzes(("", "Alle gemeenten"), *gemeenten)
        self.product.choices = keuzes(("", "Alle producten"), *sorted(producten, key=lambda paar: paar[1].casefold()))
        self.soort.choices = keuzes(("", "Alles"), *SOORTEN)
        self.antwoord.choices = keuzes(("", "Met en zonder antwoord"), *STANDEN)

    def keuze(self) -> Regiokeuze | None:
        """None when a filter names what does not exist; the form says which then."""
        waarden = {naam: self[naam].data or "" for naam in _ONBEKEND}
        for naam, waarde in waarden.items():
            if waarde not in {keuze.value for keuze in self[naam].choices}:
                self[naam].errors = [_ONBEKEND[naam]]
        return None if self.errors else Regiokeuze(**waarden)
