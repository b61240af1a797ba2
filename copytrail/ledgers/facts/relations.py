"""How a figure of the derivative can relate to one of the original."""

from __future__ import annotations

from enum import Enum, auto


class Relation(Enum):
    """How a derivative's figure relates to an original's."""

    SAME = auto()
    ROUNDED = auto()
    GENERALISED = auto()
    DIFFERENT = auto()
    APART = auto()
    """They cannot be held against each other: other units, or one of them leaves too much open."""
