"""Why an act on indicatoren is refused."""


class IndicatorFout(Exception):
    """The Dutch sentence says why; `veld` is the field it is about, when there is one."""

    def __init__(self, zin: str, veld: str = "") -> None:
        super().__init__(zin)
        self.veld = veld
