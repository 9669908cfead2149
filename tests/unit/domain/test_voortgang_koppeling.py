"""Which known maatregel goes on in a report that is read."""

from app.domain.voortgang.koppeling import Bekend, Koppeling, Uitkomst, koppel_maatregelen, ontbrekend
from app.domain.voortgang.structuur import Maatregel, Thema, Voortgang

BEKEND = [
    Bekend(11, 1, "a", "Wachtlijst van de toegang inkorten"),
    Bekend(12, 1, "b", "Vaste gezinscoach"),
    Bekend(21, 2, "a", "Woningen voor jongvolwassenen"),
    Bekend(22, 2, None, "Buurtsportcoach"),
]


def _gelezen(*themas: tuple[int, list[tuple[str | None, str]]]) -> Voortgang:
    return Voortgang("Rapport", themas=[Thema(n, f"Thema {n}", [Maatregel(*m) for m in lijst]) for n, lijst in themas])


def _uitkomsten(koppeling: Koppeling) -> list[tuple[str, Uitkomst, list[int]]]:
    return [
        (t.plek, t.uitkomst, [t.bekend.sleutel] if t.bekend else [b.sleutel for b in t.kandidaten])
        for t in koppeling.treffers
    ]


def test_zelfde_naam_in_hetzelfde_thema() -> None:
    gelezen = _gelezen((1, [("a", "wachtlijst van de  toegang inkorten."), ("c", "Vaste gezinscoach")]))
    koppeling = koppel_maatregelen(gelezen, BEKEND)
    assert _uitkomsten(koppeling) == [("1/1", Uitkomst.ZELFDE, [11]), ("1/2", Uitkomst.ZELFDE, [12])]
    assert [b.sleutel for b in koppeling.ontbreekt] == [21, 22]


def test_lijkende_naam_wordt_voorgelegd_en_niet_gekozen() -> None:
    koppeling = koppel_maatregelen(_gelezen((1, [(None, "Kortere wachtlijst toegang")])), BEKEND)
    assert _uitkomsten(koppeling) == [("1/1", Uitkomst.HERNOEMD, [11])]
    assert koppeling.treffers[0].bekend is None
    assert [b.sleutel for b in koppeling.ontbreekt] == [12, 21, 22]


def test_alleen_de_letter_is_een_kandidaat_en_de_naam_weegt_zwaarder() -> None:
    koppeling = koppel_maatregelen(_gelezen((1, [("b", "Inkorten wachtlijst toegang")])), BEKEND)
    assert _uitkomsten(koppeling) == [("1/1", Uitkomst.HERNOEMD, [11, 12])]


def test_zelfde_naam_in_een_ander_thema_wordt_voorgelegd() -> None:
    koppeling = koppel_maatregelen(_gelezen((5, [("d", "Buurtsportcoach")])), BEKEND)
    assert _uitkomsten(koppeling) == [("1/1", Uitkomst.HERNOEMD, [22])]


def test_nieuw() -> None:
    koppeling = koppel_maatregelen(_gelezen((3, [("a", "Leerlingenvervoer herzien")])), BEKEND)
    assert _uitkomsten(koppeling) == [("1/1", Uitkomst.NIEUW, [])]
    assert len(koppeling.ontbreekt) == 4


def test_wie_al_gevonden_is_wordt_geen_kandidaat() -> None:
    gelezen = _gelezen((2, [("a", "Woningen voor jongvolwassenen"), ("b", "Woningen voor jongvolwassenen met zorg")]))
    assert _uitkomsten(koppel_maatregelen(gelezen, BEKEND)) == [
        ("1/1", Uitkomst.ZELFDE, [21]),
        ("1/2", Uitkomst.NIEUW, []),
    ]


def test_twee_met_dezelfde_naam_alleen_op_letter() -> None:
    bekend = [Bekend(1, 1, "a", "Scholing"), Bekend(2, 1, "b", "Scholing")]
    op_letter = koppel_maatregelen(_gelezen((1, [("b", "Scholing"), ("a", "Scholing")])), bekend)
    assert _uitkomsten(op_letter) == [("1/1", Uitkomst.ZELFDE, [2]), ("1/2", Uitkomst.ZELFDE, [1])]
    zonder = koppel_maatregelen(_gelezen((1, [(None, "Scholing")])), bekend)
    assert _uitkomsten(zonder) == [("1/1", Uitkomst.HERNOEMD, [1, 2])]


def test_na_de_keuze_is_duidelijk_wat_ontbreekt() -> None:
    koppeling = koppel_maatregelen(
        _gelezen((1, [("a", "Wachtlijst van de toegang inkorten"), ("b", "Coach voor elk gezin")])), BEKEND
    )
    assert _uitkomsten(koppeling)[1] == ("1/2", Uitkomst.HERNOEMD, [12])
    assert [b.sleutel for b in ontbrekend(koppeling, BEKEND, {"1/2": 12})] == [21, 22]
    assert [b.sleutel for b in ontbrekend(koppeling, BEKEND, {"1/2": None})] == [12, 21, 22]


def test_niets_gelezen_en_niets_bekend() -> None:
    assert koppel_maatregelen(_gelezen(), BEKEND).ontbreekt == tuple(BEKEND)
    assert koppel_maatregelen(_gelezen(), []) == Koppeling()
