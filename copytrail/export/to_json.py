"""Comparisons as JSON, the form that other programs read; its fields are described in docs/json.md."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from copytrail.codec import comparison_to_data
from copytrail.export.options import AS_ON_SCREEN, ExportOptions

if TYPE_CHECKING:
    from copytrail.model import Comparison

_SURROGATE = re.compile("[\ud800-\udfff]")


def render(comparisons: tuple[Comparison, ...], options: ExportOptions = AS_ON_SCREEN) -> bytes:
    """One comparison as an object, several as a list, indented for people."""
    dated = {"exported": options.made.isoformat()} if options.made else {}
    data = [{**comparison_to_data(comparison), **dated} for comparison in comparisons]
    return encode_json(data[0] if len(data) == 1 else data, indent=2) + b"\n"


def encode_json(data: object, *, indent: int | None = None) -> bytes:
    r"""JSON in UTF-8; half a surrogate pair, which UTF-8 cannot hold, is escaped.

    >>> encode_json({"text": "é \ud800"}).decode()
    '{"text":"é \\ud800"}'
    """
    separators = (",", ":") if indent is None else None
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode()
