"""Who is at the desk, as the use cases want to know it."""

from __future__ import annotations


def find_person() -> str:
    """Who is at the desk."""
    return ""
