"""What people corrected, as a list: each with the words, who, when and why, and the way to the passage."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace

from copytrail.display.correction_wording import UNPLACED_CORRECTION, name_words, say_correction
from copytrail.display.links import find_paragraph
from copytrail.display.pieces import Piece
from copytrail.display.rail import Rail, focus_address
from copytrail.display.state import View
from copytrail.model import Correction, Laid


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedNote:
    """One correction in words."""

    title: str
    said: str
    claim: str
    """By which it is dropped."""
    place: str = ""
    """The paragraph in which it begins; empty where it finds no place."""
    text: str = ""
    address: str = ""


def list_corrected(rail: Rail) -> tuple[CorrectedNote, ...]:
    """The corrections in the order of the article, then those that find no place."""
    laid = sorted(rail.comparison.corrections, key=lambda each: each.span)
    return (*(_show(rail, each) for each in laid), *map(_show_unplaced, rail.comparison.unplaced_corrections))


def say_by_hand(corrections: tuple[Laid, ...], pieces: list[Piece]) -> tuple[str, ...]:
    """What people said of a passage, the last word first."""
    spans = [piece.span for piece in pieces]
    told = [each for each in reversed(corrections) if any(each.span.overlaps(span) for span in spans)]
    return tuple(say_correction(each.correction) for each in told)


def name_claim(correction: Correction) -> str:
    """A name for a correction, short enough for a form."""
    about = json.dumps(asdict(correction), sort_keys=True, default=str)
    return hashlib.sha256(about.encode("ascii")).hexdigest()[:32]


def _show(rail: Rail, laid: Laid) -> CorrectedNote:
    piece = next((each for each in rail.pieces.derivative if each.span.overlaps(laid.span)), None)
    state = replace(rail.state, view=View.ALIGNED) if rail.state.view is View.LEDGER else rail.state
    return CorrectedNote(
        title=name_words(laid.correction),
        said=say_correction(laid.correction),
        claim=name_claim(laid.correction),
        place=f"A{find_paragraph(rail.comparison.derivative, laid.span.start)}",
        address=focus_address(state, piece) if piece else "",
    )


def _show_unplaced(correction: Correction) -> CorrectedNote:
    return CorrectedNote(
        title=name_words(correction),
        said=say_correction(correction),
        claim=name_claim(correction),
        text=UNPLACED_CORRECTION,
    )
