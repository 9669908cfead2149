"""From the address to a Keuze. Nothing in an address is trusted: it is looked up within the Bereik, or refused."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import Select, select

from app.domain.structuur import Opdrachtnemer
from app.domain.taal.datums import toon_datum
from app.models import Notitie, Organisatie, Probleemgebied, db
from app.models.notitie import nieuwste_eerst
from app.opdrachten.bereik import Bereik, Keuze
from app.opdrachten.forms import FilterFormulier
from app.opdrachten.queries import organisaties_in

ALLEBEI = "allebei"
MEESTE_NOTITIES = 100

Ding = TypeVar("Ding", Notitie, Probleemgebied)


class OnbekendFilter(Exception):
    """`veld` is the filter, and the Dutch sentence says what is wrong with it."""

    def __init__(self, veld: str, zin: str) -> None:
        super().__init__(zin)
        self.veld = veld


def kies(bereik: Bereik, form: FilterFormulier) -> Keuze | None:
    """None when a filter names what does not exist or may not be seen; the form says which then.

    Fills the choices of the form, and puts what was really chosen in its fields.
    """
    organisaties = organisaties_in(bereik)
    form.organisatie.choices = [("", "Alle gemeenten"), *((o.slug, o.naam) for o in organisaties)]
    try:
        keuze = _zoek_alles(bereik, form, organisaties)
    except OnbekendFilter as fout:
        form[fout.veld].errors = [str(fout)]
        keuze = None
    _vul_keuzes(bereik, form, keuze, organisaties)
    return keuze


def als_adres(keuze: Keuze) -> dict[str, Any]:
    """The choice as parts of an address, for the tabs, the pages and the files."""
    adres: dict[str, Any] = {}
    if keuze.organisatie is not None:
        adres["organisatie"] = keuze.organisatie.slug
    if keuze.notitie is not None:
        adres["notitie"] = keuze.notitie.id
    if keuze.gebied is not None:
        adres["probleemgebied"] = keuze.gebied.id
    if len(keuze.opdrachtnemers) == 1:
        adres["opdrachtnemer"] = keuze.opdrachtnemers[0].value
    return adres


def _zoek_alles(bereik: Bereik, form: FilterFormulier, organisaties: Sequence[Organisatie]) -> Keuze:
    """Raises OnbekendFilter. A filter that does not fit the wider one beside it lapses: the wider one was changed."""
    opdrachtnemers = _zoek_opdrachtnemers(bereik, form.opdrachtnemer.data or "")
    organisatie = _zoek_organisatie(organisaties, form.organisatie.data or "")
    notitie = _zoek(bereik, Notitie, "notitie", form.notitie.data or "")
    gebied = _zoek(bereik, Probleemgebied, "probleemgebied", form.probleemgebied.data or "")
    if organisatie and notitie and notitie.organisatie_id != organisatie.id:
        notitie = None
    if organisatie and gebied and gebied.organisatie_id != organisatie.id:
        gebied = None
    if notitie and gebied and gebied.notitie_id != notitie.id:
        gebied = None
    return Keuze(opdrachtnemers, organisatie or _organisatie_van(notitie or gebied, organisaties), notitie, gebied)


def _zoek_opdrachtnemers(bereik: Bereik, waarde: str) -> tuple[Opdrachtnemer, ...]:
    if waarde in ("", ALLEBEI):
        return bereik.opdrachtnemers
    if waarde not in tuple(Opdrachtnemer):
        raise OnbekendFilter("opdrachtnemer", f"De opdrachtnemer ‘{_kort(waarde)}’ bestaat niet: kies Lokaal of RIGG.")
    if Opdrachtnemer(waarde) not in bereik.opdrachtnemers:
        raise OnbekendFilter("opdrachtnemer", "U ziet hier alleen de opdrachten aan de RIGG.")
    return (Opdrachtnemer(waarde),)


def _zoek_organisatie(organisaties: Sequence[Organisatie], slug: str) -> Organisatie | None:
    if not slug:
        return None
    gevonden = next((organisatie for organisatie in organisaties if organisatie.slug == slug), None)
    if gevonden is None:
        zin = f"De gemeente ‘{_kort(slug)}’ bestaat niet, of u mag haar opdrachten niet zien."
        raise OnbekendFilter("organisatie", zin)
    return gevonden


def _zoek(bereik: Bereik, soort: type[Ding], veld: str, waarde: str) -> Ding | None:
    if not waarde:
        return None
    keuze: Select[Any] = select(soort).where(soort.id == _nummer(waarde))
    if soort is Probleemgebied:
        keuze = keuze.join(Probleemgebied.notitie)
    gevonden: Ding | None = db.session.scalars(keuze.where(bereik.notities)).first()
    if gevonden is None:
        wat = {"notitie": "Deze notitie", "probleemgebied": "Dit probleemgebied"}[veld]
        raise OnbekendFilter(veld, f"{wat} bestaat niet, of u mag de opdrachten ervan niet zien.")
    return gevonden


def _organisatie_van(ding: Notitie | Probleemgebied | None, organisaties: Sequence[Organisatie]) -> Organisatie | None:
    return next((o for o in organisaties if ding is not None and o.id == ding.organisatie_id), None)


def _vul_keuzes(
    bereik: Bereik, form: FilterFormulier, keuze: Keuze | None, organisaties: Sequence[Organisatie]
) -> None:
    """Which notities and probleemgebieden there are to choose from is only of use within one organisatie."""
    enige = organisaties[0] if len(organisaties) == 1 else None
    organisatie = (keuze.organisatie if keuze else None) or enige
    notities = _notities_van(bereik, organisatie) if organisatie else []
    form.notitie.choices = [("", "Nieuwste notitie"), *((str(n.id), _naam(n)) for n in notities)]
    form.probleemgebied.choices = [("", "Alle probleemgebieden"), *_gebieden_van(keuze, notities)]
    if keuze is not None:
        form.organisatie.data = keuze.organisatie.slug if keuze.organisatie else ""
        form.notitie.data = str(keuze.notitie.id) if keuze.notitie else ""
        form.probleemgebied.data = str(keuze.gebied.id) if keuze.gebied else ""


def _notities_van(bereik: Bereik, organisatie: Organisatie) -> Sequence[Notitie]:
    keuze = select(Notitie).where(bereik.notities, Notitie.organisatie_id == organisatie.id)
    return db.session.scalars(keuze.order_by(*nieuwste_eerst()).limit(MEESTE_NOTITIES)).all()


def _gebieden_van(keuze: Keuze | None, notities: Sequence[Notitie]) -> list[tuple[str, str]]:
    if keuze is None or not notities:
        return []
    notitie_id = keuze.notitie.id if keuze.notitie else keuze.gebied.notitie_id if keuze.gebied else notities[0].id
    gebieden = select(Probleemgebied.id, Probleemgebied.volgorde, Probleemgebied.naam)
    gebieden = gebieden.where(Probleemgebied.notitie_id == notitie_id).order_by(Probleemgebied.volgorde)
    return [(str(id_), f"{volgorde}. {naam}") for id_, volgorde, naam in db.session.execute(gebieden)]


def _naam(notitie: Notitie) -> str:
    datum = f", {toon_datum(notitie.datum)}" if notitie.datum else ""
    versie = f"versie {notitie.versienummer}, " if notitie.versienummer > 1 else ""
    return f"{notitie.titel}{datum} ({versie}{notitie.status.value})"


def _nummer(waarde: str) -> int:
    """0, which no row has, for what is no number or too large for a database."""
    return int(waarde) if waarde.isascii() and waarde.isdecimal() and len(waarde) <= 9 else 0


def _kort(waarde: str) -> str:
    return waarde if len(waarde) <= 60 else waarde[:59] + "…"
