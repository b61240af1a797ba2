"""A zip file of a case as it is made: what was asked for, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

KEPT = timedelta(days=1)
"""So long a zip file can be downloaded."""


class ParcelState(StrEnum):
    """How far a zip file is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One zip file that somebody asked for."""

    id: str
    case_id: str
    choices: str
    """What was chosen of it, as it stands in the address of a file."""
    person: str
    asked: datetime
    state: ParcelState
    done: int
    """So many articles are in it."""
    articles: int
    size: int
    """In bytes, once it is made."""
    tries: int = 0
    owner: str = ""
    """The worker that makes it now."""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be made."""
        return self.state in {ParcelState.WAITING, ParcelState.RUNNING}

    @property
    def until(self) -> datetime:
        """When it is deleted."""
        return self.asked + KEPT
