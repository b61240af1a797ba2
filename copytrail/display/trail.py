"""The trail of a case as a drawing needs it: which articles share which additions, in the order of their dates.

Of each article little is kept, so that a large case can be read one comparison after the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copytrail.display.naming import join_words, shorten
from copytrail.display.page import name_document
from copytrail.display.visible import show_line
from copytrail.lexicon import function_words
from copytrail.model import Comparison
from copytrail.trail import find_source, list_used

LIKENESS = 0.5
"""So much of the shorter addition's words must be in the longer one, if they are to be the same."""
_OPENING = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailPassage:
    """An addition that other articles hold, too."""

    opening: str
    words: frozenset[str]
    others: tuple[str, ...]
    """The ids of the other articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailArticle:
    """What is known of one article."""

    id: str
    number: int
    name: str
    published: str
    passages: tuple[TrailPassage, ...]
    used: frozenset[int]
    """The words of the release that it uses, by their numbers."""
    share: float
    """So much of what another article takes must it have, to be where that has it from."""


@dataclass(frozen=True, slots=True)
class TrailRow:
    """One addition and the articles that hold it, those that are dated first in front."""

    opening: str
    holders: tuple[TrailArticle, ...]


def read_trail(comparison: Comparison, number: int) -> TrailArticle:
    """What one article adds that others hold; what stands in a reference of the case says nothing of the way."""
    references = {reference.document.id for reference in comparison.references}
    document = comparison.derivative
    shared = [each for each in comparison.additions if each.also_in and references.isdisjoint(each.also_in)]
    ordinary = function_words(document.language)
    return TrailArticle(
        id=document.id,
        number=number,
        name=name_document(document, "Article"),
        published=show_line(document.published)[:10],
        passages=tuple(
            TrailPassage(
                opening=shorten(show_line(each.span.of(document.text)), _OPENING),
                words=frozenset(
                    document.index.words[word].casefold()
                    for word in document.index.between(each.span.start, each.span.end)
                )
                - ordinary,
                others=each.also_in,
            )
            for each in shared
        ),
        used=list_used(comparison) if shared else frozenset(),
        share=comparison.thresholds.wholly_share,
    )


def order_articles(articles: Sequence[TrailArticle]) -> tuple[TrailArticle, ...]:
    """In the order of their dates; those without one last, as they stand in the case."""
    return tuple(sorted(articles, key=lambda each: (not each.published, each.published, each.number)))


def list_rows(articles: Sequence[TrailArticle]) -> tuple[TrailRow, ...]:
    """The shared additions, those that most articles hold first; two are one where most of their words agree."""
    by_id = {article.id: article for article in articles}
    rows: list[dict[str, TrailPassage]] = []
    for article in articles:
        for passage in article.passages:
            home = next((row for row in rows if _is_home(row, article, passage)), None)
            if home is None:
                rows.append({article.id: passage})
            else:
                home[article.id] = passage
    told = [
        TrailRow(next(iter(row.values())).opening, order_articles([by_id[each] for each in row]))
        for row in rows
        if len(row) > 1
    ]
    return tuple(sorted(told, key=lambda row: (-len(row.holders), row.holders[0].number)))


def suggest_ways(rows: Sequence[TrailRow]) -> tuple[str, ...]:
    """For each article what dates and words say of where it may have its shared additions from, in words."""
    found: defaultdict[tuple[int, int], tuple[str, ...]] = defaultdict(tuple)
    for row in rows:
        first, *others = row.holders
        for other in others:
            source, reasons = find_source(
                (first.published, other.published), (first.used, other.used), max(first.share, other.share)
            )
            if source == 0:
                found[other.number, first.number] = reasons
    return tuple(_say(way, reasons) for way, reasons in sorted(found.items()))


def _is_home(row: dict[str, TrailPassage], article: TrailArticle, passage: TrailPassage) -> bool:
    """Whether the additions of a row are the same as one of another article."""
    return article.id not in row and any(
        article.id in each.others and other in passage.others and _is_same(each, passage) for other, each in row.items()
    )


def _is_same(one: TrailPassage, other: TrailPassage) -> bool:
    least = min(len(one.words), len(other.words))
    return bool(least) and len(one.words & other.words) >= LIKENESS * least


def _say(way: tuple[int, int], reasons: Sequence[str]) -> str:
    taker, giver = way
    return (
        f"Article {taker} may come from article {giver}, which {join_words(list(reasons))}, or both from a third text."
    )


def tell_rows(rows: Sequence[TrailRow]) -> Iterator[str]:
    """Each row in words, for whoever does not see the drawing."""
    for row in rows:
        numbers = join_words([str(each.number) for each in row.holders])
        yield f"{row.opening}: in articles {numbers}, in the order of their dates."
