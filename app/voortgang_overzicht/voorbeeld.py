"""The preview of a progress report: what was recognised beside its place, and what the user must decide."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from wtforms import RadioField, SelectField
from wtforms.validators import InputRequired

from app.domain.planning.lezen import toon_momenten
from app.domain.taal.hoeveel import hoeveel
from app.domain.voortgang.koppeling import Bekend, Koppeling, Treffer, Uitkomst, koppel_maatregelen
from app.domain.voortgang.structuur import Regel
from app.reading.voortgang.lezen import GelezenVoortgang
from app.services.voortgang.rapport_koppelen import Keuzes, Ontbreekt
from app.voortgang_overzicht.forms import BevestigFormulier
from app.web.formulier import keuzes
from app.web.voorbeeld import Herkend, herkend

NIEUW = "nieuw"
WELKE = "Kies welke maatregel dit is, of kies Nieuw."
WAT_ONTBREEKT = keuzes(
    (Ontbreekt.LATEN.value, "Niet opnemen in deze periode"),
    (Ontbreekt.OPNEMEN.value, "Toch opnemen, nog in te vullen"),
    (Ontbreekt.VERVALLEN.value, "Opnemen als vervallen"),
)
UITKOMST_IN_WOORDEN = {Uitkomst.ZELFDE: "bekend", Uitkomst.HERNOEMD: "kiezen", Uitkomst.NIEUW: "nieuw"}


@dataclass(slots=True)
class Maatregelgroep:
    """`uitkomst`: bekend, kiezen or nieuw; empty for the first report of an organisatie."""

    naam: str
    uitkomst: str
    rijen: list[Herkend] = field(default_factory=list)


@dataclass(slots=True)
class Themagroep:
    nummer: int
    naam: str
    maatregelen: list[Maatregelgroep]


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    oordeel: str
    gelezen: GelezenVoortgang
    koppeling: Koppeling
    themas: list[Themagroep]
    eerste_keer: bool


def maak_voorbeeld(gelezen: GelezenVoortgang, bekend: Sequence[Bekend]) -> Voorbeeld:
    koppeling = koppel_maatregelen(gelezen.voortgang, bekend)
    treffers = {treffer.plek: treffer for treffer in koppeling.treffers}
    themas = [
        Themagroep(
            thema.nummer,
            thema.naam,
            [_groep(gelezen, treffers[f"{t}/{m}"], bool(bekend)) for m in range(1, len(thema.maatregelen) + 1)],
        )
        for t, thema in enumerate(gelezen.voortgang.themas, start=1)
    ]
    return Voorbeeld(_oordeel(gelezen), gelezen, koppeling, themas, eerste_keer=not bekend)


def _oordeel(gelezen: GelezenVoortgang) -> str:
    """ "7 thema's, 19 maatregelen, 20 regels; 1 regel vraagt aandacht" """
    themas = gelezen.voortgang.themas
    maatregelen = [maatregel for thema in themas for maatregel in thema.maatregelen]
    delen = [
        hoeveel(len(themas), "thema", "thema's"),
        hoeveel(len(maatregelen), "maatregel", "maatregelen"),
        hoeveel(sum(len(m.regels) for m in maatregelen), "regel", "regels"),
    ]
    rest = [hoeveel(len(gelezen.niet_herkend), "tekst", "teksten") + " niet herkend"] if gelezen.niet_herkend else []
    if gelezen.meldingen:
        rest.append(hoeveel(len(gelezen.meldingen), "melding", "meldingen") + " om na te kijken")
    return ", ".join(delen) + (f"; {', '.join(rest)}" if rest else "") + "."


def _groep(gelezen: GelezenVoortgang, treffer: Treffer, iets_bekend: bool) -> Maatregelgroep:
    t, m = (int(deel) - 1 for deel in treffer.plek.split("/"))
    maatregel = gelezen.voortgang.themas[t].maatregelen[m]
    naam = f"{maatregel.letter}. {maatregel.naam}" if maatregel.letter else maatregel.naam
    groep = Maatregelgroep(naam, UITKOMST_IN_WOORDEN[treffer.uitkomst] if iets_bekend else "")
    for nummer, regel in enumerate(maatregel.regels, start=1):
        groep.rijen += _rijen(gelezen, f"{treffer.plek}/{nummer}", regel)
    return groep


def _rijen(gelezen: GelezenVoortgang, pad: str, regel: Regel) -> Iterator[Herkend]:
    bron, planning = gelezen.bron, "\n".join(regel.planning)
    yield herkend(bron, f"{pad}/voortgang", soort="Voortgang", tekst=regel.voortgang or "(leeg)")
    yield herkend(bron, f"{pad}/planning", soort="Planning", tekst=planning or "(leeg)", lezing=_lezing(regel))
    if kleur := gelezen.kleuren.get(pad):
        uitleg = "; ".join(filter(None, (kleur.oorzaak, kleur.gevolg, kleur.bijsturing)))
        yield herkend(bron, f"{pad}/kleur", soort="Kleur", tekst=kleur.kleur.label, lezing=uitleg)


def _lezing(regel: Regel) -> str:
    """ "gelezen als: gepland, t/m 1 juli 2020" """
    delen = [regel.status.value, *filter(None, [toon_momenten(regel.momenten)])]
    if regel.statussen_in_tekst:
        genoemd = " en ".join(status.value for status in regel.statussen_in_tekst)
        delen.append(f"er staan twee statussen ({genoemd}), de laatste telt")
    return "gelezen als: " + ", ".join(delen)


# --- what the user decides ---


def maak_formulier(voorbeeld: Voorbeeld, bekend: Sequence[Bekend]) -> BevestigFormulier:
    """A form with a question for every maatregel that is not certain, and for every one that is missing."""
    velden: dict[str, Any] = {}
    for treffer in voorbeeld.koppeling.treffers:
        if treffer.uitkomst is Uitkomst.HERNOEMD:
            velden[veldnaam(treffer.plek)] = _kies(treffer)
        elif treffer.uitkomst is Uitkomst.NIEUW and voorbeeld.koppeling.ontbreekt:
            velden[veldnaam(treffer.plek)] = _is_misschien(treffer, voorbeeld.koppeling.ontbreekt)
    for b in _misschien_weg(voorbeeld.koppeling):
        velden[f"ontbreekt_{b.sleutel}"] = SelectField(noem(b), choices=WAT_ONTBREEKT, default=Ontbreekt.LATEN.value)
    formulier: BevestigFormulier = type("BevestigMetKeuzes", (BevestigFormulier,), velden)()
    formulier.stand = stand_van(bekend)
    return formulier


def veldnaam(plek: str) -> str:
    return "keuze_" + plek.replace("/", "_")


def noem(bekend: Bekend) -> str:
    return f"{bekend.thema}{bekend.letter or ''} {bekend.naam}"


def _kies(treffer: Treffer) -> RadioField:
    """Nothing is chosen beforehand: what it looks like is no reason to take it for that."""
    opties = [(str(b.sleutel), f"Dit is {noem(b)}") for b in treffer.kandidaten]
    return RadioField(
        treffer.naam, choices=keuzes(*opties, (NIEUW, "Een nieuwe maatregel")), validators=[InputRequired(WELKE)]
    )


def _is_misschien(treffer: Treffer, ontbreekt: Sequence[Bekend]) -> SelectField:
    opties = [(str(b.sleutel), f"Dit is {noem(b)}") for b in ontbreekt]
    return SelectField(treffer.naam, choices=keuzes((NIEUW, "Een nieuwe maatregel"), *opties), default=NIEUW)


def _misschien_weg(koppeling: Koppeling) -> list[Bekend]:
    """What is missing for certain, and what is missing when the user says that it is not what resembles it."""
    kandidaten = {b for treffer in koppeling.treffers for b in treffer.kandidaten}
    return [*koppeling.ontbreekt, *sorted(kandidaten, key=lambda b: (b.thema, b.letter or "", b.sleutel))]


def gekozen(formulier: BevestigFormulier, voorbeeld: Voorbeeld) -> Keuzes:
    koppeling = {
        treffer.plek: None if formulier[naam].data == NIEUW else int(formulier[naam].data)
        for treffer in voorbeeld.koppeling.treffers
        if (naam := veldnaam(treffer.plek)) in formulier
    }
    ontbreekt = {
        b.sleutel: Ontbreekt(formulier[f"ontbreekt_{b.sleutel}"].data) for b in _misschien_weg(voorbeeld.koppeling)
    }
    return Keuzes(koppeling, ontbreekt)


def stand_van(bekend: Sequence[Bekend]) -> str:
    """A fingerprint, to see whether a colleague changed the maatregelen while the preview was open."""
    inhoud = [[b.sleutel, b.thema, b.letter, b.naam] for b in bekend]
    return hashlib.sha256(json.dumps(inhoud).encode()).hexdigest()
