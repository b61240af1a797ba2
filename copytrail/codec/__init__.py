"""Comparisons to the published JSON data and back."""

from copytrail.codec.comparisons import SCHEMA, comparison_from_data, comparison_to_data
from copytrail.codec.documents import document_to_data
from copytrail.codec.loading import load_comparisons
from copytrail.codec.notes import note_from_data, note_to_data, place_from_data, place_to_data
from copytrail.codec.reviews import correction_from_data, correction_to_data, dismissal_from_data, dismissal_to_data
from copytrail.codec.spans import Json

__all__ = [
    "SCHEMA",
    "Json",
    "comparison_from_data",
    "comparison_to_data",
    "correction_from_data",
    "correction_to_data",
    "dismissal_from_data",
    "dismissal_to_data",
    "document_to_data",
    "load_comparisons",
    "note_from_data",
    "note_to_data",
    "place_from_data",
    "place_to_data",
]
