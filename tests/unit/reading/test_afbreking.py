"""A hyphen at the end of a line, before what may be a conjunction or the end of a word."""

import pytest

from app.reading.bladen.afbreking import Woordkennis

GEEN = Woordkennis()


@pytest.mark.parametrize(
    ("links", "rechts", "samen"),
    [
        # the hyphen stands for what the next word shares
        ("behoefte aan leun-", "en steunproducten", "behoefte aan leun- en steunproducten"),
        ("in de huis-", "en tuinstraat", "in de huis- en tuinstraat"),
        ("voor-", "en nadelen", "voor- en nadelen"),
        ("de in-", "en uitstroom", "de in- en uitstroom"),
        ("jeugd-", "of gezinshulp", "jeugd- of gezinshulp"),
        ("drie-", "of viermaal", "drie- of viermaal"),
        ("van eerste-", "naar tweedelijnszorg", "van eerste- naar tweedelijnszorg"),
        (
            "de stap van zware hulp in de derde-",
            "naar eerstelijns",
            "de stap van zware hulp in de derde- naar eerstelijns",
        ),
        ("met dag-", "en/of nachtopvang", "met dag- en/of nachtopvang"),
        ("de zee-", "en binnenhavens", "de zee- en binnenhavens"),
        ("kleuter-", "tot puberleeftijd", "kleuter- tot puberleeftijd"),
        ("de WLZ-", "en Wmo-budgetten", "de WLZ- en Wmo-budgetten"),
        # a word was broken
        ("een ambte-", "naar van de gemeente", "een ambtenaar van de gemeente"),
        ("iedere eige-", "naar betaalt", "iedere eigenaar betaalt"),
        ("de win-", "naar is bekend", "de winnaar is bekend"),
        ("veel idee-", "en zijn verzameld", "veel ideeën zijn verzameld"),
        ("twee kolonie-", "en meeuwen", "twee kolonieën meeuwen"),
        ("na zware bui-", "en bleef het nat", "na zware buien bleef het nat"),
        ("alle partij-", "en doen mee", "alle partijen doen mee"),
        ("de bacteri-", "en groeien", "de bacteriën groeien"),
    ],
)
def test_zonder_getuige(links: str, rechts: str, samen: str) -> None:
    assert GEEN.plak(links, rechts) == samen


@pytest.mark.parametrize(
    ("document", "links", "rechts", "samen"),
    [
        (["zij leunen op elkaar"], "zij leun-", "en op de buurt", "zij leunen op de buurt"),
        (["de zee- en duinlucht"], "voor zee-", "en zon", "voor zee- en zon"),
        (["alle partijen tekenden"], "de partij-", "en ondernemingen", "de partijen ondernemingen"),
        (["een ambtenaar vertrok"], "van de ambte-", "naar de burger", "van de ambtenaar de burger"),
        (["zij leunen op leun- en steunhulp"], "met leun-", "en steunhulp", "met leun- en steunhulp"),
    ],
)
def test_het_document_weet_het_best(document: list[str], links: str, rechts: str, samen: str) -> None:
    assert Woordkennis([document]).plak(links, rechts) == samen
