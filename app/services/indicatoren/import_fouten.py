"""Why a file with metingen does not come in."""


class ImportFout(Exception):
    """`zin` tells the user why, in Dutch. What was not committed yet must be undone."""

    def __init__(self, zin: str) -> None:
        super().__init__(zin)
        self.zin = zin


class IntussenAnders(ImportFout):
    """The figures that are there are not those any more that the user compared with."""
