"""Who is at the desk, for the views that keep what somebody says."""

from __future__ import annotations

from webapp.people.rights import Rights
from webapp.presence import find_rights as find_present


def find_person() -> str:
    """Who is at the desk."""
    return find_present().name


def find_rights() -> Rights:
    """What the one at the desk may do."""
    return find_present()
