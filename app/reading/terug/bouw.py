"""From a document that came back to the notitie it says now, with the merken of what was handed out.

What was not touched stays exactly as it was, whatever a program did to its white space.
"""

from collections.abc import Callable
from dataclasses import replace

from app.domain import structuur as s
from app.reading.terug.bouw_gebied import vul_gebied
from app.reading.terug.bouw_notitie import lees_gegevens
from app.reading.terug.context import Context, kies
from app.reading.terug.gebieden import koppel_gebieden, lees_lijst
from app.reading.terug.gelezen import Gebied, Lijn, Terug
from app.reading.terug.lijnen import als_tekst
from app.reading.terug.uitkomst import Teruggebracht

ZONDER_TABEL = "De tabel van ‘{naam}’ staat niet in het bestand; dat probleemgebied blijft zoals het was."


def bouw(terug: Terug, basis: s.Notitie, nieuw_merk: Callable[[], str]) -> Teruggebracht:
    """`basis`: the notitie as it was handed out. `nieuw_merk`: gives what a new item is called from now on."""
    context = Context(terug, basis, nieuw_merk)
    lees_gegevens(context)
    for gebied, oud in koppel_gebieden(terug.gebieden, basis.probleemgebieden):
        _gebied(context, gebied, oud)
    lees_lijst(context, terug.lijst)
    context.plaatst_niet(terug.onbekend)
    context.overige_opmerkingen()
    return context.uit


def _gebied(context: Context, gebied: Gebied, oud: s.Probleemgebied | None) -> None:
    gebieden = context.uit.notitie.probleemgebieden
    volgorde = len(gebieden) + min((gebied.volgorde for gebied in context.basis.probleemgebieden), default=1)
    if not gebied.heeft_tabel:
        _zonder_tabel(context, gebied, oud, volgorde)
        return
    naam = gebied.naam.tekst if gebied.naam else ""
    was = oud.naam if oud else f"Probleemgebied {volgorde}"
    nieuw = s.Probleemgebied(volgorde, kies(naam, was) if naam else was)
    nieuw.merk = oud.merk if oud else context.nieuw_merk()
    gebieden.append(nieuw)
    context.merk_in_bestand[nieuw.merk] = gebied.merk
    context.opmerkingen(nieuw.merk, "naam", [gebied.naam] if gebied.naam else [])
    vul_gebied(context, nieuw, gebied, oud)


def _zonder_tabel(context: Context, gebied: Gebied, oud: s.Probleemgebied | None, volgorde: int) -> None:
    """A heading with only text below it is no probleemgebied, but nobody throws one away by losing its table."""
    if oud is not None:
        context.meld(ZONDER_TABEL.format(naam=oud.naam))
        context.uit.notitie.probleemgebieden.append(replace(oud, volgorde=volgorde))
        return
    naam = [gebied.naam] if gebied.naam else []
    context.plaatst_niet([*naam, Lijn(als_tekst(gebied.toelichting))])
