"""The trail of a case from its summaries: which articles share which additions, in the order of their dates.

Two additions are the same where each article says that the other has it, and most of their words agree. What the
dates and the words taken from the release say of the way is the engine's word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from copytrail.model import Thresholds
from copytrail.trail import find_source
from webapp.records import DocumentRecord
from webapp.summaries.values import SharedAddition, Summary

LIKENESS = 0.5
"""So much of the shorter addition's words must be in the longer one."""
MOST_ASKED = 2
"""Of the articles that hold an addition so many are asked for it: the others are found through these."""
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """An article that holds a shared addition, and which other one it may have it from."""

    article: DocumentRecord
    addition: SharedAddition
    source: DocumentRecord | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """One addition with the articles that hold it, the one dated first in front, those without a date last."""

    holders: tuple[Holder, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """A shared addition, ready to be held against others."""

    addition: SharedAddition
    words: frozenset[str]
    holders: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Groups:
    """Additions put together as they are found to be the same."""

    parents: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    def find(self, terms: tuple[str, ...]) -> tuple[str, ...]:
        while self.parents.setdefault(terms, terms) != terms:
            terms = self.parents[terms]
        return terms

    def join(self, one: tuple[str, ...], other: tuple[str, ...]) -> None:
        self.parents[self.find(one)] = self.find(other)


def order_by_date(articles: Sequence[DocumentRecord]) -> tuple[DocumentRecord, ...]:
    """The articles in the order of their dates; those without one last, as they stand in the case."""
    return tuple(sorted(articles, key=lambda each: (not find_date(each), find_date(each), each.place)))


def find_date(article: DocumentRecord) -> str:
    """The date of an article as far as it is known: `2025-08-19`, `2025-08`; empty where it is not."""
    found = _DATE.match(article.published.strip())
    return found.group() if found else ""


def list_trail(articles: Sequence[DocumentRecord], summaries: Mapping[str, Summary]) -> tuple[Shared, ...]:
    """The additions that articles share, those that most of them have first."""
    known = [article for article in articles if article.id in summaries]
    groups = _group(known, summaries)
    gathered: defaultdict[tuple[str, ...], dict[str, Holder]] = defaultdict(dict)
    for article in known:
        for addition in summaries[article.id].shared:
            holder = Holder(article=article, addition=addition)
            gathered[groups.find(addition.terms)].setdefault(article.id, holder)
    used = {article.id: _read_used(summaries[article.id].used) for article in known if summaries[article.id].shared}
    found = [_order(tuple(held.values()), used) for held in gathered.values() if len(held) > 1]
    return tuple(sorted(found, key=lambda each: (-len(each.holders), each.holders[0].article.place)))


def _group(articles: Sequence[DocumentRecord], summaries: Mapping[str, Summary]) -> _Groups:
    """The additions, the same ones together; what is the same as one of a few stands with all of them."""
    known = {f"article-{each.place}": tuple(map(_prepare, summaries[each.id].shared)) for each in articles}
    groups = _Groups()
    for name, additions in known.items():
        for one in additions:
            others = [other for other in one.addition.others if other in known]
            for other in others[:MOST_ASKED]:
                twin = _find_twin(name, one, known[other])
                if twin:
                    groups.join(one.addition.terms, twin.addition.terms)
    return groups


def _find_twin(name: str, one: _Known, others: Sequence[_Known]) -> _Known | None:
    """The addition of another article that has most words of this one, if it is the same."""
    shared = [(len(one.words & each.words), each) for each in others if name in each.holders]
    most, twin = max(shared, key=lambda pair: pair[0], default=(0, None))
    return twin if twin and most >= LIKENESS * min(len(one.words), len(twin.words)) else None


def _prepare(addition: SharedAddition) -> _Known:
    return _Known(addition, frozenset(addition.terms), frozenset(addition.others))


def _order(holders: tuple[Holder, ...], used: Mapping[str, frozenset[int]]) -> Shared:
    by_id = {holder.article.id: holder for holder in holders}
    ordered = [by_id[article.id] for article in order_by_date([holder.article for holder in holders])]
    first = ordered[0].article
    return Shared((ordered[0], *(_suggest(first, holder, used) for holder in ordered[1:])))


def _suggest(first: DocumentRecord, holder: Holder, used: Mapping[str, frozenset[int]]) -> Holder:
    """The holder with the first one as its source, where something says so and nothing speaks against it."""
    published = (find_date(first), find_date(holder.article))
    source, reasons = find_source(published, (used[first.id], used[holder.article.id]), Thresholds().wholly_share)
    if source != 0:
        return holder
    return Holder(article=holder.article, addition=holder.addition, source=first, reasons=reasons)


def _read_used(digits: str) -> frozenset[int]:
    bits = bin(int(digits, 16))[:1:-1]
    return frozenset(number for number, bit in enumerate(bits) if bit == "1")
