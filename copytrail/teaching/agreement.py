"""How far a class agrees: what was answered how often, and alpha per task and over all, with a sentence on each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from copytrail.model import Span
from copytrail.teaching.agreement_wording import say_agreement, say_overall
from copytrail.teaching.alpha import find_alpha, find_alphas, share_of_same
from copytrail.teaching.answering import list_offered
from copytrail.teaching.answers import Answer
from copytrail.teaching.checking import marked_document
from copytrail.teaching.marking import number_words
from copytrail.teaching.model import Choice, Gesture, Lesson, Task, TaskKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceCount:
    """How often a choice was made."""

    choice: Choice
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCount:
    """How many marked a sentence or a word."""

    span: Span
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskAgreement:
    """How a class answered one task."""

    task_id: str
    answered: int
    choices: tuple[ChoiceCount, ...] = ()
    """All choices in their order; none for tasks that mark places."""
    places: tuple[PlaceCount, ...] = ()
    """The sentences or words that anybody marked, in their order."""
    same: float | None = None
    """Of all pairs of pupils the share with the same choice, or the mean share of words that both marked."""
    alpha: float | None = None
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far a class agrees, task by task and over all labels."""

    tasks: tuple[TaskAgreement, ...]
    alpha: float | None
    """Over the tasks with labels."""
    sentence: str


def find_agreement(lesson: Lesson, answers: Iterable[Answer]) -> Agreement:
    """What a class's answers have in common; every pupil has one answer to a task at most, and may have none."""
    given: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        given[answer.task_id].append(answer)
    alphas = _find_choice_alphas(lesson, given)
    labels = [_values(task, given[task.id]) for task in lesson.tasks if task.kind is TaskKind.LABEL]
    overall = find_alpha(labels)
    return Agreement(
        tasks=tuple(_agree(lesson, task, given[task.id], alphas.get(task.id)) for task in lesson.tasks),
        alpha=overall,
        sentence=say_overall(overall, sum(map(len, labels))),
    )


def _agree(lesson: Lesson, task: Task, answers: Sequence[Answer], alpha: float | None) -> TaskAgreement:
    if task.gesture is Gesture.CHOICE:
        return _agree_on_choices(task, answers, alpha)
    units = _list_units(lesson, task)
    words = marked_document(lesson, task).index
    marked = [number_words(words, answer.spans) for answer in answers]
    counts = [sum(1 for numbers in marked if numbers & unit) for _, unit in units]
    alpha = find_alpha([[bool(numbers & unit) for numbers in marked] for _, unit in units])
    same = _mean_overlap(marked)
    return TaskAgreement(
        task_id=task.id,
        answered=len(answers),
        places=tuple(
            PlaceCount(span=span, count=count) for (span, _), count in zip(units, counts, strict=True) if count
        ),
        same=same,
        alpha=alpha,
        sentence=say_agreement(len(answers), same, alpha, marks=True),
    )


def _agree_on_choices(task: Task, answers: Sequence[Answer], alpha: float | None) -> TaskAgreement:
    made = Counter(answer.choice for answer in answers)
    same = share_of_same([answer.choice for answer in answers])
    return TaskAgreement(
        task_id=task.id,
        answered=len(answers),
        choices=tuple(ChoiceCount(choice=choice, count=made[choice.id]) for choice in task.choices),
        same=same,
        alpha=alpha,
        sentence=say_agreement(len(answers), same, alpha, marks=False),
    )


def _find_choice_alphas(lesson: Lesson, given: dict[str, list[Answer]]) -> dict[str, float | None]:
    """The alpha of each task with choices, against all tasks of its kind."""
    found: dict[str, float | None] = {}
    for kind in (TaskKind.LABEL, TaskKind.SPEAKER):
        tasks = [task for task in lesson.tasks if task.kind is kind]
        units = [_values(task, given[task.id]) for task in tasks]
        found |= dict(zip((task.id for task in tasks), find_alphas(units), strict=True))
    return found


def _values(task: Task, answers: Iterable[Answer]) -> list[str]:
    """What was chosen, in words: ids of one task say nothing in another."""
    words = {choice.id: choice.words for choice in task.choices}
    return [words[answer.choice] for answer in answers if answer.choice in words]


def _list_units(lesson: Lesson, task: Task) -> list[tuple[Span, frozenset[int]]]:
    """What is marked or not: the words of the passage, or the sentences that are offered."""
    words = marked_document(lesson, task).index
    if task.gesture is Gesture.WORDS and task.passage is not None:
        inside = words.between(task.passage.start, task.passage.end)
        return [(Span(*words.places[number]), frozenset({number})) for number in inside]
    return [(span, number_words(words, (span,))) for span in list_offered(lesson, task)]


def _mean_overlap(marked: Sequence[frozenset[int]]) -> float | None:
    """Over all pairs of pupils, the mean share of the words that both marked of those that either did."""
    if len(marked) < 2:
        return None
    kinds = Counter(marked)
    pairs = len(marked) * (len(marked) - 1) / 2
    alike = sum(count * (count - 1) / 2 for numbers, count in kinds.items() if numbers)
    mixed = sum(
        kinds[one] * kinds[other] * len(one & other) / len(one | other) for one, other in combinations(kinds, 2)
    )
    return float(alike + mixed) / pairs
