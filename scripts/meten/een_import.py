"""Reads a file with metingen and takes it over, and prints, as JSON, the seconds and the memory it took.

python -m scripts.meten.een_import DATABASE-URL BESTAND

The organisatie `meetdorp` is made when it is not there. The same work as a job does, in the same transactions.
"""

import json
import sys
from pathlib import Path
from time import perf_counter

from sqlalchemy import select

from app.auth.bereik import bruikbare_indicator
from app.models import Organisatie, db
from app.services.indicatoren.import_beheren import maak_import
from app.services.indicatoren.import_lezen import lees_in
from app.services.indicatoren.import_overnemen import Overname, neem_over
from app.services.logboek import OPDRACHTREGEL
from scripts.meten.bezoeker import maak_app
from scripts.meten.een_export import piek

SLUG = "meetdorp"


def organisatie() -> Organisatie:
    gevonden = db.session.scalars(select(Organisatie).where(Organisatie.slug == SLUG)).first()
    if gevonden is None:
        gevonden = Organisatie(slug=SLUG, naam="Meetdorp", soort="gemeente")
        db.session.add(gevonden)
        db.session.commit()
    return gevonden


def stil(gedaan: int, totaal: int | None = None) -> None:
    pass


def main(url: str, bestand: Path) -> None:
    with maak_app(url).app_context():
        session, wie = db.session(), organisatie()
        bruikbaar = bruikbare_indicator(wie)
        vooraf, begin = piek(), perf_counter()
        imp = maak_import(session, organisatie_id=wie.id, bestandsnaam=bestand.name, door=OPDRACHTREGEL)
        with bestand.open("rb") as bron:
            telling = lees_in(session, imp, bron, bruikbaar=bruikbaar, meld=stil)
        session.commit()
        gelezen, na_lezen = perf_counter(), piek()
        overname = Overname(bruikbaar=bruikbaar, door=OPDRACHTREGEL, reden="", verwacht=telling)
        neem_over(session, imp, overname, stil)
        session.commit()
        klaar = perf_counter()
        uit = {"nieuw": telling.nieuw, "gelijk": telling.gelijk, "lezen": gelezen - begin, "overnemen": klaar - gelezen}
        print(json.dumps({**uit, "mb_lezen": na_lezen - vooraf, "mb": piek() - vooraf}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
