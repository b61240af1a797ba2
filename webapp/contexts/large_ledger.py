"""The ledger of a large case: its tables over some of the articles at a time."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from copytrail.display.ledger.overview import Overview, show_overview
from copytrail.display.visible import show_line
from webapp.contexts.case import LEDGER_NOTE
from webapp.contexts.documents import ArticleColumn, list_columns
from webapp.records import CaseRecord, ComparisonRecord

PAGE_COLUMNS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class LargeLedgerPage:
    """One page of columns of the ledger."""

    title: str
    id: str
    name: str
    note: str
    compared: tuple[ArticleColumn, ...]
    ledger: Overview | None
    page: int
    pages: int
    range: str


def make_large_ledger(
    case: CaseRecord, records: tuple[ComparisonRecord, ...], *, first: int, addresses: tuple[str, ...]
) -> LargeLedgerPage:
    """The tables over these articles."""
    return LargeLedgerPage(
        title="Ledger over all articles",
        id=case.id,
        name=show_line(case.name),
        note=LEDGER_NOTE,
        compared=list_columns(records, addresses),
        ledger=show_overview(tuple(record.comparison for record in records)),
        page=first // PAGE_COLUMNS + 1,
        pages=max(1, ceil(len(case.articles) / PAGE_COLUMNS)),
        range=f"Articles {first + 1} to {min(first + PAGE_COLUMNS, len(case.articles))} of {len(case.articles)}",
    )
