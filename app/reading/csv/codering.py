"""How the bytes of a CSV file become text: found by decoding all of it once, a block at a time."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from app.reading.metingen.gelezen import OnbruikbaarBestand

BLOK = 64 * 1024
# Characters in one line or one record; a line of a real file has a few hundred.
LANGSTE_RECORD = 64 * 1024

_MERKEN = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, ""),
    (codecs.BOM_UTF32_BE, ""),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
NAMEN = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp1252": "Windows-1252"}
_AFGEBROKEN = ("unexpected end of data", "truncated data")
BEWAAR = "Sla het in Excel op als 'CSV UTF-8 (door scheidingstekens gescheiden)' en probeer het opnieuw."


@dataclass(frozen=True, slots=True)
class Codering:
    """`naam` as Python knows it. `begin`: the bytes of the mark in front. `open_einde`: no line end at the end."""

    naam: str
    begin: int
    open_einde: bool


@dataclass(slots=True)
class _Teller:
    """Counts lines, and refuses one that is too long before more of it is read."""

    regel: int = 1
    zonder_einde: int = 0
    bijzonder: bool = field(default=False)
    laatste: str = "\n"

    def tel(self, tekst: str) -> None:
        if not tekst:
            return
        if "\0" in tekst:
            raise OnbruikbaarBestand(_nul(self.regel + _regeleinden(tekst.split("\0", 1)[0])))
        einden = _regeleinden(tekst)
        self.regel += einden
        achter = len(tekst) - 1 - max(tekst.rfind("\n"), tekst.rfind("\r"))
        self.zonder_einde = achter if einden else self.zonder_einde + len(tekst)
        if self.zonder_einde > LANGSTE_RECORD:
            raise OnbruikbaarBestand(te_lang(self.regel))
        self.bijzonder = self.bijzonder or not tekst.isascii()
        self.laatste = tekst[-1]


def bepaal_codering(bestand: BinaryIO) -> Codering:
    """UTF-8 when all of it is, else Windows-1252; UTF-16 by its mark. Leaves the file wherever it stopped reading.

    Raises OnbruikbaarBestand for what is no text, for a mix of codings, and for a line that does not end.
    """
    bestand.seek(0)
    merk = bestand.read(4)
    for teken, naam in _MERKEN:
        if merk.startswith(teken):
            if not naam:
                raise OnbruikbaarBestand(f"Het bestand is opgeslagen als UTF-32; dat kan niet worden gelezen. {BEWAAR}")
            return _lees_alles(bestand, naam, len(teken))
    return _lees_alles(bestand, "utf-8", 0)


def _lees_alles(bestand: BinaryIO, naam: str, begin: int) -> Codering:
    teller = _Teller()
    try:
        _doorloop(bestand, naam, begin, teller)
    except UnicodeDecodeError as fout:
        return _anders(bestand, naam, begin, teller, fout)
    return Codering(naam, begin, teller.laatste not in "\r\n")


def _doorloop(bestand: BinaryIO, naam: str, begin: int, teller: _Teller) -> None:
    decoder = codecs.getincrementaldecoder(naam)()
    for blok in _blokken(bestand, begin):
        teller.tel(decoder.decode(blok))
    teller.tel(decoder.decode(b"", final=True))


def _blokken(bestand: BinaryIO, begin: int) -> Iterator[bytes]:
    bestand.seek(begin)
    while blok := bestand.read(BLOK):
        yield blok


def _anders(bestand: BinaryIO, naam: str, begin: int, teller: _Teller, fout: UnicodeDecodeError) -> Codering:
    """What is not UTF-8 from its first special letter on is Windows-1252; what was UTF-8 until then is damaged."""
    goed = bytes(fout.object[: fout.start]).decode(naam)
    if naam == "utf-8" and not begin and not teller.bijzonder and goed.isascii():
        return _windows(bestand)
    regel = teller.regel + _regeleinden(goed)
    if fout.reason in _AFGEBROKEN:
        raise OnbruikbaarBestand(f"Het bestand is afgebroken: regel {regel} houdt midden in een letter op.") from fout
    raise OnbruikbaarBestand(
        f"Regel {regel} bevat een teken dat niet past bij de rest van het bestand ({NAMEN[naam]}). {BEWAAR}"
    ) from fout


def _windows(bestand: BinaryIO) -> Codering:
    teller = _Teller()
    try:
        _doorloop(bestand, "cp1252", 0, teller)
    except UnicodeDecodeError as fout:
        regel = teller.regel + _regeleinden(bytes(fout.object[: fout.start]).decode("cp1252"))
        raise OnbruikbaarBestand(f"Regel {regel} bevat een teken dat niet te lezen is. {BEWAAR}") from fout
    return Codering("cp1252", 0, teller.laatste not in "\r\n")


def _regeleinden(tekst: str) -> int:
    """Of all three kinds; `\\r\\n` across two blocks counts twice, which only shifts a number in a message."""
    enters = tekst.count("\n")
    return enters if "\r" not in tekst else enters + tekst.count("\r") - tekst.count("\r\n")


def te_lang(regel: int) -> str:
    return (
        f"Regel {regel} is langer dan {LANGSTE_RECORD // 1024} duizend tekens; dat is geen bestand met metingen. "
        "Zet elke regel op een eigen regel en sluit alle aanhalingstekens."
    )


def _nul(regel: int) -> str:
    return f"Regel {regel} bevat een nulteken; dit is geen gewone tekst. {BEWAAR}"
