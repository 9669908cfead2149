"""The preview: what was recognised, beside the place in the document it came from."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.bevindingen.vinden import AFHANDELING, bevindingen
from app.domain.notitie.bewaarvorm import aanpassingen, bewaarvorm
from app.domain.notitie.oordeel import inhoud_van, oordeel
from app.domain.notitie.verwijzingen import schrijf_verwijzingen
from app.domain.streefwaarde.in_woorden import in_woorden
from app.domain.structuur import Bevinding, Opdrachtnemer, Probleemgebied, Verwijzing
from app.reading.notitie.lezen import GelezenNotitie, NietHerkend
from app.web.voorbeeld import Herkend, herkend


@dataclass(slots=True)
class Groep:
    titel: str
    rijen: list[Herkend] = field(default_factory=list)


@dataclass(slots=True)
class Gebied:
    """`inhoud`: "6 doelen, 7 interventies"."""

    volgorde: int
    naam: str
    inhoud: str
    groepen: list[Groep]


@dataclass(slots=True)
class Voorbeeld:
    """`bevindingen`: per title, in a fixed order. `aangepast`: what could not be kept as it stood."""

    oordeel: str
    waarschuwingen: list[str]
    inleiding: str
    niet_herkend: list[NietHerkend]
    aangepast: list[tuple[str, str]]
    bevindingen: dict[str, list[Bevinding]]
    gebieden: list[Gebied]


def maak_voorbeeld(gelezen: GelezenNotitie) -> Voorbeeld:
    gevonden = bevindingen(gelezen.notitie)
    return Voorbeeld(
        oordeel=oordeel(gelezen.notitie, len(gelezen.niet_herkend)),
        waarschuwingen=gelezen.waarschuwingen,
        inleiding=gelezen.notitie.inleiding,
        niet_herkend=gelezen.niet_herkend,
        aangepast=aanpassingen(gelezen.notitie),
        bevindingen=_per_soort(gevonden),
        gebieden=[
            _gebied(gebied, bewaard.toelichting, gelezen)
            for gebied, bewaard in zip(
                gelezen.notitie.probleemgebieden, bewaarvorm(gelezen.notitie).probleemgebieden, strict=True
            )
        ],
    )


def _per_soort(gevonden: list[Bevinding]) -> dict[str, list[Bevinding]]:
    uit: dict[str, list[Bevinding]] = {}
    for bevinding in gevonden:
        uit.setdefault(AFHANDELING.get(bevinding.code, bevinding.code), []).append(bevinding)
    return uit


class _Bron:
    """Looks up where something came from; a second item with the same number stands under "-2"."""

    def __init__(self, gelezen: GelezenNotitie, volgorde: int) -> None:
        self.bron = gelezen.bron
        self.volgorde = volgorde
        self.gezien: dict[str, int] = {}

    def __call__(self, pad: str, soort: str, tekst: str, lezing: str = "") -> Herkend:
        sleutel = f"{self.volgorde}/{pad}"
        keer = self.gezien[sleutel] = self.gezien.get(sleutel, 0) + 1
        eigen = sleutel if keer == 1 else f"{sleutel}-{keer}"
        return herkend(self.bron, eigen, soort=soort, tekst=tekst, lezing=lezing)


def _gebied(gebied: Probleemgebied, toelichting: str, gelezen: GelezenNotitie) -> Gebied:
    """`toelichting`: as it will be, with the marked lines of what did not fit."""
    bron = _Bron(gelezen, gebied.volgorde)
    groepen = [
        Groep("Probleemgebied", list(_kop(gebied, bron))),
        Groep("Ist", [bron(f"ist/{i}", f"Ist-punt {i}", tekst) for i, tekst in enumerate(gebied.ist, 1)]),
        Groep("Soll", [bron(f"soll/{i}", f"Soll-punt {i}", tekst) for i, tekst in enumerate(gebied.soll, 1)]),
        Groep("Doelen", list(_doelen(gebied, bron))),
        Groep("Indicatoren", list(_indicatoren(gebied, bron))),
        Groep("Interventies", list(_interventies(gebied, bron))),
        *(Groep(f"Opdracht {wie.label}", list(_opdracht(gebied, wie, bron))) for wie in Opdrachtnemer),
        Groep("Toelichting", list(_tekst("toelichting", "Toelichting", toelichting, bron))),
    ]
    return Gebied(gebied.volgorde, gebied.naam, inhoud_van([gebied]), [groep for groep in groepen if groep.rijen])


def _kop(gebied: Probleemgebied, bron: _Bron) -> Iterable[Herkend]:
    in_lijst = f"in de lijst: {gebied.naam_in_lijst}" if gebied.naam_in_lijst else ""
    prioriteit = f"prioriteit: {gebied.prioriteit.value}" if gebied.prioriteit else ""
    yield bron("naam", "Naam", gebied.naam, "; ".join(filter(None, (prioriteit, in_lijst))))


def _tekst(pad: str, soort: str, tekst: str, bron: _Bron) -> Iterable[Herkend]:
    if tekst:
        yield bron(pad, soort, tekst)


def _doelen(gebied: Probleemgebied, bron: _Bron) -> Iterable[Herkend]:
    for doel in gebied.doelen:
        yield bron(f"doelen/{doel.nummer}", f"Doel {doel.nummer}", doel.tekst, in_woorden(doel.streefwaarde))
    yield from _tekst("doelen_toelichting", "Toelichting bij de doelen", gebied.doelen_toelichting, bron)


def _indicatoren(gebied: Probleemgebied, bron: _Bron) -> Iterable[Herkend]:
    yield from _tekst("indicatoren_inleiding", "Inleiding bij de indicatoren", gebied.indicatoren_inleiding, bron)
    for indicator in gebied.indicatoren:
        soort = f"Indicator bij doel {indicator.nummer}"
        yield bron(f"indicatoren/{indicator.nummer}", soort, indicator.tekst)


def _interventies(gebied: Probleemgebied, bron: _Bron) -> Iterable[Herkend]:
    for interventie in gebied.interventies:
        pad = f"interventies/{interventie.nummer}"
        yield bron(pad, f"Interventie {interventie.nummer}", interventie.tekst)
        for onderdeel in interventie.onderdelen:
            soort = f"Onderdeel {interventie.nummer}{onderdeel.letter}"
            yield bron(f"{pad}/{onderdeel.letter}", soort, onderdeel.tekst)


def _opdracht(gebied: Probleemgebied, wie: Opdrachtnemer, bron: _Bron) -> Iterable[Herkend]:
    opdracht = gebied.opdracht[wie]
    pad = f"opdracht/{wie.value}"
    for i, tekst in enumerate(opdracht.opdrachten, 1):
        yield bron(f"{pad}/opdrachten/{i}", f"Opdracht {i}", tekst)
    for deel, verwijzingen in (("doelen", opdracht.doelen), ("interventies", opdracht.interventies)):
        if verwijzingen:
            yield bron(
                f"{pad}/{deel}", f"Voert deze {deel} uit", schrijf_verwijzingen(verwijzingen), _voorbehoud(verwijzingen)
            )


def _voorbehoud(verwijzingen: list[Verwijzing]) -> str:
    return "tussen haakjes: onder voorbehoud" if any(v.voorbehoud for v in verwijzingen) else ""
