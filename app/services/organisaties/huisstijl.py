"""The look of an organisatie's files: what it chose, and changing that."""

from app.models import Organisatie
from app.models.basis import Sessie
from app.models.huisstijl import Huisstijl as Rij
from app.reading.afbeelding import Afbeelding
from app.services.logboek import Dader, schrijf
from app.writing.huisstijl import KLEUR, Huisstijl, Logo


def huisstijl_van(session: Sessie, organisatie_id: int) -> Huisstijl:
    rij = session.get(Rij, organisatie_id)
    if rij is None:
        return Huisstijl()
    logo = Logo(rij.logo, rij.breedte, rij.hoogte, rij.logotekst) if rij.logo else None
    return Huisstijl(rij.kleur or KLEUR, logo)


def wijzig_huisstijl(
    session: Sessie,
    *,
    organisatie: Organisatie,
    kleur: str | None,
    logo: Afbeelding | None,
    zonder_logo: bool,
    door: Dader,
) -> bool:
    """`kleur`: None for ours. `logo`: a new one, None keeps what there is, unless `zonder_logo`. True when something
    changed."""
    rij = session.get(Rij, organisatie.id)
    if rij is None:
        rij = Rij(organisatie_id=organisatie.id, breedte=0, hoogte=0, logotekst="")
    oud = _in_woorden(rij)
    rij.kleur = kleur
    if logo is not None:
        rij.logo, rij.breedte, rij.hoogte, rij.logotekst = logo.png, logo.breedte, logo.hoogte, _tekst(organisatie)
    elif zonder_logo:
        rij.logo, rij.breedte, rij.hoogte, rij.logotekst = None, 0, 0, ""
    nieuw = _in_woorden(rij)
    veranderd = [naam for naam in nieuw if nieuw[naam] != oud[naam]]
    if logo is not None and "logo" not in veranderd:
        veranderd.append("logo")  # another picture of the same size
    if veranderd:
        session.add(rij)
        session.flush()
        schrijf(
            session,
            door=door,
            organisatie_id=organisatie.id,
            omschrijving="Huisstijl van de bestanden gewijzigd",
            oud={naam: oud[naam] for naam in veranderd},
            nieuw={naam: nieuw[naam] for naam in veranderd},
        )
    return bool(veranderd)


def _tekst(organisatie: Organisatie) -> str:
    return f"Logo van {organisatie.voluit}"[:200]


def _in_woorden(rij: Rij) -> dict[str, str | None]:
    """The picture itself has no place in the logboek."""
    logo = f"{rij.breedte} bij {rij.hoogte} punten" if rij.logo else None
    return {"kleur": f"#{rij.kleur}" if rij.kleur else None, "logo": logo}
