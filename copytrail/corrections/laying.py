"""A review laid over the machine's comparison: corrections first, then all that follows from them, then dismissals.

A correction finds its stretch of the derivative and its sources by their words. They are taken out of whatever
stands there and replaced by what the person said, so it holds whatever a newer engine makes of the texts. What finds no
place, or stands in a paragraph that is set aside, is kept and said. Ledgers and findings then follow from the matches.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from copytrail.align.terms import Pair, Side
from copytrail.anchors import Finder
from copytrail.corrections.speakers import lay_speakers
from copytrail.corrections.stretches import Stretch, join_ranges, list_steps, read_match, share_words, take_out
from copytrail.corrections.writing import write_matches
from copytrail.model import Act, Addition, Anchor, Comparison, Correction, Laid, Part, Review, Span
from copytrail.notes import lay_notes
from copytrail.pipeline import Texts, hold_ledgers, read_texts
from copytrail.review import apply_dismissals


def apply_review(comparison: Comparison, review: Review) -> Comparison:
    """The machine's comparison as people corrected it, each finding with what was said of it, and with notes."""
    corrected = apply_corrections(comparison, review.corrections)
    return lay_notes(apply_dismissals(corrected, review.dismissals), review.notes)


def apply_corrections(comparison: Comparison, corrections: Sequence[Correction]) -> Comparison:
    """The machine's comparison with corrections laid over it, in their order; without any it is what it was."""
    if not corrections:
        return comparison
    texts = read_texts(comparison.original, comparison.derivative)
    ground = _Ground(texts.pair, comparison)
    laid = [Laid(each, span) for each in corrections if (span := ground.lay(each))]
    speakers = lay_speakers(texts, [each for each in laid if each.correction.act is Act.SPEAKER])
    placed = [each for each in laid if each.correction.act is not Act.SPEAKER or each in speakers.laid]
    corrected = replace(
        comparison,
        matches=write_matches(texts.pair, ground.stretches, comparison.thresholds),
        corrections=tuple(placed),
        unplaced_corrections=_list_unplaced(corrections, placed),
    )
    return _hold(speakers.texts, corrected) if placed else corrected


class _Ground:
    """The stretches of one comparison while corrections are laid over them."""

    def __init__(self, pair: Pair, comparison: Comparison) -> None:
        self.pair = pair
        self.stretches = [read_match(pair, match) for match in comparison.matches]
        self._original, self._derivative = Finder(comparison.original), Finder(comparison.derivative)

    def lay(self, correction: Correction) -> Span | None:
        """Lay one correction, and say where; nothing is changed where one of its places is not found."""
        place = self._find(self._derivative, self.pair.derivative, correction.place)
        parts = [self._read(correction, part) for part in correction.parts]
        if place is None or any(part is None for part in parts):
            return None
        if correction.act is not Act.SPEAKER:
            known = next((each.id for each in self.stretches if _holds(place, each.derivative)), "")
            told = [self._keep_edits(replace(part, id="" if n else known)) for n, part in enumerate(parts) if part]
            self.stretches = [*take_out(self.stretches, place), *told]
        return self.pair.derivative.span(place.start, place.stop)

    def _read(self, correction: Correction, part: Part) -> Stretch | None:
        """What a person said of a stretch, in word numbers."""
        place = self._find(self._derivative, self.pair.derivative, part.place)
        found = [self._find(self._original, self.pair.original, source) for source in part.sources]
        originals = join_ranges(self.pair.original, (words for words in found if words))
        if place is None or len(originals) == 0 or None in found:
            return None
        return Stretch(
            derivative=place,
            originals=originals,
            steps=list_steps(share_words(self.pair, originals, place)),
            label=part.label,
            by_hand=correction.by_hand(part.label.value),
        )

    def _keep_edits(self, told: Stretch) -> Stretch:
        """What a person said, with the edits that are known where the words on both sides are the same as before."""
        same = (
            each.match or each.base
            for each in self.stretches
            if (each.derivative, each.originals) == (told.derivative, told.originals)
        )
        return replace(told, base=next(same, None))

    def _find(self, finder: Finder, side: Side, anchor: Anchor) -> range | None:
        """The words of an anchor; none where they are not found, or stand in a paragraph that is set aside."""
        span = finder.find(anchor)
        if span is None:
            return None
        words = side.index.touching(span.start, span.end)
        return words if words and len(words) == len(side.document.index.touching(span.start, span.end)) else None


def _holds(place: range, words: range) -> bool:
    return place.start <= words.start and words.stop <= place.stop


def _list_unplaced(corrections: Iterable[Correction], placed: Sequence[Laid]) -> tuple[Correction, ...]:
    found = {id(each.correction) for each in placed}
    return tuple(each for each in corrections if id(each) not in found)


def _hold(texts: Texts, corrected: Comparison) -> Comparison:
    """All that follows from the matches; what is known of additions in other texts of the case stays with them."""
    held = hold_ledgers(texts, corrected)
    return replace(held, additions=tuple(_recall(each, corrected.additions) for each in held.additions))


def _recall(addition: Addition, before: Sequence[Addition]) -> Addition:
    names = dict.fromkeys(name for each in before if each.span.overlaps(addition.span) for name in each.also_in)
    return replace(addition, also_in=tuple(names))
