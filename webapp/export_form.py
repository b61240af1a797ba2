"""What was chosen of an export in an address: the same words as on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from copytrail.errors import BadExportOption
from copytrail.export import FORMATS, Colours, ExportOptions, Layout, Paper, Rows

Choice = TypeVar("Choice", bound=StrEnum)


def read_choices(values: Mapping[str, str]) -> ExportOptions:
    """The choices; raises BadExportOption where one is none.

    >>> read_choices({"without-names": "yes", "short-quotes": "25"}).list_chosen()
    ('names', 'short_quotes')
    """
    return ExportOptions(
        notes="without-notes" not in values,
        names="without-names" not in values,
        findings_only="findings-only" in values,
        short_quotes=_read_number(values.get("short-quotes", "")),
        colours=_read(Colours, values.get("colours", ""), Colours.LIGHT),
        paper=_read(Paper, values.get("paper", ""), Paper.A4),
        layout=_read(Layout, values.get("layout", ""), Layout.CHANGES),
        rows=_read(Rows, values.get("rows", ""), Rows.ALL),
        bom="bom" in values,
        made=_read_date(values.get("date", "")),
    )


def find_problem(values: Mapping[str, str]) -> str:
    """Why a format cannot be made as it was chosen, in a sentence; empty where it can."""
    form = FORMATS.get(values.get("format", ""))
    if form is None:
        return "Choose a format."
    try:
        form.check(read_choices(values))
    except BadExportOption as error:
        return str(error)
    return ""


def _read(kind: type[Choice], value: str, usual: Choice) -> Choice:
    if value not in {*kind, ""}:
        raise BadExportOption(f"An export cannot be chosen to be {value[:40]!r}.")
    return kind(value) if value else usual


def _read_number(value: str) -> int:
    if value and not (value.isascii() and value.isdecimal() and len(value) < 4):
        raise BadExportOption("The length of short quotes is a number of words.")
    return int(value or 0)


def _read_date(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise BadExportOption("The date of an export is written like 2026-11-22.") from error
