"""Comparisons as a PDF that can be read aloud (PDF/UA-1): tagged, with bookmarks, running heads and page numbers.

Before several comes what stands over all of them: the texts of the case, the grid, the ledgers.

Fonts are those inside typst. A text with characters that these lack is set with the fonts of the machine; what no font
has is written as its number, because a PDF that can be read aloud holds no empty boxes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytrail.errors import BadExportOption
from copytrail.export.cases.cover import make_case_part
from copytrail.export.options import MOST_IN_PDF
from copytrail.export.pages.data import describe
from copytrail.export.pages.typesetting import set_pages
from copytrail.export.report import cut_parts, list_parts, name_file

if TYPE_CHECKING:
    from copytrail.export.options import ExportOptions
    from copytrail.model import Comparison


def render(comparisons: tuple[Comparison, ...], options: ExportOptions) -> bytes:
    """The pages; the same bytes every time on the same machine, on any where the embedded fonts are enough.

    Raises BadExportOption where there are too many articles for one file.
    """
    if len(comparisons) > MOST_IN_PDF:
        raise BadExportOption(
            f"One PDF holds {MOST_IN_PDF} articles at most; the zip file of a case has one PDF for each."
        )
    parts = list_parts(comparisons, options)
    if len(parts) > 1:
        parts = (make_case_part(comparisons, options), *parts)
    parts = cut_parts(parts, comparisons, options)
    return set_pages("report.typ", describe(parts, name_file(parts), options))
