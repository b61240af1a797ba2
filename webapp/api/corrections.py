"""What programs say of a comparison: a correction, a step back or forth, why a finding is dismissed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from copytrail.display.pieces import Side, find_pieces
from copytrail.model import Comparison, Label, Span
from webapp.api.about import About

LONGEST_REASON = 1000
_SEEN = "What you saw, from the review: where somebody changed it since, nothing is kept (409)."


class CorrectionAct(StrEnum):
    """What is corrected."""

    LABEL = "label"
    UNPAIR = "unpair"
    SOURCE = "source"
    SPLIT = "split"
    JOIN = "join"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionSent:
    """A correction of a match, of a stretch of added words, or of a speaker."""

    seen: Annotated[str, About(text=_SEEN, longest=200)]
    act: Annotated[CorrectionAct, About(text="What is corrected.")]
    match: Annotated[str, About(text="The id of the match, as the comparison has it.", longest=100)] = ""
    start: Annotated[int | None, About(text="Instead of a match: where added words begin in the article.", least=0)] = (
        None
    )
    end: Annotated[int | None, About(text="Where they end.", least=0)] = None
    label: Annotated[Label | None, About(text="The label: copied, edited or paraphrased (label, source).")] = None
    sources: Annotated[str, About(text="Where it comes from: `R3`, `R3.2`, `R3-R5` (source).", longest=500)] = ""
    place: Annotated[int | None, About(text="Where the second part begins in the article (split).", least=0)] = None
    quotation: Annotated[int | None, About(text="The number of the row in `speech`, from 0 (speaker).", least=0)] = None
    speaker: Annotated[str, About(text="Who speaks (speaker).", longest=200)] = ""
    reason: Annotated[str, About(text="Why.", longest=LONGEST_REASON)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenSent:
    """What a program saw before it takes something back."""

    seen: Annotated[str, About(text=_SEEN, longest=200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonSent:
    """Why a finding needs no more checking."""

    reason: Annotated[str, About(text="The reason; may be empty.", longest=LONGEST_REASON)] = ""


def write_correction(sent: CorrectionSent, comparison: Comparison) -> dict[str, str]:
    """A correction in the words of the form on a card."""
    numbers = {"place": sent.place, "quotation": sent.quotation}
    values = {name: str(number) for name, number in numbers.items() if number is not None}
    stretch = _write_stretch(sent, comparison)
    return {
        "act": sent.act.value,
        "focus": sent.match,
        "label": sent.label.value if sent.label else "",
        "sources": sent.sources,
        "speaker": sent.speaker,
        **values,
        **stretch,
    }


def _write_stretch(sent: CorrectionSent, comparison: Comparison) -> dict[str, str]:
    """Words that were added, with the passage that holds them; nothing where a match is named."""
    if sent.start is None or sent.end is None or sent.start >= sent.end:
        return {}
    span = Span(sent.start, sent.end)
    added = (each for each in find_pieces(comparison).on(Side.DERIVATIVE) if each.match is None)
    key = next((piece.key for piece in added if piece.span.contains(span)), "")
    return {"stretch": f"{span.start}-{span.end}", "focus": key}
