"""Lessons on two texts: tasks and their keys, answers and their marks, what pupils may see."""

from copytrail.teaching.agreement import Agreement, ChoiceCount, PlaceCount, TaskAgreement, find_agreement
from copytrail.teaching.answering import check_answer, list_offered, list_sentences
from copytrail.teaching.answers import Answer, Mark
from copytrail.teaching.checking import check_lesson, marked_document
from copytrail.teaching.drafting import draft_task, explain_omissions
from copytrail.teaching.marking import mark_answer, total_marks
from copytrail.teaching.model import (
    GESTURES,
    Choice,
    Gesture,
    Key,
    LanguageLevel,
    Lesson,
    Provenance,
    Step,
    Task,
    TaskKind,
    Term,
    Timing,
    Verdict,
)
from copytrail.teaching.proposing import count_tasks, make_lesson, number_tasks, propose_tasks
from copytrail.teaching.pupils import PupilLesson, PupilParagraph, PupilTask, PupilText, for_pupils
from copytrail.teaching.starting import list_goals, list_questions, list_terms
from copytrail.teaching.wording import offer_labels, say_hint, say_instructions, say_points, say_prompt, say_rule

__all__ = [
    "GESTURES",
    "Agreement",
    "Answer",
    "Choice",
    "ChoiceCount",
    "Gesture",
    "Key",
    "LanguageLevel",
    "Lesson",
    "Mark",
    "PlaceCount",
    "Provenance",
    "PupilLesson",
    "PupilParagraph",
    "PupilTask",
    "PupilText",
    "Step",
    "Task",
    "TaskAgreement",
    "TaskKind",
    "Term",
    "Timing",
    "Verdict",
    "check_answer",
    "check_lesson",
    "count_tasks",
    "draft_task",
    "explain_omissions",
    "find_agreement",
    "for_pupils",
    "list_goals",
    "list_offered",
    "list_questions",
    "list_sentences",
    "list_terms",
    "make_lesson",
    "mark_answer",
    "marked_document",
    "number_tasks",
    "offer_labels",
    "propose_tasks",
    "say_hint",
    "say_instructions",
    "say_points",
    "say_prompt",
    "say_rule",
    "total_marks",
]
