"""Furniture: what stands on a page without being part of its text, found by what lines say and where they stand."""

from copytrail.intake.furniture.marks import mark_furniture, set_kinds

__all__ = ["mark_furniture", "set_kinds"]
