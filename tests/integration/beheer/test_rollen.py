"""What a beheerder reads about rights is what the product checks."""

from collections.abc import Callable

from flask.testing import FlaskClient
from lxml import html

from app.auth.rechten import Recht, mag
from app.auth.rechten_uitleg import GROEPEN, ROLLEN
from app.models import Rol


def test_elk_recht_en_elke_rol_wordt_een_keer_uitgelegd() -> None:
    uitgelegd = [recht for rechten in GROEPEN.values() for recht in rechten]
    assert sorted(uitgelegd) == sorted(set(Recht) - {Recht.OPENBAAR})
    assert list(ROLLEN) == list(Rol)


def test_de_tabel_op_het_scherm_is_de_tabel_van_het_product(inloggen: Callable[..., FlaskClient]) -> None:
    pagina = html.document_fromstring(inloggen(Rol.BEHEERDER).get("/beheer/rollen").get_data(as_text=True))
    kop, *rijen = pagina.xpath("//table//tr")
    assert [cel.text_content() for cel in kop][1:] == [rol.label for rol in Rol]
    gelezen = {rij[0].text_content(): [cel.text_content() for cel in rij[1:]] for rij in rijen if len(rij) > 1}
    verwacht = {
        uitleg: ["ja" if mag(rol, recht) else "nee" for rol in Rol]
        for rechten in GROEPEN.values()
        for recht, uitleg in rechten.items()
    }
    assert gelezen == verwacht


def test_onder_beheer_staat_alleen_wat_iemand_mag(inloggen: Callable[..., FlaskClient]) -> None:
    for rol in Rol:
        client = inloggen(rol)
        navigatie = html.document_fromstring(client.get("/").get_data(as_text=True)).xpath("//nav//a/@href")
        assert ("/beheer/" in navigatie) is mag(rol, Recht.BEHEER_BEKIJKEN)
        if "/beheer/" in navigatie:
            links = html.document_fromstring(client.get("/beheer/").get_data(as_text=True)).xpath("//main//a/@href")
            assert len(links) >= 6
            assert {client.get(link).status_code for link in links} == {200}
