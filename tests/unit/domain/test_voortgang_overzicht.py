"""The figures over a period and the filters, on plain values."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.voortgang.overzicht import (
    GEEN_EIGENAAR,
    Filter,
    MaatregelBeeld,
    MaatregelZonderRegel,
    PeriodeBeeld,
    RegelBeeld,
    RegelStand,
    ThemaBeeld,
    VoortgangBeeld,
    Wat,
    gefilterd,
    nog_te_doen,
    tel,
)
from app.domain.voortgang.periode import PeriodeSoort
from app.domain.voortgang.periodestatus import (
    BEOORDELING_OVERGANGEN,
    INVULBAAR,
    MOET_NOG,
    PERIODE_OVERGANGEN,
    Beoordeling,
    PeriodeStatus,
)
from app.domain.voortgang.structuur import Kleur, Status

PERIODE = PeriodeBeeld(
    1, "2019-H2", PeriodeSoort.HALFJAAR, date(2019, 7, 1), date(2019, 12, 31), date(2020, 1, 31), PeriodeStatus.OPEN
)


def regel(id_: int, status: Status | None = Status.DOORLOPEND, **velden: Any) -> RegelBeeld:
    velden.setdefault("beoordeling", Beoordeling.INGEVULD)
    return RegelBeeld(status=status, id=id_, **velden)


def maatregel(id_: int, thema: int, letter: str | None, *regels: RegelBeeld, wie: int | None = None) -> MaatregelBeeld:
    naam = None if wie is None else {7: "Zoë", 8: "ada"}[wie]
    return MaatregelBeeld(id_, thema, letter, f"M{id_}", wie, naam, regels=regels)


@pytest.fixture
def beeld() -> VoortgangBeeld:
    eerste = ThemaBeeld(
        1,
        1,
        "Samen",
        (
            maatregel(1, 1, "a", regel(1, kleur=Kleur.GROEN, vorige=RegelStand(status=Status.GEPLAND)), wie=7),
            maatregel(2, 1, "b", regel(2, Status.AFGEROND), regel(3, te_laat=True, kleur=Kleur.ROOD), wie=8),
        ),
    )
    tweede = ThemaBeeld(
        2,
        4,
        "Preventie",
        (
            maatregel(3, 4, None, regel(4, None, beoordeling=Beoordeling.IN_TE_VULLEN, nieuw=True)),
            maatregel(4, 4, "b", regel(5, beoordeling=Beoordeling.TERUGGESTUURD), wie=8),
        ),
    )
    zonder = (MaatregelZonderRegel(9, 4, "c", "Klaar", Status.AFGEROND, "2019-H1"),)
    return VoortgangBeeld("Testdorp", PERIODE, date(2020, 1, 31), None, (eerste, tweede), zonder)


def test_counts(beeld: VoortgangBeeld) -> None:
    tellingen = tel(beeld)
    assert (tellingen.maatregelen, tellingen.regels, tellingen.zonder_status, tellingen.zonder_kleur) == (4, 5, 1, 3)
    assert {s: n for s, n in tellingen.per_status.items() if n} == {Status.DOORLOPEND: 3, Status.AFGEROND: 1}
    assert list(tellingen.per_status) == list(Status)
    assert tellingen.per_kleur == {Kleur.GROEN: 1, Kleur.ORANJE: 0, Kleur.ROOD: 1}
    assert (tellingen.te_laat, tellingen.veranderd, tellingen.niet_ingevuld, tellingen.ingevuld) == (1, 2, 2, 3)


def test_the_counts_of_the_themas_add_up(beeld: VoortgangBeeld) -> None:
    delen = [tel(thema) for thema in beeld.themas]
    geheel = tel(beeld)
    assert sum(d.regels for d in delen) == geheel.regels
    assert {s: sum(d.per_status[s] for d in delen) for s in Status} == geheel.per_status
    assert sum(d.veranderd for d in delen) == geheel.veranderd


@pytest.mark.parametrize(
    ("filter_", "ids"),
    [
        (Filter(), [1, 2, 3, 4, 5]),
        (Filter(themas=frozenset({4})), [4, 5]),
        (Filter(statussen=frozenset({Status.AFGEROND})), [2]),
        (Filter(kleuren=frozenset({Kleur.ROOD, Kleur.GROEN})), [1, 3]),
        (Filter(eigenaren=frozenset({8})), [2, 3, 5]),
        (Filter(eigenaren=frozenset({GEEN_EIGENAAR})), [4]),
        (Filter(te_laat=True), [3]),
        (Filter(veranderd=True), [1, 4]),
        (Filter(niet_ingevuld=True), [4, 5]),
        (Filter(eigenaren=frozenset({8}), te_laat=True), [3]),
        (Filter(themas=frozenset({99})), []),
    ],
)
def test_filters(beeld: VoortgangBeeld, filter_: Filter, ids: list[int]) -> None:
    over = gefilterd(beeld, filter_)
    assert [r.id for r in over.regels] == ids
    assert all(m.regels for m in over.maatregelen)
    assert all(t.maatregelen for t in over.themas)
    assert (over.periode, bool(over.zonder_regel)) == (beeld.periode, filter_ == Filter())


def test_every_count_is_a_filter(beeld: VoortgangBeeld) -> None:
    tellingen = tel(beeld)
    for status, aantal in tellingen.per_status.items():
        assert len(gefilterd(beeld, Filter(statussen=frozenset({status}))).regels) == aantal
    for kleur, aantal in tellingen.per_kleur.items():
        assert len(gefilterd(beeld, Filter(kleuren=frozenset({kleur}))).regels) == aantal
    assert len(gefilterd(beeld, Filter(te_laat=True)).regels) == tellingen.te_laat
    assert len(gefilterd(beeld, Filter(veranderd=True)).regels) == tellingen.veranderd
    assert len(gefilterd(beeld, Filter(niet_ingevuld=True)).regels) == tellingen.niet_ingevuld


def test_who_still_has_to_report(beeld: VoortgangBeeld) -> None:
    assert [(n.eigenaar, [m.id for m in n.maatregelen]) for n in nog_te_doen(beeld)] == [("ada", [4]), (None, [3])]
    assert sum(n.regels for n in nog_te_doen(beeld)) == tel(beeld).niet_ingevuld


def test_what_was_sent_back_is_to_be_filled_in_again_but_what_it_said_is_no_secret() -> None:
    terug = regel(1, voortgang="Nieuw", vorige=RegelStand("Oud"), beoordeling=Beoordeling.TERUGGESTUURD)
    assert (terug.ingevuld, terug.veranderd) == (False, True)
    assert {b for b in Beoordeling if not regel(1, beoordeling=b).ingevuld} == set(MOET_NOG)


def test_a_person_is_asked_for_rows_and_not_for_maatregelen(beeld: VoortgangBeeld) -> None:
    twee = (regel(6, beoordeling=Beoordeling.IN_TE_VULLEN), regel(7, beoordeling=Beoordeling.TERUGGESTUURD), regel(8))
    thema = ThemaBeeld(3, 5, "Meer", (maatregel(5, 5, "a", *twee, wie=7),))
    [zoe] = nog_te_doen(replace(beeld, themas=(thema,)))
    assert (zoe.eigenaar, len(zoe.maatregelen), zoe.regels) == ("Zoë", 1, 2)


def test_differences_in_words() -> None:
    oud = RegelStand("Oude tekst", "1 januari 2020", Status.GEPLAND, Kleur.GROEN)
    nu = regel(1, Status.AFGEROND, voortgang="Nieuwe tekst", planning="Afgerond", kleur=None, vorige=oud)
    assert [(v.wat, v.oud, v.nieuw) for v in nu.veranderingen] == [
        (Wat.VOORTGANG, "Oude tekst", "Nieuwe tekst"),
        (Wat.STATUS, "Gepland", "Afgerond"),
        (Wat.PLANNING, "1 januari 2020", "Afgerond"),
        (Wat.KLEUR, "Groen", ""),
    ]
    assert replace(nu, beoordeling=Beoordeling.IN_TE_VULLEN).veranderingen == ()
    assert replace(nu, vorige=None).veranderd is False


def test_white_space_is_no_difference() -> None:
    nu = regel(1, voortgang="Een  tekst\n", vorige=RegelStand("Een tekst", status=Status.DOORLOPEND))
    assert nu.veranderd is False


def test_names(beeld: VoortgangBeeld) -> None:
    assert [m.aanduiding for m in beeld.maatregelen] == ["1a", "1b", "4", "4b"]
    assert (beeld.periode.label, beeld.zonder_regel[0].aanduiding) == ("tweede halfjaar 2019", "4c")


def test_the_steps_of_a_period_and_of_a_row() -> None:
    stappen = {(van.value, naar.value) for van, naren in PERIODE_OVERGANGEN.items() for naar in naren}
    assert stappen == {
        ("open", "ter controle"),
        ("ter controle", "open"),
        ("ter controle", "gesloten"),
        ("gesloten", "ter controle"),
    }
    assert all(van not in naren for van, naren in BEOORDELING_OVERGANGEN.items())
    assert BEOORDELING_OVERGANGEN[Beoordeling.IN_TE_VULLEN] == (Beoordeling.INGEVULD,)
    assert set(BEOORDELING_OVERGANGEN) == set(Beoordeling)
    assert INVULBAAR[PeriodeStatus.GESLOTEN] == frozenset()
    assert INVULBAAR[PeriodeStatus.TER_CONTROLE] == {Beoordeling.IN_TE_VULLEN, Beoordeling.TERUGGESTUURD}
