"""Opens an uploaded file as a Word package without trusting anything it says about itself."""

import io
import zipfile
import zlib
from dataclasses import dataclass, field

from app.reading.bestandssoort import is_odt, weiger_ander_pakket, weiger_andere_soorten
from app.reading.fouten import LeesFout

MAX_BESTAND = 20 * 1024 * 1024
MAX_DEEL = 32 * 1024 * 1024
MAX_TOTAAL = 100 * 1024 * 1024
MAX_OPGEGEVEN = 500 * 1024 * 1024
MAX_ONDERDELEN = 5_000
MAX_VERHOUDING = 400
VERHOUDING_VANAF = 8 * 1024 * 1024
BLOK = 256 * 1024

BESCHADIGD = "Het bestand is beschadigd: {wat}. Open het in Word, sla het opnieuw op en probeer het nog eens."
TE_GROOT_UITGEPAKT = (
    "Het bestand wordt na uitpakken veel te groot ({wat}) en is daarom niet gelezen. Sla het in Word opnieuw op."
)
MET_WACHTWOORD = "Het bestand is met een wachtwoord beveiligd. Haal het wachtwoord eraf en probeer het opnieuw."
# An OpenDocument file says of its parts that they are encrypted; newer programs encrypt it as a whole.
_VERSLEUTELD = (("META-INF/manifest.xml", b"encryption-data"), ("META-INF/manifest.xml", b"encrypted-package"))
ZIPFOUTEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, KeyError)


@dataclass(slots=True)
class Pakket:
    """The parts of a docx; each is decompressed when asked for, within the limits of the whole."""

    archief: zipfile.ZipFile
    namen: frozenset[str]
    uitgepakt: int = field(default=0)

    def heeft(self, naam: str) -> bool:
        return naam in self.namen

    @property
    def is_odt(self) -> bool:
        return is_odt(self.lees("mimetype") or b"")

    def lees(self, naam: str) -> bytes | None:
        """The bytes of a part, None when it is not there. Raises LeesFout when damaged or too large."""
        if naam not in self.namen:
            return None
        try:
            return self._pak_uit(self.archief.getinfo(naam))
        except ZIPFOUTEN as fout:
            raise LeesFout(BESCHADIGD.format(wat=f"het deel {naam} is niet te lezen")) from fout

    def _pak_uit(self, info: zipfile.ZipInfo) -> bytes:
        blokken: list[bytes] = []
        grootte = 0
        with self.archief.open(info) as stroom:
            while blok := stroom.read(BLOK):
                grootte += len(blok)
                self.uitgepakt += len(blok)
                self._bewaak(info, grootte)
                blokken.append(blok)
        return b"".join(blokken)

    def _bewaak(self, info: zipfile.ZipInfo, grootte: int) -> None:
        verdacht = grootte > VERHOUDING_VANAF and grootte > MAX_VERHOUDING * max(info.compress_size, 1)
        if verdacht or grootte > MAX_DEEL or self.uitgepakt > MAX_TOTAAL:
            raise LeesFout(TE_GROOT_UITGEPAKT.format(wat=f"het deel {info.filename}"))


def open_pakket(inhoud: bytes, *, odt: bool = False) -> Pakket:
    """Raises LeesFout for everything that is not a readable, unencrypted Word package; with `odt` an OpenDocument text
    will do too."""
    if not inhoud:
        raise LeesFout("Het bestand is leeg.")
    if len(inhoud) > MAX_BESTAND:
        raise LeesFout(
            f"Het bestand is groter dan {MAX_BESTAND // 1024 // 1024} MB. Haal bijvoorbeeld afbeeldingen weg."
        )
    weiger_andere_soorten(inhoud)
    try:
        archief = zipfile.ZipFile(io.BytesIO(inhoud))
    except ZIPFOUTEN as fout:
        raise LeesFout(BESCHADIGD.format(wat="het is niet uit te pakken")) from fout
    pakket = _controleer(archief)
    if any(teken in (pakket.lees(deel) or b"") for deel, teken in _VERSLEUTELD):
        raise LeesFout(MET_WACHTWOORD)
    if not (odt and pakket.is_odt):
        weiger_ander_pakket(pakket.namen, pakket.lees("mimetype") or b"")
    return pakket


def _controleer(archief: zipfile.ZipFile) -> Pakket:
    onderdelen = archief.infolist()
    if len(onderdelen) > MAX_ONDERDELEN:
        raise LeesFout(TE_GROOT_UITGEPAKT.format(wat=f"{len(onderdelen)} onderdelen"))
    if sum(info.file_size for info in onderdelen) > MAX_OPGEGEVEN:
        raise LeesFout(TE_GROOT_UITGEPAKT.format(wat="het geheel"))
    if any(info.flag_bits & 0x1 for info in onderdelen):
        raise LeesFout(MET_WACHTWOORD)
    return Pakket(archief, frozenset(info.filename for info in onderdelen))
