"""What a reader said about a comparison, to JSON data and back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from copytrail.codec.spans import Json
from copytrail.model import Anchor, Anchors, Dismissal


def dismissal_to_data(dismissal: Dismissal) -> Json:
    """A dismissal with what it is about."""
    return {
        "kind": dismissal.kind,
        **asdict(dismissal.anchors),
        "reason": dismissal.reason,
        "time": dismissal.time.isoformat(),
        "person": dismissal.person,
    }


def dismissal_from_data(data: Json) -> Dismissal:
    """The dismissal that data describes."""
    return Dismissal(
        kind=data["kind"],
        anchors=anchors_from_data(data),
        reason=data["reason"],
        time=datetime.fromisoformat(data["time"]),
        person=data["person"],
    )


def anchors_from_data(data: Json) -> Anchors:
    """By what a finding is known again."""
    return Anchors(
        expected=data["expected"],
        found=data["found"],
        derivative=Anchor(**data["derivative"]) if data["derivative"] else None,
        original=Anchor(**data["original"]) if data["original"] else None,
    )
