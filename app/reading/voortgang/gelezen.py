"""What reading a progress report gives, and how it is kept between the preview and the confirmation."""

from dataclasses import dataclass, field
from typing import Any

from app.domain.voortgang import structuur_json as voortgang_json
from app.domain.voortgang.structuur import Kleur, Voortgang
from app.reading.plaats import Plaats

Object = dict[str, Any]


@dataclass(frozen=True, slots=True)
class NietHerkend:
    """A text in a table that has no place in a voortgangsregel."""

    tekst: str
    plaats: Plaats
    thema: str | None = None


@dataclass(frozen=True, slots=True)
class Melding:
    """One row that asks attention: what is the matter and what was made of it."""

    plaats: Plaats
    tekst: str

    @property
    def zin(self) -> str:
        """ "Tabel 2, rij 4: …" """
        plaats = self.plaats.zin
        return f"{plaats[0].upper()}{plaats[1:]}: {self.tekst}"


@dataclass(frozen=True, slots=True)
class GelezenKleur:
    kleur: Kleur
    oorzaak: str = ""
    gevolg: str = ""
    bijsturing: str = ""


@dataclass(slots=True)
class GelezenVoortgang:
    """`bron`: path -> the place and the text as it stood there.

    A path counts from 1: "2/naam" is the second thema, "2/1/naam" its first maatregel, "2/1/1/voortgang" (or planning,
    status, kleur, oorzaak, gevolg, bijsturing) what its first regel says. `kleuren` has "2/1/1".
    """

    voortgang: Voortgang
    bron: dict[str, tuple[Plaats, str]] = field(default_factory=dict)
    kleuren: dict[str, GelezenKleur] = field(default_factory=dict)
    niet_herkend: list[NietHerkend] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)
    waarschuwingen: list[str] = field(default_factory=list)


def als_dict(gelezen: GelezenVoortgang) -> Object:
    """Ready for `json.dumps`."""
    return {
        "voortgang": voortgang_json.als_dict(gelezen.voortgang),
        "bron": {pad: [_plaats(plaats), tekst] for pad, (plaats, tekst) in gelezen.bron.items()},
        "kleuren": {pad: [k.kleur.value, k.oorzaak, k.gevolg, k.bijsturing] for pad, k in gelezen.kleuren.items()},
        "niet_herkend": [[item.tekst, _plaats(item.plaats), item.thema] for item in gelezen.niet_herkend],
        "meldingen": [[_plaats(melding.plaats), melding.tekst] for melding in gelezen.meldingen],
        "waarschuwingen": list(gelezen.waarschuwingen),
    }


def uit_dict(waarde: Object) -> GelezenVoortgang:
    """The inverse of `als_dict`. Raises ValueError when it is something else."""
    try:
        return GelezenVoortgang(
            voortgang=voortgang_json.uit_dict(waarde["voortgang"]),
            bron={pad: (Plaats(*plaats), str(tekst)) for pad, (plaats, tekst) in waarde["bron"].items()},
            kleuren={pad: GelezenKleur(Kleur(kleur), *uitleg) for pad, (kleur, *uitleg) in waarde["kleuren"].items()},
            niet_herkend=[NietHerkend(str(tekst), Plaats(*p), thema) for tekst, p, thema in waarde["niet_herkend"]],
            meldingen=[Melding(Plaats(*plaats), str(tekst)) for plaats, tekst in waarde["meldingen"]],
            waarschuwingen=[str(zin) for zin in waarde["waarschuwingen"]],
        )
    except (KeyError, TypeError, AttributeError) as fout:
        raise ValueError("Dit is geen bewaarde gelezen voortgang.") from fout


def _plaats(plaats: Plaats) -> list[int | None]:
    return [plaats.tabel, plaats.rij, plaats.alinea, plaats.bladzijde, plaats.regel, plaats.doorgeteld]
