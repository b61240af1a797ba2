"""Where moved matches came from: which way, and from which paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from copytrail.display.links import find_paragraph
from copytrail.display.row_wording import say_moved
from copytrail.model import Comparison


@dataclass(frozen=True, slots=True)
class Move:
    """A moved match: `upwards` when the article brings it earlier than the release does, `within` its paragraph."""

    upwards: bool
    paragraph: int
    within: bool


def find_moves(comparison: Comparison) -> dict[str, Move]:
    """The moves of a comparison by match, judged against the last match that kept its order."""
    moves: dict[str, Move] = {}
    reached, reached_paragraph = 0, 0
    for match in comparison.matches:
        if not match.original:
            continue
        start = min(span.start for span in match.original)
        paragraph = find_paragraph(comparison.original, start)
        if match.moved:
            moves[match.id] = Move(start >= reached, paragraph, paragraph == reached_paragraph)
        else:
            reached, reached_paragraph = start, paragraph
    return moves


def say_move(move: Move) -> tuple[str, str]:
    """A move as a chip: what it shows and what it speaks."""
    return say_moved(move.paragraph, upwards=move.upwards, within=move.within)
