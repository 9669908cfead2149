"""The lines that are drawn on a page, and how many pictures stand on it."""

import math
from collections.abc import Iterator
from ctypes import c_float, c_int
from itertools import pairwise
from typing import Any

from pypdfium2 import raw

from .omzetting import Omzetting

MEESTE_LIJNEN_PER_BLAD = 20_000
MEESTE_OBJECTEN = 100_000
DIEPSTE_FORMULIER = 6
DUN = 3.0  # points: a filled rectangle this thin is drawn as a line


class Lijnenlezer:
    """The horizontal and vertical lines that are drawn on a page, and how many pictures stand on it."""

    def __init__(self, blad: Any, omzetting: Omzetting) -> None:
        self._blad = blad
        self._om = omzetting
        self.lijnen: list[tuple[float, float, float, float]] = []
        self.beelden = 0
        self._bekeken = 0

    def lees(self) -> None:
        voorwerpen = (raw.FPDFPage_GetObject(self._blad, i) for i in range(raw.FPDFPage_CountObjects(self._blad)))
        self._lees(voorwerpen, [], 0)

    def _lees(self, voorwerpen: Iterator[Any], boven: list[Any], diepte: int) -> None:
        for voorwerp in voorwerpen:
            self._bekeken += 1
            if self._bekeken > MEESTE_OBJECTEN or len(self.lijnen) > MEESTE_LIJNEN_PER_BLAD:
                return
            soort = raw.FPDFPageObj_GetType(voorwerp)
            if soort == raw.FPDF_PAGEOBJ_PATH:
                self._pad(voorwerp, boven)
            elif soort == raw.FPDF_PAGEOBJ_IMAGE:
                self.beelden += 1
            elif soort == raw.FPDF_PAGEOBJ_FORM and diepte < DIEPSTE_FORMULIER:
                binnen = (raw.FPDFFormObj_GetObject(voorwerp, i) for i in range(raw.FPDFFormObj_CountObjects(voorwerp)))
                self._lees(binnen, [_matrix(voorwerp), *boven], diepte + 1)

    def _pad(self, pad: Any, boven: list[Any]) -> None:
        vulling, omlijnd = c_int(), c_int()
        if not raw.FPDFPath_GetDrawMode(pad, vulling, omlijnd) or not (vulling.value or omlijnd.value):
            return
        matrices = [_matrix(pad), *boven]
        for punten in self._deelpaden(pad, matrices):
            if omlijnd.value:
                for (ax, ay), (bx, by) in pairwise(punten):
                    self._lijn(ax, ay, bx, by)
            else:
                self._dun_vlak(punten)

    def _deelpaden(self, pad: Any, matrices: list[Any]) -> Iterator[list[tuple[float, float]]]:
        punten: list[tuple[float, float]] = []
        x, y = c_float(), c_float()
        for i in range(min(raw.FPDFPath_CountSegments(pad), MEESTE_LIJNEN_PER_BLAD)):
            stuk = raw.FPDFPath_GetPathSegment(pad, i)
            soort = raw.FPDFPathSegment_GetType(stuk)
            if soort == raw.FPDF_SEGMENT_BEZIERTO or not raw.FPDFPathSegment_GetPoint(stuk, x, y):
                yield punten
                punten = []
                continue
            if soort == raw.FPDF_SEGMENT_MOVETO and punten:
                yield punten
                punten = []
            punten.append(self._om(*_zet_om(x.value, y.value, matrices)))
            if raw.FPDFPathSegment_GetClose(stuk) and punten[0] != punten[-1]:
                punten.append(punten[0])
        yield punten

    def _dun_vlak(self, punten: list[tuple[float, float]]) -> None:
        if len(punten) < 2:
            return
        xs, ys = [x for x, _ in punten], [y for _, y in punten]
        x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
        if y1 - y0 <= DUN < x1 - x0:
            self._lijn(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
        elif x1 - x0 <= DUN < y1 - y0:
            self._lijn((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)

    def _lijn(self, ax: float, ay: float, bx: float, by: float) -> None:
        if (abs(ax - bx) > 1 and abs(ay - by) > 1) or math.hypot(ax - bx, ay - by) < DUN:
            return
        x0, x1, y0, y1 = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
        self.lijnen.append((round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1)))


def _matrix(voorwerp: Any) -> Any:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(voorwerp, matrix)
    return matrix


def _zet_om(x: float, y: float, matrices: list[Any]) -> tuple[float, float]:
    for m in matrices:
        x, y = m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f
    return x, y
