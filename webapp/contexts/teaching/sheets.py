"""A pupil's own sheet: what they answered, and beside it the key of what was revealed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from copytrail.display.visible import show_line
from copytrail.model import Span
from copytrail.teaching import Answer, Gesture, PupilLesson, PupilTask, PupilText
from webapp.contexts.teaching.texts import quote_passage
from webapp.teaching import wording
from webapp.teaching.attending import list_reached
from webapp.teaching.classes import Attendance, ClassRecord, SavedAnswer
from webapp.teaching.revealing import Revealed


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One task on the sheet."""

    place: str
    prompt: str
    passage: str
    answer: str
    reason: str
    revealed: Revealed | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPage:
    """The sheet of one pupil."""

    title: str
    class_id: str
    name: str
    group: str
    deleted: str
    lines: tuple[SheetLine, ...]
    link: str = ""
    """The address by which it opens elsewhere; empty where it was opened by that."""
    link_about: str = wording.SHEET_LINK
    is_here: bool = True
    """Whether the pupil opened it, in their class."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetsPage:
    """The sheets of a whole class, to print."""

    title: str
    class_id: str
    about: str
    sheets: tuple[SheetPage, ...]


def make_sheets(room: ClassRecord, sheets: tuple[SheetPage, ...]) -> SheetsPage:
    """The sheets of a class."""
    about = wording.SHEETS if sheets else wording.NO_SHEETS
    return SheetsPage(title=show_line(room.title), class_id=room.id, about=about, sheets=sheets)


def make_sheet(
    here: Attendance, lesson: PupilLesson, answers: Mapping[str, SavedAnswer], *, shown: Mapping[str, Revealed]
) -> SheetPage:
    """The sheet, task by task, as far as the class has come."""
    reached = {*list_reached(here.room, tuple(task.id for task in lesson.tasks)), *answers, *shown}
    return SheetPage(
        title=show_line(here.room.title),
        class_id=here.room.id,
        name=show_line(here.pupil.name),
        group=wording.say_group(here.pupil.group),
        deleted=wording.say_deleted(here.room),
        lines=tuple(
            _make_line(lesson, task, answers.get(task.id), shown.get(task.id))
            for task in lesson.tasks
            if task.id in reached
        ),
    )


def _make_line(lesson: PupilLesson, task: PupilTask, kept: SavedAnswer | None, revealed: Revealed | None) -> SheetLine:
    return SheetLine(
        place=wording.say_place(task.number, len(lesson.tasks)),
        prompt=task.prompt,
        passage=quote_passage(lesson, task),
        answer=_tell(lesson, task, kept.answer) if kept else wording.NOT_ANSWERED,
        reason=kept.answer.reason if kept else "",
        revealed=revealed,
    )


def _tell(lesson: PupilLesson, task: PupilTask, answer: Answer) -> str:
    chosen = [each.words for each in task.choices if each.id == answer.choice]
    text = lesson.original if task.gesture is Gesture.ORIGINAL_SENTENCES else lesson.derivative
    quoted = " … ".join(f"“{_cut(text, span)}”" for span in answer.spans)
    return " — ".join(each for each in (*chosen, quoted, answer.text) if each)


def _cut(text: PupilText, span: Span) -> str:
    return " ".join(
        " ".join(each.cut(Span(max(span.start, each.span.start), min(span.end, each.span.end))).split())
        for each in text.paragraphs
        if each.span.overlaps(span)
    )
