"""Rows of a backup put into the database: as they are where it is empty, else as new cases beside those there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sqlalchemy import Connection

from webapp.store import backups

Row = dict[str, object]
Rows = Callable[[str], Iterator[Row]]
_BATCH = 200
_NOT_BESIDE = frozenset({"shares"})
"""Left out beside other cases: a link that was revoked since the backup must not open again."""
_OF_NO_CASE = frozenset({"lessons"})
"""Placed beside others as well, although they go with no case."""
_PEOPLE = "people"
_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")


@dataclass(frozen=True, slots=True)
class Placing:
    """The rows of one backup on their way into one database."""

    connection: Connection
    rows: Rows
    make_id: Callable[[], str]
    taken: dict[tuple[str, str], str] = field(default_factory=dict)
    """The new ids of the rows whose own are taken, by their table and id."""
    count: Callable[[], None] = lambda: None
    """Called after each row."""

    def place(self, names: Sequence[str]) -> tuple[bool, dict[str, int]]:
        """Put everything in place; whether that was beside other cases, and how many rows of each table came."""
        if backups.is_empty(self.connection, names):
            return False, {name: self._add(name, self.name_known(name)) for name in names}
        names = _list_placed(names)
        for name in names:
            self._find_taken(name)
        return True, {name: self._add(name, self._move_rows(name, names)) for name in names}

    def name_known(self, name: str) -> Iterator[Row]:
        """The rows as they are, but for people who did not come with them."""
        if not _list_writers(name):
            yield from self.rows(name)
            return
        for batch in _cut(self.rows(name)):
            yield from self._forget_strangers(name, batch)

    def _add(self, name: str, rows: Iterable[Row]) -> int:
        return backups.add_rows(self.connection, name, count_each(rows, self.count))

    def _find_taken(self, name: str) -> None:
        """Give a new id to each row of a table whose id is in the database already."""
        keys = [column for column, _ in backups.list_unique(name) if column == "id"]
        for key in keys:
            for batch in _cut(self.rows(name)):
                for old in backups.find_ids(self.connection, name, key, [row.get(key) for row in batch]):
                    self.taken[name, str(old)] = self.make_id()

    def _move_rows(self, name: str, names: Sequence[str]) -> Iterator[Row]:
        links = backups.list_links(name)
        for batch in _cut(self.rows(name)):
            rows = [self._move(name, row, links) for row in batch]
            for column, may_be_empty in backups.list_unique(name):
                if column != "id":
                    self._free(name, column, rows, may_be_empty=may_be_empty)
            for row in rows:
                for column, table, _ in links:
                    row[column] = row[column] if table in {*names, _PEOPLE} else None
            yield from self._forget_strangers(name, rows)

    def _forget_strangers(self, name: str, rows: list[Row]) -> list[Row]:
        """Nobody in place of people who are not here; the names that they wrote under stay."""
        for column in _list_writers(name) & rows[0].keys():  # an older table has no such column
            known = backups.find_ids(self.connection, _PEOPLE, "id", [row[column] for row in rows])
            for row in rows:
                row[column] = row[column] if row[column] in known else None
        return rows

    def _move(self, name: str, row: Row, links: Sequence[tuple[str, str, bool]]) -> Row:
        """The row under its new id, if it has one, and naming others by theirs."""
        moved = dict(row)
        if "id" in moved:
            moved["id"] = self.taken.get((name, str(row["id"])), row["id"])
        for column, table, _ in links:
            moved[column] = self.taken.get((table, str(row[column])), row[column])
        if self.taken and isinstance(row.get("data"), str):
            news = {old: new for (_, old), new in self.taken.items()}
            moved["data"] = _ID.sub(lambda found: news.get(found[0], found[0]), str(row["data"]))
        return moved

    def _free(self, name: str, column: str, rows: Iterable[Row], *, may_be_empty: bool) -> None:
        """Nothing, or something new, in place of a value that may stand once only and does so already."""
        known = backups.find_ids(self.connection, name, column, [row[column] for row in rows])
        for row in rows:
            if row[column] is not None and row[column] in known:
                row[column] = None if may_be_empty else self.make_id()


def count_each(rows: Iterable[Row], count: Callable[[], None]) -> Iterator[Row]:
    """The rows, and one is counted whenever the next is asked for."""
    for row in rows:
        yield row
        count()


def _list_placed(names: Sequence[str]) -> list[str]:
    """The tables that go with cases and can stand without the rows that are left out, those of accounts."""
    placed: list[str] = []
    for name in names:
        needed = [table for _, table, may_be_empty in backups.list_links(name) if not may_be_empty and table != name]
        is_placed = name in _OF_NO_CASE or (name not in _NOT_BESIDE and backups.belongs_to_case(name))
        if is_placed and set(needed) <= set(placed):
            placed.append(name)
    return placed


def _list_writers(name: str) -> frozenset[str]:
    """The columns of a table that name a person, or nobody."""
    links = backups.list_links(name)
    return frozenset(column for column, table, may_be_empty in links if table == _PEOPLE and may_be_empty)


def _cut(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch
