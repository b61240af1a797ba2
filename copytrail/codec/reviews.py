"""What people said about a comparison, dismissals and corrections, to JSON data and back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from copytrail.codec.spans import Json
from copytrail.model import Act, Anchor, Anchors, ByHand, Correction, Dismissal, Label, Laid, Part, Said, Span


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


def correction_to_data(correction: Correction) -> Json:
    """A correction with all that it says."""
    return {
        "act": correction.act.value,
        "place": asdict(correction.place),
        "parts": [
            {
                "place": asdict(part.place),
                "sources": [asdict(source) for source in part.sources],
                "label": part.label.value,
            }
            for part in correction.parts
        ],
        "machine": correction.machine,
        "speaker": correction.speaker,
        **_said_to_data(correction.said),
    }


def correction_from_data(data: Json) -> Correction:
    """The correction that data describes."""
    return Correction(
        act=Act(data["act"]),
        place=Anchor(**data["place"]),
        parts=tuple(
            Part(
                place=Anchor(**part["place"]),
                sources=tuple(Anchor(**source) for source in part["sources"]),
                label=Label(part["label"]),
            )
            for part in data["parts"]
        ),
        machine=data["machine"],
        speaker=data["speaker"],
        said=_said_from_data(data),
    )


def laid_to_data(laid: Laid) -> Json:
    """A correction with the range of the derivative where it was laid."""
    return {"start": laid.span.start, "end": laid.span.end, **correction_to_data(laid.correction)}


def laid_from_data(data: Json) -> Laid:
    """The correction and its place that data describes."""
    return Laid(correction_from_data(data), Span(data["start"], data["end"]))


def by_hand_to_data(by_hand: ByHand | None, about: str) -> Json | None:
    """A person's word on a label or a speaker, beside the machine's."""
    if by_hand is None:
        return None
    return {
        "act": by_hand.act.value,
        f"machine_{about}": by_hand.machine,
        about: by_hand.value,
        **_said_to_data(by_hand.said),
    }


def by_hand_from_data(data: Json | None, about: str) -> ByHand | None:
    """The word on a label or a speaker that data describes."""
    if data is None:
        return None
    machine, value = data[f"machine_{about}"], data[about]
    return ByHand(act=Act(data["act"]), machine=machine, value=value, said=_said_from_data(data))


def _said_to_data(said: Said) -> Json:
    return {"reason": said.reason, "time": said.time.isoformat(), "person": said.person}


def _said_from_data(data: Json) -> Said:
    return Said(reason=data["reason"], time=datetime.fromisoformat(data["time"]), person=data["person"])
