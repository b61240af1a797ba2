"""What a comparison says of any stretch of the derivative: the label that stands, the machine's, and the evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from copytrail.model import Act, Comparison, Edit, Label, Match, Span
from copytrail.passages import match_by_id, tile_derivative
from copytrail.teaching.model import Verdict

LABELS = (Label.COPIED, Label.EDITED, Label.PARAPHRASED, Label.ADDED)
"""What a passage of the derivative can be, in the order of the choices."""

_MOST = 20
"""So many matches and findings are told of one passage; a readable one has a few."""


def standing_label(comparison: Comparison, span: Span) -> Label:
    """The label of most words of a stretch, with all that people corrected."""
    return _most(_count_labels(comparison, span, machine=False))


def machine_label(comparison: Comparison, span: Span) -> Label:
    """The label of most words of a stretch as the machine alone would give it."""
    return _most(_count_labels(comparison, span, machine=True))


def describe_verdict(comparison: Comparison, span: Span, *, chosen: str = "") -> Verdict:
    """What the machine says of a stretch, with the edits between the two wordings."""
    matches = find_matches(comparison, span)[:_MOST]
    findings = tuple(
        finding.why
        for finding in comparison.findings
        if finding.derivative and finding.derivative.overlaps(span) and not finding.dismissed
    )
    return Verdict(
        choice=chosen,
        why=" ".join(match.why for match in matches),
        findings=findings[:_MOST],
        sources=tuple(dict.fromkeys(source for match in matches for source in match.original)),
        edits=tuple(edit for match in matches for edit in _cut_edits(match, span)),
    )


def find_matches(comparison: Comparison, span: Span) -> tuple[Match, ...]:
    """The matches that a stretch takes words from, in the derivative's order."""
    return tuple(match for match in comparison.matches if match.derivative.overlaps(span))


def find_origins(comparison: Comparison, span: Span) -> tuple[Span, ...]:
    """The sentences of the original that a stretch comes from: those that give a quarter of its words or more."""
    edits = describe_verdict(comparison, span).edits
    taken = [edit.original for edit in edits if edit.original and edit.derivative]
    words = comparison.original.index
    given = {
        sentence: sum(
            words.count(max(s.start, sentence.start), min(s.end, sentence.end)) for s in taken if s.overlaps(sentence)
        )
        for paragraph in comparison.original.paragraphs
        for sentence in paragraph.sentences
    }
    most = max(given.values(), default=0)
    return tuple(sentence for sentence, count in given.items() if count and 4 * count >= most)


def _count_labels(comparison: Comparison, span: Span, *, machine: bool) -> Counter[Label]:
    """The words of a stretch by label."""
    words = comparison.derivative.index
    matches = match_by_id(comparison)
    found: Counter[Label] = Counter()
    for passage in tile_derivative(comparison):
        if passage.span.overlaps(span):
            label = passage.label
            if machine:
                label = _undo(comparison, passage.span, label, matches.get(passage.match or ""))
            found[label] += words.count(max(span.start, passage.span.start), min(span.end, passage.span.end))
    return found


def _undo(comparison: Comparison, span: Span, label: Label, match: Match | None) -> Label:
    """The label that the machine gave to a passage."""
    if match is not None:
        return _to_label(match.corrected.machine, label) if match.corrected else label
    taken = [each.correction for each in comparison.corrections if each.span.overlaps(span)]
    unpaired = [each for each in taken if each.act is Act.UNPAIR]
    return _to_label(unpaired[0].machine, label) if unpaired else label


def _to_label(name: str, instead: Label) -> Label:
    return Label(name) if name in {label.value for label in LABELS} else instead


def _most(counts: Counter[Label]) -> Label:
    """The label of most words; of two with as many, the closer one."""
    return max(LABELS, key=lambda label: (counts[label], -LABELS.index(label)))


def _cut_edits(match: Match, span: Span) -> Iterable[Edit]:
    """The edits of a match that lie in a stretch, with what was deleted between them."""
    inside = [n for n, edit in enumerate(match.edits) if edit.derivative and edit.derivative.overlaps(span)]
    return match.edits[inside[0] : inside[-1] + 1] if inside else ()
