"""Comparisons as annotated text for a terminal: what it comes to, then the derivative with its labels.

Each passage stands in square brackets behind the letter of its label and, when it comes from the
original, the paragraph it comes from: `[C R3: the words]`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copytrail.display.correction_wording import BY_HAND
from copytrail.display.finding_wording import UNPLACED, name_gone, say_dismissed
from copytrail.display.findings import FindingLine, keep_open, list_findings
from copytrail.display.naming import LETTERS, NAMES, name_finding, say_part
from copytrail.display.page import name_document
from copytrail.display.pieces import is_unpaired
from copytrail.display.summary import list_file_notes, say_verdict
from copytrail.display.visible import show_unseen
from copytrail.display.wording import CHECKED, say_why
from copytrail.export.options import AS_ON_SCREEN, ExportOptions
from copytrail.export.report import make_parts
from copytrail.export.report.noting import list_notes
from copytrail.export.text_blocks import list_lines, list_sources, write_parts
from copytrail.export.text_corrections import list_corrections
from copytrail.export.text_ledgers import list_ledgers
from copytrail.export.text_references import list_open_questions, list_references
from copytrail.measures import measure
from copytrail.model import Label, ParagraphKind
from copytrail.passages import match_by_id, tile_derivative, tile_original

if TYPE_CHECKING:
    from copytrail.model import Comparison, Document, Match, Passage, Span

_COLOURS = {
    Label.COPIED: "1;34",
    Label.EDITED: "36",
    Label.PARAPHRASED: "35",
    Label.ADDED: "33",
    Label.LEFT_OUT: "31",
    Label.FURNITURE: "2",
}
_LEGEND = "   ".join(f"{letter} {NAMES[label]}" for label, letter in LETTERS.items())


def render(comparisons: tuple[Comparison, ...], options: ExportOptions = AS_ON_SCREEN) -> bytes:
    """The annotated text without colours."""
    return render_text(comparisons, options).encode("utf-8", "backslashreplace")


def render_text(
    comparisons: tuple[Comparison, ...], options: ExportOptions = AS_ON_SCREEN, *, colour: bool = False
) -> str:
    """The annotated text, with colours for a terminal that shows them."""
    if options.is_digest:
        return write_parts(make_parts(comparisons, options))
    painter = _Painter(colour)
    articles = [f"Article {number}" if len(comparisons) > 1 else "Article" for number in range(1, len(comparisons) + 1)]
    parts = [
        "\n".join([*_describe(*each, painter), "", *list_sources(each[0], options)])
        for each in zip(comparisons, articles, strict=True)
    ]
    questions = "\n".join(list_open_questions(comparisons))
    return "\n\n".join([*parts, questions] if questions else parts) + "\n"


def render_document(document: Document, *, mark: bool = False) -> str:
    """The paragraphs of one document; with `mark`, furniture stands behind a dot."""
    shown = []
    for paragraph in document.paragraphs:
        letter = LETTERS[Label.FURNITURE] if mark and paragraph.kind is ParagraphKind.FURNITURE else ""
        shown.append(f"{letter} {show_unseen(paragraph.span.of(document.text).strip())}".strip())
    return "\n\n".join(shown) + "\n"


@dataclass(frozen=True, slots=True)
class _Painter:
    """Puts the colour of a label on words, or leaves them as they are."""

    colour: bool

    def paint(self, text: str, label: Label) -> str:
        return f"\x1b[{_COLOURS[label]}m{text}\x1b[0m" if self.colour else text

    def strong(self, text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text


def _describe(comparison: Comparison, article: str, painter: _Painter) -> Iterator[str]:
    yield painter.strong(_headline("Release", comparison.original))
    yield painter.strong(_headline(article, comparison.derivative))
    yield ""
    yield from _summarise(comparison, painter)
    yield from list_file_notes(comparison)
    yield ""
    yield from _list_findings(comparison, painter)
    yield ""
    yield _LEGEND
    yield ""
    yield from _annotate(comparison, painter)
    yield from _list_left_out(comparison, painter)
    yield from list_ledgers(comparison)
    yield from list_references(comparison)


def _headline(role: str, document: Document) -> str:
    """The role with what the document is called: by its title, or by its first words where it has none."""
    known = (document.title or name_document(document, ""), document.publisher, document.published)
    called = show_unseen(", ".join(part for part in known if part))
    return f"{role}: {called}" if called else role


def _summarise(comparison: Comparison, painter: _Painter) -> Iterator[str]:
    measures = measure(comparison)
    article, release = measures.derivative, measures.original
    yield f"{painter.strong(say_verdict(comparison, measures))} {show_unseen(say_why(' '.join(measures.reasons)))}"
    counts = {
        Label.COPIED: article.copied,
        Label.EDITED: article.edited,
        Label.PARAPHRASED: article.paraphrased,
        Label.ADDED: article.added,
    }
    shares = " · ".join(_share(number, article.text, label, painter) for label, number in counts.items())
    yield f"Article, {article.text} words: {shares}"
    yield f"  of them {article.verbatim} verbatim; {article.furniture} more words are {NAMES[Label.FURNITURE]}"
    left_out = _share(release.left_out, release.words, Label.LEFT_OUT, painter)
    yield f"Release, {release.words} words: used {release.used} · {left_out}"


def _list_findings(comparison: Comparison, painter: _Painter) -> Iterator[str]:
    """What is worth checking: each finding with its reason, then its words in either text."""
    found = list_findings(comparison)
    lines = keep_open(found)
    yield painter.strong(f"Worth checking: {len(lines)}")
    for line in lines:
        yield f"! {painter.strong(line.name)}. {line.why}"
        yield from (f"    {place.sentence}" for place in line.places)
    yield from _list_dismissed(comparison, [line for line in found if line.dismissed])
    yield from list_corrections(comparison)
    yield from list_lines(list_notes(comparison))
    yield CHECKED


def _list_dismissed(comparison: Comparison, lines: list[FindingLine]) -> Iterator[str]:
    """What readers found to need no more checking, with their reasons."""
    if not lines and not comparison.unplaced:
        return
    yield f"Dismissed by hand: {len(lines) + len(comparison.unplaced)}"
    for line in lines:
        yield f"- {line.name}. {line.why}"
        yield from (f"    {place.sentence}" for place in line.places)
        yield f"    {line.dismissed}"
    for dismissal in comparison.unplaced:
        yield f"- {name_finding(dismissal.kind).capitalize()}. {name_gone(dismissal)}. {UNPLACED}"
        yield f"    {say_dismissed(dismissal)}"


def _share(words: int, of: int, label: Label, painter: _Painter) -> str:
    return painter.paint(f"{NAMES[label]} {words} ({say_part(words, of)})", label)


def _annotate(comparison: Comparison, painter: _Painter) -> Iterator[str]:
    """The derivative, paragraph by paragraph; a passage over several paragraphs is shown in each."""
    matches = match_by_id(comparison)
    passages = tile_derivative(comparison)
    document = comparison.derivative
    for paragraph in document.paragraphs:
        shown = [
            _bracket(comparison, passage, matches.get(passage.match or ""), within=paragraph.span, painter=painter)
            for passage in passages
            if passage.span.overlaps(paragraph.span)
        ]
        yield f"A{paragraph.number}  {' '.join(shown)}"
        yield ""


def _bracket(comparison: Comparison, passage: Passage, match: Match | None, *, within: Span, painter: _Painter) -> str:
    start, end = max(passage.span.start, within.start), min(passage.span.end, within.end)
    words = show_unseen(comparison.derivative.text[start:end].strip())
    place = f" {_origin(comparison.original, match)}:" if match else ""
    if match is None and is_unpaired(comparison, passage.span):
        place = f" {BY_HAND}:"
    return painter.paint(f"[{LETTERS[passage.label]}{place} {words}]", passage.label)


def _origin(original: Document, match: Match) -> str:
    numbers = [
        paragraph.number
        for paragraph in original.paragraphs
        if any(paragraph.span.overlaps(span) for span in match.original)
    ]
    said = (" moved" if match.moved else "") + (f" {BY_HAND}" if match.corrected else "")
    return "+".join(f"R{number}" for number in numbers) + said


def _list_left_out(comparison: Comparison, painter: _Painter) -> Iterator[str]:
    yield painter.strong("Left out of the release:")
    tiles = tile_original(comparison)
    for paragraph in comparison.original.paragraphs:
        for passage in tiles:
            if passage.label is Label.LEFT_OUT and passage.span.overlaps(paragraph.span):
                start = max(passage.span.start, paragraph.span.start)
                end = min(passage.span.end, paragraph.span.end)
                words = show_unseen(comparison.original.text[start:end].strip())
                yield f"R{paragraph.number}  {painter.paint(f'[– {words}]', Label.LEFT_OUT)}"
