"""Where the rows of a ledger stand in the texts: the way there, the words around, and the finding they raised."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, replace

from markupsafe import Markup

from copytrail.display.findings import name_place, number_findings
from copytrail.display.highlight import show_value
from copytrail.display.ledger.wording import say_dismissed
from copytrail.display.links import find_paragraph
from copytrail.display.pieces import Piece, Pieces, Side
from copytrail.display.state import PageState, View
from copytrail.display.visible import show_line
from copytrail.display.weaving import show_text
from copytrail.display.wording import say_why
from copytrail.model import Comparison, Document, Finding, Span

_LONGEST_CONTEXT = 240
"""In code points: of a longer sentence only what stands near the words is shown."""
_CONTEXT = 90
"""In code points: so much of a long sentence stands before the words, and as much after them."""


@dataclass(frozen=True, slots=True)
class RowPlace:
    """A place in one of the texts: the paragraph as it is numbered, and the way there."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class RowCheck:
    """The finding that a row raised: its key in the page, why it was raised, and what a reader said of it."""

    key: str = ""
    why: str = ""
    dismissed: str = ""

    @property
    def grave(self) -> bool:
        """Whether the row is worth checking: it raised a finding that nobody dismissed."""
        return bool(self.key) and not self.dismissed


NO_CHECK = RowCheck()


class Checks:
    """The findings of a comparison, to be found by the rows that raised them."""

    def __init__(self, comparison: Comparison) -> None:
        self._findings: dict[str, list[tuple[str, Finding]]] = {}
        for key, finding in number_findings(comparison):
            self._findings.setdefault(finding.kind, []).append((key, finding))

    def find(self, kinds: Collection[str], derivative: Span | None, original: Span | None) -> RowCheck:
        """The finding of one of these kinds at a place of the article, or where there is none of the release."""
        for kind in kinds:
            for key, finding in self._findings.get(kind, ()):
                ours, theirs = (finding.derivative, derivative) if derivative else (finding.original, original)
                if ours and theirs and ours.overlaps(theirs):
                    dismissed = say_dismissed(show_line(finding.dismissed.reason)) if finding.dismissed else ""
                    return RowCheck(key, show_line(say_why(finding.why)), dismissed)
        return NO_CHECK


@dataclass(frozen=True, slots=True)
class Context:
    """The words around something, and whether their sentence goes on before or after them."""

    span: Span
    cut_before: bool = False
    cut_after: bool = False


class Texts:
    """The two texts of a comparison, for rows that point into them."""

    def __init__(self, comparison: Comparison, pieces: Pieces, state: PageState) -> None:
        self.comparison, self.state = comparison, state
        self._pieces = pieces
        self._starts = {side: [piece.span.start for piece in pieces.on(side)] for side in Side}
        self.checks = Checks(comparison)

    def document(self, side: Side) -> Document:
        """The text of this side."""
        return self.comparison.original if side is Side.ORIGINAL else self.comparison.derivative

    def name_row(self, kind: str, number: int) -> str:
        """The name of a row in the page; rows count from 1 in the order of the comparison."""
        return f"{self.state.prefix}{kind}-{number}"

    def name_section(self, name: str) -> str:
        """The name of a ledger's place in the page."""
        return f"{self.state.prefix}ledger-{name}"

    def place(self, side: Side, span: Span, check: RowCheck = NO_CHECK) -> RowPlace:
        """The way to a stretch: its passage in the rows with its card, or in a report its paragraph."""
        name = f"{side.letter}{find_paragraph(self.document(side), span.start)}"
        if self.state.view is View.REPORT:
            return RowPlace(name, f"#{self.state.prefix}{name}")
        piece = self._find_piece(side, span)
        plain = replace(self.state, view=View.ALIGNED, show=(), find="", at=1)
        if piece is None:
            return RowPlace(name, replace(plain, focus="").address(name))
        anchor = name_place(check.key, side) if check.key else piece.anchor
        return RowPlace(name, replace(plain, focus=piece.key).address(anchor))

    def _find_piece(self, side: Side, span: Span) -> Piece | None:
        """The passage in which a stretch begins, or the first that it reaches."""
        pieces = self._pieces.on(side)
        number = max(0, bisect_right(self._starts[side], span.start) - 1)
        return next((piece for piece in pieces[number : number + 2] if piece.span.overlaps(span)), None)


def show_in_context(document: Document, span: Span, *, grave: bool = False) -> Markup:
    """A stretch in its sentence, strong in it; plain where it is the sentence itself."""
    context = find_context(document, span)
    is_whole = len(context.span) - len(span) <= 1
    words = show_text(span.of(document.text))
    if not is_whole:
        words = show_value(document.text, context.span, span, grave=grave)
    if context.cut_before:
        words = "… " + words
    return words + " …" if context.cut_after else words


def find_context(document: Document, span: Span) -> Context:
    """The sentence around a stretch; of a long one only what stands near."""
    if not document.paragraphs:
        return Context(span)
    paragraph = document.paragraphs[find_paragraph(document, span.start) - 1]
    sentence = next((each for each in paragraph.sentences if each.overlaps(span)), paragraph.span)
    start, end = min(sentence.start, span.start), max(sentence.end, span.end)
    is_long = end - start > _LONGEST_CONTEXT
    cut_before = is_long and span.start - start > _CONTEXT
    cut_after = is_long and end - span.end > _CONTEXT
    if cut_before:
        start = document.text.find(" ", span.start - _CONTEXT, span.start) + 1 or span.start
    if cut_after:
        end = max(span.end, document.text.rfind(" ", span.end, span.end + _CONTEXT))
    return Context(Span(start, end), cut_before, cut_after)
