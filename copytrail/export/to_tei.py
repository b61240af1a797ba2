"""Comparisons as TEI P5: both texts with their passages, in the words of the METER corpus.

Several comparisons are a corpus of TEI files. METER's *verbatim*, *rewrite* and *new* come from P. Clough,
R. Gaizauskas, S. Piao and Y. Wilks, "METER: MEasuring TExt Reuse", ACL 2002.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytrail.display.naming import count
from copytrail.display.page import name_document
from copytrail.export.report.sources import trace_provenance
from copytrail.export.tei.body import make_text
from copytrail.export.tei.elements import Element, make, write
from copytrail.export.tei.header import make_corpus_header, make_header

if TYPE_CHECKING:
    from copytrail.export.options import ExportOptions
    from copytrail.model import Comparison


def render(comparisons: tuple[Comparison, ...], options: ExportOptions) -> bytes:
    """One TEI file, or a corpus of them under one header."""
    if len(comparisons) == 1:
        return write(_make_file(comparisons[0], options))
    files = [_make_file(each, options, f"c{number}-") for number, each in enumerate(comparisons, 1)]
    return write(make("teiCorpus", _head_corpus(comparisons, options), *files))


def _make_file(comparison: Comparison, options: ExportOptions, prefix: str = "") -> Element:
    header = make_header(_name(comparison), trace_provenance(comparison, options), prefix)
    return make("TEI", header, make_text(comparison, prefix))


def _head_corpus(comparisons: tuple[Comparison, ...], options: ExportOptions) -> Element:
    sources = [trace_provenance(each, options) for each in comparisons]
    title = f"{name_document(comparisons[0].original, 'Release')} and {count(len(comparisons), 'article')}"
    return make_corpus_header(title, sources[0], by_people=any(each.overrides for each in sources))


def _name(comparison: Comparison) -> str:
    original, derivative = comparison.original, comparison.derivative
    return f"{name_document(derivative, 'Article')}, held against {name_document(original, 'Release')}"
