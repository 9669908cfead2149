"""Themas and maatregelen: adding, changing, moving, removing and putting back."""

from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.models import Bron, Gebruiker, Interventie, Logregel, Maatregel, Organisatie, Rapportageperiode, Thema
from app.reading.seeds.lezen import Seeds
from app.services.logboek import Dader
from app.services.notities.item_verplaatsen import StaatAlAanHetEind
from app.services.notities.item_verwijderen import verwijder_item
from app.services.notities.items import SOORTEN
from app.services.notities.probleemgebied_beheren import verwijder_probleemgebied, zet_probleemgebied_terug
from app.services.verwijderd.bewaard import MAATREGELEN
from app.services.verwijderd.terugdraaien import KanNietTerug, draai_verwijdering_terug
from app.services.voortgang import fouten
from app.services.voortgang.beeld import beeld_van
from app.services.voortgang.maatregel_beheren import (
    interventie_ids_van,
    verplaats_maatregel,
    verplaats_naar_thema,
    voeg_maatregel_toe,
    wijzig_maatregel,
)
from app.services.voortgang.periode_status import heropen_periode
from app.services.voortgang.thema_beheren import verplaats_thema, voeg_thema_toe, wijzig_thema
from app.services.voortgang.verwijderen import verwijder_maatregel, verwijder_regel, verwijder_thema, zet_terug

DOOR = Dader(None, Bron.SCHERM)


@pytest.fixture
def organisatie(demo: Seeds, session: Session) -> Organisatie:
    return session.scalars(select(Organisatie).where(Organisatie.slug == "het-hogeland")).one()


@pytest.fixture
def themas(session: Session, organisatie: Organisatie) -> list[Thema]:
    keuze = select(Thema).where(Thema.organisatie_id == organisatie.id).order_by(Thema.nummer)
    return list(session.scalars(keuze))


def open_periode(session: Session, code: str = "2019-H2") -> Rapportageperiode:
    return session.scalars(select(Rapportageperiode).where(Rapportageperiode.code == code)).one()


def laatste_zin(session: Session) -> str:
    return session.scalars(select(Logregel.omschrijving).order_by(Logregel.id.desc())).first() or ""


def alles(session: Session) -> Any:
    return [beeld_van(session, open_periode(session, code)).themas for code in ("2019-H1", "2019-H2")]


def test_themas_are_added_renamed_and_moved(session: Session, organisatie: Organisatie, themas: list[Thema]) -> None:
    nieuw = voeg_thema_toe(session, organisatie_id=organisatie.id, naam="  Iets \n nieuws ", door=DOOR)
    assert (nieuw.nummer, nieuw.naam) == (8, "Iets nieuws")
    assert wijzig_thema(session, thema=nieuw, naam="Iets nieuws", door=DOOR) is False
    with pytest.raises(fouten.OngeldigeWaarde, match="Vul een naam in"):
        wijzig_thema(session, thema=nieuw, naam=" ", door=DOOR)
    with pytest.raises(fouten.OngeldigeWaarde, match="al een thema 3"):
        voeg_thema_toe(session, organisatie_id=organisatie.id, naam="x", nummer=3, door=DOOR)
    assert verplaats_thema(session, thema=nieuw, stap=-1, door=DOOR) == "Thema 8 is nu thema 7 en 7 is nu 8"
    assert (nieuw.nummer, themas[6].nummer) == (7, 8)
    with pytest.raises(StaatAlAanHetEind, match="Thema 1 staat al bovenaan"):
        verplaats_thema(session, thema=themas[0], stap=-1, door=DOOR)


