"""The parts of an Excel file, decompressed a block at a time without trusting what the file says of itself."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO
from xml.parsers import expat

from app.reading.metingen.gelezen import OnbruikbaarBestand
from app.reading.word.veilig import MAX_ONDERDELEN, MAX_VERHOUDING, VERHOUDING_VANAF, ZIPFOUTEN

MEESTE_MB = 100
# A sheet with a million rows of ten columns is some 500 MB of XML.
MEESTE_UITGEPAKT = 1536 * 1024 * 1024
BLOK = 64 * 1024
LANGSTE_STUK = 1024 * 1024
DIEPST = 60

BESCHADIGD = "Het Excel-bestand is beschadigd: {wat}. Open het in Excel, sla het opnieuw op en probeer het nog eens."
TE_GROOT = (
    "Het Excel-bestand wordt na uitpakken veel te groot ({wat}). Sla de cijfers op als CSV en probeer het opnieuw."
)
ONVEILIG = "Het Excel-bestand bevat een DTD of entiteiten in {wat}; dat is onveilig en daarom niet gelezen."


@dataclass(slots=True)
class Pakket:
    """What stands in the zip, by the names that the zip gives; some writers use backslashes or other capitals."""

    archief: zipfile.ZipFile
    namen: frozenset[str]

    def heeft(self, naam: str) -> bool:
        return naam in self.namen

    def begin_van(self, naam: str) -> bytes:
        """The first bytes of a part, nothing when it is not there."""
        return next(self.blokken(naam), b"") if self.heeft(naam) else b""

    def blokken(self, naam: str) -> Iterator[bytes]:
        """The bytes of a part. Raises OnbruikbaarBestand when it is missing, damaged or far too large."""
        try:
            info = self.archief.getinfo(naam)
            if _is_bom(info):
                raise OnbruikbaarBestand(TE_GROOT.format(wat=f"het deel {naam}"))
            with self.archief.open(info) as stroom:
                while blok := stroom.read(BLOK):
                    yield blok
        except ZIPFOUTEN as fout:
            raise OnbruikbaarBestand(BESCHADIGD.format(wat=f"het deel {naam} is niet te lezen")) from fout


def open_pakket(bestand: BinaryIO) -> Pakket:
    """Raises OnbruikbaarBestand for a zip that is damaged, encrypted or a bomb."""
    if bestand.seek(0, 2) > MEESTE_MB * 1024 * 1024:
        raise OnbruikbaarBestand(f"Het Excel-bestand is groter dan {MEESTE_MB} MB. Sla de cijfers op als CSV.")
    try:
        archief = zipfile.ZipFile(bestand)
    except ZIPFOUTEN as fout:
        raise OnbruikbaarBestand(BESCHADIGD.format(wat="het is niet uit te pakken")) from fout
    onderdelen = archief.infolist()
    if len(onderdelen) > MAX_ONDERDELEN:
        raise OnbruikbaarBestand(TE_GROOT.format(wat=f"{len(onderdelen)} onderdelen"))
    if any(info.flag_bits & 0x1 for info in onderdelen):
        raise OnbruikbaarBestand(
            "Het bestand is met een wachtwoord beveiligd. Haal het wachtwoord eraf en probeer het opnieuw."
        )
    return Pakket(archief, frozenset(info.filename for info in onderdelen))


def _is_bom(info: zipfile.ZipInfo) -> bool:
    """The zip reader never gives more bytes than `file_size` says, so that size can be judged beforehand."""
    verdacht = info.file_size > VERHOUDING_VANAF and info.file_size > MAX_VERHOUDING * max(info.compress_size, 1)
    return verdacht or info.file_size > MEESTE_UITGEPAKT


class Ontleder:
    """Walks through the XML of one part. Names come without their prefix; memory stays that of one block.

    Subclasses fill in `begin`, `eind` and `tekst`. Raises OnbruikbaarBestand, naming the part.
    """

    def __init__(self, pakket: Pakket, naam: str) -> None:
        self.pakket = pakket
        self.naam = naam
        self.diepte = 0
        self._expat = expat.ParserCreate()
        self._expat.buffer_text = True
        self._expat.StartElementHandler = self._begin
        self._expat.EndElementHandler = self._eind
        self._expat.CharacterDataHandler = self.tekst
        self._expat.StartDoctypeDeclHandler = self._weiger_dtd

    def begin(self, naam: str, kenmerken: dict[str, str]) -> None:
        """An element starts."""

    def eind(self, naam: str) -> None:
        """An element ends."""

    def tekst(self, tekst: str) -> None:
        """A stretch of text, also the white space between elements."""

    def blokken(self) -> Iterator[None]:
        """Reads on by one block at every step."""
        gelezen = 0
        try:
            for blok in self.pakket.blokken(self.naam):
                self._expat.Parse(blok)
                gelezen += len(blok)
                if gelezen - self._expat.CurrentByteIndex > LANGSTE_STUK:
                    raise OnbruikbaarBestand(TE_GROOT.format(wat=f"het deel {self.naam}"))
                yield
            self._expat.Parse(b"", True)
            yield
        except (expat.ExpatError, ValueError, LookupError, OverflowError) as fout:
            raise OnbruikbaarBestand(BESCHADIGD.format(wat=f"het deel {self.naam} klopt niet")) from fout

    def lees(self) -> None:
        for _ in self.blokken():
            pass

    def _begin(self, naam: str, kenmerken: dict[str, str]) -> None:
        self.diepte += 1
        if self.diepte > DIEPST:
            raise OnbruikbaarBestand(BESCHADIGD.format(wat=f"het deel {self.naam} is te diep genest"))
        self.begin(naam.rsplit(":", 1)[-1] if ":" in naam else naam, kenmerken)

    def _eind(self, naam: str) -> None:
        self.diepte -= 1
        self.eind(naam.rsplit(":", 1)[-1] if ":" in naam else naam)

    def _weiger_dtd(self, *_: object) -> None:
        raise OnbruikbaarBestand(ONVEILIG.format(wat=self.naam))
