"""Lays out the paragraphs of a document that came back: title block, introduction, list, and the probleemgebieden."""

from app.domain.notitie.vorm import LIJSTKOP
from app.domain.terugkomst.documentmerk import EIGENSCHAPPEN, Merksoort
from app.reading.notitie.labels import Soort, herken, herken_nemer
from app.reading.terug.gelezen import Gebied, Inlijst, Lijn, Terug, Vak
from app.reading.word.document import WordDocument
from app.reading.word.lezen import Alinea, Blok, Cel, Rij, Tabel, alle_alineas

_KENMERKEN = {
    "Datum": Merksoort.DATUM,
    "Versie": Merksoort.VERSIE,
    "Referentiejaar": Merksoort.REFERENTIEJAAR,
    "Doeljaar": Merksoort.DOELJAAR,
}
_LANGSTE_TITELBLOK = 12  # paragraphs
_VAKKEN = {
    Merksoort.VAK_IST: Vak.IST,
    Merksoort.VAK_SOLL: Vak.SOLL,
    Merksoort.VAK_DOELEN: Vak.DOELEN,
    Merksoort.VAK_INDICATOREN: Vak.INDICATOREN,
    Merksoort.VAK_INTERVENTIES: Vak.INTERVENTIES,
    Merksoort.VAK_OPDRACHT: Vak.OPDRACHT,
}
_LABELS = {
    Soort.IST: Vak.IST,
    Soort.SOLL: Vak.SOLL,
    Soort.DOELEN: Vak.DOELEN,
    Soort.INDICATOREN: Vak.INDICATOREN,
    Soort.INTERVENTIES: Vak.INTERVENTIES,
    Soort.OPDRACHT: Vak.OPDRACHT,
}
_NEMERS = {Merksoort.NEMER_LOKAAL: Vak.LOKAAL, Merksoort.NEMER_RIGG: Vak.RIGG}
_LANGSTE_TUSSENKOP = 60


def is_gemerkt(document: WordDocument) -> bool:
    """Whether it is one that we handed out: our own property, or any of our marks."""
    if EIGENSCHAPPEN[0] in document.eigenschappen:
        return True
    return any(alinea.merken for alinea in alle_alineas(document.blokken))


def deel_in(document: WordDocument) -> Terug:
    return _Indeler(document).loop()