def test_a_new_maatregel_is_asked_for_in_the_open_period(session: Session, themas: list[Thema]) -> None:
    eigenaar = session.scalars(select(Gebruiker).where(Gebruiker.email == "manager@hogeland.example")).one()
    interventie = session.scalars(
        select(Interventie).where(Interventie.organisatie_id == themas[0].organisatie_id)
    ).first()
    vreemd = session.scalars(select(Interventie).where(Interventie.organisatie_id != themas[0].organisatie_id)).first()
    assert interventie
    assert vreemd
    maatregel = voeg_maatregel_toe(
        session,
        thema=themas[0],
        waarden={
            "naam": "Nieuw", "letter": " F) ", "eigenaar_id": eigenaar.id, "fte": Decimal("0.5"),
            "interventie_ids": [interventie.id, vreemd.id, 10**6],
        },
        door=DOOR,
    )  # fmt: skip
    assert (maatregel.letter, maatregel.volgorde, interventie_ids_van(session, maatregel)) == ("f", 6, [interventie.id])
    beeld = beeld_van(session, open_periode(session))
    nieuw = next(m for m in beeld.maatregelen if m.id == maatregel.id)
    assert (nieuw.aanduiding, nieuw.eigenaar, nieuw.fte) == ("1f", "Manager Het Hogeland", Decimal("0.5"))
    assert (nieuw.regels[0].nieuw, nieuw.regels[0].ingevuld) == (True, False)
    assert all(m.id != maatregel.id for m in beeld_van(session, open_periode(session, "2019-H1")).maatregelen)


@pytest.mark.parametrize(
    ("waarden", "soort", "zin"),
    [
        ({"letter": "b"}, fouten.LetterBezet, "al een maatregel b: 'Procesregie"),
        ({"letter": "a b"}, fouten.OngeldigeWaarde, "één letter"),
        ({"letter": "abcdefghi"}, fouten.OngeldigeWaarde, "één letter"),
        ({"naam": ""}, fouten.OngeldigeWaarde, "naam"),
        ({"fte": Decimal(0)}, fouten.OngeldigeWaarde, "groter dan 0"),
        ({"eigenaar_id": 10**6}, fouten.OngeldigeWaarde, "werkt niet bij"),
    ],
)
def test_what_cannot_be_is_refused(
    session: Session, themas: list[Thema], waarden: dict[str, Any], soort: type[Exception], zin: str
) -> None:
    maatregel = themas[0].maatregelen[0]
    with pytest.raises(soort, match=zin):
        wijzig_maatregel(session, maatregel=maatregel, waarden=waarden, door=DOOR)
    assert session.is_modified(maatregel) is False


def test_the_same_again_leaves_no_trace(session: Session, themas: list[Thema]) -> None:
    maatregel = themas[0].maatregelen[0]
    ids = interventie_ids_van(session, maatregel)
    waarden = {"naam": maatregel.naam, "letter": "A", "fte": None, "interventie_ids": ids * 2}
    zin = laatste_zin(session)
    assert wijzig_maatregel(session, maatregel=maatregel, waarden=waarden, door=DOOR) is False
    assert laatste_zin(session) == zin
    assert wijzig_maatregel(session, maatregel=maatregel, waarden={"interventie_ids": []}, door=DOOR) is True
    assert interventie_ids_van(session, maatregel) == []


def test_one_line_in_the_logboek_for_fields_and_links_together(session: Session, themas: list[Thema]) -> None:
    maatregel = themas[0].maatregelen[0]
    oud = {"naam": maatregel.naam, "interventie_ids": interventie_ids_van(session, maatregel)}
    nieuw = {"naam": "Anders", "interventie_ids": []}
    assert wijzig_maatregel(session, maatregel=maatregel, waarden=nieuw | {"letter": "a"}, door=DOOR) is True
    regel = session.scalars(select(Logregel).order_by(Logregel.id.desc())).first()
    assert regel is not None
    assert (regel.omschrijving, regel.oud, regel.nieuw) == ("Maatregel 1a Anders gewijzigd", oud, nieuw)


