"""A client of the API that knows openapi.json and a key, and nothing else of Doelspoor. Plain standard library."""

import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

# Straight to the server, whatever proxy this machine has.
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass(frozen=True)
class Antwoord:
    code: int
    soort: str
    inhoud: Any


class Buitenstaander:
    def __init__(self, openapi: str, sleutel: str) -> None:
        with OPENER.open(openapi, timeout=20) as antwoord:
            self.beschrijving: dict[str, Any] = json.load(antwoord)
        self._basis: str = self.beschrijving["servers"][0]["url"]
        self._operaties = {
            operatie["operationId"]: (
                pad,
                methode,
                delen.get("parameters", []) + operatie.get("parameters", []),
                operatie,
            )
            for pad, delen in self.beschrijving["paths"].items()
            for methode, operatie in delen.items()
            if methode != "parameters"
        }
        self._koppen = self._toegang(sleutel)

    def _toegang(self, sleutel: str) -> dict[str, str]:
        (naam,) = self.beschrijving["security"][0]
        schema = self.beschrijving["components"]["securitySchemes"][naam]
        assert (schema["type"], schema["scheme"]) == ("http", "bearer")
        return {"Authorization": f"Bearer {sleutel}"}

    def doe(self, operatie_id: str, inhoud: Any = None, **waarden: Any) -> Antwoord:
        """`waarden`: parameters of the operation, wherever they go."""
        pad, methode, parameters, operatie = self._operaties[operatie_id]
        plekken = {parameter["name"]: parameter["in"] for parameter in parameters}
        for naam, waarde in waarden.items():
            if plekken[naam] == "path":
                pad = pad.replace(f"{{{naam}}}", quote(str(waarde), safe=""))
        vraag = {naam: waarde for naam, waarde in waarden.items() if plekken[naam] == "query"}
        adres = self._basis + pad + (f"?{urlencode(vraag)}" if vraag else "")
        antwoord = self._stuur(adres, methode.upper(), operatie, inhoud)
        self._controleer(operatie, antwoord)
        return antwoord

    def bladzijden(self, operatie_id: str, **waarden: Any) -> list[Any]:
        """All pages, by the addresses that the answers give."""
        antwoord = self.doe(operatie_id, **waarden)
        paginas = [antwoord.inhoud]
        operatie = self._operaties[operatie_id][3]
        while volgende := paginas[-1]["volgende"]:
            paginas.append(self._stuur(volgende, "GET", operatie, None).inhoud)
        return paginas

    def _stuur(self, adres: str, methode: str, operatie: dict[str, Any], inhoud: Any) -> Antwoord:
        lichaam, koppen = None, dict(self._koppen)
        if inhoud is not None:
            (koppen["Content-Type"],) = operatie["requestBody"]["content"]
            lichaam = json.dumps(inhoud).encode()
        verzoek = urllib.request.Request(adres, lichaam, koppen, method=methode)
        try:
            with OPENER.open(verzoek, timeout=20) as antwoord:
                return Antwoord(antwoord.status, antwoord.headers.get_content_type(), json.load(antwoord))
        except urllib.error.HTTPError as fout:
            with fout:
                return Antwoord(fout.code, fout.headers.get_content_type(), json.load(fout))

    def _controleer(self, operatie: dict[str, Any], antwoord: Antwoord) -> None:
        """The answer is one that was promised, with the fields that were promised."""
        (soort, vorm) = next(iter(operatie["responses"][str(antwoord.code)]["content"].items()))
        assert soort == antwoord.soort
        schema = self.schema(vorm["schema"]["$ref"])
        assert set(schema.get("required", ())) <= antwoord.inhoud.keys() <= schema["properties"].keys()

    def schema(self, verwijzing: str) -> dict[str, Any]:
        gevonden: dict[str, Any] = self.beschrijving["components"]["schemas"][verwijzing.rpartition("/")[2]]
        return gevonden

    def voorbeeld(self, operatie_id: str) -> Any:
        """The example of what this operation takes."""
        (inhoud,) = self._operaties[operatie_id][3]["requestBody"]["content"].values()
        return inhoud["example"]
