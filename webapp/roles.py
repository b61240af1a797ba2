"""What a document is in its case."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """The original, a derivative (on screen: article), or a further original."""

    ORIGINAL = "original"
    DERIVATIVE = "derivative"
    REFERENCE = "reference"
