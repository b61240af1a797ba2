"""Questions between the originals of a case: facts on which two of them disagree.

Neither is wrong by itself. Precision comes before recall: two texts must be about the same people, places or bodies,
and where two sentences speak of two times, or both texts know both figures, there is no question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.facts.same_amounts import AmountPair, Side, pair_amounts
from copytrail.model import (
    Comparison,
    Document,
    Fact,
    FactKind,
    FactOutcome,
    Finding,
    Question,
    Span,
    Thresholds,
)
from copytrail.pipeline import compare
from copytrail.read.figures import read_figures
from copytrail.read.names import read_names

_KINDS = {
    "changed_figure": FactKind.FIGURE,
    "changed_date": FactKind.DATE,
    "changed_name": FactKind.NAME,
    "changed_title": FactKind.TITLE,
}
_LOST = (FactOutcome.DROPPED, FactOutcome.GENERALISED, FactOutcome.CHANGED)
_NEW = (FactOutcome.NOT_IN_ORIGINAL, FactOutcome.CHANGED)
"""What became of figures that one text has to itself; a changed one may stand opposite another thing."""
_DEFAULTS = Thresholds()
_OPPOSITE = "The two passages say the same but for this."
_SUBJECTS = 3
"""So many of its names a text is about: those it mentions most."""
_NAMED = 4
"""So many shared words are named in a reason."""


def find_questions(original: Document, reference: Document, thresholds: Thresholds = _DEFAULTS) -> tuple[Question, ...]:
    """The facts on which two originals disagree, in the order of the first."""
    return ask_questions(compare(original, reference, thresholds))


def ask_questions(comparison: Comparison) -> tuple[Question, ...]:
    """The same for two texts that are compared already, such as a derivative that is another original in truth."""
    thresholds = comparison.thresholds
    alignment = Alignment(comparison.original, comparison.derivative, comparison.matches, thresholds)
    if not _is_of_one_subject(alignment):
        return ()
    pairs = tuple(_pair_amounts(comparison))
    in_parts = {span for pair in pairs if pair.has_parts for span in (*pair.original.parts, *pair.reference.parts)}
    opposite = tuple(each for each in _find_opposite(comparison, alignment) if in_parts.isdisjoint(_list_spans(each)))
    told = {span for question in opposite for span in _list_spans(question)}
    apart = (_ask(pair) for pair in pairs if pair.differs)
    questions = (*opposite, *(each for each in apart if told.isdisjoint(_list_spans(each))))
    return tuple(sorted(questions, key=lambda question: (question.original, question.reference)))


def _list_spans(question: Question) -> tuple[Span, ...]:
    return (*question.original, *question.reference)


def _is_of_one_subject(alignment: Alignment) -> bool:
    """Whether one of the names each text is about is one of the other's; without names, whether it is derived."""
    counts = [Counter(name.value for name in read_names(each)) for each in (alignment.original, alignment.derivative)]
    if not all(counts):
        return alignment.is_derived
    theirs, ours = ({name for name, _ in count.most_common(_SUBJECTS)} for count in counts)
    return bool(theirs & ours)


def _find_opposite(comparison: Comparison, alignment: Alignment) -> Iterator[Question]:
    """What differs in passages that otherwise say the same; figures of two dates are no question."""
    found = [finding for finding in comparison.findings if finding.kind in _KINDS]
    dated = {_find_sentence(alignment, finding) for finding in found if _KINDS[finding.kind] is FactKind.DATE}
    for finding in found:
        kind = _KINDS[finding.kind]
        is_of_other_time = kind is FactKind.FIGURE and _find_sentence(alignment, finding) in dated
        if finding.original and finding.derivative and not is_of_other_time:
            yield Question(kind=kind, original=(finding.original,), reference=(finding.derivative,), why=_OPPOSITE)


def _find_sentence(alignment: Alignment, finding: Finding) -> Span | None:
    """The sentence of the reference that a finding is about."""
    return alignment.derivative_sentence(finding.derivative) if finding.derivative else None


def _pair_amounts(comparison: Comparison) -> Iterator[AmountPair]:
    """Amounts for the same thing that each text has to itself, wherever they stand."""
    lost, new = _list_places(comparison.facts)
    if lost and new:
        original, reference = _make_side(comparison.original, lost), _make_side(comparison.derivative, new)
        yield from pair_amounts(original, reference, comparison.thresholds)


def _ask(pair: AmountPair) -> Question:
    """The question that two amounts raise."""
    why = f"Both stand among the words {_quote(pair.shared[:_NAMED])}."
    return Question(kind=FactKind.FIGURE, original=pair.original.parts, reference=pair.reference.parts, why=why)


def _list_places(facts: Sequence[Fact]) -> tuple[frozenset[Span], frozenset[Span]]:
    """Where the figures stand that one text has to itself, the first text's and the second's."""
    figures = [fact for fact in facts if fact.kind is FactKind.FIGURE]
    lost = (fact.original for fact in figures if fact.outcome in _LOST)
    new = (fact.derivative for fact in figures if fact.outcome in _NEW)
    return frozenset(span for span in lost if span), frozenset(span for span in new if span)


def _make_side(document: Document, alone: frozenset[Span]) -> Side:
    """A text with the figures that it has to itself."""
    return Side(document, read_figures(document), alone)


def _quote(words: Sequence[str]) -> str:
    """Words in marks as part of a sentence.

    >>> _quote(["law", "training", "border"])
    '“law”, “training” and “border”'
    """
    quoted = [f"“{word}”" for word in words]
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}" if len(quoted) > 1 else "".join(quoted)
