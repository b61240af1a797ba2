"""Lessons as programs see them; what is in one says its file (docs/lesson-format.md)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from copytrail.teaching import LanguageLevel
from webapp.api.about import About
from webapp.teaching.prepared import LessonLine


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonLineData:
    """A lesson in a list."""

    id: Annotated[str, About(text="Its id.")]
    title: Annotated[str, About(text="Its title.")]
    changed: Annotated[datetime, About(text="When it was changed last.")]
    is_own: Annotated[bool, About(text="Whether it is yours.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonList:
    """The lessons that you may see."""

    lessons: Annotated[tuple[LessonLineData, ...], About(text="The lessons.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonMade:
    """A lesson that was kept."""

    id: Annotated[str, About(text="Its id.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonSent:
    """A lesson to be made of a comparison."""

    title: Annotated[str, About(text="Its title; without one it is called after the article.", longest=200)] = ""
    minutes: Annotated[int | None, About(text="How long it takes: one of the choices on the page.", least=1)] = None
    level: Annotated[LanguageLevel, About(text="How simple its language is.")] = LanguageLevel.STANDARD


class LessonFileData:
    """A lesson as its file has it, with its texts, tasks and keys (docs/lesson.schema.json)."""


def tell_line(line: LessonLine) -> LessonLineData:
    """A lesson of the list, for programs."""
    return LessonLineData(id=line.id, title=line.title, changed=line.changed, is_own=line.is_own)
