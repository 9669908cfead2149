"""Who looks at figures, and what that means for small counts and for what is not shared."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kijker:
    """`organisatie_id`: the own one. `ziet_kleine`: may see the small counts of that one; nobody sees another's."""

    organisatie_id: int
    ziet_kleine: bool

    def ziet_alles_van(self, organisatie_id: int) -> bool:
        return self.ziet_kleine and organisatie_id == self.organisatie_id

    def drempel_van(self, organisatie_id: int, drempel: int) -> int:
        """The threshold that counts for the figures of this organisatie; 0 hides nothing."""
        return 0 if self.ziet_alles_van(organisatie_id) else drempel

    def ziet_cijfers(self, *, van: int, eigenaar: int, gedeeld: bool) -> bool:
        """Whether figures of organisatie `van` on an indicator of `eigenaar` are shown at all."""
        return van == self.organisatie_id or gedeeld or eigenaar == self.organisatie_id
