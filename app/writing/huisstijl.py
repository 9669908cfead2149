"""How the files of an organisatie look: its colour and its logo, or ours."""

from dataclasses import dataclass, field

from app.domain.kleur import lichte_tint

KLEUR, LICHT = "1D4F7C", "EAF1F7"  # as they stand in our own templates
_HOOGSTE, _BREEDSTE = 1.6, 7.0  # cm


@dataclass(frozen=True, slots=True)
class Logo:
    """`png`: the picture. `breedte` and `hoogte` in points of it. `tekst`: what a screen reader says."""

    png: bytes = field(repr=False)
    breedte: int
    hoogte: int
    tekst: str

    @property
    def maat(self) -> tuple[float, float]:
        """Width and height on paper, in cm."""
        schaal = min(_HOOGSTE / self.hoogte, _BREEDSTE / self.breedte)
        return self.breedte * schaal, self.hoogte * schaal


@dataclass(frozen=True, slots=True)
class Huisstijl:
    kleur: str = KLEUR
    logo: Logo | None = None

    @property
    def licht(self) -> str:
        return LICHT if self.kleur == KLEUR else lichte_tint(self.kleur)

    def kleur_in(self, sjabloon: str) -> str:
        """A template of ours in these colours. Not for what holds texts of users."""
        return sjabloon.replace(KLEUR, self.kleur).replace(LICHT, self.licht)
