"""A lesson on paper: the pupil's sheet and the answer key, as PDF and as HTML to print."""

from __future__ import annotations

from enum import StrEnum

from copytrail.export.options import Paper
from copytrail.export.worksheet.blocks import Block
from copytrail.export.worksheet.key_sheet import write_key_sheet
from copytrail.export.worksheet.pupil_sheet import write_pupil_sheet
from copytrail.teaching import Lesson, for_pupils

__all__ = ["Sheet", "render_html", "render_pdf"]


class Sheet(StrEnum):
    """What is printed."""

    PUPIL = "pupil"
    KEY = "key"
    BOTH = "both"
    """The pupil's sheet, then the key on pages of its own."""


def render_pdf(lesson: Lesson, sheet: Sheet = Sheet.PUPIL, paper: Paper = Paper.A4) -> bytes:
    """The sheet as a tagged PDF that does without colours; the same lesson gives the same bytes."""
    from copytrail.export.pages.typesetting import set_pages  # noqa: PLC0415 - typst is large
    from copytrail.export.worksheet.paged import describe_sheets  # noqa: PLC0415

    return set_pages("worksheet.typ", describe_sheets(_write(lesson, sheet), lesson, paper))


def render_html(lesson: Lesson, sheet: Sheet = Sheet.PUPIL, paper: Paper = Paper.A4) -> bytes:
    """The sheet as one HTML file, without scripts and with nothing to load."""
    from copytrail.export.worksheet.printed import print_sheets  # noqa: PLC0415 - with Jinja

    return print_sheets(_write(lesson, sheet), lesson, paper)


def _write(lesson: Lesson, sheet: Sheet) -> tuple[tuple[Block, ...], ...]:
    """One or two sheets."""
    pupil = (write_pupil_sheet(for_pupils(lesson)),) if sheet is not Sheet.KEY else ()
    key = (write_key_sheet(lesson),) if sheet is not Sheet.PUPIL else ()
    return (*pupil, *key)
