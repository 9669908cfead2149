"""Measures speed: `make bench`. Read the ratios; the milliseconds say only how fast this machine is.

python scripts/bench.py [--keren 40] [--gemeenten 100] [--maatregelen 2000]
                        [--land 342] [--metingen 100000] [--cijfergemeenten 342] [--zonder-bronnen]
                        [--alleen lezen paginas exports voortgang herinneringen importeren cijfers land rapport
                                  opschalen]
"""

import argparse
import signal
import sys
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from scripts.meten import herinneringen as post  # noqa: E402
from scripts.meten import tabel  # noqa: E402
from scripts.meten.cijfers import CIJFERPAGINAS, LAND, PER_GEMEENTE, vul_cijfers  # noqa: E402
from scripts.meten.exporteren import REGIO_GROOTTE, meet_exports  # noqa: E402
from scripts.meten.importeren import meet_importeren  # noqa: E402
from scripts.meten.land import tabel as landtabel  # noqa: E402
from scripts.meten.land.proef import doe_landproef  # noqa: E402
from scripts.meten.land.vullen import vul_land  # noqa: E402
from scripts.meten.lezen import ECHTE_NOTITIE, meet_lezen  # noqa: E402
from scripts.meten.opschaling.proef import doe_proef, nginx_programma  # noqa: E402
from scripts.meten.paginas import VOLLE_PAGINA, meet_paginas  # noqa: E402
from scripts.meten.periode import meet_periodes  # noqa: E402
from scripts.meten.rapport import GRAFIEKEN, meet_rapporten  # noqa: E402
from scripts.meten.stand import postgres_adres, standen, tijdelijke_databases  # noqa: E402
from scripts.meten.teruglezen import meet_teruglezen  # noqa: E402
from scripts.meten.voortgang import KLEIN, VOL_OVERZICHT, VOLLE_TABEL, VOORTGANGPAGINAS, vul_voortgang  # noqa: E402
from tests.databases import Databases  # noqa: E402

ONDERDELEN = (
    *("lezen", "paginas", "exports", "voortgang", "herinneringen", "importeren", "cijfers"),
    *("land", "rapport", "opschalen"),
)
OP_BEIDE = frozenset(ONDERDELEN) - {"lezen", "rapport", "opschalen"}  # on SQLite and on PostgreSQL


def opties() -> argparse.Namespace:
    lezer = argparse.ArgumentParser(description="Meet hoe snel Doelspoor is.")
    lezer.add_argument("--keren", type=int, default=40, help="aantal verzoeken per pagina (standaard 40)")
    lezer.add_argument("--gemeenten", type=int, default=100, help="omvang van de regio (standaard 100)")
    lezer.add_argument("--maatregelen", type=int, default=2000, help="omvang van de voortgang (standaard 2000)")
    lezer.add_argument("--land", type=int, default=post.LAND, help=f"gemeenten in het land (standaard {post.LAND})")
    lezer.add_argument(
        "--metingen", type=int, default=100_000, help="regels in het bestand met cijfers (standaard 100000)"
    )
    lezer.add_argument(
        "--cijfergemeenten", type=int, default=LAND, help=f"gemeenten met elk {PER_GEMEENTE} cijfers (standaard {LAND})"
    )
    lezer.add_argument("--alleen", nargs="+", choices=ONDERDELEN, default=ONDERDELEN, help="wat er gemeten wordt")
    lezer.add_argument(
        "--zonder-bronnen", action="store_true", help="lees een nagemaakte notitie, ook als de echte er is"
    )
    return lezer.parse_args()


def toon(regels: Iterable[str]) -> None:
    print("\n".join(regels), flush=True)
    print(flush=True)


def meet_database(naam: str, postgres: str | None, keuze: argparse.Namespace) -> None:
    with tijdelijke_databases(postgres) as databases:
        if "paginas" in keuze.alleen:
            meet_regio(naam, databases, keuze)
        if "exports" in keuze.alleen:
            meet_bestanden(naam, databases, keuze)
        if "voortgang" in keuze.alleen:
            meet_voortgang(naam, databases, keuze)
        if "herinneringen" in keuze.alleen:
            meet_herinneringen(naam, databases, keuze)
        if "cijfers" in keuze.alleen:
            meet_cijfers(naam, databases, keuze)
        if "land" in keuze.alleen:
            meet_land(naam, databases, keuze)
        if "importeren" in keuze.alleen:
            toon([f"{naam}: metingen uit een CSV-bestand"])
            toon(tabel.importeren(meet_importeren(databases, keuze.metingen)))


def meet_regio(naam: str, databases: Databases, keuze: argparse.Namespace) -> None:
    groot = keuze.gemeenten
    with standen(databases, tuple(sorted({1, VOLLE_PAGINA, groot}))) as gemaakt:
        toon([f"{naam}: regio van {groot} gemeenten gemaakt in {gemaakt[groot].vultijd:.1f} s".replace(".", ",")])
        toon(tabel.paginas(meet_paginas(gemaakt, groot, keuze.keren), groot))


