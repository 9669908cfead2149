"""A figure of the regio must not give away the small count of one gemeente."""

from collections.abc import Set
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.cijfers.onderdrukking import Zicht, is_klein
from app.domain.cijfers.regiocijfers import scherm_regio_af

DREMPEL = 5


def scherm(
    waarden: dict[str, int], *, bekend: Set[str] = frozenset(), zicht: dict[str, Zicht] | None = None
) -> set[str]:
    getallen = {naam: Decimal(waarde) for naam, waarde in waarden.items()}
    klein = {naam: Zicht.KLEIN for naam, w in getallen.items() if is_klein(w, DREMPEL)}
    gemeenten = [naam for naam in waarden if naam != "regio"]
    return set(
        scherm_regio_af(
            getallen,
            klein if zicht is None else zicht,
            gemeenten=gemeenten,
            totalen=["regio"] if "regio" in waarden else [],
            bekend=bekend,
            drempel=DREMPEL,
        )
    )


def test_zonder_klein_aantal_blijft_alles_open() -> None:
    assert scherm({"a": 10, "b": 20, "regio": 30}) == set()


def test_zonder_cijfer_van_de_regio_is_het_kleine_genoeg() -> None:
    assert scherm({"a": 3, "b": 20, "c": 30}) == {"a"}


def test_naast_een_cijfer_van_de_regio_gaat_het_kleinste_mee() -> None:
    assert scherm({"a": 3, "b": 20, "c": 30, "regio": 53}) == {"a", "b"}


def test_wat_de_lezer_zelf_heeft_verbergen_helpt_niet() -> None:
    """Of its own b it knows 20, so another one must go."""
    assert scherm({"a": 3, "b": 20, "c": 30, "regio": 53}, bekend={"b"}) == {"a", "c"}


def test_als_er_niets_anders_is_gaat_het_totaal() -> None:
    assert scherm({"a": 3, "b": 20, "regio": 23}, bekend={"b"}) == {"a", "regio"}


def test_wat_om_een_andere_reden_verborgen_is_krijgt_ook_gezelschap() -> None:
    """The areas of a hide it although it is large; from the total it must not be worked out."""
    assert scherm({"a": 40, "b": 20, "c": 30, "regio": 90}, zicht={"a": Zicht.MEE}) == {"a", "b"}


@given(
    st.lists(st.integers(0, 60), min_size=1, max_size=6),
    st.sets(st.integers(0, 5), max_size=2),
)
def test_in_de_som_is_nooit_precies_een_onbekende(delen: list[int], eigen: set[int]) -> None:
    waarden = {f"g{plek}": waarde for plek, waarde in enumerate(delen)} | {"regio": sum(delen)}
    bekend = {f"g{plek}" for plek in eigen if f"g{plek}" in waarden and not is_klein(Decimal(delen[plek]), DREMPEL)}
    verborgen = scherm(waarden, bekend=bekend)
    assert {naam for naam, waarde in waarden.items() if is_klein(Decimal(waarde), DREMPEL)} <= verborgen
    assert not verborgen & bekend
    # A total that is small itself says "< 5", and with zeros beside it there is no other company.
    if "regio" not in verborgen:
        assert len(verborgen) != 1
