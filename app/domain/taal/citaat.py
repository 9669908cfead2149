"""What somebody wrote, quoted in a message: short, on one line and without what cannot be seen."""

LANGSTE = 40


def citaat(tekst: str) -> str:
    """`'32-13-2020'`; what is longer than 40 characters ends in dots."""
    schoon = " ".join("".join(teken if teken.isprintable() else " " for teken in tekst[: 4 * LANGSTE]).split())
    return f"'{schoon}'" if len(schoon) <= LANGSTE else f"'{schoon[: LANGSTE - 1].rstrip()}…'"
