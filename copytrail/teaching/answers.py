"""What a pupil answers, and what it is worth."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a pupil answered to a task."""

    task_id: str
    choice: str = ""
    """The id of the choice; empty where the task has none."""
    spans: tuple[Span, ...] = ()
    text: str = ""
    """How to check; for priorities only."""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What an answer is worth."""

    points: float
    """In halves."""
    of: int
    why: str
    """The rule and what it gave, in one sentence for the pupil."""
