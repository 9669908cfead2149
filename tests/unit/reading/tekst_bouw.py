"""Writes a notitie as plain text in the many ways that programs and people do."""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.structuur import Notitie, Opdrachtnemer, Probleemgebied
from tests.unit.reading.opmaak import STANDAARD, schrijf_nummers

Item = tuple[int, str, str]  # how deep, its mark, its text
NOOIT = 100_000


@dataclass(frozen=True)
class Tekstopmaak:
    """`vorm`: regel (a label on a line of its own), zelfde, kolom, markdown, tabel or tabs."""

    vorm: str = "regel"
    breed: int = 80
    teken: str = "•"
    nummer: str = "{}."
    naam: str = "{naam}"
    kopje: str = "{}"
    etiketten: dict[str, str] = field(default_factory=dict)
    hangt: bool = True
    wit: bool = True
    dubbel: bool = False
    afbreken: bool = False
    lijst: bool = True
    bladen: str = ""  # "ff" or "geen ff": with headers and footers
    tabbreedte: int = 18

    def label(self, sleutel: str) -> str:
        return self.kopje.format(self.etiketten.get(sleutel, STANDAARD[sleutel]))


def schrijf_tekst(notitie: Notitie, opmaak: Tekstopmaak | None = None) -> str:
    o = opmaak or Tekstopmaak()
    regels = list(_Schrijver(notitie, o).regels())
    if o.dubbel:
        regels = [deel for regel in regels for deel in (f"{regel} ", "")]
    return "\n".join(_op_bladen(regels, o) if o.bladen else regels)


class _Schrijver:
    def __init__(self, notitie: Notitie, opmaak: Tekstopmaak) -> None:
        self.notitie, self.o = notitie, opmaak

    def regels(self) -> Iterator[str]:
        o = self.o
        yield from (("# " if o.vorm in {"markdown", "tabel"} else "") + self.notitie.titel, "")
        yield from self._breek(f"Deze notitie is van de gemeente {self.notitie.gemeente}.", o.breed)
        yield ""
        if o.lijst:
            yield from self._breek(
                "Wij kozen deze probleemgebieden (een top vijf en een overig probleemgebied):", o.breed
            )
            for gebied in self.notitie.probleemgebieden:
                yield f"{o.nummer.format(gebied.volgorde)} {gebied.naam_in_lijst or gebied.naam}"
            yield ""
            yield from self._breek("Hieronder staat per probleemgebied wat wij willen bereiken.", o.breed)
            yield ""
        for gebied in self.notitie.probleemgebieden:
            yield from self._gebied(gebied)

    def _gebied(self, gebied: Probleemgebied) -> Iterator[str]:
        kop = "## " if self.o.vorm in {"markdown", "tabel"} else ""
        yield kop + self.o.naam.format(n=gebied.volgorde, naam=gebied.naam)
        if self.o.wit:
            yield ""
        if self.o.vorm == "tabel":
            yield from ("| Onderdeel | Inhoud |", "|---|---|")
        for sleutel, items in self._delen(gebied):
            yield from self._deel(sleutel, items)
        if gebied.toelichting:
            yield from ([""] if self.o.vorm == "tabel" else [])
            yield from self._breek(gebied.toelichting, self.o.breed)
        yield ""

    def _delen(self, gebied: Probleemgebied) -> Iterator[tuple[str, list[Item]]]:
        o = self.o
        yield "ist", [(0, o.teken, tekst) for tekst in gebied.ist]
        yield "soll", [(0, o.teken, tekst) for tekst in gebied.soll]
        onder = [(0, "", gebied.doelen_toelichting)] if gebied.doelen_toelichting else []
        yield "doelen", [*((0, o.nummer.format(d.nummer), d.tekst) for d in gebied.doelen), *onder]
        inleiding = [(0, "", gebied.indicatoren_inleiding)]
        yield "indicatoren", [*inleiding, *((0, o.nummer.format(i.nummer), i.tekst) for i in gebied.indicatoren)]
        yield "interventies", list(self._interventies(gebied))
        yield "opdracht", list(self._opdracht(gebied))

    def _interventies(self, gebied: Probleemgebied) -> Iterator[Item]:
        for interventie in gebied.interventies:
            yield 0, self.o.nummer.format(interventie.nummer), interventie.tekst
            for onderdeel in interventie.onderdelen:
                yield 1, self.o.nummer.format(onderdeel.letter), onderdeel.tekst

    def _opdracht(self, gebied: Probleemgebied) -> Iterator[Item]:
        for nemer in Opdrachtnemer:
            opdracht = gebied.opdracht[nemer]
            yield 0, "", nemer.label
            for tekst in opdracht.opdrachten:
                yield 0, self.o.teken, tekst
            yield 0, self.o.teken, f"Realiseren doelen: {schrijf_nummers(opdracht.doelen)}."
            yield 0, self.o.teken, f"Uitvoeren interventies: {schrijf_nummers(opdracht.interventies)}."

    def _deel(self, sleutel: str, items: list[Item]) -> Iterator[str]:
        o, label = self.o, self.o.label(sleutel)
        if o.vorm == "tabel":
            yield f"| **{label}** | {'<br>'.join(f'{merk} {tekst}'.strip() for _, merk, tekst in items)} |"
            return
        breed = o.breed - (o.tabbreedte if o.vorm == "kolom" else 0)
        inhoud = [regel for item in items for regel in self._item(item, breed)]
        if o.vorm == "kolom":
            inhoud = [(label if plek == 0 else "").ljust(o.tabbreedte) + regel for plek, regel in enumerate(inhoud)]
        elif o.vorm in {"zelfde", "tabs"}:
            inhoud[0] = label + ("\t" if o.vorm == "tabs" else " ") + inhoud[0]
        else:
            yield ("### " if o.vorm == "markdown" else "") + label
        yield from inhoud
        if o.wit:
            yield ""

    def _item(self, item: Item, breed: int) -> list[str]:
        diep, merk, tekst = item
        voor = "   " * diep + (f"{merk}\t" if merk and self.o.vorm == "tabs" else f"{merk} " if merk else "")
        return self._breek(tekst, breed, voor, " " * len(voor) if self.o.hangt else "")

    def _breek(self, tekst: str, breed: int, voor: str = "", erna: str = "") -> list[str]:
        breed = NOOIT if self.o.vorm in {"markdown", "tabel", "tabs"} else breed
        regels = textwrap.wrap(tekst, breed, initial_indent=voor, subsequent_indent=erna, break_long_words=False)
        return _breek_woorden(regels, breed) if self.o.afbreken else regels


def _breek_woorden(regels: list[str], breed: int) -> list[str]:
    """Where a long word has room to begin on the line before, it does."""
    for plek in range(len(regels) - 1):
        boven, onder = regels[plek], re.match(r"(\s*)([a-z]{8,})(.*)", regels[plek + 1])
        ruimte = breed - len(boven) - 2
        if onder and boven[-1].isalpha() and ruimte >= 4:
            regels[plek] = f"{boven} {onder[2][:4]}-"
            regels[plek + 1] = onder[1] + onder[2][4:] + onder[3]
    return regels


def _op_bladen(regels: list[str], o: Tekstopmaak, hoog: int = 30) -> Iterator[str]:
    for blad, begin in enumerate(range(0, len(regels), hoog), start=1):
        einde = "\f" if o.bladen == "ff" and blad > 1 else ""
        yield from (f"{einde}Sociaal domein - CONCEPT", "")
        yield from regels[begin : begin + hoog]
        yield from ("", f"1 maart 2022{' ' * 30}pagina {blad}")
