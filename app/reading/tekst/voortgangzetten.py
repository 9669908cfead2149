"""Sets progress tables that were found in a text as rows of cells, the text around them as lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.planning.lezen import is_statuswoord, lees_planning
from app.reading.bladen.blad import Zetregel
from app.reading.bladen.indeling_blad import RuweCel, RuweRij, RuweTabel, Stuk
from app.reading.tekst.etiketten import eindigt
from app.reading.tekst.kolomrijen import Kolomtabel, vind_kolomtabellen
from app.reading.tekst.tekstregel import Tekstregel
from app.reading.tekst.voortgangskoppen import Stukje
from app.reading.tekst.voortgangsrijen import Voortgangstabel, vind_voortgangstabellen
from app.reading.tekst.zetten import RUIMTE, STEEK, Zetter, basislijnen, kies_zetter, rand_van
from app.reading.voortgang.kolommen import Kolom

Tabel = Voortgangstabel | Kolomtabel

BREED = 1000.0


def vind_tabellen(regels: list[Tekstregel]) -> Sequence[Tabel]:
    """In columns when the text kept those."""
    return vind_kolomtabellen(regels) or vind_voortgangstabellen(regels)


def zet_voortgang(regels: list[Tekstregel], tabellen: Sequence[Tabel]) -> Iterator[Stuk]:
    zetter = kies_zetter(regels)
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


def _tabel(regels: list[Tekstregel], basis: list[float], tabel: Tabel, zetter: Zetter) -> RuweTabel:
    xs = [BREED * kolom for kolom in range(len(tabel.koprij) + 1)]
    if isinstance(tabel, Kolomtabel):
        zetter = kies_zetter([replace(regels[s.plek], tekst=s.tekst) for s in _lopend(tabel)])
    blad = regels[tabel.van].blad
    uit = RuweTabel(blad, regels[tabel.tot - 1].blad, xs, basis[tabel.van])
    rijen: list[list[list[Stukje]]] = [tabel.koprij]
    rijen.extend(tabel.cellen)
    for rij in rijen:
        cellen = [RuweCel(kolom, 1, xs[kolom], xs[kolom + 1]) for kolom in range(len(tabel.koprij))]
        for cel, stukjes in zip(cellen, rij, strict=True):
            planning = tabel.soorten[cel.kolom] in {Kolom.PLANNING, Kolom.STATUS}
            cel.inhoud.extend(_zet(regels, stukjes, zetter, cel.links, basis[tabel.van], eigen_zinnen=planning))
        uit.rijen.append(RuweRij(cellen))
    for kolom in range(len(tabel.koprij)):
        kolomregels = [regel for rij in uit.rijen[1:] for regel in rij.cellen[kolom].regels]
        verste = max((regel.x1 for regel in kolomregels), default=0.0)
        per_regel = isinstance(tabel, Voortgangstabel) and tabel.per_regel
        for regel in kolomregels:
            regel.rand = verste + RUIMTE if per_regel else verste - zetter.ruim * (verste - xs[kolom])
        if isinstance(tabel, Kolomtabel) and kolomregels:
            for ruwe in uit.rijen:
                ruwe.cellen[kolom].rechts = verste
    return uit


def _lopend(tabel: Kolomtabel) -> Iterator[Stukje]:
    """The lines of the progress."""
    for kolom, soort in enumerate(tabel.soorten):
        if soort is Kolom.VOORTGANG:
            yield from (stuk for rij in tabel.cellen for stuk in rij[kolom])


def _zet(
    regels: list[Tekstregel], stukjes: list[Stukje], zetter: Zetter, x0: float, basis: float, *, eigen_zinnen: bool
) -> list[Zetregel]:
    """`eigen_zinnen`: every sentence is a paragraph of its own, as in a planning. In a text where every line stands
    apart nobody can tell an empty line of its writer, so there the progress is one paragraph."""
    uit: list[Zetregel] = []
    vorige = ""
    for stuk in filter(lambda stuk: stuk.tekst, stukjes):
        basis += STEEK * (2 if eigen_zinnen and _nieuwe_planning(vorige, stuk.tekst) else 1)
        gezet = zetter.zet(regels[stuk.plek], basis, tekst=stuk.tekst, x0=x0)
        gezet.aaneen = regels[stuk.plek].los and not eigen_zinnen
        uit.append(gezet)
        vorige = stuk.tekst
    return uit


def _nieuwe_planning(boven: str, tekst: str) -> bool:
    """ "Januari 2024" with "Doorlopend" below it are two."""
    return eindigt(boven) or (is_statuswoord(tekst) and bool(lees_planning([boven]).momenten))
