"""The lessons that come with a bundled case: `lessons/*.toml` in its folder, as a person writes them.

A lesson names its passages by their words. Texts, places and what the machine says come from comparing the case's
texts, so no lesson file repeats them; keys and explanations are the author's own.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable

from copytrail.case_files import CaseFolder, bundled_folders, read_case
from copytrail.codec.fields import Fields
from copytrail.errors import BadLesson
from copytrail.model import Comparison, Span
from copytrail.pipeline import compare
from copytrail.teaching import (
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
    check_lesson,
    draft_task,
    explain_omissions,
    number_tasks,
    say_instructions,
)
from copytrail.teaching.wording import NOBODY

_MOST = 60
"""So many tasks, goals or terms has a lesson at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BundledLesson:
    """A lesson as its file says it; its texts are read and compared when it is opened."""

    id: str
    """The name of its file without the ending."""
    title: str
    minutes: int
    language_level: LanguageLevel
    article: str
    """The name of the article it is about, `article-1`."""
    case: CaseFolder
    said: Fields

    @property
    def about(self) -> str:
        """What it is for, in a sentence: the first of its goals."""
        return next(iter(self.said.texts("learning_goals", _MOST)), "")

    def compare(self) -> Comparison:
        """The two texts that the lesson is about, compared."""
        article = next(text for text in self.case.derivatives if text.id == self.article)
        return compare(self.case.original.read(), article.read())

    def open(self) -> Lesson:
        """The whole lesson; raises BadLesson where its file does not fit the texts."""
        comparison = self.compare()
        lesson = Lesson(
            id=self.id,
            title=self.title,
            original=comparison.original,
            derivative=comparison.derivative,
            tasks=number_tasks(
                _write_task(comparison, task, self.language_level) for task in self.said.parts("tasks", _MOST)
            ),
            language_level=self.language_level,
            instructions=self.said.text("instructions", 5_000) or say_instructions(self.language_level),
            learning_goals=self.said.texts("learning_goals", _MOST),
            timings=tuple(map(_write_timing, self.said.parts("timings", _MOST))),
            discussion_questions=self.said.texts("discussion_questions", _MOST),
            glossary=tuple(
                Term(word=term.text("word"), means=term.text("means", 1_000))
                for term in self.said.parts("glossary", _MOST)
            ),
            minutes=self.minutes,
            provenance=Provenance(author="Copytrail", engine=comparison.engine, rights=self.said.text("rights", 1_000)),
        )
        check_lesson(lesson)
        return lesson


def bundled_lessons() -> tuple[BundledLesson, ...]:
    """The lessons of all bundled cases, the shortest first.

    >>> [lesson.minutes for lesson in bundled_lessons()]
    [20, 20, 45, 45, 90]
    """
    found = [
        _read(file, read_case(folder))
        for folder in bundled_folders()
        if folder.joinpath("lessons").is_dir()
        for file in folder.joinpath("lessons").iterdir()
        if file.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda lesson: (lesson.minutes, lesson.id)))


def _read(file: Traversable, case: CaseFolder) -> BundledLesson:
    said = Fields(tomllib.loads(file.read_text(encoding="utf-8")), file.name)
    return BundledLesson(
        id=file.name.removesuffix(".toml"),
        title=said.text("title"),
        minutes=said.whole("minutes", 600),
        language_level=LanguageLevel(said.one_of("language_level", frozenset(LanguageLevel))),
        article=said.one_of("article", {text.id for text in case.derivatives}),
        case=case,
        said=said,
    )


def _write_task(comparison: Comparison, said: Fields, level: LanguageLevel) -> Task:
    """The task that the comparison would draft, with everything that the author says otherwise."""
    words = said.text("passage", 5_000)
    passage = _find(comparison.derivative.text, words) if words else None
    drafted = draft_task(comparison, TaskKind(said.one_of("kind", frozenset(TaskKind))), passage, level)
    drafted = _offer_speakers(drafted, said.texts("speakers", 11))
    is_original = drafted.gesture is Gesture.ORIGINAL_SENTENCES
    text = comparison.original.text if is_original else comparison.derivative.text
    key = _write_key(drafted, said, text)
    if drafted.kind is TaskKind.OMISSION:
        drafted = replace(drafted, verdict=Verdict(findings=explain_omissions(comparison, key.spans)))
    return replace(
        drafted,
        prompt=said.text("prompt", 1_000) or drafted.prompt,
        hint=said.text("hint", 1_000) or drafted.hint,
        offered=_find_all(text, said.texts("offered", _MOST)) or drafted.offered,
        wanted=said.whole("wanted", 20, drafted.wanted),
        key=key,
        explanation=said.text("explanation", 5_000),
        points=said.whole("points", 20, drafted.points),
        asks_reason=said.truth("asks_reason", default=drafted.asks_reason),
    )


def _offer_speakers(drafted: Task, names: tuple[str, ...]) -> Task:
    """The task with other speakers to choose from, where the author names some."""
    if not names:
        return drafted
    words = {choice.id: choice.words for choice in drafted.choices}
    choices = tuple(Choice(id=f"c{number}", words=each) for number, each in enumerate([*sorted(names), NOBODY], 1))
    found = next((choice.id for choice in choices if choice.words == words.get(drafted.verdict.choice)), "")
    return replace(drafted, choices=choices, verdict=replace(drafted.verdict, choice=found))


def _write_key(drafted: Task, said: Fields, text: str) -> Key:
    """The author's key: choices by their ids or words, places by their words."""
    ids = {choice.words: choice.id for choice in drafted.choices}
    choices = tuple(ids.get(name, name) for name in said.texts("key", _MOST))
    places = _find_all(text, said.texts("places", _MOST))
    return Key(choices=choices or drafted.key.choices, spans=places or drafted.key.spans)


def _write_timing(said: Fields) -> Timing:
    steps = (
        Step(minutes=step.whole("minutes", 600), what=step.text("what", 1_000)) for step in said.parts("steps", _MOST)
    )
    return Timing(minutes=said.whole("minutes", 600), steps=tuple(steps), task_ids=said.texts("tasks", _MOST))


def _find_all(text: str, quoted: tuple[str, ...]) -> tuple[Span, ...]:
    """Where these words stand, in the order of their text."""
    return tuple(sorted(_find(text, words) for words in quoted))


def _find(text: str, words: str) -> Span:
    """Where words stand that are there exactly once; they may be cut in the middle by dots."""
    first, dots, last = words.partition(" … ")
    start = text.find(first)
    if start < 0 or text.find(first, start + 1) >= 0:
        raise BadLesson(f"The words “{first}” do not stand in the text exactly once.")
    end = text.find(last, start + len(first)) + len(last) if dots else start + len(first)
    if end <= start:
        raise BadLesson(f"The words “{last}” do not follow “{first}”.")
    return Span(start, end)
