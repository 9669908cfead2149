"""One page as a sequence of lines and tables, in the order in which a person reads them."""

from dataclasses import dataclass, field

from app.reading.bladen.blad import Blad, Woord, Zetregel, zet_regels
from app.reading.bladen.krant import Strook, stroken
from app.reading.bladen.raster import Raster, vind_rasters


@dataclass(slots=True)
class RuweCel:
    """`links` and `rechts`: between which its lines stand."""

    kolom: int
    breedte: int
    links: float
    rechts: float
    inhoud: list["Stuk"] = field(default_factory=list)

    @property
    def regels(self) -> list[Zetregel]:
        return [stuk for stuk in self.inhoud if isinstance(stuk, Zetregel)]


@dataclass(slots=True)
class RuweRij:
    cellen: list[RuweCel]


@dataclass(slots=True)
class RuweTabel:
    """`xs`: the edges of its columns. `tot_blad`: the page on which it ends. `twijfel`: where a row may begin."""

    blad: int
    tot_blad: int
    xs: list[float]
    boven: float
    rijen: list[RuweRij] = field(default_factory=list)
    twijfel: list[Zetregel] = field(default_factory=list)


Stuk = Zetregel | RuweTabel


def boven_van(stuk: Stuk) -> float:
    return stuk.boven


def deel_blad_in(blad: Blad, woorden: list[Woord], *, krant: bool = True) -> list[Stuk]:
    """`woorden`: those that are no header or footer. `krant`: whether the page may be set as a newspaper."""
    rasters = sorted(vind_rasters(blad.lijnen), key=lambda raster: raster.oppervlakte)
    los = _verdeel(rasters, woorden)
    tabellen = {id(raster): _als_tabel(blad, raster) for raster in rasters}
    buiten: list[RuweTabel] = []
    for plek, raster in enumerate(rasters):
        ouder = next((ander for ander in rasters[plek + 1 :] if _ligt_in(raster, ander)), None)
        if ouder is None:
            buiten.append(tabellen[id(raster)])
        else:
            _cel_op(tabellen[id(ouder)], ouder, raster).inhoud.append(tabellen[id(raster)])
    for tabel in tabellen.values():
        for rij in tabel.rijen:
            for cel in rij.cellen:
                cel.inhoud.sort(key=boven_van)
    return _in_leesvolgorde(blad, los, buiten, krant=krant)


def _in_leesvolgorde(blad: Blad, los: list[Woord], tabellen: list[RuweTabel], *, krant: bool) -> list[Stuk]:
    """Column after column where the page is set in columns, and from top to bottom in each."""
    regels = [regel.woorden for regel in zet_regels(blad.nummer, los)]
    delen = stroken(blad, regels) if krant else [Strook(blad.breedte, [los])]
    uit: list[Stuk] = []
    for plek, strook in enumerate(delen):
        einde = delen[plek + 1].boven if plek + 1 < len(delen) else blad.hoogte
        eigen = [tabel for tabel in tabellen if tabel.boven < einde]
        tabellen = [tabel for tabel in tabellen if tabel.boven >= einde]
        for kolom, woorden in enumerate(strook.kolommen):
            links = [tabel for tabel in eigen if kolom + 1 == len(strook.kolommen) or tabel.xs[-1] <= strook.goot]
            eigen = [tabel for tabel in eigen if all(tabel is not ander for ander in links)]
            uit.extend(sorted([*zet_regels(blad.nummer, woorden, kolom), *links], key=boven_van))
    return uit


def _verdeel(rasters: list[Raster], woorden: list[Woord]) -> list[Woord]:
    """Gives every word to the smallest table around it; the answer is what stands in none."""
    los: list[Woord] = []
    for woord in woorden:
        raster = next((raster for raster in rasters if raster.bevat(*woord.midden)), None)
        if raster is None:
            los.append(woord)
        else:
            raster.vak_op(*woord.midden).woorden.append(woord)
    return los


def _als_tabel(blad: Blad, raster: Raster) -> RuweTabel:
    tabel = RuweTabel(blad.nummer, blad.nummer, raster.xs, raster.ys[0])
    tabel.rijen = [RuweRij([]) for _ in raster.ys[1:]]
    for vak in raster.vakken:
        links, rechts = raster.xs[vak.kolom], raster.xs[vak.kolom + vak.breedte]
        cel = RuweCel(vak.kolom, vak.breedte, links, rechts, list(zet_regels(blad.nummer, vak.woorden)))
        for lager in range(vak.hoogte):
            leeg = RuweCel(vak.kolom, vak.breedte, links, rechts)
            tabel.rijen[vak.rij + lager].cellen.append(leeg if lager else cel)
    for rij in tabel.rijen:
        rij.cellen.sort(key=lambda cel: cel.kolom)
    return tabel


def _ligt_in(binnen: Raster, buiten: Raster) -> bool:
    return buiten.bevat(binnen.xs[0], binnen.ys[0]) and buiten.bevat(binnen.xs[-1], binnen.ys[-1])


def _cel_op(tabel: RuweTabel, raster: Raster, binnen: Raster) -> RuweCel:
    vak = raster.vak_op((binnen.xs[0] + binnen.xs[-1]) / 2, (binnen.ys[0] + binnen.ys[-1]) / 2)
    return next(cel for cel in tabel.rijen[vak.rij].cellen if cel.kolom == vak.kolom)
