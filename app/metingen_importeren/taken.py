"""The work on a file with metingen, as jobs: reading it, comparing it anew, taking it over."""

from sqlalchemy.orm import Session

from app.auth.bereik import bruikbare_indicator
from app.domain.cijfers.metingimport import Importstatus
from app.models import Bestand, Metingimport, Metinglevering, Organisatie, Taak
from app.reading.metingen.lezen import OnbruikbaarBestand
from app.services.indicatoren.import_beheren import verwijder_bron, verwijder_gelezen
from app.services.indicatoren.import_fouten import ImportFout
from app.services.indicatoren.import_lezen import Persoonsgegevens, bekijk, lees_in
from app.services.indicatoren.import_overnemen import Overname, neem_over
from app.services.indicatoren.import_vergelijken import Telling, vergelijk
from app.services.indicatoren.levering_terugdraaien import draai_levering_terug, in_woorden
from app.services.taken.bestanden import open_bestand
from app.services.taken.fouten import BESTAND_WEG, TaakFout
from app.services.taken.soorten import Meld, Uitkomst, dader_van, taaksoort
from app.services.verwijderd.terugdraaien import KanNietTerug

LEZEN, VERGELIJKEN, OVERNEMEN = "metingen lezen", "metingen vergelijken", "metingen overnemen"
TERUGDRAAIEN = "metingen ongedaan maken"
ER_NIET_MEER = "Dit bestand is intussen geannuleerd of al overgenomen."


@taaksoort(LEZEN, bewaart_bestand=True)
def lees(session: Session, taak: Taak, meld: Meld) -> Uitkomst:
    """A file that cannot be used is no failure of the job: doing it again would not help."""
    imp = _import(session, taak)
    import_id = imp.id
    try:
        telling = _lees(session, imp, meld)
    except (ImportFout, OnbruikbaarBestand) as fout:
        session.rollback()
        return _keur_af(session, session.get_one(Metingimport, import_id), fout)
    imp.status, imp.bezwaar = Importstatus.VOORBEELD, ""
    return _uitkomst(telling)


@taaksoort(VERGELIJKEN)
def vergelijk_weer(session: Session, taak: Taak, _meld: Meld) -> Uitkomst:
    imp = _import(session, taak)
    telling = vergelijk(session, imp, bruikbaar=bruikbare_indicator(_organisatie(session, imp)))
    imp.status = Importstatus.VOORBEELD
    return _uitkomst(telling)


@taaksoort(OVERNEMEN)
def neem(session: Session, taak: Taak, meld: Meld) -> Uitkomst:
    """When it is not any more what the user agreed to, it is shown again and nothing is stored."""
    imp = _import(session, taak)
    import_id, wens = imp.id, taak.parameters
    overname = Overname(
        bruikbaar=bruikbare_indicator(_organisatie(session, imp)),
        door=dader_van(taak),
        reden=wens["reden"],
        alleen_goede=wens["alleen_goede"],
        verwacht=Telling(**wens["verwacht"]),
    )
    try:
        telling = neem_over(session, imp, overname, meld)
    except ImportFout as fout:
        session.rollback()
        imp = session.get_one(Metingimport, import_id)
        vergelijk(session, imp, bruikbaar=bruikbare_indicator(_organisatie(session, imp)))
        imp.status, imp.bezwaar = Importstatus.VOORBEELD, fout.zin
        return Uitkomst(fout.zin)
    return _uitkomst(telling)


@taaksoort(TERUGDRAAIEN)
def draai_terug(session: Session, taak: Taak, _meld: Meld) -> Uitkomst:
    levering = session.get(Metinglevering, taak.parameters["levering"])
    if levering is None or levering.organisatie_id != taak.organisatie_id:
        raise TaakFout(ER_NIET_MEER)
    try:
        return Uitkomst(in_woorden(draai_levering_terug(session, levering=levering, door=dader_van(taak))))
    except KanNietTerug as fout:
        session.rollback()
        return Uitkomst(str(fout))


def _lees(session: Session, imp: Metingimport, meld: Meld) -> Telling:
    bestand = session.get(Bestand, imp.bestand_id) if imp.bestand_id else None
    if bestand is None:
        raise TaakFout(BESTAND_WEG)
    bruikbaar = bruikbare_indicator(_organisatie(session, imp))
    with open_bestand(session, bestand) as bron:
        bekijk(session, imp, bron)
        session.commit()  # whatever happens next: so the user can point out the columns
        return lees_in(session, imp, bron, bruikbaar=bruikbaar, meld=meld)


def _keur_af(session: Session, imp: Metingimport, fout: ImportFout | OnbruikbaarBestand) -> Uitkomst:
    verwijder_gelezen(session, imp.id)
    imp.status, imp.bezwaar = Importstatus.ONBRUIKBAAR, fout.zin
    imp.telling, imp.gelezen, imp.leesfouten = None, 0, 0
    if isinstance(fout, Persoonsgegevens):
        verwijder_bron(session, imp)
    return Uitkomst(f"Dit bestand is zo niet te gebruiken. {fout.zin}")


def _import(session: Session, taak: Taak) -> Metingimport:
    imp = session.get(Metingimport, taak.parameters["import"])
    if imp is None or imp.organisatie_id != taak.organisatie_id or not imp.status.loopt:
        raise TaakFout(ER_NIET_MEER)
    return imp


def _organisatie(session: Session, imp: Metingimport) -> Organisatie:
    return session.get_one(Organisatie, imp.organisatie_id)


def _uitkomst(telling: Telling) -> Uitkomst:
    return Uitkomst(f"{telling.zin}.")
