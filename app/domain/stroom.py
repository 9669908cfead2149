"""A list that is made anew every time somebody goes through it, so that a long one never has to be in memory."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

D = TypeVar("D", covariant=True)


class Stroom(Generic[D]):
    """`maak` is called for each time through; nothing happens before the first."""

    __slots__ = ("_maak",)

    def __init__(self, maak: Callable[[], Iterable[D]]) -> None:
        self._maak = maak

    def __iter__(self) -> Iterator[D]:
        return iter(self._maak())
