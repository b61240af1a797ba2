"""What was typed into the forms of a lesson, laid over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from copytrail.model import Span
from copytrail.teaching import (
    Gesture,
    Key,
    LanguageLevel,
    Lesson,
    Task,
    TaskKind,
    Term,
    list_goals,
    list_questions,
    list_terms,
    offer_labels,
    say_instructions,
    say_prompt,
)

LONGEST_TITLE, LONGEST_WORDS, MOST_LINES, MOST_POINTS = 300, 4_000, 60, 10
MINUTES = (20, 45, 90)
Kept = TypeVar("Kept")


def lay_lesson(lesson: Lesson, form: Mapping[str, str]) -> Lesson:
    """The lesson with what was typed about it as a whole."""
    said = replace(
        lesson,
        title=" ".join(form.get("title", "").split())[:LONGEST_TITLE] or lesson.title,
        instructions=_read_words(form.get("instructions", "")),
        minutes=_read_number(form.get("minutes", ""), lesson.minutes, 600),
        learning_goals=_read_lines(form.get("goals", "")),
        discussion_questions=_read_lines(form.get("questions", "")),
        glossary=_read_glossary(form.get("glossary", "")),
        hints_allowed="hints" in form,
        names_allowed="names" in form,
    )
    level = form.get("level", "")
    known = level in set(LanguageLevel)
    return set_level(said, LanguageLevel(level)) if known and level != lesson.language_level else said


def set_level(lesson: Lesson, level: LanguageLevel) -> Lesson:
    """The lesson in another level of language; what a teacher worded stays as it is."""
    before = lesson.language_level
    instructions = lesson.instructions
    if " ".join(instructions.split()) == " ".join(say_instructions(before).split()):
        instructions = say_instructions(level)
    tasks = tuple(_set_level(task, before, level) for task in lesson.tasks)
    kept = replace(lesson, language_level=level, instructions=instructions, tasks=tasks)
    return replace(
        kept,
        learning_goals=_turn(kept.learning_goals, list_goals, before, level),
        discussion_questions=_turn(kept.discussion_questions, list_questions, before, level),
        glossary=_turn(kept.glossary, list_terms, before, level),
    )


def lay_task(task: Task, form: Mapping[str, str], chosen: tuple[str, ...], spans: tuple[Span, ...]) -> Task:
    """The task with what was typed about it, and the key that was chosen."""
    choices = tuple(
        replace(each, words=" ".join(form.get(f"choice-{each.id}", each.words).split())[:LONGEST_TITLE] or each.words)
        for each in task.choices
    )
    if task.gesture is Gesture.CHOICE:
        known = {each.id for each in choices}
        first = [each for each in task.key.choices if each in chosen]
        key = Key(choices=tuple(dict.fromkeys([*first, *(each for each in chosen if each in known)])))
    else:
        key = Key(spans=spans) if task.is_marked else task.key
    return replace(
        task,
        prompt=_read_words(form.get("prompt", "")),
        hint=_read_words(form.get("hint", "")),
        explanation=_read_words(form.get("explanation", "")),
        points=_read_number(form.get("points", ""), task.points, MOST_POINTS),
        asks_reason="asks_reason" in form,
        choices=choices,
        key=key,
    )


def find_kind(value: str) -> TaskKind:
    """The kind of task that was asked for; a label where nothing was."""
    return TaskKind(value) if value in set(TaskKind) else TaskKind.LABEL


def _turn(kept: Kept, offer: Callable[[LanguageLevel], Kept], before: LanguageLevel, level: LanguageLevel) -> Kept:
    """What the other level offers, unless a teacher worded it."""
    return offer(level) if kept == offer(before) else kept


def _set_level(task: Task, before: LanguageLevel, level: LanguageLevel) -> Task:
    prompt = say_prompt(task.kind, level) if task.prompt == say_prompt(task.kind, before) else task.prompt
    choices = offer_labels(level) if task.choices == offer_labels(before) else task.choices
    return replace(task, prompt=prompt, choices=choices)


def _read_words(text: str) -> str:
    return text.replace("\r\n", "\n").strip()[:LONGEST_WORDS]


def _read_lines(text: str) -> tuple[str, ...]:
    lines = [" ".join(line.split())[:LONGEST_TITLE] for line in text.splitlines()]
    return tuple(line for line in lines if line)[:MOST_LINES]


def _read_glossary(text: str) -> tuple[Term, ...]:
    pairs = [line.partition(":") for line in _read_lines(text)]
    return tuple(Term(word=word.strip(), means=means.strip()) for word, _, means in pairs if word.strip())


def _read_number(text: str, instead: int, most: int) -> int:
    typed = text.strip()
    is_number = typed.isascii() and typed.isdigit() and len(typed) < 4
    return int(typed) if is_number and 0 < int(typed) <= most else instead
