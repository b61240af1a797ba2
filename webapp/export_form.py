"""What was chosen of an export in an address: the same words as on the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from copytrail.errors import BadExportOption
from copytrail.export import FORMATS, Colours, ExportOptions, Layout, Paper, Picture, Rows
from copytrail.export.options import MOST_IN_PDF, split_names

CHOICES = (
    "bom",
    "colours",
    "date",
    "findings-only",
    "formats",
    "layout",
    "paper",
    "picture",
    "rows",
    "short-quotes",
    "without-names",
    "without-notes",
)
"""What can be chosen of a file, by the names in its address."""
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
        picture=_read(Picture, values.get("picture", ""), Picture.BARS),
        bom="bom" in values,
        formats=split_names(values.get("formats", "")),
        made=_read_date(values.get("date", "")),
    )


def read_chosen(values: Mapping[str, str], inside: Sequence[str]) -> dict[str, str]:
    """What was chosen on the form; which formats a zip file holds is said where it is one and does not hold all."""
    chosen = {name: value for name, value in values.items() if value}
    formats = [name for each in inside for name in split_names(each)]
    chosen.pop("formats", None)
    if chosen.get("format") == "zip" and formats and set(formats) != FORMATS.keys() - {"zip"}:
        chosen["formats"] = ",".join(formats)
    return chosen


def keep_choices(values: Mapping[str, str]) -> str:
    """What was chosen of a file as it stands in its address, in one order and nothing else.

    >>> keep_choices({"paper": "letter", "csrf_token": "x", "bom": "yes"})
    'bom=yes&paper=letter'
    """
    read_choices(values)
    return urlencode([(name, values[name]) for name in CHOICES if values.get(name)])


def find_problem(values: Mapping[str, str], articles: int = 1) -> str:
    """Why a format cannot be made as it was chosen of so many articles, in a sentence; empty where it can."""
    form = FORMATS.get(values.get("format", ""))
    if form is None:
        return "Choose a format."
    if form.name == "pdf" and articles > MOST_IN_PDF:
        return say_pdf_limit(articles)
    try:
        form.check(read_choices(values))
    except BadExportOption as error:
        return str(error)
    return ""


def say_pdf_limit(articles: int) -> str:
    """Why a case is no single PDF."""
    return f"One PDF holds {MOST_IN_PDF} articles at most, and this case has {articles}; the zip file has one for each."


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
