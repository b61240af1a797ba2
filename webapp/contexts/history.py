"""What the page with the history of a case says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copytrail.display.correction_wording import name_correction
from copytrail.display.finding_wording import name_gone
from copytrail.display.naming import count, name_finding, say_time
from copytrail.display.visible import show_line
from webapp.acts import Entry, Verb
from webapp.contexts.comparison import WENT_BACK
from webapp.contexts.deeds import describe_deed
from webapp.history import Event
from webapp.past import write_stamp
from webapp.records import CaseRecord
from webapp.roles import Role

EVENTS_SHOWN = 100
"""So many lines has one page."""
NOTE = (
    "Texts, what was cleaned of them, corrections with what was undone, findings dismissed and restored, notes; "
    "the title, tags and order, links, who may see the case, archive and trash, the day of deletion. "
    "No line is ever deleted, unless its text is. “As it was then” shows an article as it stood after a line."
)
_VERBS = {
    Verb.CORRECT: "Corrected",
    Verb.DROP: "Correction dropped",
    Verb.RESTORE: WENT_BACK,
    Verb.UNDO: "Undone",
    Verb.REDO: "Done again",
}
COPIED = "This case was made as a copy of another one on {}. What is older was done there."
_ROLES = {Role.ORIGINAL: "Release added", Role.DERIVATIVE: "Article added", Role.REFERENCE: "Further original added"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One thing that was done, in words."""

    time: str
    who: str
    deed: str
    what: str
    reason: str
    document: str
    article: int
    """The number of the article that it is about, to lead there; 0 for others."""
    then: str
    """The moment to look at the article as it was; empty where it changed nothing there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage:
    """What was done to a case, the newest first, some lines at a time."""

    title: str
    case_id: str
    case_name: str
    note: str
    count: str
    lines: tuple[HistoryLine, ...]
    newer: int
    """The page with what was done later; 0 where this is the first."""
    older: int


def make_history(case: CaseRecord, events: Sequence[Event], number: int) -> HistoryPage:
    """One page of the history, counted from 1; beyond the last one the last."""
    last = max(1, -(-len(events) // EVENTS_SHOWN))
    number = min(max(1, number), last)
    shown = events[(number - 1) * EVENTS_SHOWN : number * EVENTS_SHOWN]
    name = show_line(case.name)
    return HistoryPage(
        title=f"History · {name}",
        case_id=case.id,
        case_name=name,
        note=f"{COPIED.format(say_time(case.created))} {NOTE}" if case.is_copy else NOTE,
        count=count(len(events), "entry", "entries"),
        lines=tuple(_say(event) for event in shown),
        newer=number - 1,
        older=number + 1 if number < last else 0,
    )


def _say(event: Event) -> HistoryLine:
    deed, what, reason = describe_event(event)
    document = event.document
    article = document.place if document and document.role is Role.DERIVATIVE else 0
    return HistoryLine(
        time=say_time(event.time),
        who=show_line(event.person) or "by hand",
        deed=deed,
        what=what,
        reason=show_line(reason),
        document=show_line(document.name) if document else "",
        article=article,
        then=write_stamp(event.time) if article else "",
    )


def describe_event(event: Event) -> tuple[str, str, str]:
    """What was done, to what, and why."""
    if event.entry and event.about:
        return _describe_act(event.entry, event.about)
    if event.dismissal:
        kind = name_finding(event.dismissal.kind)
        return "Finding dismissed", f"{kind} · {name_gone(event.dismissal)}", event.dismissal.reason
    if event.done:
        return *describe_deed(event.done), ""
    return (_ROLES[event.document.role], count(event.document.words, "word"), "") if event.document else ("", "", "")


def _describe_act(entry: Entry, about: Entry) -> tuple[str, str, str]:
    if about.correction is None:
        return _VERBS[entry.verb], "" if entry is about else WENT_BACK, ""
    reason = about.correction.said.reason if entry.verb is Verb.CORRECT else ""
    dropped = "Dropped: " if about.verb is Verb.DROP and entry is not about else ""
    return _VERBS[entry.verb], f"{dropped}{name_correction(about.correction)}", reason
