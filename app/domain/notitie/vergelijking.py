"""Two versions of a notitie for people to read: per probleemgebied what changed, word by word, among what stayed."""

from dataclasses import dataclass

from app.domain import structuur as s
from app.domain.notitie.paren import Itemsoort, tekst_van
from app.domain.notitie.verschil import (
    GEBIEDSTEKSTEN,
    PLAATS,
    TEKST,
    Aard,
    GebiedVerschil,
    ItemVerschil,
    Verschil,
    Wijziging,
    gebied_verschillen,
    gegevens_verschil,
)
from app.domain.taal.tekst_verschil import Stuk, tekstverschil

INLEIDING = "inleiding"
# What a probleemgebied is made of, in the order of reading: lists of items, and texts by the name of their field.
_DELEN: tuple[tuple[str, Itemsoort | str], ...] = (
    ("Ist", Itemsoort.IST),
    ("Soll", Itemsoort.SOLL),
    ("Doelen", Itemsoort.DOEL),
    (GEBIEDSTEKSTEN["doelen_toelichting"], "doelen_toelichting"),
    (GEBIEDSTEKSTEN["indicatoren_inleiding"], "indicatoren_inleiding"),
    ("Indicatoren", Itemsoort.INDICATOR),
    ("Interventies", Itemsoort.INTERVENTIE),
    ("Opdrachten Lokaal", Itemsoort.OPDRACHT_LOKAAL),
    ("Opdrachten RIGG", Itemsoort.OPDRACHT_RIGG),
    (GEBIEDSTEKSTEN["toelichting"], "toelichting"),
)
_LANG = {wat for _, wat in _DELEN}
# Of several changes of one item: which of them says most about it.
_ZWAARSTE = (Aard.NIEUW, Aard.VERWIJDERD, Aard.GEWIJZIGD, Aard.VERPLAATST, Aard.HERNUMMERD)


@dataclass(frozen=True, slots=True)
class Rij:
    """A text with its changes. `naam`: "Doel 3", "" for a text that has no number; `was`: where it stood before, when
    that was elsewhere. `aard`: None when all stayed. `overig`: what else changed of it, such as who carries it."""

    naam: str
    stukken: tuple[Stuk, ...]
    aard: Aard | None = None
    was: str = ""
    overig: tuple[Wijziging, ...] = ()
    ondergeschikt: bool = False

    @property
    def alleen_nummer(self) -> bool:
        return self.aard is Aard.HERNUMMERD


@dataclass(frozen=True, slots=True)
class Deel:
    """A list or text, whole: with what stayed between what changed."""

    titel: str
    rijen: tuple[Rij, ...]

    @property
    def gewijzigd(self) -> tuple[Rij, ...]:
        """Without those that only got another number, which are told in one breath."""
        return tuple(rij for rij in self.rijen if rij.aard and not rij.alleen_nummer)

    @property
    def hernummerd(self) -> str:
        """ "doel 3 is nu doel 4; doel 4 is nu doel 5", or nothing."""
        rijen = [rij for rij in self.rijen if rij.alleen_nummer]
        return "; ".join(f"{rij.was.lower()} is nu {rij.naam.lower()}" for rij in rijen)


@dataclass(frozen=True, slots=True)
class Gebied:
    """`kort`: its name, place and prioriteit, when those changed. `delen`: those in which something changed; `gelijk`:
    the titles of the others that say something."""

    naam: str
    aard: Aard | None
    kort: tuple[Wijziging, ...]
    delen: tuple[Deel, ...]
    gelijk: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """`gelijk`: the probleemgebieden in which nothing changed."""

    verschil: Verschil
    gegevens: tuple[Wijziging, ...]
    inleiding: Deel | None
    gebieden: tuple[Gebied, ...]
    gelijk: tuple[str, ...]


def vergelijk(oud: s.Notitie, nieuw: s.Notitie) -> Vergelijking:
    """Both in bewaarvorm."""
    gegevens, gebieden = gegevens_verschil(oud, nieuw), gebied_verschillen(oud, nieuw)
    inleiding = next((_tekst("Inleiding", w.oud, w.nieuw) for w in gegevens if w.veld == INLEIDING), None)
    return Vergelijking(
        verschil=Verschil((*gegevens, *(w for gebied in gebieden for w in gebied.wijzigingen))),
        gegevens=tuple(w for w in gegevens if w.veld != INLEIDING),
        inleiding=inleiding,
        gebieden=tuple(_gebied(gebied) for gebied in gebieden if gebied.wijzigingen),
        gelijk=tuple(gebied.paar.naam for gebied in gebieden if not gebied.wijzigingen),
    )


def _gebied(gebied: GebiedVerschil) -> Gebied:
    delen = [deel for titel, wat in _DELEN if (deel := _deel(gebied, titel, wat)).rijen]
    veranderd = tuple(deel for deel in delen if any(rij.aard for rij in deel.rijen))
    paar = gebied.paar
    return Gebied(
        naam=paar.naam,
        aard=Aard.NIEUW if paar.oud is None else Aard.VERWIJDERD if paar.nieuw is None else None,
        kort=tuple(w for w in gebied.eigen if w.veld not in _LANG and paar.blijft),
        delen=veranderd,
        gelijk=tuple(deel.titel for deel in delen if deel not in veranderd),
    )


def _deel(gebied: GebiedVerschil, titel: str, wat: Itemsoort | str) -> Deel:
    if isinstance(wat, Itemsoort):
        return Deel(titel, tuple(_rij(item) for item in gebied.items[wat]))
    return _tekst(titel, getattr(gebied.paar.oud, wat, ""), getattr(gebied.paar.nieuw, wat, ""))


def _tekst(titel: str, oud: str, nieuw: str) -> Deel:
    if not oud and not nieuw:
        return Deel(titel, ())
    aard = None if oud == nieuw else Aard.NIEUW if not oud else Aard.GEWIJZIGD if nieuw else Aard.VERWIJDERD
    return Deel(titel, (Rij("", tuple(tekstverschil(oud, nieuw)), aard),))


def _rij(item: ItemVerschil) -> Rij:
    paar = item.paar
    aarden = {w.aard for w in item.wijzigingen}
    verplaatst = [w for w in item.wijzigingen if w.veld == PLAATS or w.aard is Aard.HERNUMMERD]
    return Rij(
        naam=item.naam,
        stukken=tuple(tekstverschil(tekst_van(paar.oud), tekst_van(paar.nieuw))),
        aard=next((aard for aard in _ZWAARSTE if aard in aarden), None),
        was=_was(verplaatst[0]) if verplaatst else "",
        overig=tuple(w for w in item.wijzigingen if w.veld != TEKST and w not in verplaatst),
        ondergeschikt=item.soort is Itemsoort.ONDERDEEL,
    )


def _was(verplaatst: Wijziging) -> str:
    """An indicator is called by the number of its doel, which went along."""
    return verplaatst.oud if verplaatst.veld == PLAATS else f"Indicator {verplaatst.oud_nummer}"
