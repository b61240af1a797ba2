"""What a person corrects of a comparison: laid over it, never written into it."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.model.by_hand import Act, Anchor, ByHand, Said
from copytrail.model.matches import Label
from copytrail.model.segments import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of the derivative, where a person says that it comes from, and under which label."""

    place: Anchor
    sources: tuple[Anchor, ...]
    label: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A person's word on one stretch of the derivative: what it comes from, or who speaks it.

    It holds all that it says, so that it can be laid over any later result for the same texts: the stretch is
    taken out of whatever the machine made of it, and the parts are put in its place. A stretch without parts
    comes from nowhere.
    """

    act: Act
    place: Anchor
    parts: tuple[Part, ...] = ()
    machine: str
    """The label or the speaker by the machine; empty where it named none."""
    speaker: str = ""
    """Who speaks, by the person; for a speaker only."""
    said: Said

    def by_hand(self, value: str) -> ByHand:
        """What a corrected match or quotation says of itself."""
        return ByHand(act=self.act, machine=self.machine, value=value, said=self.said)


@dataclass(frozen=True, slots=True)
class Laid:
    """A correction with the place where it was laid."""

    correction: Correction
    span: Span
