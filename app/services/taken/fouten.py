"""What can come in the way of work in the background."""

BESTAND_WEG = "Het bestand van deze taak wordt niet meer bewaard. Kies het bestand opnieuw."


class TaakFout(Exception):
    """The work cannot be done; `zin` tells the user why, in Dutch. What it had not committed yet is undone."""

    def __init__(self, zin: str) -> None:
        super().__init__(zin)
        self.zin = zin


class Onderbroken(BaseException):
    """This worker no longer owns the job: somebody stopped it, or it was given up for dead.

    No Exception, so that a job that catches everything per row does not go on with the next row.
    """


class TaakNietTeWijzigen(Exception):
    """What was asked does not fit the state of the job any more; `zin` says so in Dutch."""

    def __init__(self, zin: str) -> None:
        super().__init__(zin)
        self.zin = zin


class BestandTeGroot(Exception):
    """`grens` in bytes."""

    def __init__(self, grens: int) -> None:
        super().__init__(f"groter dan {grens} bytes")
        self.grens = grens
