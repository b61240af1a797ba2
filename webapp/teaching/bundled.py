"""The lessons that come with Copytrail, on the bundled case."""

from __future__ import annotations

from copytrail.teaching import Lesson


def list_bundled() -> tuple[tuple[str, Lesson], ...]:
    """Each lesson by the name of its file."""
    return ()
