"""The way in for a text document of any kind: its bytes tell which it is, never its name."""

from app.reading.bestandssoort import is_pdf
from app.reading.document import WordDocument, lees_word
from app.reading.pdf import lees_pdf
from app.reading.tekst.letters import is_tekst
from app.reading.tekst.lezen import lees_platte_tekst


def lees_tekst(inhoud: bytes) -> WordDocument:
    """Raises LeesFout."""
    if is_pdf(inhoud):
        return lees_pdf(inhoud)
    return lees_platte_tekst(inhoud) if is_tekst(inhoud) else lees_word(inhoud)
