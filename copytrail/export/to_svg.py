"""The bars of all articles as a drawing that scales."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytrail.export.picture import draw

if TYPE_CHECKING:
    from copytrail.export.options import ExportOptions
    from copytrail.model import Comparison


def render(comparisons: tuple[Comparison, ...], options: ExportOptions) -> bytes:
    """One SVG without scripts and without anything to load."""
    return draw(comparisons, options)
