"""What was made a moment ago, kept in memory for whoever asks next: a class opens one page at one time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Shelf(Generic[Value]):
    """The values asked for last, each by all that it is made from, so that none is ever out of date.

    >>> shelf = Shelf[str](2)
    >>> shelf.fetch("a", lambda: "made"), shelf.fetch("a", lambda: "made again")
    ('made', 'made')
    """

    def __init__(self, places: int, *, weigh: Callable[[Value], int] = lambda _value: 0, most: int = 0) -> None:
        self._places, self._weigh, self._most = places, weigh, most
        self._values: OrderedDict[Hashable, Value] = OrderedDict()
        self._weight = 0
        self._lock = Lock()

    def fetch(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of this key, made now where it is not here; two who ask at once may both make it."""
        value = self.find(key)
        return self.put(key, make()) if value is None else value

    def find(self, key: Hashable) -> Value | None:
        """The value of this key, if it is here."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
            return self._values.get(key)

    def put(self, key: Hashable, value: Value) -> Value:
        """Keep this value, in place of those that nobody asked for the longest."""
        with self._lock:
            self._drop(key)
            self._values[key] = value
            self._weight += self._weigh(value)
            while len(self._values) > self._places or self._weight > self._most:
                self._drop(next(iter(self._values)))
        return value

    def _drop(self, key: Hashable) -> None:
        """Forget this one."""
        if key in self._values:
            self._weight -= self._weigh(self._values.pop(key))

    def __len__(self) -> int:
        """How many values are here."""
        with self._lock:
            return len(self._values)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._values.clear()
            self._weight = 0
