"""Notes as programs write them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from copytrail.model import Comparison, NoteAbout
from webapp.api.about import About
from webapp.notes import LONGEST_NOTE

_ON_END = "Where they end in it."


class TextSide(StrEnum):
    """One of the two texts."""

    ORIGINAL = "original"
    DERIVATIVE = "derivative"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSent:
    """A note on the whole, on a finding, or on words of either text."""

    text: Annotated[str, About(text="What is noted.", longest=LONGEST_NOTE)]
    about: Annotated[NoteAbout, About(text="What it is on.")] = NoteAbout.WHOLE
    finding: Annotated[str, About(text="The claim of the finding (finding).", longest=200)] = ""
    side: Annotated[TextSide, About(text="Whose words (passage, pair).")] = TextSide.DERIVATIVE
    start: Annotated[int, About(text="Where they begin in that text.", least=0)] = 0
    end: Annotated[int, About(text=_ON_END, least=0)] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplySent:
    """An answer to a note."""

    text: Annotated[str, About(text="What is answered.", longest=LONGEST_NOTE)]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteChange:
    """What is to be changed of a note, or of an answer to it; what is not named stays."""

    text: Annotated[str | None, About(text="Another wording, by who wrote it.", longest=LONGEST_NOTE)] = None
    version: Annotated[int, About(text="The version that you saw.", least=0)] = 0
    reply: Annotated[str, About(text="The id of the answer; empty for the note itself.", longest=100)] = ""
    resolved: Annotated[bool | None, About(text="Whether nothing is left to do about the note.")] = None


def name_place(sent: NoteSent, comparison: Comparison) -> dict[str, str]:
    """What a note is on, in the words of its form."""
    if sent.about is NoteAbout.FINDING:
        return {"on": f"finding:{sent.finding}"}
    if sent.about is NoteAbout.WHOLE:
        return {"on": sent.about.value}
    document = comparison.original if sent.side is TextSide.ORIGINAL else comparison.derivative
    return {
        "on": sent.about.value,
        "side": sent.side.value,
        "start": str(sent.start),
        "end": str(sent.end),
        "words": document.text[sent.start : sent.end],
    }
