"""From the coordinates of a PDF (up, from the bottom, perhaps turned) to those of a reader (down, from the top)."""

from typing import Any


class Omzetting:
    def __init__(self, blad: Any) -> None:
        links, onder, rechts, boven = blad.get_cropbox()
        self._links, self._onder, self._rechts, self._boven = links, onder, rechts, boven
        self.draai = blad.get_rotation() % 360
        breedte, hoogte = rechts - links, boven - onder
        self.maat = (breedte, hoogte) if self.draai in {0, 180} else (hoogte, breedte)

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        if self.draai == 90:
            return y - self._onder, x - self._links
        if self.draai == 180:
            return self._rechts - x, y - self._onder
        if self.draai == 270:
            return self._boven - y, self._rechts - x
        return x - self._links, self._boven - y

    def binnen(self, x: float, y: float) -> bool:
        breedte, hoogte = self.maat
        return bool(-2 <= x <= breedte + 2 and -2 <= y <= hoogte + 2)
