"""What people said of a comparison, as programs see it and say it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from copytrail.display.corrected import name_claim
from copytrail.display.findings import FindingLine, list_findings
from copytrail.model import Correction, Note, NoteAbout, Reply
from webapp.api.about import About
from webapp.records import ComparisonRecord


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
