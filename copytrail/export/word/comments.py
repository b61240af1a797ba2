"""Comments of a Word document: findings, and what people decided, each at its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from copytrail.display.correction_wording import BY_HAND, say_correction
from copytrail.display.findings import list_findings
from copytrail.display.pieces import trim
from copytrail.export.word.markup import Element, make, make_run
from copytrail.export.xml_text import clean
from copytrail.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copytrail.model import Comparison

AUTHOR, INITIALS = "Copytrail", "CT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What stands in the margin of some words; what stands only in the original is about the whole text."""

    span: Span | None
    title: str
    lines: tuple[str, ...]
    author: str = AUTHOR


def list_comments(comparison: Comparison) -> tuple[Comment, ...]:
    """The findings, the corrections and the notes, in the order of the derivative; those about the whole text first."""
    text = comparison.derivative.text
    found = []
    for line in list_findings(comparison):
        place = line.finding.derivative
        quotes = tuple(f"{each.name} “{each.words}”" for each in line.places)
        lines = (line.why, *quotes, *([line.dismissed] if line.dismissed else []))
        title = f"Dismissed: {line.name.lower()}" if line.dismissed else line.name
        found.append(Comment(span=_trim(text, place), title=title, lines=lines))
    for laid in comparison.corrections:
        said = say_correction(laid.correction)
        person = laid.correction.said.person or AUTHOR
        found.append(Comment(span=_trim(text, laid.span), title="By hand", lines=(said,), author=person))
    for noted in comparison.notes:
        note = noted.note
        answers = tuple(f"{each.person or BY_HAND}: {each.text}" for each in note.replies if not each.deleted)
        lines = ((note.text,) if not note.deleted else ()) + answers
        title = "Note, resolved" if note.resolved else "Note"
        place = _trim(text, noted.derivative)
        found.append(Comment(span=place, title=title, lines=lines, author=note.person or AUTHOR))
    return tuple(sorted(found, key=lambda each: (each.span.start, each.span.end) if each.span else (-1, -1)))


def make_comments(numbered: Iterable[tuple[int, Comment]]) -> Element:
    """The part with all comments by their numbers."""
    root = make("comments")
    for number, comment in numbered:
        initials = "".join(part[0] for part in comment.author.split()[:3]) or INITIALS
        author = AUTHOR if comment.author == AUTHOR else comment.author
        element = make(
            "comment", id=number, author=clean(author), initials=INITIALS if author == AUTHOR else clean(initials)
        )
        element.append(make("p", make_run(comment.title, make("b"))))
        element.extend(make("p", make_run(line)) for line in comment.lines)
        root.append(element)
    return root


def _trim(text: str, span: Span | None) -> Span | None:
    """The place without white space at its ends; nothing where nothing is left of it."""
    trimmed = trim(text, span) if span else None
    return trimmed or None
