"""All opdrachten that the gemeenten of a regio give the RIGG: grouped, chosen from, and counted."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from app.domain.regio.antwoord import Antwoord, Antwoordsoort, volledige_tekst
from app.domain.regio.doelsommen import Doelbron, Optelling, tel_op
from app.domain.regio.groepen import Besluit, Bron, Groep, Opdrachtsoort, groepeer
from app.domain.structuur import Streefwaarde

# What an opdracht without an answer is counted under, beside the Antwoordsoorten.
OPEN = "open"
EERDERE_TEKST = "eerdere tekst"
_SOORTEN = tuple(Opdrachtsoort)
_LETTERS = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Plek:
    """Where an opdracht stands: the probleemgebied, in the version that counts for the RIGG."""

    gemeente: str
    slug: str
    organisatie_id: int
    notitie: str
    notitie_id: int
    versie: int
    status: str
    gebied: str
    gebied_id: int
    gebied_merk: str
    volgorde: int

    @property
    def product(self) -> str:
        return product_van(self.gebied)


@dataclass(frozen=True, slots=True)
class Regioregel:
    """One opdracht of one gemeente. `sleutel` stays with it in later versions.

    `nummer` is empty for an opdracht that is no doel or interventie. `onderdelen`: (letter, text) of those asked.
    """

    sleutel: str
    lijn: str
    merk: str
    soort: Opdrachtsoort
    plek: Plek
    nummer: str
    tekst: str
    onderdelen: tuple[tuple[str, str], ...] = ()
    streefwaarde: Streefwaarde | None = None
    gedeeld: bool = False
    voorbehoud: bool = False
    antwoord: Antwoord | None = None
    plaats: int = 0  # within its probleemgebied, among its soort

    @property
    def volledig(self) -> str:
        return volledige_tekst(self.tekst, self.onderdelen)

    @property
    def op_eerdere_tekst(self) -> bool:
        return self.antwoord is not None and self.antwoord.is_op_eerdere_tekst(self.volledig)

    @property
    def stand(self) -> str:
        return OPEN if self.antwoord is None else self.antwoord.soort.value

    @property
    def volgorde(self) -> tuple[object, ...]:
        waar = (self.plek.gemeente, self.plek.organisatie_id, self.plek.notitie_id, self.plek.volgorde)
        return (*waar, _SOORTEN.index(self.soort), self.plaats, self.sleutel)


@dataclass(frozen=True, slots=True)
class Regiogroep:
    """Opdrachten that ask the same. `gekozen`: those of `regels` that pass the filter. `besluit`: the last decision
    that shaped the group."""

    regels: tuple[Regioregel, ...]
    besluit: int | None = None
    gekozen: tuple[Regioregel, ...] = ()

    @property
    def sleutel(self) -> str:
        return self.regels[0].sleutel

    @property
    def tekst(self) -> str:
        """As most of them say it, and of those the shortest."""
        teksten = Counter(" ".join(regel.tekst.split()) for regel in self.regels)
        return min(teksten, key=lambda tekst: (-teksten[tekst], len(tekst), tekst))

    @property
    def gemeenten(self) -> list[str]:
        return sorted({regel.plek.gemeente for regel in self.regels})

    @property
    def elders(self) -> list[str]:
        """The gemeenten that ask this too, but fall outside the filter."""
        return sorted(set(self.gemeenten) - {regel.plek.gemeente for regel in self.gekozen})

    @property
    def is_doel(self) -> bool:
        return self.regels[0].soort is Opdrachtsoort.DOEL

    @property
    def optelling(self) -> Optelling:
        doelen = [r for r in self.regels if r.streefwaarde is not None]
        return tel_op(Doelbron(r.sleutel, r.plek.organisatie_id, r.streefwaarde) for r in doelen if r.streefwaarde)


def stel_samen(regels: Sequence[Regioregel], besluiten: Iterable[Besluit] = ()) -> tuple[Regiogroep, ...]:
    """Every opdracht in one group. What most gemeenten ask comes first."""
    per_sleutel = {regel.sleutel: regel for regel in regels}
    bronnen = tuple(_bron(regel) for regel in regels)
    groepen = [
        Regiogroep(leden, groep.besluit, leden)
        for groep in _groepen(bronnen, tuple(besluiten))
        if (leden := tuple(sorted((per_sleutel[s] for s in groep.leden), key=lambda regel: regel.volgorde)))
    ]
    return tuple(sorted(groepen, key=_op_hoeveel_gemeenten))


@lru_cache(maxsize=16)
def _groepen(bronnen: tuple[Bron, ...], besluiten: tuple[Besluit, ...]) -> tuple[Groep, ...]:
    """Comparing texts is most of the work of a page, and they seldom change."""
    return groepeer(bronnen, besluiten)


def _bron(regel: Regioregel) -> Bron:
    onderdelen = tuple(tekst for _, tekst in regel.onderdelen)
    return Bron(regel.sleutel, regel.soort, regel.plek.gebied_id, regel.tekst, onderdelen)


def _op_hoeveel_gemeenten(groep: Regiogroep) -> tuple[object, ...]:
    return -len(groep.gemeenten), -len(groep.regels), groep.tekst.casefold(), groep.sleutel


# --- choosing ---


@dataclass(frozen=True, slots=True)
class Regiokeuze:
    """Empty: not filtered on. `gemeente`: a slug; `product`: as `product_van` gives it; `soort`: an Opdrachtsoort;
    `antwoord`: an Antwoordsoort, OPEN or EERDERE_TEKST."""

    gemeente: str = ""
    product: str = ""
    soort: str = ""
    antwoord: str = ""

    @property
    def leeg(self) -> bool:
        return self == Regiokeuze()

    def past(self, regel: Regioregel) -> bool:
        return (
            self.gemeente in ("", regel.plek.slug)
            and self.product in ("", regel.plek.product)
            and self.soort in ("", regel.soort.value)
            and self._past_antwoord(regel)
        )

    def _past_antwoord(self, regel: Regioregel) -> bool:
        return regel.op_eerdere_tekst if self.antwoord == EERDERE_TEKST else self.antwoord in ("", regel.stand)


def kies(groepen: Iterable[Regiogroep], keuze: Regiokeuze) -> tuple[Regiogroep, ...]:
    """The groups with something in the choice. What is the same does not depend on what was chosen."""
    gekozen = ((groep, tuple(filter(keuze.past, groep.regels))) for groep in groepen)
    return tuple(Regiogroep(groep.regels, groep.besluit, regels) for groep, regels in gekozen if regels)


def vind(groepen: Iterable[Regiogroep], sleutel: str) -> tuple[Regiogroep, Regioregel] | None:
    """The opdracht with this sleutel, and the group it is in."""
    return next(((g, r) for g in groepen for r in g.regels if r.sleutel == sleutel), None)


@lru_cache(maxsize=5_000)
def product_van(gebied: str) -> str:
    """What makes probleemgebieden of several gemeenten the same product: their name, but for signs and capitals."""
    plat = unicodedata.normalize("NFKD", gebied.casefold()).encode("ascii", "ignore").decode()
    return "-".join(_LETTERS.findall(plat)) or "zonder-naam"


# --- counting ---


@dataclass(slots=True)
class Telling:
    """`standen`: how many opdrachten have which answer. `gemeenten`: their names."""

    naam: str
    soorten: Counter[Opdrachtsoort] = field(default_factory=Counter)
    standen: Counter[str] = field(default_factory=Counter)
    gemeenten: set[str] = field(default_factory=set)
    eerdere_tekst: int = 0

    def tel(self, regel: Regioregel) -> None:
        self.soorten[regel.soort] += 1
        self.standen[regel.stand] += 1
        self.gemeenten.add(regel.plek.gemeente)
        self.eerdere_tekst += regel.op_eerdere_tekst

    @property
    def totaal(self) -> int:
        return self.soorten.total()

    @property
    def aantallen(self) -> tuple[int, ...]:
        """Doelen, interventies, opdrachten, all of them."""
        return (*(self.soorten[soort] for soort in Opdrachtsoort), self.totaal)

    @property
    def antwoorden(self) -> tuple[int, ...]:
        """Without an answer, and of each Antwoordsoort."""
        return (self.standen[OPEN], *(self.standen[soort.value] for soort in Antwoordsoort))


def tel_alles(regels: Iterable[Regioregel], naam: str = "Totaal") -> Telling:
    telling = Telling(naam)
    for regel in regels:
        telling.tel(regel)
    return telling


def tel_per_gemeente(regels: Iterable[Regioregel]) -> dict[str, Telling]:
    """By slug, in the order of their names."""
    per_slug: dict[str, list[Regioregel]] = defaultdict(list)
    for regel in sorted(regels, key=lambda regel: (regel.plek.gemeente, regel.plek.slug)):
        per_slug[regel.plek.slug].append(regel)
    return {slug: tel_alles(eigen, eigen[0].plek.gemeente) for slug, eigen in per_slug.items()}


def tel_per_product(regels: Iterable[Regioregel]) -> dict[str, Telling]:
    """By `product_van`, named as most gemeenten do; what most gemeenten ask for comes first."""
    per_product: dict[str, list[Regioregel]] = defaultdict(list)
    for regel in regels:
        per_product[regel.plek.product].append(regel)
    tellingen = {product: tel_alles(eigen, _meeste_naam(eigen)) for product, eigen in per_product.items()}
    return dict(sorted(tellingen.items(), key=lambda paar: (-len(paar[1].gemeenten), -paar[1].totaal, paar[0])))


def _meeste_naam(regels: Sequence[Regioregel]) -> str:
    namen = Counter({(regel.plek.gebied, regel.plek.gebied_id) for regel in regels})
    per_naam = Counter(naam for naam, _ in namen)
    return min(per_naam, key=lambda naam: (-per_naam[naam], naam))
