"""Many pairs in one request: the lines of `copytrail batch`, one after another, without storing anything."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated

from copytrail.pairs import FIELDS, PairLine, PairOptions, compare_line
from webapp.api.about import About
from webapp.api.bodies import BadBody, Fault
from webapp.api.comparing import MOST_WORDS, TooManyWords
from webapp.api.texts import TextGiven

MOST_PAIRS = 200
ALL_WORDS = 5 * MOST_WORDS
"""So many words, counted roughly, are compared in one request."""
LETTERS = 6
"""A word has about so many bytes with its space; fewer bytes are fewer words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairSent:
    """Two texts, and the name of their result."""

    id: Annotated[str, About(text="Your name for the pair.", longest=200)]
    original: Annotated[TextGiven | str, About(text="The press release.")]
    derivative: Annotated[TextGiven | str, About(text="The article.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchSent:
    """Pairs to compare, each by itself."""

    pairs: Annotated[tuple[PairSent, ...], About(text="The pairs, in order.", longest=MOST_PAIRS)]
    fields: Annotated[
        tuple[str, ...], About(text="Which fields each result has; all, where none is named.", longest=len(FIELDS))
    ] = ()


def compare_pairs(sent: BatchSent, *, limit: int) -> Iterator[bytes]:
    """The result of each pair as a line of JSON; what is wrong with one stands in its line.

    Everything is checked before the first line: raises BadBody and TooManyWords.
    """
    options = PairOptions(folder=Path("/nonexistent"), fields=_read_fields(sent.fields))
    lines = [_write_line(pair, number, limit) for number, pair in enumerate(sent.pairs)]
    if sum(len(line.content) for line in lines) > ALL_WORDS * LETTERS:
        raise TooManyWords
    return (compare_line(line, options).content for line in lines)


def _read_fields(names: tuple[str, ...]) -> tuple[str, ...]:
    if not set(names) <= set(FIELDS):
        raise BadBody(Fault("/fields", f"There are the fields {', '.join(FIELDS)}."))
    return names or FIELDS


def _write_line(pair: PairSent, number: int, limit: int) -> PairLine:
    """The pair as a line of a file of pairs, which never names a file of this machine."""
    sides = {name: _write_text(getattr(pair, name), f"/pairs/{number}/{name}", limit) for name in _SIDES}
    return PairLine(number + 1, json.dumps({"id": pair.id, **sides}).encode("ascii"))


_SIDES = ("original", "derivative")


def _write_text(given: TextGiven | str, pointer: str, limit: int) -> object:
    text = TextGiven(text=given) if isinstance(given, str) else given
    if text.kind not in {"text", "html"}:
        raise BadBody(Fault(pointer, "Give one of text and html."))
    if len(text.content) > limit:
        raise BadBody(Fault(pointer, f"A text has up to {limit:,} bytes."))
    known = {each.name: getattr(text, each.name) for each in fields(text)}
    return {name: value for name, value in known.items() if value}
