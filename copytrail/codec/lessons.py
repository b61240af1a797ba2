"""A lesson to its file (`copytrail.lesson/1`) and back; a file may come from anywhere and is held against limits."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, fields

from copytrail.codec.documents import document_from_data, document_to_data
from copytrail.codec.fields import Fields
from copytrail.codec.spans import Json
from copytrail.codec.tasks import task_from_data, task_to_data
from copytrail.errors import BadLesson
from copytrail.model import Document, ParagraphKind
from copytrail.teaching import LanguageLevel, Lesson, Provenance, Step, Term, Timing, check_lesson
from copytrail.teaching.checking import LONGEST_TEXT

LESSON_SCHEMA = "copytrail.lesson/1"
MOST_BYTES = 8_000_000
"""A file of a lesson is smaller: two long texts and their tasks take two million."""
_PARAGRAPHS, _SENTENCES = 20_000, 5_000
_SURROGATE = re.compile("[\ud800-\udfff]")
_TITLES = ("id", "title", "language", "author", "publisher", "published", "sha256", "fetched")


def write_lesson(lesson: Lesson) -> bytes:
    """The file of a lesson; the same lesson gives the same bytes."""
    text = json.dumps(lesson_to_data(lesson), ensure_ascii=False, allow_nan=False, indent=1)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode() + b"\n"


def read_lesson(data: bytes) -> Lesson:
    """The lesson of a file; raises BadLesson, with one sentence, where it is none."""
    if len(data) > MOST_BYTES:
        raise BadLesson(f"The file is larger than a lesson can be ({MOST_BYTES // 1_000_000} MB).")
    try:
        parsed = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise BadLesson("The file is not a lesson: it holds no JSON in UTF-8.") from error
    return lesson_from_data(parsed)


def lesson_to_data(lesson: Lesson) -> Json:
    """A lesson with everything that the teacher knows."""
    return {
        "schema": LESSON_SCHEMA,
        "id": lesson.id,
        "title": lesson.title,
        "language_level": lesson.language_level.value,
        "instructions": lesson.instructions,
        "learning_goals": list(lesson.learning_goals),
        "timings": [
            {"minutes": timing.minutes, "steps": [asdict(step) for step in timing.steps], "tasks": [*timing.task_ids]}
            for timing in lesson.timings
        ],
        "discussion_questions": list(lesson.discussion_questions),
        "glossary": [asdict(term) for term in lesson.glossary],
        "minutes": lesson.minutes,
        "names_allowed": lesson.names_allowed,
        "hints_allowed": lesson.hints_allowed,
        "provenance": asdict(lesson.provenance),
        "tasks": [task_to_data(task, lesson) for task in lesson.tasks],
        "original": document_to_data(lesson.original),
        "derivative": document_to_data(lesson.derivative),
    }


def lesson_from_data(data: object) -> Lesson:
    """The lesson that data describes; raises BadLesson where it describes none, or one that contradicts itself."""
    said = Fields(data)
    if said.data.get("schema") != LESSON_SCHEMA:
        raise BadLesson(f"The file is not a lesson of the schema {LESSON_SCHEMA}.")
    lesson = Lesson(
        id=said.text("id", 80),
        title=said.text("title", controls=True),
        original=_read_document(said.part("original")),
        derivative=_read_document(said.part("derivative")),
        tasks=tuple(map(task_from_data, said.parts("tasks", 60))),
        language_level=LanguageLevel(said.one_of("language_level", frozenset(LanguageLevel), "standard")),
        instructions=said.text("instructions", 5_000),
        learning_goals=said.texts("learning_goals", 20),
        timings=tuple(map(_read_timing, said.parts("timings", 10))),
        discussion_questions=said.texts("discussion_questions", 30),
        glossary=tuple(
            Term(word=term.text("word"), means=term.text("means", 1_000)) for term in said.parts("glossary", 60)
        ),
        minutes=said.whole("minutes", 600, 45),
        names_allowed=said.truth("names_allowed"),
        hints_allowed=said.truth("hints_allowed", default=True),
        provenance=_read_provenance(said.part("provenance")),
    )
    check_lesson(lesson)
    return lesson


def _read_timing(said: Fields) -> Timing:
    steps = (
        Step(minutes=step.whole("minutes", 600), what=step.text("what", 1_000)) for step in said.parts("steps", 30)
    )
    return Timing(minutes=said.whole("minutes", 600), steps=tuple(steps), task_ids=said.texts("tasks", 60, 20))


def _read_provenance(said: Fields) -> Provenance:
    words = {field.name: said.text(field.name, 1_000) for field in fields(Provenance) if field.name != "reviewed"}
    return Provenance(**words, reviewed=said.truth("reviewed"))


def _read_document(said: Fields) -> Document:
    """A document whose every field has its type; whether its places fit its text is checked with the lesson."""
    words = {name: said.text(name, 3_000, controls=True) for name in _TITLES}
    known = {
        **words,
        "url": said.text("url", 3_000, controls=True),
        "notes": list(said.texts("notes", 1_000, 5_000, controls=True)),
        "text": said.text("text", LONGEST_TEXT, controls=True),
        "paragraphs": [_read_paragraph(each) for each in said.parts("paragraphs", _PARAGRAPHS)],
    }
    return document_from_data(known)


def _read_paragraph(said: Fields) -> Json:
    span = Fields({"span": said.data}, said.path).span("span")
    return {
        "number": said.whole("number", _PARAGRAPHS),
        "start": span.start if span else 0,
        "end": span.end if span else 0,
        "kind": said.one_of("kind", frozenset(ParagraphKind)),
        "reason": said.text("reason", 1_000, controls=True),
        "speaker": said.text("speaker", controls=True),
        "sentences": [[each.start, each.end] for each in said.spans("sentences", _SENTENCES)],
    }


def _refuse_constant(name: str) -> float:
    raise ValueError(name)
