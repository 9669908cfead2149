"""A file appears under its name when it is complete, or not at all."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO


class NietTeSchrijven(Exception):
    """The Dutch sentence says which file, and why."""


def schrijf_veilig(naam: str, schrijver: Callable[[BinaryIO], None], *, rechten: int | None = None) -> None:
    """Raises NietTeSchrijven; what was there before is still there then, as after any other error of `schrijver`.

    `rechten`: who may read the file; None as the file that is replaced, or as this system gives.
    """
    pad = Path(os.path.realpath(naam))  # through a link to the file itself, so that the link stays
    try:
        if pad.exists() and not pad.is_file() and not pad.is_dir():
            _schrijf_door(pad, schrijver)
        else:
            _schrijf_en_hernoem(pad, schrijver, rechten)
    except OSError as fout:
        raise NietTeSchrijven(f"Het bestand '{naam}' kan niet worden geschreven: {_reden(fout)}.") from fout


def _schrijf_door(pad: Path, schrijver: Callable[[BinaryIO], None]) -> None:
    """A pipe or a device cannot be replaced."""
    with pad.open("wb") as uit:
        schrijver(uit)


def _schrijf_en_hernoem(pad: Path, schrijver: Callable[[BinaryIO], None], rechten: int | None) -> None:
    if pad.is_dir():
        raise IsADirectoryError
    with NamedTemporaryFile("w+b", dir=pad.parent, prefix=f".{pad.name[:100]}.", delete=False) as uit:
        try:
            schrijver(uit)  # type: ignore[arg-type]
            uit.flush()
            os.fsync(uit.fileno())
            os.chmod(uit.name, _rechten(pad) if rechten is None else rechten)
            os.replace(uit.name, pad)
        except BaseException:
            os.unlink(uit.name)
            raise


def _rechten(pad: Path) -> int:
    """Those of the file that is replaced; of a new file, what this system gives new files."""
    if pad.exists():
        return pad.stat().st_mode & 0o7777
    masker = os.umask(0)
    os.umask(masker)
    return 0o666 & ~masker


def _reden(fout: OSError) -> str:
    match fout:
        case IsADirectoryError():
            return "het is een map"
        case FileNotFoundError() | NotADirectoryError():
            return "de map bestaat niet"
        case PermissionError():
            return "daar mag niet worden geschreven"
        case OSError(errno=errno.ENAMETOOLONG):
            return "de naam is te lang"
        case OSError(errno=errno.ENOSPC):
            return "de schijf is vol"
        case _:
            return "het besturingssysteem weigert het"
