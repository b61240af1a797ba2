"""What is worth checking, as every page and every export says it: the kind in words, why, and both places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from copytrail.display.finding_wording import say_dismissed
from copytrail.display.links import find_paragraph
from copytrail.display.naming import count, join_words, name_finding, shorten
from copytrail.display.pieces import Piece, Pieces, Side
from copytrail.display.visible import show_line
from copytrail.display.wording import say_why
from copytrail.model import Comparison, Document, Finding, Span
from copytrail.review import name_claim

_LONGEST_TITLE = 90
NOTHING_FOUND = "Nothing to check was found in what it has from the release; what it added was not checked."


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the paragraph as it is numbered, the words, and the name of the place in the page."""

    name: str
    words: str
    address: str

    @property
    def sentence(self) -> str:
        """The place with the beginning of its words."""
        return f"{self.name} “{shorten(self.words)}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """A finding in words; `key` names it in the page."""

    key: str
    kind: str
    name: str
    title: str
    why: str
    places: tuple[Place, ...]
    finding: Finding
    claim: str
    """The name of what it says, by which it is dismissed."""
    dismissed: str = ""
    """Who dismissed it, when and why; empty where nobody did."""

    @property
    def dismissal(self) -> str | None:
        """The name by which it is restored."""
        return self.finding.dismissed.key if self.finding.dismissed else None


def number_findings(comparison: Comparison) -> tuple[tuple[str, Finding], ...]:
    """The findings with their keys, in the order of the article, those of the release alone last."""
    last = len(comparison.derivative.text) + 1
    ordered = sorted(
        comparison.findings, key=lambda each: (each.derivative.start if each.derivative else last, each.kind)
    )
    return tuple((f"finding-{number}", finding) for number, finding in enumerate(ordered, 1))


def name_place(key: str, side: Side, prefix: str = "") -> str:
    """The name that the mark of a finding has in the page."""
    return f"{prefix}{key}" if side is Side.DERIVATIVE else f"{prefix}{key}-release"


def list_findings(comparison: Comparison, prefix: str = "") -> tuple[FindingLine, ...]:
    """The findings in words; `prefix` begins the names of their places, where several reports share a page."""
    numbered = number_findings(comparison)
    titles = Counter((finding.kind, _title(finding)) for _, finding in numbered)
    return tuple(
        FindingLine(
            key=key,
            kind=finding.kind,
            name=name_finding(finding.kind).capitalize(),
            title=_title(finding)
            if titles[finding.kind, _title(finding)] == 1
            else _tell_apart(comparison.derivative, finding),
            why=show_line(say_why(finding.why)),
            places=tuple(_list_places(comparison, key, finding, prefix)),
            finding=finding,
            claim=name_claim(comparison, finding),
            dismissed=say_dismissed(finding.dismissed) if finding.dismissed else "",
        )
        for key, finding in numbered
    )


def keep_open(lines: Iterable[FindingLine]) -> tuple[FindingLine, ...]:
    """The findings that nobody dismissed."""
    return tuple(line for line in lines if not line.dismissed)


def find_claim(lines: Iterable[FindingLine], claim: str) -> FindingLine | None:
    """The finding of this name, or of the name that its dismissal has."""
    return next((line for line in lines if claim in (line.claim, line.dismissal)), None)


def concern(lines: tuple[FindingLine, ...], pieces: Pieces, piece: Piece) -> tuple[FindingLine, ...]:
    """The findings that stand in a passage, in any of its pieces."""
    spans = [each.span for each in pieces.on(piece.side) if each.key == piece.key]
    found = []
    for line in lines:
        ours = line.finding.derivative if piece.side is Side.DERIVATIVE else line.finding.original
        theirs = line.finding.original if line.finding.derivative is None and piece.match else None
        beyond = piece.match.original if piece.match else ()
        if any(ours and ours.overlaps(span) for span in spans) or any(theirs and theirs.overlaps(s) for s in beyond):
            found.append(line)
    return tuple(found)


def find_piece(pieces: Pieces, finding: Finding) -> Piece | None:
    """The passage in which a finding begins, in the article where it stands there."""
    for span, side in ((finding.derivative, Side.DERIVATIVE), (finding.original, Side.ORIGINAL)):
        if span is not None:
            return next((piece for piece in pieces.on(side) if piece.span.overlaps(span)), None)
    return None


def say_findings(comparison: Comparison) -> str:
    """How many findings there are, and of which kinds.

    >>> from copytrail import compare, read_plain
    >>> say_findings(compare(read_plain("The bridge is open."), read_plain("The bridge is open.")))
    'Nothing to check was found in what it has from the release; what it added was not checked.'
    """
    findings = [finding for _, finding in number_findings(comparison)]
    kinds = Counter(finding.kind for finding in findings if not finding.dismissed)
    dismissed = len(findings) - kinds.total()
    if not kinds:
        more = f"Nothing left to check: {count(dismissed, 'finding')} dismissed by hand."
        return more if dismissed else NOTHING_FOUND
    parts = [f"{number:,} {name_finding(kind, number)}" for kind, number in kinds.items()]
    more = f" {count(dismissed, 'finding')} dismissed by hand." if dismissed else ""
    return f"{count(kinds.total(), 'thing')} worth checking: {join_words(parts)}.{more}"


def _title(finding: Finding) -> str:
    """What a finding is about; words that were used stand in quotation marks."""
    words = show_line(finding.found or finding.expected)
    return f"“{shorten(words, _LONGEST_TITLE)}”" if finding.kind == "unmarked_speech" else words


def _tell_apart(document: Document, finding: Finding) -> str:
    """The sentence in which the words stand, where the words alone name several findings."""
    if finding.derivative is None:
        return _title(finding)
    place = finding.derivative
    sentences = (each for paragraph in document.paragraphs for each in paragraph.sentences)
    around = next((each for each in sentences if each.overlaps(place)), place)
    start = max(around.start, document.text.rfind(" ", around.start, max(around.start, place.start - 40)) + 1)
    words = shorten(show_line(Span(start, max(around.end, place.end)).of(document.text)), _LONGEST_TITLE)
    return f"“{'… ' if start > around.start else ''}{words}”"


def _list_places(comparison: Comparison, key: str, finding: Finding, prefix: str) -> list[Place]:
    """Where the finding stands in the article, then where in the release."""
    sides = (
        (Side.DERIVATIVE, comparison.derivative, finding.derivative),
        (Side.ORIGINAL, comparison.original, finding.original),
    )
    return [
        Place(
            f"{side.letter}{find_paragraph(document, span.start)}",
            show_line(span.of(document.text)),
            name_place(key, side, prefix),
        )
        for side, document, span in sides
        if span is not None
    ]
