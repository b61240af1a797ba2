"""Ledgers over all articles of a case: a row for each quotation, figure, date, name or title, a column an article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from copytrail.display.naming import count


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """What became of something in one article: in words, with the row of that article's ledger that says so."""

    text: str
    anchor: str
    grave: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One quotation or value, and for each article what became of it; nothing where the article has no row for it."""

    title: str
    about: str
    cells: tuple[tuple[CaseEntry, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTable:
    """One table of the case."""

    key: str
    title: str
    head: str
    """What stands over the first column."""
    count: str
    note: str
    rows: tuple[CaseRow, ...]
    folded: bool = False
    """Whether it is closed at first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableKind:
    """What a table is about: its key, its title, what stands over its first column, and in what order its rows are."""

    key: str
    title: str
    head: str
    note: str
    folded: bool = False


def make_table(kind: TableKind, rows: Iterable[CaseRow]) -> CaseTable:
    """A table with its rows counted."""
    rows = tuple(rows)
    return CaseTable(
        key=kind.key,
        title=kind.title,
        head=kind.head,
        count=count(len(rows), "row"),
        note=kind.note,
        rows=rows,
        folded=kind.folded,
    )


def join_entries(entries: Iterable[CaseEntry]) -> tuple[CaseEntry, ...]:
    """The entries of one cell, those that say the same as one that leads to the first of them.

    >>> join_entries([CaseEntry("dropped", "fact-1"), CaseEntry("dropped", "fact-4")])
    (CaseEntry(text='dropped ×2', anchor='fact-1', grave=False),)
    """
    alike: dict[tuple[str, bool], list[CaseEntry]] = {}
    for entry in entries:
        alike.setdefault((entry.text, entry.grave), []).append(entry)
    return tuple(
        CaseEntry(f"{text} ×{len(group)}" if len(group) > 1 else text, group[0].anchor, grave)
        for (text, grave), group in alike.items()
    )
