"""What the database refuses whatever the code above it does, and what it gives back exactly as it was put in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from app.domain.structuur import Opdrachtnemer, Richting
from app.models import (
    Doel,
    Gebruiker,
    Indicatorregel,
    Interventie,
    Notitie,
    Onderdeel,
    Opdracht,
    Organisatie,
    OrganisatieSoort,
    Probleemgebied,
    Punt,
    PuntSoort,
    Regio,
    Rol,
    Toewijzing,
    db,
)


@dataclass
class Wereld:
    """One gemeente with two probleemgebieden; `ander` is a doel of another gemeente."""

    organisatie: Organisatie
    notitie: Notitie
    gebied: Probleemgebied
    gebied2: Probleemgebied
    doel: Doel
    doel2: Doel
    interventie: Interventie
    onderdeel: Onderdeel
    ander: Doel

    @property
    def van(self) -> dict[str, int]:
        return {"organisatie_id": self.organisatie.id}

    @property
    def in_gebied(self) -> dict[str, int]:
        return {**self.van, "probleemgebied_id": self.gebied.id}


def maak_gebied(session: Session, notitie: Notitie, volgorde: int) -> Probleemgebied:
    van = {"organisatie_id": notitie.organisatie_id, "notitie_id": notitie.id}
    gebied = Probleemgebied(naam=f"Gebied {volgorde}", volgorde=volgorde, **van)
    session.add(gebied)
    session.flush()
    return gebied


def maak_doel(session: Session, gebied: Probleemgebied, nummer: int) -> Doel:
    van = {"organisatie_id": gebied.organisatie_id, "probleemgebied_id": gebied.id}
    doel = Doel(nummer=nummer, tekst="Minder wachten", **van)
    session.add(doel)
    session.flush()
    return doel


def maak_notitie(session: Session, slug: str) -> Notitie:
    organisatie = Organisatie(slug=slug, naam=slug.title(), soort=OrganisatieSoort.GEMEENTE)
    session.add(organisatie)
    session.flush()
    notitie = Notitie(titel="Notitie", organisatie_id=organisatie.id)
    session.add(notitie)
    session.flush()
    return notitie


@pytest.fixture
def wereld(session: Session) -> Wereld:
    notitie = maak_notitie(session, "hier")
    gebied, gebied2 = maak_gebied(session, notitie, 1), maak_gebied(session, notitie, 2)
    ander = maak_doel(session, maak_gebied(session, maak_notitie(session, "daar"), 1), 1)
    interventie = Interventie(
        organisatie_id=notitie.organisatie_id, probleemgebied_id=gebied.id, nummer=1, tekst="Samen overleggen"
    )
    session.add(interventie)
    session.flush()
    onderdeel = Onderdeel(
        organisatie_id=notitie.organisatie_id, interventie_id=interventie.id, letter="a", tekst="Elke maand"
    )
    session.add(onderdeel)
    doelen = maak_doel(session, gebied, 1), maak_doel(session, gebied2, 1)
    session.commit()
    return Wereld(notitie.organisatie, notitie, gebied, gebied2, *doelen, interventie, onderdeel, ander)


LOKAAL, RIGG = Opdrachtnemer.LOKAAL, Opdrachtnemer.RIGG
TIEN, TWINTIG = Decimal(10), Decimal(20)

# Per case: the constraint that must refuse it, and what is added to the world.
ONZIN: dict[str, tuple[str, Callable[[Wereld], list[Any]]]] = {
    "twee doelen met hetzelfde nummer": (
        "uq_doel_probleemgebied_id_nummer",
        lambda w: [Doel(nummer=3, tekst="een", **w.in_gebied), Doel(nummer=3, tekst="twee", **w.in_gebied)],
    ),
    "doel zonder tekst": ("ck_doel_tekst_niet_leeg", lambda w: [Doel(nummer=2, tekst="", **w.in_gebied)]),
    "doel nul": ("ck_doel_nummer_positief", lambda w: [Doel(nummer=0, tekst="nul", **w.in_gebied)]),
    "maximum onder minimum": (
        "ck_doel_max_niet_onder_min",
        lambda w: [Doel(nummer=2, tekst="x", richting=Richting.DALING, minimum=TWINTIG, maximum=TIEN, **w.in_gebied)],
    ),
    "open met een getal": (
        "ck_doel_open_zonder_getal",
        lambda w: [Doel(nummer=2, tekst="x", richting=Richting.DALING, open=True, minimum=TIEN, **w.in_gebied)],
    ),
    "kwalitatief met een getal": (
        "ck_doel_kwalitatief_zonder_getal",
        lambda w: [Doel(nummer=2, tekst="x", richting=Richting.KWALITATIEF, maximum=TIEN, **w.in_gebied)],
    ),
    "doeljaar in een andere eeuw": (
        "ck_doel_doeljaar",
        lambda w: [Doel(nummer=2, tekst="x", doeljaar=20225, **w.in_gebied)],
    ),
    "doel in een gebied van een ander": (
        "fk_doel_probleemgebied_id_organisatie_id",
        lambda w: [Doel(nummer=2, tekst="x", organisatie_id=w.ander.organisatie_id, probleemgebied_id=w.gebied.id)],
    ),
    "indicator bij een doel van een ander gebied": (
        "fk_indicatorregel_doel_id_probleemgebied_id",
        lambda w: [Indicatorregel(volgorde=1, tekst="x", doel_id=w.doel2.id, **w.in_gebied)],
    ),
    "indicator zonder nummer": (
        "ck_indicatorregel_doel_of_los_nummer",
        lambda w: [Indicatorregel(volgorde=1, tekst="x", **w.in_gebied)],
    ),
    "indicator met twee nummers": (
        "ck_indicatorregel_doel_of_los_nummer",
        lambda w: [Indicatorregel(volgorde=1, tekst="x", doel_id=w.doel.id, los_nummer=1, **w.in_gebied)],
    ),
    "indicator zonder tekst": (
        "ck_indicatorregel_tekst_niet_leeg",
        lambda w: [Indicatorregel(volgorde=1, tekst="", los_nummer=1, **w.in_gebied)],
    ),
    "toewijzing aan een doel van een andere organisatie": (
        "fk_toewijzing_doel_id_organisatie_id",
        lambda w: [Toewijzing(opdrachtnemer=LOKAAL, doel_id=w.ander.id, **w.van)],
    ),
    "toewijzing aan een interventie van een andere organisatie": (
        "fk_toewijzing_interventie_id_organisatie_id",
        lambda w: [
            Toewijzing(opdrachtnemer=LOKAAL, interventie_id=w.interventie.id, organisatie_id=w.ander.organisatie_id)
        ],
    ),
    "toewijzing met twee doelwitten": (
        "ck_toewijzing_precies_een",
        lambda w: [Toewijzing(opdrachtnemer=RIGG, doel_id=w.doel.id, onderdeel_id=w.onderdeel.id, **w.van)],
    ),
    "toewijzing van niets": ("ck_toewijzing_precies_een", lambda w: [Toewijzing(opdrachtnemer=RIGG, **w.van)]),
    "twee keer dezelfde toewijzing": (
        "uq_toewijzing_doel_id_opdrachtnemer",
        lambda w: [Toewijzing(opdrachtnemer=RIGG, doel_id=w.doel.id, **w.van) for _ in range(2)],
    ),
    "twee interventies met hetzelfde nummer": (
        "uq_interventie_probleemgebied_id_nummer",
        lambda w: [Interventie(nummer=1, tekst="nog een", **w.in_gebied)],
    ),
    "interventie zonder tekst": (
        "ck_interventie_tekst_niet_leeg",
        lambda w: [Interventie(nummer=2, tekst="", **w.in_gebied)],
    ),
    "twee onderdelen a": (
        "uq_onderdeel_interventie_id_letter",
        lambda w: [Onderdeel(letter="a", tekst="nog een", interventie_id=w.interventie.id, **w.van)],
    ),
    "onderdeel zonder tekst": (
        "ck_onderdeel_tekst_niet_leeg",
        lambda w: [Onderdeel(letter="b", tekst="", interventie_id=w.interventie.id, **w.van)],
    ),
    "twee punten op dezelfde plaats": (
        "uq_punt_probleemgebied_id_soort_volgorde",
        lambda w: [Punt(soort=PuntSoort.IST, volgorde=1, tekst="x", **w.in_gebied) for _ in range(2)],
    ),
    "punt zonder tekst": (
        "ck_punt_tekst_niet_leeg",
        lambda w: [Punt(soort=PuntSoort.SOLL, volgorde=1, tekst="", **w.in_gebied)],
    ),
    "opdracht zonder tekst": (
        "ck_opdracht_tekst_niet_leeg",
        lambda w: [Opdracht(opdrachtnemer=RIGG, volgorde=1, tekst="", **w.in_gebied)],
    ),
    "twee opdrachten op dezelfde plaats": (
        "uq_opdracht_probleemgebied_id_opdrachtnemer_volgorde",
        lambda w: [Opdracht(opdrachtnemer=RIGG, volgorde=1, tekst="x", **w.in_gebied) for _ in range(2)],
    ),
    "probleemgebied in een notitie van een ander": (
        "fk_probleemgebied_notitie_id_organisatie_id",
        lambda w: [
            Probleemgebied(naam="x", volgorde=9, notitie_id=w.notitie.id, organisatie_id=w.ander.organisatie_id)
        ],
    ),
    "probleemgebied zonder naam": (
        "ck_probleemgebied_naam_niet_leeg",
        lambda w: [Probleemgebied(naam="", volgorde=9, notitie_id=w.notitie.id, **w.van)],
    ),
    "twee probleemgebieden op dezelfde plaats": (
        "uq_probleemgebied_notitie_id_volgorde",
        lambda w: [Probleemgebied(naam="x", volgorde=1, notitie_id=w.notitie.id, **w.van)],
    ),
    "notitie zonder titel": ("ck_notitie_titel_niet_leeg", lambda w: [Notitie(titel="", **w.van)]),
    "organisatie zonder naam": (
        "ck_organisatie_niet_leeg",
        lambda w: [Organisatie(slug="leeg", naam="", soort=OrganisatieSoort.GEMEENTE)],
    ),
    "twee organisaties met dezelfde slug": (
        "uq_organisatie_slug",
        lambda w: [Organisatie(slug="hier", naam="Nog eens", soort=OrganisatieSoort.GEMEENTE)],
    ),
    "twee regio's met dezelfde slug": ("uq_regio_slug", lambda w: [Regio(slug="r", naam="R") for _ in range(2)]),
    "twee gebruikers met hetzelfde adres": (
        "uq_gebruiker_email",
        lambda w: [
            Gebruiker(email="a@b.example", naam="A", rol=Rol.LEZER, wachtwoord_hash="x", **w.van) for _ in range(2)
        ],
    ),
}

SQLITE_SOORT = {"uq": "UNIQUE constraint failed", "fk": "FOREIGN KEY constraint failed"}


@pytest.mark.parametrize("geval", ONZIN)
def test_de_database_weigert(geval: str, wereld: Wereld, session: Session) -> None:
    beperking, maak = ONZIN[geval]
    session.add_all(maak(wereld))
    with pytest.raises(IntegrityError) as fout:
        session.flush()
    # SQLite names only the checks.
    verwacht = SQLITE_SOORT.get(beperking[:2], beperking) if _is_sqlite(session) else beperking
    assert verwacht in str(fout.value.orig)


def _is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


KEUZES = [
    ("doel", "richting"),
    ("notitie", "status"),
    ("organisatie", "soort"),
    ("probleemgebied", "prioriteit"),
]


@pytest.mark.parametrize(("tabel", "kolom"), KEUZES)
def test_een_onbekende_keuze_komt_er_ook_buiten_het_model_om_niet_in(
    tabel: str, kolom: str, wereld: Wereld, session: Session
) -> None:
    with pytest.raises(IntegrityError, match=f"ck_{tabel}_{kolom}"):
        session.execute(text(f"UPDATE {tabel} SET {kolom} = 'omhoog'"))


def test_een_onbekende_richting_komt_niet_in_het_model(wereld: Wereld, session: Session) -> None:
    wereld.doel.richting = "omhoog"  # type: ignore[assignment]
    with pytest.raises(StatementError, match="omhoog"):
        session.flush()


def test_wie_als_tweede_bewaart_overschrijft_niets(app: Flask, wereld: Wereld, session: Session) -> None:
    doel_id = wereld.doel.id
    session.commit()
    with Session(db.engine) as een, Session(db.engine) as twee:
        van_een, van_twee = een.get_one(Doel, doel_id), twee.get_one(Doel, doel_id)
        van_een.tekst = "Van de eerste"
        een.commit()
        van_twee.tekst = "Van de tweede"
        with pytest.raises(StaleDataError):
            twee.flush()
    session.expire_all()
    assert (wereld.doel.tekst, wereld.doel.rev) == ("Van de eerste", 2)


def test_verwijderen_wat_een_ander_veranderde_kan_niet(app: Flask, wereld: Wereld, session: Session) -> None:
    doel_id = wereld.doel2.id
    session.commit()
    with Session(db.engine) as een, Session(db.engine) as twee:
        weg = twee.get_one(Doel, doel_id)
        een.get_one(Doel, doel_id).tekst = "Intussen anders"
        een.commit()
        twee.delete(weg)
        with pytest.raises(StaleDataError):
            twee.flush()


GETALLEN = ["0", "0.0001", "0.1", "12.5", "33.3333", "100", "1200000", "99999999999999.9999"]


@pytest.mark.parametrize("getal", GETALLEN)
def test_getallen_komen_precies_terug(getal: str, wereld: Wereld, session: Session) -> None:
    wereld.doel.richting = Richting.NIVEAU
    wereld.doel.minimum = wereld.doel.maximum = Decimal(getal)
    session.commit()
    session.expire_all()
    assert wereld.doel.minimum == Decimal(getal)
    assert f"{wereld.doel.maximum:f}" == getal


def test_getallen_worden_als_getal_vergeleken(wereld: Wereld, session: Session) -> None:
    """Nine is less than ten, also where a database would compare texts."""
    wereld.doel.richting = Richting.NIVEAU
    wereld.doel.minimum, wereld.doel.maximum = Decimal("9.5"), Decimal(10)
    session.flush()
    assert session.query(Doel).where(Doel.minimum < Decimal("9.75")).all() == [wereld.doel]


def test_momenten_komen_terug_in_utc(wereld: Wereld, session: Session) -> None:
    assert wereld.doel.aangemaakt_op.utcoffset() == timedelta(0)
    assert abs(datetime.now(UTC) - wereld.doel.aangemaakt_op) < timedelta(minutes=5)


def test_een_moment_uit_een_andere_tijdzone_is_hetzelfde_moment(wereld: Wereld, session: Session) -> None:
    if not _is_sqlite(session):
        session.execute(text("SET TIME ZONE 'Europe/Amsterdam'"))
    zomertijd = datetime(2026, 7, 1, 12, 30, 15, 123456, tzinfo=timezone(timedelta(hours=2)))
    wereld.doel.gewijzigd_op = zomertijd
    session.flush()
    session.expire_all()
    assert wereld.doel.gewijzigd_op == zomertijd
    assert wereld.doel.gewijzigd_op.utcoffset() == timedelta(0)


def test_bijwerken_zet_de_tijd_van_wijziging(wereld: Wereld, session: Session) -> None:
    eerder = wereld.doel.gewijzigd_op
    wereld.doel.tekst = "Nog minder wachten"
    session.commit()
    assert wereld.doel.gewijzigd_op > eerder
    assert wereld.doel.aangemaakt_op <= eerder


def test_een_lijst_verwijderen_neemt_alles_eronder_mee(wereld: Wereld, session: Session) -> None:
    toewijzing = Toewijzing(opdrachtnemer=RIGG, onderdeel_id=wereld.onderdeel.id, **wereld.van)
    session.add_all([toewijzing, Indicatorregel(volgorde=1, tekst="x", doel_id=wereld.doel.id, **wereld.in_gebied)])
    session.commit()
    session.delete(wereld.notitie)
    session.commit()
    for soort in (Probleemgebied, Indicatorregel, Interventie, Onderdeel, Toewijzing):
        over = session.query(soort).where(soort.organisatie_id == wereld.ander.organisatie_id).count()
        assert session.query(soort).count() == over, soort.__name__
