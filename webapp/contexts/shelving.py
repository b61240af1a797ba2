"""What pages say of a case as one of many: its tags, the archive, the trash, a copy."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copytrail.display.naming import count, say_time
from copytrail.display.visible import show_line
from webapp.catalogue.lines import Tag, TrashedCase
from webapp.catalogue.shelving import Shelving
from webapp.catalogue.tags import LONGEST_TAG
from webapp.contexts.catalogue_wording import say_end
from webapp.field_views import FieldView
from webapp.records import CaseRecord
from webapp.teaching.prepared import LessonLine

TAGS_HINT = f"Separated by commas; up to {LONGEST_TAG} characters each."
TRASH_NOTE = (
    "It leaves all lists and can be restored from the trash for {}. Then it is deleted for good, with all its texts."
)
FOR_OTHERS = "Its owner, or an administrator, can restore it."
DELETE_WARNING = "This deletes the case from this computer for good, with all its texts. It cannot be undone."
LESSONS_NOTE = "Lessons made from {} stay, with their own copies of the texts, until somebody deletes them too."
COPY_NOTE = "A second case with the same texts, decisions, corrections and tags, to try something out."
ARCHIVE_NOTE = "An archived case keeps everything and leaves the list; the archive shows it."


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonsLeft:
    """The lessons that stay when a case is deleted, as far as the reader may see them."""

    note: str = LESSONS_NOTE.format("it")
    lines: tuple[tuple[str, str], ...]
    """The id and the title of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelvingView:
    """What can be done with a case as a whole."""

    tags: tuple[tuple[str, str], ...]
    """Each tag with the key that asks the list for it."""
    field: FieldView
    known_tags: tuple[str, ...]
    is_archived: bool
    archive_note: str
    copy_note: str
    can_order: bool
    has_trash: bool
    delete_note: str
    lessons: LessonsLeft


@dataclass(frozen=True, slots=True, kw_only=True)
class TrashedPage:
    """A case in the trash, in place of its own pages."""

    title: str
    csrf: str
    id: str
    name: str
    said: str
    warning: str
    lessons: LessonsLeft
    for_others: str = FOR_OTHERS
    """What somebody reads who may neither restore nor delete it."""


def show_shelving(
    case: CaseRecord,
    known: tuple[Tag, ...],
    shelving: Shelving,
    *,
    lessons: tuple[LessonLine, ...],
    refused: tuple[str, str] = ("", ""),
) -> ShelvingView:
    """What can be done with a case; tags that were typed in vain stay in their field."""
    typed, error = refused
    written = ", ".join(tag.name for tag in case.tags)
    field = FieldView(name="tags", label="Tags", value=typed if error else written, hint=TAGS_HINT, error=error)
    days = count(shelving.trash_days, "day")
    return ShelvingView(
        tags=tuple((tag.key, show_line(tag.name)) for tag in case.tags),
        field=field,
        known_tags=tuple(tag.name for tag in known),
        is_archived=case.is_archived,
        archive_note=ARCHIVE_NOTE,
        copy_note=COPY_NOTE,
        can_order=len(case.articles) > 1,
        has_trash=bool(shelving.trash_days),
        delete_note=TRASH_NOTE.format(days) if shelving.trash_days else DELETE_WARNING,
        lessons=list_left(lessons),
    )


def list_left(lessons: tuple[LessonLine, ...]) -> LessonsLeft:
    """What a page says of lessons that a deleted case leaves."""
    return LessonsLeft(lines=tuple((each.id, show_line(each.title)) for each in lessons))


def list_left_of_several(lessons: tuple[LessonLine, ...]) -> LessonsLeft:
    """The same for a page that deletes several cases."""
    return replace(list_left(lessons), note=LESSONS_NOTE.format("these cases"))


def make_trashed(*, csrf: str, case: TrashedCase, shelving: Shelving, lessons: tuple[LessonLine, ...]) -> TrashedPage:
    """The page that stands in place of all pages of a case in the trash."""
    by = f" by {show_line(case.trashed_by)}" if case.trashed_by else ""
    return TrashedPage(
        title="This case is in the trash",
        csrf=csrf,
        id=case.id,
        name=show_line(case.name),
        said=f"Thrown away{by} on {say_time(case.trashed)}; it {say_end(shelving.name_end(case.trashed))}.",
        warning=DELETE_WARNING,
        lessons=list_left(lessons),
    )
