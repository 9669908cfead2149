"""The zip file of OpenDocument: its parts, what they are, and what is said about the whole."""

from collections.abc import Iterable
from datetime import date
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from app.writing.document import Document
from app.writing.nederlands import ingekort
from app.writing.odf.elementen import Xml, eind, element, kaal, wortel

_EERSTE_JAAR = 1980  # before it zip files have no dates
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


class Pakket:
    """Writes parts one after another; `sluit` adds the list of them. `datum`: what the parts are dated."""

    def __init__(self, uit: BinaryIO, mimetype: str, datum: date) -> None:
        self._zip = ZipFile(uit, "w", ZIP_DEFLATED)
        self._datum = (max(datum.year, _EERSTE_JAAR), datum.month, datum.day, 0, 0, 0)
        self._delen: list[tuple[str, str]] = [("/", mimetype)]
        # First and not compressed: that is how programs recognise the kind of file.
        self._zip.writestr(self._info("mimetype", ZIP_STORED), mimetype)

    def schrijf(self, naam: str, stukken: Iterable[Xml]) -> None:
        """A part of XML, written as it comes."""
        self._delen.append((naam, "text/xml"))
        with self._zip.open(self._info(naam), "w", force_zip64=True) as deel:
            for stuk in stukken:
                deel.write(stuk.encode())

    def voeg_toe(self, naam: str, mimetype: str, inhoud: bytes) -> None:
        self._delen.append((naam, mimetype))
        self._zip.writestr(self._info(naam), inhoud)

    def sluit(self) -> None:
        self._zip.writestr(self._info("META-INF/manifest.xml"), _manifest(self._delen))
        self._zip.close()

    def _info(self, naam: str, manier: int = ZIP_DEFLATED) -> ZipInfo:
        info = ZipInfo(naam, self._datum)
        info.compress_type = manier
        return info


def _manifest(delen: list[tuple[str, str]]) -> str:
    regels = [
        element("manifest:file-entry", {"manifest:full-path": naam, "manifest:media-type": mimetype})
        for naam, mimetype in delen
    ]
    kenmerken = {"xmlns:manifest": _MANIFEST, "manifest:version": "1.3"}
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + element("manifest:manifest", kenmerken, *regels)


def meta(document: Document) -> Iterable[Xml]:
    """meta.xml: the title, the language and when it was made."""
    moment = f"{document.datum.isoformat()}T00:00:00"
    yield wortel("office:document-meta")
    yield element(
        "office:meta",
        {},
        element("meta:generator", {}, kaal("Doelspoor")),
        element("dc:title", {}, kaal(ingekort(document.titel, 255))),
        element("dc:subject", {}, kaal(ingekort(document.ondertitel, 255))),
        element("meta:initial-creator", {}, kaal("Doelspoor")),
        element("dc:creator", {}, kaal("Doelspoor")),
        element("meta:creation-date", {}, kaal(moment)),
        element("dc:date", {}, kaal(moment)),
        element("dc:language", {}, kaal("nl-NL")),
        *(element("meta:user-defined", {"meta:name": naam}, kaal(waarde)) for naam, waarde in document.eigenschappen),
    )
    yield eind("office:document-meta")
