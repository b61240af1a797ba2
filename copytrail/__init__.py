"""Copytrail: what a text took from its original, what it changed and what it added.

>>> from copytrail import compare, read_plain
>>> original = read_plain("The minister opened the new bridge on Monday.")
>>> derivative = read_plain("The minister opened the new bridge on Monday. It rained.")
>>> [match.label.value for match in compare(original, derivative).matches]
['copied']
"""

from copytrail.compare import compare
from copytrail.errors import CopytrailError
from copytrail.intake.from_plain import read_plain
from copytrail.model import Case, Comparison, Document, Label, Match, Thresholds
from copytrail.version import VERSION

__version__ = VERSION
__all__ = ["Case", "Comparison", "CopytrailError", "Document", "Label", "Match", "Thresholds", "compare", "read_plain"]
