"""A careful reader notices in the seeds of Het Hogeland what he notices in the note itself."""

from collections import Counter
from typing import Any

from app.domain.bevindingen import bevindingen
from app.domain.structuur import Notitie
from app.reading.seed_yaml import Seeds


def test_the_same_bevindingen_as_the_note(hogeland: Notitie, waarheid: dict[str, Any]) -> None:
    gevonden = Counter((b.code, b.probleemgebied, b.soort, b.nummer) for b in bevindingen(hogeland))
    verwacht = Counter((b["code"], b["probleemgebied"], b["soort"], b["nummer"]) for b in waarheid["bevindingen"])
    assert gevonden - verwacht == Counter()
    assert verwacht - gevonden == Counter()


def test_a_vastgestelde_notitie_has_nothing_left_open(seeds: Seeds) -> None:
    for seed in seeds.notities:
        open_codes = {b.code for b in bevindingen(seed.notitie) if "open-waarde" in b.code}
        assert bool(open_codes) == (seed.status != "vastgesteld"), seed.organisatie
