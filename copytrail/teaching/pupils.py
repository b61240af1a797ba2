"""A lesson as pupils get it: types of their own, without a field for a key, a verdict or an explanation."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.model import Document, Paragraph, ParagraphKind, Span
from copytrail.teaching.model import GESTURES, Choice, Gesture, LanguageLevel, Lesson, Task, TaskKind, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilParagraph:
    """A paragraph with its words; spans count from the start of its document."""

    number: int
    span: Span
    words: str
    is_heading: bool
    sentences: tuple[Span, ...]

    def cut(self, span: Span) -> str:
        """The words of a span inside this paragraph."""
        return self.words[span.start - self.span.start : span.end - self.span.start]


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilText:
    """A text to read, without its furniture and without what a machine or a person said of it."""

    title: str
    publisher: str
    published: str
    language: str
    paragraphs: tuple[PupilParagraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilTask:
    """One thing to do, and nothing of how it is to be done rightly."""

    id: str
    number: int
    """From 1."""
    kind: TaskKind
    prompt: str
    hint: str
    """Empty where the teacher allows none."""
    passage: Span | None
    choices: tuple[Choice, ...]
    offered: tuple[Span, ...]
    wanted: int
    points: int
    asks_reason: bool

    @property
    def gesture(self) -> Gesture:
        """How it is answered."""
        return GESTURES[self.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilLesson:
    """What a pupil's device may hold of a lesson."""

    title: str
    language_level: LanguageLevel
    instructions: str
    glossary: tuple[Term, ...]
    minutes: int
    names_allowed: bool
    tasks: tuple[PupilTask, ...]
    original: PupilText
    derivative: PupilText


def for_pupils(lesson: Lesson) -> PupilLesson:
    """The lesson as pupils get it before anything is revealed."""
    return PupilLesson(
        title=lesson.title,
        language_level=lesson.language_level,
        instructions=lesson.instructions,
        glossary=lesson.glossary,
        minutes=lesson.minutes,
        names_allowed=lesson.names_allowed,
        tasks=tuple(_strip(task, number, hints=lesson.hints_allowed) for number, task in enumerate(lesson.tasks, 1)),
        original=_read(lesson.original),
        derivative=_read(lesson.derivative),
    )


def _strip(task: Task, number: int, *, hints: bool) -> PupilTask:
    return PupilTask(
        id=task.id,
        number=number,
        kind=task.kind,
        prompt=task.prompt,
        hint=task.hint if hints else "",
        passage=task.passage,
        choices=task.choices,
        offered=task.offered,
        wanted=task.wanted,
        points=task.points,
        asks_reason=task.asks_reason,
    )


def _read(document: Document) -> PupilText:
    return PupilText(
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        language=document.language,
        paragraphs=tuple(
            _show(document, paragraph)
            for paragraph in document.paragraphs
            if paragraph.kind is not ParagraphKind.FURNITURE
        ),
    )


def _show(document: Document, paragraph: Paragraph) -> PupilParagraph:
    return PupilParagraph(
        number=paragraph.number,
        span=paragraph.span,
        words=paragraph.span.of(document.text),
        is_heading=paragraph.kind is ParagraphKind.HEADING,
        sentences=paragraph.sentences,
    )
