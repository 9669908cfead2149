"""How maatregelen and rows are called in the logboek."""

from typing import Any

from app.models import Maatregel, Onderwerp, Voortgangsregel
from app.models.basis import Sessie
from app.services.logboek import Dader, schrijf


def noem(maatregel: Maatregel) -> str:
    """ "1a Procesregie" """
    return f"{maatregel.thema.nummer}{maatregel.letter or ''} {maatregel.naam}"


def log_regel(session: Sessie, *, regel: Voortgangsregel, zin: str, door: Dader, **velden: Any) -> None:
    """ "Voortgang 2019-H2 van 1a Procesregie ..." """
    schrijf(
        session,
        door=door,
        over=Onderwerp.VOORTGANG,
        organisatie_id=regel.organisatie_id,
        omschrijving=f"Voortgang {regel.periode.code} van {noem(regel.maatregel)} {zin}",
        **velden,
    )
