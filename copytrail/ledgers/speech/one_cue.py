"""Two quotations that one cue gives to a wrong speaker, told as one finding: “…,” said Ms Holm. “…”."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from copytrail.model import Finding, Span

WRONG_SPEAKER = "wrong_speaker"
_NEAR = 300
"""In code points: quotations farther apart do not stand round one tag."""

_Cued = tuple[Span | None, Finding]


def tell_once(cued: Iterable[_Cued]) -> tuple[Finding, ...]:
    """The findings, each given with the cue of its quotation; those of one cue and the same two speakers joined."""
    told: list[_Cued] = []
    for cue, finding in cued:
        place = next((number for number, one in enumerate(told) if _is_of_one(one, (cue, finding))), None)
        if place is None:
            told.append((cue, finding))
        else:
            told[place] = (cue, _join(told[place][1], finding))
    return tuple(finding for _, finding in told)


def _is_of_one(one: _Cued, other: _Cued) -> bool:
    """Whether two findings are about the words round one cue."""
    if one[0] is None or one[0] != other[0] or {one[1].kind, other[1].kind} != {WRONG_SPEAKER}:
        return False
    return (one[1].expected, one[1].found) == (other[1].expected, other[1].found)


def _join(one: Finding, other: Finding) -> Finding:
    """The first finding, reaching over both quotations on each side where they stand near each other."""
    return replace(
        one,
        derivative=_reach(one.derivative, other.derivative),
        original=_reach(one.original, other.original),
    )


def _reach(one: Span | None, other: Span | None) -> Span | None:
    """A place and another one near it, with what stands between."""
    if one is None or other is None or max(one.start, other.start) - min(one.end, other.end) > _NEAR:
        return one
    return Span(min(one.start, other.start), max(one.end, other.end))
