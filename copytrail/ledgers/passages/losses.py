"""What is lost with one left-out sentence of the original: a caveat, figures, a speaker, a topic."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from copytrail.align.terms import NO_TERM, Pair
from copytrail.ledgers.facts.new_facts import enumerate_mentions, is_telling
from copytrail.ledgers.passages.cutting import Cut
from copytrail.ledgers.passages.phrase_lists import list_words, place_words, read_phrases
from copytrail.model import Comparison, FactKind, FactOutcome, Loss, Quotation, Span, SpeechOutcome
from copytrail.read.speech.words import speech_words
from copytrail.read.tables import known_language, words

_TOPIC = "omissions"
_LONGEST_HEADING = 60
"""In code points: longer paragraphs are no heading of notes."""
_WITH_NAME = 2
"""Words and their speaker are two things lost."""


@dataclass(frozen=True, slots=True)
class Told:
    """One loss with the words that say so; `number` counts what is lost."""

    loss: Loss
    words: str
    number: int = 1


class Losses:
    """Asks of the left-out stretches of one comparison what is lost with them."""

    def __init__(self, comparison: Comparison, pair: Pair) -> None:
        self._comparison = comparison
        self._document = comparison.original
        self._side = pair.original
        self._weights = pair.weights
        self._kept = frozenset(pair.derivative.terms)
        self._is_translated = comparison.original.is_in_other_language(comparison.derivative)
        self._caveats = read_phrases(_TOPIC, self._document.language, "caveat")
        self._only = words(_TOPIC, known_language(self._document.language), "only")
        speech = speech_words(self._document.language)
        self._pronouns = speech.pronouns | speech.first
        self._figures = sorted(_dropped_figures(comparison))
        self._unused = sorted(_unused_quotations(comparison), key=lambda said: said.content)
        self._said_from = [said.content.start for said in self._unused]
        self._notes = self._find_notes()

    def find(self, cut: Cut) -> tuple[Told, ...]:
        """The losses, the gravest first; a scrap of a sentence loses something only with a figure."""
        if cut.is_label or not self._has_letters(cut):
            return ()
        figures = self._find_figures(cut.span)
        if figures is None and len(cut.words) < self._comparison.thresholds.clause_words:
            return ()
        found = (self._find_caveat(cut), figures, self._find_speaker(cut.span), self._find_topic(cut))
        return tuple(told for told in found if told)

    def is_note(self, cut: Cut) -> bool:
        """Whether it stands among what a release adds for editors."""
        return cut.span.start >= self._notes

    def _has_letters(self, cut: Cut) -> bool:
        """Whether it is more than numbers, as in a list of references."""
        index = self._document.index
        return any(index.words[number][0].isalpha() for number in cut.words)

    def _find_caveat(self, cut: Cut) -> Told | None:
        """The condition, limit or doubt that stands in it; "not only" is none."""
        listed = list_words(self._document, cut.span)
        found = self._caveats.find(listed)
        if found is None or (found.stop < len(listed) and listed[found.stop] in self._only):
            return None
        caveat = place_words(self._document, cut.span, found).on_one_line(self._document.text)
        return Told(Loss.CAVEAT, f"it limits or qualifies what is said (“{caveat}”)")

    def _find_figures(self, place: Span) -> Told | None:
        """The figures and dates in it that stand nowhere in the derivative."""
        first, end = (bisect_left(self._figures, Span(edge, edge)) for edge in (place.start, place.end))
        figures = list(dict.fromkeys(span.on_one_line(self._document.text) for span in self._figures[first:end]))
        if not figures:
            return None
        verb = "stand" if len(figures) > 1 else "stands"
        return Told(Loss.FIGURE, f"{enumerate_mentions(figures)} {verb} nowhere in the article", len(figures))

    def _find_speaker(self, place: Span) -> Told | None:
        """Whose words in it are not used; they are lost with himself where the derivative does not name him."""
        number = bisect_left(self._said_from, place.end) - 1
        said = self._unused[number] if number >= 0 and self._unused[number].content.end > place.start else None
        if said is None:
            return None
        name = said.speaker.name if said.speaker else ""
        is_named = not name or name.split()[-1].casefold() in self._derivative_words
        if self._is_translated and is_named:
            return None
        if name.casefold() in {"", *self._pronouns}:
            return Told(Loss.SPEAKER, "somebody's words are not used")
        if is_named:
            return Told(Loss.SPEAKER, f"these words of {name} are not used")
        return Told(Loss.SPEAKER, f"the words of {name}, who is not named in the article, are not used", _WITH_NAME)

    def _find_topic(self, cut: Cut) -> Told | None:
        """Whether hardly anything of what it speaks of occurs in the derivative."""
        if self._is_translated:
            return None
        between = self._side.index.between(cut.span.start, cut.span.end)
        terms = {term for word in between if (term := self._side.terms[word]) != NO_TERM}
        whole = sum(self._weights[term] for term in sorted(terms))
        kept = sum(self._weights[term] for term in sorted(terms & self._kept))
        if (
            len(terms) < self._comparison.thresholds.clause_words
            or kept > self._comparison.thresholds.topic_share * whole
        ):
            return None
        return Told(Loss.TOPIC, "the article hardly speaks of it anywhere")

    def _find_notes(self) -> int:
        """Where the notes for editors begin, by their heading; behind the text where there are none."""
        headings = read_phrases(_TOPIC, self._document.language, "notes")
        for paragraph in self._document.paragraphs:
            if paragraph.number == 1 or len(paragraph.span) > _LONGEST_HEADING:
                continue
            listed = list_words(self._document, paragraph.span, is_heading=True)
            if listed and headings.find(listed) == range(len(listed)):
                return paragraph.span.start
        return len(self._document.text)

    @cached_property
    def _derivative_words(self) -> frozenset[str]:
        """The words of the derivative in lower case."""
        return frozenset(word.casefold() for word in self._comparison.derivative.index.words)


def _dropped_figures(comparison: Comparison) -> Iterator[Span]:
    """Where the original has the figures and dates that the derivative lacks."""
    text = comparison.original.text
    for fact in comparison.facts:
        is_dropped = fact.outcome is FactOutcome.DROPPED and fact.kind in {FactKind.FIGURE, FactKind.DATE}
        if is_dropped and fact.original is not None and is_telling(fact.original.of(text)):
            yield fact.original


def _unused_quotations(comparison: Comparison) -> Iterator[Quotation]:
    """The original's quotations that the derivative does not use."""
    for row in comparison.speech:
        if row.outcome is SpeechOutcome.NOT_USED and row.original is not None:
            yield row.original
