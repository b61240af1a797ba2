"""A task on a passage that somebody chose, with the key that the comparison suggests."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from copytrail.model import Comparison, FactKind, FactOutcome, Quotation, QuotationKind, Span, Speech
from copytrail.teaching.answering import list_sentences
from copytrail.teaching.model import Choice, Key, LanguageLevel, Task, TaskKind, Verdict
from copytrail.teaching.verdicts import describe_verdict, find_origins, machine_label, standing_label
from copytrail.teaching.wording import NOBODY, offer_labels, say_hint, say_prompt

_PRIORITIES = 3
_SPEAKERS, _LONGEST_NAME = 7, 200
_LEFT_OUT, _OFFERED = 2, 6
"""So many sentences that were left out, among so many that are offered."""
_FIGURES = frozenset({"changed_figure", "unsupported_figure", "changed_date", "unsupported_date"})


def draft_task(
    comparison: Comparison, kind: TaskKind, passage: Span | None = None, level: LanguageLevel = LanguageLevel.STANDARD
) -> Task:
    """A task of this kind; its key may be empty where the comparison knows none, and is the teacher's to fill."""
    task = Task(id="t1", kind=kind, prompt=say_prompt(kind, level), hint=say_hint(kind), passage=passage)
    return _DRAFTS[kind](comparison, task, level)


def find_figures(comparison: Comparison, passage: Span) -> tuple[Span, ...]:
    """The figures and dates of a passage that the original gives otherwise, or not at all."""
    told = [each.derivative for each in comparison.findings if each.kind in _FIGURES and not each.dismissed]
    listed = [
        fact.derivative
        for fact in comparison.facts
        if fact.kind in {FactKind.FIGURE, FactKind.DATE}
        and fact.outcome in {FactOutcome.CHANGED, FactOutcome.NOT_IN_ORIGINAL}
    ]
    inside = {place for place in (*told, *listed) if place and passage.contains(place)}
    return tuple(sorted(each for each in inside if not any(other != each and other.contains(each) for other in inside)))


def explain_omissions(comparison: Comparison, sentences: tuple[Span, ...]) -> tuple[str, ...]:
    """What is lost with these sentences of the original, by rank."""
    ranked = sorted(comparison.omissions, key=lambda omission: omission.rank)
    return tuple(each.why for each in ranked if any(each.span.overlaps(sentence) for sentence in sentences))


def _draft_label(comparison: Comparison, task: Task, level: LanguageLevel) -> Task:
    passage = task.passage or Span(0, len(comparison.derivative.text))
    verdict = describe_verdict(comparison, passage, chosen=machine_label(comparison, passage).value)
    return replace(
        task,
        choices=offer_labels(level),
        key=Key(choices=(standing_label(comparison, passage).value,)),
        verdict=verdict,
        points=2,
    )


def _draft_origin(comparison: Comparison, task: Task, _level: LanguageLevel) -> Task:
    passage = task.passage or Span(0, len(comparison.derivative.text))
    origins = find_origins(comparison, passage)
    return replace(task, key=Key(spans=origins), verdict=describe_verdict(comparison, passage), points=2)


def _draft_speaker(comparison: Comparison, task: Task, _level: LanguageLevel) -> Task:
    """The choices are those who speak most in either text, by name, and nobody."""
    passage = task.passage or Span(0, len(comparison.derivative.text))
    row = _find_speech(comparison, passage)
    speaker = _name(row.original if row else None) or NOBODY
    names = _choose_names(comparison, (speaker, _name(row.derivative if row else None)))
    choices = tuple(Choice(id=f"c{number}", words=words) for number, words in enumerate([*names, NOBODY], 1))
    right = next(choice.id for choice in choices if choice.words == speaker)
    verdict = describe_verdict(comparison, passage, chosen=right)
    return replace(task, choices=choices, key=Key(choices=(right,)), verdict=verdict)


def _choose_names(comparison: Comparison, wanted: tuple[str, ...]) -> list[str]:
    """Some of those who speak, in the order of their names: the wanted ones, then who is quoted most."""
    quoted = Counter(_name(each) for row in comparison.speech for each in (row.original, row.derivative))
    ranked = sorted(quoted, key=lambda name: (name not in wanted, -quoted[name], name))
    return sorted([name for name in ranked if name][:_SPEAKERS])


def _find_speech(comparison: Comparison, passage: Span) -> Speech | None:
    """The quotation of a passage, rather one with marks."""
    rows = [row for row in comparison.speech if row.derivative and row.derivative.content.overlaps(passage)]
    marked = [row for row in rows if row.derivative and row.derivative.kind is not QuotationKind.NARRATION]
    return next(iter([*marked, *rows]), None)


def _name(quotation: Quotation | None) -> str:
    return quotation.speaker.name[:_LONGEST_NAME] if quotation and quotation.speaker else ""


def _draft_figure(comparison: Comparison, task: Task, _level: LanguageLevel) -> Task:
    passage = task.passage or Span(0, len(comparison.derivative.text))
    key = Key(spans=find_figures(comparison, passage))
    return replace(task, passage=passage, key=key, verdict=describe_verdict(comparison, passage))


def _draft_omission(comparison: Comparison, task: Task, _level: LanguageLevel) -> Task:
    """Of the sentences that were left out the two that matter most, among others that were used."""
    sentences = list_sentences(comparison.original)
    ranked = sorted(comparison.omissions, key=lambda omission: omission.rank)
    lost = [s for o in ranked for s in sentences if _covers(comparison, o.span, s)]
    missed = list(dict.fromkeys(lost))[:_LEFT_OUT]
    used = [s for s in sentences if not any(o.span.overlaps(s) for o in ranked)]
    step = max(1, len(used) // (_OFFERED - len(missed)))
    others = used[::step][: _OFFERED - len(missed)]
    return replace(
        task,
        offered=tuple(sorted([*missed, *others])),
        wanted=len(missed),
        key=Key(spans=tuple(sorted(missed))),
        verdict=Verdict(findings=explain_omissions(comparison, tuple(missed))),
        points=2,
    )


def _draft_priorities(comparison: Comparison, task: Task, _level: LanguageLevel) -> Task:
    why = tuple(finding.why for finding in comparison.findings if not finding.dismissed)[:20]
    return replace(task, wanted=_PRIORITIES, verdict=Verdict(findings=why), points=0, asks_reason=False)


def _covers(comparison: Comparison, omission: Span, sentence: Span) -> bool:
    """Whether most of a sentence was left out."""
    words = comparison.original.index
    lost = words.count(max(omission.start, sentence.start), min(omission.end, sentence.end))
    return omission.overlaps(sentence) and 10 * lost >= 9 * words.count(sentence.start, sentence.end)


_DRAFTS = {
    TaskKind.LABEL: _draft_label,
    TaskKind.ORIGIN: _draft_origin,
    TaskKind.SPEAKER: _draft_speaker,
    TaskKind.CHANGED_FIGURE: _draft_figure,
    TaskKind.OMISSION: _draft_omission,
    TaskKind.PRIORITIES: _draft_priorities,
}
