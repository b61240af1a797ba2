"""Copytrail: what a text took from its original, what it changed and what it added.

>>> from copytrail import compare, read_plain
>>> original = read_plain("The minister opened the new bridge on Monday.")
>>> derivative = read_plain("The minister opened the new bridge on Monday. It rained.")
>>> [match.label.value for match in compare(original, derivative).matches]
['copied']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from copytrail.compare import compare
from copytrail.errors import CopytrailError
from copytrail.version import VERSION

if TYPE_CHECKING:
    from copytrail.codec import load_comparisons
    from copytrail.export import ExportOptions, render
    from copytrail.files import read_bytes, read_file
    from copytrail.intake.from_plain import read_plain
    from copytrail.model import Case, Comparison, Document, Finding, Label, Match, Thresholds

__version__ = VERSION
__all__ = [
    "Case",
    "Comparison",
    "CopytrailError",
    "Document",
    "ExportOptions",
    "Finding",
    "Label",
    "Match",
    "Thresholds",
    "compare",
    "load_comparisons",
    "read_bytes",
    "read_file",
    "read_plain",
    "render",
]
_PLACES = {
    "ExportOptions": "copytrail.export",
    "load_comparisons": "copytrail.codec",
    "read_bytes": "copytrail.files",
    "read_file": "copytrail.files",
    "read_plain": "copytrail.intake.from_plain",
    "render": "copytrail.export",
}
"""Where a name is defined that is not one of the model's."""


def __getattr__(name: str) -> object:
    """A verb or noun, imported when it is first asked for: all of them together take most of a second."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_PLACES.get(name, "copytrail.model")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The names that there are, those not imported yet among them."""
    return sorted({*globals(), *__all__})
