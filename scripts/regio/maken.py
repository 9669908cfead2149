"""A region: its gemeenten with their notities and users, and the RIGG."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.models import Gebruiker, NotitieStatus, Organisatie, OrganisatieSoort, Rol
from app.models import Regio as RegioModel
from app.services.accounts.wachtwoorden import versleutel
from scripts.regio import teksten
from scripts.regio.notitie import Eigenaar, voeg_notitie_toe
from scripts.regio.rijen import Rijen

WACHTWOORD = "alleen-om-te-meten"
NIEUWSTE_JAAR = 2020


@dataclass(frozen=True, slots=True)
class Gemeente:
    """`notities`: the id of each notitie, newest first; `gebieden`: those of the probleemgebieden of the newest."""

    organisatie_id: int
    slug: str
    naam: str
    adviseur: str
    collega: str
    notities: tuple[int, ...]
    gebieden: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Regio:
    """`rigg` is an e-mail address, like `Gemeente.adviseur` and `Gemeente.collega` (a manager); one `wachtwoord`."""

    slug: str
    rigg: str
    gemeenten: tuple[Gemeente, ...]
    wachtwoord: str = WACHTWOORD


def maak_regio(
    session: Session,
    *,
    gemeenten: int = 100,
    statussen: Sequence[NotitieStatus] = (NotitieStatus.VASTGESTELD,),
    logregels: int = 5,
    slug: str = "meetregio",
) -> Regio:
    """Adds a region and does not commit. The same arguments give the same texts, numbers and dates.

    Every gemeente gets a notitie per status, the first of them the newest; `logregels` is per probleemgebied.
    """
    rijen = Rijen(session)
    wachtwoord_hash = versleutel(WACHTWOORD)
    regio_id = rijen.voeg_toe(RegioModel, slug=slug, naam=f"Regio {slug}")
    rigg_id = _organisatie(rijen, regio_id, f"{slug}-rigg", "RIGG", OrganisatieSoort.INKOOPORGANISATIE)
    rigg, _ = _gebruiker(rijen, rigg_id, f"rigg@{slug}.example", Rol.RIGG, wachtwoord_hash)
    gemaakt = tuple(
        _gemeente(rijen, regio_id, slug, plek, wachtwoord_hash, statussen, logregels) for plek in range(gemeenten)
    )
    rijen.schrijf()
    return Regio(slug, rigg, gemaakt)


def _gemeente(
    rijen: Rijen,
    regio_id: int,
    regio: str,
    plek: int,
    wachtwoord_hash: str,
    statussen: Sequence[NotitieStatus],
    logregels: int,
) -> Gemeente:
    naam = teksten.naam_van_gemeente(plek)
    slug = f"{regio}-{naam.lower().replace(' ', '-')}"
    id_ = _organisatie(rijen, regio_id, slug, naam, OrganisatieSoort.GEMEENTE)
    adviseur, adviseur_id = _gebruiker(rijen, id_, f"adviseur@{slug}.example", Rol.BELEIDSADVISEUR, wachtwoord_hash)
    collega, _ = _gebruiker(rijen, id_, f"manager@{slug}.example", Rol.MANAGER, wachtwoord_hash)
    eigenaar = Eigenaar(plek, naam, id_, adviseur_id)
    gemaakt = [
        voeg_notitie_toe(rijen, eigenaar, status, date(NIEUWSTE_JAAR - jaar, 5, 20), logregels)
        for jaar, status in enumerate(statussen)
    ]
    gebieden = gemaakt[0][1] if gemaakt else ()
    return Gemeente(id_, slug, naam, adviseur, collega, tuple(notitie_id for notitie_id, _ in gemaakt), gebieden)


def _organisatie(rijen: Rijen, regio_id: int, slug: str, naam: str, soort: OrganisatieSoort) -> int:
    return rijen.voeg_toe(Organisatie, slug=slug, naam=naam, soort=soort, regio_id=regio_id)


def _gebruiker(rijen: Rijen, organisatie_id: int, email: str, rol: Rol, wachtwoord_hash: str) -> tuple[str, int]:
    id_ = rijen.voeg_toe(
        Gebruiker,
        organisatie_id=organisatie_id,
        email=email,
        naam=f"{rol.label} van organisatie {organisatie_id}",
        rol=rol,
        wachtwoord_hash=wachtwoord_hash,
        actief=True,
        laatste_bezoek=None,
        vorig_bezoek=None,
    )
    return email, id_
