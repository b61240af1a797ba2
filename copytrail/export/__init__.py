"""The forms in which a comparison leaves Copytrail, in one table that the command line and the web share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copytrail.export import to_csv, to_html, to_json, to_text

if TYPE_CHECKING:
    from copytrail.model import Comparison

__all__ = ["FORMATS", "Format"]


@dataclass(frozen=True, slots=True)
class Format:
    """One form of export; `render` gets all comparisons of one original and gives the same bytes for the same input."""

    name: str
    media_type: str
    suffix: str
    render: Callable[[tuple[Comparison, ...]], bytes]


FORMATS: dict[str, Format] = {
    "text": Format("text", "text/plain; charset=utf-8", ".txt", to_text.render),
    "json": Format("json", "application/json", ".json", to_json.render),
    "html": Format("html", "text/html; charset=utf-8", ".html", to_html.render),
    "csv": Format("csv", "text/csv; charset=utf-8", ".csv", to_csv.render),
}
"""Every export by its name."""
