"""Schemathesis makes requests from openapi.json, good ones and bad ones, and holds each answer against it."""

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig
from schemathesis.core.parameters import ParameterLocation

from app.models import db
from tests.integration.api.apihulp import Wereld, maak_wereld

# A figure that has the right form can still be impossible: 422 tells so.
GELDIG = ["2xx", "401", "403", "404", "409", "422"]
CONFIG = {
    "checks": {"positive_data_acceptance": {"expected-statuses": GELDIG}},
    "generation": {"with-security-parameters": False},  # every request has the key
}
VERZOEKEN = 40
OPERATIES = [
    ("/indicatoren", "get"),
    ("/indicatoren/{id}", "get"),
    ("/indicatoren/{id}/metingen", "get"),
    ("/indicatoren/{id}/metingen", "post"),
]


@pytest.fixture
def buitenwereld(app: Flask) -> Wereld:
    """Without a context of the test around the requests: each has a session of its own."""
    with app.app_context():
        wereld = maak_wereld(app, db.session())
        wereld.zet("clienten", "testdorp", [(g, str(j), "3") for g in ("", "A") for j in range(2000, 2020)])
        db.session.remove()
    return wereld


@pytest.fixture
def openapi(buitenwereld: Wereld) -> schemathesis.BaseSchema:
    config = SchemathesisConfig.from_dict(CONFIG)
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", buitenwereld.app, config=config)


@pytest.mark.parametrize("soort", list(GenerationMode), ids=lambda soort: soort.value)
@pytest.mark.parametrize(("pad", "methode"), OPERATIES)
def test_elk_antwoord_is_zoals_beschreven(
    pad: str, methode: str, soort: GenerationMode, openapi: schemathesis.BaseSchema, buitenwereld: Wereld
) -> None:
    sleutel = {"Authorization": f"Bearer {buitenwereld.sleutels['schrijver']}"}

    @given(openapi[pad][methode].as_strategy(generation_mode=soort))
    @settings(
        max_examples=VERZOEKEN,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    def proef(case: schemathesis.Case) -> None:
        if case.path_parameters and not case.meta.components[ParameterLocation.PATH].mode.is_negative:
            # An indicator that exists, or every answer would be that there is none.
            case.path_parameters["id"] = buitenwereld.ids["clienten"]
        case.call_and_validate(headers=sleutel)

    proef()


def test_alle_operaties_worden_beproefd(openapi: schemathesis.BaseSchema) -> None:
    gevonden = [(o.ok().path, o.ok().method) for o in openapi.get_all_operations()]
    assert sorted(gevonden) == sorted(OPERATIES)
