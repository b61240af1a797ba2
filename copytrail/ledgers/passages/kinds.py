"""How a sentence says what the original does not: as somebody's words, as a forecast, to the reader, or on its own.

Its words decide, by lists in `data/additions.toml`; whose words they are the quotations of the document say first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from copytrail.ledgers.passages.cutting import Cut
from copytrail.ledgers.passages.phrase_lists import list_words, place_words, read_phrases
from copytrail.model import AdditionKind, Document, Quotation, QuotationKind, Span
from copytrail.read.speech.words import speech_words

_TOPIC = "additions"
_CONTACT = re.compile(
    r"(?P<phone>(?<![\w.])(?:\+|00?)\d(?:[\s()/-]{0,2}\d){7,14}(?!\w))|(?P<mail>[\w.+-]+@[\w-]+\.\w[\w.]*)|(?P<site>\b(?:https?://|www\.)\S+)"
)
_CONTACTS = {"phone": "The telephone number", "mail": "The address", "site": "The address"}
_BACK = 3
"""So many quotations before a place are looked at, since one may stand inside another."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A kind with what speaks for it."""

    kind: AdditionKind
    why: str
    speech: Quotation | None = None
    """The quotation it lies in or announces."""


class Judge:
    """Says of which kind the sentences of one document are."""

    def __init__(self, document: Document, quotations: Sequence[Quotation]) -> None:
        self._document = document
        self._said = [quotation for quotation in quotations if _is_somebodys(quotation)]
        self._starts = [_reach(quotation).start for quotation in self._said]
        speech = speech_words(document.language)
        self._pronouns = speech.pronouns | speech.first
        self._determiners = speech.determiners
        self._lists = {
            name: read_phrases(_TOPIC, document.language, name)
            for name in ("forecast", "opinion", "reported", "address", "selling", "orders")
        }

    def judge(self, cut: Cut) -> Evidence | None:
        """The kind of a stretch of a sentence; None where nothing says that it is more than stated."""
        place, sentence = cut.span, cut.sentence
        if speech := self._find_speech(place):
            return Evidence(AdditionKind.ATTRIBUTED, self._name_source(speech), speech)
        words = list_words(self._document, sentence, is_heading=cut.is_heading)
        if reported := self._quote("reported", words, sentence):
            return Evidence(AdditionKind.ATTRIBUTED, f"“{reported}” gives it as somebody's word.")
        here = words if place == sentence else list_words(self._document, place, is_heading=cut.is_heading)
        return self._judge_advice(here, place, sentence) or self._judge_forecast(here, place)

    def _judge_advice(self, words: Sequence[str], place: Span, sentence: Span) -> Evidence | None:
        """Whether it speaks to the reader, or wants to sell."""
        if place.start == sentence.start and words and (order := self._lists["orders"].find_at(words, 0)):
            return Evidence(AdditionKind.ADVICE, f"“{self._exact(place, order)}” asks something of the reader.")
        if selling := self._quote("selling", words, place):
            return Evidence(AdditionKind.ADVICE, f"“{selling}” offers the reader something.")
        if address := self._quote("address", words, place):
            return Evidence(AdditionKind.ADVICE, f"“{address}” speaks to the reader.")
        contact = _CONTACT.search(self._document.text, place.start, place.end)
        if contact:
            return Evidence(AdditionKind.ADVICE, f"{_CONTACTS[contact.lastgroup or 'site']} is there for the reader.")
        return None

    def _judge_forecast(self, words: Sequence[str], place: Span) -> Evidence | None:
        """Whether it says what will or may be, or what the writer thinks."""
        if forecast := self._quote("forecast", words, place):
            return Evidence(AdditionKind.FORECAST, f"“{forecast}” says what will or may be.")
        if opinion := self._quote("opinion", words, place):
            return Evidence(AdditionKind.FORECAST, f"“{opinion}” gives the writer's own view.")
        return None

    def _find_speech(self, place: Span) -> Quotation | None:
        """The quotation that a place lies in, or whose cue stands in it."""
        last = bisect_right(self._starts, place.end)
        near = self._said[max(0, last - _BACK) : last]
        return next((quotation for quotation in near if _reach(quotation).overlaps(place)), None)

    def _name_source(self, speech: Quotation) -> str:
        """Whose words a quotation gives, in a sentence."""
        name = speech.speaker.name if speech.speaker else ""
        if name.lower() in {"", *self._pronouns}:
            return "It is given as somebody's words."
        is_described = name.split()[0].lower() in self._determiners
        return f"It is attributed to {name[0].lower() + name[1:] if is_described else name}."

    def _quote(self, name: str, words: Sequence[str], place: Span) -> str:
        """The first phrase of a list among the words of a place, as the text has it."""
        found = self._lists[name].find(words)
        return self._exact(place, found) if found else ""

    def _exact(self, place: Span, numbers: range) -> str:
        """Words of a place, counted from its first one, on one line."""
        return place_words(self._document, place, numbers).on_one_line(self._document.text)


def _is_somebodys(quotation: Quotation) -> bool:
    """Whether a quotation says whose words stand in it; a few words between marks may be irony."""
    return quotation.speaker is not None or quotation.kind is not QuotationKind.PARTIAL


def _reach(quotation: Quotation) -> Span:
    """A quotation with its cue, where that stands beside it."""
    cue = quotation.cue
    return (
        quotation.content
        if cue is None
        else Span(min(cue.start, quotation.content.start), max(cue.end, quotation.content.end))
    )
