"""Objects of a file from elsewhere, read field by field: each has its type and its limit, or the file is refused."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

from copytrail.codec.spans import Json
from copytrail.errors import BadLesson
from copytrail.model import Span

_ALLOWED = frozenset("\n\t")
_FARTHEST = 100_000_000
"""No text of a lesson is as long as this."""
Value = TypeVar("Value")


class Fields:
    """One object of the file; a field that is missing has its default."""

    def __init__(self, data: object, path: str = "") -> None:
        if not isinstance(data, dict):
            raise BadLesson(f"The lesson cannot be read: {path or 'the file'} is no object.")
        self.data: Json = data
        self.path = path

    def text(self, name: str, limit: int = 300, *, controls: bool = False) -> str:
        """Words, without control characters unless a text may hold them."""
        value = self.data.get(name, "")
        if not isinstance(value, str):
            raise self.refuse(name, "is no text")
        if len(value) > limit:
            raise self.refuse(name, f"is longer than {limit:,} characters")
        if not controls and any(char < " " and char not in _ALLOWED for char in value):
            raise self.refuse(name, "holds control characters")
        return value

    def whole(self, name: str, limit: int, default: int = 0) -> int:
        """A whole number from 0 to its limit."""
        value = self.data.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= limit:
            raise self.refuse(name, f"is no whole number from 0 to {limit:,}")
        return value

    def truth(self, name: str, *, default: bool = False) -> bool:
        """Yes or no."""
        value = self.data.get(name, default)
        if not isinstance(value, bool):
            raise self.refuse(name, "is neither true nor false")
        return value

    def one_of(self, name: str, values: Collection[str], default: str = "") -> str:
        """One of certain words."""
        value = self.data.get(name, default)
        if not isinstance(value, str) or value not in values:
            raise self.refuse(name, f"is none of {', '.join(sorted(values))}")
        return value

    def part(self, name: str) -> Fields:
        """An object inside this one; empty where it is missing."""
        return Fields(self.data.get(name, {}), self._reach(name))

    def parts(self, name: str, limit: int) -> tuple[Fields, ...]:
        """A list of objects."""
        return self._each(name, limit, Fields)

    def texts(self, name: str, limit: int, length: int = 1_000, *, controls: bool = False) -> tuple[str, ...]:
        """A list of words."""
        return self._each(name, limit, lambda value, path: Fields({path: value}).text(path, length, controls=controls))

    def span(self, name: str) -> Span | None:
        """A range, or nothing."""
        value = self.data.get(name)
        return None if value is None else read_span(value, self._reach(name))

    def spans(self, name: str, limit: int) -> tuple[Span, ...]:
        """A list of ranges."""
        return self._each(name, limit, read_span)

    def refuse(self, name: str, why: str) -> BadLesson:
        """The sentence that says what is wrong with a field."""
        return BadLesson(f"The lesson cannot be read: {self._reach(name)} {why}.")

    def _each(self, name: str, limit: int, read: Callable[[object, str], Value]) -> tuple[Value, ...]:
        value = self.data.get(name, [])
        if not isinstance(value, list):
            raise self.refuse(name, "is no list")
        if len(value) > limit:
            raise self.refuse(name, f"has more than {limit:,} entries")
        return tuple(read(each, f"{self._reach(name)}[{number}]") for number, each in enumerate(value))

    def _reach(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name


def read_span(value: object, path: str) -> Span:
    """A range with something in it, as `start` and `end` or as a list of the two."""
    pair = [value.get("start"), value.get("end")] if isinstance(value, dict) else value
    if (
        not isinstance(pair, list)
        or len(pair) != 2
        or any(not isinstance(end, int) or isinstance(end, bool) for end in pair)
        or not 0 <= pair[0] < pair[1] <= _FARTHEST
    ):
        raise BadLesson(f"The lesson cannot be read: {path} is no range.")
    return Span(pair[0], pair[1])
