"""The blocks of a report as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from copytrail.display.visible import show_unseen
from copytrail.export.report.blocks import Bars, Block, Columns, Entry, Heading, Line, Part, Table
from copytrail.export.report.sources import show_provenance, trace_provenance

if TYPE_CHECKING:
    from copytrail.export.options import ExportOptions
    from copytrail.model import Comparison


def write_parts(parts: Iterable[Part]) -> str:
    """The reports one after the other."""
    return "\n\n".join("\n".join(list_lines(part.blocks)).strip() for part in parts) + "\n"


def list_sources(comparison: Comparison, options: ExportOptions) -> Iterator[str]:
    """Where a comparison comes from."""
    yield from list_lines(show_provenance(trace_provenance(comparison, options)))


def list_lines(blocks: Iterable[Block]) -> Iterator[str]:
    """The blocks in lines; texts side by side are for formats with pages."""
    for block in blocks:
        if not isinstance(block, Columns):
            yield from map(show_unseen, _write_block(block))


def _write_block(block: Heading | Line | Entry | Table | Bars) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from ("", block.text)
    elif isinstance(block, Line):
        yield f"{block.lead} {block.text}".strip()
    elif isinstance(block, Entry):
        yield f"{block.number}. {block.name}. {block.why}"
        yield from (f"    {quote.lead} {quote.text}" for quote in block.quotes)
        yield from [f"    {block.said}"] if block.said else ()
    elif isinstance(block, Bars):
        yield from (f"{bar.name}: {bar.spoken}" for bar in block.bars)
    else:
        yield from ("    " + " · ".join(row) for row in block.rows)
