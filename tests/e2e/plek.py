"""Where the first notitie, probleemgebied and doel are that somebody may see, and the first thema and maatregel."""

from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True)
class Plek:
    """The numbers in the addresses, as text; "0", which nothing has, for what this role may not see."""

    n: str
    g: str
    d: str
    t: str
    m: str

    @property
    def gebied(self) -> str:
        return f"/probleemgebieden/{self.g}"

    @property
    def doel(self) -> str:
        return f"{self.gebied}/doel/{self.d}"


def vind_plek(pagina: Page) -> Plek:
    """Found by following links, as somebody would who knows no numbers."""
    notitie = _volg(pagina, "/notities/", ".gebied__naam")
    gebied = _volg(pagina, f"/notities/{notitie}", ".gebied__naam")
    doel = _volg(pagina, f"/probleemgebieden/{gebied}/bewerken", "#doel .acties a")
    thema = _volg(pagina, "/voortgang/maatregelen", ".kaart__kop .acties a")
    maatregel = _nummer(pagina, ".bewerkrij .acties a", "/bewerken")
    return Plek(notitie, gebied, doel, thema, maatregel)


def _volg(pagina: Page, adres: str, kiezer: str) -> str:
    pagina.goto(adres)
    return _nummer(pagina, kiezer)


def _nummer(pagina: Page, kiezer: str, staart: str = "") -> str:
    """The number at the end of the first such link."""
    link = pagina.locator(kiezer)
    return str(link.first.get_attribute("href")).removesuffix(staart).rpartition("/")[2] if link.count() else "0"
