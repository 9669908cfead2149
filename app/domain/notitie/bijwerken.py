"""What a notitie becomes when it is updated with another text of it."""

from dataclasses import replace

from app.domain import structuur as s
from app.domain.koppeling import koppel_gebieden, koppel_items


def samengevoegd(oud: s.Notitie, nieuw: s.Notitie) -> s.Notitie:
    """What `oud` becomes when it is updated with `nieuw`.

    The file decides about every text. What it does not mention stays: datum, versie, jaren, inleiding, prioriteit.
    A streefwaarde stays when the sentence it was read from stays, so that a correction by hand is not undone.
    """
    gebieden = [
        nieuw_gebied if i is None else _gebied_samen(oud.probleemgebieden[i], nieuw_gebied)
        for nieuw_gebied, i in zip(
            nieuw.probleemgebieden, koppel_gebieden(oud.probleemgebieden, nieuw.probleemgebieden), strict=True
        )
    ]
    referentiejaar, doeljaar = nieuw.referentiejaar or oud.referentiejaar, nieuw.doeljaar or oud.doeljaar
    if referentiejaar and doeljaar and doeljaar < referentiejaar:
        referentiejaar, doeljaar = nieuw.referentiejaar, nieuw.doeljaar
    return replace(
        nieuw,
        datum=nieuw.datum or oud.datum,
        versie=nieuw.versie or oud.versie,
        inleiding=nieuw.inleiding or oud.inleiding,
        referentiejaar=referentiejaar,
        doeljaar=doeljaar,
        probleemgebieden=gebieden,
    )


def _gebied_samen(oud: s.Probleemgebied, nieuw: s.Probleemgebied) -> s.Probleemgebied:
    doelen = [
        doel
        if i is None or oud.doelen[i].tekst != doel.tekst
        else replace(doel, streefwaarde=oud.doelen[i].streefwaarde)
        for doel, i in zip(nieuw.doelen, koppel_items(oud.doelen, nieuw.doelen), strict=True)
    ]
    return replace(nieuw, doelen=doelen, prioriteit=nieuw.prioriteit or oud.prioriteit)
