"""Writes a notitie as a Word file in the many ways people lay one out."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from docx.enum.text import WD_BREAK
from docx.shared import Pt

from app.domain.structuur import Notitie, Opdracht, Opdrachtnemer, Probleemgebied
from tests.unit.reading.bouw_lijsten import Lijstenbouwer
from tests.unit.reading.opmaak import Opmaak


def schrijf(notitie: Notitie, opmaak: Opmaak | None = None) -> bytes:
    bouwer = Bouwer(opmaak or Opmaak())
    bouwer.notitie(notitie)
    return bouwer.bytes()


class Bouwer(Lijstenbouwer):
    # --- the whole ---

    def notitie(self, notitie: Notitie) -> None:
        self._titel(notitie.titel)
        self._inleiding(notitie)
        if self.o.vorm == "een_tabel":
            self._een_tabel(notitie)
            return
        for gebied in notitie.probleemgebieden:
            if self.o.vorm in {"koppen", "kopjes_vet"}:
                self._met_koppen(gebied)
            else:
                self._met_tabel(gebied)

    def _titel(self, titel: str) -> None:
        if self.o.titel == "stijl":
            self.doc.add_paragraph(titel, style="Title")
        elif self.o.titel == "vet":
            run = self.doc.add_paragraph().add_run(titel)
            run.bold = True
            run.font.size = Pt(20)
        else:
            self.doc.core_properties.title = titel

    def _inleiding(self, notitie: Notitie) -> None:
        self.doc.add_paragraph(f"Deze notitie is van de gemeente {notitie.gemeente}.")
        if not self.o.lijst:
            return
        self.doc.add_paragraph("Wij kozen deze probleemgebieden (een top vijf en een overig probleemgebied):")
        namen = [gebied.naam_in_lijst or gebied.naam for gebied in notitie.probleemgebieden]
        self.genummerd(self.doc, [(n, naam, []) for n, naam in enumerate(namen, start=1)])
        self.doc.add_paragraph("Hieronder staat per probleemgebied wat wij willen bereiken.")

    def naam(self, gebied: Probleemgebied) -> str:
        return self.o.naam_vorm.format(n=gebied.volgorde, naam=gebied.naam)

    def _naam_erboven(self, gebied: Probleemgebied) -> None:
        if self.o.naam == "kop":
            self.doc.add_heading(self.naam(gebied), level=1)
        elif self.o.naam == "vet":
            self.doc.add_paragraph().add_run(self.naam(gebied)).bold = True
        elif self.o.naam == "plat":
            self.doc.add_paragraph(self.naam(gebied))

    def _met_tabel(self, gebied: Probleemgebied) -> None:
        self._naam_erboven(gebied)
        tabel = self._nieuwe_tabel()
        self._naam_erin(tabel, gebied)
        if self.o.koprij:
            self._rij(tabel, "Onderdeel", lambda plek: plek.add_paragraph("Inhoud"))
        for sleutel in self.o.volgorde:
            tabel = self._vul_rij(tabel, sleutel, gebied)
        for regel in filter(None, gebied.toelichting.split("\n")):
            self.doc.add_paragraph(regel)

    def _een_tabel(self, notitie: Notitie) -> None:
        tabel = self._nieuwe_tabel()
        if self.o.koprij:
            self._rij(tabel, "Onderdeel", lambda plek: plek.add_paragraph("Inhoud"))
        for gebied in notitie.probleemgebieden:
            self._naam_erin(tabel, gebied)
            for sleutel in self.o.volgorde:
                tabel = self._vul_rij(tabel, sleutel, gebied)
            if gebied.toelichting:
                self._rij(tabel, self.o.label("toelichting"), lambda plek, g=gebied: plek.add_paragraph(g.toelichting))

    def _nieuwe_tabel(self) -> Any:
        kolommen = 3 if self.o.extra_kolom or self.o.opdracht.startswith("kolom") or self.o.naam == "kolom" else 2
        return self.doc.add_table(rows=0, cols=kolommen)

    def _naam_erin(self, tabel: Any, gebied: Probleemgebied) -> None:
        if self.o.naam == "rij":
            cellen = tabel.add_row().cells
            cellen[0].merge(cellen[-1]).text = self.naam(gebied)
        elif self.o.naam == "etiketrij":
            self._rij(tabel, "Probleemgebied", lambda plek: plek.add_paragraph(self.naam(gebied)))

    def _rij(self, tabel: Any, etiket: str, vul: Callable[[Any], None]) -> Any:
        cellen = tabel.add_row().cells
        eerste = 1 if self.o.naam == "kolom" else 0
        cellen[eerste].paragraphs[0].add_run(etiket).bold = self.o.etiket_vet
        plek = cellen[-1]
        if len(cellen) == 3 and not self.o.extra_kolom and eerste == 0:
            plek = cellen[1].merge(cellen[2])
        _vul_cel(plek, vul)
        return cellen

    def _vul_rij(self, tabel: Any, sleutel: str, gebied: Probleemgebied) -> Any:
        if self.o.splits_bij == sleutel:
            return self._gesplitst(tabel, sleutel, gebied)
        if sleutel == "opdracht" and self.o.opdracht in OPDRACHTVORMEN:
            OPDRACHTVORMEN[self.o.opdracht](self, tabel, gebied)
            return tabel
        cellen = self._rij(tabel, self.etiket(sleutel), lambda plek: self.inhoud(plek, sleutel, gebied))
        if self.o.naam == "kolom" and sleutel == self.o.volgorde[0]:
            cellen[0].text = self.naam(gebied)
        return tabel

    def etiket(self, sleutel: str) -> str:
        if self.o.genummerde_etiketten:
            return f"{self.o.volgorde.index(sleutel) + 1}. {self.o.label(sleutel)}"
        return self.o.label(sleutel)

    def _gesplitst(self, tabel: Any, sleutel: str, gebied: Probleemgebied) -> Any:
        """The second half of the cell stands in a new table on the next page, its first cell empty."""
        self._rij(tabel, self.etiket(sleutel), lambda plek: self.inhoud(plek, sleutel, gebied))
        alineas = tabel.rows[-1].cells[-1].paragraphs
        self.doc.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        nieuw = self._nieuwe_tabel()
        cel = nieuw.add_row().cells[-1]
        for alinea in alineas[len(alineas) // 2 :]:
            cel._tc.append(alinea._p)
        return nieuw

    def _met_koppen(self, gebied: Probleemgebied) -> None:
        self._naam_erboven(gebied)
        for sleutel in self.o.volgorde:
            self._kopje(self.etiket(sleutel))
            self.inhoud(self.doc, sleutel, gebied)
        if gebied.toelichting:
            self._kopje(self.o.label("toelichting"))
            for regel in gebied.toelichting.split("\n"):
                self.doc.add_paragraph(regel)

    def _kopje(self, tekst: str) -> None:
        if self.o.vorm == "koppen":
            self.doc.add_heading(tekst, level=2)
        else:
            self.doc.add_paragraph().add_run(tekst).bold = True

    # --- what a part says ---

    def inhoud(self, plek: Any, sleutel: str, gebied: Probleemgebied) -> None:
        if sleutel in {"ist", "soll"}:
            self.opsomming(plek, getattr(gebied, sleutel))
        elif sleutel == "doelen":
            self.genummerd(plek, [(d.nummer, d.tekst, []) for d in gebied.doelen])
            _losse_alinea(plek, gebied.doelen_toelichting)
        elif sleutel == "indicatoren":
            _losse_alinea(plek, gebied.indicatoren_inleiding)
            self.genummerd(plek, [(i.nummer, i.tekst, []) for i in gebied.indicatoren])
        elif sleutel == "interventies":
            self.genummerd(
                plek, [(i.nummer, i.tekst, [(o.letter, o.tekst) for o in i.onderdelen]) for i in gebied.interventies]
            )
        else:
            self._opdrachten(plek, gebied)

    def _opdrachten(self, plek: Any, gebied: Probleemgebied) -> None:
        for nemer in Opdrachtnemer:
            plek.add_paragraph().add_run(self.o.label(nemer.value)).bold = True
            self.opsomming(plek, list(self.opdrachtregels(gebied.opdracht[nemer])))

    def opdrachtregels(self, opdracht: Opdracht) -> Iterator[str]:
        yield from opdracht.opdrachten
        if not (opdracht.opdrachten or opdracht.doelen or opdracht.interventies):
            yield "Geen."
            return
        yield self.o.verwijs("doelen", opdracht.doelen)
        yield self.o.verwijs("interventies", opdracht.interventies)

    def rijen_per_nemer(self, tabel: Any, gebied: Probleemgebied) -> None:
        for nemer in Opdrachtnemer:
            regels = list(self.opdrachtregels(gebied.opdracht[nemer]))
            self._rij(tabel, self.o.label(f"opdracht_{nemer.value}"), lambda plek, r=regels: self.opsomming(plek, r))

    def geneste_tabel(self, tabel: Any, gebied: Probleemgebied) -> None:
        def vul(plek: Any) -> None:
            binnen = plek.add_table(rows=2, cols=2)
            for kolom, nemer in enumerate(Opdrachtnemer):
                binnen.rows[0].cells[kolom].text = self.o.label(nemer.value)
                regels = list(self.opdrachtregels(gebied.opdracht[nemer]))
                _vul_cel(binnen.rows[1].cells[kolom], lambda p, r=regels: self.opsomming(p, r))

        self._rij(tabel, self.etiket("opdracht"), vul)

    def kolommen(self, tabel: Any, gebied: Probleemgebied) -> None:
        """Opdracht | Lokaal with its lines | RIGG with its lines."""
        cellen = tabel.add_row().cells
        cellen[0].text = self.etiket("opdracht")
        for cel, nemer in zip(cellen[1:], Opdrachtnemer, strict=True):
            cel.text = self.o.label(nemer.value)
            self.opsomming(cel, list(self.opdrachtregels(gebied.opdracht[nemer])))

    def kolomkoppen(self, tabel: Any, gebied: Probleemgebied) -> None:
        """Opdracht | Lokaal | RIGG, and the lines in the row below."""
        kop, onder = tabel.add_row().cells, tabel.add_row().cells
        kop[0].text = self.etiket("opdracht")
        for plek, nemer in enumerate(Opdrachtnemer, start=1):
            kop[plek].text = self.o.label(nemer.value)
            regels = list(self.opdrachtregels(gebied.opdracht[nemer]))
            _vul_cel(onder[plek], lambda p, r=regels: self.opsomming(p, r))


OPDRACHTVORMEN: dict[str, Callable[[Bouwer, Any, Probleemgebied], None]] = {
    "rijen": Bouwer.rijen_per_nemer,
    "genest": Bouwer.geneste_tabel,
    "kolommen": Bouwer.kolommen,
    "kolomkoppen": Bouwer.kolomkoppen,
}


def _losse_alinea(plek: Any, tekst: str) -> None:
    for regel in filter(None, tekst.split("\n")):
        plek.add_paragraph(regel)


def _vul_cel(cel: Any, vul: Callable[[Any], None]) -> None:
    """python-docx starts a cell with an empty paragraph; people do not."""
    leeg = cel.paragraphs[0]
    vul(cel)
    if len(cel.paragraphs) > 1 and not leeg.text:
        cel._tc.remove(leeg._p)


def met(notitie: Notitie, wijzig: Callable[[Notitie], None]) -> Notitie:
    kopie = deepcopy(notitie)
    wijzig(kopie)
    return kopie
