"""Who carries each doel, interventie and onderdeel, asked by the item itself instead of by its number."""

from collections.abc import Iterable
from typing import Any

from app.domain import structuur as s


class Dragers:
    """Who carries what in one text of a notitie."""

    def __init__(self, notitie: s.Notitie) -> None:
        self._standen: dict[tuple[int, s.Opdrachtnemer], str] = {}
        for gebied in notitie.probleemgebieden:
            for wie, opdracht in gebied.opdracht.items():
                self._lees(gebied.doelen, wie, opdracht.doelen)
                self._lees(gebied.interventies, wie, opdracht.interventies)

    def _lees(self, items: Iterable[Any], wie: s.Opdrachtnemer, verwijzingen: list[s.Verwijzing]) -> None:
        per_nummer = {verwijzing.nummer: verwijzing for verwijzing in verwijzingen}
        for item in items:
            verwijzing = per_nummer.get(item.nummer)
            if verwijzing is None:
                continue
            self._standen[id(item), wie] = "onder voorbehoud" if verwijzing.voorbehoud else "ja"
            for onderdeel in getattr(item, "onderdelen", ()):
                if onderdeel.letter in verwijzing.onderdelen:
                    self._standen[id(onderdeel), wie] = "ja"

    def stand(self, item: Any, wie: s.Opdrachtnemer) -> str:
        """Also of an item that is not there."""
        return self._standen.get((id(item), wie), "niet")
