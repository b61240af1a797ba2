"""Texts compared while somebody waits: nothing of them is stored, and the answer is the command line's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore
from typing import Annotated

from copytrail.errors import CopytrailError
from copytrail.model import Comparison, Document
from copytrail.pipeline import compare
from copytrail.references import hold_references
from copytrail.trail import trace
from webapp.api.about import About
from webapp.api.bodies import BadBody, Fault
from webapp.api.texts import TextGiven, read_text
from webapp.faults import TriedTooOften

MOST_TEXTS = 20
MOST_WORDS = 60_000
"""So many words are compared while a program waits, in about two seconds; the original counts with each derivative."""
AT_ONCE = 2
"""So many such comparisons are made at once; pages go on beside them."""
BUSY_SECONDS = 2


class Occupied(TriedTooOften):
    """Other texts are being compared just now: please try again in a moment."""

    def __init__(self) -> None:
        super().__init__(BUSY_SECONDS)
        self.args = (type(self).__doc__,)


class TooManyWords(CopytrailError):
    """The texts are too long to be compared while you wait: make a case of them, which is done in the background."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareAsked:
    """One original and what is held against it: one `derivative`, or several `derivatives`."""

    original: Annotated[
        TextGiven | str, About(text="The press release.", example={"text": "The bridge opened on Monday."})
    ]
    derivative: Annotated[
        TextGiven | str | None,
        About(text="One article.", example={"text": "The bridge was opened."}),
    ] = None
    derivatives: Annotated[
        tuple[TextGiven | str, ...],
        About(text="Several articles: each addition says in which others it stands.", longest=MOST_TEXTS),
    ] = ()
    references: Annotated[
        tuple[TextGiven | str, ...], About(text="Further originals, an earlier release say.", longest=MOST_TEXTS)
    ] = ()


@dataclass(frozen=True, slots=True)
class Comparing:
    """Compares texts without keeping them."""

    text_limit: int
    """In bytes, of each text."""
    places: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_ONCE))

    def compare(self, asked: CompareAsked) -> tuple[Comparison, ...]:
        """The comparisons, with what their additions share.

        Raises BadBody, TooManyWords, and TriedTooOften where others are compared just now.
        """
        given = self._list_derivatives(asked)
        with self._take_place():
            original = self._read(asked.original, "original", "/original")
            derivatives = [self._read(text, f"article-{n}", place) for n, (place, text) in enumerate(given, start=1)]
            references = [
                self._read(text, f"reference-{n}", f"/references/{n - 1}")
                for n, text in enumerate(asked.references, start=1)
            ]
            _weigh(original, derivatives, references)
            comparisons = trace([compare(original, derivative) for derivative in derivatives])
            return hold_references(comparisons, references) if references else comparisons

    def _list_derivatives(self, asked: CompareAsked) -> list[tuple[str, TextGiven | str]]:
        """What is held against the original, each with its place in the body."""
        several = [(f"/derivatives/{place}", text) for place, text in enumerate(asked.derivatives)]
        if (asked.derivative is None) == (not several):
            raise BadBody(Fault("/derivative", "Give either one derivative or a list of derivatives."))
        return several if asked.derivative is None else [("/derivative", asked.derivative)]

    def _read(self, given: TextGiven | str, name: str, pointer: str) -> Document:
        return read_text(given, name, pointer=pointer, limit=self.text_limit)

    def enter(self) -> None:
        """Take a place; who comes while others are compared waits for nobody and is asked to come again."""
        if not self.places.acquire(blocking=False):
            raise Occupied

    def leave(self) -> None:
        """Give the place back."""
        self.places.release()

    @contextmanager
    def _take_place(self) -> Iterator[None]:
        self.enter()
        try:
            yield
        finally:
            self.leave()


def _weigh(original: Document, derivatives: list[Document], references: list[Document]) -> None:
    """Refuse what takes longer than anybody should wait."""
    held = len(original.words) + sum(len(reference.words) for reference in references)
    words = sum(held + len(derivative.words) for derivative in derivatives)
    if words > MOST_WORDS:
        raise TooManyWords
