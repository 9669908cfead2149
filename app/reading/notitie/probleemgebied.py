"""From the lines of one probleemgebied to its structure."""

from collections import defaultdict

from app.domain.streefwaarde.lezen import lees_streefwaarde
from app.domain.structuur import Doel, Indicator, Interventie, Onderdeel, Prioriteit, Probleemgebied
from app.reading.notitie.gelezen import HOOGSTE_NUMMER, MERK_NIET_HERKEND, Melder
from app.reading.notitie.genummerd import Lijst, Punt, lees_lijst, nummer_zelf
from app.reading.notitie.indeling import Gebied
from app.reading.notitie.labels import Soort
from app.reading.notitie.opdracht import lees_opdrachten, legt_ster_uit
from app.reading.notitie.prioriteit import prioriteit_van
from app.reading.notitie.regels import Regel
from app.reading.word.nummering import letter_van

MEESTE_PLAATSEN = 4
LEEG = {"geen", "n.v.t", "nvt", "niet van toepassing", "-", "–", "nog niet bekend", "volgt", "pm", "p.m"}


def bouw_probleemgebied(gebied: Gebied, melder: Melder) -> Probleemgebied:
    """Everything `gebied` holds ends up in the result; what has no place there, marked in its toelichting."""
    uitkomst = Probleemgebied(volgorde=melder.volgorde, naam=melder.naam)
    if gebied.regel is not None:
        melder.kwam_van("naam", gebied.regel)
    uitkomst.ist = _punten(gebied.delen.get(Soort.IST, []), "ist", melder)
    uitkomst.soll = _punten(gebied.delen.get(Soort.SOLL, []), "soll", melder)
    _doelen(uitkomst, gebied.delen.get(Soort.DOELEN, []), melder)
    _indicatoren(uitkomst, gebied.delen.get(Soort.INDICATOREN, []), melder)
    _interventies(uitkomst, gebied.delen.get(Soort.INTERVENTIES, []), melder)
    uitkomst.prioriteit = _prioriteit(gebied, melder)
    _uitleg_naar_toelichting(gebied)
    uitkomst.opdracht = lees_opdrachten(
        gebied.opdrachten, melder, [d.nummer for d in uitkomst.doelen], [i.nummer for i in uitkomst.interventies]
    )
    for onbekend in gebied.onbekend:
        melder.begrijpt_niet(onbekend.tekst, onbekend.plaats)
    uitkomst.toelichting = tekst_van(gebied.toelichting)
    melder.hoort_bij("toelichting", gebied.toelichting)
    return uitkomst


def _uitleg_naar_toelichting(gebied: Gebied) -> None:
    """ "* onder voorbehoud" below the opdracht lines is no opdracht."""
    for deel in gebied.opdrachten:
        gebied.toelichting.extend(regel for regel in deel.regels if legt_ster_uit(regel.ruw))
        deel.regels = [regel for regel in deel.regels if not legt_ster_uit(regel.ruw)]


def voeg_niet_herkend_toe(gebied: Probleemgebied, teksten: list[str]) -> None:
    """Nothing is lost: what was not understood stands, marked, below the toelichting."""
    regels = [f"{MERK_NIET_HERKEND} {tekst}" for tekst in teksten]
    gebied.toelichting = "\n".join([*filter(None, [gebied.toelichting]), *regels])


def tekst_van(regels: list[Regel]) -> str:
    return "\n".join(regel.ruw for regel in regels)


def _punten(regels: list[Regel], deel: str, melder: Melder) -> list[str]:
    for plek, regel in enumerate(regels, start=1):
        melder.kwam_van(f"{deel}/{plek}", regel)
    return [regel.tekst for regel in regels]


def _doelen(uitkomst: Probleemgebied, regels: list[Regel], melder: Melder) -> None:
    lijst = _genummerd(regels, "doelen", melder)
    for punt in _bruikbaar(lijst, melder):
        tekst = _met_onder(punt)
        uitkomst.doelen.append(Doel(punt.nummer, tekst, lees_streefwaarde(tekst)))
        melder.kwam_van(f"doelen/{punt.nummer}", punt.regel)
    rest = lijst.voor + lijst.na
    uitkomst.doelen_toelichting = tekst_van(rest)
    melder.hoort_bij("doelen_toelichting", rest)


