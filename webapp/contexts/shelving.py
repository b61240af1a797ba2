"""What pages say of a case as one of many: its tags, the archive, the trash, a copy, the order of its articles."""

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


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article on the page where articles are put in order."""

    id: str
    number: int
    name: str
    about: str
    focus: str
    """Which of its buttons has the focus: up, down, handle, or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPage:
    """The articles of a case, to be put in order."""

    title: str
    csrf: str
    case_id: str
    case_name: str
    articles: tuple[ArticleLine, ...]
    seen: str
    notice: str
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TagLine:
    """A tag on the page of all tags."""

    key: str
    name: str
    count: str
    typed: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TagsPage:
    """All tags, to be renamed or taken off."""

    title: str
    csrf: str
    notice: str
    tags: tuple[TagLine, ...]
    empty: str


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


def make_order(*, csrf: str, case: CaseRecord, moved: str = "", problem: str = "") -> OrderPage:
    """The articles in their order, with the one that was moved last."""
    moved_id, _, button = moved.partition(".")
    lines = tuple(
        ArticleLine(
            id=each.id,
            number=each.place,
            name=show_line(each.name),
            about=" · ".join(filter(None, (show_line(each.publisher), show_line(each.published)))),
            focus=_find_focus(button, each.place, len(case.articles)) if each.id == moved_id else "",
        )
        for each in case.articles
    )
    told = next((line for line in lines if line.id == moved_id), None)
    return OrderPage(
        title=f"Order of the articles · {show_line(case.name)}",
        csrf=csrf,
        case_id=case.id,
        case_name=show_line(case.name),
        articles=lines,
        seen=" ".join(line.id for line in lines),
        notice=f"“{told.name}” is article {told.number} now." if told else "",
        problem=problem,
    )


def make_tags(
    *, csrf: str, tags: tuple[Tag, ...], notice: str = "", refused: tuple[str, str, str] = ("",) * 3
) -> TagsPage:
    """All tags; a name that was typed in vain stays in its field."""
    key, typed, error = refused
    lines = tuple(
        TagLine(
            key=tag.key,
            name=show_line(tag.name),
            count=count(tag.cases, "case"),
            typed=typed if tag.key == key else tag.name,
            error=error if tag.key == key else "",
        )
        for tag in tags
    )
    empty = "" if tags else "No tags yet. Give a case some on its page, or several cases in the list."
    return TagsPage(title="Tags", csrf=csrf, notice=notice, tags=lines, empty=empty)


def _find_focus(button: str, place: int, last: int) -> str:
    """The button that was pressed, or the other one where it leads nowhere any more."""
    if button == "up" and place == 1:
        return "down"
    if button == "down" and place == last:
        return "up"
    return button
