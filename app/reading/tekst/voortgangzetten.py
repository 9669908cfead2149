"""Sets progress tables that were found in a text as rows of three cells, the text around them as lines."""

from collections.abc import Iterator

from app.reading.bladen.blad import Zetregel
from app.reading.bladen.indeling_blad import RuweCel, RuweRij, RuweTabel, Stuk
from app.reading.tekst.etiketten import eindigt
from app.reading.tekst.tekstregel import Tekstregel
from app.reading.tekst.voortgangskoppen import Stukje
from app.reading.tekst.voortgangsrijen import Voortgangstabel
from app.reading.tekst.zetten import RUIMTE, STEEK, Zetter, basislijnen, rand_van

BREED = 1000.0
XS = [0.0, BREED, 2 * BREED, 3 * BREED]


def zet_voortgang(regels: list[Tekstregel], tabellen: list[Voortgangstabel], zetter: Zetter) -> Iterator[Stuk]:
    basis = [hoogte for _, hoogte in basislijnen(regels)]
    gezet = [zetter.zet(regel, hoogte) for regel, hoogte in zip(regels, basis, strict=True)]
    rand = rand_van(zetter, regels, gezet)
    vanaf = 0
    for tabel in tabellen:
        yield from _buiten(gezet[vanaf : tabel.van], rand)
        yield _tabel(regels, basis, tabel, zetter)
        vanaf = tabel.tot
    yield from _buiten(gezet[vanaf:], rand)


def _buiten(gezet: list[Zetregel], rand: float) -> Iterator[Zetregel]:
    for regel in gezet:
        regel.rand = rand
        yield regel


def _tabel(regels: list[Tekstregel], basis: list[float], tabel: Voortgangstabel, zetter: Zetter) -> RuweTabel:
    blad = regels[tabel.van].blad
    uit = RuweTabel(blad, regels[tabel.tot - 1].blad, XS, basis[tabel.van])
    rijen: list[list[list[Stukje]]] = [[[stuk] for stuk in tabel.kop]]
    rijen.extend([rij.naam, rij.voortgang, rij.planning] for rij in tabel.rijen)
    for rij in rijen:
        cellen = [RuweCel(kolom, 1, XS[kolom], XS[kolom + 1]) for kolom in range(len(XS) - 1)]
        for cel, stukjes in zip(cellen, rij, strict=True):
            planning = cel.kolom + 1 == len(cellen)
            cel.inhoud.extend(_zet(regels, stukjes, zetter, cel.links, basis[tabel.van], eigen_zinnen=planning))
        uit.rijen.append(RuweRij(cellen))
    for kolom in range(len(XS) - 1):
        kolomregels = [regel for rij in uit.rijen[1:] for regel in rij.cellen[kolom].regels]
        verste = max((regel.x1 for regel in kolomregels), default=0.0)
        for regel in kolomregels:
            regel.rand = verste + RUIMTE if tabel.per_regel else verste - zetter.ruim * (verste - XS[kolom])
    return uit


def _zet(
    regels: list[Tekstregel], stukjes: list[Stukje], zetter: Zetter, x0: float, basis: float, *, eigen_zinnen: bool
) -> list[Zetregel]:
    """`eigen_zinnen`: every sentence is a paragraph of its own, as in a planning. In a text where every line stands
    apart nobody can tell an empty line of its writer, so there the progress is one paragraph."""
    uit: list[Zetregel] = []
    vorige = ""
    for stuk in filter(lambda stuk: stuk.tekst, stukjes):
        basis += STEEK * (2 if eigen_zinnen and eindigt(vorige) else 1)
        gezet = zetter.zet(regels[stuk.plek], basis, tekst=stuk.tekst, x0=x0)
        gezet.aaneen = regels[stuk.plek].los and not eigen_zinnen
        uit.append(gezet)
        vorige = stuk.tekst
    return uit
