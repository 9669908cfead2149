"""The logboek cannot be changed: not by the session, not around it; and every change leaves a line in it."""

import contextvars

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import downgrade, upgrade
from sqlalchemy import delete, inspect, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.models import Bron, Doel, Gebruiker, Indicatorregel, LogboekVerandertNiet, Logregel, Organisatie, Rol, db
from app.models.basis import Basis
from app.services.logboek import OPDRACHTREGEL, schrijf
from tests import logboekcontrole
from tests.integration import bewerkhulp as hulp
from tests.integration.bewerkhulp import Wereld

NAAR_BUITEN = ["UPDATE logregel SET omschrijving = 'Niets gebeurd'", "DELETE FROM logregel"]


@pytest.fixture
def regel(session: Session) -> Logregel:
    organisatie = hulp.maak_organisatie(session)
    regel = schrijf(session, door=OPDRACHTREGEL, organisatie_id=organisatie.id, omschrijving="Iets gedaan")
    session.commit()
    return regel


def test_de_sessie_weigert_een_regel_te_wijzigen(session: Session, regel: Logregel) -> None:
    regel.omschrijving = "Niets gebeurd"
    with pytest.raises(LogboekVerandertNiet):
        session.flush()


def test_de_sessie_weigert_een_regel_te_verwijderen(session: Session, regel: Logregel) -> None:
    session.delete(regel)
    with pytest.raises(LogboekVerandertNiet, match="kan niet worden gewijzigd of verwijderd"):
        session.flush()


def test_dezelfde_waarde_is_geen_wijziging(session: Session, regel: Logregel) -> None:
    regel.omschrijving = regel.omschrijving + ""
    session.commit()


@pytest.mark.parametrize("van", [Logregel, Logregel.__table__])
def test_de_sessie_weigert_het_in_het_groot(session: Session, regel: Logregel, van: type[Logregel]) -> None:
    for opdracht in (update(van).values(omschrijving="Niets"), delete(van)):
        with pytest.raises(LogboekVerandertNiet):
            session.execute(opdracht)


@pytest.mark.parametrize("opdracht", NAAR_BUITEN)
def test_de_database_weigert_het_ook(session: Session, regel: Logregel, opdracht: str) -> None:
    with pytest.raises(DBAPIError, match="Het logboek verandert niet"):
        session.execute(text(opdracht))
    session.rollback()
    assert session.scalars(select(Logregel.omschrijving)).all() == ["Iets gedaan"]


def test_leegmaken_gaat_ook_niet(session: Session, regel: Logregel) -> None:
    if db.engine.dialect.name == "sqlite":
        pytest.skip("SQLite kent geen TRUNCATE")
    with pytest.raises(DBAPIError, match="Het logboek verandert niet"):
        session.execute(text("TRUNCATE logregel CASCADE"))


def test_wie_en_waar_iets_gebeurde_kan_er_niet_onderuit(session: Session, regel: Logregel) -> None:
    """What a line refers to cannot go either: the history keeps whom it was."""
    session.add(Logregel(organisatie_id=regel.organisatie_id, bron=Bron.SCHERM, omschrijving="Nog iets"))
    gebruiker = hulp.maak_gebruiker(session, session.get_one(Organisatie, regel.organisatie_id))
    session.flush()
    session.add(
        Logregel(
            organisatie_id=regel.organisatie_id, bron=Bron.SCHERM, gebruiker_id=gebruiker.id, omschrijving="Van hem"
        )
    )
    session.commit()
    for model, id_ in ((Gebruiker, gebruiker.id), (Organisatie, regel.organisatie_id)):
        with pytest.raises(DBAPIError):
            session.execute(delete(model).where(model.id == id_))
        session.rollback()


def test_de_migratie_kan_terug_met_regels_erin(app: Flask, session: Session, regel: Logregel) -> None:
    session.close()
    with app.app_context():
        downgrade(revision="0018")
        with db.engine.begin() as verbinding:
            verbinding.execute(text("UPDATE logregel SET omschrijving = 'Vroeger'"))
        upgrade()
        with pytest.raises(DBAPIError), db.engine.begin() as verbinding:
            verbinding.execute(text(NAAR_BUITEN[0]))
        assert db.session.scalars(select(Logregel.omschrijving)).all() == ["Vroeger"]


