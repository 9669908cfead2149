"""Examples for the description of the API; a test checks them against the models."""

from typing import Any

INDICATOR: dict[str, Any] = {
    "id": 12,
    "naam": "Jongeren met jeugdhulp",
    "eenheid": "aantal",
    "frequentie": "halfjaar",
    "definitie": "Jongeren tot 18 jaar met ten minste één voorziening, elk één keer geteld.",
    "bron": "Eigen administratie",
    "gunstig": "lager",
    "ondergrens": "0",
    "bovengrens": None,
    "gedeeld": True,
    "organisatie": "eemsdelta",
    "noemerId": 3,
}
METING: dict[str, Any] = {
    "organisatie": "eemsdelta",
    "gebied": "",
    "reeks": "realisatie",
    "periode": "2020-H1",
    "van": "2020-01-01",
    "tot": "2020-06-30",
    "waarde": "412",
    "afgeschermd": False,
    "weergave": "412",
    "voorlopig": True,
    "bron": "Eigen administratie",
    "toelichting": "",
}
LEVERING: dict[str, Any] = {
    "reden": "Nagekomen declaraties",
    "metingen": [
        {"periode": "2020-H1", "waarde": "412", "voorlopig": True},
        {"periode": "2020", "waarde": "830", "reeks": "begroting", "bron": "Programmabegroting"},
    ],
}
ONTVANGST: dict[str, Any] = {"nieuw": 1, "gewijzigd": 1, "gelijk": 0, "fout": 0, "fouten": []}
PROBLEEM: dict[str, Any] = {
    "type": "about:blank",
    "instance": "/api/v1/indicatoren/12/metingen",
    "verzoek": "4f0c1e7a9b2d4c6e8f1a3b5c7d9e0f12",
}
