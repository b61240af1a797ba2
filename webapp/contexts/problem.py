"""What the page of a problem says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage:
    """What happened, and what to do."""

    title: str
    happened: str
    advice: str
    status: int
