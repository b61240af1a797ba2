"""How far long work is: one line on standard error that is written anew, and only for somebody who looks at it."""

from __future__ import annotations

import sys
from types import TracebackType

_WIDTH = 24


class Progress:
    """Counts steps of work and shows them on a terminal; says nothing into a file or a pipe.

    >>> with Progress("compared", 2) as progress:
    ...     progress.count()
    ...     progress.done
    1
    """

    def __init__(self, done_word: str, total: int, *, quiet: bool = False) -> None:
        self.done = 0
        self._word = done_word
        self._total = total
        self._shown = total > 1 and not quiet and sys.stderr.isatty()

    def __enter__(self) -> Progress:
        """Show that the work begins."""
        self._show()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Leave the line as it was."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def count(self) -> None:
        """One more step is done."""
        self.done += 1
        self._show()

    def _show(self) -> None:
        if self._shown:
            print(f"\r{draw_bar(self.done, self._total)} {self._word}", end="", file=sys.stderr, flush=True)


def draw_bar(done: int, total: int) -> str:
    """How far it is, for the eye and in numbers.

    >>> draw_bar(3, 12)
    '[######..................] 3 of 12'
    """
    full = _WIDTH * done // total if total else _WIDTH
    return f"[{'#' * full}{'.' * (_WIDTH - full)}] {done} of {total}"
