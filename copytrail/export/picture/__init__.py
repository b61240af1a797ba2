"""The counts of comparisons as one picture, or the trail of a case, for a slide or a post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytrail.display.page import name_document
from copytrail.display.trail import read_trail
from copytrail.export.options import Picture
from copytrail.export.picture.drawing import draw_bars, tell_source
from copytrail.export.picture.trail import draw_trail

if TYPE_CHECKING:
    from copytrail.export.options import ExportOptions
    from copytrail.model import Comparison

__all__ = ["draw", "draw_trail", "tell_source"]


def draw(comparisons: tuple[Comparison, ...], options: ExportOptions) -> bytes:
    """The picture that was chosen."""
    if options.picture is Picture.BARS:
        return draw_bars(comparisons, options)
    articles = [read_trail(comparison, number) for number, comparison in enumerate(comparisons, 1)]
    release = name_document(comparisons[0].original, "Release")
    return draw_trail(release, articles, options, tell_source(comparisons, options))
