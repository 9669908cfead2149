"""What the reader finds in a file, into the tables where it waits. Memory stays flat however long the file is."""

from collections.abc import Iterable

from app.domain.cijfers.indicator import Meetfrequentie, Reekssoort
from app.domain.cijfers.indicatornaam import kale_eenheid, kale_naam
from app.models import Importfout, Importindicator, Importmeting, Importreeks, Metingimport
from app.models.basis import Sessie
from app.reading.metingen.lezen import Meetregel, Regelfout
from app.services.indicatoren.import_fouten import ImportFout
from app.services.indicatoren.import_rijen import Rijenbak
from app.services.taken.soorten import Meld

# So many faults are kept for people to read; all are counted.
MEESTE_FOUTEN = 1_000
MEESTE_INDICATOREN = 1_000
MEESTE_REEKSEN = 100_000
# So often what was written is committed: on SQLite nobody else can save meanwhile.
PER_BEVESTIGING = 50_000

_FREQUENTIES = {soort.value for soort in Meetfrequentie}
_METING = ("import_id", "nr", "reeks_nr", "regel", "van", "tot", "waarde", "voorlopig", "bron", "toelichting")
_REEKS = (
    "import_id", "nr", "indicator_nr", "gebied", "eenheid", "soort", "regel", "aantal", "plaats", "plek", "overslaan",
    "bezwaar",
)  # fmt: skip
_FOUT = ("import_id", "nr", "regel", "kolom", "zin", "bij_lezen")
_TE_VEEL = "Dit bestand noemt meer dan {} {}. Is de goede kolom gekozen? Deel het bestand anders op."

Sleutel = tuple[str | None, str, str | None, Reekssoort]


def zet_klaar(session: Sessie, imp: Metingimport, regels: Iterable[Meetregel | Regelfout], meld: Meld) -> None:
    """Raises ImportFout when the file has more in it than can be looked over, and whatever `regels` raises.

    Commits now and then when there are many; after that `verwijder_gelezen` makes it as if nothing happened.
    """
    bezig = _Klaarzetten(session, imp.id)
    totaal = _totaal(imp)
    for regel in regels:
        if isinstance(regel, Regelfout):
            bezig.fout(regel)
        else:
            bezig.meting(regel)
        if bezig.bak.vol:
            bezig.schrijf()
            meld(min(regel.regel, totaal), totaal)
    bezig.sluit_af()
    imp.gelezen, imp.leesfouten = bezig.metingen, bezig.aantal_fouten
    session.flush()


def _totaal(imp: Metingimport) -> int:
    """Lines, as the progress is told."""
    verkenning = imp.verkenning or {}
    return int(verkenning.get("koprij", 0)) + int(verkenning.get("aantal_regels", 0))


class _Klaarzetten:
    def __init__(self, session: Sessie, import_id: int) -> None:
        self.session, self.import_id = session, import_id
        self.bak = Rijenbak(session, Importmeting, _METING)
        self.metingen = self.aantal_fouten = 0
        self._fouten = Rijenbak(session, Importfout, _FOUT)
        self._indicatoren: dict[str, Importindicator] = {}
        self._reeksen: dict[Sleutel, int] = {}
        # By nr - 1: the number of its indicator, its first line and how many figures it has.
        self._feiten: list[list[int]] = []
        self._onbevestigd = 0

    def meting(self, m: Meetregel) -> None:
        sleutel = (m.gebied, m.indicator, m.eenheid, m.reeks)
        nr = self._reeksen.get(sleutel) or self._nieuwe_reeks(sleutel, m)
        self._feiten[nr - 1][2] += 1
        self.metingen += 1
        bak, periode = self.bak, m.periode
        bak.rijen.append((
            self.import_id, self.metingen, nr, m.regel, bak.datum(periode.van), bak.datum(periode.tot),
            bak.getal(m.waarde), m.voorlopig, m.bron or "", m.toelichting or "",
        ))  # fmt: skip

    def fout(self, fout: Regelfout) -> None:
        self.aantal_fouten += 1
        if self.aantal_fouten <= MEESTE_FOUTEN:
            rij = (self.import_id, self.aantal_fouten, fout.regel, fout.kolom, fout.zin, True)
            self._fouten.rijen.append(rij)

    def schrijf(self) -> None:
        self._onbevestigd += len(self.bak.rijen)
        self.bak.schrijf()
        if self._onbevestigd >= PER_BEVESTIGING:
            self.session.commit()
            self._onbevestigd = 0

    def sluit_af(self) -> None:
        self.bak.schrijf()
        self._fouten.schrijf()
        self.session.add_all(self._indicatoren.values())
        self.session.flush()
        bak = Rijenbak(self.session, Importreeks, _REEKS)
        for (gebied, _, eenheid, soort), nr in self._reeksen.items():
            indicator, regel, aantal = self._feiten[nr - 1]
            eigen = (gebied or "", kale_eenheid(eenheid or ""), soort.value, regel, aantal, "", 0, False, "")
            bak.rijen.append((self.import_id, nr, indicator, *eigen))
        bak.schrijf()

    def _nieuwe_reeks(self, sleutel: Sleutel, m: Meetregel) -> int:
        nr = len(self._reeksen) + 1
        if nr > MEESTE_REEKSEN:
            raise ImportFout(_TE_VEEL.format("100.000", "combinaties van indicator en gebied"))
        self._reeksen[sleutel] = nr
        self._feiten.append([self._indicator(m).nr, m.regel, 0])
        return nr

    def _indicator(self, m: Meetregel) -> Importindicator:
        kaal = kale_naam(m.indicator)
        gevonden = self._indicatoren.get(kaal) or self._nieuwe_indicator(kaal, m)
        gevonden.eenheid = gevonden.eenheid or kale_eenheid(m.eenheid or "")
        return gevonden

    def _nieuwe_indicator(self, kaal: str, m: Meetregel) -> Importindicator:
        nr = len(self._indicatoren) + 1
        if nr > MEESTE_INDICATOREN:
            raise ImportFout(_TE_VEEL.format("1.000", "indicatoren"))
        soort = m.periode.soort.value
        frequentie = Meetfrequentie(soort) if soort in _FREQUENTIES else Meetfrequentie.JAAR
        nieuw = Importindicator(
            import_id=self.import_id, nr=nr, naam=m.indicator, eenheid="", frequentie=frequentie, regel=m.regel
        )
        self._indicatoren[kaal] = nieuw
        return nieuw
