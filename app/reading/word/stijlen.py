"""What styles.xml says about a paragraph: heading level, title, bold, size and the list it belongs to."""

import re
from dataclasses import dataclass

from lxml import etree

from app.reading.xml import W, aan, getal, kinderen, waarde

MAX_KETEN = 20
_KOP = re.compile(r"(?:heading|kop|berschrift|titre)\s?(\d)$", re.IGNORECASE)
_TITEL = {"title", "titel"}


@dataclass(frozen=True, slots=True)
class Stijl:
    """`kop`: 1 to 9 or None. `grootte` in half points. `num_id`/`niveau`: the list, None when the style has none."""

    naam: str = ""
    kop: int | None = None
    titel: bool = False
    vet: bool = False
    grootte: int | None = None
    num_id: int | None = None
    niveau: int | None = None


class Stijlen:
    """Resolves a style through the styles it is based on."""

    def __init__(self, wortel: etree._Element | None) -> None:
        self._elementen: dict[str, etree._Element] = {}
        self._bekend: dict[str, Stijl] = {}
        self.standaard: str | None = None
        for element in kinderen(wortel) if wortel is not None else ():
            naam = waarde(element, "styleId")
            if element.tag == W + "style" and naam:
                self._elementen[naam] = element
                if waarde(element, "type") == "paragraph" and waarde(element, "default") in {"1", "true"}:
                    self.standaard = naam

    def van(self, stijl_id: str | None) -> Stijl:
        sleutel = stijl_id or self.standaard or ""
        if sleutel not in self._bekend:
            self._bekend[sleutel] = self._los_op(sleutel)
        return self._bekend[sleutel]

    def _keten(self, stijl_id: str) -> list[etree._Element]:
        keten: list[etree._Element] = []
        volgende: str | None = stijl_id
        while volgende in self._elementen and len(keten) < MAX_KETEN:
            element = self._elementen[volgende]
            keten.append(element)
            volgende = waarde(element.find(W + "basedOn"))
        return keten

    def _los_op(self, stijl_id: str) -> Stijl:
        keten = self._keten(stijl_id)
        namen = [waarde(element.find(W + "name")) or "" for element in keten] or [stijl_id]
        return Stijl(
            naam=namen[0],
            kop=_kop(keten, namen),
            titel=any(naam.strip().casefold() in _TITEL for naam in namen),
            vet=next((v for e in keten if (v := aan(e.find(f"{W}rPr/{W}b"))) is not None), False),
            grootte=_eerste_getal(keten, f"{W}rPr/{W}sz"),
            num_id=_eerste_getal(keten, f"{W}pPr/{W}numPr/{W}numId"),
            niveau=_eerste_getal(keten, f"{W}pPr/{W}numPr/{W}ilvl"),
        )

    def num_id_van_lijststijl(self, stijl_id: str) -> int | None:
        return self.van(stijl_id).num_id


def _eerste_getal(keten: list[etree._Element], pad: str) -> int | None:
    for element in keten:
        tekst = waarde(element.find(pad))
        if tekst is not None:
            return getal(tekst, 0)
    return None


def _kop(keten: list[etree._Element], namen: list[str]) -> int | None:
    niveau = _eerste_getal(keten, f"{W}pPr/{W}outlineLvl")
    if niveau is not None:
        return niveau + 1 if 0 <= niveau <= 8 else None
    for naam in namen:
        if gevonden := _KOP.search(naam.strip()):
            return max(1, int(gevonden.group(1)))
    return None
