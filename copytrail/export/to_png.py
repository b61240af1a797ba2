"""The same drawing as points, for programs that take no SVG."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from copytrail.export.pages.typesetting import set_picture
from copytrail.export.picture import draw, tell_source

if TYPE_CHECKING:
    from copytrail.export.options import ExportOptions
    from copytrail.model import Comparison

_HEADER = 33
"""In bytes: the signature and the first chunk, behind which words may stand."""


def render(comparisons: tuple[Comparison, ...], options: ExportOptions) -> bytes:
    """One PNG, twice as many points wide as the drawing."""
    return set_points(draw(comparisons, options), tell_source(comparisons, options))


def set_points(drawing: bytes, source: str) -> bytes:
    """A drawing as points, with the words that say where it comes from."""
    points = set_picture(drawing.decode())
    return points[:_HEADER] + _make_chunk(source) + points[_HEADER:]


def _make_chunk(words: str) -> bytes:
    """Words beside the points (iTXt of the PNG specification, section 11.3.3.4)."""
    body = b"iTXtDescription\0\0\0\0\0" + words.encode("utf-8", "backslashreplace")
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
