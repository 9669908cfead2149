"""What somebody chose on the page of a file that came back, and what is told about it afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import flash, request

from app.domain.taal.hoeveel import hoeveel
from app.domain.terugkomst.vergelijken import Keuze, Stand, Terugkomst

ALLES = "alles"
NIETS = "Er is niets uit het bestand overgenomen."


@dataclass(frozen=True, slots=True)
class Woorden:
    """What the page says differently for a notitie and for voortgang. `weg` heads what can no longer be taken over,
    `buiten` what has no place; `weigeren` is an address."""

    onderwerp: str
    weg: str
    buiten: str
    weigeren: str


def gevraagd_uit(terugkomst: Terugkomst) -> list[Keuze]:
    """What is ticked; with the button for everything also all that neither collides nor throws something away."""
    gekozen = set(request.form.getlist("kies"))
    gekozen |= {waarde for naam, waarde in request.form.items() if naam.startswith("botsing-")}
    alles = ALLES in request.form
    return [
        keuze
        for keuze in terugkomst.met(Stand.VRIJ, Stand.BOTSING)
        if str(keuze.sleutel) in gekozen or (alles and keuze.stand is Stand.VRIJ and not keuze.verdwijnt)
    ]


def vertel(terugkomst: Terugkomst, gevraagd: Sequence[Keuze]) -> None:
    wel = len(gevraagd)
    niet = len(terugkomst.met(Stand.VRIJ, Stand.BOTSING)) - wel
    if not wel:
        flash(NIETS, "info")
        return
    over = hoeveel(wel, "wijziging is", "wijzigingen zijn")
    rest = f" {hoeveel(niet, 'wijziging niet', 'wijzigingen niet')}." if niet else ""
    gekozen = {keuze.sleutel for keuze in gevraagd}
    blijft = sum(k.verdwijnt and k.sleutel not in gekozen for k in terugkomst.met(Stand.VRIJ))
    staat = f" Wat in het bestand weg was en niet is gekozen, staat er nog ({blijft})." if blijft else ""
    flash(f"{over} uit het bestand overgenomen.{rest}{staat}", "gelukt")
