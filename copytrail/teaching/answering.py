"""An answer held against its task: what cannot be one is refused with a sentence, the rest is put in order."""

from __future__ import annotations

from dataclasses import replace

from copytrail.errors import BadAnswer
from copytrail.model import Document, ParagraphKind, Span
from copytrail.teaching.answers import Answer
from copytrail.teaching.checking import marked_document
from copytrail.teaching.model import Gesture, Lesson, Task, TaskKind

LONGEST_TEXT = 2_000
"""In characters, of a reason and of what is to be checked how."""
_MOST_SPANS = 500


def check_answer(lesson: Lesson, answer: Answer) -> Answer:
    """The answer as it is kept: places in order, words whole; raises BadAnswer where it does not fit its task."""
    task = lesson.find_task(answer.task_id)
    if task is None:
        raise BadAnswer("This task is not in the lesson.")
    for name, words in (("text", answer.text), ("reason", answer.reason)):
        if len(words) > LONGEST_TEXT:
            raise BadAnswer(f"The {name} is longer than {LONGEST_TEXT:,} characters.")
    if answer.text and task.kind is not TaskKind.PRIORITIES:
        raise BadAnswer("This task asks for no text.")
    if task.gesture is Gesture.CHOICE:
        return _check_choice(task, answer)
    if answer.choice:
        raise BadAnswer("This task offers no choices.")
    return replace(answer, spans=_check_spans(lesson, task, answer.spans))


def list_offered(lesson: Lesson, task: Task) -> tuple[Span, ...]:
    """The sentences that can be marked in a task, in the order of their text."""
    return task.offered or list_sentences(marked_document(lesson, task))


def list_sentences(document: Document) -> tuple[Span, ...]:
    """The sentences of a text outside its furniture."""
    return tuple(
        sentence
        for paragraph in document.paragraphs
        if paragraph.kind is not ParagraphKind.FURNITURE
        for sentence in paragraph.sentences
    )


def _check_choice(task: Task, answer: Answer) -> Answer:
    if answer.spans:
        raise BadAnswer("This task asks for a choice, not for places in the text.")
    if answer.choice not in {choice.id for choice in task.choices}:
        raise BadAnswer("Choose one of the answers.")
    return answer


def _check_spans(lesson: Lesson, task: Task, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    if not spans:
        raise BadAnswer("Mark something in the text first.")
    if len(spans) > _MOST_SPANS:
        raise BadAnswer("So many places cannot be marked.")
    if task.gesture is Gesture.WORDS:
        return _take_words(lesson.derivative, task, spans)
    chosen = tuple(sorted(set(spans)))
    if not set(chosen) <= set(list_offered(lesson, task)):
        raise BadAnswer("Only whole sentences of the text can be marked.")
    if task.wanted and len(chosen) > task.wanted:
        raise BadAnswer(f"Mark no more than {task.wanted}.")
    return chosen


def _take_words(document: Document, task: Task, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The marked words, whole, with neighbours joined."""
    passage = task.passage or Span(0, len(document.text))
    if not all(passage.contains(span) for span in spans):
        raise BadAnswer("Mark words of the passage.")
    numbers = sorted({number for span in spans for number in document.index.touching(span.start, span.end)})
    if not numbers:
        raise BadAnswer("Mark at least one word.")
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return tuple(Span(document.words[run[0]][0], document.words[run[-1]][1]) for run in runs)
