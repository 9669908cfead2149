"""Taking over a report: all or nothing, never guessed, and twice is once."""

from copy import deepcopy
from dataclasses import dataclass

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.planning.lezen import lees_planning
from app.domain.voortgang.koppeling import Uitkomst, koppel_maatregelen
from app.domain.voortgang.periodestatus import Beoordeling
from app.domain.voortgang.structuur import Kleur, Maatregel, Regel, Status, Thema, Voortgang
from app.models import Bron, Logregel, Rapportageperiode
from app.models import Maatregel as MaatregelRij
from app.models import Thema as ThemaRij
from app.services.logboek import OPDRACHTREGEL, Dader
from app.services.organisaties.maken import maak_organisatie
from app.services.voortgang import fouten
from app.services.voortgang.beeld import beeld_van
from app.services.voortgang.periode_openen import open_periode
from app.services.voortgang.periode_starten import start_volgende_periode
from app.services.voortgang.periode_status import sluit_periode, zet_ter_controle
from app.services.voortgang.rapport_koppelen import Keuzes, Ontbreekt, bekende_maatregelen
from app.services.voortgang.rapport_overnemen import Overgenomen, neem_voortgang_over

DOOR = Dader(None, Bron.IMPORT)


@dataclass
class GelezenKleur:
    kleur: Kleur
    oorzaak: str = ""
    gevolg: str = ""
    bijsturing: str = ""


def regel(voortgang: str, *planning: str) -> Regel:
    gelezen = lees_planning(planning)
    return Regel(voortgang, list(planning), gelezen.status or Status.NIET_GESTART, gelezen.momenten)


def rapport() -> Voortgang:
    return Voortgang(
        "Rapportage",
        themas=[
            Thema(
                1,
                "Structuur",
                [
                    Maatregel("a", "Inzet specialisten", [regel("Loopt.", "Doorlopend")]),
                    Maatregel("b", "Procesregie", [regel("Klaar.", "Afgerond"), regel("Loopt door.", "Jaarlijks")]),
                ],
            ),
            Thema(3, "Normaliseren", [Maatregel(None, "Scherper indiceren", [regel("Training.", "Q1 2020")])]),
        ],
    )


@pytest.fixture
def periode(session: Session) -> Rapportageperiode:
    organisatie = maak_organisatie(session, slug="testdorp", naam="Testdorp", door=OPDRACHTREGEL)
    return open_periode(session, organisatie_id=organisatie.id, code="2019-H1", door=DOOR)


def neem_over(
    session: Session, periode: Rapportageperiode, bron: Voortgang, keuzes: Keuzes | None = None
) -> Overgenomen:
    return neem_voortgang_over(session, periode=periode, bron=bron, door=DOOR, keuzes=keuzes)


def stand(session: Session, periode: Rapportageperiode) -> list[tuple[str, str, list[tuple[str, str, str | None]]]]:
    return [
        (m.aanduiding, m.naam, [(r.voortgang, r.planning, r.status) for r in m.regels])
        for m in beeld_van(session, periode).maatregelen
    ]


def test_takes_over_everything(session: Session, periode: Rapportageperiode) -> None:
    uitkomst = neem_over(session, periode, rapport())
    assert (uitkomst.toegevoegd, uitkomst.zin) == (4, "4 toegevoegd")
    assert stand(session, periode) == [
        ("1a", "Inzet specialisten", [("Loopt.", "Doorlopend", "doorlopend")]),
        ("1b", "Procesregie", [("Klaar.", "Afgerond", "afgerond"), ("Loopt door.", "Jaarlijks", "doorlopend")]),
        ("3", "Scherper indiceren", [("Training.", "Q1 2020", "gepland")]),
    ]
    assert {r.beoordeling for r in beeld_van(session, periode).regels} == {Beoordeling.INGEVULD}


def test_the_same_report_twice_changes_nothing(session: Session, periode: Rapportageperiode) -> None:
    neem_over(session, periode, rapport())
    session.commit()
    voor, regels = stand(session, periode), session.scalar(select(func.count()).select_from(Logregel))
    revs = [r.rev for r in beeld_van(session, periode).regels]
    uitkomst = neem_over(session, periode, rapport())
    assert (uitkomst.toegevoegd, uitkomst.gewijzigd, uitkomst.gelijk) == (0, 0, 4)
    assert stand(session, periode) == voor
    assert [r.rev for r in beeld_van(session, periode).regels] == revs
    assert session.scalar(select(func.count()).select_from(Logregel)) == regels


def test_a_renamed_maatregel_waits_for_a_decision(session: Session, periode: Rapportageperiode) -> None:
    neem_over(session, periode, rapport())
    tweede = start_volgende_periode(session, na=periode, door=DOOR).periode
    anders = rapport()
    anders.themas[0].maatregelen[0].naam = "Specialisten beter inzetten"
    bekend = bekende_maatregelen(session, periode.organisatie_id)
    treffer = koppel_maatregelen(anders, bekend).treffers[0]
    assert treffer.uitkomst is Uitkomst.HERNOEMD
    with pytest.raises(fouten.KeuzeOntbreekt, match="Specialisten beter inzetten") as fout:
        neem_over(session, tweede, anders)
    assert fout.value.plekken == ("1/1",)
    neem_over(session, tweede, anders, Keuzes({"1/1": bekend[0].sleutel}))
    assert stand(session, tweede)[0][:2] == ("1a", "Specialisten beter inzetten")
    assert beeld_van(session, tweede).maatregelen[0].regels[0].vorige is not None
    assert session.scalar(select(func.count()).select_from(MaatregelRij)) == 3


