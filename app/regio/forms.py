"""The filters above the overview, sent with GET so that an address can be shared; and the form of an answer."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from wtforms import RadioField, SelectField, SelectMultipleField
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from app.domain.regio.antwoord import MET_TOELICHTING, Antwoord, Antwoordsoort
from app.domain.regio.groepen import Opdrachtsoort
from app.domain.regio.overzicht import (
    EERDERE_TEKST,
    OPEN,
    Regiogroep,
    Regiokeuze,
    Regioregel,
    tel_per_gemeente,
    tel_per_product,
)
from app.web.formulier import LANG, BewerkFormulier, Formulier, LangeTekst, keuzes

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


class AntwoordFormulier(BewerkFormulier):
    """`ook`: other places of the same opdracht that nobody answered yet, by their sleutel."""

    GROEPEN: ClassVar[Mapping[str, Sequence[str]]] = {"Antwoord": ("antwoord", "toelichting")}

    antwoord = RadioField(
        "Antwoord",
        choices=keuzes(*((soort.value, soort.label) for soort in Antwoordsoort), ("", "Nog geen antwoord")),
        validate_choice=False,
    )
    toelichting = LangeTekst(
        "Toelichting",
        validators=[LANG],
        description="De gemeente leest dit. Verplicht bij een vraag en bij niet uitvoerbaar.",
    )
    ook = SelectMultipleField(
        "Geldt dit ook voor dezelfde opdracht op deze plaatsen?",
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validate_choice=False,
    )

    def vul(self, anderen: Sequence[Regioregel]) -> None:
        """`anderen`: the other places."""
        self.ook.choices = keuzes(*((regel.sleutel, _waar(regel)) for regel in anderen if regel.antwoord is None))

    def waarden(self) -> dict[str, Any]:
        return {"antwoord": self.antwoord.data or "", "toelichting": self.toelichting.data or ""}

    @staticmethod
    def waarden_van(antwoord: Antwoord | None) -> dict[str, Any]:
        if antwoord is None:
            return {"antwoord": "", "toelichting": ""}
        return {"antwoord": antwoord.soort.value, "toelichting": antwoord.toelichting}

    def validate_antwoord(self, field: Any) -> None:
        if field.data not in ("", *Antwoordsoort):
            raise ValidationError("Dit antwoord bestaat niet: kies er een uit de lijst.")

    def validate_toelichting(self, field: Any) -> None:
        if self.antwoord.data in MET_TOELICHTING and not field.data:
            raise ValidationError("Schrijf een toelichting, zodat de gemeente ermee verder kan.")


def _waar(regel: Regioregel) -> str:
    return f"{regel.plek.gemeente}, {regel.plek.gebied}: {' '.join(regel.volledig.split())}"
