"""Groups the stream into an introduction, probleemgebieden with their parts, and what belongs to none of them."""

from collections import defaultdict
from dataclasses import dataclass, field

from app.domain.structuur import Opdrachtnemer, Prioriteit
from app.reading.notitie.gebeurtenissen import Gebeurtenis, Kandidaat, Kopje, Onbekend, sterkte
from app.reading.notitie.labels import Etiket, Soort, is_vervolg, zonder_nummer
from app.reading.notitie.prioriteit import prioriteit_in_kop
from app.reading.notitie.regels import Regel

HOOFDDELEN = {Soort.IST, Soort.SOLL, Soort.DOELEN, Soort.INDICATOREN, Soort.INTERVENTIES}
MELDT_ZICHZELF = {Soort.IST, Soort.SOLL}


@dataclass(slots=True)
class Opdrachtdeel:
    nemers: tuple[Opdrachtnemer, ...]
    regels: list[Regel] = field(default_factory=list)


@dataclass(slots=True)
class Gebied:
    """A probleemgebied as it stood in the document. `naam` is empty when it has none.

    `kopjes`: the labels above its parts. `erna`: what stood after a heading that closes it.
    """

    naam: str
    regel: Regel | None = None
    prioriteit: Prioriteit | None = None
    delen: dict[Soort, list[Regel]] = field(default_factory=lambda: defaultdict(list))
    opdrachten: list[Opdrachtdeel] = field(default_factory=list)
    toelichting: list[Regel] = field(default_factory=list)
    kopjes: list[Regel] = field(default_factory=list)
    erna: list[Regel] = field(default_factory=list)
    onbekend: list[Onbekend] = field(default_factory=list)
    soorten: set[Soort] = field(default_factory=set)
    uit_tabel: bool = False
    zeker: bool = False

    @property
    def overtuigt(self) -> bool:
        """A lone heading "Doel" in an introduction makes no probleemgebied; a row in a table does."""
        herkenbaar = self.zeker and (self.uit_tabel or bool(self.soorten & MELDT_ZICHZELF))
        return herkenbaar or len(self.soorten & HOOFDDELEN) > 1

    @property
    def alle_regels(self) -> list[Regel]:
        delen = [regel for regels in self.delen.values() for regel in regels]
        opdrachten = [regel for deel in self.opdrachten for regel in deel.regels]
        eigen = [self.regel] if self.regel else []
        alles = [*eigen, *self.kopjes, *self.toelichting, *delen, *opdrachten, *self.erna]
        return sorted(alles, key=lambda regel: regel.plaats.volgorde)


@dataclass(slots=True)
class Indeling:
    """`buiten`: what stood after the last probleemgebied or between two and belongs to none."""

    inleiding: list[Regel] = field(default_factory=list)
    gebieden: list[Gebied] = field(default_factory=list)
    buiten: list[Regel] = field(default_factory=list)
    onbekend: list[Onbekend] = field(default_factory=list)


def deel_in(stroom: list[Gebeurtenis], bekende_namen: frozenset[str] = frozenset()) -> Indeling:
    """`bekende_namen`: names the notitie itself lists, as `naamsleutel` gives them."""
    namen = _Namen(stroom, bekende_namen)
    indeling = _Indeler(namen).loop(stroom)
    return _zonder_schijngebieden(indeling)


def naamsleutel(naam: str) -> str:
    """What makes two names the same."""
    return " ".join(zonder_nummer(naam).split()).strip(" .;:,").casefold()


