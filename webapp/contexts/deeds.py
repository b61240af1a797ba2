"""What was done to a case beside corrections, in words."""

from __future__ import annotations

from copytrail.codec import dismissal_from_data
from copytrail.display.finding_wording import name_gone
from copytrail.display.naming import join_words, name_finding, shorten
from copytrail.display.visible import show_line
from copytrail.display.wording import say_places
from copytrail.model import ParagraphKind
from webapp.choosing import read_changes
from webapp.deeds import Deed, Done
from webapp.records import KindChoice
from webapp.roles import Role

_NAMES = {
    Deed.ADDED: "Text added",
    Deed.DESCRIBED: "Details changed",
    Deed.READ_ANEW: "File read in another way",
    Deed.CLEANED: "Paragraphs changed",
    Deed.DELETED: "Text deleted",
    Deed.RENAMED: "Case renamed",
    Deed.FINDING_RESTORED: "Finding restored",
    Deed.NOTED: "Note written",
    Deed.REPLIED: "Note replied to",
    Deed.NOTE_CHANGED: "Note changed",
    Deed.NOTE_DELETED: "Note deleted",
    Deed.RESOLVED: "Note resolved",
    Deed.REOPENED: "Note opened again",
    Deed.COMPARED_ANEW: "Compared anew",
    Deed.NEW_KEPT: "New result kept",
    Deed.CHANGED_WHO_SEES: "Changed who sees the case",
}
_GONE = {
    Role.ORIGINAL.value: "The release was deleted.",
    Role.DERIVATIVE.value: "An article was deleted.",
    Role.REFERENCE.value: "A further original was deleted.",
}
_FIELDS = {"title": "title", "publisher": "publisher", "url": "address", "published": "date", "language": "language"}
_ABOUT = {"whole": "on the whole comparison", "finding": "on a finding"}


def describe_deed(done: Done) -> tuple[str, str]:
    """What was done, and to what; words that were deleted are in neither."""
    name, data = _NAMES[done.deed], done.data
    if done.deed is Deed.FINDING_RESTORED:
        gone = dismissal_from_data(data["dismissal"])
        return name, f"{name_finding(gone.kind)} · {name_gone(gone)}"
    if done.deed is Deed.CLEANED:
        return name, _say_cleaned(done)
    if done.deed is Deed.DESCRIBED:
        return name, join_words([_FIELDS.get(each, each) for each in data["fields"]])
    if done.deed is Deed.DELETED:
        return name, _GONE.get(data["role"], "")
    if "about" in data:
        words = shorten(show_line(data["words"]), 60)
        return name, f"on “{words}”" if words else _ABOUT.get(data["about"], "")
    return name, str(data.get("engine", ""))


def _say_cleaned(done: Done) -> str:
    """Which paragraphs were set aside, restored or given to a speaker."""
    changes = read_changes(done)
    told: dict[str, list[int]] = {}
    for before, after in changes:
        known = after or before
        if known:
            told.setdefault(_say_change(before, after, known), []).append(known.number)
    return " · ".join(f"{deed}: {say_places(sorted(numbers), '¶')}" for deed, numbers in told.items())


def _say_change(before: KindChoice | None, after: KindChoice | None, known: KindChoice) -> str:
    old = before.kind if before else known.machine_kind
    new = after.kind if after else known.machine_kind
    if old is not new:
        return "set aside" if new is ParagraphKind.FURNITURE else "made part of the text"
    speaker = show_line(after.speaker) if after else ""
    return f"given to {speaker}" if speaker else "given to nobody"
