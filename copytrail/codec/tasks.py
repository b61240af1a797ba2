"""Tasks of a lesson, and answers to them, to JSON data and back."""

from __future__ import annotations

from copytrail.codec.fields import Fields
from copytrail.codec.matches import edit_to_data
from copytrail.codec.spans import Json, to_exact, to_optional_exact
from copytrail.model import Edit, EditKind, Span
from copytrail.teaching import Answer, Choice, Key, Lesson, Task, TaskKind, Verdict, marked_document

_SPANS = 2_000
"""So many sentences can be offered or be the key; a text of 20,000 words has about a thousand."""
_EDITS = 50_000


def task_to_data(task: Task, lesson: Lesson) -> Json:
    """A task with its key and the words that its places cover."""
    marked = marked_document(lesson, task).text
    return {
        "id": task.id,
        "kind": task.kind.value,
        "prompt": task.prompt,
        "hint": task.hint,
        "passage": to_optional_exact(task.passage, lesson.derivative.text),
        "choices": [{"id": choice.id, "words": choice.words} for choice in task.choices],
        "offered": [to_exact(span, marked) for span in task.offered],
        "wanted": task.wanted,
        "key": {"choices": list(task.key.choices), "spans": [to_exact(span, marked) for span in task.key.spans]},
        "verdict": {
            "choice": task.verdict.choice,
            "why": task.verdict.why,
            "findings": list(task.verdict.findings),
            "sources": [to_exact(span, lesson.original.text) for span in task.verdict.sources],
            "edits": [edit_to_data(edit) for edit in task.verdict.edits],
        },
        "explanation": task.explanation,
        "points": task.points,
        "asks_reason": task.asks_reason,
    }


def task_from_data(data: Fields) -> Task:
    """The task that data describes; raises BadLesson where it describes none."""
    key = data.part("key")
    return Task(
        id=data.text("id", 20),
        kind=TaskKind(data.one_of("kind", frozenset(TaskKind))),
        prompt=data.text("prompt", 1_000),
        hint=data.text("hint", 1_000),
        passage=data.span("passage"),
        choices=tuple(
            Choice(id=each.text("id", 20), words=each.text("words", controls=True))
            for each in data.parts("choices", 12)
        ),
        offered=data.spans("offered", _SPANS),
        wanted=data.whole("wanted", 20),
        key=Key(choices=key.texts("choices", 12, 20), spans=key.spans("spans", _SPANS)),
        verdict=_verdict_from_data(data.part("verdict")),
        explanation=data.text("explanation", 5_000),
        points=data.whole("points", 20, 1),
        asks_reason=data.truth("asks_reason"),
    )


def answer_to_data(answer: Answer) -> Json:
    """What a pupil answered."""
    return {
        "task": answer.task_id,
        "choice": answer.choice,
        "spans": [[span.start, span.end] for span in answer.spans],
        "text": answer.text,
        "reason": answer.reason,
    }


def answer_from_data(data: Json) -> Answer:
    """The answer that data of our own describes."""
    return Answer(
        task_id=data["task"],
        choice=data["choice"],
        spans=tuple(Span(*pair) for pair in data["spans"]),
        text=data["text"],
        reason=data["reason"],
    )


def _verdict_from_data(data: Fields) -> Verdict:
    return Verdict(
        choice=data.text("choice", 20),
        why=data.text("why", 50_000, controls=True),
        findings=data.texts("findings", 50, 5_000, controls=True),
        sources=data.spans("sources", _SPANS),
        edits=tuple(map(_edit_from_data, data.parts("edits", _EDITS))),
    )


def _edit_from_data(data: Fields) -> Edit:
    kind = EditKind(data.one_of("kind", frozenset(EditKind)))
    edit = Edit(kind, data.span("original"), data.span("derivative"))
    if (edit.original is None) is not (kind is EditKind.INSERTED):
        raise data.refuse("original", f"does not fit {kind.value}")
    if (edit.derivative is None) is not (kind is EditKind.DELETED):
        raise data.refuse("derivative", f"does not fit {kind.value}")
    return edit
