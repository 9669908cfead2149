"""Takes a docx apart and puts it together again, to make the files that go wrong."""

import io
import zipfile
from collections.abc import Callable

DOCUMENT = "word/document.xml"


def delen(inhoud: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        return {naam: archief.read(naam) for naam in archief.namelist()}


def pak_in(onderdelen: dict[str, bytes]) -> bytes:
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in onderdelen.items():
            archief.writestr(naam, inhoud)
    return stroom.getvalue()


def wijzig(inhoud: bytes, deel: str, hoe: Callable[[bytes], bytes]) -> bytes:
    onderdelen = delen(inhoud)
    onderdelen[deel] = hoe(onderdelen[deel])
    return pak_in(onderdelen)


def vervang(inhoud: bytes, oud: str, nieuw: str, deel: str = DOCUMENT) -> bytes:
    """Fails when `oud` is not there, so that a test never passes for nothing."""

    def hoe(xml: bytes) -> bytes:
        assert oud.encode() in xml
        return xml.replace(oud.encode(), nieuw.encode())

    return wijzig(inhoud, deel, hoe)


def met_deel(inhoud: bytes, naam: str, deel: bytes) -> bytes:
    return pak_in({**delen(inhoud), naam: deel})


def met_tekst(lichaam: str) -> bytes:
    """A minimal docx around the given body XML, without styles or numbering."""
    ns = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<?xml version="1.0"?><w:document xmlns:w="{ns}"><w:body>{lichaam}</w:body></w:document>'
    return pak_in({"[Content_Types].xml": b"<Types/>", DOCUMENT: document.encode()})


def alinea(tekst: str, eigenschappen: str = "") -> str:
    return f'<w:p>{eigenschappen}<w:r><w:t xml:space="preserve">{tekst}</w:t></w:r></w:p>'


def rij(*cellen: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cel}</w:tc>' for cel in cellen)}</w:tr>"


def tabel(*rijen: str) -> str:
    return f"<w:tbl>{''.join(rijen)}</w:tbl>"
