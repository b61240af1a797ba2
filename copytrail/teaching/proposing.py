"""A good selection of tasks from a comparison: clear and hard passages of each label, and what is worth checking."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from copytrail.model import Comparison, Document, Label, QuotationKind, Span, SpeechOutcome
from copytrail.teaching.candidates import Candidate, find_candidates
from copytrail.teaching.drafting import draft_task
from copytrail.teaching.model import Key, LanguageLevel, Lesson, Provenance, Task, TaskKind
from copytrail.teaching.starting import list_goals, list_questions, list_terms
from copytrail.teaching.verdicts import LABELS
from copytrail.teaching.wording import say_instructions

_FEWEST, _MOST = 4, 20
_CHANGED = frozenset({"changed_figure", "changed_date"})
_EVERY_KIND = frozenset(TaskKind)


def count_tasks(minutes: int) -> int:
    """How many tasks there is time for.

    >>> [count_tasks(minutes) for minutes in (20, 45, 90)]
    [5, 12, 20]
    """
    return max(_FEWEST, min(_MOST, minutes * 4 // 15))


def propose_tasks(
    comparison: Comparison,
    *,
    number: int = 12,
    level: LanguageLevel = LanguageLevel.STANDARD,
    kinds: frozenset[TaskKind] = _EVERY_KIND,
) -> tuple[Task, ...]:
    """So many tasks at most, in reading order, those on the whole text last; always the same for one comparison."""
    candidates = find_candidates(comparison)
    drafted = (
        draft_task(comparison, kind, span, level)
        for kind, span in _find_special(comparison, candidates, number)
        if kind in kinds
    )
    special = [task for task in drafted if task.key != Key() or not task.is_marked]
    asked = {task.passage for task in special}
    free = tuple(each for each in candidates if each.span not in asked)
    labels = _choose_labels(free, number - len(special)) if TaskKind.LABEL in kinds else []
    tasks = [*special, *(draft_task(comparison, TaskKind.LABEL, each.span, level) for each in labels)]
    return number_tasks(sorted(tasks, key=_reading_order))


def number_tasks(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """The tasks with ids in their order, which tell nothing else."""
    return tuple(replace(task, id=f"t{number}") for number, task in enumerate(tasks, 1))


def make_lesson(
    comparison: Comparison,
    *,
    id: str,  # noqa: A002
    title: str,
    minutes: int = 45,
    level: LanguageLevel = LanguageLevel.STANDARD,
) -> Lesson:
    """A lesson that can be taught as it is: the proposed tasks, with what fits any two texts around them."""
    return Lesson(
        id=id,
        title=title,
        original=comparison.original,
        derivative=comparison.derivative,
        tasks=propose_tasks(comparison, number=count_tasks(minutes), level=level),
        language_level=level,
        instructions=say_instructions(level),
        learning_goals=list_goals(level),
        minutes=minutes,
        discussion_questions=list_questions(level),
        glossary=list_terms(level),
        provenance=Provenance(
            engine=comparison.engine, reviewed=bool(comparison.corrections or comparison.unplaced_corrections)
        ),
    )


def _find_special(
    comparison: Comparison, candidates: tuple[Candidate, ...], number: int
) -> list[tuple[TaskKind, Span | None]]:
    """What is asked beside labels, at most half of all: what is most worth checking comes first."""
    found: list[tuple[TaskKind, Span | None]] = []
    found += [(TaskKind.SPEAKER, span) for span in _find_speeches(comparison)[:2]]
    found += [(TaskKind.CHANGED_FIGURE, span) for span in _find_figure_sentences(comparison)[:2]]
    if comparison.omissions:
        found.append((TaskKind.OMISSION, None))
    found += [(TaskKind.ORIGIN, each.span) for each in _find_travelled(candidates)[:1]]
    last: list[tuple[TaskKind, Span | None]] = [(TaskKind.PRIORITIES, None)] if number >= _FEWEST else []
    return [*found[: max(0, number // 2 - 1)], *last]


def _find_speeches(comparison: Comparison) -> list[Span]:
    """Sentences that quote: a wrong speaker, then words that the original gives to somebody."""
    rows = [
        row
        for row in comparison.speech
        if row.derivative
        and row.original
        and row.original.speaker
        and row.derivative.kind is not QuotationKind.NARRATION
    ]
    ranked = sorted(rows, key=lambda row: row.outcome is not SpeechOutcome.WRONG_SPEAKER)
    wrong = sum(row.outcome is SpeechOutcome.WRONG_SPEAKER for row in rows)
    places = [row.derivative.content for row in ranked[: wrong + 1] if row.derivative]
    return list(dict.fromkeys(_sentence_of(comparison.derivative, place) for place in places))


def _find_figure_sentences(comparison: Comparison) -> list[Span]:
    """Sentences that the original has with another figure or date."""
    changed = [each.derivative for each in comparison.findings if each.kind in _CHANGED and not each.dismissed]
    return list(dict.fromkeys(_sentence_of(comparison.derivative, place) for place in sorted(filter(None, changed))))


def _find_travelled(candidates: tuple[Candidate, ...]) -> list[Candidate]:
    """Reworded sentences, best those that left the original's order."""
    reworded = [each for each in candidates if each.label in {Label.EDITED, Label.PARAPHRASED}]
    return sorted(reworded, key=lambda each: (not each.is_moved, -each.hardness, each.span))


def _choose_labels(candidates: tuple[Candidate, ...], number: int) -> list[Candidate]:
    """In turns one of each label: one with a finding first, then the clearest, the hardest, the next clearest."""
    piles = {label: _order([each for each in candidates if each.label is label]) for label in LABELS}
    chosen: list[Candidate] = []
    while len(chosen) < number and any(piles.values()):
        chosen += [pile.pop(0) for pile in piles.values() if pile]
    return chosen[: max(0, number)]


def _order(candidates: list[Candidate]) -> list[Candidate]:
    """Those with findings, then clear and hard ones by turns."""
    rest = sorted(candidates, key=lambda each: (each.hardness, each.span))
    first = [each for each in rest if each.has_finding]
    rest = [each for each in rest if not each.has_finding]
    turns = [rest.pop(0 if number % 2 == 0 else -1) for number in range(len(rest))]
    return [*first[:1], *turns, *first[1:]]


def _sentence_of(document: Document, place: Span) -> Span:
    """The sentences of which a place holds a part, as one stretch."""
    sentences = [s for paragraph in document.paragraphs for s in paragraph.sentences if s.overlaps(place)]
    return Span(sentences[0].start, sentences[-1].end) if sentences else place


def _reading_order(task: Task) -> tuple[bool, bool, Span]:
    """The passages in their order, then the whole text, then what to check first."""
    return task.kind is TaskKind.PRIORITIES, task.passage is None, task.passage or Span(0, 0)
