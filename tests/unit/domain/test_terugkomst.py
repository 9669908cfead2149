"""Three texts of a notitie: what may be chosen, what collides, and what comes of a choice."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain import structuur as s
from app.domain.notitie.bewaarvorm import bewaarvorm
from app.domain.notitie.structuur_json import als_dict
from app.domain.notitie.verschil import verschil
from app.domain.terugkomst.toepassen import pas_toe
from app.domain.terugkomst.vergelijken import Keuze, Stand, Terugkomst, vergelijk
from tests.unit.terug.notities import doel, leesbare_notitie, notities

Bewerking = Callable[[s.Notitie], None]


def bewerkt(notitie: s.Notitie, *bewerkingen: Bewerking) -> s.Notitie:
    uit = deepcopy(notitie)
    for bewerking in bewerkingen:
        bewerking(uit)
    return bewaarvorm(uit)


def wonen(notitie: s.Notitie) -> s.Probleemgebied:
    return next(gebied for gebied in notitie.probleemgebieden if gebied.merk == "m000000001")


def tekst_van_doel(nummer: int, tekst: str) -> Bewerking:
    def bewerk(notitie: s.Notitie) -> None:
        oud = next(d for d in wonen(notitie).doelen if d.nummer == nummer)
        wonen(notitie).doelen[nummer - 1] = replace(doel(nummer, tekst), merk=oud.merk)

    return bewerk


def _hernummer(gebied: s.Probleemgebied, oud: list[s.Doel], nieuw: list[s.Doel]) -> None:
    """As the program that numbers the list does, with what follows a doel."""
    gebied.doelen = [replace(d, nummer=plek) for plek, d in enumerate(nieuw, 1)]
    nummers = {d.merk: d.nummer for d in gebied.doelen}
    waar = {d.nummer: nummers.get(d.merk) for d in oud}
    gebied.indicatoren = [replace(i, nummer=waar[i.nummer] or i.nummer) for i in gebied.indicatoren]
    for opdracht in gebied.opdracht.values():
        opdracht.doelen = [replace(v, nummer=n) for v in opdracht.doelen if (n := waar[v.nummer])]


def doel_ertussen(notitie: s.Notitie) -> None:
    gebied = wonen(notitie)
    oud = list(gebied.doelen)
    nieuw = replace(doel(9, "Een nieuw doel."), merk="nieuw00001")
    _hernummer(gebied, oud, [oud[0], nieuw, *oud[1:]])


def doel_weg(notitie: s.Notitie) -> None:
    gebied = wonen(notitie)
    oud = list(gebied.doelen)
    _hernummer(gebied, oud, [oud[0], oud[2]])


def doel_vooraan(notitie: s.Notitie) -> None:
    gebied = wonen(notitie)
    oud = list(gebied.doelen)
    _hernummer(gebied, oud, [oud[2], oud[0], oud[1]])


def gebied_hernoemd(notitie: s.Notitie) -> None:
    wonen(notitie).naam = "Wonen en hulp"


def punt_erbij(notitie: s.Notitie) -> None:
    wonen(notitie).ist.append(s.Regel("Nog een probleem.", "nieuw00002"))


def onderdelen_anders(notitie: s.Notitie) -> None:
    eerste = wonen(notitie).interventies[0]
    a, b = eerste.onderdelen
    eerste.onderdelen = [
        replace(a, tekst="Over grote kamers."),
        s.Onderdeel("b", "Nieuw deel.", "nieuw00003"),
        replace(b, letter="c"),
    ]


def toewijzing_anders(notitie: s.Notitie) -> None:
    opdracht = wonen(notitie).opdracht
    opdracht[s.Opdrachtnemer.LOKAAL].doelen = [s.Verwijzing(1), s.Verwijzing(3, voorbehoud=True)]


def gebieden_omgedraaid(notitie: s.Notitie) -> None:
    notitie.probleemgebieden = [replace(g, volgorde=n) for n, g in enumerate(reversed(notitie.probleemgebieden), 1)]


def gebied_weg(notitie: s.Notitie) -> None:
    notitie.probleemgebieden = [replace(g, volgorde=1) for g in notitie.probleemgebieden[1:]]


def nummers_met_een_gat(notitie: s.Notitie) -> None:
    gebied = wonen(notitie)
    gebied.doelen[2].nummer = 5
    gebied.indicatoren[1].nummer = 5
    gebied.opdracht[s.Opdrachtnemer.RIGG].doelen = [s.Verwijzing(5)]


def titel_anders(notitie: s.Notitie) -> None:
    notitie.titel, notitie.doeljaar = "Een andere titel", 2031


BEWERKINGEN: list[Bewerking] = [
    tekst_van_doel(2, "12 extra kamers in 2030."),
    doel_ertussen,
    doel_weg,
    doel_vooraan,
    gebied_hernoemd,
    punt_erbij,
    onderdelen_anders,
    toewijzing_anders,
    gebieden_omgedraaid,
    gebied_weg,
    nummers_met_een_gat,
    titel_anders,
]


def alle(terugkomst: Terugkomst) -> list[Keuze]:
    return list(terugkomst.keuzes)


@pytest.mark.parametrize("bewerking", BEWERKINGEN)
def test_alles_overnemen_geeft_het_bestand_en_niets_overnemen_wat_er_was(bewerking: Bewerking) -> None:
    toen = leesbare_notitie()
    bestand = bewerkt(toen, bewerking)
    keuzes = alle(vergelijk(toen, bestand, toen))
    assert keuzes
    assert {keuze.stand for keuze in keuzes} == {Stand.VRIJ}
    assert als_dict(pas_toe(toen, bestand, [keuze.sleutel for keuze in keuzes])) == als_dict(bestand)
    assert als_dict(pas_toe(toen, bestand, [])) == als_dict(toen)


def test_zonder_bewerking_is_er_niets_te_kiezen() -> None:
    toen = leesbare_notitie()
    assert vergelijk(toen, deepcopy(toen), deepcopy(toen)) == Terugkomst()
    assert vergelijk(toen, deepcopy(toen), bewerkt(toen, *BEWERKINGEN[:3])) == Terugkomst()


@pytest.mark.parametrize("bewerking", BEWERKINGEN)
def test_wat_een_collega_hetzelfde_deed_is_al_zo(bewerking: Bewerking) -> None:
    toen = leesbare_notitie()
    bestand, nu = bewerkt(toen, bewerking), bewerkt(toen, bewerking)
    assert {keuze.stand for keuze in vergelijk(toen, bestand, nu).keuzes} == {Stand.AL_ZO}


@pytest.mark.parametrize(
    ("in_bestand", "op_scherm", "standen"),
    [
        (tekst_van_doel(2, "12 extra kamers in 2030."), tekst_van_doel(2, "9 extra kamers in 2030."), [Stand.BOTSING]),
        (tekst_van_doel(2, "12 extra kamers in 2030."), tekst_van_doel(1, "Iets anders."), [Stand.VRIJ]),
        (doel_weg, tekst_van_doel(2, "9 extra kamers in 2030."), [Stand.BOTSING]),
        (tekst_van_doel(2, "12 extra kamers in 2030."), doel_weg, [Stand.BOTSING]),
        (tekst_van_doel(2, "12 extra kamers in 2030."), gebied_weg, [Stand.WEG]),
        (gebied_weg, tekst_van_doel(2, "9 extra kamers in 2030."), [Stand.BOTSING]),
        (gebied_hernoemd, gebied_weg, [Stand.WEG]),
        (doel_ertussen, doel_weg, [Stand.VRIJ]),
    ],
)
def test_wat_botst_met_wat_collegas_deden(in_bestand: Bewerking, op_scherm: Bewerking, standen: list[Stand]) -> None:
    toen = leesbare_notitie()
    terugkomst = vergelijk(toen, bewerkt(toen, in_bestand), bewerkt(toen, op_scherm))
    assert [keuze.stand for keuze in terugkomst.keuzes] == standen
    botsingen = terugkomst.met(Stand.BOTSING)
    assert all(keuze.nu for keuze in botsingen)


def test_wat_niet_gekozen_is_blijft_zoals_de_collega_het_liet() -> None:
    toen = leesbare_notitie()
    nu = bewerkt(toen, tekst_van_doel(1, "Een collega schreef dit."), punt_erbij)
    bestand = bewerkt(toen, doel_ertussen, gebied_hernoemd)
    keuzes = {keuze.sleutel.wat: keuze.sleutel for keuze in vergelijk(toen, bestand, nu).keuzes}
    uit = wonen(pas_toe(nu, bestand, [keuzes["geheel"]]))
    assert [d.tekst for d in uit.doelen][:2] == ["Een collega schreef dit.", "Een nieuw doel."]
    assert [d.nummer for d in uit.doelen] == [1, 2, 3, 4]
    assert uit.naam == "Wonen met hulp"
    assert uit.ist[-1] == "Nog een probleem."
    assert [i.nummer for i in uit.indicatoren] == [1, 4]
    assert uit.opdracht[s.Opdrachtnemer.LOKAAL].doelen == [s.Verwijzing(1), s.Verwijzing(3)]


def test_wat_een_collega_weggooide_komt_terug_als_het_gekozen_wordt() -> None:
    toen = leesbare_notitie()
    nu, bestand = bewerkt(toen, doel_weg), bewerkt(toen, tekst_van_doel(2, "12 extra kamers in 2030."))
    (keuze,) = vergelijk(toen, bestand, nu).keuzes
    uit = wonen(pas_toe(nu, bestand, [keuze.sleutel]))
    assert [(d.nummer, d.tekst) for d in uit.doelen][1] == (2, "12 extra kamers in 2030.")
    assert len(uit.doelen) == 3


def test_een_verhuizing_naar_een_ander_probleemgebied() -> None:
    def verhuis(notitie: s.Notitie) -> None:
        van, naar = notitie.probleemgebieden
        naar.soll.append(van.soll.pop())

    toen = leesbare_notitie()
    bestand = bewerkt(toen, verhuis)
    (keuze,) = vergelijk(toen, bestand, toen).keuzes
    assert als_dict(pas_toe(toen, bestand, [keuze.sleutel])) == als_dict(bestand)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(notities(), st.data())
def test_elke_keuze_uit_twee_willekeurige_bewerkingen_is_uit_te_voeren(notitie: s.Notitie, data: st.DataObject) -> None:
    """Whatever two people did: choosing nothing leaves it as it is now, and any choice gives a notitie whose numbers
    and references are in order."""
    bestand, nu = (bewerkt(notitie, *data.draw(st.lists(st.sampled_from(_WILLEKEURIG), max_size=4))) for _ in range(2))
    keuzes = [keuze.sleutel for keuze in vergelijk(notitie, bestand, nu).keuzes]
    gekozen = [sleutel for sleutel in keuzes if data.draw(st.booleans())]
    assert als_dict(pas_toe(nu, bestand, [])) == als_dict(nu)
    uit = pas_toe(nu, bestand, gekozen)
    for gebied in uit.probleemgebieden:
        for lijst in (gebied.doelen, gebied.interventies):
            nummers = [item.nummer for item in lijst]
            assert nummers == sorted(set(nummers))
        for opdracht in gebied.opdracht.values():
            assert {v.nummer for v in opdracht.doelen} <= {d.nummer for d in gebied.doelen}
            assert {v.nummer for v in opdracht.interventies} <= {i.nummer for i in gebied.interventies}


def _eerste_weg(notitie: s.Notitie) -> None:
    for gebied in notitie.probleemgebieden[:1]:
        gebied.ist = gebied.ist[1:]
        gebied.indicatoren = gebied.indicatoren[1:]


def _omgekeerd(notitie: s.Notitie) -> None:
    for gebied in notitie.probleemgebieden:
        gebied.ist.reverse()
        oud = list(gebied.doelen)
        if oud:
            _omgenummerd(gebied, oud)


def _omgenummerd(gebied: s.Probleemgebied, oud: list[s.Doel]) -> None:
    nummers = [d.nummer for d in oud]
    gebied.doelen = [replace(d, nummer=n) for d, n in zip(reversed(oud), nummers, strict=True)]


def _laatste_gebied_weg(notitie: s.Notitie) -> None:
    notitie.probleemgebieden = notitie.probleemgebieden[:-1]


def _alles_anders(notitie: s.Notitie) -> None:
    for gebied in notitie.probleemgebieden:
        gebied.toelichting += "!"
        for item in (*gebied.doelen, *gebied.interventies):
            item.tekst += " anders"


_WILLEKEURIG: list[Bewerking] = [_eerste_weg, _omgekeerd, _laatste_gebied_weg, _alles_anders, titel_anders]


def test_verschil_en_terugkomst_kennen_dezelfde_wijzigingen() -> None:
    toen = leesbare_notitie()
    bestand = bewerkt(toen, doel_ertussen, gebied_hernoemd, toewijzing_anders)
    terugkomst = vergelijk(toen, bestand, toen)
    samen = [w for keuze in terugkomst.keuzes for w in keuze.wijzigingen] + list(terugkomst.hernummerd)
    assert sorted(map(repr, samen)) == sorted(map(repr, verschil(toen, bestand).wijzigingen))
