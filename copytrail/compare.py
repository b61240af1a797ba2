"""The verb of Copytrail; the pipeline behind it is imported when it first runs, because it is large."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copytrail.model import Comparison, Document, Thresholds


def compare(original: Document, derivative: Document, thresholds: Thresholds | None = None) -> Comparison:
    """What the derivative took from the original, passage by passage, and what became of speech and facts.

    The same documents and thresholds always give the same comparison; nothing outside them is read.
    """
    from copytrail import pipeline  # noqa: PLC0415 - not before it is needed

    return pipeline.compare(original, derivative, thresholds or pipeline.DEFAULTS)
