"""A reader of XML that calls what is meant for each element, and passes over what nobody is to see."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

Attributes: TypeAlias = Mapping[str, str]
Start: TypeAlias = Callable[[Attributes], None]
End: TypeAlias = Callable[[], None]


class ElementReader:
    """Knows which elements are open; `starts` and `ends` say what to do with those that mean something."""

    def __init__(self, skipped: frozenset[str] = frozenset()) -> None:
        self.path: list[str] = []
        """The names of the open elements, the innermost last."""
        self.starts: dict[str, Start] = {}
        self.ends: dict[str, End] = {}
        self._skipped = skipped
        self._skipped_from = 0

    @property
    def parent(self) -> str:
        """The element around the innermost one."""
        return self.path[-2] if len(self.path) > 1 else ""

    @property
    def is_skipping(self) -> bool:
        """Whether what comes is passed over."""
        return self._skipped_from > 0

    @property
    def is_done(self) -> bool:
        """Whether what comes need not be read; most readers want all of it."""
        return False

    def skip(self, up: int = 0) -> None:
        """Pass over all that is left of the innermost element, or of one further up; its end is still told."""
        self._skipped_from = max(len(self.path) - up, 1)

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        self.path.append(name)
        if self._skipped_from:
            return
        if name in self._skipped:
            self.skip()
        elif handler := self.starts.get(name):
            handler(attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skipped_from in {0, len(self.path)}:
            self._skipped_from = 0
            if handler := self.ends.get(name):
                handler()
        self.path.pop()

    def words(self, words: str) -> None:
        """Words stand in the innermost element; most readers want those of some elements only."""