def test_maatregelen_move_and_keep_their_letter(session: Session, themas: list[Thema]) -> None:
    a, b = themas[0].maatregelen[:2]
    assert verplaats_maatregel(session, maatregel=a, stap=1, door=DOOR).startswith("Maatregel 1a ")
    assert [m.letter for m in themas[0].maatregelen] == ["b", "a", "c", "d", "e"]
    with pytest.raises(StaatAlAanHetEind):
        verplaats_maatregel(session, maatregel=b, stap=-1, door=DOOR)
    with pytest.raises(fouten.LetterBezet):
        verplaats_naar_thema(session, maatregel=a, thema=themas[1], door=DOOR)
    e = themas[0].maatregelen[4]
    assert verplaats_naar_thema(session, maatregel=e, thema=themas[1], door=DOOR) is True
    assert [m.letter for m in themas[1].maatregelen] == ["a", "b", "e"]


@pytest.mark.parametrize("plek", [0, 2, 4])
def test_a_removed_maatregel_comes_back_whole(session: Session, themas: list[Thema], plek: int) -> None:
    voor, maatregel = alles(session), themas[0].maatregelen[plek]
    id_ = maatregel.id
    weg = verwijder_maatregel(session, maatregel=maatregel, door=DOOR)
    session.commit()
    beeld = beeld_van(session, open_periode(session))
    assert id_ not in [m.id for m in (*beeld.maatregelen, *beeld.zonder_regel)]
    assert alles(session)[0] == voor[0]  # closed: frozen
    terug = zet_terug(session, verwijdering=weg, door=DOOR)
    session.commit()
    assert terug.id == id_
    assert [_zonder_rev(themas) for themas in alles(session)] == [_zonder_rev(themas) for themas in voor]
    with pytest.raises(KanNietTerug, match="al teruggezet"):
        zet_terug(session, verwijdering=weg, door=DOOR)


def test_a_removed_thema_comes_back_on_its_place(session: Session, themas: list[Thema]) -> None:
    voor = alles(session)
    weg = verwijder_thema(session, thema=themas[1], door=DOOR)
    session.commit()
    assert [t.nummer for t in beeld_van(session, open_periode(session)).themas] == [1, 2, 3, 4, 5, 6]
    assert alles(session)[0] == voor[0]
    zet_terug(session, verwijdering=weg, door=DOOR)
    session.commit()
    assert [_zonder_rev(themas) for themas in alles(session)] == [_zonder_rev(themas) for themas in voor]
    heropen_periode(session, periode=open_periode(session, "2019-H1"), reden="Kijken", door=DOOR)
    teksten = [[r.voortgang for t in themas for r in t.regels] for themas in (voor[0], alles(session)[0])]
    assert teksten[0] == teksten[1]


def test_a_letter_that_was_given_away_stops_the_return(session: Session, themas: list[Thema]) -> None:
    weg = verwijder_maatregel(session, maatregel=themas[0].maatregelen[0], door=DOOR)
    ander = themas[0].maatregelen[0]
    wijzig_maatregel(session, maatregel=ander, waarden={"letter": "a"}, door=DOOR)
    with pytest.raises(KanNietTerug, match="de letter a is nu van een andere maatregel"):
        zet_terug(session, verwijdering=weg, door=DOOR)


def test_a_removed_row_comes_back(session: Session, themas: list[Thema]) -> None:
    voor = alles(session)
    periode = open_periode(session)
    regel = next(r for r in periode.regels if r.momenten)
    weg = verwijder_regel(session, regel=regel, door=DOOR)
    assert len(beeld_van(session, periode).regels) == 17
    zet_terug(session, verwijdering=weg, door=DOOR)
    session.commit()
    assert [_zonder_rev(themas) for themas in alles(session)] == [_zonder_rev(themas) for themas in voor]
    dicht = open_periode(session, "2019-H1").regels[0]
    with pytest.raises(fouten.PeriodeGesloten):
        verwijder_regel(session, regel=dicht, door=DOOR)


def test_an_interventie_that_goes_takes_only_the_link(session: Session, themas: list[Thema]) -> None:
    maatregel = themas[0].maatregelen[0]
    [id_] = interventie_ids_van(session, maatregel)
    interventie = session.get_one(Interventie, id_)
    verwijder_item(session, soort=SOORTEN["interventie"], item=interventie, door=DOOR)
    session.commit()
    assert interventie_ids_van(session, maatregel) == []
    assert session.get(Maatregel, maatregel.id) is not None


