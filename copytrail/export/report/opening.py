"""How a report begins: what the texts are, the verdict, the counts, what is worth checking, what people said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from copytrail.display.correction_wording import UNPLACED_CORRECTION, name_words, say_correction
from copytrail.display.finding_wording import UNPLACED, name_gone, say_dismissed
from copytrail.display.findings import FindingLine, list_findings, say_findings
from copytrail.display.links import find_paragraph
from copytrail.display.naming import LETTERS, MEANINGS, NAMES, name_finding
from copytrail.display.page import name_document
from copytrail.display.summary import build_bars, list_file_notes, list_reasons, say_verdict
from copytrail.display.visible import show_line
from copytrail.display.wording import CHECKED
from copytrail.export.report.blocks import Bars, Block, Entry, Heading, Line
from copytrail.export.report.noting import list_notes
from copytrail.measures import measure
from copytrail.model import Document, Span

if TYPE_CHECKING:
    from copytrail.export.options import ExportOptions
    from copytrail.model import Comparison

_DIGEST_CONTEXT = 40
"""In words: so much round a finding is quoted where the texts themselves are left out."""


def open_report(comparison: Comparison, options: ExportOptions) -> Iterator[Block]:
    """Everything before the texts."""
    measures = measure(comparison)
    verbatim_run = comparison.thresholds.verbatim_words
    yield Heading(name_document(comparison.derivative, "Article"), 1)
    yield Line(lead="Held against the release:", text=name_document(comparison.original, "Release"))
    yield Line(lead=say_verdict(comparison, measures), text=" ".join(list_reasons(measures, verbatim_run)))
    yield from (Line(text=note) for note in list_file_notes(comparison))
    yield Bars(build_bars(measures, verbatim_run))
    yield Line(
        lead="Labels:", text="; ".join(f"{LETTERS[each]} {name}: {MEANINGS[each]}" for each, name in NAMES.items())
    )
    if options.short_quotes:
        yield Line(lead="Short quotes:", text=_say_limit(options.short_quotes))
    yield from _list_findings(comparison, options)
    yield from _list_corrections(comparison)
    yield from list_notes(comparison)


def _say_limit(words: int) -> str:
    return f"nowhere in this file stand more than {words} words of either text on end; “…” marks where words are cut."


def _list_findings(comparison: Comparison, options: ExportOptions) -> Iterator[Block]:
    yield Heading("Worth checking")
    yield Line(text=say_findings(comparison))
    for number, line in enumerate(list_findings(comparison), 1):
        yield Entry(number, line.name, line.why, tuple(_quote(comparison, line, options)), line.dismissed)
    for dismissal in comparison.unplaced:
        name = f"{name_finding(dismissal.kind).capitalize()} {name_gone(dismissal)}"
        yield Line(lead=f"{name}.", text=f"{UNPLACED} {say_dismissed(dismissal)}")
    yield Line(text=CHECKED)


def _quote(comparison: Comparison, line: FindingLine, options: ExportOptions) -> Iterator[Line]:
    """The words of a finding in either text, with those around them where the texts are not in the file."""
    sides = (
        ("Article", "A", comparison.derivative, line.finding.derivative),
        ("Release", "R", comparison.original, line.finding.original),
    )
    context = options.short_quotes or (_DIGEST_CONTEXT if options.findings_only else 0)
    for role, letter, document, span in sides:
        if span is not None:
            words = _excerpt(document, span, context) if context else show_line(span.of(document.text))
            yield Line(lead=f"{role} {letter}{find_paragraph(document, span.start)}:", text=f"“{words}”")


def _excerpt(document: Document, span: Span, limit: int) -> str:
    """Words of a paragraph round a place, at most so many; dots where the paragraph goes on."""
    paragraph = document.paragraphs[find_paragraph(document, span.start) - 1].span
    index = document.index
    inside, own = index.between(paragraph.start, paragraph.end), index.touching(span.start, span.end)
    if not own or not inside:
        return show_line(span.of(document.text))
    spare = max(0, limit - len(own))
    first = max(inside.start, own.start - (spare + 1) // 2)
    last = min(max(inside.stop, own.stop), first + limit)
    first = max(inside.start, last - limit) if own.start - first <= spare else first
    first = min(first, own.start)
    start = paragraph.start if first == inside.start else index.places[first][0]
    end = max(paragraph.end, index.places[last - 1][1]) if last >= inside.stop else index.places[last - 1][1]
    words = show_line(document.text[start:end])
    return f"{'… ' if first > inside.start else ''}{words}{' …' if last < inside.stop else ''}"


def _list_corrections(comparison: Comparison) -> Iterator[Block]:
    """What people corrected, in the order of the article, then what finds no place."""
    if not comparison.corrections and not comparison.unplaced_corrections:
        return
    yield Heading("Corrected by hand", 3)
    for laid in sorted(comparison.corrections, key=lambda each: each.span):
        place = f"A{find_paragraph(comparison.derivative, laid.span.start)}"
        yield Line(lead=f"{place} {name_words(laid.correction)}:", text=say_correction(laid.correction))
    for each in comparison.unplaced_corrections:
        yield Line(lead=f"{name_words(each)}:", text=f"{UNPLACED_CORRECTION} {say_correction(each)}")
