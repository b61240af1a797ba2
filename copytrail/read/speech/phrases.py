"""Noun phrases that may be speakers, and the names in them.

The person's name in a phrase is its last run of capitals, after titles and roles and before what is attached to it; a
phrase without such a run, or with one that only says of what ("the mayor of Rodan"), is named by all its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from copytrail.model import Span
from copytrail.read.speech.clauses import Token
from copytrail.read.speech.words import NAME_LINKS, SpeechWords

_BREAKS = frozenset(",;:()[]—–…?!")
_POSSESSIVE = re.compile(r"['’]s?$")
_LINKS = NAME_LINKS | {"of", "the"}
_FIELDS = frozenset({"de", "des", "du", "del"})
"""What stands between an office and its field where both go before a name."""
_PLACE_WORDS = frozenset({"san", "santa", "saint", "sainte", "los", "las", "new", "nueva", "nuevo", "port", "puerto"})
"""What long names of places begin with."""
_FULL_NAME = 2
"""A first name and a last one."""
_COMPOUND = 6
"""In letters; words that end with a title of so many are titles: "Verkehrsministerin"."""
_LOWER_WORDS = 2
"""After an article so many words that are no roles still belong to a description."""
LONGEST = 14
"""In words; no speaker is described at more length beside his verb."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that may be a speaker."""

    name: str
    span: Span
    is_name: bool
    """Whether the name is a run of capitals, not a description or a pronoun."""


def breaks(gap: str) -> bool:
    """Whether the signs between two words part a phrase."""
    return bool(gap) and not _BREAKS.isdisjoint(gap)


def divide(tokens: Sequence[Token]) -> list[list[Token]]:
    """Words divided at the signs between them."""
    segments: list[list[Token]] = []
    for token in tokens:
        if not segments or breaks(token.gap):
            segments.append([])
        segments[-1].append(token)
    return segments


def make_phrase(tokens: Sequence[Token], words: SpeechWords) -> Phrase | None:
    """A phrase with its name; none of no words."""
    if not tokens:
        return None
    name = _find_name(tokens, words)
    chosen = name or tokens
    said = [chosen[0].text, *(f"{'.' if token.gap == '.' else ''} {token.text}" for token in chosen[1:])]
    span = Span(tokens[0].start, tokens[-1].end)
    return Phrase(_POSSESSIVE.sub("", "".join(said)), span, bool(name))


def begins_phrase(token: Token, words: SpeechWords) -> bool:
    """Whether a word can begin a speaker's description."""
    if token.lower in words.prepositions or token.lower in words.conjunctions:
        return False
    return token.is_capital or token.lower in words.describing


def is_plain_name(segment: Sequence[Token], words: SpeechWords) -> bool:
    """Whether a stretch is a name with titles and roles, and nothing else; "minister of defence" is an office."""
    first, last = segment[0].lower, segment[-1]
    if not last.is_capital or last.lower in words.days or last.lower in words.pronouns:
        return False
    if first in words.prepositions or first in words.auxiliaries or first.endswith("ly"):
        return False
    if any(
        is_office(segment[n], words) and segment[n + 1].lower in _LINKS
        for n in range(max(0, len(segment) - 4), len(segment) - 2)
    ):
        return False
    return all(token.is_capital or is_office(token, words) or token.lower in _LINKS for token in segment)


def is_office(token: Token, words: SpeechWords) -> bool:
    """Whether a word is a title or a role."""
    return token.lower in words.roles or token.lower in words.titles


def leading_phrase(segment: Sequence[Token], words: SpeechWords) -> Phrase | None:
    """The phrase that a stretch begins with, whatever verb follows."""
    first = segment[0]
    if first.lower in words.pronouns:
        return make_phrase(segment[:1], words)
    if not begins_phrase(first, words) or first.lower in {"this", "that", "there"}:
        return None
    spare = _LOWER_WORDS if first.lower in words.determiners else 0
    end = 1
    for token in segment[1:LONGEST]:
        if token.lower in words.auxiliaries or token.lower in words.prepositions or token.lower in words.pronouns:
            break
        if not token.is_capital and not is_office(token, words):
            if not spare or token.lower in words.verbs:
                break
            spare -= 1
        end += 1
    return make_phrase(segment[:end], words)


def head_of(chunk: list[Token], words: SpeechWords) -> list[Token]:
    """A phrase without what is attached to it: "Trump in Iowa" is Trump, "a spokesman for Trump" stays whole."""
    if chunk and chunk[0].lower in words.conjunctions:
        return chunk[1:]
    if chunk and chunk[0].lower in words.prepositions:
        names = (n for n in range(2, len(chunk)) if chunk[n].is_capital and not chunk[n - 1].is_capital)
        return chunk[next(names, len(chunk)) :]
    for number, token in enumerate(chunk[1:], start=1):
        is_of = token.lower in _LINKS
        if token.lower not in words.prepositions or (is_of and chunk[0].lower in words.determiners):
            continue
        if chunk[number - 1].is_capital:
            return chunk[:number]
        if not is_of:
            return chunk
    return chunk


def _find_name(tokens: Sequence[Token], words: SpeechWords) -> list[Token]:
    """The person's or body's name in a phrase; nothing where the phrase ends in other words."""
    if after_field := _after_field(tokens, words):
        return after_field
    kept = [tokens[0], *takewhile(lambda t: t.lower not in words.prepositions or t.lower in _LINKS, tokens[1:])]
    if not kept[-1].is_capital:
        return []
    start = len(kept) - 1
    while start and (kept[start - 1].is_capital or _is_link(kept, start - 1)):
        start -= 1
    is_description = tokens[0].lower in words.indefinite and kept[-1].lower in words.roles
    if is_description or (start and kept[start - 1].lower in _LINKS - words.determiners):
        return []
    run = kept[start:]
    while run and run[0].lower in words.before_names and run[0].lower not in words.titles:
        run = run[1:]
    if run and run[-1].lower in words.bodies:
        return run
    titles = (
        n for n, token in enumerate(run[:-1]) if token.lower in words.titles or (not n and _ends_as_title(token, words))
    )
    return run[max(titles, default=-1) + 1 :]


def _after_field(tokens: Sequence[Token], words: SpeechWords) -> list[Token]:
    """The name after an office and its field: "la ministre des Transports Ada Holm"."""
    field = next((n for n, token in enumerate(tokens) if token.lower in _FIELDS & words.prepositions), len(tokens))
    first = field + 1
    while first < len(tokens) and tokens[first].lower in words.determiners:
        first += 1
    name = list(tokens[first + 1 :])
    is_led = any(is_office(token, words) and not token.is_capital for token in tokens[:field])
    if not is_led or len(name) < _FULL_NAME or tokens[first].lower in _PLACE_WORDS:
        return []
    return name if all(token.is_capital for token in name) else []


def _ends_as_title(token: Token, words: SpeechWords) -> bool:
    """Whether a word is a title with more before it, as German writes them."""
    return any(len(title) >= _COMPOUND and token.lower.endswith(title) for title in words.titles | words.roles)


def _is_link(tokens: Sequence[Token], number: int) -> bool:
    """Whether a word joins the parts of a name, such as "de"."""
    return number > 0 and tokens[number].lower in _LINKS and tokens[number - 1].is_capital
