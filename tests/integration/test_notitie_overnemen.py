"""Taking over a notitie: new, updated, and whatever a file can hold."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain import structuur as s
from app.domain.notitie.bewaarvorm import MERK, bewaarvorm
from app.domain.notitie.verschil import Aard
from app.models import Doel, Indicatorregel, Logregel, Notitie, NotitieStatus, Organisatie, OrganisatieSoort, Toewijzing
from app.models.basis import Basis
from app.reading.notitie.lezen import lees_notitie
from app.services.logboek import OPDRACHTREGEL
from app.services.notities.overnemen import (
    NotitieNietTeWijzigen,
    laad_geheel,
    neem_notitie_over,
    wat_verandert,
    zoek_bestaande,
)
from app.services.notities.structuur_van import structuur_van_notitie

V = s.Verwijzing
BRON = Path(__file__).resolve().parents[2] / "../shared/bronnen/conceptnotitie-hogeland-2020.docx"


@pytest.fixture
def gemeente(session: Session) -> Organisatie:
    organisatie = Organisatie(slug="proefdam", naam="Proefdam", soort=OrganisatieSoort.GEMEENTE)
    session.add(organisatie)
    session.flush()
    return organisatie


def opdrachten(lokaal: s.Opdracht | None = None, rigg: s.Opdracht | None = None) -> dict[s.Opdrachtnemer, s.Opdracht]:
    return {s.Opdrachtnemer.LOKAAL: lokaal or s.Opdracht(), s.Opdrachtnemer.RIGG: rigg or s.Opdracht()}


def wonen(**velden: Any) -> s.Probleemgebied:
    standaard: dict[str, Any] = {
        "prioriteit": s.Prioriteit.TOP_VIJF,
        "ist": ["te weinig huizen", "oude schuren"],
        "soll": ["iedereen woont goed"],
        "doelen": [
            s.Doel(
                1, "bouw meer huizen", s.Streefwaarde(s.Richting.STIJGING, Decimal("2.5"), None, "procent", 2022, 2019)
            ),
            s.Doel(2, "sloop lege schuren"),
            s.Doel(3, "plant bomen"),
        ],
        "doelen_toelichting": "samen",
        "indicatoren": [s.Indicator(1, "aantal huizen"), s.Indicator(2, "aantal schuren"), s.Indicator(8, "zomaar")],
        "indicatoren_inleiding": "per jaar",
        "interventies": [
            s.Interventie(1, "grond kopen", [s.Onderdeel("a", "weiland"), s.Onderdeel("b", "akker")]),
            s.Interventie(4, "praten met bewoners"),
        ],
        "opdracht": opdrachten(
            s.Opdracht(["bel de boer", "bel de bank"], [V(1)], [V(1, ("a",)), V(4)]),
            s.Opdracht([], [V(1, (), True), V(2)], [V(4, (), True)]),
        ),
        "toelichting": "eerste regel\ntweede regel",
        "naam_in_lijst": "Huisvesting",
    }
    return s.Probleemgebied(volgorde=1, naam="Wonen", **{**standaard, **velden})


def notitie(*gebieden: s.Probleemgebied) -> s.Notitie:
    return s.Notitie(
        titel="Proefnotitie",
        gemeente="Proefdam",
        versie="0.1",
        datum=date(2020, 5, 20),
        referentiejaar=2019,
        doeljaar=2022,
        probleemgebieden=[replace(gebied, volgorde=i) for i, gebied in enumerate(gebieden, start=1)],
    )


class Overname:
    def __init__(self, session: Session, gemeente: Organisatie) -> None:
        self.session, self.gemeente = session, gemeente

    def __call__(self, bron: s.Notitie, bestaand: Notitie | None = None) -> Notitie:
        uit = neem_notitie_over(
            self.session, organisatie=self.gemeente, bron=bron, door=OPDRACHTREGEL, bestaand=bestaand
        )
        self.session.commit()
        return laad_geheel(self.session, uit)

    def staat_er(self, notitie_: Notitie) -> s.Notitie:
        self.session.expire_all()
        return structuur_van_notitie(laad_geheel(self.session, notitie_))

    def rijen(self) -> dict[str, list[tuple[object, ...]]]:
        """Everything in the tables but the logboek, to see that nothing at all was touched."""
        self.session.expire_all()
        tabellen = [tabel for naam, tabel in Basis.metadata.tables.items() if naam != "logregel"]
        return {
            tabel.name: sorted((tuple(rij) for rij in self.session.execute(select(tabel))), key=repr)
            for tabel in tabellen
        }


@pytest.fixture
def over(session: Session, gemeente: Organisatie) -> Overname:
    return Overname(session, gemeente)


def test_nieuwe_notitie_staat_er_precies_zo(over: Overname) -> None:
    bron = notitie(wonen(), wonen(naam_in_lijst=None))
    assert over.staat_er(over(bron)) == bron


def test_twee_keer_dezelfde_verandert_geen_enkele_rij(over: Overname) -> None:
    bron = notitie(wonen(), s.Probleemgebied(volgorde=2, naam="Werk"))
    eerste = over(bron)
    voor = over.rijen()
    tweede = over(bron, eerste)
    assert tweede.id == eerste.id
    assert over.rijen() == voor
    assert over.session.scalar(select(func.count()).select_from(Logregel)) == 1


def test_nieuw_naast_bestaand(over: Overname) -> None:
    eerste, tweede = over(notitie(wonen())), over(notitie(wonen()))
    assert eerste.id != tweede.id
    assert over.staat_er(eerste) == over.staat_er(tweede)


WIJZIGINGEN: dict[str, dict[str, Any]] = {
    "punt ertussen": {"ist": ["nieuw punt", "te weinig huizen", "oude schuren"]},
    "punten weg": {"ist": [], "soll": []},
    "punten omgewisseld": {"ist": ["oude schuren", "te weinig huizen"]},
    "doel vooraan": {
        "doelen": [
            s.Doel(1, "leg paden"),
            s.Doel(2, "bouw meer huizen", s.Streefwaarde(open=True)),
            s.Doel(3, "sloop lege schuren"),
            s.Doel(4, "plant bomen"),
        ]
    },
    "doel met indicator weg": {
        "doelen": [s.Doel(1, "bouw meer huizen", s.Streefwaarde()), s.Doel(3, "plant bomen")],
        "opdracht": opdrachten(),
    },
    "alle doelen weg": {"doelen": [], "opdracht": opdrachten()},
    "doelen omgekeerd": {"doelen": [s.Doel(1, "plant bomen"), s.Doel(2, "sloop lege schuren"), s.Doel(3, "nog iets")]},
    "nummers met gaten": {
        "doelen": [s.Doel(2, "bouw meer huizen"), s.Doel(5, "sloop lege schuren")],
        "opdracht": opdrachten(),
    },
    "indicator krijgt zijn doel": {"indicatoren": [s.Indicator(3, "zomaar"), s.Indicator(1, "aantal huizen")]},
    "twee bij een doel": {"indicatoren": [s.Indicator(1, "a"), s.Indicator(1, "b")]},
    "onderdeel ertussen": {
        "interventies": [
            s.Interventie(
                1, "grond kopen", [s.Onderdeel("a", "bos"), s.Onderdeel("b", "weiland"), s.Onderdeel("c", "akker")]
            ),
            s.Interventie(4, "praten met bewoners", [s.Onderdeel("a", "thuis")]),
        ]
    },
    "interventies omgewisseld": {
        "interventies": [
            s.Interventie(1, "praten met bewoners", [s.Onderdeel("a", "x")]),
            s.Interventie(4, "grond kopen", [s.Onderdeel("b", "weiland"), s.Onderdeel("a", "akker")][::-1]),
        ]
    },
    "opdracht anders": {"opdracht": opdrachten(s.Opdracht(["bel de bank"], [V(3, (), True)], [V(1, ("b",), True)]))},
    "teksten leeg": {"toelichting": "", "doelen_toelichting": "", "indicatoren_inleiding": "", "naam_in_lijst": None},
}


@pytest.mark.parametrize("soort", WIJZIGINGEN)
def test_bijwerken_maakt_gelijk_en_weer_terug(over: Overname, soort: str) -> None:
    begin, anders = notitie(wonen()), notitie(wonen(**WIJZIGINGEN[soort]))
    rij = over(begin)
    for bron in (anders, begin, anders):
        over(bron, rij)
        staat_er = over.staat_er(rij)
        verwacht = bewaarvorm(bron)
        if soort not in ("doel vooraan", "doelen omgekeerd", "doel met indicator weg", "nummers met gaten"):
            assert staat_er == verwacht
        assert _zonder_streefwaarden(staat_er) == _zonder_streefwaarden(verwacht)
        assert wat_verandert(over.session, bestaand=rij, bron=bron).wijzigingen == ()


def _zonder_streefwaarden(bron: s.Notitie) -> s.Notitie:
    """They stay as they were when the sentence stays, so these cases differ in them on purpose."""
    gebieden = [replace(g, doelen=[s.Doel(d.nummer, d.tekst) for d in g.doelen]) for g in bron.probleemgebieden]
    return replace(bron, probleemgebieden=gebieden)


def test_verplaatst_doel_houdt_id_indicator_en_toewijzing(over: Overname) -> None:
    rij = over(notitie(wonen()))
    ids = {doel.tekst: doel.id for doel in rij.probleemgebieden[0].doelen}
    indicatoren = {i.tekst: i.id for i in rij.probleemgebieden[0].indicatoren}
    anders = wonen(
        doelen=[s.Doel(1, "leg paden"), s.Doel(2, "bouw meer huizen"), s.Doel(3, "sloop de lege schuren")],
        indicatoren=[s.Indicator(2, "aantal huizen"), s.Indicator(3, "aantal schuren")],
        opdracht=opdrachten(s.Opdracht(doelen=[V(2)])),
    )
    doelen = over(notitie(anders), rij).probleemgebieden[0].doelen
    assert [doel.id for doel in doelen][1:] == [ids["bouw meer huizen"], ids["sloop lege schuren"]]
    assert doelen[0].id not in ids.values() or doelen[0].id == ids["plant bomen"]
    assert [(i.id, i.tekst) for i in doelen[1].indicatoren] == [(indicatoren["aantal huizen"], "aantal huizen")]
    assert [t.opdrachtnemer for t in doelen[1].toewijzingen] == [s.Opdrachtnemer.LOKAAL]


def test_een_merk_gaat_voor_tekst_en_nummer(over: Overname) -> None:
    """What a file brings back with its merken is recognised, however it was rewritten and moved."""
    rij = over(notitie(wonen()))
    oud = over.staat_er(rij).probleemgebieden[0]
    een, twee, drie = oud.doelen
    doelen = [replace(drie, nummer=1), replace(een, nummer=2, tekst="heel iets anders"), replace(twee, nummer=3)]
    ist = [s.Regel("oude schuren", s.merk_van(oud.ist[0])), s.Regel("geen woord gelijk", s.merk_van(oud.ist[1]))]
    anders = replace(oud, naam="Hoe men woont", doelen=doelen, ist=ist, opdracht=opdrachten())
    uit = over.staat_er(over(notitie(anders), rij)).probleemgebieden[0]
    assert uit.merk == oud.merk
    assert [doel.merk for doel in uit.doelen] == [drie.merk, een.merk, twee.merk]
    assert [s.merk_van(punt) for punt in uit.ist] == [s.merk_van(punt) for punt in oud.ist]


def test_indicatoren_volgen_hun_tekst_als_doelen_van_plaats_wisselen(over: Overname) -> None:
    rij = over(notitie(wonen()))
    ids = {indicator.tekst: indicator.id for indicator in rij.probleemgebieden[0].indicatoren}
    doelen = [s.Doel(1, "plant bomen"), s.Doel(2, "bouw meer huizen"), s.Doel(9, "sloop lege schuren")]
    indicatoren = [s.Indicator(2, "aantal huizen"), s.Indicator(8, "zomaar"), s.Indicator(9, "aantal schuren")]
    anders = wonen(doelen=doelen, indicatoren=indicatoren, opdracht=opdrachten())
    uit = over(notitie(anders), rij).probleemgebieden[0]
    assert {indicator.tekst: indicator.id for indicator in uit.indicatoren} == ids
    assert {indicator.tekst: indicator.nummer for indicator in uit.indicatoren} == {
        "aantal huizen": 2,
        "zomaar": 8,
        "aantal schuren": 9,
    }


def test_probleemgebieden_verhuizen_verdwijnen_en_heten_anders(over: Overname) -> None:
    werk = s.Probleemgebied(volgorde=2, naam="Werk", doelen=[s.Doel(1, "meer banen in de buurt")])
    zorg = s.Probleemgebied(volgorde=3, naam="Zorg")
    rij = over(notitie(wonen(), werk, zorg))
    ids = {gebied.naam: gebied.id for gebied in rij.probleemgebieden}
    anders = notitie(s.Probleemgebied(volgorde=1, naam="Sport"), replace(werk, naam="Arbeid"), wonen())
    uit = over(anders, rij)
    assert over.staat_er(uit) == anders
    assert [g.id for g in uit.probleemgebieden][1:] == [ids["Werk"], ids["Wonen"]]
    assert ids["Zorg"] not in {g.id for g in uit.probleemgebieden}


def test_twee_probleemgebieden_met_een_naam_blijven_twee(over: Overname) -> None:
    bron = notitie(wonen(), wonen(ist=["iets anders"]))
    rij = over(bron)
    voor = over.rijen()
    over(bron, rij)
    assert over.rijen() == voor
    over(notitie(wonen()), rij)
    assert len(over.staat_er(rij).probleemgebieden) == 1


def test_een_weggehaald_gebied_neemt_alles_mee_en_blijft_in_het_logboek(over: Overname) -> None:
    rij = over(notitie(wonen()))
    over(notitie(s.Probleemgebied(volgorde=1, naam="Sport")), rij)
    for model in (Doel, Indicatorregel, Toewijzing):
        assert over.session.scalar(select(func.count()).select_from(model)) == 0
    regel = over.session.scalars(select(Logregel).where(Logregel.probleemgebied_id.is_(None))).all()[-1]
    assert {
        "bouw meer huizen",
        "minimaal 2,5% hoger dan in 2019, te halen in 2022",
        "aantal schuren",
        "akker",
    } <= set(regel.oud.values())


def test_twee_doelen_2_en_een_toewijzing_naar_9_staan_gemerkt_en_stapelen_niet(over: Overname) -> None:
    bron = notitie(
        wonen(
            doelen=[s.Doel(1, "a"), s.Doel(2, "b"), s.Doel(2, "c")],
            opdracht=opdrachten(s.Opdracht(doelen=[V(9), V(2)])),
            toelichting="",
        )
    )
    rij = over(bron)
    eens = over.staat_er(rij).probleemgebieden[0]
    assert [(doel.nummer, doel.tekst) for doel in eens.doelen] == [(1, "a"), (2, "b"), (3, "c")]
    assert eens.opdracht[s.Opdrachtnemer.LOKAAL].doelen == [V(2)]
    assert eens.toelichting.splitlines() == [
        f"{MERK} Doel 2 stond er twee keer; dit is nu doel 3: c",
        f"{MERK} Opdracht Lokaal noemt doel 9, maar dat nummer staat er niet.",
    ]
    voor = over.rijen()
    over(bron, rij)
    assert over.rijen() == voor


def test_verbeterd_getal_en_eigen_voorbehoud_blijven_bij_dezelfde_tekst(over: Overname) -> None:
    bron = notitie(wonen())
    rij = over(bron)
    gebied = rij.probleemgebieden[0]
    gebied.doelen[1].richting, gebied.doelen[1].minimum = s.Richting.DALING, Decimal(3)
    gebied.interventies[0].onderdelen[0].toewijzingen[0].voorbehoud = True
    over.session.commit()
    voor = over.rijen()
    over(bron, rij)
    assert over.rijen() == voor


def test_bijwerken_zegt_vooraf_wat_er_verandert(over: Overname) -> None:
    rij = over(notitie(wonen()))
    bron = notitie(wonen(ist=["te weinig huizen"], soll=["iedereen woont goed", "en goedkoop"], toelichting="anders"))
    verschil = wat_verandert(over.session, bestaand=rij, bron=bron)
    assert {aard: len(verschil.van(aard)) for aard in Aard} == {
        "nieuw": 1,
        "gewijzigd": 1,
        "verplaatst": 0,
        "hernummerd": 0,
        "verwijderd": 1,
    }
    over(bron, rij)
    regels = over.session.scalars(select(Logregel).order_by(Logregel.id)).all()
    assert [regel.omschrijving for regel in regels][1:] == [
        "Notitie 'Proefnotitie' bijgewerkt uit een bestand: 1 onderdeel nieuw, 1 gewijzigd, 1 verwijderd",
        "Bijgewerkt uit een bestand: 1 onderdeel nieuw, 1 gewijzigd, 1 verwijderd",
    ]
    assert regels[-1].oud["Wonen Ist-punt 2 (verwijderd)"] == "oude schuren"
    assert regels[-1].probleemgebied_id == rij.probleemgebieden[0].id


@pytest.mark.parametrize("status", [NotitieStatus.TER_VASTSTELLING, NotitieStatus.VASTGESTELD])
def test_geen_concept_wordt_niet_bijgewerkt(over: Overname, status: NotitieStatus) -> None:
    rij = over(notitie(wonen()))
    rij.status = status
    over.session.commit()
    voor = over.rijen()
    with pytest.raises(NotitieNietTeWijzigen, match=status.value):
        over(notitie(wonen(ist=[])), rij)
    over.session.rollback()
    assert over.rijen() == voor


def test_zoeken_naar_een_bestaande(over: Overname) -> None:
    zonder = over(replace(notitie(), datum=None))
    met = over(notitie())

    def zoek(titel: str, datum: date | None) -> int | None:
        gevonden = zoek_bestaande(over.session, organisatie_id=over.gemeente.id, titel=titel, datum=datum)
        return gevonden.id if gevonden else None

    assert zoek("Proefnotitie", date(2020, 5, 20)) == met.id
    assert zoek("Proefnotitie", date(2021, 1, 1)) == zonder.id
    assert zoek("Proefnotitie", None) == met.id
    assert zoek("Iets anders", None) is None


def test_het_ergste_wat_een_bestand_kan_zeggen_past(over: Overname) -> None:
    """Lengths, numbers and years that no column holds; PostgreSQL would refuse them."""
    lang = "é😀" * 10_000
    waarde = s.Streefwaarde(s.Richting.DALING, Decimal("1E+30"), Decimal("1E+30"), "x" * 200, 99999, -1)
    bron = s.Notitie(
        titel=lang,
        versie=lang,
        referentiejaar=2**40,
        doeljaar=-5,
        probleemgebieden=[
            wonen(
                ist=[lang, "=cmd()", "مرحبا"],
                doelen=[s.Doel(2**40, lang, waarde), s.Doel(1, "een", replace(waarde, min=Decimal("0.00001")))],
                interventies=[s.Interventie(0, lang, [s.Onderdeel("abcdefghijk", "x")])],
                naam_in_lijst=lang,
            )
        ],
    )
    rij = over(bron)
    voor = over.rijen()
    assert lang in over.staat_er(rij).probleemgebieden[0].toelichting
    over(bron, rij)
    assert over.rijen() == voor


def test_de_echte_notitie_staat_er_precies_zo(over: Overname) -> None:
    if not BRON.exists():
        pytest.skip("De bronnen staan niet naast het project.")
    gelezen = lees_notitie(BRON.read_bytes(), bestandsnaam=BRON.name).notitie
    rij = over(gelezen)
    assert over.staat_er(rij) == replace(gelezen, gemeente="Proefdam")
    voor = over.rijen()
    over(gelezen, rij)
    assert over.rijen() == voor
