"""Names put in the place of other names inside a match."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from copytrail.ledgers.alignment import Alignment
from copytrail.ledgers.facts.known_names import KnownNames, shared_words
from copytrail.model import EditKind, Label, Name, NameKind, Span

_TIGHT_WORDS = 5
"""A replacement of at most so many words on each side puts two names opposite each other."""


def find_replaced(alignment: Alignment, original: KnownNames, derivative: KnownNames) -> Iterator[tuple[Name, Name]]:
    """The derivative's names that stand where the original has another one, each with that one."""
    for name in derivative.names:
        match = alignment.match_at(name.span)
        if match is None or match.label is Label.PARAPHRASED:
            continue
        for other in _opposite(alignment, original, name):
            if _is_other(alignment, (original, derivative), name, other):
                yield name, other
                break


def _opposite(alignment: Alignment, original: KnownNames, name: Name) -> Iterator[Name]:
    """The names of the original that a name was put in the place of."""
    for edit in alignment.opposite(name.span):
        if edit.kind is not EditKind.REPLACED or not edit.original or not edit.derivative:
            continue
        widths = (
            alignment.derivative.index.count(edit.derivative.start, edit.derivative.end),
            alignment.original.index.count(edit.original.start, edit.original.end),
        )
        if max(widths) <= _TIGHT_WORDS:
            near = bisect_left(original.names, edit.original.start, key=_start)
            beside = original.names[max(0, near - 1) : bisect_left(original.names, edit.original.end, key=_start)]
            yield from (other for other in beside if other.span.overlaps(edit.original))


def _is_other(alignment: Alignment, known: tuple[KnownNames, KnownNames], name: Name, other: Name) -> bool:
    """Whether two names opposite each other mean different ones, neither being named beside the other."""
    original, derivative = known
    mine, theirs = shared_words([name]), shared_words([other])
    if mine <= theirs or theirs <= mine:
        return False
    if mine & theirs and not _differ_in_part(name, other):
        return False
    kinds = {name.kind, other.kind}
    is_of_one_kind = kinds in ({NameKind.PERSON}, {NameKind.PLACE}) or _could_be_persons(name, other)
    if not is_of_one_kind and (original.find(name) or len(kinds) > 1):
        return False
    sentence = alignment.derivative_sentence(name.span)
    beside = shared_words(_within(derivative.names, [sentence]))
    match = alignment.match_at(name.span)
    sources = shared_words(_within(original.names, alignment.sources_of(match) if match else ()))
    return not theirs <= beside and not mine <= sources and not _is_acronym(name, other)


def _could_be_persons(name: Name, other: Name) -> bool:
    """Whether both have a first and a last name and are neither places nor bodies."""
    kinds = {NameKind.PERSON, NameKind.OTHER}
    return all(one.kind in kinds and len(one.value.split()) > 1 for one in (name, other))


def _differ_in_part(name: Name, other: Name) -> bool:
    """Whether one word of a name was put in the place of another: a first name, a last name."""
    one, another = name.value.split(), other.value.split()
    return _could_be_persons(name, other) and len(one) == len(another)


def _is_acronym(name: Name, other: Name) -> bool:
    """Whether one is the acronym of the other."""
    short, long = sorted((name.value, other.value), key=len)
    return short.replace(".", "") == "".join(part[0] for part in long.split() if part[0].isupper())


def _within(names: Sequence[Name], spans: Iterable[Span]) -> list[Name]:
    """The names in some stretches."""
    found: list[Name] = []
    for span in spans:
        first = bisect_left(names, span.start, key=_start)
        last = bisect_left(names, span.end, key=_start)
        found += names[first:last]
    return found


def _start(name: Name) -> int:
    """Where a name begins."""
    return name.span.start
