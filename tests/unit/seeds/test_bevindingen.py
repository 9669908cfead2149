"""A careful reader notices in the seeds of Het Hogeland what he notices in the note itself."""

from collections import Counter
from typing import Any

from app.domain.bevindingen.vinden import bevindingen
from app.domain.structuur import Notitie
from app.reading.seeds.lezen import Seeds


def test_the_same_bevindingen_as_the_note(hogeland: Notitie, waarheid: dict[str, Any]) -> None:
    gevonden = Counter((b.code, b.probleemgebied, b.soort, b.nummer) for b in bevindingen(hogeland))
    verwacht = Counter((b["code"], b["probleemgebied"], b["soort"], b["nummer"]) for b in waarheid["bevindingen"])
    assert gevonden - verwacht == Counter()
    assert verwacht - gevonden == Counter()


def test_what_is_left_open_is_seen_and_nothing_else(seeds: Seeds) -> None:
    """Also in a notitie that is vastgesteld: a raad sometimes decides before every figure is known."""
    for seed in seeds.notities:
        gebieden = seed.notitie.probleemgebieden
        open_doelen = {(g.naam, doel.nummer) for g in gebieden for doel in g.doelen if doel.streefwaarde.open}
        gevonden = {(b.probleemgebied, b.nummer) for b in bevindingen(seed.notitie) if b.code == "doel-open-waarde"}
        assert gevonden == open_doelen, seed.organisatie
        assert open_doelen, f"{seed.organisatie} toont geen doel dat nog open is"
