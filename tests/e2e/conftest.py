"""A browser on a running server.

`server`                 the address of the server; its database holds the seeds again at the start of every test
`database`               the path of that database
`pagina`                 a Playwright page; a console error, a failed request or a 5xx fails the test
`nieuwe_pagina(**opties)` more pages, each in a context of its own (`viewport=`, `java_script_enabled=False`, ...)
`inloggen(pagina, rol)`  a page in which the first demonstration user of that role is logged in
`axe(pagina)`            asserts that the page has no WCAG 2.2 AA violations
`bekijk(pagina)`         does so at every width, and asserts that nothing is wider than the screen
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

from app.models import Rol
from tests import voorwaarden
from tests.binnen import laat_binnen
from tests.databases import SqliteDatabases, bestand, laat_los, maak_app, seeds
from tests.e2e.server import draaiende_server, zet_terug

AXE_REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WACHTTIJD_MS = 15_000
BREEDTES = (1280, 360)
# Not the list of file formats: that one hangs over what is below it until it closes again.
UITKLAP = "main details:not(.exportkeuze)"


@pytest.fixture(scope="session")
def _databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteDatabases]:
    databases = SqliteDatabases(tmp_path_factory.mktemp("e2e"))
    yield databases
    databases.ruim_op()


@pytest.fixture(scope="session")
def _gevuld(_databases: SqliteDatabases) -> str:
    return _databases.kopie(gevuld=True)


@pytest.fixture(scope="session")
def _koekjes(_gevuld: str) -> dict[str, str]:
    """By address, what the browser of somebody holds who is logged in: in that database everybody is. Logging in with
    the form is the subject of test_accounts."""
    app, koekjes = maak_app(_gevuld), {}
    for wie in seeds().gebruikers:
        client = app.test_client()
        laat_binnen(client, wie.email)
        koekje = client.get_cookie("session")
        assert koekje
        koekjes[wie.email] = koekje.value
    laat_los(app)
    return koekjes


@pytest.fixture(scope="session")
def _server(
    _databases: SqliteDatabases, _gevuld: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    url = _databases.kopie(gevuld=True)
    with draaiende_server(url, tmp_path_factory.mktemp("server") / "server.log") as adres:
        yield adres, url


@pytest.fixture
def server(_server: tuple[str, str], _gevuld: str, _koekjes: dict[str, str]) -> str:
    adres, url = _server
    zet_terug(van=_gevuld, naar=url)
    return adres


@pytest.fixture
def database(_server: tuple[str, str]) -> str:
    """The SQLite file of the server."""
    return bestand(_server[1])


class Bewaker:
    """Keeps what went wrong in a page. An answer 4xx to a visit is for the test to judge, not for us."""

    def __init__(self) -> None:
        self.fouten: list[str] = []

    def let_op(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", lambda fout: self.fouten.append(f"fout in script: {fout.error}"))
        context.on("requestfailed", self._mislukt)
        context.on("response", self._antwoord)

    def _console(self, bericht: ConsoleMessage) -> None:
        # A 4xx is reported here too, but without saying whether it was the page itself.
        if bericht.type in ("error", "warning") and not bericht.text.startswith("Failed to load resource"):
            self.fouten.append(f"console: {bericht.text}")

    def _mislukt(self, verzoek: Request) -> None:
        # A download ends the visit that started it, and leaving a page ends what it was still fetching.
        if verzoek.failure != "net::ERR_ABORTED":
            self.fouten.append(f"verzoek mislukt: {verzoek.url} {verzoek.failure}")

    def _antwoord(self, antwoord: Response) -> None:
        if antwoord.status >= 500 or (antwoord.status >= 400 and not antwoord.request.is_navigation_request()):
            self.fouten.append(f"antwoord {antwoord.status}: {antwoord.url}")


@pytest.fixture
def nieuwe_pagina(browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    bewaker = Bewaker()
    contexten: list[BrowserContext] = []

    def maak(**opties: Any) -> Page:
        opties = {"locale": "nl-NL", "viewport": {"width": 1280, "height": 900}, **opties}
        context = browser.new_context(base_url=server, **opties)
        context.set_default_timeout(WACHTTIJD_MS)
        bewaker.let_op(context)
        contexten.append(context)
        return context.new_page()

    yield maak
    for context in contexten:
        context.close()
    assert not bewaker.fouten, "De browser meldt:\n- " + "\n- ".join(bewaker.fouten)


@pytest.fixture
def pagina(nieuwe_pagina: Callable[..., Page]) -> Page:
    return nieuwe_pagina()


@pytest.fixture
def inloggen(server: str, _koekjes: dict[str, str]) -> Callable[..., Page]:
    def log_in(pagina: Page, rol: Rol | str, *, organisatie: str | None = None) -> Page:
        wie = next(g for g in seeds().gebruikers if g.rol == rol and organisatie in (None, g.organisatie))
        pagina.context.clear_cookies()
        pagina.context.add_cookies([{"name": "session", "value": _koekjes[wie.email], "url": server}])
        pagina.goto("/")
        return pagina

    return log_in


@pytest.fixture(scope="session")
def _axe_script() -> str:
    return voorwaarden.axe_bestand().read_text(encoding="utf-8")


@pytest.fixture
def axe(_axe_script: str) -> Callable[[Page], None]:
    """`axe(pagina)`: the script comes in through the debugger, so the content security policy stays as it is."""

    def controleer(pagina: Page) -> None:
        if not pagina.evaluate("typeof axe !== 'undefined'"):
            pagina.evaluate(_axe_script)
        uitkomst = pagina.evaluate(
            "regels => axe.run(document, {runOnly: regels, resultTypes: ['violations']})", AXE_REGELS
        )
        meldingen = [_in_woorden(melding) for melding in uitkomst["violations"]]
        assert not meldingen, f"axe op {pagina.url}:\n" + "\n".join(meldingen)

    return controleer


@pytest.fixture
def bekijk(axe: Callable[[Page], None]) -> Callable[[Page], None]:
    """Looks at a page at every width, with everything unfolded that is part of the page."""

    def kijk(pagina: Page) -> None:
        for breedte in BREEDTES:
            pagina.set_viewport_size({"width": breedte, "height": 900})
            pagina.evaluate(f"document.querySelectorAll('{UITKLAP}').forEach(deel => {{ deel.open = true; }})")
            axe(pagina)
            te_breed = pagina.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert te_breed <= 0, f"{pagina.url} is bij {breedte} px {te_breed} px te breed"

    return kijk


def _in_woorden(melding: dict[str, Any]) -> str:
    plekken = "\n".join(f"    {' '.join(map(str, n['target']))}: {n['failureSummary']}" for n in melding["nodes"])
    return f"- {melding['id']}: {melding['help']}\n{plekken}"
