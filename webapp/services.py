"""The use cases: what a person can do with cases, in the words of the domain."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from copytrail.model import Comparison
from webapp import reading, store
from webapp.db import Database
from webapp.deeds import Deed, Done
from webapp.faults import AlreadyStored
from webapp.jobs.queue import Queue
from webapp.people.records import CaseAccess, Visibility
from webapp.people.rights import ALONE, Viewer
from webapp.records import CaseLine, CaseRecord, ComparisonRecord, DocumentRecord, GivenText
from webapp.repeating import mark_repeated
from webapp.results import Results
from webapp.shelf import Shelf
from webapp.unfinished import SentForm

CORRECTED_KEPT = 128
_Received = tuple[tuple[DocumentRecord, GivenText], ...]


@dataclass(frozen=True, slots=True)
class Services:
    """What can be done with cases; built once, with the database, the clock and the maker of ids."""

    database: Database
    clock: Callable[[], datetime]
    make_id: Callable[[], str]
    corrected: Shelf[Comparison] = field(default_factory=lambda: Shelf(CORRECTED_KEPT))
    """The comparisons that were looked at last, as they are kept and as they were corrected."""
    queue: Queue | None = None
    """Long work, where anybody does it in the background."""
    keep_days: int = 0
    """After so many days a new case is deleted, unless its day is moved; 0 keeps it."""
    find_viewer: Callable[[], Viewer] = lambda: ALONE
    """For whom cases are listed, and whose new ones are."""
    forget_views: Callable[[], None] = lambda: None
    """Forgets the pages that are held in memory beside the comparisons."""

    def list_cases(self, limit: int | None = None) -> tuple[CaseLine, ...]:
        """The cases that one may see and that were not put away, the one changed last first; all of them, or some."""
        with self.database.reading() as connection:
            return store.cases.list_cases(connection, self.find_viewer(), limit=limit)

    def open_case(self, case_id: str) -> CaseRecord:
        """The case with what is known of its documents."""
        with self.database.reading() as connection:
            return store.cases.load_case(connection, case_id)

    def open_comparison(self, case_id: str, number: int) -> ComparisonRecord:
        """One article of the case, counted from 1, compared with the original."""
        return self._find_results().open_one(case_id, number)

    def open_comparisons(self, case_id: str) -> tuple[ComparisonRecord, ...]:
        """All articles of the case, each compared with the original."""
        return self._find_results().open_all(case_id)

    def walk_comparisons(self, case_id: str) -> Iterator[ComparisonRecord]:
        """The same one after the other, so that memory need not hold a large case."""
        return self._find_results().walk_all(case_id)

    def open_some(self, case_id: str, numbers: Sequence[int]) -> tuple[ComparisonRecord, ...]:
        """Some articles of the case, by their numbers."""
        return self._find_results().open_some(case_id, numbers)

    def check_database(self) -> None:
        """Fail where the database does not answer."""
        with self.database.reading() as connection:
            store.cases.check_table(connection)

    def count_stored(self) -> dict[str, int]:
        """How many cases, texts and comparisons there are."""
        with self.database.reading() as connection:
            return store.cases.count_stored(connection)

    def create_case(
        self,
        title: str,
        original: GivenText,
        articles: tuple[GivenText, ...],
        *,
        form: SentForm | None = None,
        bundled: str | None = None,
        person: str = "",
    ) -> CaseRecord:
        """Keep a new case and compare its articles; the same form or bundled case sent again makes no second one."""
        found = self._find_stored(form, bundled)
        if found:
            self._drop_files(form)
            return self.open_case(found)
        case_id = self.make_id()
        texts, is_gone = self._receive((original, *articles)), False
        try:
            with self.database.writing() as connection:
                store.cases.add_case(connection, case_id, title=title, bundled=bundled, now=self.clock())
                store.access.save_access(connection, case_id, self.give_access(bundled))
                store.cases.set_day(connection, case_id, self.give_day())
                is_gone = store.cases.fill_case(connection, case_id, texts=texts, form=form)
                self._tell_added(connection, case_id, texts, person)
        except AlreadyStored:
            case_id = self._find_stored(form, bundled) or case_id
        if is_gone:
            self.database.forget()
        return self._settle(case_id, (original, *articles))

    def add_articles(
        self, case_id: str, articles: tuple[GivenText, ...], *, form: SentForm | None = None, person: str = ""
    ) -> CaseRecord:
        """Keep more articles in the case and compare them; the same form sent again adds nothing."""
        if self._find_stored(form, None):
            self._drop_files(form)
            return self.open_case(case_id)
        texts, is_gone = self._receive(articles), False
        with suppress(AlreadyStored), self.database.writing() as connection:
            store.cases.touch_case(connection, case_id, self.clock())
            is_gone = store.cases.fill_case(connection, case_id, texts=texts, form=form)
            self._tell_added(connection, case_id, texts, person)
        if is_gone:
            self.database.forget()
        return self._settle(case_id, articles)

    def rename_case(self, case_id: str, title: str, *, person: str = "") -> None:
        """Give the case another title."""
        done = Done(deed=Deed.RENAMED, time=self.clock(), person=person)
        with self.database.writing() as connection:
            store.cases.rename_case(connection, case_id, title)
            store.cases.touch_case(connection, case_id, done.time)
            store.events.add_event(connection, case_id, done)
        self.database.forget()

    def delete_case(self, case_id: str) -> None:
        """Delete the case and all its texts for good."""
        with self.database.writing() as connection:
            store.cases.delete_case(connection, case_id)
        self.forget_deleted()

    def forget_deleted(self) -> None:
        """Hold nothing of what was just deleted, neither in memory nor in the write-ahead log."""
        self.corrected.clear()
        self.forget_views()
        self.database.forget()

    def give_day(self) -> date | None:
        """The day on which a case that is made now is deleted, if it is."""
        return self.clock().date() + timedelta(days=self.keep_days) if self.keep_days else None

    def give_access(self, bundled: str | None = None) -> CaseAccess:
        """A new case is its maker's own; the bundled one, and one made without accounts, is for all."""
        owner_id = self.find_viewer().person_id
        if bundled or not owner_id:
            return CaseAccess()
        return CaseAccess(owner_id=owner_id, visibility=Visibility.PRIVATE)

    def _tell_added(self, connection: store.Connection, case_id: str, texts: _Received, person: str) -> None:
        """Keep who added texts, where a name is known; when they came is kept with each of them."""
        for record, _given in texts if person else ():
            done = Done(deed=Deed.ADDED, time=record.received, person=person, document_id=record.id)
            store.events.add_event(connection, case_id, done)

    def _settle(self, case_id: str, texts: tuple[GivenText, ...]) -> CaseRecord:
        """Compare what can be compared at once; what came as a file is looked at before."""
        mark_repeated(self.database, case_id, self.clock())
        if any(text.file for text in texts):
            return self.open_case(case_id)
        if self.queue and self.queue.is_long(case_id):
            self.queue.start(case_id)
            return self.open_case(case_id)
        records = self.open_comparisons(case_id)
        return records[0].case if records else self.open_case(case_id)

    def _find_results(self) -> Results:
        if self.queue:
            return Results(self.database, self.clock, self.corrected, self.queue.guard)
        return Results(self.database, self.clock, self.corrected)

    def _drop_files(self, form: SentForm | None) -> None:
        """Delete what was received once more for a form that was sent before."""
        if form and form.kept:
            with self.database.writing() as connection:
                store.attachments.drop_unused(connection, form.kept)
            self.database.forget()

    def _find_stored(self, form: SentForm | None, bundled: str | None) -> str | None:
        with self.database.reading() as connection:
            if form:
                return store.cases.find_used(connection, form)
            return store.cases.find_bundled(connection, bundled) if bundled else None

    def _receive(self, texts: tuple[GivenText, ...]) -> _Received:
        now = self.clock()
        return tuple(
            (reading.receive_text(given, document_id=self.make_id(), place=place, now=now), given)
            for place, given in enumerate(texts)
        )
