"""From the address to a Filter and back. Nothing in an address is trusted: what does not exist is refused."""

from collections.abc import Iterable, Iterator
from typing import Any

from werkzeug.datastructures import MultiDict

from app.domain.voortgang.overzicht import GEEN_EIGENAAR, Filter, VoortgangBeeld
from app.domain.voortgang.structuur import Kleur, Status
from app.voortgang_overzicht.forms import FilterFormulier
from app.web.formulier import keuzes

GEEN = "geen"
VLAGGEN = {"te-laat": "te_laat", "veranderd": "veranderd", "niet-ingevuld": "niet_ingevuld"}
AAN, UIT = ("1", "ja", "on", "y"), ("", "0", "nee")
VLAG_IN_WOORDEN = {"te-laat": "over de planning heen", "veranderd": "veranderd", "niet-ingevuld": "nog niet ingevuld"}


class OnbekendFilter(Exception):
    """`veld` is the filter, and the Dutch sentence says what is wrong with it."""

    def __init__(self, veld: str, zin: str) -> None:
        super().__init__(zin)
        self.veld = veld


def lees_filter(args: MultiDict[str, str], beeld: VoortgangBeeld) -> Filter:
    """Raises OnbekendFilter."""
    return Filter(
        themas=frozenset(_thema(waarde, beeld) for waarde in _waarden(args, "thema")),
        statussen=frozenset(_status(waarde) for waarde in _waarden(args, "status")),
        kleuren=frozenset(_kleur(waarde) for waarde in _waarden(args, "kleur")),
        eigenaren=frozenset(_eigenaar(waarde, beeld) for waarde in _waarden(args, "eigenaar")),
        **{veld: _vlag(args, naam) for naam, veld in VLAGGEN.items()},
    )


def als_adres(filter_: Filter) -> dict[str, Any]:
    """The filter as parts of an address."""
    adres: dict[str, Any] = {
        "thema": sorted(filter_.themas),
        "status": [_code(status) for status in Status if status in filter_.statussen],
        "kleur": [kleur.value for kleur in Kleur if kleur in filter_.kleuren],
        "eigenaar": [id_ or GEEN for id_ in sorted(filter_.eigenaren)],
    }
    adres |= {naam: 1 for naam, veld in VLAGGEN.items() if getattr(filter_, veld)}
    return {naam: waarde for naam, waarde in adres.items() if waarde}


def in_woorden(filter_: Filter, beeld: VoortgangBeeld) -> tuple[tuple[str, str], ...]:
    """(("Status", "Afgerond of Gepland"), ...), for above the page and in the file."""
    return tuple((naam, " of ".join(woorden)) for naam, woorden in _woorden(filter_, beeld) if woorden)


def _woorden(filter_: Filter, beeld: VoortgangBeeld) -> Iterator[tuple[str, list[str]]]:
    yield "Thema", [f"{t.nummer}. {t.naam}" for t in beeld.themas if t.nummer in filter_.themas]
    yield "Status", [status.label for status in Status if status in filter_.statussen]
    yield "Kleur", [kleur.label for kleur in Kleur if kleur in filter_.kleuren]
    namen = dict(eigenaren(beeld))
    yield "Eigenaar", [namen[id_] for id_ in sorted(filter_.eigenaren)]
    yield "Alleen", [woord for naam, woord in VLAG_IN_WOORDEN.items() if getattr(filter_, VLAGGEN[naam])]


def vul_formulier(form: FilterFormulier, filter_: Filter, beeld: VoortgangBeeld) -> None:
    """The lists to choose from, and what was really chosen."""
    form.vul_vaste_keuzes()
    form.thema.choices = keuzes(("", "Alle thema's"), *((str(t.nummer), f"{t.nummer}. {t.naam}") for t in beeld.themas))
    form.eigenaar.choices = keuzes(("", "Iedereen"), *((str(id_ or GEEN), naam) for id_, naam in eigenaren(beeld)))
    adres = als_adres(filter_)
    for veld in (form.thema, form.status, form.kleur, form.eigenaar):
        veld.data = str(next(iter(adres.get(veld.name, [])), ""))
    for naam in VLAGGEN.values():
        form[naam].data = getattr(filter_, naam)


def eigenaren(beeld: VoortgangBeeld) -> list[tuple[int, str]]:
    """(id, name) of who owns something here, by name; nobody comes last."""
    gevonden = {m.eigenaar_id or GEEN_EIGENAAR: m.eigenaar or "Niemand" for m in beeld.maatregelen}
    return sorted(gevonden.items(), key=lambda paar: (paar[0] == GEEN_EIGENAAR, paar[1].casefold(), paar[0]))


def _waarden(args: MultiDict[str, str], naam: str) -> Iterable[str]:
    """An empty one is a list in the form with nothing chosen."""
    return [waarde for waarde in args.getlist(naam) if waarde]


def _thema(waarde: str, beeld: VoortgangBeeld) -> int:
    nummer = _nummer(waarde)
    if nummer is None or nummer not in {thema.nummer for thema in beeld.themas}:
        raise OnbekendFilter("thema", f"Thema ‘{_kort(waarde)}’ bestaat niet in deze periode.")
    return nummer


def _status(waarde: str) -> Status:
    for status in Status:
        if waarde.lower() in (status.value, _code(status)):
            return status
    mogelijk = ", ".join(status.value for status in Status)
    raise OnbekendFilter("status", f"De status ‘{_kort(waarde)}’ bestaat niet. Kies uit: {mogelijk}.")


def _kleur(waarde: str) -> Kleur:
    if waarde.lower() not in tuple(Kleur):
        raise OnbekendFilter("kleur", f"De kleur ‘{_kort(waarde)}’ bestaat niet. Kies uit: {', '.join(Kleur)}.")
    return Kleur(waarde.lower())


def _eigenaar(waarde: str, beeld: VoortgangBeeld) -> int:
    id_ = GEEN_EIGENAAR if waarde == GEEN else _nummer(waarde)
    if id_ is None or id_ not in dict(eigenaren(beeld)) or waarde == str(GEEN_EIGENAAR):
        raise OnbekendFilter("eigenaar", f"De eigenaar ‘{_kort(waarde)}’ heeft in deze periode geen maatregelen.")
    return id_


def _vlag(args: MultiDict[str, str], naam: str) -> bool:
    waarde = args.get(naam, "").lower()
    if waarde not in (*AAN, *UIT):
        raise OnbekendFilter(VLAGGEN[naam], f"Bij ‘{naam}’ kan alleen 1 of 0 staan, en niet ‘{_kort(waarde)}’.")
    return waarde in AAN


def _nummer(waarde: str) -> int | None:
    return int(waarde) if waarde.isascii() and waarde.isdecimal() and len(waarde) < 10 else None


def _code(status: Status) -> str:
    return status.value.replace(" ", "-")


def _kort(waarde: str) -> str:
    schoon = "".join(teken for teken in waarde if teken.isprintable())
    return schoon if len(schoon) <= 40 else f"{schoon[:40]}…"
