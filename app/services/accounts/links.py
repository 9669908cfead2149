"""Links with which somebody chooses a password: handed out once, known here by their hash, gone when used."""

from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import joinedload

from app.models import Gebruiker, Linksoort, Toegangslink, nu
from app.models.basis import Sessie
from app.services.geheimen import hash_van, nieuw_geheim

GELDIG = {Linksoort.UITNODIGING: timedelta(days=7), Linksoort.HERSTEL: timedelta(hours=1)}


def maak_link(session: Sessie, *, gebruiker: Gebruiker, soort: Linksoort) -> str:
    """What goes in the address. Others that were handed out stay: whoever asks for one takes nothing away."""
    geheim, moment = nieuw_geheim(), nu()
    van_hem = Toegangslink.gebruiker_id == gebruiker.id
    session.execute(delete(Toegangslink).where(van_hem, Toegangslink.verloopt_op < moment))
    session.add(
        Toegangslink(
            gebruiker_id=gebruiker.id,
            soort=soort,
            hash=hash_van(geheim),
            gemaakt_op=moment,
            verloopt_op=moment + GELDIG[soort],
        )
    )
    session.flush()
    return geheim


def trek_links_in(session: Sessie, *, gebruiker_id: int) -> None:
    session.execute(delete(Toegangslink).where(Toegangslink.gebruiker_id == gebruiker_id))


def vind_link(session: Sessie, geheim: str) -> Toegangslink | None:
    """None when it was used, withdrawn, has expired or never was, or when its user may not come in."""
    keuze = select(Toegangslink).where(Toegangslink.hash == hash_van(geheim), Toegangslink.verloopt_op > nu())
    keuze = keuze.join(Toegangslink.gebruiker).where(Gebruiker.actief)
    keuze = keuze.options(joinedload(Toegangslink.gebruiker).joinedload(Gebruiker.organisatie))
    return session.scalars(keuze).first()


def laatste_link(session: Sessie, gebruiker_id: int) -> Toegangslink | None:
    """The one that was handed out last, also when it has expired."""
    keuze = select(Toegangslink).where(Toegangslink.gebruiker_id == gebruiker_id)
    return session.scalars(keuze.order_by(Toegangslink.id.desc()).limit(1)).first()
