"""How much of each text was reused, and the verdict on the whole derivative with its reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from copytrail.model import (
    REUSED,
    Comparison,
    Derivation,
    EditKind,
    Label,
    Match,
    ParagraphKind,
    Passage,
    Thresholds,
)
from copytrail.objections import find_objections
from copytrail.passages import tile_derivative, tile_original
from copytrail.words import WordIndex


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
    words = comparison.derivative.index
    ours = _count(words, tile_derivative(comparison))
    theirs = _count(comparison.original.index, tile_original(comparison))
    derivative = DerivativeWords(
        words=sum(ours.values()),
        copied=ours[Label.COPIED],
        edited=ours[Label.EDITED],
        paraphrased=ours[Label.PARAPHRASED],
        added=ours[Label.ADDED],
        furniture=ours[Label.FURNITURE],
        verbatim=sum(words.count(span.start, span.end) for span in comparison.verbatim),
    )
    used = sum(theirs[label] for label in REUSED)
    original = OriginalWords(words=used + theirs[Label.LEFT_OUT], used=used, left_out=theirs[Label.LEFT_OUT])
    longest = max((words.count(span.start, span.end) for span in comparison.verbatim), default=0)
    derivation = judge(derivative, weigh(comparison, words), longest, comparison.thresholds)
    is_slight = longest < comparison.thresholds.proof_words and _is_slight(comparison, derivative.text)
    if is_slight:
        derivation = Derivation.NON_DERIVED
    return Measures(
        derivative=derivative,
        original=original,
        derivation=derivation,
        reasons=_explain(comparison, derivative, derivation, is_slight=is_slight),
    )


def weigh(comparison: Comparison, words: WordIndex) -> float:
    """The reused words of the derivative, those of a paraphrase as far as it is likely one."""
    counts = ((words.count(match.derivative.start, match.derivative.end), match) for match in comparison.matches)
    return sum(count * (match.score if _is_likely_only(match) else 1.0) for count, match in counts)


def judge(words: DerivativeWords, weighed: float, longest: int, thresholds: Thresholds) -> Derivation:
    """The verdict that a text's words give, with its reused words weighed and its longest run of the original's."""
    if words.text and words.reused >= thresholds.wholly_share * words.text:
        return Derivation.WHOLLY_DERIVED
    share = weighed / words.text if words.text else 0.0
    is_proved = longest >= thresholds.proof_words or words.copied + words.edited >= thresholds.proof_kept
    needed = thresholds.partly_share if words.copied + words.edited else thresholds.paraphrase_share
    is_partly = is_proved or share >= needed
    return Derivation.PARTLY_DERIVED if is_partly else Derivation.NON_DERIVED


def _is_likely_only(match: Match) -> bool:
    """Whether a match is a paraphrase that nobody has confirmed."""
    return match.label is Label.PARAPHRASED and match.corrected is None


def _is_slight(comparison: Comparison, text: int) -> bool:
    """Whether a derivative is one sentence that keeps too few of its words: its paraphrase alone is no evidence."""
    paragraphs = (p for p in comparison.derivative.paragraphs if p.kind is not ParagraphKind.FURNITURE)
    if sum(len(paragraph.sentences) for paragraph in paragraphs) > 1:
        return False
    index = comparison.derivative.index
    edits = (edit for match in comparison.matches for edit in match.edits if edit.kind is EditKind.KEPT)
    kept = sum(index.count(edit.derivative.start, edit.derivative.end) for edit in edits if edit.derivative)
    return kept < comparison.thresholds.sentence_share * text


def _explain(
    comparison: Comparison, words: DerivativeWords, derivation: Derivation, *, is_slight: bool
) -> tuple[str, ...]:
    """The reasons for the verdict, each one sentence with its numbers."""
    reused, text = words.reused, words.text
    run = comparison.thresholds.verbatim_words
    share = _percent(words.verbatim, text)
    reasons = [
        f"{reused} of {text} words ({_percent(reused, text)}) come from the original.",
        f"{words.verbatim} words ({share}) stand in the original in runs of {run} or more."
        if words.verbatim
        else f"No run of {run} words is shared with the original.",
    ]
    if is_slight and reused:
        reasons.append("A single sentence that keeps less than half of its words is too little to tell.")
    elif derivation is Derivation.NON_DERIVED:
        reasons += find_objections(comparison, reused / max(1, text))
    return tuple(reasons)


def _percent(part: int, whole: int) -> str:
    """A share in whole percent."""
    return f"{round(100 * part / whole) if whole else 0}%"


def _count(words: WordIndex, passages: Iterable[Passage]) -> Counter[Label]:
    """The words under each label."""
    counts: Counter[Label] = Counter()
    for passage in passages:
        counts[passage.label] += words.count(passage.span.start, passage.span.end)
    return counts