class _Indeler:
    """Goes through the document once. Before the list of probleemgebieden everything is introduction."""

    def __init__(self, document: WordDocument) -> None:
        code, notitie, organisatie = (document.eigenschappen.get(naam, "") for naam in EIGENSCHAPPEN)
        self._uit = Terug(code.lower(), notitie, organisatie, opmerkingen=document.opmerkingen)
        self._uit.wijzigingen = document.wijzigingen
        self._blokken = document.blokken
        self._laatste_kenmerk = _plek_van_laatste_kenmerk(document.blokken)
        self._in_lijst = False
        self._groep = ""

    def loop(self) -> Terug:
        for plek, blok in enumerate(self._blokken):
            if isinstance(blok, Tabel):
                self._tabel(blok)
            elif plek <= self._laatste_kenmerk:
                self._titelblok(blok)
            else:
                self._alinea(blok)
        return self._uit

    def _titelblok(self, alinea: Alinea) -> None:
        lijn = _lijn(alinea)
        self._uit.uitvoer = self._uit.uitvoer or lijn.merk(Merksoort.UITVOER) or ""
        soort = _kenmerk_van(alinea)
        if soort is not None:
            self._uit.kenmerken.setdefault(soort, lijn)

    def _alinea(self, alinea: Alinea) -> None:
        lijn = _lijn(alinea)
        self._uit.uitvoer = self._uit.uitvoer or lijn.merk(Merksoort.UITVOER) or ""
        if lijn.merk(Merksoort.GEBIED) is not None or (self._voorbij_de_lijst and alinea.kop_niveau == 1):
            self._begin_gebied(lijn)
        elif lijn.merk(Merksoort.LIJSTKOP) is not None or (alinea.kop_niveau == 1 and lijn.tekst == LIJSTKOP):
            self._in_lijst = True
        elif self._uit.gebieden:
            self._uit.gebieden[-1].toelichting.append(lijn)
        elif self._in_lijst:
            self._uit_lijst(lijn)
        else:
            self._uit.inleiding.append(lijn)

    @property
    def _voorbij_de_lijst(self) -> bool:
        return bool(self._uit.lijst or self._uit.gebieden)

    def _begin_gebied(self, naam: Lijn) -> None:
        """A heading that was split in two has its mark at both lines; the first with words is the name."""
        merk = naam.merk(Merksoort.GEBIED)
        laatste = self._uit.gebieden[-1] if self._uit.gebieden else None
        if laatste is None or merk is None or laatste.merk != merk or laatste.heeft_tabel:
            self._uit.gebieden.append(Gebied(merk, naam if naam.tekst else None))
        elif laatste.naam is None:
            laatste.naam = naam if naam.tekst else None
        else:
            laatste.toelichting.append(naam)

    def _uit_lijst(self, lijn: Lijn) -> None:
        """ "Top vijf" between the entries heads those that follow."""
        if not lijn.tekst:
            return
        bekend = lijn.merk(Merksoort.IN_LIJST) is not None
        if bekend or lijn.nummer is not None or lijn.opsomteken:
            self._uit.lijst.append(Inlijst(lijn, self._groep))
        elif len(lijn.tekst) <= _LANGSTE_TUSSENKOP:
            self._groep = lijn.tekst
        else:
            self._uit.onbekend.append(lijn)

    # --- the table of a probleemgebied ---

    def _tabel(self, tabel: Tabel) -> None:
        vakken = [(vak, rij) for rij in tabel.rijen if (vak := _vak_van(rij)) is not None]
        if not vakken:
            self._vreemde_tabel(tabel)
            return
        gebied = self._gebied_van(tabel)
        gebied.heeft_tabel = True
        huidig: Vak | None = None
        for rij in tabel.rijen:
            huidig = _vak_van(rij) or huidig
            self._rij(gebied, rij, huidig)

    def _gebied_van(self, tabel: Tabel) -> Gebied:
        """The one of the heading above it, unless its marks say another or that one has its table already."""
        merk = _gebiedsmerk(tabel)
        laatste = self._uit.gebieden[-1] if self._uit.gebieden else None
        past = laatste is not None and not laatste.heeft_tabel and (not merk or laatste.merk in (None, merk))
        vervolg = laatste is not None and merk is not None and laatste.merk == merk
        if laatste is not None and (past or vervolg):
            laatste.merk = laatste.merk or merk
            return laatste
        self._uit.gebieden.append(Gebied(merk, self._naam_erboven(laatste)))
        return self._uit.gebieden[-1]

    def _naam_erboven(self, laatste: Gebied | None) -> Lijn | None:
        """A heading that lost its mark and its style: the short last line right above the table."""
        erboven = laatste.toelichting if laatste is not None else self._uit.inleiding
        while erboven and not erboven[-1].tekst:
            erboven.pop()
        kort = bool(erboven) and len(erboven[-1].tekst) <= 2 * _LANGSTE_TUSSENKOP
        return erboven.pop() if kort and not erboven[-1].tekst.endswith((".", ":", ";")) else None

    def _vreemde_tabel(self, tabel: Tabel) -> None:
        for rij in tabel.rijen:
            teksten = [alinea.tekst for cel in rij.cellen for alinea in alle_alineas(cel.blokken) if alinea.tekst]
            if teksten:
                eerste = next(alle_alineas(rij.cellen[0].blokken), None)
                self._uit.onbekend.append(Lijn(" | ".join(teksten), eerste.plaats if eerste else Lijn("").plaats))

    def _rij(self, gebied: Gebied, rij: Rij, vak: Vak | None) -> None:
        cellen = rij.cellen[1:] if len(rij.cellen) > 1 else rij.cellen
        lijnen = [_lijn(alinea) for cel in cellen for alinea in alle_alineas(cel.blokken)]
        if _vak_van(rij) is None and len(rij.cellen) > 1 and (label := _label(rij.cellen[0])):
            self._uit.onbekend += [Lijn(f"{label}: {lijn.tekst}", lijn.plaats) for lijn in lijnen if lijn.tekst]
        elif vak is None:
            self._uit.onbekend += [lijn for lijn in lijnen if lijn.tekst]
        elif vak is Vak.OPDRACHT:
            self._opdracht(gebied, lijnen)
        else:
            gebied.vakken.setdefault(vak, []).extend(lijnen)

    def _opdracht(self, gebied: Gebied, lijnen: list[Lijn]) -> None:
        vak = Vak.OPDRACHT
        gebied.vakken.setdefault(vak, [])
        for lijn in lijnen:
            if (nemer := _nemer(lijn)) is not None:
                vak = nemer
                gebied.vakken.setdefault(vak, [])
            else:
                gebied.vakken[vak].append(lijn)


