"""Bring a probleemgebied in the tables in line with the same probleemgebied as plain values.

An item that goes on (see `app.domain.koppeling`) keeps its identity, its history and what points to it.
"""

from collections.abc import Sequence
from typing import Any

from app.domain import structuur as s
from app.domain.koppeling import koppel_items
from app.models import (
    Doel,
    Indicatorregel,
    Interventie,
    Onderdeel,
    Opdracht,
    Probleemgebied,
    Punt,
    PuntSoort,
    Toewijzing,
)
from app.models.basis import Sessie
from app.services.notities.items import SOORTEN, zet_posities
from app.services.notities.structuur_van import structuur_van_probleemgebied, velden_van_streefwaarde, verwijzing_van

Velden = dict[str, Any]


def vul_probleemgebied(session: Sessie, *, gebied: Probleemgebied, bron: s.Probleemgebied) -> None:
    """`bron` is in bewaarvorm: every number once, every reference to something that exists."""
    oud = structuur_van_probleemgebied(gebied)
    # Their order follows the numbers of the doelen, so they are taken before those change.
    indicatoren = _op_volgorde(gebied, "indicator")
    _zet_teksten(gebied, bron)
    for soort, vroeger, teksten in ((PuntSoort.IST, oud.ist, bron.ist), (PuntSoort.SOLL, oud.soll, bron.soll)):
        _vul_regels(session, gebied, soort.value, vroeger, teksten)
    _vul_doelen(session, gebied, oud, bron)
    _vul_indicatoren(session, gebied, indicatoren, oud, bron)
    _vul_interventies(session, gebied, oud, bron)
    for wie in s.Opdrachtnemer:
        soort_code = f"opdracht-{wie.value}"
        _vul_regels(session, gebied, soort_code, oud.opdracht[wie].opdrachten, bron.opdracht[wie].opdrachten)
        _wijs_toe(gebied.doelen, wie, bron.opdracht[wie].doelen)
        _wijs_toe(gebied.interventies, wie, bron.opdracht[wie].interventies)
    session.flush()


def _zet_teksten(gebied: Probleemgebied, bron: s.Probleemgebied) -> None:
    gebied.naam, gebied.naam_in_lijst = bron.naam, bron.naam_in_lijst
    gebied.prioriteit = bron.prioriteit
    gebied.doelen_toelichting, gebied.indicatoren_inleiding = bron.doelen_toelichting, bron.indicatoren_inleiding
    gebied.toelichting = bron.toelichting


def _vul_regels(
    session: Sessie, gebied: Probleemgebied, soort: str, vroeger: Sequence[str], teksten: Sequence[str]
) -> None:
    posities = range(1, len(teksten) + 1)
    gewenst = [{"tekst": tekst} for tekst in teksten]
    _breng_in_lijn(session, gebied, soort, koppel_items(vroeger, teksten), posities, gewenst)


def _vul_doelen(session: Sessie, gebied: Probleemgebied, oud: s.Probleemgebied, bron: s.Probleemgebied) -> None:
    koppeling = koppel_items(oud.doelen, bron.doelen)
    _laat_indicatoren_los(session, [doel for i, doel in enumerate(_op_volgorde(gebied, "doel")) if i not in koppeling])
    gewenst = [{"tekst": doel.tekst, **velden_van_streefwaarde(doel.streefwaarde)} for doel in bron.doelen]
    _breng_in_lijn(session, gebied, "doel", koppeling, [doel.nummer for doel in bron.doelen], gewenst)


def _laat_indicatoren_los(session: Sessie, doelen: Sequence[Doel]) -> None:
    """Before a doel goes: its indicatoren keep the number, until the text says where they belong."""
    for doel in doelen:
        for indicator in list(doel.indicatoren):
            indicator.los_nummer, indicator.doel = doel.nummer, None
    session.flush()


def _vul_indicatoren(
    session: Sessie,
    gebied: Probleemgebied,
    bestaand: list[Indicatorregel],
    oud: s.Probleemgebied,
    bron: s.Probleemgebied,
) -> None:
    doelen = {doel.nummer: doel for doel in gebied.doelen}
    gewenst: list[Velden] = [
        {
            "tekst": indicator.tekst,
            "doel": doelen.get(indicator.nummer),
            "los_nummer": None if indicator.nummer in doelen else indicator.nummer,
        }
        for indicator in bron.indicatoren
    ]
    koppeling = koppel_items(oud.indicatoren, bron.indicatoren)
    _breng_in_lijn(session, gebied, "indicator", koppeling, range(1, len(gewenst) + 1), gewenst, bestaand)


