"""The use cases of the list: find cases, sort them, one page at a time, with the places where the words stand."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import groupby

from copytrail.text import fold
from webapp import store
from webapp.catalogue.asking import Asking, CaseOrder, CaseState
from webapp.catalogue.lines import CatalogueLine, Found, FoundText, Snippet
from webapp.catalogue.snippets import choose_snippets
from webapp.db import Database
from webapp.faults import AlreadyStored
from webapp.people.rights import ALONE, Viewer

PAGE = 50
"""So many cases stand on one page."""
_AT_ONCE = 50
"""So many texts are copied for the search in one transaction."""
PATIENCE = 2.0
"""So many seconds may one search spend on copying texts that were stored before there was a search."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Finds cases in one database."""

    database: Database
    find_viewer: Callable[[], Viewer] = lambda: ALONE
    """For whom cases are found."""
    clock: Callable[[], float] = time.monotonic

    def find(self, asking: Asking) -> Found:
        """One page of the cases that are asked for; beyond the last page the last."""
        viewer = self.find_viewer()
        unread = self.copy_missing(viewer) if asking.terms else 0
        with self.database.reading() as connection:
            lines = _sort(store.catalogue.list_lines(connection, asking, viewer), asking)
            pages = max(1, -(-len(lines) // PAGE))
            page = min(asking.page, pages)
            shown = lines[(page - 1) * PAGE : page * PAGE]
            ids = tuple(line.id for line in shown)
            tags = store.tags.list_tags_of(connection, ids)
            texts = store.words.find_texts(connection, ids, asking.terms) if shown and asking.terms else ()
            counts = store.catalogue.count_states(connection, viewer)
            here = store.catalogue.list_ids(connection, viewer, asking.state)
            all_tags = store.tags.list_tags(connection, here)
        snippets = _choose_snippets(texts, asking)
        told = (replace(line, tags=tags.get(line.id, ()), snippets=snippets.get(line.id, ())) for line in shown)
        return Found(
            lines=tuple(told),
            total=len(lines),
            page=page,
            pages=pages,
            unread=unread,
            tags=all_tags,
            counts=tuple(counts[state] for state in CaseState),
        )

    def list_trashed(self) -> tuple[str, ...]:
        """The ids of all cases in the trash that one may see."""
        with self.database.reading() as connection:
            return store.catalogue.list_ids(connection, self.find_viewer(), CaseState.TRASHED)

    def copy_missing(self, viewer: Viewer) -> int:
        """Copy texts that a person may see and are not searched yet, for a moment; says how many are left."""
        end = self.clock() + PATIENCE
        while self.clock() < end:
            with self.database.reading() as connection:
                if not store.words.count_missing(connection, viewer):
                    return 0
            with suppress(AlreadyStored), self.database.writing() as connection:  # another search was faster
                store.words.copy_missing(connection, _AT_ONCE, viewer)
        with self.database.reading() as connection:
            return store.words.count_missing(connection, viewer)


def _choose_snippets(texts: Iterable[FoundText], asking: Asking) -> dict[str, tuple[Snippet, ...]]:
    """Where the words stand, by the ids of the cases; the texts of a case follow each other."""
    grouped = groupby(texts, key=lambda text: text.case_id)
    return {case_id: choose_snippets(found, asking.terms) for case_id, found in grouped}


def _sort(lines: Iterable[CatalogueLine], asking: Asking) -> tuple[CatalogueLine, ...]:
    """In the order that is asked for; what is equal in it keeps one order, too."""
    known = sorted(lines, key=lambda line: line.id)
    if asking.order is CaseOrder.NAME:
        return tuple(sorted(known, key=lambda line: fold(line.name).text))
    if asking.order is CaseOrder.ARTICLES:
        return tuple(sorted(known, key=lambda line: (line.articles, line.changed), reverse=True))
    if asking.order is CaseOrder.MADE:
        return tuple(sorted(known, key=lambda line: line.made, reverse=True))
    return tuple(sorted(known, key=lambda line: line.trashed or line.changed, reverse=True))
