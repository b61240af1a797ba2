"""What is shown of a task once it is revealed: the key, the machine's label, how the class answered, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from copytrail.display.naming import count
from copytrail.model import Document, EditKind, Span
from copytrail.teaching import Answer, Gesture, Lesson, Mark, Task, mark_answer, marked_document
from copytrail.teaching.wording import say_points, say_rule
from webapp.teaching.classes import SavedAnswer

_MOST_BARS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How many chose one thing."""

    words: str
    number: int
    share: int
    """Of those who answered, in hundredths."""
    is_key: bool
    is_machine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A stretch of the difference between the two wordings."""

    kind: str
    """`kept`, `inserted`, `deleted`."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revealed:
    """A task as it is revealed."""

    task_id: str
    key: str
    machine: str
    why: str
    findings: tuple[str, ...]
    explanation: str
    bars: tuple[Bar, ...]
    answered: str
    agreement: str
    steps: tuple[Step, ...]
    rule: str
    points: str = ""
    """What the pupil's own answer got; empty for others."""
    mark: str = ""


def reveal_task(lesson: Lesson, task: Task, answers: Sequence[Answer], *, agreement: str = "") -> Revealed:
    """The task with its key beside what the class answered."""
    return Revealed(
        task_id=task.id,
        key=tell_key(lesson, task),
        machine=next((each.words for each in task.choices if each.id == task.verdict.choice), ""),
        why=task.verdict.why,
        findings=task.verdict.findings,
        explanation=task.explanation,
        bars=count_answers(lesson, task, answers),
        answered=count(len(answers), "answer"),
        agreement=agreement,
        steps=_tell_difference(lesson, task),
        rule=say_rule(task),
    )


def mark_revealed(lesson: Lesson, shown: Mapping[str, Revealed], own: Mapping[str, SavedAnswer]) -> dict[str, Revealed]:
    """What was revealed, each with what one pupil's own answer got."""
    marked = {}
    for task_id, each in shown.items():
        kept = own.get(task_id)
        points, mark = tell_mark(mark_own(lesson, kept.answer if kept else None))
        marked[task_id] = replace(each, points=points, mark=mark)
    return marked


def mark_own(lesson: Lesson, answer: Answer | None) -> Mark | None:
    """What an answer is worth; nothing where there is none, or where it is not marked."""
    if answer is None:
        return None
    task = lesson.find_task(answer.task_id)
    return mark_answer(lesson, answer) if task and task.is_marked else None


def tell_mark(mark: Mark | None) -> tuple[str, str]:
    """The points and the reason, in words."""
    return (say_points(mark), mark.why) if mark else ("", "")


def tell_key(lesson: Lesson, task: Task) -> str:
    """The key in words."""
    chosen = [each.words for each in task.choices if each.id in task.key.choices]
    return " / ".join(chosen) or " … ".join(_quote(marked_document(lesson, task), task.key.spans))


def tell_answer(lesson: Lesson, task: Task, answer: Answer) -> str:
    """An answer in words."""
    chosen = [each.words for each in task.choices if each.id == answer.choice]
    quoted = " … ".join(_quote(marked_document(lesson, task), answer.spans))
    return " — ".join(each for each in (*chosen, quoted, answer.text) if each)


def count_answers(lesson: Lesson, task: Task, answers: Sequence[Answer]) -> tuple[Bar, ...]:
    """How many chose what: every choice, or the places that were marked most."""
    of = max(1, len(answers))
    if task.gesture is Gesture.CHOICE:
        chosen = Counter(answer.choice for answer in answers)
        return tuple(
            Bar(
                words=each.words,
                number=chosen[each.id],
                share=round(100 * chosen[each.id] / of),
                is_key=each.id in task.key.choices,
                is_machine=each.id == task.verdict.choice,
            )
            for each in task.choices
        )
    document = marked_document(lesson, task)
    spans = Counter(span for answer in answers for span in answer.spans)
    spans.update({span: 0 for span in task.key.spans if span not in spans})
    most = sorted(spans.items(), key=lambda each: (-each[1], each[0]))[:_MOST_BARS]
    return tuple(
        Bar(
            words=span.on_one_line(document.text),
            number=number,
            share=round(100 * number / of),
            is_key=any(key.overlaps(span) for key in task.key.spans),
            is_machine=False,
        )
        for span, number in most
    )


def _quote(document: Document, spans: tuple[Span, ...]) -> list[str]:
    return [f"“{span.on_one_line(document.text)}”" for span in spans]


def _tell_difference(lesson: Lesson, task: Task) -> tuple[Step, ...]:
    """The wording of the passage beside that of the original, step by step."""
    steps = []
    for edit in task.verdict.edits:
        original = edit.original.of(lesson.original.text) if edit.original else ""
        derivative = edit.derivative.of(lesson.derivative.text) if edit.derivative else ""
        if edit.kind is EditKind.KEPT:
            steps.append(Step(kind="kept", words=derivative))
            continue
        if original.strip():
            steps.append(Step(kind="deleted", words=original))
        if derivative.strip():
            steps.append(Step(kind="inserted", words=derivative))
    return tuple(steps)