def meet_bestanden(naam: str, databases: Databases, keuze: argparse.Namespace) -> None:
    groottes = (1, REGIO_GROOTTE, keuze.land)
    with standen(databases, groottes) as gemaakt:
        toon([f"{naam}: bestanden van de RIGG met {groottes[0]}, {groottes[1]} en {groottes[2]} gemeenten"])
        toon(tabel.exports(meet_exports(gemaakt, groottes), groottes))


def meet_voortgang(naam: str, databases: Databases, keuze: argparse.Namespace) -> None:
    groot = keuze.maatregelen
    with standen(databases, tuple(sorted({KLEIN, VOL_OVERZICHT, VOLLE_TABEL, groot})), vul_voortgang) as gemaakt:
        toon([f"{naam}: voortgang van {groot} maatregelen gemaakt in {gemaakt[groot].vultijd:.1f} s".replace(".", ",")])
        metingen = meet_paginas(gemaakt, groot, keuze.keren, VOORTGANGPAGINAS)
        toon(tabel.paginas(metingen, groot, "maatregelen"))
        toon(tabel.periodes(meet_periodes(gemaakt, KLEIN, groot)))


def meet_herinneringen(naam: str, databases: Databases, keuze: argparse.Namespace) -> None:
    groot = keuze.land
    with standen(databases, tuple(sorted({post.KLEIN, groot})), post.vul_herinneringen) as gemaakt:
        toon([f"{naam}: herinneringen van {groot} gemeenten"])
        toon(tabel.herinneringen(post.meet_herinneringen(gemaakt, post.KLEIN, groot)))


def meet_cijfers(naam: str, databases: Databases, keuze: argparse.Namespace) -> None:
    groot = keuze.cijfergemeenten
    with standen(databases, tuple(sorted({1, groot})), vul_cijfers) as gemaakt:
        wat = f"{naam}: {groot * PER_GEMEENTE} cijfers van {groot} gemeenten gemaakt in {gemaakt[groot].vultijd:.1f} s"
        toon([wat.replace(".", ",")])
        toon(tabel.paginas(meet_paginas(gemaakt, groot, keuze.keren, CIJFERPAGINAS), groot))


def meet_land(naam: str, databases: Databases, keuze: argparse.Namespace) -> None:
    with standen(databases, tuple(sorted({1, keuze.land})), vul_land) as gemaakt:
        vultijd = gemaakt[keuze.land].vultijd
        toon([f"{naam}: het land van {keuze.land} gemeenten gemaakt in {vultijd:.0f} s"])
        proef = doe_landproef(gemaakt[1], gemaakt[keuze.land], keuze.keren)
    for metingen in (proef.eigen, proef.regio, proef.bestanden):
        toon(landtabel.paginas(metingen))
    toon([landtabel.geheugen(proef.na_paginas, "de pagina's"), landtabel.geheugen(proef.na_bestanden, "de bestanden")])
    toon(landtabel.doelen(proef.eigen, proef.regio, proef.na_paginas))


def meet_opschalen() -> None:
    nginx = nginx_programma()
    if nginx is None:
        print("Opschalen: nginx niet gevonden; niet gemeten.")
        return
    toon(["Twee servers achter nginx, op één PostgreSQL met een kopie"])
    toon(tabel.opschalen(doe_proef(nginx)))


def main() -> None:
    keuze = opties()
    begin = perf_counter()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the temporary databases are thrown away then too
    toon([f"Doelspoor op {tabel.machine()}", f"{keuze.keren} verzoeken per pagina; a → b: klein → groot"])
    if "lezen" in keuze.alleen:
        bron = Path("/dev/null") if keuze.zonder_bronnen else ECHTE_NOTITIE
        toon(tabel.lezen(meet_lezen(keuze.keren, bron)))
        toon(tabel.teruglezen(meet_teruglezen(keuze.keren, bron)))
    if "rapport" in keuze.alleen:
        toon(tabel.rapporten(meet_rapporten(), GRAFIEKEN))
    if set(keuze.alleen) & OP_BEIDE:
        meet_databases(keuze)
    if "opschalen" in keuze.alleen:
        meet_opschalen()
    print(f"Dit alles duurde {(perf_counter() - begin) / 60:.1f} minuten.".replace(".", ",", 1))


def meet_databases(keuze: argparse.Namespace) -> None:
    meet_database("SQLite", None, keuze)
    postgres = postgres_adres()
    if postgres:
        meet_database("PostgreSQL", postgres, keuze)
    else:
        print("PostgreSQL: geen server gevonden (zet DOELSPOOR_TEST_POSTGRES); niet gemeten.")


if __name__ == "__main__":
    main()
