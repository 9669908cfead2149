"""Reads the demonstration data in seeds/ and says in Dutch where it is wrong.

Each file is first checked by itself (shape), then against the others (does that organisatie exist, does that
number exist). All that is wrong is reported at once, as far as a file could be understood.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from app.domain.notitie.verwijzingen import lees_verwijzingen
from app.domain.streefwaarde.lezen import lees_streefwaarde
from app.domain.structuur import (
    Doel,
    Indicator,
    Interventie,
    Notitie,
    Onderdeel,
    Opdracht,
    Opdrachtnemer,
    Probleemgebied,
    Streefwaarde,
    Verwijzing,
)
from app.reading.seeds.indicatoren import IndicatorenInvoer
from app.reading.seeds.indicatoren_controle import controleer_indicatoren
from app.reading.seeds.schema import (
    DoelInvoer,
    GebruikerInvoer,
    InterventieInvoer,
    NotitieInvoer,
    OpdrachtInvoer,
    OrganisatieInvoer,
    Pad,
    ProbleemgebiedInvoer,
    RegioInvoer,
    in_het_nederlands,
)
from app.reading.seeds.voortgang import VoortgangInvoer, controleer_voortgang
from app.reading.seeds.yaml_streng import YamlFout, lees_yaml

T = TypeVar("T")
Fouten = Iterator[tuple[Pad, str]]


@dataclass(frozen=True, slots=True)
class SeedRegio:
    slug: str
    naam: str


@dataclass(frozen=True, slots=True)
class SeedOrganisatie:
    """`soort` is gemeente or inkooporganisatie; `regio` is the slug of a SeedRegio."""

    slug: str
    naam: str
    soort: str
    regio: str


@dataclass(frozen=True, slots=True)
class SeedGebruiker:
    naam: str
    email: str
    rol: str
    organisatie: str
    wachtwoord: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SeedNotitie:
    """`organisatie` is a slug, `status` is concept, ter vaststelling or vastgesteld, `bestand` names its file."""

    organisatie: str
    status: str
    notitie: Notitie
    bestand: str


@dataclass(frozen=True, slots=True)
class SeedVoortgang:
    """`bestand` names its file; the rest is as the file says it."""

    voortgang: VoortgangInvoer
    bestand: str


@dataclass(frozen=True, slots=True)
class SeedIndicatoren:
    """`bestand` names its file; the rest is as the file says it."""

    indicatoren: IndicatorenInvoer
    bestand: str


@dataclass(frozen=True, slots=True)
class Seeds:
    regios: list[SeedRegio]
    organisaties: list[SeedOrganisatie]
    gebruikers: list[SeedGebruiker]
    notities: list[SeedNotitie]
    voortgang: list[SeedVoortgang] = field(default_factory=list)
    indicatoren: list[SeedIndicatoren] = field(default_factory=list)


class SeedFout(ValueError):
    """What is wrong in the seeds: one Dutch line per problem in `regels`, with file, path of keys and reason."""

    def __init__(self, regels: list[str]) -> None:
        super().__init__("\n".join(regels))
        self.regels = regels


class _Melder:
    """Collects what is wrong, so that one run shows everything."""

    def __init__(self) -> None:
        self.regels: list[str] = []

    def meld(self, bestand: str, fouten: Iterable[tuple[Pad, str]]) -> None:
        for pad, reden in fouten:
            plek = " → ".join(str(deel + 1 if isinstance(deel, int) else deel) for deel in pad)
            self.regels.append(": ".join(deel for deel in (bestand, plek, f"{reden}.") if deel))

    def stop_bij_fouten(self) -> None:
        if self.regels:
            raise SeedFout(self.regels)


def lees_seeds(map: Path) -> Seeds:
    """Everything in the folder `map`: three files and the files in its folders.

    Raises SeedFout with one line for each problem.
    """
    melder = _Melder()
    bron = f"{map.name}/"
    regios = _lees(map / "regios.yaml", bron, list[RegioInvoer], melder)
    organisaties = _lees(map / "organisaties.yaml", bron, list[OrganisatieInvoer], melder)
    gebruikers = _lees(map / "gebruikers.yaml", bron, list[GebruikerInvoer], melder)
    notities = _lees_map(map, bron, "notities", NotitieInvoer, melder)
    voortgang = _lees_map(map, bron, "voortgang", VoortgangInvoer, melder)
    indicatoren = _lees_map(map, bron, "indicatoren", IndicatorenInvoer, melder)
    # A file that cannot be read is reported once, not again in every file that refers to it.
    slugs_regio = None if regios is None else {regio.slug for regio in regios}
    namen = None if organisaties is None else {organisatie.slug: organisatie.naam for organisatie in organisaties}
    melder.meld(f"{bron}regios.yaml", _dubbele(regios or [], "slug"))
    melder.meld(f"{bron}organisaties.yaml", _dubbele(organisaties or [], "slug"))
    melder.meld(f"{bron}organisaties.yaml", _onbekende(organisaties or [], "regio", slugs_regio))
    melder.meld(f"{bron}gebruikers.yaml", _dubbele(gebruikers or [], "email"))
    melder.meld(f"{bron}gebruikers.yaml", _onbekende(gebruikers or [], "organisatie", namen))
    _controleer_notities(notities, namen, melder)
    adressen = None if gebruikers is None else [(g.organisatie, g.email) for g in gebruikers]
    for bestand, fouten in controleer_voortgang(voortgang, namen=namen, gebruikers=adressen, notities=notities):
        melder.meld(bestand, fouten)
    for bestand, fouten in controleer_indicatoren(
        indicatoren, namen=namen, gebruikers=adressen, notities=notities, voortgang=voortgang
    ):
        melder.meld(bestand, fouten)
    melder.stop_bij_fouten()
    return Seeds(
        regios=[SeedRegio(**regio.model_dump()) for regio in regios or []],
        organisaties=[SeedOrganisatie(**organisatie.model_dump()) for organisatie in organisaties or []],
        gebruikers=[SeedGebruiker(**gebruiker.model_dump()) for gebruiker in gebruikers or []],
        notities=[_als_seednotitie(invoer, naam, namen or {}) for naam, invoer in notities.items()],
        voortgang=[SeedVoortgang(invoer, bestand) for bestand, invoer in voortgang.items()],
        indicatoren=[SeedIndicatoren(invoer, bestand) for bestand, invoer in indicatoren.items()],
    )


def _lees(bestand: Path, bron: str, soort: type[T], melder: _Melder) -> T | None:
    """The validated content of one file, or None after reporting why there is none."""
    naam = f"{bron}{bestand.name}"
    try:
        inhoud = lees_yaml(bestand)
    except YamlFout as fout:
        melder.regels.append(f"{naam}: {fout}")
        return None
    if inhoud is None:
        melder.regels.append(f"{naam}: het bestand is leeg.")
        return None
    try:
        return TypeAdapter(soort).validate_python(inhoud)
    except ValidationError as fout:
        melder.meld(naam, in_het_nederlands(fout.errors()))
        return None


def _lees_map(map: Path, bron: str, naam: str, soort: type[T], melder: _Melder) -> dict[str, T]:
    """The files in one folder of `map`, by name; those that cannot be used are reported."""
    bestanden = sorted(pad for pad in (map / naam).glob("*") if pad.suffix in (".yaml", ".yml"))
    gelezen = {pad.name: _lees(pad, f"{bron}{naam}/", soort, melder) for pad in bestanden}
    return {f"{bron}{naam}/{bestand}": invoer for bestand, invoer in gelezen.items() if invoer is not None}


def _dubbele(rijen: Iterable[object], sleutel: str, vooraf: Pad = ()) -> Fouten:
    gezien: set[object] = set()
    for plek, rij in enumerate(rijen):
        waarde = getattr(rij, sleutel)
        if waarde in gezien:
            yield (*vooraf, plek, sleutel), f"'{waarde}' komt meer dan één keer voor"
        gezien.add(waarde)


def _onbekende(rijen: Iterable[object], sleutel: str, bekend: Iterable[str] | None) -> Fouten:
    for plek, rij in enumerate(rijen):
        yield from _onbekend(getattr(rij, sleutel), bekend, (plek, sleutel))


def _onbekend(slug: str, bekend: Iterable[str] | None, pad: Pad) -> Fouten:
    if bekend is not None and slug not in bekend:
        yield pad, f"de {pad[-1]} '{slug}' bestaat niet"


def _controleer_notities(notities: dict[str, NotitieInvoer], namen: dict[str, str] | None, melder: _Melder) -> None:
    aantal = Counter((n.organisatie, n.titel, n.datum) for n in notities.values())
    for bestand, notitie in notities.items():
        melder.meld(bestand, _onbekend(notitie.organisatie, namen, ("organisatie",)))
        if aantal[notitie.organisatie, notitie.titel, notitie.datum] > 1:
            melder.meld(bestand, [(("titel",), "deze organisatie heeft al een notitie met deze titel en datum")])
        if (notitie.doeljaar or 9999) < (notitie.referentiejaar or 0):
            melder.meld(bestand, [(("doeljaar",), f"dit jaar ligt voor het referentiejaar {notitie.referentiejaar}")])
        melder.meld(bestand, _dubbele(notitie.probleemgebieden, "naam", ("probleemgebieden",)))
        for plek, gebied in enumerate(notitie.probleemgebieden):
            melder.meld(bestand, _controleer_gebied(gebied, ("probleemgebieden", plek)))


def _controleer_gebied(gebied: ProbleemgebiedInvoer, pad: Pad) -> Fouten:
    doelen: dict[int, set[str]] = {doel.nummer: set() for doel in gebied.doelen}
    interventies: dict[int, set[str]] = {}
    for interventie in gebied.interventies:
        interventies.setdefault(interventie.nummer, set()).update(interventie.onderdelen)
    yield from _dubbele(gebied.doelen, "nummer", (*pad, "doelen"))
    yield from _dubbele(gebied.interventies, "nummer", (*pad, "interventies"))
    for plek, indicator in enumerate(gebied.indicatoren):
        if indicator.nummer not in doelen:
            yield (*pad, "indicatoren", plek, "nummer"), f"er is geen doel {indicator.nummer} om te meten"
    for nemer in Opdrachtnemer:
        opdracht: OpdrachtInvoer = getattr(gebied.opdracht, nemer)
        bij = (*pad, "opdracht", nemer.value)
        yield from _controleer_verwijzingen(opdracht.doelen, doelen, "doel", (*bij, "doelen"))
        yield from _controleer_verwijzingen(opdracht.interventies, interventies, "interventie", (*bij, "interventies"))


def _controleer_verwijzingen(tekst: str, bekend: dict[int, set[str]], soort: str, pad: Pad) -> Fouten:
    verwijzingen, niet_begrepen = lees_verwijzingen(tekst, bekend)
    if niet_begrepen:
        yield pad, f"niet begrepen: '{niet_begrepen[:40]}'; schrijf nummers zoals 1 (a, b), (2), 3"
    for verwijzing in verwijzingen:
        if verwijzing.nummer not in bekend:
            yield pad, f"{soort} {verwijzing.nummer} bestaat niet in dit probleemgebied"
            continue
        for letter in verwijzing.onderdelen:
            if letter not in bekend[verwijzing.nummer]:
                yield pad, f"{soort} {verwijzing.nummer} heeft geen onderdeel {letter}"


def _als_seednotitie(invoer: NotitieInvoer, bestand: str, namen: dict[str, str]) -> SeedNotitie:
    notitie = Notitie(
        titel=invoer.titel,
        gemeente=namen[invoer.organisatie],
        versie=invoer.versie,
        datum=invoer.datum,
        referentiejaar=invoer.referentiejaar,
        doeljaar=invoer.doeljaar,
        probleemgebieden=[_als_gebied(gebied, plek) for plek, gebied in enumerate(invoer.probleemgebieden, start=1)],
    )
    return SeedNotitie(invoer.organisatie, invoer.status, notitie, bestand)


def _als_gebied(invoer: ProbleemgebiedInvoer, volgorde: int) -> Probleemgebied:
    return Probleemgebied(
        volgorde=volgorde,
        naam=invoer.naam,
        prioriteit=invoer.prioriteit,
        ist=list(invoer.ist),
        soll=list(invoer.soll),
        doelen=[Doel(doel.nummer, doel.tekst, _streefwaarde(doel)) for doel in invoer.doelen],
        doelen_toelichting=invoer.doelen_toelichting,
        indicatoren=[Indicator(indicator.nummer, indicator.tekst) for indicator in invoer.indicatoren],
        indicatoren_inleiding=invoer.indicatoren_inleiding,
        interventies=[_als_interventie(interventie) for interventie in invoer.interventies],
        opdracht={nemer: _als_opdracht(getattr(invoer.opdracht, nemer), invoer) for nemer in Opdrachtnemer},
        toelichting=invoer.toelichting,
        naam_in_lijst=invoer.naam_in_lijst,
    )


def _streefwaarde(doel: DoelInvoer) -> Streefwaarde:
    """The given one; without it the text is read, as when a user types it."""
    if doel.streefwaarde is None:
        return lees_streefwaarde(doel.tekst)
    return Streefwaarde(**doel.streefwaarde.model_dump())


def _als_interventie(invoer: InterventieInvoer) -> Interventie:
    onderdelen = [Onderdeel(letter, tekst) for letter, tekst in sorted(invoer.onderdelen.items())]
    return Interventie(invoer.nummer, invoer.tekst, onderdelen)


def _als_opdracht(invoer: OpdrachtInvoer, gebied: ProbleemgebiedInvoer) -> Opdracht:
    def lees(tekst: str, nummers: Iterable[int]) -> list[Verwijzing]:
        return lees_verwijzingen(tekst, nummers)[0]

    return Opdracht(
        opdrachten=list(invoer.opdrachten),
        doelen=lees(invoer.doelen, [doel.nummer for doel in gebied.doelen]),
        interventies=lees(invoer.interventies, [interventie.nummer for interventie in gebied.interventies]),
    )
