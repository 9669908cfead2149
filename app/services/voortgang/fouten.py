"""Why an act on voortgang was refused."""

from collections.abc import Sequence


class VoortgangFout(Exception):
    """`str()` of it is a Dutch sentence for the user; nothing was changed."""


class PeriodeBestaatAl(VoortgangFout):
    pass


class OngeldigeSluitdatum(VoortgangFout):
    pass


class PeriodeGesloten(VoortgangFout):
    pass


class OngeldigeStap(VoortgangFout):
    """A step that does not exist in the life of a period or a row."""


class RegelDicht(VoortgangFout):
    """This row cannot be changed in this state of its period."""


class RegelIntussenGewijzigd(VoortgangFout):
    pass


class UitlegOntbreekt(VoortgangFout):
    """Oranje and rood need an explanation. `velden`: which fields are empty."""

    def __init__(self, zin: str, velden: Sequence[str]) -> None:
        super().__init__(zin)
        self.velden = tuple(velden)


class OpmerkingOntbreekt(VoortgangFout):
    pass


class RedenOntbreekt(VoortgangFout):
    pass


class NietAllesAkkoord(VoortgangFout):
    """`regels`: which rows, in words."""

    def __init__(self, zin: str, regels: Sequence[str]) -> None:
        super().__init__(zin)
        self.regels = tuple(regels)


class LetterBezet(VoortgangFout):
    pass


class OngeldigeWaarde(VoortgangFout):
    """`veld`: the name of the field it is about."""

    def __init__(self, zin: str, veld: str) -> None:
        super().__init__(zin)
        self.veld = veld


class KeuzeOntbreekt(VoortgangFout):
    """`plekken`: which maatregelen of the report ("2/1") nobody has decided on."""

    def __init__(self, zin: str, plekken: Sequence[str]) -> None:
        super().__init__(zin)
        self.plekken = tuple(plekken)


class OngeldigeKeuze(VoortgangFout):
    pass
