"""The use case of changing several things of a case at once: all of them, or none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from webapp import store
from webapp.catalogue.lines import Tag
from webapp.catalogue.ordering import keep_order
from webapp.catalogue.shelving import tell_moved
from webapp.catalogue.tagging import telling_tags
from webapp.deeds import Deed, Done
from webapp.faults import UnknownArticle
from webapp.records import CaseRecord
from webapp.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChanges:
    """What is to be changed of a case; nothing stays as it is."""

    title: str | None = None
    tags: tuple[Tag, ...] | None = None
    is_archived: bool | None = None
    order: tuple[str, ...] | None = None
    """The ids of all its articles."""


@dataclass(frozen=True, slots=True)
class Changing:
    """Changes several things of a case in one transaction; built once, on the use cases of cases."""

    services: Services

    def change(
        self, case_id: str, changes: CaseChanges, *, check: Callable[[CaseRecord], None], person: str = ""
    ) -> CaseRecord:
        """Change what is named; where the check refuses the case as it stands, or one change fails, nothing is kept."""
        done = Done(deed=Deed.RENAMED, time=self.services.clock(), person=person)
        with self.services.database.writing() as connection:
            store.cases.hold_case(connection, case_id)
            case = store.cases.load_case(connection, case_id)
            check(case)
            _rename(connection, case, changes.title, done)
            if changes.tags is not None:
                with telling_tags(connection, (case_id,), done):
                    store.tags.set_tags(connection, case_id, changes.tags)
            _arrange(connection, case, changes.order, done)
            _archive(connection, case_id, changes.is_archived, done)
            changed = store.cases.load_case(connection, case_id)
        self.services.forget_views()
        self.services.database.forget()
        return changed


def _rename(connection: store.Connection, case: CaseRecord, title: str | None, done: Done) -> None:
    if title is not None:
        store.cases.rename_case(connection, case.id, title)
        store.cases.touch_case(connection, case.id, done.time)
        store.events.add_event(connection, case.id, done)


def _arrange(connection: store.Connection, case: CaseRecord, order: tuple[str, ...] | None, done: Done) -> None:
    """Give the articles their new order; it must name each of them once."""
    if order is None:
        return
    before = [article.id for article in case.articles]
    if sorted(before) != sorted(order):
        raise UnknownArticle
    if before != list(order):
        store.cases.touch_case(connection, case.id, done.time)
    keep_order(connection, case.id, (before, order), replace(done, deed=Deed.ORDERED))


def _archive(connection: store.Connection, case_id: str, is_archived: bool | None, done: Done) -> None:
    if is_archived is not None:
        moved = store.trash.set_archived(connection, (case_id,), done.time if is_archived else None)
        tell_moved(connection, moved, replace(done, deed=Deed.ARCHIVED if is_archived else Deed.UNARCHIVED))
