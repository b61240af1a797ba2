"""Texts changed in one known way in what somebody says, with the place where that shows.

Who says what comes from a gold by hand, so that the operations do not lean on the engine they measure.
"""

from __future__ import annotations

import re
from itertools import combinations, product
from random import Random

from bench.mutations.changes import Change, Quoted, Source, replace_spans
from copytrail.model.segments import Span

_PLAIN_NAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Sen|Rep|Gov|Dr)\.? )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}")
_NO_NAMES = {"He", "She", "They", "It", "We", "I", "The", "Another", "One", "Some", "Many", "Most", "Others"}
_WORD = re.compile(r"\b[a-z]{5,}\b")
_BRACKETS = re.compile(r"\[[^\]]*\]")
_LONG_ENOUGH = 40
"""Characters of a quotation that can be told from another."""


def swap_speakers(source: Source, choose: Random) -> Change | None:
    """Two speakers' names change places."""
    named = [one for one in source.quotations if _is_told_apart(source.text, one)]
    found = [
        pair for pair in combinations(named, 2) if _last_name(source.text, pair[0]) != _last_name(source.text, pair[1])
    ]
    if not found:
        return None
    first, second = choose.choice(found)
    assert first.speaker is not None
    assert second.speaker is not None
    return replace_spans(
        source.text,
        [(first.speaker, second.speaker.of(source.text)), (second.speaker, first.speaker.of(source.text))],
        (first.content, second.content),
    )


def alter_word(source: Source, choose: Random) -> Change | None:
    """One word inside a quotation becomes another word of the text; what stands in square brackets nobody said."""
    words = [(one, span) for one in source.quotations for span in _find_words(source.text, one.content)]
    if not words:
        return None
    quotation, span = choose.choice(words)
    start = span.of(source.text)[:4]
    others = [word for word in _WORD.findall(source.text) if not word.startswith(start)]
    return replace_spans(source.text, [(span, choose.choice(others))], [quotation.content]) if others else None


def join_quotations(source: Source, choose: Random) -> Change | None:
    """A quotation goes on with the words of one from a later paragraph, without a sign."""
    long = sorted(
        (one.content for one in source.quotations if len(one.content) >= _LONG_ENOUGH), key=lambda one: one.start
    )
    apart = [(a, b) for a, b in product(long, long) if a.end < b.start and "\n" in source.text[a.end : b.start]]
    if not apart:
        return None
    first, second = choose.choice(apart)
    words = second.of(source.text).rstrip(",")
    return replace_spans(
        source.text, [(Span(first.end, first.end), f" {words[0].upper()}{words[1:]}")], [first, second]
    )


def _is_told_apart(text: str, quotation: Quoted) -> bool:
    """Whether the quotation is long enough and its speaker is a plain name."""
    name = quotation.speaker.of(text) if quotation.speaker else ""
    return len(quotation.content) >= _LONG_ENOUGH and name not in _NO_NAMES and bool(_PLAIN_NAME.fullmatch(name))


def _last_name(text: str, quotation: Quoted) -> str:
    name = quotation.speaker.of(text) if quotation.speaker else ""
    return re.sub(r"['’]s?$", "", name).split()[-1]


def _find_words(text: str, content: Span) -> list[Span]:
    """The words of a quotation that can be altered."""
    said = _BRACKETS.sub(lambda found: " " * len(found.group()), content.of(text))
    return [Span(content.start + word.start(), content.start + word.end()) for word in _WORD.finditer(said)]
