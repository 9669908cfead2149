"""Writes one report of so many charts in one format and prints, as JSON, its size, the time and the memory it took.

python -m scripts.meten.een_rapport GRAFIEKEN FORMAAT KEREN
"""

import json
import sys
from datetime import date
from decimal import Decimal
from statistics import median
from time import perf_counter

from app.domain.cijfers.indicator import Reekssoort
from app.domain.cijfers.meetperiode import lees_meetperiode
from app.writing.document import Alinea, Document, Grafiek, Kolom, Kop, Tabel
from app.writing.formaten import schrijf
from app.writing.grafiek.tabel import cijfertabel
from app.writing.grafiek.waarden import Lijngrafiek, Punt, Reeks, Streef
from scripts.meten.een_export import piek

DUIDING = "Het aandeel neemt toe, maar minder hard dan ervoor. Of dat zo blijft, moet volgend jaar blijken. "


def grafiek(nummer: int) -> Grafiek:
    """Ten years of figures, the first of them the nulmeting, and what is aimed for."""
    punten = tuple(
        Punt.van_periode(lees_meetperiode(str(jaar)), Decimal(80 + (nummer * 7 + jaar) % 25) / 10)
        for jaar in range(2014, 2024)
    )
    beeld = Lijngrafiek(
        f"Aandeel jongeren met hulp {nummer}",
        "",
        "procent",
        (Reeks(Reekssoort.REALISATIE, punten), Reeks(Reekssoort.BEGROTING, punten[::-1][:5])),
        nulmeting=punten[0],
        streef=Streef(Decimal(7), Decimal(7), date(2025, 12, 31)),
    )
    return Grafiek(beeld, cijfertabel(beeld))


def rapport(grafieken: int) -> Document:
    blokken = [
        blok
        for nummer in range(1, grafieken + 1)
        for blok in (Kop(f"Hoofdstuk {nummer}"), Alinea(DUIDING * 3), grafiek(nummer))
    ]
    leeg = Tabel("Cijfers", (Kolom("Indicator"),), ())
    return Document("Halfjaarrapportage", "", "Gemeente Waterbroek", date(2024, 1, 31), tuple(blokken), leeg)


def main(grafieken: int, formaat: str, keren: int) -> None:
    document = rapport(grafieken)
    schrijf(rapport(1), formaat)  # what every file needs, such as fonts
    vooraf, duren, grootte = piek(), [], 0
    for _ in range(keren):
        begin = perf_counter()
        grootte = len(schrijf(document, formaat))
        duren.append(perf_counter() - begin)
    print(json.dumps({"bytes": grootte, "ms": median(duren) * 1000, "mb": piek() - vooraf}))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
