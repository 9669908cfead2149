"""A PDF made by hand: every word on the place a test wants it, without a program that could think of a better one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

HOOG, BREED = 842, 595
LETTERBREEDTE = 0.6  # of the size, of every letter of Courier


@dataclass(slots=True)
class Blad:
    opdrachten: list[str] = field(default_factory=list)
    draai: int = 0

    def tekst(self, x: float, y: float, tekst: str, *, grootte: float = 10, vet: bool = False) -> "Blad":
        """`y`: down from the top of the page."""
        veilig = tekst.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        font = "F2" if vet else "F1"
        self.opdrachten.append(f"BT /{font} {grootte} Tf {x} {HOOG - y} Td ({veilig}) Tj ET")
        return self

    def regels(self, x: float, y: float, teksten: Iterable[str], *, steek: float = 12) -> "Blad":
        for plek, tekst in enumerate(teksten):
            self.tekst(x, y + plek * steek, tekst)
        return self

    def lijn(self, x0: float, y0: float, x1: float, y1: float) -> "Blad":
        self.opdrachten.append(f"{x0} {HOOG - y0} m {x1} {HOOG - y1} l S")
        return self

    def rooster(self, xs: Sequence[float], ys: Sequence[float]) -> "Blad":
        for x in xs:
            self.lijn(x, ys[0], x, ys[-1])
        for y in ys:
            self.lijn(xs[0], y, xs[-1], y)
        return self

    def plaatje(self) -> "Blad":
        self.opdrachten.append("q 400 0 0 600 90 100 cm /Im1 Do Q")
        return self


def maak_pdf(*bladen: Blad, titel: str = "", versleuteld: bool = False) -> bytes:
    letters = "/Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding"
    objecten: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(bladen)} /Kids [{_verwijzingen(range(7, 7 + 2 * len(bladen), 2))}] >>".encode(),
        f"<< {letters} /BaseFont /Courier >>".encode(),
        f"<< {letters} /BaseFont /Courier-Bold >>".encode(),
        _stroom(
            b"\xff", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        ),
        f"<< /Title ({titel}) >>".encode("cp1252"),
    ]
    for nummer, blad in enumerate(bladen):
        objecten.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {BREED} {HOOG}] /Rotate {blad.draai}"
            f" /Contents {8 + 2 * nummer} 0 R"
            " /Resources << /Font << /F1 3 0 R /F2 4 0 R >>"
            " /XObject << /Im1 5 0 R >> >> >>".encode()
        )
        objecten.append(_stroom("\n".join(blad.opdrachten).encode("cp1252")))
    return _schrijf(objecten, _SLOT if versleuteld else "")


_SLOT = f" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'11' * 32}> /U <{'22' * 32}> >> /ID [<00> <00>]"


def _verwijzingen(nummers: Iterable[int]) -> str:
    return " ".join(f"{nummer} 0 R" for nummer in nummers)


def _stroom(inhoud: bytes, kop: str = "") -> bytes:
    return f"<< {kop} /Length {len(inhoud)} >>\nstream\n".encode() + inhoud + b"\nendstream"


def _schrijf(objecten: list[bytes], slot: str) -> bytes:
    uit = bytearray(b"%PDF-1.4\n")
    plekken: list[int] = []
    for nummer, inhoud in enumerate(objecten, start=1):
        plekken.append(len(uit))
        uit += f"{nummer} 0 obj\n".encode() + inhoud + b"\nendobj\n"
    begin = len(uit)
    uit += f"xref\n0 {len(objecten) + 1}\n0000000000 65535 f \n".encode()
    uit += b"".join(f"{plek:010d} 00000 n \n".encode() for plek in plekken)
    uit += (
        f"trailer << /Size {len(objecten) + 1} /Root 1 0 R /Info 6 0 R{slot} >>\nstartxref\n{begin}\n%%EOF\n".encode()
    )
    return bytes(uit)
