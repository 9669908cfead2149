"""settings.xml of an ODS file: the header row stays in sight."""

from collections.abc import Iterator

from app.writing.odf.elementen import Xml, eind, element, kaal, samen, wortel

_BEVROREN = 2


def instellingen(blad: str) -> Iterator[Xml]:
    """`blad`: the sheet that opens, of which the first row stays."""
    per_blad = element("config:config-item-map-entry", {"config:name": blad}, _bevroren())
    tabellen = element("config:config-item-map-named", {"config:name": "Tables"}, per_blad)
    beeld = element(
        "config:config-item-map-entry",
        {},
        _waarde("ViewId", "string", "view1"),
        tabellen,
        _waarde("ActiveTable", "string", blad),
    )
    beelden = element("config:config-item-map-indexed", {"config:name": "Views"}, beeld)
    yield wortel("office:document-settings")
    weergave = element("config:config-item-set", {"config:name": "ooo:view-settings"}, beelden)
    yield element("office:settings", {}, weergave)
    yield eind("office:document-settings")


def _bevroren() -> Xml:
    return samen(
        [
            _waarde("HorizontalSplitMode", "short", 0),
            _waarde("VerticalSplitMode", "short", _BEVROREN),
            _waarde("HorizontalSplitPosition", "int", 0),
            _waarde("VerticalSplitPosition", "int", 1),
            _waarde("ActiveSplitRange", "short", 2),
            _waarde("PositionLeft", "int", 0),
            _waarde("PositionRight", "int", 0),
            _waarde("PositionTop", "int", 0),
            _waarde("PositionBottom", "int", 1),
            _waarde("ShowGrid", "boolean", "false"),
        ]
    )


def _waarde(naam: str, soort: str, waarde: str | int) -> Xml:
    return element("config:config-item", {"config:name": naam, "config:type": soort}, kaal(str(waarde)))