def _indicatoren(uitkomst: Probleemgebied, regels: list[Regel], melder: Melder) -> None:
    """An indicator without a number is only numbered when there are exactly as many as doelen: no guessing."""
    lijst = lees_lijst(regels, oplopend_vanaf_een=False)
    melder.voorvoegsel = melder.voorvoegsel or lijst.voorvoegsel
    zelf = nummer_zelf(lijst, ook_zonder_teken=False)
    if zelf.zelf_genummerd and len(zelf.punten) == len(uitkomst.doelen):
        lijst = zelf
        for punt, doel in zip(lijst.punten, uitkomst.doelen, strict=True):
            punt.nummer = doel.nummer
        _waarschuw_zelf_genummerd("indicatoren", melder)
    for punt in _bruikbaar(lijst, melder):
        uitkomst.indicatoren.append(Indicator(punt.nummer, _met_onder(punt)))
        melder.kwam_van(f"indicatoren/{punt.nummer}", punt.regel)
    inleiding = [regel for regel in lijst.voor if not regel.in_lijst]
    uitkomst.indicatoren_inleiding = tekst_van(inleiding)
    melder.hoort_bij("indicatoren_inleiding", inleiding)
    _onbegrepen([regel for regel in lijst.voor if regel.in_lijst] + lijst.na, melder)


def _interventies(uitkomst: Probleemgebied, regels: list[Regel], melder: Melder) -> None:
    lijst = _genummerd(regels, "interventies", melder)
    for punt in _bruikbaar(lijst, melder):
        pad = f"interventies/{punt.nummer}"
        melder.kwam_van(pad, punt.regel)
        melder.letters = lijst.zelf_genummerd and punt.regel.letter is not None
        uitkomst.interventies.append(Interventie(punt.nummer, punt.regel.tekst, _onderdelen(punt, pad, melder)))
    _onbegrepen(lijst.voor + lijst.na, melder)


def _onderdelen(punt: Punt, pad: str, melder: Melder) -> list[Onderdeel]:
    onderdelen: list[Onderdeel] = []
    for plek, regel in enumerate(punt.onder, start=1):
        letter = regel.letter or letter_van(plek)
        onderdelen.append(Onderdeel(letter, regel.tekst))
        melder.kwam_van(f"{pad}/{letter}", regel)
    if any(regel.letter is None for regel in punt.onder):
        melder.waarschuw(
            f"De onderdelen van interventie {punt.nummer} bij '{melder.naam}' hadden geen letter en kregen er een."
        )
    return onderdelen


def _genummerd(regels: list[Regel], deel: str, melder: Melder) -> Lijst:
    lijst = lees_lijst(regels)
    melder.voorvoegsel = melder.voorvoegsel or lijst.voorvoegsel
    if len(regels) == 1 and regels[0].tekst.strip(" .;:").casefold() in LEEG:
        return lijst
    lijst = nummer_zelf(lijst, ook_zonder_teken=True)
    if lijst.zelf_genummerd and lijst.punten:
        _waarschuw_zelf_genummerd(deel, melder)
    return lijst


def _waarschuw_zelf_genummerd(deel: str, melder: Melder) -> None:
    melder.waarschuw(
        f"De {deel} bij '{melder.naam}' hadden geen nummers; ze zijn genummerd in de volgorde van de tekst."
    )


def _bruikbaar(lijst: Lijst, melder: Melder) -> list[Punt]:
    """A number outside 1 to 999 cannot be stored; its line is kept as not understood."""
    per_nummer: dict[int, list[Punt]] = defaultdict(list)
    goed: list[Punt] = []
    for punt in lijst.punten:
        if 1 <= punt.nummer <= HOOGSTE_NUMMER:
            goed.append(punt)
            per_nummer[punt.nummer].append(punt)
        else:
            _onbegrepen([punt.regel, *punt.onder], melder)
    for nummer, punten in sorted(per_nummer.items()):
        if len(punten) > 1:
            plaatsen = " en ".join(punt.regel.plaats.zin for punt in punten[:MEESTE_PLAATSEN])
            melder.waarschuw(f"Nummer {nummer} komt {len(punten)} keer voor bij '{melder.naam}': {plaatsen}.")
    return goed


def _met_onder(punt: Punt) -> str:
    return " ".join([punt.regel.tekst, *(regel.ruw for regel in punt.onder)])


def _onbegrepen(regels: list[Regel], melder: Melder) -> None:
    for regel in regels:
        if regel.tekst.strip(" .;:").casefold() not in LEEG:
            melder.begrijpt_niet(regel.ruw, regel.plaats)


def _prioriteit(gebied: Gebied, melder: Melder) -> Prioriteit | None:
    for regel in gebied.delen.get(Soort.PRIORITEIT, []):
        if gevonden := prioriteit_van(regel.tekst):
            return gevonden
        melder.begrijpt_niet(f"Prioriteit: {regel.ruw}", regel.plaats)
    return gebied.prioriteit
