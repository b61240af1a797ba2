"""How much of each text was reused, and the verdict on the whole derivative with its reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from copytrail.model import REUSED, Comparison, Derivation, Document, Label, Passage, Thresholds
from copytrail.passages import tile_derivative, tile_original
from copytrail.words import word_pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivativeWords:
    """The derivative's words by label; `verbatim` overlaps the labels, all others add up to `words`."""

    words: int
    copied: int
    edited: int
    paraphrased: int
    added: int
    furniture: int
    verbatim: int

    @property
    def text(self) -> int:
        """The words outside the furniture: what all shares are shares of."""
        return self.words - self.furniture

    @property
    def reused(self) -> int:
        """The words that come from the original."""
        return self.copied + self.edited + self.paraphrased


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalWords:
    """The original's words outside its furniture, used and left out."""

    words: int
    used: int
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Counts of both sides and the verdict."""

    derivative: DerivativeWords
    original: OriginalWords
    derivation: Derivation
    reasons: tuple[str, ...]


def measure(comparison: Comparison) -> Measures:
    """The counts of a comparison and its verdict."""
    ours = _count(comparison.derivative, tile_derivative(comparison))
    theirs = _count(comparison.original, tile_original(comparison))
    verbatim = sum(len(word_pairs(comparison.derivative.text, span.start, span.end)) for span in comparison.verbatim)
    derivative = DerivativeWords(
        words=sum(ours.values()),
        copied=ours[Label.COPIED],
        edited=ours[Label.EDITED],
        paraphrased=ours[Label.PARAPHRASED],
        added=ours[Label.ADDED],
        furniture=ours[Label.FURNITURE],
        verbatim=verbatim,
    )
    used = sum(theirs[label] for label in REUSED)
    original = OriginalWords(words=used + theirs[Label.LEFT_OUT], used=used, left_out=theirs[Label.LEFT_OUT])
    derivation = judge(derivative, comparison.thresholds)
    return Measures(
        derivative=derivative,
        original=original,
        derivation=derivation,
        reasons=explain(comparison, derivative, derivation),
    )


def judge(words: DerivativeWords, thresholds: Thresholds) -> Derivation:
    """The verdict that the shares of a derivative's words give."""
    share = words.reused / words.text if words.text else 0.0
    if share >= thresholds.wholly_share:
        return Derivation.WHOLLY_DERIVED
    return Derivation.PARTLY_DERIVED if share >= thresholds.partly_share else Derivation.NON_DERIVED


def explain(comparison: Comparison, words: DerivativeWords, derivation: Derivation) -> tuple[str, ...]:
    """The reasons for the verdict, each one sentence with its numbers."""
    reused, text = words.reused, words.text
    reasons = [f"{reused} of {text} words ({_percent(reused, text)}) come from the original."]
    reasons.append(
        f"{words.verbatim} words ({_percent(words.verbatim, text)}) stand in the original in runs of {comparison.thresholds.verbatim_words} or more."
        if words.verbatim
        else f"No run of {comparison.thresholds.verbatim_words} words is shared with the original."
    )
    if derivation is Derivation.NON_DERIVED:
        reasons += _reasons_against(comparison)
    return tuple(reasons)


def _reasons_against(comparison: Comparison) -> list[str]:
    """What speaks against a derivation beside the small shares."""
    languages = {comparison.original.language, comparison.derivative.language}
    if len(languages - {""}) > 1:
        return ["The two texts are in different languages, which words cannot bridge."]
    if comparison.matches:
        return [f"{len(comparison.matches)} single passages agree; they may be about the same subject, another event."]
    return ["No passage agrees."]


def _percent(part: int, whole: int) -> str:
    """A share in whole percent."""
    return f"{round(100 * part / whole) if whole else 0} %"


def _count(document: Document, passages: Iterable[Passage]) -> Counter[Label]:
    """The words under each label."""
    counts: Counter[Label] = Counter()
    for passage in passages:
        counts[passage.label] += len(word_pairs(document.text, passage.span.start, passage.span.end))
    return counts
