"""A program of its own that takes a PDF apart: words and ruled lines with their positions, as JSON.

Runs outside the web server, with limits on memory and time: a PDF from outside may be made to hang its reader. It
imports nothing of the project outside this directory, so that it starts fast, and it gives numbers only: what they mean
is decided elsewhere.
"""

import json
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from .lijnen import Lijnenlezer
from .omzetting import Omzetting
from .woorden import Woordenlezer

GEHEUGEN = 1500 * 1024 * 1024
REKENTIJD = 40  # seconds
MEESTE_BLADEN = 400
MEESTE_TEKENS = 1_000_000
MEESTE_LIJNEN = 200_000
OPMERKINGEN = {1, 3, 8, 9, 10, 11, 12}  # text, free text, highlight, underline, squiggly, strikeout, stamp


class Weigering(Exception):
    """`args[0]` is a code that the caller has a sentence for."""


def begrens() -> None:
    """Not every system can: where it cannot, the time limit of the caller remains."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (GEHEUGEN, GEHEUGEN))
        resource.setrlimit(resource.RLIMIT_CPU, (REKENTIJD, REKENTIJD))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _opmerkingen(blad: Any) -> int:
    geteld = 0
    for i in range(min(raw.FPDFPage_GetAnnotCount(blad), 1000)):
        notitie = raw.FPDFPage_GetAnnot(blad, i)
        geteld += raw.FPDFAnnot_GetSubtype(notitie) in OPMERKINGEN
        raw.FPDFPage_CloseAnnot(notitie)
    return geteld


def lees_blad(blad: Any) -> dict[str, Any]:
    om = Omzetting(blad)
    woorden, lijnen = Woordenlezer(blad, om), Lijnenlezer(blad, om)
    woorden.lees()
    lijnen.lees()
    return {
        "maat": [round(maat, 1) for maat in om.maat],
        "woorden": woorden.woorden,
        "tekens": woorden.tekens,
        "gedraaid": "".join(woorden.gedraaid)[:2000],
        "lijnen": sorted(set(lijnen.lijnen)),
        "beelden": lijnen.beelden,
        "opmerkingen": _opmerkingen(blad),
    }


def _open(inhoud: bytes) -> Any:
    try:
        return pdfium.PdfDocument(inhoud)
    except pdfium.PdfiumError as fout:
        code = getattr(fout, "err_code", None)
        raise Weigering(
            "wachtwoord" if code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY} else "beschadigd"
        ) from fout


def _bladen(document: Any) -> Iterator[dict[str, Any]]:
    tekens = lijnen = 0
    for nummer in range(len(document)):
        try:
            blad = document[nummer]
            gelezen = lees_blad(blad)
            blad.close()
        except pdfium.PdfiumError:
            gelezen = {"beschadigd": True}
        tekens += gelezen.get("tekens", 0)
        lijnen += len(gelezen.get("lijnen", ()))
        if tekens > MEESTE_TEKENS:
            raise Weigering("te-lang")
        if lijnen > MEESTE_LIJNEN:
            raise Weigering("te-groot")
        yield gelezen


def lees(inhoud: bytes) -> dict[str, Any]:
    """Everything of the document that reading needs. Raises Weigering."""
    document = _open(inhoud)
    if len(document) > MEESTE_BLADEN:
        raise Weigering("te-veel-bladzijden")
    if len(document) == 0:
        raise Weigering("beschadigd")
    return {
        "titel": document.get_metadata_value("Title"),
        "scripts": raw.FPDFDoc_GetJavaScriptActionCount(document),
        "bijlagen": raw.FPDFDoc_GetAttachmentCount(document),
        "bladen": list(_bladen(document)),
    }


def hoofdprogramma(bron: Callable[[], bytes], schrijf: Callable[[str], object]) -> None:
    try:
        uitkomst = lees(bron())
    except Weigering as weigering:
        uitkomst = {"fout": weigering.args[0]}
    except MemoryError:
        uitkomst = {"fout": "te-groot"}
    except Exception:  # whatever is wrong inside a file from outside: the log of the caller says what happened
        traceback.print_exc()
        uitkomst = {"fout": "beschadigd"}
    schrijf(json.dumps(uitkomst, ensure_ascii=True, separators=(",", ":")))


def begin() -> None:
    begrens()
    hoofdprogramma(sys.stdin.buffer.read, sys.stdout.write)
