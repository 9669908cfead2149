"""Writing metingen of the own organisatie, many at a time and as often as one likes."""

from flask import Response

from app.api.adressen import als_antwoord
from app.api.blauwdruk import scherm
from app.api.indicatoren import haal_indicator
from app.api.levering_lezen import lees_metingen, weiger_personen
from app.api.verzoek import MEESTE_GEMELD, lees_lichaam, lees_vraag, onjuist
from app.api.vormen import FoutplekVorm, Levering, Ontvangst, SchrijfVraag
from app.auth.bewaking import vereist
from app.auth.rechten import Recht
from app.auth.sleutel import huidige_sleutel
from app.models import ApiToken, Bron, Indicator, db
from app.services.indicatoren.levering import neem_levering
from app.services.indicatoren.metingen_opslaan import Opgeslagen, Uitkomst
from app.services.logboek import Dader
from app.web.formulier import schoon
from app.web.grenzen import API_SCHRIJVEN, begrensd
from app.web.probleem import Foutplek

# Nobody in particular: who made the key did not do this. The reason names the key.
DOOR = Dader(gebruiker_id=None, bron=Bron.API)


@scherm.post("/indicatoren/<int:id_>/metingen")
@vereist(Recht.API_SCHRIJVEN)
@begrensd(API_SCHRIJVEN)
def metingen_opslaan(id_: int) -> Response:
    """All or nothing; with ?alleenGoede=true what is wrong is passed over and named in the answer."""
    sleutel, indicator, vraag = huidige_sleutel(), haal_indicator(id_), lees_vraag(SchrijfVraag)
    levering = lees_lichaam(Levering)
    weiger_personen(levering)
    opgeslagen, fouten = _neem(sleutel, indicator, levering, vraag.alleen_goede)
    if opgeslagen is None:
        raise onjuist(422, fouten)
    return als_antwoord(_ontvangst(opgeslagen, fouten))


def _neem(
    sleutel: ApiToken, indicator: Indicator, levering: Levering, alleen_goede: bool
) -> tuple[Opgeslagen | None, list[Foutplek]]:
    """What was stored, or None, and everything that is wrong in the order of the delivery."""
    metingen, onleesbaar = lees_metingen(indicator, sleutel.organisatie, levering)
    geleverd = neem_levering(
        db.session,
        organisatie_id=sleutel.organisatie_id,
        indicator=indicator,
        metingen=metingen,
        alles_of_niets=not alleen_goede,
        compleet=not onleesbaar,
        reden=" ".join(schoon(levering.reden).split()),
        door=DOOR,
        herkomst=f"sleutel '{sleutel.naam}'",
    )
    bezwaren = (Foutplek(f"/metingen/{i}/waarde", zin, i) for i, zin in geleverd.bezwaren.items())
    return geleverd.opgeslagen, sorted((*onleesbaar, *bezwaren), key=lambda fout: fout.index or 0)


def _ontvangst(opgeslagen: Opgeslagen, fouten: list[Foutplek]) -> Ontvangst:
    return Ontvangst(
        nieuw=opgeslagen.aantal(Uitkomst.NIEUW),
        gewijzigd=opgeslagen.aantal(Uitkomst.GEWIJZIGD),
        gelijk=opgeslagen.aantal(Uitkomst.GELIJK),
        fout=len(fouten),
        fouten=[FoutplekVorm(**fout.als_json()) for fout in fouten[:MEESTE_GEMELD]],
    )
