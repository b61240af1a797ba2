"""Who is at the desk."""

from __future__ import annotations


def find_person() -> str:
    """Who is at the desk."""
    return ""
