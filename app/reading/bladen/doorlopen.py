"""Tables that go on over a page: their parts become one, and a row that was cut becomes whole again."""

from app.reading.bladen.alineavorming import begint_klein, zin_uit
from app.reading.bladen.blad import Zetregel
from app.reading.bladen.indeling_blad import RuweCel, RuweRij, RuweTabel, Stuk
from app.reading.bladen.merken import lees_merk

GELIJK = 4.0


def plak_tabellen(stukken: list[Stuk]) -> list[Stuk]:
    uit: list[Stuk] = []
    for stuk in stukken:
        vorige = uit[-1] if uit else None
        if isinstance(stuk, RuweTabel) and isinstance(vorige, RuweTabel) and _is_vervolg(vorige, stuk):
            _plak(vorige, stuk)
        else:
            uit.append(stuk)
    return uit


def _is_vervolg(eerste: RuweTabel, tweede: RuweTabel) -> bool:
    """On the next page, as wide, and divided by the same lines as far as its rows need them."""
    if tweede.blad != eerste.tot_blad + 1:
        return False
    meer, minder = sorted((eerste.xs, tweede.xs), key=len, reverse=True)
    randen = abs(meer[0] - minder[0]) <= GELIJK and abs(meer[-1] - minder[-1]) <= GELIJK
    return randen and len(minder) > 2 and all(any(abs(x - ander) <= GELIJK for ander in meer) for x in minder)


def _zelfde_kolommen(eerste: RuweTabel, tweede: RuweTabel) -> None:
    """Counts the columns of both in those of the one that has most."""
    xs = max(eerste.xs, tweede.xs, key=len)
    for tabel in (eerste, tweede):
        plekken = [min(range(len(xs)), key=lambda k, x=x: abs(xs[k] - x)) for x in tabel.xs]  # type: ignore[misc]
        for rij in tabel.rijen:
            for cel in rij.cellen:
                begin, einde = plekken[cel.kolom], plekken[cel.kolom + cel.breedte]
                cel.kolom, cel.breedte = begin, einde - begin
        tabel.xs = xs


def _plak(eerste: RuweTabel, tweede: RuweTabel) -> None:
    _zelfde_kolommen(eerste, tweede)
    rijen = list(tweede.rijen)
    if len(eerste.rijen) > 1 and len(rijen) > 1 and _tekst(rijen[0]) == _tekst(eerste.rijen[0]) != "":
        rijen.pop(0)
    if rijen and eerste.rijen and _gaat_door(eerste.rijen[-1], rijen[0]):
        for boven, onder in zip(eerste.rijen[-1].cellen, rijen.pop(0).cellen, strict=True):
            boven.inhoud.extend(onder.inhoud)
    eerste.rijen.extend(rijen)
    eerste.tot_blad = tweede.tot_blad


def _tekst(rij: RuweRij) -> str:
    return "|".join(" ".join(regel.tekst for regel in cel.regels) for cel in rij.cellen)


def _gaat_door(boven: RuweRij, onder: RuweRij) -> bool:
    """Whether the page ended inside the row: a cell stops in the middle of a sentence, or only some cells go on."""
    if [(cel.kolom, cel.breedte) for cel in boven.cellen] != [(cel.kolom, cel.breedte) for cel in onder.cellen]:
        return False
    paren = [(b, o) for b, o in zip(boven.cellen, onder.cellen, strict=True) if o.inhoud]
    if any(not b.inhoud for b, _ in paren) or _begint_opnieuw(onder):
        return False
    if any(_midden_in_zin(b, o) for b, o in paren):
        return True
    eerste = onder.cellen[0]
    return not eerste.inhoud and (len(onder.cellen) == 2 or not onder.cellen[-1].inhoud or len(paren) == 1)


def _midden_in_zin(boven: RuweCel, onder: RuweCel) -> bool:
    laatste = boven.inhoud[-1] if boven.inhoud else None
    volgende = onder.inhoud[0]
    if not isinstance(laatste, Zetregel) or not isinstance(volgende, Zetregel) or lees_merk(volgende):
        return False
    return laatste.tekst.endswith("-") or (not zin_uit(laatste) and begint_klein(volgende))


def _begint_opnieuw(onder: RuweRij) -> bool:
    """Every cell begins with a capital, number or mark: "2024" below "Afgerond in mei 2023" goes on with nothing."""
    eersten = [cel.inhoud[0] for cel in onder.cellen if cel.inhoud]
    vers = [stuk for stuk in eersten if isinstance(stuk, Zetregel) and _is_vers(stuk)]
    return len(vers) == len(onder.cellen) > 2


def _is_vers(regel: Zetregel) -> bool:
    merk = lees_merk(regel)
    return (merk is not None and merk.telt) or not regel.tekst.lstrip("(‘'\"“[")[:1].islower()
