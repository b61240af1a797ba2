"""What a person's word is kept with: the place by its words, who said it, when and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A place of a document by its words and those around it, so that it is found again in another result."""

    exact: str
    prefix: str
    """The words before it, in the text as it was."""
    suffix: str
    """The words after it."""
    start: int
    """Where it stood; it only decides between places that are alike."""


class Act(StrEnum):
    """What a person can do to what the machine says of a passage."""

    RELABEL = "relabel"
    UNPAIR = "unpair"
    REPAIR = "repair"
    PAIR = "pair"
    SPLIT = "split"
    JOIN = "join"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """When a person said something, why, and who it was."""

    time: datetime
    reason: str = ""
    """In the person's words; empty where none was given."""
    person: str = ""
    """Empty where nobody gave a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ByHand:
    """A person's word beside the machine's: on the label of a match, or on who speaks."""

    act: Act
    machine: str
    """The label or the speaker by the machine; empty where it named none."""
    value: str
    """The label or the speaker by the person."""
    said: Said
