"""The words of one page, letter by letter, with their positions."""

import math
from ctypes import c_double, c_int, c_void_p, cast, create_string_buffer
from typing import Any

from pypdfium2 import raw

from .omzetting import Omzetting

MEESTE_TEKENS_PER_BLAD = 20_000
SPLEET = 0.28  # of the size: a wider gap between two letters parts words
SCHEEF = 3.0  # degrees
VETTE_NAMEN = ("bold", "black", "heavy", "semibold", "demi", "vet")


class Woordenlezer:
    """The words of one page, letter by letter, and the text that runs another way than the page."""

    def __init__(self, blad: Any, omzetting: Omzetting) -> None:
        self._tekst = blad.get_textpage()
        self._om = omzetting
        self.woorden: list[list[Any]] = []
        self.gedraaid: list[str] = []
        self.tekens = 0
        self._woord: list[Any] | None = None
        self._vorige = 0.0
        self._stijlen: dict[int, tuple[float, bool, bool]] = {}
        self._gezien: dict[tuple[int, int, int, int], int] = {}

    def lees(self) -> None:
        aantal = min(raw.FPDFText_CountChars(self._tekst), MEESTE_TEKENS_PER_BLAD)
        for plek in range(aantal):
            code = raw.FPDFText_GetUnicode(self._tekst, plek)
            if code <= 32 or code == 160 or raw.FPDFText_IsGenerated(self._tekst, plek) == 1:
                # Number 2 stands for a hyphen at the end of a line that PDFium recognised.
                if code != 2:
                    self._sluit()
                    continue
                code = 0x2D
            self._teken(plek, code)
        self._sluit()

    def _teken(self, plek: int, code: int) -> None:
        kader, x, y = raw.FS_RECTF(), c_double(), c_double()
        if not raw.FPDFText_GetLooseCharBox(self._tekst, plek, kader):
            return
        raw.FPDFText_GetCharOrigin(self._tekst, plek, x, y)
        grootte, vet, recht = self._stijl(plek)
        if not recht:
            self.gedraaid.append(chr(code))
            return
        x0, basis = self._om(x.value, y.value)
        x1 = max(self._om(kader.left, kader.bottom)[0], self._om(kader.right, kader.top)[0])
        if grootte <= 0.5 or not self._om.binnen(x0, basis) or self._dubbel(plek, code, x0, basis, grootte):
            return
        self.tekens += 1
        self._voeg_toe(chr(code), x0, max(x1, x0), basis, grootte, vet)

    def _stijl(self, plek: int) -> tuple[float, bool, bool]:
        """Size, bold and whether it runs as the page does; the same for all letters of one piece of text."""
        voorwerp = raw.FPDFText_GetTextObject(self._tekst, plek)
        sleutel = _adres(voorwerp)
        if sleutel not in self._stijlen:
            self._stijlen[sleutel] = self._lees_stijl(plek, voorwerp)
        return self._stijlen[sleutel]

    def _lees_stijl(self, plek: int, voorwerp: Any) -> tuple[float, bool, bool]:
        matrix = raw.FS_MATRIX()
        if not raw.FPDFText_GetMatrix(self._tekst, plek, matrix):
            return 0.0, False, False
        hoek = math.degrees(math.atan2(matrix.b, matrix.a)) + self._om.draai
        recht = abs((hoek + 180) % 360 - 180) <= SCHEEF
        grootte = raw.FPDFText_GetFontSize(self._tekst, plek) * math.hypot(matrix.c, matrix.d)
        return abs(grootte), self._vet(plek, voorwerp), recht

    def _vet(self, plek: int, voorwerp: Any) -> bool:
        if raw.FPDFText_GetFontWeight(self._tekst, plek) >= 600:
            return True
        naam, vlaggen = create_string_buffer(200), c_int()
        raw.FPDFText_GetFontInfo(self._tekst, plek, naam, 200, vlaggen)
        kort = naam.value.decode("utf-8", "replace").casefold()
        omlijnd = bool(voorwerp) and raw.FPDFTextObj_GetTextRenderMode(voorwerp) == 2
        return omlijnd or any(woord in kort for woord in VETTE_NAMEN)

    def _dubbel(self, plek: int, code: int, x: float, y: float, grootte: float) -> bool:
        """Some programs make bold by printing a letter twice, a hair apart."""
        stap = max(0.12 * grootte, 0.1)
        vak = (code, round(grootte), round(x / stap), round(y / stap))
        eigen = _adres(raw.FPDFText_GetTextObject(self._tekst, plek))
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                ander = self._gezien.get((vak[0], vak[1], vak[2] + dx, vak[3] + dy))
                if ander is not None and ander != eigen:
                    return True
        self._gezien[vak] = eigen
        return False

    def _voeg_toe(self, teken: str, x0: float, x1: float, basis: float, grootte: float, vet: bool) -> None:
        woord = self._woord
        # The letters of a ligature all stand where the ligature stands.
        ligatuur = woord is not None and x0 == self._vorige and basis == woord[2]
        self._vorige = x0
        if woord is not None and (ligatuur or self._hoort_erbij(woord, x0, basis, grootte)):
            woord[1] = max(woord[1], x1)
            woord[4] = woord[4] and vet
            woord[5] += teken
            return
        self._sluit()
        self._woord = [x0, x1, basis, grootte, vet, teken]

    @staticmethod
    def _hoort_erbij(woord: list[Any], x0: float, basis: float, grootte: float) -> bool:
        maat = float(min(grootte, woord[3]))
        rechts, onder = float(woord[1]), float(woord[2])
        return -0.6 * maat <= x0 - rechts <= SPLEET * maat and abs(basis - onder) <= 0.2 * maat

    def _sluit(self) -> None:
        if self._woord is not None:
            x0, x1, basis, grootte, vet, tekst = self._woord
            self.woorden.append([round(x0, 2), round(x1, 2), round(basis, 2), round(grootte, 2), int(vet), tekst])
            self._woord = None


def _adres(voorwerp: Any) -> int:
    return cast(voorwerp, c_void_p).value or 0
