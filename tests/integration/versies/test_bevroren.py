"""What is no concept cannot be changed, whatever asks for it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.domain.koers.bepalen import Koers
from app.domain.structuur import Opdrachtnemer
from app.models import (
    Doel,
    Indicatorregel,
    Maatregel,
    Notitie,
    NotitieStatus,
    Probleemgebied,
    Punt,
    PuntSoort,
    StaatVast,
    Toewijzing,
)
from app.services.indicatoren.regel_koppelen import koppel_regel
from app.services.koersen.oordelen import geef_oordeel
from app.services.koersen.streefpad import zet_pad
from app.services.logboek import OPDRACHTREGEL
from app.services.voortgang.maatregel_beheren import interventie_ids_van, wijzig_maatregel
from tests.integration import bewerkhulp
from tests.integration.versies import hulp

Poging = Callable[[Session, Notitie], Any]


def _gebied(notitie: Notitie) -> Probleemgebied:
    return notitie.probleemgebieden[0]


def _eigen(notitie: Notitie) -> dict[str, int]:
    return {"organisatie_id": notitie.organisatie_id}


POGINGEN: dict[str, Poging] = {
    "een gebied erbij": lambda s, n: s.add(Probleemgebied(notitie_id=n.id, naam="X", volgorde=9, **_eigen(n))),
    "een gebied weg": lambda s, n: n.probleemgebieden.clear(),
    "een andere naam": lambda s, n: setattr(_gebied(n), "naam", "Anders"),
    "een punt erbij": lambda s, n: _gebied(n).punten.append(
        Punt(soort=PuntSoort.IST, volgorde=9, tekst="x", **_eigen(n))
    ),
    "een punt anders": lambda s, n: setattr(_gebied(n).punten[0], "tekst", "Anders"),
    "een doel anders": lambda s, n: setattr(_gebied(n).doelen[0], "doeljaar", 2030),
    "een doel erbij met een sleutel": lambda s, n: s.add(
        Doel(probleemgebied_id=_gebied(n).id, nummer=9, tekst="x", **_eigen(n))
    ),
    "een indicator anders": lambda s, n: setattr(_gebied(n).indicatoren[0], "tekst", "Anders"),
    "een indicator bij een ander doel": lambda s, n: setattr(_gebied(n).indicatoren[0], "doel", _gebied(n).doelen[0]),
    "een interventie weg": lambda s, n: s.delete(_gebied(n).interventies[1]),
    "een onderdeel anders": lambda s, n: setattr(_gebied(n).interventies[0].onderdelen[0], "letter", "z"),
    "een opdracht weg": lambda s, n: _gebied(n).opdrachten.pop(),
    "iets toewijzen": lambda s, n: (
        _gebied(n).doelen[0].toewijzingen.append(Toewijzing(opdrachtnemer=Opdrachtnemer.RIGG, **_eigen(n)))
    ),
    "een toewijzing anders": lambda s, n: setattr(_gebied(n).doelen[1].toewijzingen[0], "voorbehoud", False),
    "een toewijzing weg": lambda s, n: s.delete(_gebied(n).interventies[0].onderdelen[1].toewijzingen[0]),
}
VAN_DE_NOTITIE: dict[str, Poging] = {
    "een andere titel": lambda s, n: setattr(n, "titel", "Anders"),
    "terug naar concept": lambda s, n: setattr(n, "status", NotitieStatus.CONCEPT),
    "een ander besluit": lambda s, n: setattr(n.vaststelling, "besluit", "Anders"),
    "zonder besluit": lambda s, n: setattr(n, "vaststelling", None),
    "de notitie weg": lambda s, n: s.delete(n),
}


@pytest.fixture
def notitie(session: Session) -> Notitie:
    return hulp.maak_notitie(session, bewerkhulp.maak_organisatie(session))


@pytest.mark.parametrize("wat", POGINGEN)
@pytest.mark.parametrize("aangeboden", [True, False])
def test_de_inhoud_verandert_niet_meer(session: Session, notitie: Notitie, wat: str, aangeboden: bool) -> None:
    if aangeboden:
        notitie.status = NotitieStatus.TER_VASTSTELLING
        session.commit()
    else:
        hulp.stel(session, notitie)
    gebied_id = _gebied(notitie).id
    voor = bewerkhulp.toestand(session, gebied_id)
    POGINGEN[wat](session, notitie)
    with pytest.raises(StaatVast, match=r"De notitie 'Jeugd' is .* en kan niet worden gewijzigd"):
        session.flush()
    assert bewerkhulp.toestand(session, gebied_id) == voor


@pytest.mark.parametrize("wat", VAN_DE_NOTITIE)
def test_de_vastgestelde_notitie_zelf_verandert_niet_meer(session: Session, notitie: Notitie, wat: str) -> None:
    hulp.stel(session, notitie)
    VAN_DE_NOTITIE[wat](session, notitie)
    with pytest.raises(StaatVast):
        session.flush()


def test_in_een_concept_mag_dat_allemaal(session: Session, notitie: Notitie) -> None:
    for poging in list(POGINGEN.values()):
        poging(session, session.get_one(Notitie, notitie.id))
        session.flush()
        session.rollback()


def test_wat_geen_tekst_is_blijft_vrij_en_geldt_voor_elke_versie(session: Session, notitie: Notitie) -> None:
    hulp.stel(session, notitie)
    concept = hulp.volgende(session, notitie)
    regel, doel = _gebied(notitie).indicatoren[1], _gebied(notitie).doelen[0]
    indicator = _gebied(notitie).indicatoren[0].indicator
    assert koppel_regel(session, regel=regel, indicator=indicator, door=OPDRACHTREGEL)
    assert geef_oordeel(session, doel=doel, koers=Koers.OP_KOERS, reden="Ingehaald", door=OPDRACHTREGEL)
    assert zet_pad(session, doel=doel, punten=[(date(2021, 1, 1), Decimal(3))], door=OPDRACHTREGEL)
    session.commit()
    zelfde = bewerkhulp.een(session, Indicatorregel, probleemgebied_id=_gebied(concept).id, merk=regel.merk)
    assert zelfde.indicator_id == indicator.id if indicator else False


def test_een_maatregel_hangt_aan_de_interventie_in_elke_versie(session: Session, notitie: Notitie) -> None:
    hulp.stel(session, notitie)
    concept = hulp.volgende(session, notitie)
    maatregel = bewerkhulp.een(session, Maatregel)
    oude, nieuwe = ([i.id for i in _gebied(n).interventies] for n in (notitie, concept))
    assert interventie_ids_van(session, maatregel) == [nieuwe[0]]
    wijzig_maatregel(session, maatregel=maatregel, waarden={"interventie_ids": [nieuwe[1]]}, door=OPDRACHTREGEL)
    session.commit()
    session.expire_all()
    assert sorted(i.id for i in maatregel.interventies) == sorted([oude[1], nieuwe[1]])
    session.delete(_gebied(concept).interventies[1])
    session.commit()
    assert interventie_ids_van(session, maatregel) == [oude[1]]
    hulp.stel(session, concept)
    assert interventie_ids_van(session, maatregel) == []


def test_de_database_bewaakt_het_nummer_en_het_ene_concept(session: Session, notitie: Notitie) -> None:
    hulp.stel(session, notitie)
    velden = {"titel": "X", "lijn": notitie.lijn, **_eigen(notitie)}
    for fout in (
        [Notitie(versienummer=1, **velden)],
        [Notitie(versienummer=2, **velden), Notitie(versienummer=3, **velden)],
    ):
        session.add_all(fout)
        with pytest.raises(IntegrityError):
            session.flush()
        session.rollback()