class _Namen:
    """Decides which candidates are names: those that look as most names in this document do."""

    def __init__(self, stroom: list[Gebeurtenis], bekend: frozenset[str]) -> None:
        self.begint: set[int] = set()  # id() of a Kandidaat or, where a name is missing, of a Kopje
        self.herhaalt: set[int] = set()
        self._bekend = bekend
        self.vorm = _gekozen_vorm(stroom)
        self._huidige: str | None = None
        self._gezien: set[Etiket] = set()
        self._laatste: Etiket | None = None
        self._wachtend: list[Kandidaat] = []
        for gebeurtenis in stroom:
            if isinstance(gebeurtenis, Kandidaat):
                self._kandidaat(gebeurtenis)
            elif isinstance(gebeurtenis, Kopje):
                self._kopje(gebeurtenis)

    def _kandidaat(self, kandidaat: Kandidaat) -> None:
        if (
            kandidaat.vorm == self.vorm
            and naamsleutel(kandidaat.naam) in self._bekend
            and not self._herhaling(kandidaat)
        ):
            self._begin(kandidaat, kandidaat.naam)
        self._wachtend.append(kandidaat)

    def _herhaling(self, kandidaat: Kandidaat) -> bool:
        return self._huidige is not None and (
            naamsleutel(kandidaat.naam) == self._huidige or is_vervolg(kandidaat.naam)
        )

    def _kopje(self, kopje: Kopje) -> None:
        echte = [k for k in self._wachtend if k.vorm == self.vorm or id(k) in self.begint]
        if echte and id(echte[-1]) in self.begint:
            pass
        elif echte and self._herhaling(echte[-1]):
            self.herhaalt.update(id(k) for k in echte if self._herhaling(k))
        elif echte:
            self._begin(echte[-1], echte[-1].naam)
        elif self._huidige is None or self._opnieuw(kopje):
            self._begin_zonder_vaste_vorm(kopje)
        self._gezien.add(kopje.etiket)
        self._laatste = kopje.etiket
        self._wachtend = []

    def _opnieuw(self, kopje: Kopje) -> bool:
        return not kopje.binnen and kopje.etiket in self._gezien and kopje.etiket != self._laatste

    def _begin_zonder_vaste_vorm(self, kopje: Kopje) -> None:
        kandidaten = [k for k in self._wachtend if not (k.begin and self._huidige is None and len(self._wachtend) > 1)]
        beste = max(reversed(kandidaten), key=lambda k: sterkte(k.vorm), default=None)
        if beste is not None:
            self._begin(beste, beste.naam)
        else:
            self._begin(kopje, "")

    def _begin(self, gebeurtenis: Gebeurtenis, naam: str) -> None:
        self.begint.add(id(gebeurtenis))
        self._huidige = naamsleutel(naam)
        self._gezien = set()
        self._laatste = None


def _gekozen_vorm(stroom: list[Gebeurtenis]) -> str | None:
    """Every form gets a vote for each different name it would give; the opening line only votes when alone."""
    stemmen: dict[str, set[str]] = defaultdict(set)
    wachtend: dict[str, Kandidaat] = {}
    for gebeurtenis in stroom:
        if isinstance(gebeurtenis, Kandidaat):
            wachtend[gebeurtenis.vorm] = gebeurtenis
        elif isinstance(gebeurtenis, Kopje):
            for vorm, kandidaat in wachtend.items():
                if not kandidaat.begin or len(wachtend) == 1:
                    stemmen[vorm].add(naamsleutel(kandidaat.naam))
            wachtend = {}
    return max(stemmen, key=lambda vorm: (len(stemmen[vorm]), sterkte(vorm), vorm), default=None)


