"""Comparisons as reports: what every format with pages writes, each in its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytrail.display.page import name_document
from copytrail.export.report.blocks import Block, Heading, Line, Part
from copytrail.export.report.ledgers import list_ledgers
from copytrail.export.report.opening import open_report
from copytrail.export.report.quoting import cut_all, limit_quotes
from copytrail.export.report.sources import show_provenance, trace_provenance
from copytrail.export.report.texts import lay_out_texts
from copytrail.export.text_references import list_open_questions

if TYPE_CHECKING:
    from copytrail.export.options import ExportOptions
    from copytrail.model import Comparison

__all__ = ["Part", "cut_parts", "list_parts", "make_parts", "name_file"]


def make_parts(comparisons: tuple[Comparison, ...], options: ExportOptions) -> tuple[Part, ...]:
    """The report of each article; questions between the originals stand once, after the first."""
    return cut_parts(list_parts(comparisons, options), comparisons, options)


def list_parts(comparisons: tuple[Comparison, ...], options: ExportOptions) -> tuple[Part, ...]:
    """The same, their quotes as long as they are."""
    return tuple(_make_part(comparison, options) for comparison in comparisons)


def cut_parts(parts: tuple[Part, ...], comparisons: tuple[Comparison, ...], options: ExportOptions) -> tuple[Part, ...]:
    """The reports with their quotes cut, where only short ones are wanted."""
    return cut_all(parts, limit_quotes(comparisons, options.short_quotes)) if options.short_quotes else parts


def name_file(parts: tuple[Part, ...]) -> str:
    """What a file of these reports is called: after its one article, or after the release."""
    return parts[0].title if len(parts) == 1 else parts[0].release


def _make_part(comparison: Comparison, options: ExportOptions) -> Part:
    opening = tuple(open_report(comparison, options))
    title = next(block.text for block in opening if isinstance(block, Heading))
    release = name_document(comparison.original, "Release")
    sources = tuple(show_provenance(trace_provenance(comparison, options)))
    if options.is_digest:
        return Part(title=title, release=release, opening=opening, sources=sources)
    questions = tuple(Line(text=line.strip()) for line in list_open_questions((comparison,)))
    asked: tuple[Block, ...] = (Heading("Questions between the originals", 3), *questions[1:]) if questions else ()
    return Part(
        title=title,
        release=release,
        opening=opening,
        texts=(Heading("Both texts"), lay_out_texts(comparison)),
        ledgers=(*list_ledgers(comparison), *asked),
        sources=sources,
    )
