"""Where a comparison comes from, as rows of a table: one for each fact that is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from copytrail.export.report.sources import trace_provenance

if TYPE_CHECKING:
    from copytrail.export.csv_ledgers import Cells
    from copytrail.export.options import ExportOptions
    from copytrail.model import Comparison


def list_source_rows(comparison: Comparison, options: ExportOptions) -> Iterator[Cells]:
    """The texts, the engine, its thresholds, the date of the export."""
    provenance = trace_provenance(comparison, options)
    for text in provenance.texts:
        yield from (_row(text.role.lower(), name.lower(), value) for name, value in text.facts if value)
    yield _row("", "engine", provenance.engine)
    yield from (_row("", f"threshold {name}", value) for name, value in provenance.thresholds)
    if provenance.made:
        yield _row("", "exported", provenance.made)


def _row(side: str, kind: str, value: str) -> Cells:
    return {"row": "source", "side": side, "kind": kind, "value": value}
