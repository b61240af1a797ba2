"""Where searched words stand in a text: a few words around the first place, the words themselves marked."""

from __future__ import annotations

from collections.abc import Iterable

from copytrail.model import Span
from copytrail.text import fold
from webapp.catalogue.lines import FoundText, Snippet, Stretch

AROUND = 70
"""So many characters are shown on either side."""
MOST_SNIPPETS = 3
SLACK = 40
"""So far from its place in the folded copy is a term looked for first: folding makes few texts longer or shorter."""


def choose_snippets(texts: Iterable[FoundText], terms: tuple[str, ...]) -> tuple[Snippet, ...]:
    """Few places that show each of the words once; texts that hold more of them first, else in their order."""
    missing = set(terms)
    snippets: list[Snippet] = []
    for text in sorted(texts, key=lambda text: -sum(term in text.folded for term in terms)):
        held = {term for term in missing if term in text.folded}
        if held and len(snippets) < MOST_SNIPPETS:
            shown, stretches = _choose_place(text, held, terms)
            snippets.append(Snippet(kind=text.kind, role=text.role, number=text.number, stretches=stretches))
            missing -= shown
    return tuple(snippets)


def cut_snippet(text: str, place: Span, terms: tuple[str, ...]) -> tuple[Stretch, ...]:
    """The words around a place, with every term in them marked.

    >>> [each.text for each in cut_snippet("The Bridge opens", Span(4, 10), ("bridge",)) if each.is_found]
    ['Bridge']
    """
    start = _find_start(text, place.start)
    end = _find_end(text, place.end)
    marked = mark_terms(text[start:end], terms)
    before = (Stretch("… "),) if start else ()
    after = (Stretch(" …"),) if end < len(text) else ()
    return (*before, *marked, *after)


def mark_terms(text: str, terms: tuple[str, ...]) -> tuple[Stretch, ...]:
    """A text in stretches, the places of all terms marked; places that touch are one."""
    folded = fold(text)
    spans = sorted((span for term in terms for span in folded.find(term)), key=lambda span: (span.start, -span.end))
    stretches: list[Stretch] = []
    end = 0
    for span in spans:
        if span.end <= end:
            continue
        start = max(span.start, end)
        stretches += [Stretch(text[end:start])] if start > end else []
        stretches.append(Stretch(text[start : span.end], is_found=True))
        end = span.end
    return (*stretches, *([Stretch(text[end:])] if end < len(text) else []))


def _choose_place(text: FoundText, held: set[str], terms: tuple[str, ...]) -> tuple[set[str], tuple[Stretch, ...]]:
    """Of the first places of the words in a text the one around which most of them stand, with those it shows."""
    best: tuple[set[str], tuple[Stretch, ...]] = (set(), ())
    for term in sorted(held, key=text.folded.index):
        stretches = cut_snippet(text.shown, _find_place(text, term), terms)
        around = fold("".join(each.text for each in stretches)).text
        shown = {each for each in held if each in around}
        if len(shown) > len(best[0]) or not best[1]:
            best = shown, stretches
        if len(best[0]) == len(held):
            break
    return best


def _find_place(text: FoundText, term: str) -> Span:
    """Where a term stands in the text that is shown: near its place in the folded copy, or wherever it is."""
    guess = max(0, text.folded.index(term) - SLACK)
    near = text.shown[guess : guess + len(term) + 2 * SLACK]
    for start, part in ((guess, near), (0, text.shown)):
        for span in fold(part).find(term):
            return Span(start + span.start, start + span.end)
    return Span(0, 0)


def _find_start(text: str, place: int) -> int:
    """Where a snippet begins: at a word, not far before the place."""
    if place <= AROUND:
        return 0
    space = text.find(" ", place - AROUND, place)
    return space + 1 if space >= 0 else place - AROUND


def _find_end(text: str, place: int) -> int:
    if place + AROUND >= len(text):
        return len(text)
    space = text.rfind(" ", place, place + AROUND)
    return space if space >= 0 else place + AROUND