def test_or_it_is_a_new_one_that_takes_the_letter(session: Session, periode: Rapportageperiode) -> None:
    neem_over(session, periode, rapport())
    tweede = start_volgende_periode(session, na=periode, door=DOOR).periode
    anders = rapport()
    anders.themas[0].maatregelen[0].naam = "Specialisten beter inzetten"
    bekend = bekende_maatregelen(session, periode.organisatie_id)
    keuzes = Keuzes({"1/1": None}, {bekend[0].sleutel: Ontbreekt.VERVALLEN})
    neem_over(session, tweede, anders, keuzes)
    rijen = {m.naam: (m.letter, m.regels[0].status) for m in beeld_van(session, tweede).maatregelen}
    assert rijen["Specialisten beter inzetten"] == ("a", Status.DOORLOPEND)
    assert rijen["Inzet specialisten"] == (None, Status.VERVALLEN)


@pytest.mark.parametrize("wat", [Ontbreekt.LATEN, Ontbreekt.OPNEMEN, Ontbreekt.VERVALLEN])
def test_a_missing_maatregel_follows_the_decision(session: Session, periode: Rapportageperiode, wat: Ontbreekt) -> None:
    neem_over(session, periode, rapport())
    tweede = open_periode(session, organisatie_id=periode.organisatie_id, code="2019-H2", door=DOOR)
    zonder = rapport()
    [weg] = zonder.themas.pop().maatregelen
    sleutel = next(b.sleutel for b in bekende_maatregelen(session, periode.organisatie_id) if b.naam == weg.naam)
    keuzes = Keuzes(ontbreekt={sleutel: wat})
    neem_over(session, tweede, zonder, keuzes)
    eindes = {m.naam: m.regels[0] for m in beeld_van(session, tweede).maatregelen}
    if wat is Ontbreekt.LATEN:
        assert weg.naam not in eindes
    else:
        status = Status.VERVALLEN if wat is Ontbreekt.VERVALLEN else Status.GEPLAND
        assert (eindes[weg.naam].status, eindes[weg.naam].voortgang) == (status, "")
        assert neem_over(session, tweede, zonder, keuzes).veranderd is False


def test_a_row_goes_on_with_the_row_it_resembles(session: Session, periode: Rapportageperiode) -> None:
    neem_over(session, periode, rapport())
    tweede = start_volgende_periode(session, na=periode, door=DOOR).periode
    anders = rapport()
    anders.themas[0].maatregelen[1].regels = [regel("Loopt door, elk jaar.", "Jaarlijks")]
    neem_over(session, tweede, anders)
    [rij] = beeld_van(session, tweede).maatregelen[1].regels
    assert rij.vorige is not None
    assert (rij.volgorde, rij.vorige.voortgang) == (2, "Loopt door.")


def test_nothing_is_half_stored(session: Session, periode: Rapportageperiode) -> None:
    kapot = rapport()
    kapot.themas[0].maatregelen.append(deepcopy(kapot.themas[0].maatregelen[0]))
    with pytest.raises(fouten.OngeldigeKeuze, match="2 keer een maatregel a"):
        neem_over(session, periode, kapot)
    session.commit()
    assert session.scalar(select(func.count()).select_from(ThemaRij)) == 0
    with pytest.raises(fouten.OngeldigeKeuze, match="bestaat niet meer"):
        neem_over(session, periode, rapport(), Keuzes({"1/1": 999}))
    assert session.scalar(select(func.count()).select_from(ThemaRij)) == 0


def test_it_is_not_stored_before_the_request_ends_well(session: Session, periode: Rapportageperiode) -> None:
    session.commit()
    neem_over(session, periode, rapport())
    session.rollback()
    assert session.scalar(select(func.count(ThemaRij.id))) == 0


def test_a_closed_period_refuses(session: Session, periode: Rapportageperiode) -> None:
    neem_over(session, periode, rapport())
    zet_ter_controle(session, periode=periode, door=DOOR)
    sluit_periode(session, periode=periode, door=DOOR, toch=True)
    with pytest.raises(fouten.PeriodeGesloten, match="2019-H1 is gesloten"):
        neem_over(session, periode, rapport())


def test_a_kleur_without_explanation_is_told_and_left_out(session: Session, periode: Rapportageperiode) -> None:
    kleuren = {
        "1/1/1": GelezenKleur(Kleur.ROOD, "o", "g", "b"),
        "1/2/2": GelezenKleur(Kleur.ORANJE, "o"),
        "2/1/1": GelezenKleur(Kleur.GROEN),
    }
    uitkomst = neem_voortgang_over(session, periode=periode, bron=rapport(), door=DOOR, kleuren=kleuren)
    assert uitkomst.zonder_kleur == ["1b Procesregie"]
    assert [r.kleur for r in beeld_van(session, periode).regels] == [Kleur.ROOD, None, None, Kleur.GROEN]
