"""What goes wrong when a file cannot be read."""


class LeesFout(Exception):
    """The file cannot be used. `zin`: one Dutch sentence saying what is wrong and where."""

    def __init__(self, zin: str) -> None:
        super().__init__(zin)
        self.zin = zin


class LezerWerktNiet(Exception):
    """Doelspoor itself cannot read, for example because a library is missing: no fault of the file."""
