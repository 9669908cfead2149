"""The voortgang of a made-up period as it goes out to Word and comes back."""

from datetime import date
from itertools import count

from app.domain.voortgang.overzicht import MaatregelBeeld, PeriodeBeeld, RegelBeeld, ThemaBeeld, VoortgangBeeld
from app.domain.voortgang.periode import PeriodeSoort
from app.domain.voortgang.periodestatus import PeriodeStatus
from app.domain.voortgang.structuur import Kleur, Status
from app.domain.voortgang.tabel import Tabellen, tabellen_van
from app.reading.terug.voortgang_bouw import TabellenTerug, bouw_tabellen
from app.reading.terug.voortgang_lezen import lees_voortgang_terug
from app.reading.voortgang.kolommen import Kolom
from app.writing.documenten.voortgang import Kolommen, voortgang_document
from app.writing.formaten import schrijf

CODE = "abcdefgh12345678"
PERIODE = PeriodeBeeld(
    1, "2019-H2", PeriodeSoort.HALFJAAR, date(2019, 7, 1), date(2019, 12, 31), date(2020, 1, 31), PeriodeStatus.OPEN
)
_ROOD = {"kleur": Kleur.ROOD, "oorzaak": "Geen mensen.", "gevolg": "Wachttijd.", "bijsturing": "Inhuur."}


def beeld() -> VoortgangBeeld:
    structuur = (
        MaatregelBeeld(11, 1, "a", "Procesregie", regels=(_regel(101, "De regisseur is aangesteld.", "Doorlopend"),)),
        MaatregelBeeld(
            12,
            1,
            "b",
            "Scholing van medewerkers",
            regels=(
                _regel(102, "• Groep 1 is klaar.\n• Groep 2 begint.", "Gepland\n1 juli 2020", Status.GEPLAND),
                _regel(103, "De trainer is gekozen.", "Afgerond", Status.AFGEROND),
            ),
        ),
        MaatregelBeeld(13, 1, "c", "Huisbezoek", regels=(_regel(104, "", "", None),)),
    )
    sturing = (
        MaatregelBeeld(21, 2, None, "Cijfers", regels=(_regel(105, "Het bestand is er.", "Q1 2020", **_ROOD),)),
        MaatregelBeeld(22, 2, "b", "Afbouw van plekken", regels=(_regel(106, "Er zijn minder plekken.", "2021"),)),
    )
    themas = (ThemaBeeld(1, 1, "Structuur", structuur), ThemaBeeld(2, 2, "Sturing", sturing))
    return VoortgangBeeld("Testdorp", PERIODE, date(2019, 12, 1), themas=themas)


def _regel(
    id_: int, tekst: str, planning: str, status: Status | None = Status.DOORLOPEND, **over: object
) -> RegelBeeld:
    return RegelBeeld(tekst, planning, status, id=id_, **over)  # type: ignore[arg-type]


def toen() -> Tabellen:
    return tabellen_van(beeld())


def als_word(*, status: bool = True, kleur: bool = True, formaat: str = "docx") -> bytes:
    document = voortgang_document(
        beeld(), organisatie="Gemeente Testdorp", kolommen=Kolommen(status, kleur), uitvoer=CODE
    )
    return schrijf(document, formaat)


def breng_terug(inhoud: bytes, basis: Tabellen | None = None) -> TabellenTerug:
    gelezen = lees_voortgang_terug(inhoud)
    assert gelezen is not None
    nummers = count(1)
    verwacht = frozenset({Kolom.PLANNING, Kolom.STATUS, Kolom.KLEUR} & gelezen.kolommen)
    return bouw_tabellen(gelezen, basis or toen(), lambda: f"nieuw{next(nummers)}", verwacht=verwacht)
