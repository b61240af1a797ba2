"""How far long work is: one line on standard error that is written anew, and only for somebody who looks at it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from types import TracebackType

_WIDTH = 24
_PAUSE = 0.2
"""Seconds after which the line is written anew where the bar has not grown."""


def shows_progress() -> bool:
    """Whether somebody looks at standard error, on a terminal that can write a line anew."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


class Progress:
    """Counts steps of work and shows them on a terminal; says nothing into a file or a pipe.

    >>> with Progress("compared", 2) as progress:
    ...     progress.count()
    ...     progress.done
    1
    """

    def __init__(self, done_word: str, total: int = 0, *, done: int = 0, quiet: bool = False) -> None:
        self.done = done
        self.total = total
        self._word = done_word
        self._is_seen = not quiet and shows_progress()
        self._drawn = ""
        self._next = 0.0

    def __enter__(self) -> Progress:
        """Show that the work begins."""
        self._show()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Leave the line as it was."""
        self._write("")

    def expect(self, total: int) -> Callable[[], None]:
        """Say how many steps there are, once that is known; gives what is called after each."""
        self.total = total
        self._show()
        return self.count

    def count(self, note: str = "") -> None:
        """One more step is done."""
        self.done += 1
        if self._is_seen and (self._has_grown() or time.monotonic() >= self._next):
            self._show(note)

    def _has_grown(self) -> bool:
        return _measure(self.done, self.total) > _measure(self.done - 1, self.total)

    def _show(self, note: str = "") -> None:
        if self._is_seen and self.total > 1:
            self._write(f"{draw_bar(self.done, self.total)} {self._word}{note}")
            self._next = time.monotonic() + _PAUSE

    def _write(self, line: str) -> None:
        """Another line in place of the one that stands there; with blanks, because that any terminal can do."""
        if self._drawn or line:
            print(f"\r{line.ljust(len(self._drawn))}", end="" if line else "\r", file=sys.stderr, flush=True)
            self._drawn = line


def draw_bar(done: int, total: int) -> str:
    """How far it is, for the eye and in numbers.

    >>> draw_bar(3, 12)
    '[######..................] 3 of 12'
    """
    full = _measure(done, total)
    return f"[{'#' * full}{'.' * (_WIDTH - full)}] {done} of {total}"


def _measure(done: int, total: int) -> int:
    """How much of the bar is full."""
    return _WIDTH * min(done, total) // total if total else _WIDTH
