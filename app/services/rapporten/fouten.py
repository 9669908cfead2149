"""Why an act on a report was refused."""


class RapportFout(Exception):
    """`str()` of it is a Dutch sentence for the user; nothing was changed. `veld`: the field it is about, if any."""

    def __init__(self, zin: str, veld: str = "") -> None:
        super().__init__(zin)
        self.veld = veld
