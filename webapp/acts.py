"""The log of what people corrected in one comparison: acts are only ever added, and undoing one is an act itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from copytrail.model import Correction


class Verb(StrEnum):
    """What an entry of the log did."""

    CORRECT = "correct"
    DROP = "drop"
    RESTORE = "restore"
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
    """What was corrected, or dropped; none where something was undone or done again."""
    standing: tuple[Correction, ...] | None = None
    """What stood in the earlier state that somebody went back to."""


@dataclass(frozen=True, slots=True)
class Step:
    """An entry that changed what stands, and what stood after it."""

    entry: Entry
    after: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class ActLog:
    """All entries in their order, and what stands after them."""

    entries: tuple[Entry, ...] = ()

    @property
    def standing(self) -> tuple[Correction, ...]:
        """The corrections that were not undone, in their order."""
        done, _ = self._replay()
        return done[-1].after if done else ()

    @property
    def undoable(self) -> Entry | None:
        """What undoing would take back: the last entry that stands."""
        done, _ = self._replay()
        return done[-1].entry if done else None

    @property
    def redoable(self) -> Entry | None:
        """What was undone last, unless something was corrected since."""
        _, undone = self._replay()
        return undone[-1].entry if undone else None

    @property
    def about(self) -> tuple[tuple[Entry, Entry], ...]:
        """Each entry with the one that it made, took back or made again; entries without effect are left out."""
        done: list[Step] = []
        undone: list[Step] = []
        told = ((entry, _follow(entry, done, undone)) for entry in self.entries)
        return tuple((entry, step.entry) for entry, step in told if step)

    def until(self, time: datetime, *, inclusive: bool = True) -> ActLog:
        """The log as it was at an earlier time."""
        return ActLog(tuple(each for each in self.entries if each.time < time or (inclusive and each.time == time)))

    def _replay(self) -> tuple[list[Step], list[Step]]:
        """What was done and stands, and what may be done again."""
        done: list[Step] = []
        undone: list[Step] = []
        for entry in self.entries:
            _follow(entry, done, undone)
        return done, undone


def _follow(entry: Entry, done: list[Step], undone: list[Step]) -> Step | None:
    """One entry: the step it concerned, or nothing where there was nothing to undo or to do again."""
    if entry.verb in (Verb.UNDO, Verb.REDO):
        source, target = (done, undone) if entry.verb is Verb.UNDO else (undone, done)
        if not source:
            return None
        target.append(source.pop())
        return target[-1]
    after = _change(entry, done[-1].after if done else ())
    if after is None:
        return None
    done.append(Step(entry, after))
    undone.clear()
    return done[-1]


def _change(entry: Entry, standing: tuple[Correction, ...]) -> tuple[Correction, ...] | None:
    """What stands after an entry; nothing where it changes nothing."""
    if entry.verb is Verb.RESTORE:
        return entry.standing
    if entry.correction is None:
        return None
    if entry.verb is Verb.CORRECT:
        return (*standing, entry.correction)
    if entry.correction not in standing:
        return None
    last = len(standing) - 1 - standing[::-1].index(entry.correction)
    return standing[:last] + standing[last + 1 :]
