"""What the pages with notes say: those of one comparison, or of all in a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from copytrail.display.naming import count
from copytrail.display.notes import NoteView
from copytrail.display.visible import show_line
from copytrail.model import Note
from webapp.contexts.comparison import NoteDesk, RefusedReason
from webapp.records import CaseRecord

NONE_YET = "Nobody has written a note yet. Open a passage and press n, or select words in a text."
NONE_OF_THESE = "No note of this kind."


class Which(StrEnum):
    """Which notes to show."""

    ALL = "all"
    OPEN = "open"
    RESOLVED = "resolved"
    LOST = "lost"


NAMES = {Which.ALL: "All", Which.OPEN: "Open", Which.RESOLVED: "Resolved", Which.LOST: "Without a place"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which notes the address asks for."""

    which: Which = Which.ALL
    person: str | None = None

    def shows(self, note: NoteView) -> bool:
        """Whether a note is to be seen."""
        if self.person is not None and not note.is_by(self.person):
            return False
        is_lost = bool(note.remark)
        wanted = {Which.OPEN: not note.resolved, Which.RESOLVED: bool(note.resolved), Which.LOST: is_lost}
        return wanted.get(self.which, True)


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice of the filter."""

    name: str
    value: str
    chosen: bool
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedArticle:
    """One article with the notes on its comparison."""

    number: int
    name: str
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesPage:
    """Notes with a filter, by article."""

    title: str
    csrf: str
    case_id: str
    case_name: str
    number: int
    """The article whose notes these are; 0 for all of the case."""
    count: str
    articles: tuple[NotedArticle, ...]
    filters: tuple[Filter, ...]
    people: tuple[Filter, ...]
    which: str
    person: str | None
    nothing: str
    notice: str
    notes: NoteDesk
    refused: RefusedReason | None = None
    may_edit: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the forms of the page need, and what was just done or refused."""

    csrf: str
    notes: NoteDesk
    notice: str = ""
    refused: RefusedReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """The notes on one comparison, before any is left out."""

    number: int
    name: str
    notes: tuple[NoteView, ...]


def make_notes(
    case: CaseRecord,
    noted: Sequence[Noted],
    *,
    number: int,
    chosen: Chosen,
    around: Around,
) -> NotesPage:
    """The page with the notes that its address asks for."""
    every = [note for each in noted for note in each.notes]
    shown = tuple(_choose(each, chosen) for each in noted)
    name = show_line(case.name)
    return NotesPage(
        title=f"Notes · {name}",
        csrf=around.csrf,
        case_id=case.id,
        case_name=name,
        number=number,
        count=f"{count(len(every), 'note')}, {sum(not each.resolved for each in every):,} open",
        articles=tuple(each for each in shown if each.notes),
        filters=tuple(
            Filter(NAMES[which], which.value, chosen.which is which, _count(every, Chosen(which, chosen.person)))
            for which in Which
        ),
        people=_list_people(every, chosen),
        which="" if chosen.which is Which.ALL else chosen.which.value,
        person=chosen.person,
        nothing=NONE_OF_THESE if every else NONE_YET,
        notice=around.notice,
        notes=around.notes,
        refused=around.refused,
    )


def count_wordings(notes: Sequence[Note]) -> int:
    """Grows whenever somebody writes, so that no field keeps what was typed for an earlier note."""
    return sum(each.version + sum(reply.version for reply in each.replies) for each in notes)


def _choose(noted: Noted, chosen: Chosen) -> NotedArticle:
    shown = tuple(note for note in noted.notes if chosen.shows(note))
    return NotedArticle(number=noted.number, name=noted.name, notes=shown)


def _count(notes: Sequence[NoteView], chosen: Chosen) -> int:
    return sum(chosen.shows(note) for note in notes)


def _list_people(notes: Sequence[NoteView], chosen: Chosen) -> tuple[Filter, ...]:
    """Who wrote; nothing where nobody gave a name."""
    written = (each for note in notes for each in (note.note, *note.replies))
    people = sorted({each.person for each in written if each.person})
    return tuple(
        Filter(show_line(person), person, person == chosen.person, _count(notes, Chosen(chosen.which, person)))
        for person in people
    )
