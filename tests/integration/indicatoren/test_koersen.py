"""The koers of doelen from what is stored: which series, which figures, and what who may not see them gets."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from decimal import Decimal

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.domain.cijfers.indicator import Meetfrequentie
from app.domain.koers.bepalen import Koers
from app.domain.structuur import Richting
from app.models import Doel, Koersoordeel, Streefpadpunt
from app.services.indicatoren.kijker import Kijker
from app.services.koersen import DoelKoers, Verhuld, koersen_van
from app.services.koersen.grafiek import grafiek_van
from tests.integration.conftest import Teller
from tests.integration.indicatoren import cijferhulp as ch
from tests.integration.indicatoren import koershulp as kh
from tests.integration.indicatoren.cijferhulp import Wereld

NU = date(2021, 3, 1)


@pytest.fixture
def wereld(app: Flask, session: Session) -> Wereld:
    return ch.maak_wereld(app, session)


def koers(wereld: Wereld, doel: Doel, *, kijker: Kijker | None = None, peildatum: date = NU) -> DoelKoers:
    return koersen_van(wereld.session, [doel], kijker=kijker or kh.eigen(wereld), peildatum=peildatum)[doel.id]


def vul(wereld: Wereld, *cijfers: tuple[str, str], gebied: str = "", organisatie: int | None = None) -> None:
    indicator = kh.indicator(wereld)
    nieuw = [ch.nieuw(indicator, periode, waarde, gebied=gebied) for periode, waarde in cijfers]
    ch.sla_op(wereld.session, organisatie or wereld.organisatie, *nieuw)


@pytest.fixture
def doel(wereld: Wereld, session: Session) -> Doel:
    """30% less than in 2019, in 2022."""
    gebied = kh.maak_gebied(session, wereld.organisatie)
    return kh.maak_doel(
        session,
        gebied,
        kh.indicator(wereld),
        richting=Richting.DALING,
        minimum=Decimal(30),
        maximum=Decimal(30),
        eenheid="procent",
        referentiejaar=2019,
    )


def test_de_koers_met_de_berekening(wereld: Wereld, doel: Doel) -> None:
    vul(wereld, ("2019", "100"), ("2020", "95"))
    gevonden = koers(wereld, doel)
    assert gevonden.koers is Koers.ACHTER
    assert gevonden.zin == (
        "Van 100 in 2019 naar hoogstens 70 eind 2022: eind 2020 hoort het hoogstens 90 te zijn; het is 95, 5 te hoog."
    )


def test_terugkijken_telt_niet_wat_later_kwam(wereld: Wereld, doel: Doel) -> None:
    vul(wereld, ("2019", "100"), ("2020", "95"), ("2021", "70"))
    assert koers(wereld, doel, peildatum=date(2022, 2, 1)).koers is Koers.BEHAALD
    assert koers(wereld, doel).koers is Koers.ACHTER
    assert koers(wereld, doel, peildatum=date(2020, 2, 1)).koers is Koers.GEEN_METING


def test_kwartalen_tellen_niet_naast_jaren(wereld: Wereld, doel: Doel) -> None:
    vul(wereld, ("2019", "100"), ("2020", "95"), ("2020-Q4", "20"))
    assert koers(wereld, doel).beeld.laatste.waarde == 95  # type: ignore[union-attr]
    kh.indicator(wereld).frequentie = Meetfrequentie.KWARTAAL
    assert koers(wereld, doel).beeld.laatste.waarde == 20  # type: ignore[union-attr]


def test_zonder_eigen_reeks_telt_het_enige_andere_gebied(wereld: Wereld, doel: Doel) -> None:
    vul(wereld, ("2019", "100"), ("2020", "95"), gebied="De kern")
    assert koers(wereld, doel).zin.endswith("5 te hoog. Gemeten in De kern.")
    vul(wereld, ("2019", "100"), gebied="Het buitengebied")
    assert koers(wereld, doel).koers is Koers.GEEN_METING
    vul(wereld, ("2019", "10"), ("2020", "9"))
    assert "Gemeten in" not in koers(wereld, doel).zin
    assert koers(wereld, doel).beeld.laatste.waarde == 9  # type: ignore[union-attr]


def test_de_eerste_vergelijkbare_indicator_leidt(wereld: Wereld, session: Session) -> None:
    gebied = kh.maak_gebied(session, wereld.organisatie)
    weken = ch.maak_indicator(session, wereld.organisatie, "Wachttijd", "weken")
    ch.sla_op(session, wereld.organisatie, ch.nieuw(weken, "2020", "8"))
    vul(wereld, ("2020", "18"))
    doel = kh.maak_doel(session, gebied, weken, kh.indicator(wereld))
    gevonden = koers(wereld, doel)
    assert [i.indicator.naam for i in gevonden.indicatoren] == ["Wachttijd", "Trajecten"]
    assert gevonden.leidend is gevonden.indicatoren[1]
    assert gevonden.koers is Koers.BEHAALD


def test_het_oordeel_gaat_voor_en_de_berekening_blijft(wereld: Wereld, session: Session, doel: Doel) -> None:
    vul(wereld, ("2019", "100"), ("2020", "95"))
    session.add(
        Koersoordeel(organisatie_id=wereld.organisatie, doel_id=doel.id, koers=Koers.OP_KOERS, reden="Het komt goed.")
    )
    session.flush()
    gevonden = koers(wereld, doel)
    assert (gevonden.koers, gevonden.berekend) == (Koers.OP_KOERS, Koers.ACHTER)


def test_een_gezet_pad_vervangt_de_rechte_lijn(wereld: Wereld, session: Session, doel: Doel) -> None:
    vul(wereld, ("2019", "100"), ("2020", "95"))
    doel.streefpad = [Streefpadpunt(organisatie_id=wereld.organisatie, datum=date(2020, 12, 31), waarde=Decimal(96))]
    session.flush()
    gevonden = koers(wereld, doel)
    assert gevonden.koers is Koers.OP_KOERS
    assert gevonden.leidend is not None
    grafiek = grafiek_van(kh.indicator(wereld), [gevonden.leidend.reeks], koers=gevonden.leidend)  # type: ignore[list-item]
    assert (date(2020, 12, 31), Decimal(96)) in grafiek.pad


def test_zonder_indicator_en_open(wereld: Wereld, session: Session) -> None:
    gebied = kh.maak_gebied(session, wereld.organisatie)
    los = kh.maak_doel(session, gebied)
    open_ = kh.maak_doel(session, gebied, kh.indicator(wereld), open=True, maximum=None)
    assert koers(wereld, los).zin == "Dit doel is nog aan geen cijfers gekoppeld, dus er is geen meting."
    assert koers(wereld, open_).koers is Koers.DOEL_OPEN


@pytest.mark.parametrize("cijfers", [("100", "3"), ("4", "100"), ("4", "3")])
def test_een_koers_op_een_klein_aantal_is_er_niet_voor_wie_het_niet_mag_zien(
    wereld: Wereld, doel: Doel, cijfers: tuple[str, str]
) -> None:
    vul(wereld, ("2019", cijfers[0]), ("2020", cijfers[1]))
    gezien = koers(wereld, doel, kijker=kh.eigen(wereld, ziet_kleine=False))
    assert gezien.leidend is not None
    assert gezien.leidend.verhuld is Verhuld.AFGESCHERMD
    assert gezien.koers is Koers.NIET_TE_BEREKENEN
    beeld = gezien.beeld
    assert (beeld.laatste, beeld.nulmeting, beeld.doel_max, beeld.verwacht_pad) == (None, None, None, ())
    assert "afgeschermd" in gezien.zin
    assert koers(wereld, doel).koers is not Koers.NIET_TE_BEREKENEN


def test_een_klein_aantal_halverwege_verandert_de_koers_niet(wereld: Wereld, doel: Doel) -> None:
    vul(wereld, ("2018", "3"), ("2019", "100"), ("2020", "95"))
    gezien = koers(wereld, doel, kijker=kh.eigen(wereld, ziet_kleine=False))
    assert gezien.zin == koers(wereld, doel).zin


def test_een_open_doel_zegt_dat_ook_als_het_cijfer_verborgen_is(wereld: Wereld, session: Session) -> None:
    vul(wereld, ("2019", "3"), ("2020", "2"))
    gebied = kh.maak_gebied(session, wereld.organisatie)
    open_ = kh.maak_doel(session, gebied, kh.indicator(wereld), open=True, maximum=None)
    gezien = koers(wereld, open_, kijker=kh.eigen(wereld, ziet_kleine=False))
    assert gezien.koers is Koers.DOEL_OPEN
    assert gezien.beeld.laatste is None


def test_wat_niet_is_gedeeld_ziet_de_regio_niet(wereld: Wereld, session: Session, doel: Doel) -> None:
    vul(wereld, ("2019", "100"), ("2020", "95"))
    buiten = Kijker(wereld.organisatie + 1, ziet_kleine=True)
    gezien = koers(wereld, doel, kijker=buiten)
    assert gezien.leidend is not None
    assert (gezien.leidend.verhuld, gezien.leidend.reeks) == (Verhuld.NIET_GEDEELD, None)
    assert gezien.zin == "De gemeente deelt de cijfers van deze indicator niet met de regio."
    kh.indicator(wereld).gedeeld = True
    session.flush()
    assert koers(wereld, doel, kijker=buiten).koers is Koers.ACHTER


def test_drie_queries_voor_elk_aantal_doelen(
    wereld: Wereld, session: Session, doel: Doel, tel_queries: Callable[[], AbstractContextManager[Teller]]
) -> None:
    vul(wereld, ("2019", "100"), ("2020", "95"))
    doelen, aantallen = [doel], []
    for _ in range(2):
        session.flush()
        with tel_queries() as teller:
            koersen = koersen_van(session, doelen, kijker=kh.eigen(wereld, ziet_kleine=False), peildatum=NU)
        assert list(koersen) == [d.id for d in doelen]
        aantallen.append(teller.aantal)
        for _ in range(8):
            meer = ch.maak_indicator(session, wereld.organisatie, f"Nog een {len(doelen)}")
            ch.sla_op(session, wereld.organisatie, ch.nieuw(meer, "2020", "7"), ch.nieuw(meer, "2019", "9"))
            doelen.append(kh.maak_doel(session, doel.probleemgebied, meer, kh.indicator(wereld)))
    assert aantallen == [3, 3]