def test_an_interventie_that_comes_back_has_its_maatregelen_again(session: Session, themas: list[Thema]) -> None:
    voor = alles(session)
    a, b = themas[0].maatregelen[:2]
    [id_] = interventie_ids_van(session, a)
    wijzig_maatregel(session, maatregel=b, waarden={"interventie_ids": [id_]}, door=DOOR)
    session.commit()
    links = [(m.id, interventie_ids_van(session, m)) for m in (a, b)]
    weg, _ = verwijder_item(session, soort=SOORTEN["interventie"], item=session.get_one(Interventie, id_), door=DOOR)
    session.commit()
    assert [interventie_ids_van(session, m) for m in (a, b)] == [[], []]
    draai_verwijdering_terug(session, verwijdering=weg, door=DOOR)
    session.commit()
    assert [(m.id, interventie_ids_van(session, m)) for m in (a, b)] == links
    assert alles(session)[0] == voor[0]


def test_a_maatregel_that_is_gone_is_passed_over(session: Session, themas: list[Thema]) -> None:
    a, b = themas[0].maatregelen[:2]
    [id_] = interventie_ids_van(session, a)
    wijzig_maatregel(session, maatregel=b, waarden={"interventie_ids": [id_]}, door=DOOR)
    session.commit()
    weg, _ = verwijder_item(session, soort=SOORTEN["interventie"], item=session.get_one(Interventie, id_), door=DOOR)
    maatregel_weg = verwijder_maatregel(session, maatregel=b, door=DOOR)
    draai_verwijdering_terug(session, verwijdering=weg, door=DOOR)
    session.commit()
    assert interventie_ids_van(session, a) == [id_]
    assert session.get_one(Interventie, id_).maatregelen == [a]
    terug = zet_terug(session, verwijdering=maatregel_weg, door=DOOR)
    assert isinstance(terug, Maatregel)


def test_what_was_removed_before_links_were_kept_comes_back_without(session: Session, themas: list[Thema]) -> None:
    """A removal that is stored already has no list of maatregelen."""
    [id_] = interventie_ids_van(session, themas[0].maatregelen[0])
    weg, _ = verwijder_item(session, soort=SOORTEN["interventie"], item=session.get_one(Interventie, id_), door=DOOR)
    weg.inhoud = {naam: waarde for naam, waarde in weg.inhoud.items() if naam != MAATREGELEN}
    draai_verwijdering_terug(session, verwijdering=weg, door=DOOR)
    assert session.get_one(Interventie, id_).maatregelen == []


def test_a_whole_probleemgebied_comes_back_with_its_links(session: Session, themas: list[Thema]) -> None:
    alle = [m for thema in themas for m in thema.maatregelen]
    links = [interventie_ids_van(session, m) for m in alle]
    id_ = next(ids[0] for ids in links if ids)
    gebied = session.get_one(Interventie, id_).probleemgebied
    eigen = {interventie.id for interventie in gebied.interventies}
    weg = verwijder_probleemgebied(session, gebied=gebied, door=DOOR)
    session.commit()
    assert [interventie_ids_van(session, m) for m in alle] == [[i for i in ids if i not in eigen] for ids in links]
    zet_probleemgebied_terug(session, verwijdering=weg, door=DOOR)
    session.commit()
    assert [interventie_ids_van(session, m) for m in alle] == links


def test_the_database_lets_links_go_with_a_maatregel(session: Session, themas: list[Thema]) -> None:
    leeg = voeg_maatregel_toe(session, thema=themas[6], waarden={"naam": "Los"}, door=DOOR)
    for regel in list(leeg.regels):
        session.delete(regel)
    session.flush()
    session.execute(delete(Maatregel).where(Maatregel.id == leeg.id))


def _zonder_rev(themas: Any) -> Any:
    from dataclasses import replace

    return [
        replace(
            t,
            maatregelen=tuple(replace(m, regels=tuple(replace(r, rev=1) for r in m.regels)) for m in t.maatregelen),
        )
        for t in themas
    ]
