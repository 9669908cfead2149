"""Every page on two servers: by one person alone, in turns with the floor, and by eight who keep asking."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import count

from scripts.meten.klok import Duur, duur_van
from scripts.meten.land.afspraken import VLOER
from scripts.meten.land.klant import Antwoord, Klant, log_in
from scripts.meten.land.server import Server
from scripts.meten.paginas import Pagina
from scripts.meten.stand import Stand

KLANTEN = 8
# Seconds that eight people keep asking for one page, and what one page may take of one person in turns.
SAMEN, ALLEEN = 1.5, 6.0
MINSTENS = 3


@dataclass(frozen=True, slots=True)
class Drukte:
    """What eight people noticed."""

    duur: Duur
    per_seconde: float


@dataclass(frozen=True, slots=True)
class Kant:
    """One page on one of the two. `vloer`: the same bytes for nothing; `druk`: with eight people at once."""

    queries: int
    bytes: int
    alleen: Duur
    vloer: Duur
    druk: Drukte
    vloer_druk: Drukte


@dataclass(frozen=True, slots=True)
class Landmeting:
    pagina: Pagina
    klein: Kant
    land: Kant

    @property
    def verhouding(self) -> float:
        return self.land.alleen.mediaan / self.klein.alleen.mediaan

    @property
    def keer_vloer(self) -> float:
        return self.land.alleen.mediaan / self.land.vloer.mediaan


class Kijker:
    """Somebody on one of the servers, who stays logged in."""

    def __init__(self, stand: Stand, server: Server) -> None:
        self.stand, self.server = stand, server
        self.nummers = count()  # of what lies on the floor: each its own name, for a worker reads it once
        self._koekjes: dict[str, str] = {}

    def klant(self, pagina: Pagina) -> Klant:
        email = pagina.wie(self.stand)
        if email not in self._koekjes:
            self._koekjes[email] = log_in(self.server.poort, email, self.stand.regio.wachtwoord)
        return Klant(self.server.poort, self._koekjes[email])


class _Bezoek:
    """One page on one server, and its floor beside it."""

    def __init__(self, kijker: Kijker, pagina: Pagina) -> None:
        self._kijker, self._pagina = kijker, pagina
        nummer = next(kijker.nummers)
        self.adres, self.vloer = pagina.adres(kijker.stand), f"{VLOER}/{nummer}"
        with self._klant() as klant:
            # Now and then a visit opens a connection with the database, or is noted: that is not the page.
            self.eerste: Antwoord = min((klant.haal(self.adres) for _ in range(3)), key=lambda a: a.queries)
        (kijker.server.vloer / str(nummer)).write_bytes(self.eerste.inhoud)
        for adres in (self.adres, self.vloer):
            self.druk(adres, 0.2)  # both workers have then seen it

    def _klant(self) -> Klant:
        return self._kijker.klant(self._pagina)

    def werk(self, open_: ExitStack) -> dict[str, Callable[[], object]]:
        klant = open_.enter_context(self._klant())
        return {"pagina": partial(klant.haal, self.adres), "vloer": partial(klant.haal, self.vloer)}

    def druk(self, adres: str, seconden: float = SAMEN) -> Drukte:
        begin = time.perf_counter()
        with ExitStack() as open_, ThreadPoolExecutor(KLANTEN) as draden:
            klanten = [open_.enter_context(self._klant()) for _ in range(KLANTEN)]
            duren = [duur for lijst in draden.map(partial(_blijf_vragen, adres, seconden), klanten) for duur in lijst]
        return Drukte(duur_van(duren), len(duren) / (time.perf_counter() - begin))


def meet_land(klein: Kijker, land: Kijker, paginas: Iterable[Pagina], keren: int) -> Iterator[Landmeting]:
    for pagina in paginas:
        bezoeken = [_Bezoek(kijker, pagina) for kijker in (klein, land)]
        with ExitStack() as open_:
            werk = {(plek, wat): doe for plek, b in enumerate(bezoeken) for wat, doe in b.werk(open_).items()}
            alleen = om_de_beurt(werk, keren)
        kanten = [_kant(bezoek, alleen[plek, "pagina"], alleen[plek, "vloer"]) for plek, bezoek in enumerate(bezoeken)]
        yield Landmeting(pagina, *kanten)


def _kant(bezoek: _Bezoek, alleen: Duur, vloer: Duur) -> Kant:
    druk, vloer_druk = bezoek.druk(bezoek.adres), bezoek.druk(bezoek.vloer)
    return Kant(bezoek.eerste.queries, len(bezoek.eerste.inhoud), alleen, vloer, druk, vloer_druk)


def om_de_beurt(werk: Mapping[tuple[int, str], Callable[[], object]], keren: int) -> dict[tuple[int, str], Duur]:
    """In rounds, so that what else the machine does falls on all alike; fewer of them when they take long."""
    metingen: dict[tuple[int, str], list[float]] = {naam: [] for naam in werk}
    einde = time.perf_counter() + ALLEEN
    for ronde in range(keren):
        if ronde >= MINSTENS and time.perf_counter() > einde:
            break
        for naam, doe in werk.items():
            metingen[naam].append(_hoelang(doe))
    return {naam: duur_van(lijst) for naam, lijst in metingen.items()}


def _blijf_vragen(adres: str, seconden: float, klant: Klant) -> Sequence[float]:
    """At least once, however long that takes."""
    duren, einde = [], time.perf_counter() + seconden
    while not duren or time.perf_counter() < einde:
        duren.append(_hoelang(partial(klant.haal, adres)))
    return duren


def _hoelang(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return time.perf_counter() - begin
