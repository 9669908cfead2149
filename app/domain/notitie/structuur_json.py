"""A notitie as a JSON object and back. Keys and their order are a promise to scripts: add, do not rename."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from app.domain.structuur import (
    Bevinding,
    Doel,
    Indicator,
    Interventie,
    Notitie,
    Onderdeel,
    Opdracht,
    Opdrachtnemer,
    Prioriteit,
    Probleemgebied,
    Regel,
    Richting,
    Streefwaarde,
    Verwijzing,
    merk_van,
)

Object = dict[str, Any]
T = TypeVar("T")

HOOGSTE_GETAL = 2**31 - 1


def als_dict(notitie: Notitie, bevindingen: list[Bevinding] | None = None) -> Object:
    """Plain values only, ready for `json.dumps`. Without `bevindingen` that key is left out."""
    resultaat: Object = {
        "titel": notitie.titel,
        "gemeente": notitie.gemeente,
        "versie": notitie.versie,
        "datum": notitie.datum.isoformat() if notitie.datum else None,
        "referentiejaar": notitie.referentiejaar,
        "doeljaar": notitie.doeljaar,
        "probleemgebieden": [_probleemgebied(gebied) for gebied in notitie.probleemgebieden],
    }
    if bevindingen is not None:
        resultaat["bevindingen"] = [_bevinding(bevinding) for bevinding in bevindingen]
    if notitie.inleiding:
        resultaat["inleiding"] = notitie.inleiding
    return resultaat


def _probleemgebied(gebied: Probleemgebied) -> Object:
    resultaat: Object = {
        "volgorde": gebied.volgorde,
        "naam": gebied.naam,
        "prioriteit": gebied.prioriteit.value if gebied.prioriteit else None,
        **_regels("ist", gebied.ist),
        **_regels("soll", gebied.soll),
        "doelen": [_doel(doel) for doel in gebied.doelen],
        "doelen_toelichting": gebied.doelen_toelichting,
        "indicatoren": [{"nummer": i.nummer, "tekst": i.tekst, **_merk(i)} for i in gebied.indicatoren],
        "indicatoren_inleiding": gebied.indicatoren_inleiding,
        "interventies": [_interventie(interventie) for interventie in gebied.interventies],
        "opdracht": {nemer.value: _opdracht(gebied.opdracht.get(nemer, Opdracht())) for nemer in Opdrachtnemer},
        "toelichting": gebied.toelichting,
    }
    if gebied.naam_in_lijst is not None:
        resultaat["naam_in_lijst"] = gebied.naam_in_lijst
    return resultaat | _merk(gebied)


def _merk(item: object) -> Object:
    """Only of what has one: a notitie that was read from a file looks as it did."""
    merk = merk_van(item)
    return {"merk": merk} if merk else {}


def _regels(sleutel: str, regels: list[str]) -> Object:
    """The lines as plain texts, and beside them their merken, when there are any."""
    merken = [merk_van(regel) for regel in regels]
    teksten: Object = {sleutel: [str(regel) for regel in regels]}
    return teksten | ({f"{sleutel}_merken": merken} if any(merken) else {})


def _doel(doel: Doel) -> Object:
    streefwaarde = streefwaarde_als_dict(doel.streefwaarde)
    return {"nummer": doel.nummer, "tekst": doel.tekst, "streefwaarde": streefwaarde, **_merk(doel)}


def streefwaarde_als_dict(streefwaarde: Streefwaarde) -> Object:
    return {
        "richting": streefwaarde.richting.value,
        "min": _getal(streefwaarde.min),
        "max": _getal(streefwaarde.max),
        "eenheid": streefwaarde.eenheid,
        "doeljaar": streefwaarde.doeljaar,
        "referentiejaar": streefwaarde.referentiejaar,
        "open": streefwaarde.open,
    }


def _getal(waarde: Decimal | None) -> int | float | None:
    if waarde is None:
        return None
    return int(waarde) if waarde == waarde.to_integral_value() else float(waarde)


def _interventie(interventie: Interventie) -> Object:
    resultaat: Object = {"nummer": interventie.nummer, "tekst": interventie.tekst}
    if interventie.onderdelen:
        resultaat["onderdelen"] = [{"letter": o.letter, "tekst": o.tekst, **_merk(o)} for o in interventie.onderdelen]
    return resultaat | _merk(interventie)


def _opdracht(opdracht: Opdracht) -> Object:
    return {
        **_regels("opdrachten", opdracht.opdrachten),
        "doelen": [_verwijzing(verwijzing) for verwijzing in opdracht.doelen],
        "interventies": [_verwijzing(verwijzing) for verwijzing in opdracht.interventies],
    }


def _verwijzing(verwijzing: Verwijzing) -> Object:
    resultaat: Object = {"nummer": verwijzing.nummer}
    if verwijzing.onderdelen:
        resultaat["onderdelen"] = list(verwijzing.onderdelen)
    if verwijzing.voorbehoud:
        resultaat["voorbehoud"] = True
    return resultaat


def _bevinding(bevinding: Bevinding) -> Object:
    return {
        "code": bevinding.code,
        "probleemgebied": bevinding.probleemgebied,
        "soort": bevinding.soort,
        "nummer": bevinding.nummer,
        "zin": bevinding.zin,
    }


class _Blad:
    """One JSON object being read; knows where it stands, so that a complaint can name the place."""

    def __init__(self, waarde: object, plek: str) -> None:
        if not isinstance(waarde, dict):
            raise ValueError(f"Bij '{plek}' hoort een object te staan.")
        self.velden: Object = waarde
        self.plek = plek

    def pad(self, sleutel: str) -> str:
        return f"{self.plek}.{sleutel}" if self.plek != "notitie" else sleutel

    def _haal(self, sleutel: str, soort: type[T], naam: str, standaard: T | None) -> T:
        if sleutel not in self.velden:
            if standaard is None:
                raise ValueError(f"De sleutel '{self.pad(sleutel)}' ontbreekt.")
            return standaard
        waarde = self.velden[sleutel]
        if not isinstance(waarde, soort) or (soort is int and isinstance(waarde, bool)):
            raise ValueError(f"Bij '{self.pad(sleutel)}' hoort {naam} te staan.")
        return waarde

    def tekst(self, sleutel: str, standaard: str | None = None) -> str:
        return self._haal(sleutel, str, "tekst", standaard)

    def tekst_of_niets(self, sleutel: str) -> str | None:
        return None if self.velden.get(sleutel) is None else self.tekst(sleutel)

    def nummer(self, sleutel: str) -> int:
        nummer = self._haal(sleutel, int, "een heel getal", None)
        if abs(nummer) > HOOGSTE_GETAL:
            raise ValueError(f"Het getal bij '{self.pad(sleutel)}' is te groot.")
        return nummer

    def nummer_of_niets(self, sleutel: str) -> int | None:
        return None if self.velden.get(sleutel) is None else self.nummer(sleutel)

    def vlag(self, sleutel: str) -> bool:
        return self._haal(sleutel, bool, "true of false", False)

    def _lijst(self, sleutel: str) -> list[Any]:
        return self._haal(sleutel, list, "een lijst", [])

    def teksten(self, sleutel: str) -> list[str]:
        lijst = self._lijst(sleutel)
        if not all(isinstance(regel, str) for regel in lijst):
            raise ValueError(f"In de lijst '{self.pad(sleutel)}' hoort alleen tekst te staan.")
        return list(lijst)

    def regels(self, sleutel: str) -> list[str]:
        """Texts with their merken, when those stand beside them."""
        merken = self._lijst(f"{sleutel}_merken")
        teksten = self.teksten(sleutel)
        if not merken:
            return teksten
        if len(merken) != len(teksten) or not all(merk is None or isinstance(merk, str) for merk in merken):
            raise ValueError(f"Bij '{self.pad(sleutel)}_merken' hoort bij elke regel een merk of null te staan.")
        return [Regel(tekst, merk) for tekst, merk in zip(teksten, merken, strict=True)]

    def merk(self) -> str | None:
        return self.tekst_of_niets("merk")

    def objecten(self, sleutel: str, lees: Callable[["_Blad"], T]) -> list[T]:
        return [lees(_Blad(waarde, f"{self.pad(sleutel)}[{i}]")) for i, waarde in enumerate(self._lijst(sleutel))]

    def kind(self, sleutel: str) -> "_Blad":
        return _Blad(self.velden.get(sleutel, {}), self.pad(sleutel))


def uit_dict(waarde: object) -> Notitie:
    """The inverse of `als_dict`; `bevindingen` are not read, they follow from the notitie.

    Raises ValueError with a Dutch sentence that names the key when something is missing or of the wrong kind.
    Lists and texts that may be empty may also be left out.
    """
    blad = _Blad(waarde, "notitie")
    return Notitie(
        titel=blad.tekst("titel"),
        gemeente=blad.tekst_of_niets("gemeente"),
        versie=blad.tekst_of_niets("versie"),
        datum=_lees_datum(blad),
        referentiejaar=blad.nummer_of_niets("referentiejaar"),
        doeljaar=blad.nummer_of_niets("doeljaar"),
        probleemgebieden=blad.objecten("probleemgebieden", _lees_probleemgebied),
        inleiding=blad.tekst_of_niets("inleiding") or "",
    )


def _lees_datum(blad: _Blad) -> date | None:
    tekst = blad.tekst_of_niets("datum")
    if tekst is None:
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise ValueError("Bij 'datum' hoort een datum te staan zoals 2020-05-20.") from None


def _lees_probleemgebied(blad: _Blad) -> Probleemgebied:
    opdracht = blad.kind("opdracht")
    return Probleemgebied(
        volgorde=blad.nummer("volgorde"),
        naam=blad.tekst("naam"),
        prioriteit=_lees_keuze(blad, "prioriteit", Prioriteit),
        ist=blad.regels("ist"),
        soll=blad.regels("soll"),
        doelen=blad.objecten("doelen", _lees_doel),
        doelen_toelichting=blad.tekst("doelen_toelichting", ""),
        indicatoren=blad.objecten("indicatoren", lambda b: Indicator(b.nummer("nummer"), b.tekst("tekst"), b.merk())),
        indicatoren_inleiding=blad.tekst("indicatoren_inleiding", ""),
        interventies=blad.objecten("interventies", _lees_interventie),
        opdracht={nemer: _lees_opdracht(opdracht.kind(nemer.value)) for nemer in Opdrachtnemer},
        toelichting=blad.tekst("toelichting", ""),
        naam_in_lijst=blad.tekst_of_niets("naam_in_lijst"),
        merk=blad.merk(),
    )


Keuze = TypeVar("Keuze", Prioriteit, Richting)


def _lees_keuze(blad: _Blad, sleutel: str, soort: type[Keuze]) -> Keuze | None:
    waarde = blad.tekst_of_niets(sleutel)
    if waarde is None:
        return None
    try:
        return soort(waarde)
    except ValueError:
        mogelijk = ", ".join(keuze.value for keuze in soort)
        raise ValueError(f"Bij '{blad.pad(sleutel)}' hoort een van deze woorden te staan: {mogelijk}.") from None


def _lees_doel(blad: _Blad) -> Doel:
    streefwaarde = streefwaarde_uit_dict(blad.velden.get("streefwaarde", {}), blad.pad("streefwaarde"))
    return Doel(blad.nummer("nummer"), blad.tekst("tekst"), streefwaarde, blad.merk())


def streefwaarde_uit_dict(waarde: object, plek: str = "streefwaarde") -> Streefwaarde:
    """Raises ValueError like `uit_dict`."""
    blad = _Blad(waarde, plek)
    return Streefwaarde(
        richting=_lees_keuze(blad, "richting", Richting) or Richting.KWALITATIEF,
        min=_lees_getal(blad, "min"),
        max=_lees_getal(blad, "max"),
        eenheid=blad.tekst_of_niets("eenheid"),
        doeljaar=blad.nummer_of_niets("doeljaar"),
        referentiejaar=blad.nummer_of_niets("referentiejaar"),
        open=blad.vlag("open"),
    )


def _lees_getal(blad: _Blad, sleutel: str) -> Decimal | None:
    waarde = blad.velden.get(sleutel)
    if waarde is None:
        return None
    try:
        getal = Decimal(str(waarde)) if isinstance(waarde, int | float | Decimal) else Decimal("NaN")
    except (InvalidOperation, ValueError):
        getal = Decimal("NaN")
    if isinstance(waarde, bool) or not getal.is_finite():
        raise ValueError(f"Bij '{blad.pad(sleutel)}' hoort een getal te staan.")
    return getal.quantize(Decimal(1)) if getal == getal.to_integral_value() and getal.adjusted() < 25 else getal


def _lees_interventie(blad: _Blad) -> Interventie:
    onderdelen = blad.objecten("onderdelen", lambda b: Onderdeel(b.tekst("letter"), b.tekst("tekst"), b.merk()))
    return Interventie(blad.nummer("nummer"), blad.tekst("tekst"), onderdelen, blad.merk())


def _lees_opdracht(blad: _Blad) -> Opdracht:
    return Opdracht(
        opdrachten=blad.regels("opdrachten"),
        doelen=blad.objecten("doelen", _lees_verwijzing),
        interventies=blad.objecten("interventies", _lees_verwijzing),
    )


def _lees_verwijzing(blad: _Blad) -> Verwijzing:
    return Verwijzing(blad.nummer("nummer"), tuple(blad.teksten("onderdelen")), blad.vlag("voorbehoud"))
