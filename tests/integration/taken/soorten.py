"""Kinds of work that exist only in the tests. Each leaves a line in the logboek when, and only when, it is done."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.orm import Session

from app.models import Taak, db
from app.services.logboek import schrijf
from app.services.taken.bestanden import open_bestand
from app.services.taken.fouten import TaakFout
from app.services.taken.ingrijpen import breek_af, voer_opnieuw_uit
from app.services.taken.soorten import Meld, Uitkomst, dader_van, taaksoort

SPOOR = "proef gedaan"
UITERLIJK = 300.0  # seconds; only a test that has gone wrong waits so long


def laat_spoor(session: Session, taak: Taak) -> None:
    omschrijving = f"{SPOOR} {taak.id}"
    schrijf(session, door=dader_van(taak), organisatie_id=taak.organisatie_id, omschrijving=omschrijving)


@taaksoort("proef: kort")
def kort(session: Session, taak: Taak, meld: Meld) -> Uitkomst:
    laat_spoor(session, taak)
    meld(3, 3)
    return Uitkomst("3 rijen gelezen.", {"nieuw": 2, "gelijk": 1})


@taaksoort("proef: lang")
def lang(session: Session, taak: Taak, meld: Meld) -> Uitkomst:
    """Goes on until the file `los` exists."""
    einde, gedaan = time.monotonic() + UITERLIJK, 0
    while not Path(taak.parameters["los"]).exists() and time.monotonic() < einde:
        gedaan += 1
        meld(gedaan, 1_000_000)
        time.sleep(0.02)
    laat_spoor(session, taak)
    return Uitkomst("Losgelaten.")


@taaksoort("proef: zwijgt")
def zwijgt(session: Session, taak: Taak, meld: Meld) -> Uitkomst:
    """Never says how far it is, and takes longer than a worker may wait for it."""
    Path(taak.parameters["begonnen"]).touch()
    time.sleep(UITERLIJK)
    laat_spoor(session, taak)
    return Uitkomst("Uitgeslapen.")


@taaksoort("proef: kan niet")
def kan_niet(session: Session, taak: Taak, meld: Meld) -> Uitkomst:
    laat_spoor(session, taak)
    raise TaakFout("Regel 3 is geen getal.")


@taaksoort("proef: loopt vast")
def loopt_vast(session: Session, taak: Taak, meld: Meld) -> Uitkomst:
    laat_spoor(session, taak)
    raise ZeroDivisionError


@taaksoort("proef: in stukken")
def in_stukken(session: Session, taak: Taak, meld: Meld) -> Uitkomst:
    """Commits halfway; what comes after that goes wrong."""
    laat_spoor(session, taak)
    meld(1, 2)
    session.commit()
    laat_spoor(session, taak)
    raise TaakFout("De tweede helft deugt niet.")


@taaksoort("proef: afgebroken")
def afgebroken(session: Session, taak: Taak, meld: Meld) -> Uitkomst:
    """Somebody stops it just before it is done."""
    with _ander() as ander:
        breek_af(ander, taak=ander.get_one(Taak, taak.id), door=dader_van(taak))
    laat_spoor(session, taak)
    return Uitkomst("Toch klaar.")


@taaksoort("proef: overgenomen")
def overgenomen(session: Session, taak: Taak, meld: Meld) -> Uitkomst:
    """The first time it is stopped and taken by another worker meanwhile, and then tries to save halfway."""
    if taak.pogingen == 1:
        with _ander() as ander:
            zelfde = ander.get_one(Taak, taak.id)
            breek_af(ander, taak=zelfde, door=dader_van(taak))
            voer_opnieuw_uit(ander, taak=zelfde, door=dader_van(taak))
    laat_spoor(session, taak)
    session.flush()
    with session.begin_nested():
        meld(1, 1)
    session.commit()
    return Uitkomst(f"Poging {taak.pogingen}.")


@taaksoort("proef: slikt alles")
def slikt_alles(session: Session, taak: Taak, meld: Meld) -> Uitkomst:
    """Goes on after any error; being stopped is no error."""
    einde, gedaan = time.monotonic() + UITERLIJK, 0
    while time.monotonic() < einde:
        gedaan += 1
        try:
            meld(gedaan)
            if gedaan == 1:
                with _ander() as ander:
                    breek_af(ander, taak=ander.get_one(Taak, taak.id), door=dader_van(taak))
        except Exception:
            continue
        time.sleep(0.02)
    return Uitkomst("Niet te stoppen.")


@taaksoort("proef: bestand")
def leest(session: Session, taak: Taak, meld: Meld) -> Uitkomst:
    assert taak.bestand is not None
    with open_bestand(session, taak.bestand) as stroom:
        return Uitkomst("Gelezen.", {"regels": sum(1 for _ in stroom)})


@taaksoort("proef: bekijkt bestand", bewaart_bestand=True)
def bekijkt(session: Session, taak: Taak, meld: Meld) -> Uitkomst:
    return leest(session, taak, meld)


@contextmanager
def _ander() -> Iterator[Session]:
    """What another process does meanwhile."""
    with Session(db.engine) as ander, ander.begin():
        yield ander
