"""Texts that are changed at known places: what they are before and after, and how a place is followed through."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from copytrail.model.segments import Span


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation without its marks, and its speaker's name where one is given in one piece."""

    content: Span
    speaker: Span | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A text with its quotations."""

    text: str
    quotations: tuple[Quoted, ...] = ()
    language: str = "en"
    other: str = ""
    """Another text of the same kind, to take sentences from."""


@dataclass(frozen=True, slots=True)
class Change:
    """The changed text, and where the change is to be seen on either side."""

    text: str
    original: tuple[Span, ...] = ()
    derivative: tuple[Span, ...] = ()
    way: str = ""
    """In which of the operation's ways it was done."""


Operation = Callable[[Source, Random], Change | None]
"""Changes a text in its way; None where the text has nothing of the kind."""

Replacement = tuple[Span, str]


def replace_spans(text: str, replacements: Sequence[Replacement], places: Sequence[Span] = ()) -> Change:
    """The text with other words in these spans; the change shows there, or at the places named.

    >>> replace_spans("Ten of 12 rooms", [(Span(7, 9), "eleven")])
    Change(text='Ten of eleven rooms', original=(Span(start=7, end=9),), derivative=(Span(start=7, end=13),), way='')
    """
    changed = text
    for span, words in sorted(replacements, key=lambda one: one[0].start, reverse=True):
        changed = changed[: span.start] + words + changed[span.end :]
    seen = tuple(places) or tuple(span for span, _ in replacements)
    return Change(changed, seen, tuple(_carry(place, replacements) for place in seen))


def choose_place(pattern: re.Pattern[str], text: str, choose: Random) -> Span | None:
    """One of the places that a pattern finds."""
    found = [Span(*match.span()) for match in pattern.finditer(text)]
    return choose.choice(found) if found else None


def _carry(place: Span, replacements: Sequence[Replacement]) -> Span:
    """The place in the changed text; what is put in at its end belongs to it."""
    start = sum(
        len(words) - len(span) for span, words in replacements if span.end <= place.start and span.start < place.start
    )
    end = sum(len(words) - len(span) for span, words in replacements if span.end <= place.end)
    return Span(place.start + start, place.end + end)