def _vul_interventies(session: Sessie, gebied: Probleemgebied, oud: s.Probleemgebied, bron: s.Probleemgebied) -> None:
    koppeling = koppel_items(oud.interventies, bron.interventies)
    gewenst = [{"tekst": interventie.tekst} for interventie in bron.interventies]
    nummers = [interventie.nummer for interventie in bron.interventies]
    rijen = _breng_in_lijn(session, gebied, "interventie", koppeling, nummers, gewenst)
    for rij, interventie, i in zip(rijen, bron.interventies, koppeling, strict=True):
        vroeger = oud.interventies[i].onderdelen if i is not None else []
        letters = [onderdeel.letter for onderdeel in interventie.onderdelen]
        teksten = [{"tekst": onderdeel.tekst} for onderdeel in interventie.onderdelen]
        _breng_in_lijn(session, rij, "onderdeel", koppel_items(vroeger, interventie.onderdelen), letters, teksten)


def _op_volgorde(ouder: Any, soort: str) -> list[Any]:
    return SOORTEN[soort].items(ouder)


def _breng_in_lijn(
    session: Sessie,
    ouder: Probleemgebied | Interventie,
    soort_code: str,
    koppeling: Sequence[int | None],
    posities: Sequence[int | str],
    gewenst: Sequence[Velden],
    bestaand: Sequence[Any] | None = None,
) -> list[Any]:
    """The rows in the order of `gewenst`. `bestaand`: what `koppeling` points into, by default the list as it is now.

    What goes, goes first; then what stays makes room; then what is new comes.
    """
    soort = SOORTEN[soort_code]
    bestaand = _op_volgorde(ouder, soort_code) if bestaand is None else bestaand
    lijst = getattr(ouder, soort.lijst)
    for i, item in enumerate(bestaand):
        if i not in koppeling:
            lijst.remove(item)
    session.flush()
    rijen = [bestaand[i] if i is not None else None for i in koppeling]
    verhuist = {
        rij: positie
        for rij, positie in zip(rijen, posities, strict=True)
        if rij is not None and getattr(rij, soort.positie) != positie
    }
    if verhuist:
        zet_posities(session, soort, verhuist)
    uit = []
    for rij, positie, velden in zip(rijen, posities, gewenst, strict=True):
        if rij is None:
            vast = {soort.positie: positie, "organisatie_id": ouder.organisatie_id, **soort.vast}
            rij = soort.model(**vast, **velden)
            lijst.append(rij)
        else:
            _zet(rij, velden)
        uit.append(rij)
    session.flush()
    return uit


def _zet(rij: Punt | Doel | Indicatorregel | Interventie | Onderdeel | Opdracht, velden: Velden) -> None:
    for naam, waarde in velden.items():
        if getattr(rij, naam) != waarde:
            setattr(rij, naam, waarde)


def _wijs_toe(
    dragers: Sequence[Doel] | Sequence[Interventie], wie: s.Opdrachtnemer, verwijzingen: list[s.Verwijzing]
) -> None:
    per_nummer = {verwijzing.nummer: verwijzing for verwijzing in verwijzingen}
    for drager in dragers:
        verwijzing = per_nummer.get(drager.nummer)
        if verwijzing == verwijzing_van(drager, wie):
            continue  # also when only onderdelen are carried: a text says that in the same words
        zelfde = verwijzing is not None and _voorbehoud(drager, wie) == verwijzing.voorbehoud
        zet_toewijzing(drager, wie, verwijzing.voorbehoud if verwijzing else None)
        for onderdeel in drager.onderdelen if isinstance(drager, Interventie) else ():
            genoemd = verwijzing is not None and onderdeel.letter in verwijzing.onderdelen
            if genoemd and zelfde and _voorbehoud(onderdeel, wie) is not None:
                continue  # a text cannot say onder voorbehoud for one onderdeel; what was chosen by hand stays
            zet_toewijzing(onderdeel, wie, verwijzing.voorbehoud if verwijzing and genoemd else None)


def _voorbehoud(drager: Doel | Interventie | Onderdeel, wie: s.Opdrachtnemer) -> bool | None:
    return next((t.voorbehoud for t in drager.toewijzingen if t.opdrachtnemer is wie), None)


def zet_toewijzing(drager: Doel | Interventie | Onderdeel, wie: s.Opdrachtnemer, voorbehoud: bool | None) -> None:
    """`voorbehoud` None: this opdrachtnemer does not carry it."""
    huidige = next((t for t in drager.toewijzingen if t.opdrachtnemer is wie), None)
    if voorbehoud is None:
        if huidige is not None:
            drager.toewijzingen.remove(huidige)
    elif huidige is None:
        drager.toewijzingen.append(
            Toewijzing(organisatie_id=drager.organisatie_id, opdrachtnemer=wie, voorbehoud=voorbehoud)
        )
    elif huidige.voorbehoud != voorbehoud:
        huidige.voorbehoud = voorbehoud
