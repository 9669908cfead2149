"""The letters of onderdelen as places in a list."""


def letter(plek: int) -> str:
    """1 is "a", 26 is "z", 27 is "aa". Raises ValueError below 1."""
    if plek < 1:
        raise ValueError("De plek van een letter is 1 of meer.")
    tekst = ""
    while plek:
        plek, rest = divmod(plek - 1, 26)
        tekst = chr(ord("a") + rest) + tekst
    return tekst


def plek_van(letters: str) -> int:
    """The inverse of `letter`. Raises ValueError for anything but a to z."""
    if not letters or not all("a" <= teken <= "z" for teken in letters):
        raise ValueError(f"'{letters}' is geen letter van een onderdeel.")
    plek = 0
    for teken in letters:
        plek = plek * 26 + ord(teken) - ord("a") + 1
    return plek
