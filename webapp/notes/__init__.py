"""Notes on a comparison: what they are on, and what can be done with them."""

from webapp.notes.about import read_place
from webapp.notes.noting import LONGEST_NOTE, Noting, Slip, Spot

__all__ = ["LONGEST_NOTE", "Noting", "Slip", "Spot", "read_place"]
