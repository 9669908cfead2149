"""The way in for the tables of a period that come back: lays out the headings and rows of a file of ours."""

from collections.abc import Iterable, Iterator

from app.domain.terugkomst.documentmerk import BEGIN, VOORTGANG_EIGENSCHAPPEN, Merksoort
from app.reading.bestandssoort import is_pakket
from app.reading.personen import weiger_personen
from app.reading.tekstdocument import lees_bewerkbaar
from app.reading.terug.gelezen import Lijn
from app.reading.terug.voortgang_gelezen import Tabelrij, Themakop, VoortgangTerug
from app.reading.voortgang.bouw import schrijf_alinea
from app.reading.voortgang.kolommen import Kolom, Kop, lees_kop, plaats_van_rij, tekst_van
from app.reading.word.bereiken import Merk
from app.reading.word.document import WordDocument
from app.reading.word.lezen import Alinea, Cel, Rij, Tabel, alle_alineas
from app.reading.word.veilig import open_pakket

_TEKENS = (
    ("word/document.xml", f"{BEGIN}{Merksoort.MAATREGEL.value}"),
    ("content.xml", f"{BEGIN}{Merksoort.MAATREGEL.value}"),
    ("docProps/custom.xml", VOORTGANG_EIGENSCHAPPEN[1]),
    ("meta.xml", VOORTGANG_EIGENSCHAPPEN[1]),
)
_OVERIG = (Kolom.ANDERS, Kolom.NUMMER, Kolom.THEMA, Kolom.OORZAAK, Kolom.GEVOLG, Kolom.BIJSTURING)


def lees_voortgang_terug(inhoud: bytes) -> VoortgangTerug | None:
    """None for a document that is none of ours, or that has no progress table any more. Raises LeesFout as
    `lees_bewerkbaar` does."""
    if not is_pakket(inhoud):
        return None
    pakket = open_pakket(inhoud, odt=True)
    if not any(teken.encode().lower() in (pakket.lees(deel) or b"").lower() for deel, teken in _TEKENS):
        return None
    document = lees_bewerkbaar(pakket, met_merken=True)
    weiger_personen(document)
    terug = _Indeler(document).loop()
    return terug if terug.kolommen >= {Kolom.MAATREGEL, Kolom.VOORTGANG} else None


class _Indeler:
    """Goes through the document once. What stands before our first sentence is the title block."""

    def __init__(self, document: WordDocument) -> None:
        code, periode, organisatie = (document.eigenschappen.get(naam, "") for naam in VOORTGANG_EIGENSCHAPPEN)
        self._uit = VoortgangTerug(code.lower(), periode, organisatie, opmerkingen=document.opmerkingen)
        self._uit.wijzigingen = document.wijzigingen
        self._blokken = document.blokken
        self._begonnen = False
        self._kop: Kop | None = None

    def loop(self) -> VoortgangTerug:
        for blok in self._blokken:
            if isinstance(blok, Tabel):
                self._begonnen = True
                self._tabel(blok)
            else:
                self._alinea(blok)
        return self._uit

    def _alinea(self, alinea: Alinea) -> None:
        self._uit.uitvoer = self._uit.uitvoer or _merk(alinea.merken, Merksoort.UITVOER)
        vast = any(soort is Merksoort.VAST for soort, _ in alinea.merken)
        self._begonnen = self._begonnen or vast
        if _merk(alinea.merken, Merksoort.THEMA) or (alinea.kop_niveau == 1 and alinea.tekst):
            self._uit.themas.append(Themakop(Lijn(alinea.tekst, alinea.plaats, alinea.merken, alinea.nummer)))
            self._begonnen = True
        elif self._begonnen and alinea.tekst and not vast:
            self._uit.niet_geplaatst.append(alinea.tekst)

    def _tabel(self, tabel: Tabel) -> None:
        koppen = {rij.nummer: kop for rij in tabel.rijen if (kop := lees_kop(rij, tabel))}
        vervolg = self._kop is not None and self._kop.aantal == tabel.kolommen and _gemerkt(tabel)
        if not any(Kolom.VOORTGANG in kop.kolommen.values() for kop in koppen.values()) and not vervolg:
            self._uit.niet_geplaatst += [" | ".join(map(tekst_van, rij.cellen)) for rij in tabel.rijen]
            return
        self._open_thema(tabel)
        for rij in tabel.rijen:
            if rij.nummer in koppen:
                self._kop = koppen[rij.nummer]
                self._uit.kolommen |= set(self._kop.kolommen.values())
            elif self._kop is not None:
                self._rij(self._kop, tabel, rij)

    def _open_thema(self, tabel: Tabel) -> None:
        """The first table below a heading is of that; another below it has lost its own."""
        laatste = self._uit.themas[-1] if self._uit.themas else None
        vervolg = lees_kop(tabel.rijen[0], tabel) is None  # the lower half of a table that somebody split in two
        if laatste is None or (laatste.rijen and not vervolg):
            self._uit.themas.append(Themakop(None))

    def _rij(self, kop: Kop, tabel: Tabel, rij: Rij) -> None:
        cellen: dict[Kolom, str] = {kolom: "" for kolom in kop.kolommen.values() if kolom not in _OVERIG}
        for cel in rij.cellen:
            kolom = kop.kolommen[kop.van(cel)]
            tekst = _tekst(cel)
            if kolom in _OVERIG:
                self._uit.niet_geplaatst += [tekst] if tekst else []
            else:
                cellen[kolom] = "\n".join(filter(None, (cellen[kolom], tekst)))
        merken = [merk for alinea in _alle(rij) for merk in alinea.merken]
        nummers = dict.fromkeys(nummer for alinea in _alle(rij) for nummer in alinea.opmerkingen)
        gelezen = Tabelrij(
            plaats_van_rij(rij, tabel.nummer),
            cellen,
            _merk(merken, Merksoort.MAATREGEL),
            _merk(merken, Merksoort.REGEL),
            tuple(nummers),
        )
        if not gelezen.leeg:
            self._uit.themas[-1].rijen.append(gelezen)


def _gemerkt(tabel: Tabel) -> bool:
    return any(soort is Merksoort.REGEL for rij in tabel.rijen for a in _alle(rij) for soort, _ in a.merken)


def _alle(rij: Rij) -> Iterator[Alinea]:
    for cel in rij.cellen:
        yield from alle_alineas(cel.blokken)


def _merk(merken: Iterable[Merk], soort: Merksoort) -> str:
    return next((merk for eigen, merk in merken if eigen is soort), "")


def _tekst(cel: Cel) -> str:
    return "\n".join(schrijf_alinea(alinea) for alinea in alle_alineas(cel.blokken)).strip()
