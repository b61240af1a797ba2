"""What was done to a case beside corrections, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from copytrail.codec import dismissal_from_data
from copytrail.display.finding_wording import name_gone
from copytrail.display.naming import join_words, name_finding, say_time, shorten
from copytrail.display.visible import show_line
from copytrail.display.wording import say_places
from copytrail.model import ParagraphKind
from webapp.choosing import read_changes
from webapp.contexts.access import WHO
from webapp.deeds import Deed, Done
from webapp.people.records import Visibility
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
    Deed.CHANGED_WHO_SEES: "Who may see the case changed",
    Deed.LINKED: "Link made",
    Deed.LINK_EXTENDED: "End of a link changed",
    Deed.LINK_REVOKED: "Link revoked",
    Deed.DAY_SET: "Day of deletion set",
    Deed.DAY_CLEARED: "Day of deletion cleared",
    Deed.ARCHIVED: "Case archived",
    Deed.UNARCHIVED: "Case brought back from the archive",
    Deed.TRASHED: "Case moved to the trash",
    Deed.RESTORED: "Case restored from the trash",
    Deed.TAGGED: "Tags changed",
    Deed.ORDERED: "Order of the articles changed",
}
_GONE = {
    Role.ORIGINAL.value: "The release was deleted.",
    Role.DERIVATIVE.value: "An article was deleted.",
    Role.REFERENCE.value: "A further original was deleted.",
}
_FIELDS = {"title": "title", "publisher": "publisher", "url": "address", "published": "date", "language": "language"}
_ABOUT = {"whole": "on the whole comparison", "finding": "on a finding"}


def describe_deed(done: Done) -> tuple[str, str]:
    """What was done, and to what; words that were deleted are in neither, nor are the names of tags and links."""
    name, data = _NAMES[done.deed], done.data
    if done.deed in _DETAILS:
        return name, _DETAILS[done.deed](done)
    if "about" in data:
        words = shorten(show_line(data["words"]), 60)
        return name, f"on “{words}”" if words else _ABOUT.get(data["about"], "")
    return name, str(data.get("engine", ""))


def _say_restored(done: Done) -> str:
    gone = dismissal_from_data(done.data["dismissal"])
    return f"{name_finding(gone.kind)} · {name_gone(gone)}"


def _say_described(done: Done) -> str:
    return join_words([_FIELDS.get(each, each) for each in done.data["fields"]])


def _say_deleted(done: Done) -> str:
    return _GONE.get(done.data["role"], "")


def _say_sight(done: Done) -> str:
    """Who may see the case now, and whether it is another's; people and teams are named on the case's own page."""
    shown = WHO[Visibility(done.data["visibility"])].lower() if "visibility" in done.data else ""
    return " · ".join(part for part in (shown, "handed over" if done.data["handed"] else "") if part)


def _say_link(done: Done) -> str:
    until = done.data["until"]
    what = "to this article" if done.document_id else "to the whole case"
    return f"{what}, {f'until {say_time(datetime.fromisoformat(until))}' if until else 'until it is revoked'}"


def _say_day(done: Done) -> str:
    day = date.fromisoformat(done.data["day"])
    return f"{day.day} {day:%B %Y}"


def _say_tags(done: Done) -> str:
    counts = ((done.data["added"], "added"), (done.data["removed"], "taken off"))
    return ", ".join(f"{number} {what}" for number, what in counts if number)


def _say_order(done: Done) -> str:
    return f"from place {done.data['before']} to {done.data['now']}" if "now" in done.data else ""


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


_DETAILS: Mapping[Deed, Callable[[Done], str]] = {
    Deed.FINDING_RESTORED: _say_restored,
    Deed.CLEANED: _say_cleaned,
    Deed.DESCRIBED: _say_described,
    Deed.DELETED: _say_deleted,
    Deed.CHANGED_WHO_SEES: _say_sight,
    Deed.LINKED: _say_link,
    Deed.LINK_EXTENDED: _say_link,
    Deed.DAY_SET: _say_day,
    Deed.TAGGED: _say_tags,
    Deed.ORDERED: _say_order,
}
