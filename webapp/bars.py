"""The small bar of an article on the page of its case: its words by label, drawn and in words."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.correction_wording import say_count_by_hand
from copytrail.display.findings import say_findings
from copytrail.display.naming import count, say_part
from copytrail.display.summary import BarPart, build_bars, say_verdict
from copytrail.measures import measure
from copytrail.model import Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class SharePart:
    """One label's part of the bar."""

    css: str
    letter: str
    name: str
    share: str
    words: str
    start: float
    width: float
    has_room: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareBar:
    """The bar, and below it the verdict and what the words are counted of."""

    parts: tuple[SharePart, ...]
    verdict: str
    summary: str
    findings: str
    """How much is worth checking, by kind."""
    grave: bool
    by_hand: str = ""
    """How much of it stands on a person's word; empty where nothing does."""


def make_bar(comparison: Comparison) -> ShareBar:
    """The bar of one article; furniture is no part of it."""
    measures = measure(comparison)
    article, release = measures.derivative, measures.original
    bar, _release_bar = build_bars(measures, comparison.thresholds.verbatim_words)
    whole = sum(part.words for part in bar.parts)
    used = say_part(release.used, release.used + release.left_out)
    aside = f" ({count(article.furniture, 'word')} set aside as page furniture)" if article.furniture else ""
    return ShareBar(
        parts=tuple(_show_part(part, whole) for part in bar.parts if part.words),
        findings=say_findings(comparison),
        by_hand=say_count_by_hand(comparison),
        grave=any(not finding.dismissed for finding in comparison.findings),
        verdict=say_verdict(comparison, measures),
        summary=(
            f"{count(whole, 'word')} compared{aside}, {say_part(article.verbatim, whole)} verbatim; "
            f"{used} of the release used"
        ),
    )


def _show_part(part: BarPart, whole: int) -> SharePart:
    return SharePart(
        css=part.css,
        letter=part.letter,
        name=part.name,
        share=say_part(part.words, whole),
        words=count(part.words, "word"),
        start=part.start,
        width=part.width,
        has_room=part.room != "none",
    )
