"""Keys for the API: made and shown once, recognised by their hash, withdrawn for good."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.domain.taal.datums import AMSTERDAM, toon_datum, vandaag
from app.models import ApiToken, Organisatie, nu
from app.models.basis import Sessie
from app.services.geheimen import hash_van, nieuw_geheim
from app.services.logboek import Dader, schrijf
from app.services.voortgang.slot import vergrendel_organisatie

# Recognisable, so that a tool that looks for keys in the wrong places finds it.
VOORVOEGSEL = "doelspoor_"
LANGSTE_DUUR = timedelta(days=2 * 366)
# How precise "last used" is: often enough to see what is still in use, seldom enough not to make reading a write.
GEBRUIK_PER = timedelta(minutes=5)


class Sleutelmacht(StrEnum):
    """What a key may do; each can do what stands before it."""

    LEZEN = "lezen"
    ALLES_LEZEN = "alles lezen"
    SCHRIJVEN = "schrijven"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Sleutelmacht.LEZEN: "lezen, met kleine aantallen afgeschermd",
    Sleutelmacht.ALLES_LEZEN: "lezen, ook kleine aantallen",
    Sleutelmacht.SCHRIJVEN: "lezen en schrijven",
}


class OngeldigeSleutel(Exception):
    """`veld`: naam or geldig_tot; the Dutch sentence says what is wrong with it."""

    def __init__(self, veld: str, zin: str) -> None:
        super().__init__(zin)
        self.veld = veld


def maak_sleutel(
    session: Sessie,
    *,
    organisatie: Organisatie,
    naam: str,
    macht: Sleutelmacht,
    geldig_tot: date,
    door: Dader,
) -> tuple[ApiToken, str]:
    """The record, and the key itself, which cannot be found back later. `geldig_tot`: the last day, in the Netherlands.

    Raises OngeldigeSleutel.
    """
    vergrendel_organisatie(session, organisatie.id)
    _controleer(session, organisatie.id, naam, geldig_tot)
    geheim = VOORVOEGSEL + nieuw_geheim()
    sleutel = ApiToken(
        organisatie_id=organisatie.id,
        naam=naam,
        hash=hash_van(geheim),
        mag_schrijven=macht is Sleutelmacht.SCHRIJVEN,
        ziet_kleine_aantallen=macht is not Sleutelmacht.LEZEN,
        verloopt_op=_einde_van(geldig_tot),
        gebruiker_id=door.gebruiker_id,
    )
    session.add(sleutel)
    session.flush()
    wat = f"Sleutel '{naam}' voor de API gemaakt: {macht.label}, geldig tot en met {toon_datum(geldig_tot)}"
    schrijf(session, door=door, organisatie_id=organisatie.id, omschrijving=wat)
    return sleutel, geheim


def trek_in(session: Sessie, *, sleutel: ApiToken, door: Dader) -> bool:
    """At once and for good. False when that had been done already."""
    if sleutel.ingetrokken_op is not None:
        return False
    sleutel.ingetrokken_op = nu()
    wat = f"Sleutel '{sleutel.naam}' voor de API ingetrokken"
    schrijf(session, door=door, organisatie_id=sleutel.organisatie_id, omschrijving=wat)
    session.flush()
    return True


def vind_sleutel(session: Sessie, geheim: str) -> ApiToken | None:
    """With its organisatie. Also one that is no longer valid: see `is_geldig`."""
    keuze = select(ApiToken).where(ApiToken.hash == hash_van(geheim)).options(joinedload(ApiToken.organisatie))
    return session.scalars(keuze).first()


def sleutels_van(session: Sessie, organisatie_id: int) -> Sequence[ApiToken]:
    """Newest first, with who made them."""
    keuze = select(ApiToken).where(ApiToken.organisatie_id == organisatie_id).order_by(ApiToken.id.desc())
    return session.scalars(keuze.options(joinedload(ApiToken.gebruiker))).all()


def is_geldig(sleutel: ApiToken, moment: datetime) -> bool:
    return sleutel.ingetrokken_op is None and moment < sleutel.verloopt_op


def moet_genoteerd(sleutel: ApiToken, moment: datetime) -> bool:
    """Whether its use just now is worth writing down."""
    laatst = sleutel.laatst_gebruikt_op
    return laatst is None or moment - laatst >= GEBRUIK_PER


def laatste_dag(sleutel: ApiToken) -> date:
    return (sleutel.verloopt_op - timedelta(seconds=1)).astimezone(AMSTERDAM).date()


def macht_van(sleutel: ApiToken) -> Sleutelmacht:
    if sleutel.mag_schrijven:
        return Sleutelmacht.SCHRIJVEN
    return Sleutelmacht.ALLES_LEZEN if sleutel.ziet_kleine_aantallen else Sleutelmacht.LEZEN


def _einde_van(dag: date) -> datetime:
    return datetime.combine(dag + timedelta(days=1), time.min, AMSTERDAM).astimezone(UTC)


def _controleer(session: Sessie, organisatie_id: int, naam: str, geldig_tot: date) -> None:
    dag = vandaag()
    if geldig_tot < dag:
        raise OngeldigeSleutel("geldig_tot", "Deze dag is al voorbij. Kies vandaag of een latere dag.")
    if geldig_tot > dag + LANGSTE_DUUR:
        laatste = toon_datum(dag + LANGSTE_DUUR)
        raise OngeldigeSleutel("geldig_tot", f"Een sleutel is hoogstens twee jaar geldig. Kies uiterlijk {laatste}.")
    if any(s.naam.casefold() == naam.casefold() for s in _bruikbare(session, organisatie_id)):
        raise OngeldigeSleutel("naam", f"Er is al een sleutel '{naam}'. Kies een andere naam, of trek die eerst in.")


def _bruikbare(session: Sessie, organisatie_id: int) -> list[ApiToken]:
    moment = nu()
    return [sleutel for sleutel in sleutels_van(session, organisatie_id) if is_geldig(sleutel, moment)]
