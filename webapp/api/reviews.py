"""What people said of a comparison, as programs see it and say it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from copytrail.display.corrected import name_claim
from copytrail.display.findings import FindingLine, list_findings
from copytrail.display.pieces import Side, find_pieces
from copytrail.model import Comparison, Correction, Label, Note, NoteAbout, Reply, Span
from webapp.api.about import About
from webapp.records import ComparisonRecord

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


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingData:
    """Something to check."""

    claim: Annotated[str, About(text="Its name, by which it is dismissed and restored.")]
    kind: Annotated[str, About(text="Its kind, as docs/json.md lists them.")]
    title: Annotated[str, About(text="What it is, in words.")]
    why: Annotated[str, About(text="The reason, in a sentence.")]
    dismissed: Annotated[bool, About(text="Whether somebody said that it needs no more checking.")]
    reason: Annotated[str, About(text="What they said.")]
    person: Annotated[str, About(text="Who it was.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionData:
    """A correction that stands."""

    claim: Annotated[str, About(text="Its name, by which it is dropped.")]
    act: Annotated[str, About(text="What was corrected.")]
    words: Annotated[str, About(text="The words of the article that it is about.")]
    machine: Annotated[str, About(text="The label or the speaker by the machine.")]
    reason: Annotated[str, About(text="Why.")]
    person: Annotated[str, About(text="Who it was.")]
    time: Annotated[datetime, About(text="When it was.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyData:
    """An answer to a note."""

    id: Annotated[str, About(text="Its id.")]
    text: Annotated[str, About(text="Its words; empty where it was deleted.")]
    person: Annotated[str, About(text="Who wrote it.")]
    time: Annotated[datetime, About(text="When.")]
    version: Annotated[int, About(text="Which wording it is, from 1.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteData:
    """A note with its answers."""

    id: Annotated[str, About(text="Its id.")]
    about: Annotated[NoteAbout, About(text="What it is on.")]
    words: Annotated[str, About(text="The words that it is on.")]
    text: Annotated[str, About(text="Its words; empty where it was deleted.")]
    person: Annotated[str, About(text="Who wrote it.")]
    time: Annotated[datetime, About(text="When.")]
    version: Annotated[int, About(text="Which wording it is, from 1.")]
    resolved: Annotated[bool, About(text="Whether nothing is left to do.")]
    replies: Annotated[tuple[ReplyData, ...], About(text="The answers to it.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewData:
    """All that people said of one comparison."""

    seen: Annotated[str, About(text="What stands now; corrections name it.")]
    undoable: Annotated[bool, About(text="Whether there is a correction to undo.")]
    redoable: Annotated[bool, About(text="Whether one can be made again.")]
    findings: Annotated[tuple[FindingData, ...], About(text="What is worth checking, dismissed or not.")]
    corrections: Annotated[tuple[CorrectionData, ...], About(text="What was corrected.")]
    notes: Annotated[tuple[NoteData, ...], About(text="What was noted.")]


def tell_review(record: ComparisonRecord) -> ReviewData:
    """The review of a comparison, for programs."""
    return ReviewData(
        seen=record.seen,
        undoable=record.acts.undoable is not None,
        redoable=record.acts.redoable is not None,
        findings=tuple(map(_tell_finding, list_findings(record.comparison))),
        corrections=tuple(map(_tell_correction, record.acts.standing)),
        notes=tuple(map(_tell_note, record.review.notes)),
    )


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


def _tell_finding(line: FindingLine) -> FindingData:
    word = line.finding.dismissed
    return FindingData(
        claim=line.claim,
        kind=line.kind,
        title=line.title,
        why=line.why,
        dismissed=word is not None,
        reason=word.reason if word else "",
        person=word.person if word else "",
    )


def _tell_correction(correction: Correction) -> CorrectionData:
    said = correction.said
    return CorrectionData(
        claim=name_claim(correction),
        act=correction.act.value,
        words=correction.place.exact,
        machine=correction.machine,
        reason=said.reason,
        person=said.person,
        time=said.time,
    )


def _tell_note(note: Note) -> NoteData:
    anchor = note.place.derivative or note.place.original
    return NoteData(
        id=note.id,
        about=note.place.about,
        words=anchor.exact if anchor else "",
        text=note.text,
        person=note.person,
        time=note.time,
        version=note.version,
        resolved=note.resolved is not None,
        replies=tuple(map(_tell_reply, note.replies)),
    )


def _tell_reply(reply: Reply) -> ReplyData:
    return ReplyData(id=reply.id, text=reply.text, person=reply.person, time=reply.time, version=reply.version)
