"""The filters of the overview, and what a manager and an adviseur say about the koers of a doel."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from wtforms import SelectField
from wtforms.validators import DataRequired, Length, ValidationError

from app.domain.cijfers.meetwaarde import OngeldigeWaarde, lees_meetwaarde
from app.domain.koers.bepalen import Koers
from app.domain.taal.datums import lees_datum, toon_datum
from app.domain.taal.getallen import toon_getal
from app.indicatoren.koers_filters import CODE_VAN_KOERS, KOERSCODES, Keuze, Plaats
from app.web.formulier import LANG, BewerkFormulier, Formulier, LangeTekst, Tekst, keuzes

# What a manager can say: not that a figure is missing, for that is no opinion.
TE_OORDELEN = (Koers.BEHAALD, Koers.OP_KOERS, Koers.ACHTER, Koers.VER_ACHTER)
MEESTE_PUNTEN = 20
# In a list; of more there is no choosing before a gemeente was chosen.
MEESTE_PLAATSEN = 300


class KoersfilterFormulier(Formulier):
    gemeente = SelectField("Gemeente")
    notitie = SelectField("Notitie")
    probleemgebied = SelectField("Probleemgebied")
    koers = SelectField("Koers", choices=keuzes(("", "Elke koers"), *((c, k.value) for k, c in CODE_VAN_KOERS.items())))
    peildatum = Tekst(
        "Peildatum", description="Leeg: vandaag.", render_kw={"autocomplete": "off", "class": "invoer--kort"}
    )

    @classmethod
    def met(cls, keuze: Keuze, plaatsen: Sequence[Plaats]) -> "KoersfilterFormulier":
        """Filled with what was chosen, and with what can be."""
        form = cls(
            formdata=None,
            data={
                "gemeente": keuze.organisatie or "",
                "notitie": str(keuze.notitie or ""),
                "probleemgebied": str(keuze.gebied or ""),
                "koers": CODE_VAN_KOERS[keuze.koers] if keuze.koers else "",
                "peildatum": toon_datum(keuze.peildatum) if keuze.peildatum else "",
            },
        )
        form.gemeente.choices = keuzes(("", "Elke gemeente"), *{p.slug: p.organisatie for p in plaatsen}.items())
        form.notitie.choices = keuzes(
            ("", "Elke notitie"), *((str(id_), naam) for id_, naam in _notities(keuze, plaatsen).items())
        )
        form.probleemgebied.choices = keuzes(("", "Elk probleemgebied"), *_gebieden(keuze, plaatsen))
        return form


def _te_kiezen(keuze: Keuze, plaatsen: Sequence[Plaats]) -> list[Plaats]:
    """Those of the gemeente that was chosen; of too many only what was chosen already."""
    past = [p for p in plaatsen if keuze.organisatie in (None, p.slug)]
    if len(past) <= MEESTE_PLAATSEN:
        return past
    return [p for p in past if p.notitie_id == keuze.notitie or p.gebied_id == keuze.gebied]


def _notities(keuze: Keuze, plaatsen: Sequence[Plaats]) -> dict[int, str]:
    return {p.notitie_id: p.notitie for p in _te_kiezen(keuze, plaatsen)}


def _gebieden(keuze: Keuze, plaatsen: Sequence[Plaats]) -> list[tuple[str, str]]:
    """Those of the notitie that was chosen; with its name where there are more."""
    past = [p for p in _te_kiezen(keuze, plaatsen) if keuze.notitie in (None, p.notitie_id)]
    een = len({p.notitie_id for p in past}) == 1
    return [(str(p.gebied_id), p.gebied if een else f"{p.gebied} ({p.notitie})") for p in past]


class OordeelFormulier(BewerkFormulier):
    GROEPEN = {"Oordeel en reden": ("koers", "reden")}

    koers = SelectField(
        "Uw oordeel over de koers",
        choices=keuzes(
            ("", "Kies uw oordeel"), *((CODE_VAN_KOERS[koers], koers.value.capitalize()) for koers in TE_OORDELEN)
        ),
        validators=[DataRequired("Kies hoe het er volgens u voor staat.")],
        description="Dit komt naast wat uit de cijfers volgt; beide blijven te zien.",
    )
    reden = LangeTekst(
        "Waarom",
        validators=[DataRequired("Schrijf op waarom u anders oordeelt dan de cijfers."), LANG],
        description="Wat weet u dat nog niet in de cijfers staat?",
        render_kw={"rows": 5},
    )

    @staticmethod
    def velden_van(waarden: dict[str, Any]) -> dict[str, Any]:
        """The columns as the fields show them; before there is a judgement nothing is chosen for the user."""
        koers = waarden.get("koers")
        return waarden | {"koers": CODE_VAN_KOERS[Koers(koers)]} if koers else waarden

    def waarden(self) -> dict[str, Any]:
        return {"koers": KOERSCODES[str(self.koers.data)].value, "reden": self.reden.data or ""}

    def neem_over(self, waarden: dict[str, Any]) -> None:
        super().neem_over(self.velden_van(waarden))

    def _toon(self, naam: str, waarde: Any) -> str:
        return str(waarde) if naam == "koers" and waarde else super()._toon(naam, waarde)


class OngeldigPad(ValueError):
    """The Dutch sentence names the line, and says what is wrong with it."""


class PadFormulier(BewerkFormulier):
    """One point on a line: `30-06-2021: 85`. A list that is short, and is typed and read as one thing."""

    punten = LangeTekst(
        "Tussendoelen",
        validators=[Length(max=4_000, message="Deze lijst is te lang: gebruik hoogstens 4.000 tekens.")],
        render_kw={"rows": 8, "autocomplete": "off", "spellcheck": "false"},
        getal=True,
    )

    def __init__(self, huidig: dict[str, Any], *, eenheid: str | None, doeljaar: int | None, **kwargs: Any) -> None:
        super().__init__(data={"punten": _als_tekst(huidig["punten"])}, **kwargs)
        self.eenheid, self.doeljaar = eenheid, doeljaar
        self.gelezen: list[list[str]] = []

    def validate_punten(self, veld: Any) -> None:
        try:
            punten = lees_pad(veld.data or "", self.eenheid, self.doeljaar)
        except OngeldigPad as fout:
            raise ValidationError(str(fout)) from None
        self.gelezen = [[dag.isoformat(), toon_getal(waarde)] for dag, waarde in punten]

    def waarden(self) -> dict[str, Any]:
        return {"punten": self.gelezen}

    def neem_over(self, waarden: dict[str, Any]) -> None:
        super().neem_over({naam: _als_tekst(waarde) for naam, waarde in waarden.items()})

    def _toon(self, naam: str, waarde: Any) -> str:
        return _als_tekst(waarde) or "(leeg)"


def _als_tekst(punten: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"{toon_datum(date.fromisoformat(dag))}: {waarde}" for dag, waarde in punten)


def lees_pad(tekst: str, eenheid: str | None, doeljaar: int | None) -> list[tuple[date, Decimal]]:
    """In order of time. Raises OngeldigPad."""
    regels = [(nummer, regel.strip()) for nummer, regel in enumerate(tekst.splitlines(), start=1) if regel.strip()]
    if len(regels) > MEESTE_PUNTEN:
        raise OngeldigPad(f"Dit zijn {len(regels)} tussendoelen; gebruik er hoogstens {MEESTE_PUNTEN}.")
    punten = [_punt(nummer, regel, eenheid, doeljaar) for nummer, regel in regels]
    for (dag, _), (volgende, _) in pairwise(sorted(punten)):
        if dag == volgende:
            raise OngeldigPad(f"{toon_datum(dag)} staat er twee keer; per dag is er een tussendoel.")
    return sorted(punten)


def _punt(nummer: int, regel: str, eenheid: str | None, doeljaar: int | None) -> tuple[date, Decimal]:
    dag_tekst, scheiding, waarde_tekst = regel.partition(":")
    dag = lees_datum(dag_tekst) if scheiding else None
    if dag is None or dag.year < 1900:
        raise OngeldigPad(f"Regel {nummer}: schrijf een datum, een dubbele punt en een waarde: 30-06-2021: 85.")
    if doeljaar is not None and dag.year > doeljaar:
        raise OngeldigPad(f"Regel {nummer}: {toon_datum(dag)} ligt na het doeljaar {doeljaar}.")
    try:
        return dag, lees_meetwaarde(waarde_tekst.strip(), eenheid=eenheid)
    except OngeldigeWaarde as fout:
        raise OngeldigPad(f"Regel {nummer}: {fout}") from None
