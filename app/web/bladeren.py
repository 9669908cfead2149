"""Long lists a page at a time; which page stands in the address, so that it can be kept and passed on."""

from flask import request

HOOGSTE = 10**9  # beyond the last page of anything
HOOGSTE_ID = 2**31 - 1


def paginanummer(naam: str = "pagina") -> int:
    """What is no page number gives the first page; one that is too large stays too large (see `blad`)."""
    waarde = request.args.get(naam, "")
    if not (waarde.isascii() and waarde.isdecimal()):
        return 1
    return max(1, int(waarde)) if len(waarde) < len(str(HOOGSTE)) else HOOGSTE


def tel_paginas(totaal: int, per_pagina: int) -> int:
    """Nothing is one empty page."""
    return max(1, -(-totaal // per_pagina))


def blad(totaal: int, per_pagina: int, nummer: int | None = None) -> tuple[int, int]:
    """(page, pages): the one that is asked for, or `nummer`; beyond the last one it is the last one."""
    paginas = tel_paginas(totaal, per_pagina)
    return min(max(paginanummer() if nummer is None else nummer, 1), paginas), paginas


def plek_in_lijst(naam: str) -> int | None:
    """For lists that go on from a row (keyset): the id of that row in the address; what is none is the beginning."""
    waarde = request.args.get(naam, "")
    if not (waarde.isascii() and waarde.isdecimal()) or len(waarde) > len(str(HOOGSTE_ID)):
        return None
    return min(int(waarde), HOOGSTE_ID)
