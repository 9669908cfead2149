"""Runs `flask herinneringen` once and prints, as JSON, the queries, the seconds and the memory it took.

python -m scripts.meten.een_ronde DATABASE-URL POORT JJJJ-MM-DD
"""

import json
import sys
from time import perf_counter

from config import Mailserver
from scripts.meten.bezoeker import SITE, maak_app, queries_van
from scripts.meten.een_export import piek

AFZENDER = "Doelspoor <doelspoor@meten.example>"


def main(url: str, poort: int, dag: str) -> None:
    app = maak_app(url)
    app.config["MAILSERVER"], app.config["ADRES"] = Mailserver("127.0.0.1", poort, False, AFZENDER), SITE
    vooraf = piek()
    with app.app_context(), queries_van(app) as queries:
        begin = perf_counter()
        uitkomst = app.test_cli_runner().invoke(args=["herinneringen", "--datum", dag])
        duur = perf_counter() - begin
    assert uitkomst.exit_code == 0, uitkomst.output
    print(json.dumps({"queries": len(queries), "seconden": duur, "mb": piek() - vooraf}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
