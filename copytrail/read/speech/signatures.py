"""Speakers named by a dash after their words, on the same line or below: “…” – Ada Holm, mayor."""

from __future__ import annotations

from collections.abc import Sequence

from copytrail.model import Span
from copytrail.read.speech.clauses import Frame, Token
from copytrail.read.speech.phrases import divide, is_plain_name, make_phrase
from copytrail.read.speech.speakers import Attribution
from copytrail.read.speech.words import SpeechWords

_DASHES = frozenset("-–—―")
_LONGEST = 15
"""In words: a longer line says more than a name."""
_LONGEST_NAME = 5


def signature_beside(text: str, frame: Frame, number: int, words: SpeechWords) -> Attribution | None:
    """The name after a dash behind a quotation with which its sentence begins and ends."""
    after = frame.after(number)
    if frame.before(number) or not after or after[0].gap[:1] not in _DASHES:
        return None
    return _sign(after, text.index(after[0].gap[0], frame.quoted[number].outer.end), words)


def signature_below(text: str, frames: Sequence[Frame], start: int, words: SpeechWords) -> Attribution | None:
    """The name that a line of its own gives after a dash; `start` is where the line begins."""
    if text[start] not in _DASHES or any(frame.quoted for frame in frames):
        return None
    return _sign([token for frame in frames for token in frame.tokens], start, words)


def _sign(tokens: Sequence[Token], dash: int, words: SpeechWords) -> Attribution | None:
    """The attribution by a dash, unless more than a name with what he is follows it."""
    if not tokens or len(tokens) > _LONGEST:
        return None
    name = divide(tokens)[0]
    if len(name) > _LONGEST_NAME or not is_plain_name(name, words):
        return None
    phrase = make_phrase(name, words)
    return Attribution(phrase, Span(dash, dash + 1)) if phrase and phrase.is_name else None
