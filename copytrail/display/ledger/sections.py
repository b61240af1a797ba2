"""A ledger as a section of the page: its rows, what is said of them, and the filters with their counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic, TypeVar

from copytrail.display.ledger.wording import NO_CHOICE, begin
from copytrail.display.state import PageState

Row = TypeVar("Row")
EVERYTHING = "All"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterChoice:
    """One kind of row with its number, as a link that shows only these."""

    key: str
    name: str
    count: str
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class RowFilter:
    """The choices of one column of a ledger."""

    name: str
    choices: tuple[FilterChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Generic[Row]):
    """One ledger with the rows that the state shows."""

    key: str
    """What its place in the page is called."""
    title: str
    count: str
    note: str
    """In what order the rows stand."""
    filters: tuple[RowFilter, ...]
    rows: tuple[Row, ...]
    quiet: str
    """What is said where no row is to be seen."""
    head: str = "Value"
    """What stands over the column of what a row is about, where there is one."""
    folded: int = 0
    """So many of the last rows are folded on a page, because there is nothing to look at in them."""
    fold_name: str = ""

    @property
    def open_rows(self) -> tuple[Row, ...]:
        """The rows that are seen at once."""
        return self.rows[: len(self.rows) - self.folded]

    @property
    def folded_rows(self) -> tuple[Row, ...]:
        """The rows that a fold holds."""
        return self.rows[len(self.rows) - self.folded :]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column to filter by: its name, its name in the address, and the kinds in words in their order."""

    name: str
    field: str
    names: Sequence[tuple[StrEnum, str]]


def filter_rows(state: PageState, anchor: str, column: Column, rows: Sequence[Sequence[StrEnum]]) -> RowFilter:
    """The choices of a column, by the kinds of each row; a click on the chosen one shows all again."""
    counts = Counter(kind for kinds in rows for kind in kinds)
    chosen = getattr(state.ledger, column.field)
    everything = FilterChoice(
        key=f"{column.field}-all",
        name=EVERYTHING,
        count=f"{len(rows):,}",
        address=_address(state, column.field, "", anchor),
        chosen=chosen is None,
    )
    others = [
        FilterChoice(
            key=f"{column.field}-{kind.value}",
            name=begin(name),
            count=f"{counts[kind]:,}",
            address=_address(state, column.field, "" if kind is chosen else kind.value, anchor),
            chosen=kind is chosen,
        )
        for kind, name in column.names
        if counts[kind] or kind is chosen
    ]
    return RowFilter(column.name, (everything, *others))


def say_quiet(shown: Sequence[object], every: Sequence[object], nothing: str) -> str:
    """What is said where no row is to be seen: that there is none, or none of the kind that was chosen."""
    if shown:
        return ""
    return NO_CHOICE if every else nothing


def _address(state: PageState, field: str, value: str, anchor: str) -> str:
    """The page with this filter."""
    return replace(state, ledger=state.ledger.choose(field, value)).address(anchor)