# --- every change leaves a line ---------------------------------------------------------------------------------------


def test_een_wijziging_zonder_regel_valt_op(client: FlaskClient, session: Session, app: Flask) -> None:
    """The check itself: what a request or a command changes without a line is refused in the tests."""
    wereld = hulp.maak_wereld(client, session)

    def ongelogd() -> None:
        logboekcontrole.let_op()
        with app.app_context():
            db.session.execute(update(Doel).where(Doel.nummer == 1).values(tekst="Stil gewijzigd"))
            db.session.commit()

    with pytest.raises(logboekcontrole.OngelogdeDaad, match="doel"):
        contextvars.copy_context().run(ongelogd)
    assert wereld.session.scalars(select(Doel.tekst).where(Doel.nummer == 1)).first() != "Stil gewijzigd"


@pytest.mark.parametrize(
    ("statement", "tabel"),
    [
        ("UPDATE doel SET tekst=%(tekst)s WHERE doel.id = 1", "doel"),
        ("UPDATE doel SET rev=doel.rev, gewijzigd_op=doel.gewijzigd_op WHERE doel.id = 1", None),
        ('INSERT INTO "doel" (tekst) VALUES (?)', "doel"),
        ("DELETE FROM doel WHERE doel.id = ?", "doel"),
        ("UPDATE gebruiker SET laatste_bezoek=?, gewijzigd_op=? WHERE gebruiker.id = ?", None),
        ("UPDATE gebruiker SET rol=?, gewijzigd_op=? WHERE gebruiker.id = ?", "gebruiker"),
        ("SELECT 1", None),
    ],
)
def test_wat_een_wijziging_is(statement: str, tabel: str | None) -> None:
    assert logboekcontrole.geraakt(statement) == tabel


def test_elke_tabel_valt_eronder_of_heeft_een_reden(app: Flask) -> None:
    with app.app_context():
        tabellen = set(inspect(db.engine).get_table_names()) - {"alembic_version"}
    assert tabellen == set(Basis.metadata.tables)
    assert logboekcontrole.ZONDER_REGEL.keys() <= tabellen
    assert all(reden for reden in logboekcontrole.ZONDER_REGEL.values())
    for tabel, kolommen in logboekcontrole.BIJZAAK.items():
        assert kolommen <= set(Basis.metadata.tables[tabel].columns.keys())


# --- in words -------------------------------------------------------------------------------------------------------


def test_een_nummer_staat_er_in_woorden(client: FlaskClient, session: Session) -> None:
    wereld: Wereld = hulp.maak_wereld(client, session)
    adres = f"{wereld.basis}/indicator/{wereld.id(Indicatorregel, tekst='A1')}"
    doel = wereld.id(Doel, nummer=4)
    velden = hulp.formulier(client.get(adres)) | {"doel_id": str(doel)}
    hulp.volg(client, hulp.sla_op(client, adres, velden))
    laatste = session.scalars(select(Logregel).order_by(Logregel.id.desc())).first()
    assert laatste is not None
    assert (laatste.oud["doel"], laatste.nieuw["doel"]) == (1, 4)
    assert "doel_id" not in laatste.nieuw


def test_wat_een_opdracht_maakt_staat_erin(app: Flask, session: Session) -> None:
    def doe(*woorden: str, invoer: str | None = None) -> None:
        uit = app.test_cli_runner().invoke(args=list(woorden), input=invoer)
        assert uit.exit_code == 0, uit.output

    doe("organisatie", "maak", "proefdorp", "Proefdorp", "--regio", "proef")
    vast = ["--rol", Rol.MANAGER.value, "--organisatie", "proefdorp", "--wachtwoord-stdin"]
    doe("gebruiker", "maak", "pa@proefdorp.example", *vast, invoer="tien kleine visjes zwemmen\n")
    regels = session.scalars(select(Logregel).order_by(Logregel.id)).all()
    assert [(r.bron, r.omschrijving) for r in regels] == [
        (Bron.OPDRACHTREGEL, "Organisatie 'Proefdorp' gemaakt"),
        (Bron.OPDRACHTREGEL, "Toegevoegd als manager: pa (pa@proefdorp.example)"),
    ]
    assert regels[0].nieuw == {"naam": "Proefdorp", "slug": "proefdorp", "soort": "gemeente", "regio": "proef"}
