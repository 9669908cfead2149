"""The seeds of Het Hogeland say in other words exactly what the note says: every figure, year, count and tag."""

import re
from collections import Counter
from typing import Any

import pytest

from app.domain.notitie.structuur_json import als_dict
from app.domain.structuur import Notitie

VRIJE_TEKST = ("ist", "soll", "doelen_toelichting", "toelichting")


def cijfers(tekst: str) -> Counter[str]:
    """The figures in a text, with the X of a figure that is still open; "%" and "fte" count along with theirs."""
    return Counter(re.findall(r"\d+(?: ?(?:%|fte|uur))?|\b[xX]\b%?", tekst))


@pytest.fixture(scope="module")
def seed(hogeland: Notitie) -> dict[str, Any]:
    return als_dict(hogeland)


def paren(seed: dict[str, Any], waarheid: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return list(zip(seed["probleemgebieden"], waarheid["probleemgebieden"], strict=True))


def test_the_head(seed: dict[str, Any], waarheid: dict[str, Any]) -> None:
    for sleutel in ("titel", "gemeente", "versie", "datum", "referentiejaar", "doeljaar"):
        assert seed[sleutel] == waarheid[sleutel], sleutel


def test_the_counts(seed: dict[str, Any]) -> None:
    gebieden = seed["probleemgebieden"]
    tel = {
        sleutel: sum(len(gebied[sleutel]) for gebied in gebieden)
        for sleutel in ("ist", "soll", "doelen", "indicatoren", "interventies")
    }
    onderdelen = sum(len(i.get("onderdelen", [])) for gebied in gebieden for i in gebied["interventies"])
    assert (len(gebieden), onderdelen) == (7, 7)
    assert tel == {"ist": 22, "soll": 30, "doelen": 31, "indicatoren": 16, "interventies": 39}


def test_names_and_priorities(seed: dict[str, Any], waarheid: dict[str, Any]) -> None:
    for van_ons, van_hen in paren(seed, waarheid):
        for sleutel in ("volgorde", "naam", "prioriteit"):
            assert van_ons[sleutel] == van_hen[sleutel]
    assert seed["probleemgebieden"][6]["naam_in_lijst"] == "Intensief ambulante ondersteuning"


def test_streefwaarden(seed: dict[str, Any], waarheid: dict[str, Any]) -> None:
    for van_ons, van_hen in paren(seed, waarheid):
        for doel, echt in zip(van_ons["doelen"], van_hen["doelen"], strict=True):
            assert (doel["nummer"], doel["streefwaarde"]) == (echt["nummer"], echt["streefwaarde"]), van_ons["naam"]


def test_toewijzingen(seed: dict[str, Any], waarheid: dict[str, Any]) -> None:
    for van_ons, van_hen in paren(seed, waarheid):
        for nemer in ("lokaal", "rigg"):
            opdracht, echt = van_ons["opdracht"][nemer], van_hen["opdracht"][nemer]
            assert (opdracht["doelen"], opdracht["interventies"]) == (echt["doelen"], echt["interventies"])
            assert len(opdracht["opdrachten"]) == len(echt["opdrachten"])


def test_numbers_and_letters(seed: dict[str, Any], waarheid: dict[str, Any]) -> None:
    def vorm(gebied: dict[str, Any]) -> object:
        interventies = [(i["nummer"], [o["letter"] for o in i.get("onderdelen", [])]) for i in gebied["interventies"]]
        return [indicator["nummer"] for indicator in gebied["indicatoren"]], interventies

    for van_ons, van_hen in paren(seed, waarheid):
        assert vorm(van_ons) == vorm(van_hen), van_ons["naam"]


def test_figures_in_the_numbered_texts(seed: dict[str, Any], waarheid: dict[str, Any]) -> None:
    for van_ons, van_hen in paren(seed, waarheid):
        for sleutel in ("doelen", "indicatoren", "interventies"):
            for rij, echt in zip(van_ons[sleutel], van_hen[sleutel], strict=True):
                assert cijfers(rij["tekst"]) == cijfers(echt["tekst"]), (van_ons["naam"], sleutel, rij["nummer"])
                for onderdeel, ander in zip(rij.get("onderdelen", []), echt.get("onderdelen", []), strict=True):
                    assert cijfers(onderdeel["tekst"]) == cijfers(ander["tekst"]), onderdeel["tekst"]


def test_figures_in_the_free_texts(seed: dict[str, Any], waarheid: dict[str, Any]) -> None:
    for van_ons, van_hen in paren(seed, waarheid):
        for sleutel in VRIJE_TEKST:
            regels, echt = van_ons[sleutel], van_hen[sleutel]
            if isinstance(echt, str):
                regels, echt = [regels], [echt]
            for regel, ander in zip(regels, echt, strict=True):
                assert cijfers(regel) == cijfers(ander), (van_ons["naam"], regel)
                assert bool(regel) == bool(ander)
