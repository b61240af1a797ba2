"""A release and an article with something in every ledger."""

from __future__ import annotations

from dataclasses import replace

from copytrail.intake.from_plain import read_plain
from copytrail.model import Addition, AdditionKind, Comparison, Loss, Omission, Span
from copytrail.pipeline import compare

RELEASE = (
    "The harbour bridge opened on Monday after 14 months of work and cost £12 million.",
    "“We waited forty years for this bridge to open to everybody,” said Anna Berg, the mayor of Holm.",
    "“The ferry will stop when the last boat is sold to the islands,” said Carl Lund, the harbour master.",
    "The works may be delayed if the council does not agree to them, the harbour office said in a note.",
)
ARTICLE = (
    "The harbour bridge opened on Monday after 15 months of work and cost £12 million.",
    "“We waited forty years for this bridge to open to everybody,” said Carl Lund.",
    "“Nobody asked the fishermen whether they wanted so much noise,” said Dora Falk.",
    "In 1953 the old bridge fell into the river during a storm, and Peter Holt rebuilt it with wood from Norway.",
)


def compare_ledgers(
    release: tuple[str, ...] = RELEASE, article: tuple[str, ...] = ARTICLE, *, name: str = "article-1"
) -> Comparison:
    """The comparison of the two texts, or of others."""
    return compare(
        read_plain("\n\n".join(release), id="original", title="Bridge opens"),
        read_plain("\n\n".join(article), id=name, title="At last, a bridge"),
    )


def find_words(text: str, words: str) -> Span:
    """Where words stand in a text for the first time."""
    start = text.index(words)
    return Span(start, start + len(words))


def add_changes(comparison: Comparison, *, also_in: tuple[str, ...] = ()) -> Comparison:
    """The comparison with one addition and one omission."""
    added = Addition(
        span=find_words(comparison.derivative.text, ARTICLE[3]),
        kind=AdditionKind.UNATTRIBUTED,
        why="It names 1953, which the original does not.",
        also_in=also_in,
    )
    lost = Omission(
        span=find_words(comparison.original.text, RELEASE[3]),
        rank=1,
        lost=(Loss.CAVEAT, Loss.TOPIC),
        why="It holds the condition “if”.",
    )
    return replace(comparison, additions=(added,), omissions=(lost,))
