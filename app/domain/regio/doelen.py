"""The doelen of a regio that are the same, with what they come to together and why the others do not."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.regio.overzicht import Regiogroep, Regioregel
from app.domain.streefwaarde.in_woorden import in_woorden
from app.domain.structuur import Streefwaarde


@dataclass(frozen=True, slots=True)
class Som:
    """`streefwaarde`: what `leden` come to together."""

    streefwaarde: Streefwaarde
    leden: tuple[Regioregel, ...]

    @property
    def woorden(self) -> str:
        return in_woorden(self.streefwaarde)

    @property
    def gemeenten(self) -> int:
        return len({regel.plek.slug for regel in self.leden})


@dataclass(frozen=True, slots=True)
class Groepssom:
    """`buiten`: doelen that are in no sum, with the reason."""

    groep: Regiogroep
    sommen: tuple[Som, ...]
    buiten: tuple[tuple[Regioregel, str], ...]


def optellingen_van(groepen: Iterable[Regiogroep]) -> tuple[Groepssom, ...]:
    """Of every doel that stands in more than one place; those with a sum first."""
    gelijke = (_van_groep(groep) for groep in groepen if groep.is_doel and len(groep.regels) > 1)
    return tuple(sorted(gelijke, key=lambda groepssom: not groepssom.sommen))


def _van_groep(groep: Regiogroep) -> Groepssom:
    regel_van = {regel.sleutel: regel for regel in groep.regels}
    optelling = groep.optelling
    return Groepssom(
        groep,
        tuple(Som(s.streefwaarde, tuple(regel_van[lid] for lid in s.leden)) for s in optelling.sommen),
        tuple((regel_van[los.sleutel], los.reden) for los in optelling.buiten),
    )
