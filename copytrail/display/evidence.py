"""The two sides of a finding: where it stands, the words, and for speech who says them with which cue."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.finding_wording import ABSENT, say_compared, say_speaker
from copytrail.display.links import find_paragraph
from copytrail.display.naming import shorten
from copytrail.display.pieces import Side
from copytrail.display.visible import show_line
from copytrail.model import Comparison, Document, Finding, Quotation, Span, Speech

OF_SPEECH = frozenset(
    {"wrong_speaker", "altered_quotation", "spliced_quotation", "unsupported_quotation", "unmarked_speech"}
)
"""The kinds of findings that are about somebody's words."""
_LONGEST = 300
"""In characters: longer words are shortened; the wordings of the passage stand in full below."""
_ROLES = {Side.ORIGINAL: "Release", Side.DERIVATIVE: "Article"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one text has for a finding."""

    side: Side
    role: str
    place: str
    """The paragraph, as R4 or A5; empty where the text has nothing."""
    words: str
    notes: tuple[str, ...]
    """Speaker and cue, the words in question; or that the text has nothing."""


def show_evidence(comparison: Comparison, finding: Finding) -> tuple[Evidence, Evidence]:
    """What the release has, then what the article has."""
    row = _find_row(comparison, finding) if finding.kind in OF_SPEECH else None
    theirs, ours = (row.original, row.derivative) if row else (None, None)
    release, article = comparison.original, comparison.derivative
    return (
        _show(Side.ORIGINAL, release, finding.original, _list_notes(release, theirs, finding.expected)),
        _show(Side.DERIVATIVE, article, finding.derivative, _list_notes(article, ours, finding.found)),
    )


def _find_row(comparison: Comparison, finding: Finding) -> Speech | None:
    """The row of the speech ledger that a finding is about: the one that shares most with its places."""
    shared = [
        (_share(row.derivative, finding.derivative), _share(row.original, finding.original), row)
        for row in comparison.speech
    ]
    fitting = [each for each in shared if each[0] and (each[1] or finding.original is None)]
    return max(fitting, key=lambda each: each[0] + each[1])[2] if fitting else None


def _share(quotation: Quotation | None, span: Span | None) -> int:
    """How much of a place a quotation covers."""
    if quotation is None or span is None:
        return 0
    return max(0, min(quotation.content.end, span.end) - max(quotation.content.start, span.start))


def _list_notes(document: Document, quotation: Quotation | None, said: str) -> tuple[tuple[str, str], ...]:
    """What is to be said beside the words, each with what would say the same."""
    notes = []
    name = quotation.speaker.name if quotation and quotation.speaker else ""
    if quotation:
        cue = quotation.cue.of(document.text) if quotation.cue else ""
        notes.append(("", say_speaker(quotation.kind, show_line(name), show_line(cue))))
    if said and said != (name or "nobody by name"):
        notes.append((show_line(said), say_compared(shorten(show_line(said), _LONGEST))))
    return tuple(notes)


def _show(side: Side, document: Document, span: Span | None, notes: tuple[tuple[str, str], ...]) -> Evidence:
    """One side; words that are shown already are not said again."""
    if span is None:
        return Evidence(side=side, role=_ROLES[side], place="", words="", notes=(ABSENT[side.letter],))
    words = show_line(span.of(document.text))
    return Evidence(
        side=side,
        role=_ROLES[side],
        place=f"{side.letter}{find_paragraph(document, span.start)}",
        words=shorten(words, _LONGEST),
        notes=tuple(note for same, note in notes if same != words),
    )
