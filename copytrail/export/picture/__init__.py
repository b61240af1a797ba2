"""The counts of comparisons as one picture, for a slide or a post."""

from copytrail.export.picture.drawing import draw, tell_source

__all__ = ["draw", "tell_source"]
