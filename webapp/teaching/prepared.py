"""A lesson as the store keeps it, and as a list shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonFile:
    """A kept lesson: its file, and which version of it."""

    id: str
    title: str
    data: str
    version: int = 0
    case_id: str = ""
    """The case it was made from; empty where it came as a file. Only a new lesson says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonLine:
    """A lesson in a list."""

    id: str
    title: str
    changed: datetime
    is_own: bool