def _lijn(alinea: Alinea) -> Lijn:
    return Lijn(
        alinea.tekst,
        alinea.plaats,
        alinea.merken,
        alinea.nummer,
        alinea.letter,
        alinea.niveau,
        alinea.opsomteken,
        alinea.opmerkingen,
    )


def _plek_van_laatste_kenmerk(blokken: list[Blok]) -> int:
    """Marked, or what it says within the first lines of a document that lost its marks."""
    gemerkt = [plek for plek, blok in enumerate(blokken) if isinstance(blok, Alinea) and _op_merk(blok)]
    begin = enumerate(blokken[:_LANGSTE_TITELBLOK])
    anders = [plek for plek, blok in begin if isinstance(blok, Alinea) and _kenmerk_van(blok)]
    return max(gemerkt or anders, default=-1)


def _op_merk(alinea: Alinea) -> Merksoort | None:
    soorten = (Merksoort.TITEL, *_KENMERKEN.values())
    return next((soort for soort, _ in alinea.merken if soort in soorten), None)


def _kenmerk_van(alinea: Alinea) -> Merksoort | None:
    if (soort := _op_merk(alinea)) or alinea.titel:
        return soort or Merksoort.TITEL
    naam, tab, _ = alinea.tekst.partition("\t")
    return _KENMERKEN.get(naam) if tab else None


def _vak_van(rij: Rij) -> Vak | None:
    """By the mark at its label, else by what the label says."""
    if not rij.cellen:
        return None
    for alinea in alle_alineas(rij.cellen[0].blokken):
        for soort, _ in alinea.merken:
            if soort in _VAKKEN:
                return _VAKKEN[soort]
    etiket = herken(_label(rij.cellen[0])) if len(rij.cellen) > 1 else None
    return _LABELS.get(etiket.soort) if etiket else None


def _label(cel: Cel) -> str:
    """The first line; what stands below it explains it."""
    return next((alinea.tekst for alinea in alle_alineas(cel.blokken) if alinea.tekst), "")


def _gebiedsmerk(tabel: Tabel) -> str | None:
    for rij in tabel.rijen:
        for cel in rij.cellen[:1]:
            for alinea in alle_alineas(cel.blokken):
                for soort, merk in alinea.merken:
                    if soort in _VAKKEN:
                        return merk
    return None


def _nemer(lijn: Lijn) -> Vak | None:
    for soort, _ in lijn.merken:
        if soort in _NEMERS:
            return _NEMERS[soort]
    etiket = herken_nemer(lijn.tekst) if not lijn.opsomteken and lijn.nummer is None else None
    return Vak.van(etiket.nemers[0]) if etiket and len(etiket.nemers) == 1 else None