class _Indeler:
    def __init__(self, namen: _Namen) -> None:
        self._namen = namen
        self._uit = Indeling()
        self._gebied: Gebied | None = None
        self._kopje: Kopje | None = None
        self._niveau: int | None = None
        self._afgesloten = False
        self._prioriteit: Prioriteit | None = None

    def loop(self, stroom: list[Gebeurtenis]) -> Indeling:
        for gebeurtenis in stroom:
            if isinstance(gebeurtenis, Kandidaat):
                self._kandidaat(gebeurtenis)
            elif isinstance(gebeurtenis, Kopje):
                self._sectie(gebeurtenis)
            elif isinstance(gebeurtenis, Onbekend):
                (self._gebied.onbekend if self._gebied else self._uit.onbekend).append(gebeurtenis)
            else:
                self._plaats(gebeurtenis.regel)
        return self._uit

    def _kandidaat(self, kandidaat: Kandidaat) -> None:
        if id(kandidaat) in self._namen.begint:
            self._nieuw(kandidaat.naam, kandidaat.regels[0])
            self._niveau = kandidaat.niveau
        elif id(kandidaat) in self._namen.herhaalt:
            return
        elif kandidaat.vorm.startswith("kop") and (prioriteit := prioriteit_in_kop(kandidaat.naam)):
            self._prioriteit = prioriteit
        else:
            self._afgewezen(kandidaat)

    def _afgewezen(self, kandidaat: Kandidaat) -> None:
        """A heading as high as the names closes the probleemgebied: "Bijlage 1" is no part of the last one."""
        if self._gebied and kandidaat.niveau is not None and kandidaat.niveau <= (self._niveau or 9):
            self._afgesloten = True
        for regel in kandidaat.regels:
            self._plaats(regel)

    def _nieuw(self, naam: str, regel: Regel | None) -> None:
        self._gebied = Gebied(naam, regel, self._prioriteit)
        self._uit.gebieden.append(self._gebied)
        self._kopje = None
        self._afgesloten = False

    def _sectie(self, kopje: Kopje) -> None:
        if id(kopje) in self._namen.begint or self._gebied is None:
            self._nieuw("", None)
        gebied = self._gebied
        if gebied is None:  # pragma: no cover - _nieuw has just made one
            return
        self._afgesloten = False
        self._kopje = kopje
        gebied.soorten.add(kopje.etiket.soort)
        gebied.kopjes.append(kopje.regel)
        gebied.uit_tabel = gebied.uit_tabel or kopje.regel.uit_tabel
        gebied.zeker = gebied.zeker or kopje.zeker
        if kopje.etiket.soort is Soort.OPDRACHT:
            gebied.opdrachten.append(Opdrachtdeel(kopje.etiket.nemers))

    def _plaats(self, regel: Regel) -> None:
        if self._gebied is None:
            self._uit.inleiding.append(regel)
        elif self._afgesloten:
            self._gebied.erna.append(regel)
        elif self._kopje is None or self._staat_eronder(regel, self._kopje, self._gebied):
            self._gebied.toelichting.append(regel)
        elif self._kopje.etiket.soort is Soort.OPDRACHT:
            self._gebied.opdrachten[-1].regels.append(regel)
        elif self._kopje.etiket.soort is Soort.TOELICHTING:
            self._gebied.toelichting.append(regel)
        else:
            self._gebied.delen[self._kopje.etiket.soort].append(regel)

    def _staat_eronder(self, regel: Regel, kopje: Kopje, gebied: Gebied) -> bool:
        """Text below a table is a remark on the whole; without tables, so is plain text after the opdracht lines."""
        if regel.uit_tabel:
            return False
        if kopje.regel.uit_tabel:
            return True
        if kopje.etiket.soort is not Soort.OPDRACHT or regel.in_lijst:
            return False
        regels = gebied.opdrachten[-1].regels
        return bool(regels) and regels[-1].in_lijst


def _zonder_schijngebieden(indeling: Indeling) -> Indeling:
    if not any(gebied.overtuigt for gebied in indeling.gebieden):
        return Indeling()
    echt: list[Gebied] = []
    for gebied in indeling.gebieden:
        if gebied.overtuigt or _bekend_zonder_delen(gebied):
            echt.append(gebied)
            indeling.buiten.extend(gebied.erna)
        else:
            (indeling.buiten if echt else indeling.inleiding).extend(gebied.alle_regels)
            indeling.onbekend.extend(gebied.onbekend)
    indeling.gebieden = echt
    return indeling


def _bekend_zonder_delen(gebied: Gebied) -> bool:
    """Named in the notitie's own list, but still without parts."""
    return not gebied.soorten and gebied.regel is not None
