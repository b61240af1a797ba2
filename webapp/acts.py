"""The log of what people corrected in one comparison: acts are only ever added, and undoing one is an act itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from copytrail.model import Correction


class Verb(StrEnum):
    """What an entry of the log did."""

    CORRECT = "correct"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: who did what and when; numbers count from 1."""

    number: int
    verb: Verb
    time: datetime
    person: str = ""
    correction: Correction | None = None
    """What was corrected; none where something was undone or done again."""


@dataclass(frozen=True, slots=True)
class ActLog:
    """All entries in their order, and what stands after them."""

    entries: tuple[Entry, ...] = ()

    @property
    def standing(self) -> tuple[Correction, ...]:
        """The corrections that were not undone, in their order."""
        return tuple(self._replay()[0])

    @property
    def undoable(self) -> Correction | None:
        """What undoing would take back: the last correction that stands."""
        return next(reversed(self._replay()[0]), None)

    @property
    def redoable(self) -> Correction | None:
        """What was undone last, unless something was corrected since."""
        return next(reversed(self._replay()[1]), None)

    @property
    def about(self) -> tuple[tuple[Entry, Correction], ...]:
        """Each entry with the correction that it made, took back or made again; entries without effect are left out."""
        standing: list[Correction] = []
        undone: list[Correction] = []
        told = []
        for entry in self.entries:
            correction = _follow(entry, standing, undone)
            if correction:
                told.append((entry, correction))
        return tuple(told)

    def _replay(self) -> tuple[list[Correction], list[Correction]]:
        """What stands, and what may be done again."""
        standing: list[Correction] = []
        undone: list[Correction] = []
        for entry in self.entries:
            _follow(entry, standing, undone)
        return standing, undone


def _follow(entry: Entry, standing: list[Correction], undone: list[Correction]) -> Correction | None:
    """One step: what it concerned, or nothing where there was nothing to undo or to do again."""
    if entry.correction:
        standing.append(entry.correction)
        undone.clear()
        return entry.correction
    source, target = (standing, undone) if entry.verb is Verb.UNDO else (undone, standing)
    if not source:
        return None
    target.append(source.pop())
    return target[-1]
