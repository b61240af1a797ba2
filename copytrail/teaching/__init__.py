"""Lessons on two texts: tasks and their keys, answers and their marks, what pupils may see."""

from copytrail.teaching.model import (
    GESTURES,
    Answer,
    Choice,
    Gesture,
    Key,
    LanguageLevel,
    Lesson,
    Mark,
    Provenance,
    Step,
    Task,
    TaskKind,
    Term,
    Timing,
    Verdict,
)
from copytrail.teaching.pupils import PupilLesson, PupilParagraph, PupilTask, PupilText, for_pupils

__all__ = [
    "GESTURES",
    "Answer",
    "Choice",
    "Gesture",
    "Key",
    "LanguageLevel",
    "Lesson",
    "Mark",
    "Provenance",
    "PupilLesson",
    "PupilParagraph",
    "PupilTask",
    "PupilText",
    "Step",
    "Task",
    "TaskKind",
    "Term",
    "Timing",
    "Verdict",
    "for_pupils",
]
