"""The demonstration data: real figures of the region, and gemeenten that show every koers for some years to come."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.cijfers.indicator import STANDAARD_DREMPEL, Bloksoort, Reekssoort
from app.domain.cijfers.meetperiode import lees_meetperiode
from app.domain.cijfers.meetwaarde import lees_meetwaarde
from app.domain.koers.bepalen import Koers
from app.models import (
    Doel,
    Duiding,
    EerdereMeting,
    Gebruiker,
    Indicator,
    Indicatorregel,
    Koersoordeel,
    Logregel,
    Meting,
    Organisatie,
    Rapport,
    Reeks,
    Rol,
    Streefpadpunt,
)
from app.reading.seeds.lezen import Seeds
from app.services.indicatoren.kijker import Kijker
from app.services.koersen.doelkoers import DoelKoers
from app.services.koersen.ophalen import koersen_van
from tests.voorwaarden import bronnen

VAN_HET_ISSUE = {
    Koers.BEHAALD,
    Koers.OP_KOERS,
    Koers.ACHTER,
    Koers.VER_ACHTER,
    Koers.GEEN_METING,
    Koers.DOEL_OPEN,
}
Waarden = dict[tuple[str, str, str, str], Decimal]


def vind(session: Session, slug: str) -> Organisatie:
    return session.scalars(select(Organisatie).where(Organisatie.slug == slug)).one()


def koersen(session: Session, slug: str, peildatum: date, *, kijker: str | None = None) -> list[DoelKoers]:
    """As who may see all of the gemeente `kijker` sees them; by default the gemeente itself."""
    doelen = session.scalars(select(Doel).where(Doel.organisatie_id == vind(session, slug).id)).all()
    wie = Kijker(vind(session, kijker or slug).id, ziet_kleine=True)
    return list(koersen_van(session, doelen, kijker=wie, peildatum=peildatum).values())


def waarden(session: Session, soort: Reekssoort = Reekssoort.REALISATIE) -> Waarden:
    """By organisatie, indicator, gebied and the code of the period."""
    keuze = (
        select(Organisatie.slug, Indicator.naam, Reeks.gebied, Meting)
        .join(Reeks, Reeks.id == Meting.reeks_id)
        .join(Indicator, Indicator.id == Reeks.indicator_id)
        .join(Organisatie, Organisatie.id == Reeks.organisatie_id)
        .where(Reeks.soort == soort)
    )
    return {(slug, naam, gebied, f"{m.van}/{m.tot}"): m.waarde for slug, naam, gebied, m in session.execute(keuze)}


def jaar(code: str) -> str:
    periode = lees_meetperiode(code)
    return f"{periode.van}/{periode.tot}"


# --- koers ---


@pytest.mark.parametrize("peildatum", [date(2026, 11, 1), date(2027, 6, 30), date(2027, 12, 31), date(2028, 12, 31)])
def test_one_gemeente_shows_all_koersen(demo: Seeds, session: Session, peildatum: date) -> None:
    gevonden = koersen(session, "eemsdelta", peildatum)
    assert {koers.koers for koers in gevonden} == VAN_HET_ISSUE | {Koers.NIET_TE_BEREKENEN}
    berekend = {koers.berekend for koers in gevonden}
    assert berekend == VAN_HET_ISSUE | {Koers.NIET_TE_BEREKENEN}, "ook zonder wat de manager vindt"
    assert {koers.koers for koers in koersen(session, "westerkwartier", peildatum)} == VAN_HET_ISSUE


def test_the_other_gemeente_shows_what_it_was_on_its_way(demo: Seeds, session: Session) -> None:
    onderweg = {koers.koers for koers in koersen(session, "het-hogeland", date(2021, 3, 31))}
    assert onderweg >= VAN_HET_ISSUE - {Koers.BEHAALD}
    nu = {koers.koers for koers in koersen(session, "het-hogeland", date(2026, 11, 1))}
    assert nu == {
        Koers.BEHAALD,
        Koers.VER_ACHTER,
        Koers.GEEN_METING,
        Koers.DOEL_OPEN,
        Koers.NIET_TE_BEREKENEN,
    }


def test_every_line_of_a_notitie_is_measured(demo: Seeds, session: Session) -> None:
    los = session.scalars(select(Indicatorregel.tekst).where(Indicatorregel.indicator_id.is_(None))).all()
    assert los == []


def test_the_rigg_sees_the_course_of_what_is_shared(demo: Seeds, session: Session) -> None:
    gezien = koersen(session, "eemsdelta", date(2026, 11, 1), kijker="rigg")
    assert {Koers.OP_KOERS, Koers.ACHTER, Koers.VER_ACHTER} <= {k.berekend for k in gezien if k.berekend}


def test_a_manager_judges_otherwise_and_a_path_is_set(demo: Seeds, session: Session) -> None:
    [oordeel] = session.scalars(select(Koersoordeel)).all()
    assert oordeel.gebruiker is not None
    assert (oordeel.gebruiker.rol, oordeel.koers) == (Rol.MANAGER, Koers.OP_KOERS)
    [beoordeeld] = [k for k in koersen(session, "eemsdelta", date(2026, 11, 1)) if k.oordeel]
    assert beoordeeld.berekend is Koers.ACHTER
    punten = session.scalars(select(Streefpadpunt).order_by(Streefpadpunt.doel_id, Streefpadpunt.datum)).all()
    assert len({punt.doel_id for punt in punten}) == 2
    for punt in punten:
        assert punt.doel.doeljaar is not None
        assert punt.datum.year < punt.doel.doeljaar


# --- figures ---


def test_the_figures_of_the_region_are_the_real_ones(demo: Seeds, session: Session) -> None:
    pad = bronnen() / "metingen-groningen-bmwe.csv"
    gevonden = waarden(session)
    with pad.open(encoding="utf-8-sig", newline="") as bestand:
        rijen = list(csv.DictReader(bestand, delimiter=";"))
    assert len(rijen) == 42
    eenheden = dict(session.execute(select(Indicator.naam, Indicator.eenheid)).all())
    for rij in rijen:
        assert eenheden[rij["indicator"]] == rij["eenheid"]
        plek = ("rigg", rij["indicator"], rij["gebied"], jaar(rij["periode"]))
        assert gevonden.pop(plek) == lees_meetwaarde(rij["waarde"], eenheid=rij["eenheid"]), plek
    assert not [plek for plek in gevonden if plek[0] == "rigg"], "niets verzonnen bij de regio"


def test_the_gemeenten_can_be_compared(demo: Seeds, session: Session) -> None:
    """What was invented adds up: the share of the young people is that of the counts."""
    gevonden = waarden(session)
    for slug in ("het-hogeland", "eemsdelta", "westerkwartier"):
        for periode in map(jaar, map(str, range(2018, 2026))):
            jongeren = gevonden[slug, "Aantal jongeren jonger dan 18 jaar", "", periode]
            clienten = gevonden[slug, "Aantal unieke cliënten met jeugdhulp jonger dan 18 jaar", "", periode]
            aandeel = gevonden[slug, "Aandeel jongeren jonger dan 18 jaar met jeugdhulp", "", periode]
            assert aandeel == round(100 * clienten / jongeren, 1)
    noemers = session.scalars(select(Indicator).where(Indicator.noemer_id.is_not(None))).all()
    assert {noemer.organisatie.slug for noemer in noemers} == {"rigg", "het-hogeland", "eemsdelta"}
    assert all(indicator.noemer and indicator.noemer.gedeeld for indicator in noemers)


def test_quarters_add_up_to_their_year(demo: Seeds, session: Session) -> None:
    naam = "Uitgaven individuele begeleiding met een regionaal contract"
    gevonden = waarden(session)
    for wanneer in ("2019", "2020"):
        kwartalen = [gevonden["het-hogeland", naam, "", jaar(f"{wanneer}-Q{deel}")] for deel in range(1, 5)]
        assert sum(kwartalen) == gevonden["het-hogeland", naam, "", jaar(wanneer)]


def test_there_is_something_of_everything(demo: Seeds, session: Session) -> None:
    for soort in Reekssoort:
        assert waarden(session, soort), soort
    klein = select(func.count()).select_from(Meting).join(Reeks).join(Indicator)
    assert session.scalar(klein.where(Indicator.eenheid == "aantal", Meting.waarde < Decimal(STANDAARD_DREMPEL)))
    assert session.scalar(select(func.count()).select_from(Meting).where(Meting.voorlopig))
    assert session.scalar(select(func.count()).select_from(Reeks).where(Reeks.nulmeting_datum.is_not(None)))
    lengtes = {(m.tot - m.van).days // 90 for m in session.scalars(select(Meting))}
    assert lengtes == {0, 1, 2, 4}, "kwartalen (van 90 tot 92 dagen), halfjaren en jaren"
    per_indicator = select(Duiding.indicator_id).group_by(Duiding.indicator_id).having(func.count() > 1)
    assert len(session.scalars(per_indicator).all()) >= 3


def test_nothing_realised_lies_ahead(demo: Seeds, session: Session) -> None:
    """The figures stop before the day from which all koersen must show."""
    laatste = select(func.max(Meting.tot)).join(Reeks).where(Reeks.soort == Reekssoort.REALISATIE)
    assert session.scalar(laatste) == date(2026, 9, 30)


def test_restated_values_say_who_and_why(demo: Seeds, session: Session) -> None:
    eerdere = session.scalars(select(EerdereMeting)).all()
    assert {vind_slug(rij) for rij in eerdere} == {"het-hogeland", "eemsdelta", "westerkwartier"}
    for rij in eerdere:
        assert rij.reden
        assert rij.waarde != rij.meting.waarde
        assert rij.gebruiker is not None
        assert rij.gebruiker.rol is Rol.BELEIDSADVISEUR


def vind_slug(rij: EerdereMeting) -> str:
    assert rij.gebruiker is not None
    return rij.gebruiker.organisatie.slug


def test_it_stands_in_the_logboek_of_each_organisatie(demo: Seeds, session: Session) -> None:
    keuze = (
        select(Organisatie.slug, Gebruiker.rol)
        .join(Logregel, Logregel.organisatie_id == Organisatie.id)
        .join(Gebruiker, Gebruiker.id == Logregel.gebruiker_id)
        .where(Logregel.omschrijving.like("%metingen van%"))
        .distinct()
    )
    assert dict(session.execute(keuze).all()) == {
        "rigg": Rol.RIGG,
        "het-hogeland": Rol.BELEIDSADVISEUR,
        "eemsdelta": Rol.BELEIDSADVISEUR,
        "westerkwartier": Rol.BELEIDSADVISEUR,
    }


# --- reports ---


def rapporten(session: Session) -> Iterator[tuple[str, Rapport]]:
    keuze = select(Rapport).join(Organisatie, Organisatie.id == Rapport.organisatie_id)
    for rapport in session.scalars(keuze.where(Organisatie.slug == "het-hogeland")):
        yield rapport.periode.code, rapport


def test_the_reports_have_chapters_of_all_kinds_of_blocks(demo: Seeds, session: Session) -> None:
    gevonden = dict(rapporten(session))
    assert set(gevonden) == {"2019-H1", "2019-H2"}
    for rapport in gevonden.values():
        assert [h.volgorde for h in rapport.hoofdstukken] == list(range(1, len(rapport.hoofdstukken) + 1))
        assert all(h.blokken for h in rapport.hoofdstukken)
    blokken = [blok for h in gevonden["2019-H1"].hoofdstukken for blok in h.blokken]
    assert {blok.soort for blok in blokken} == set(Bloksoort)
    assert {blok.thema is None for blok in blokken if blok.soort is Bloksoort.VOORTGANG} == {True, False}


def test_the_report_of_the_closed_period_is_frozen(demo: Seeds, session: Session) -> None:
    gevonden = dict(rapporten(session))
    assert gevonden["2019-H2"].momentopname is None
    inhoud = json.dumps(gevonden["2019-H1"].momentopname, ensure_ascii=False)
    for hoofdstuk in gevonden["2019-H1"].hoofdstukken:
        assert hoofdstuk.titel in inhoud
    assert "Jongeren in verblijf" in inhoud


def test_a_block_with_a_duiding_has_one_in_its_period(demo: Seeds, session: Session) -> None:
    bestaat = set(session.execute(select(Duiding.indicator_id, Duiding.organisatie_id, Duiding.periode)).all())
    gevraagd = {
        (blok.indicator_id, rapport.organisatie_id, code)
        for code, rapport in rapporten(session)
        for hoofdstuk in rapport.hoofdstukken
        for blok in hoofdstuk.blokken
        if blok.soort is Bloksoort.DUIDING
    }
    assert len(gevraagd) == 6
    assert gevraagd <= bestaat
