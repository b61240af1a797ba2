"""The small bar of an article on the page of its case: its words by label, drawn and in words."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.naming import count, say_part
from copytrail.display.summary import BarPart, build_bars
from webapp.summaries.values import Summary


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


def make_bar(summary: Summary) -> ShareBar:
    """The bar of one article; furniture is no part of it."""
    measures = summary.measures
    article, release = measures.derivative, measures.original
    bar, _release_bar = build_bars(measures, summary.verbatim_run)
    whole = sum(part.words for part in bar.parts)
    used = say_part(release.used, release.used + release.left_out)
    aside = f" ({count(article.furniture, 'word')} set aside as page furniture)" if article.furniture else ""
    return ShareBar(
        parts=tuple(_show_part(part, whole) for part in bar.parts if part.words),
        findings=summary.findings,
        by_hand=summary.by_hand,
        grave=summary.open_findings > 0,
        verdict=summary.verdict,
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
