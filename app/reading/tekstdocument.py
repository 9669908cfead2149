"""The way in for a text document of any kind: its bytes tell which it is, never its name."""

from app.reading.bestandssoort import is_pdf
from app.reading.odt.document import lees_odt
from app.reading.pdf import lees_pdf
from app.reading.tekst.letters import is_tekst
from app.reading.tekst.lezen import lees_platte_tekst
from app.reading.word.document import WordDocument, lees_docx
from app.reading.word.veilig import Pakket, open_pakket


def lees_tekst(inhoud: bytes) -> WordDocument:
    """Raises LeesFout."""
    if is_pdf(inhoud):
        return lees_pdf(inhoud)
    return lees_platte_tekst(inhoud) if is_tekst(inhoud) else lees_bewerkbaar(open_pakket(inhoud, odt=True))


def lees_bewerkbaar(pakket: Pakket, *, met_merken: bool = False) -> WordDocument:
    """A Word document or an OpenDocument text, the kinds that people edit and send back. Raises LeesFout."""
    lees = lees_odt if pakket.is_odt else lees_docx
    return lees(pakket, met_merken=met_merken)
